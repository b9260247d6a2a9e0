"""create account

Revision ID: ae1027a6acf1
Revises: 
Create Date: 2026-11-29 19:16:23.647220

"""
from typing import Sequence, Union

from alembic import op
import sqlalchemy as sa


# revision identifiers, used by Alembic.
revision: str = 'ae1027a6acf1'
down_revision: Union[str, Sequence[str], None] = None
branch_labels: Union[str, Sequence[str], None] = None
depends_on: Union[str, Sequence[str], None] = None


def upgrade() -> None:
    op.execute("CREATE TABLE account (id bigint PRIMARY KEY, email text NOT NULL);")


def downgrade() -> None:
    op.execute("DROP TABLE account;")
