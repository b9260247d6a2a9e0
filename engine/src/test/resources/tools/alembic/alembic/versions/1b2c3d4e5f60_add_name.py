"""add name

Revision ID: 1b2c3d4e5f60
Revises: ae1027a6acf1
Create Date: 2026-11-29 19:16:25.624861

"""
from typing import Sequence, Union

from alembic import op
import sqlalchemy as sa


# revision identifiers, used by Alembic.
revision: str = '1b2c3d4e5f60'
down_revision: Union[str, Sequence[str], None] = 'ae1027a6acf1'
branch_labels: Union[str, Sequence[str], None] = None
depends_on: Union[str, Sequence[str], None] = None


def upgrade() -> None:
    op.execute("ALTER TABLE account ADD COLUMN name text;")


def downgrade() -> None:
    op.execute("ALTER TABLE account DROP COLUMN name;")
