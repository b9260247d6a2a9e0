"""bbb222"""
from typing import Union

revision: str = "bbb222"
down_revision: Union[str, tuple, None] = 'aaa111'
branch_labels = None
depends_on = None


def upgrade() -> None:
    pass
