"""aaa111"""

from shop.db import branches

revision = "aaa111"
down_revision = None
branch_labels = ()


def upgrade():
    pass
