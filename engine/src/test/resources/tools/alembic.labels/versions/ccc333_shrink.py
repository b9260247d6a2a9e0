"""ccc333"""

from shop.db import branches

revision = "ccc333"
down_revision = "aaa111"
branch_labels = branches.SHRINK


def upgrade():
    pass
