"""Pictures by their words and by the end of their rights, without looking at every one of them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"

_WORDS = "search_index_of_pictures"
_INDEXES = {
    "ix_pictures_added_id": ("added", "id"),
    "ix_pictures_credited_added_id": ("credited", "added", "id"),
    "ix_pictures_disputed_added_id": ("disputed", "added", "id"),
}


def upgrade() -> None:
    """Make the view of pictures anew, with numbers for the index; the ledger fills it again."""
    _make_pictures(sa.Column("key", sa.Integer(), nullable=False), primary="key")
    op.create_index("ix_pictures_ends_added_id", "pictures", ["ends", "added", "id"])
    op.execute(
        f"CREATE VIRTUAL TABLE {_WORDS} USING fts5("
        "words, content='', columnsize=0, tokenize='trigram case_sensitive 1')"
    )


def downgrade() -> None:
    """Go back to pictures without numbers."""
    op.execute(f"DROP TABLE {_WORDS}")
    _make_pictures(primary="id")
    op.create_index("ix_pictures_ends", "pictures", ["ends"])


def _make_pictures(*key: sa.Column[int], primary: str) -> None:
    op.drop_table("pictures")
    unique = [sa.UniqueConstraint("id", name="uq_pictures_id")] if key else []
    op.create_table(
        "pictures",
        *key,
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("id", "version", "added")),
        sa.Column("credited", sa.Boolean(), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("words", "ends")),
        sa.Column("disputed", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint(primary, name="pk_pictures"),
        sa.ForeignKeyConstraint(
            ["version"], ["picture_versions.entry"], name="fk_pictures_version"
        ),
        *unique,
    )
    for name, columns in _INDEXES.items():
        op.create_index(name, "pictures", list(columns))
