"""Pictures by what is missing or ending, what arrived with a record, and overridden findings."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

_INDEXES = {
    "ix_pictures_added_id": ("added", "id"),
    "ix_pictures_credited_added_id": ("credited", "added", "id"),
    "ix_pictures_disputed_added_id": ("disputed", "added", "id"),
    "ix_pictures_ends": ("ends",),
}


def upgrade() -> None:
    """Make the views of pictures anew, and that of overrides; the ledger is replayed into them."""
    _make_pictures(
        (_text("disagreements"), _text("cleaned")),
        (_text("ends"), sa.Column("disputed", sa.Boolean(), nullable=False)),
        _INDEXES,
    )
    op.create_table(
        "overrides",
        _text("entry"),
        _text("article"),
        _text("time"),
        *(_text(name) for name in ("author", "rule", "subject", "reason")),
        sa.PrimaryKeyConstraint("entry", name="pk_overrides"),
        sa.ForeignKeyConstraint(["entry"], ["entries.id"], name="fk_overrides_entry"),
    )
    op.create_index("ix_overrides_article_time_entry", "overrides", ["article", "time", "entry"])


def downgrade() -> None:
    """Go back to views that know of credits only; the ledger keeps the rest."""
    op.drop_table("overrides")
    _make_pictures((), (), {"ix_pictures_added": ("added",)})


def _make_pictures(
    of_version: tuple[sa.Column[Any], ...],
    of_picture: tuple[sa.Column[Any], ...],
    indexes: dict[str, tuple[str, ...]],
) -> None:
    op.drop_table("pictures")
    op.drop_table("picture_versions")
    op.create_table(
        "picture_versions",
        *(_text(n) for n in ("entry", "picture", "time", "author", "sha256", "media_type")),
        *(sa.Column(name, sa.Integer(), nullable=False) for name in ("width", "height")),
        _text("file_name"),
        sa.Column("size", sa.Integer(), nullable=False),
        _text("record"),
        *of_version,
        sa.PrimaryKeyConstraint("entry", name="pk_picture_versions"),
        sa.ForeignKeyConstraint(["entry"], ["entries.id"], name="fk_picture_versions_entry"),
    )
    op.create_index(
        "ix_picture_versions_picture_time_entry", "picture_versions", ["picture", "time", "entry"]
    )
    op.create_table(
        "pictures",
        *(_text(name) for name in ("id", "version", "added")),
        sa.Column("credited", sa.Boolean(), nullable=False),
        _text("words"),
        *of_picture,
        sa.PrimaryKeyConstraint("id", name="pk_pictures"),
        sa.ForeignKeyConstraint(
            ["version"], ["picture_versions.entry"], name="fk_pictures_version"
        ),
    )
    for name, of in indexes.items():
        op.create_index(name, "pictures", list(of))


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=False)
