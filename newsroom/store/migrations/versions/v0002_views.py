"""The views: people, house, articles, pictures, search."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the tables that screens ask; they are filled by replaying the ledger."""
    _people()
    _articles()
    _pictures()
    _search()


def downgrade() -> None:
    """Drop the views; the ledger and the drafts stay."""
    for table in (
        "search_parts", "search_stems", "search_texts", "article_pictures", "articles",
        "pictures", "picture_versions", "decisions", "revisions", "members", "house", "newsroom",
    ):  # fmt: skip
        op.drop_table(table)


def _people() -> None:
    for table, content in (("newsroom", "name"), ("house", "house")):
        op.create_table(
            table,
            sa.Column("id", sa.Integer(), nullable=False),
            *_said_by(table),
            _text(content),
            sa.PrimaryKeyConstraint("id", name=f"pk_{table}"),
        )
    op.create_table(
        "members",
        _text("id"),
        *_said_by("members"),
        _text("name"),
        _text("roles"),
        sa.PrimaryKeyConstraint("id", name="pk_members"),
    )


def _articles() -> None:
    _history("revisions", "article", _text("content"), _text("parents"))
    _history(
        "decisions",
        "article",
        *(_text(name) for name in ("revision", "verdict", "bound", "note")),
        sa.Column("own", sa.Boolean(), nullable=False),
    )
    texts = ("id", "headline", "state", "section", "language", "place", "published", "byline")
    op.create_table(
        "articles",
        _number("key"),
        *(_text(name) for name in texts),
        *(_number(name) for name in ("words", "minutes", "revision", "missing_credits")),
        _text("changed"),
        sa.PrimaryKeyConstraint("key", name="pk_articles"),
        sa.UniqueConstraint("id", name="uq_articles_id"),
    )
    op.create_index("ix_articles_changed_id", "articles", ["changed", "id"])
    op.create_index("ix_articles_state_changed_id", "articles", ["state", "changed", "id"])


def _pictures() -> None:
    _history(
        "picture_versions",
        "picture",
        *(_text(name) for name in ("sha256", "media_type")),
        *(_number(name) for name in ("width", "height")),
        _text("file_name"),
        _number("size"),
        _text("record"),
    )
    op.create_table(
        "pictures",
        _text("id"),
        _text("version"),
        _text("added"),
        sa.Column("credited", sa.Boolean(), nullable=False),
        _text("words"),
        sa.PrimaryKeyConstraint("id", name="pk_pictures"),
        sa.ForeignKeyConstraint(
            ["version"], ["picture_versions.entry"], name="fk_pictures_version"
        ),
    )
    op.create_index("ix_pictures_added", "pictures", ["added"])
    op.create_table(
        "article_pictures",
        _text("article"),
        _text("picture"),
        sa.PrimaryKeyConstraint("article", "picture", name="pk_article_pictures"),
        sa.ForeignKeyConstraint(["article"], ["articles.id"], name="fk_article_pictures_article"),
    )
    op.create_index("ix_article_pictures_picture", "article_pictures", ["picture"])


def _search() -> None:
    op.create_table(
        "search_texts",
        _number("key"),
        _text("stems"),
        _text("parts"),
        sa.PrimaryKeyConstraint("key", name="pk_search_texts"),
    )
    for table, column, tokenizer in (
        ("search_stems", "stems", "unicode61 remove_diacritics 0"),
        ("search_parts", "parts", "trigram case_sensitive 1"),
    ):
        op.execute(
            f"CREATE VIRTUAL TABLE {table} USING fts5("
            f"{column}, content='search_texts', content_rowid='key', tokenize='{tokenizer}')"
        )


def _history(table: str, subject: str, *columns: sa.Column[Any]) -> None:
    """Make a table of what entries said about a subject, and its index in order of time."""
    op.create_table(
        table,
        _text("entry"),
        _text(subject),
        _text("time"),
        _text("author"),
        *columns,
        sa.PrimaryKeyConstraint("entry", name=f"pk_{table}"),
        sa.ForeignKeyConstraint(["entry"], ["entries.id"], name=f"fk_{table}_entry"),
    )
    op.create_index(f"ix_{table}_{subject}_time_entry", table, [subject, "time", "entry"])


def _said_by(table: str) -> tuple[sa.Column[str], sa.Column[str], sa.ForeignKeyConstraint]:
    key = sa.ForeignKeyConstraint(["entry"], ["entries.id"], name=f"fk_{table}_entry")
    return _text("entry"), _text("time"), key


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=False)


def _number(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), nullable=False)
