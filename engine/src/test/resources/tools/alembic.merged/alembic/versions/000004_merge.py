"""000004"""
from typing import Union

revision: str = "000004"
down_revision: Union[str, tuple, None] = ('a00002', 'b00003')
branch_labels = None
depends_on = None


def upgrade() -> None:
    pass
