"""ddd444"""
from typing import Union

revision: str = "ddd444"
down_revision: Union[str, tuple, None] = "zzz999"
branch_labels = None
depends_on = None


def upgrade() -> None:
    pass
