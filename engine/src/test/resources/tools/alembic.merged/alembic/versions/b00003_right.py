"""b00003"""
from typing import Union

revision: str = "b00003"
down_revision: Union[str, tuple, None] = 'f00001'
branch_labels = None
depends_on = None


def upgrade() -> None:
    pass
