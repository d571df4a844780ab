"""Pictures that look alike and that somebody set apart."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """Make the view; the ledger fills it."""
    op.create_table(
        "likenesses",
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("one", "other", "entry", "time")),
        sa.Column("differ", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("one", "other", name="pk_likenesses"),
        sa.ForeignKeyConstraint(["entry"], ["entries.id"], name="fk_likenesses_entry"),
    )


def downgrade() -> None:
    """Go back to a library that knows no such word; the ledger keeps it."""
    op.drop_table("likenesses")
