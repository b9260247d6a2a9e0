"""bbb222"""

from shop.db import branches

revision = "bbb222"
down_revision = "aaa111"
branch_labels = (branches.GROW,)


def upgrade():
    pass
