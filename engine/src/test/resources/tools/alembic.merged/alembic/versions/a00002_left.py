"""a00002"""
from typing import Union

revision: str = "a00002"
down_revision: Union[str, tuple, None] = 'f00001'
branch_labels = None
depends_on = None


def upgrade() -> None:
    pass
