"""What autosave keeps over time."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the tables of autosaved states, which stay on this laptop."""
    op.create_table(
        "state_bases",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("article", sa.Text(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_state_bases"),
    )
    op.create_index("ix_state_bases_article", "state_bases", ["article"])
    op.create_table(
        "states",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("article", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("words", sa.Integer(), nullable=False),
        sa.Column("held", sa.Boolean(), nullable=False),
        sa.Column("base", sa.Integer(), nullable=False),
        sa.Column("change", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_states"),
        sa.ForeignKeyConstraint(["base"], ["state_bases.id"], name="fk_states_base"),
    )
    for column in ("article", "at", "base"):
        op.create_index(f"ix_states_{column}", "states", [column])


def downgrade() -> None:
    """Drop the states; the drafts stay."""
    for table in ("states", "state_bases"):
        op.drop_table(table)
