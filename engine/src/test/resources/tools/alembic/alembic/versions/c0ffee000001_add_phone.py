"""add phone

Revision ID: c0ffee000001
Revises: 1b2c3d4e5f60
Create Date: 2026-11-29 19:16:29.943474

"""
from typing import Sequence, Union

from alembic import op
import sqlalchemy as sa


# revision identifiers, used by Alembic.
revision: str = 'c0ffee000001'
down_revision: Union[str, Sequence[str], None] = '1b2c3d4e5f60'
branch_labels: Union[str, Sequence[str], None] = None
depends_on: Union[str, Sequence[str], None] = None


def upgrade() -> None:
    op.execute("ALTER TABLE account ADD COLUMN phone text;")


def downgrade() -> None:
    op.execute("ALTER TABLE account DROP COLUMN phone;")
