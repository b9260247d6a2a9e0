"""aaa111"""
from typing import Union

revision: str = "aaa111"
down_revision: Union[str, tuple, None] = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    pass
