"""ccc333"""
from typing import Union

revision: str = "ccc333"
down_revision: Union[str, tuple, None] = 'bbb222'
branch_labels = None
depends_on = None


def upgrade() -> None:
    pass
