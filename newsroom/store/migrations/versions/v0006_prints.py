"""Pictures as they look: crops, prints by which look-alikes are found, and a bin for the unused."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Give versions of pictures their framing, and make the tables of prints and the bin."""
    op.execute("ALTER TABLE picture_versions ADD COLUMN framing TEXT NOT NULL DEFAULT '{}'")
    op.create_table(
        "picture_bin",
        sa.Column("picture", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("picture", name="pk_picture_bin"),
    )
    op.create_table(
        "picture_prints",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("picture", sa.Text(), nullable=False),
        sa.Column("print", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_picture_prints"),
        sa.UniqueConstraint("picture", name="uq_picture_prints_picture"),
    )
    op.create_table(
        "print_bands",
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("code", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("key", "number", name="pk_print_bands"),
        sa.ForeignKeyConstraint(
            ["number"], ["picture_prints.number"], name="fk_print_bands_number_picture_prints"
        ),
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    """Go back to versions without framing; the ledger keeps it."""
    op.drop_table("print_bands")
    op.drop_table("picture_prints")
    op.drop_table("picture_bin")
    op.execute("ALTER TABLE picture_versions DROP COLUMN framing")
