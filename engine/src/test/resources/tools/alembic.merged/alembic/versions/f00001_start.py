"""f00001"""
from typing import Union

revision: str = "f00001"
down_revision: Union[str, tuple, None] = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    pass
