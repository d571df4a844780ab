"""Lists of any length: a bin, an index for every order, and one full-text index, newest first."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

_INDEXES = {
    "ix_articles_binned_changed_id_state": ("binned", "changed", "id", "state"),
    "ix_articles_of_state": ("binned", "state", "changed", "id"),
    "ix_articles_by_title": ("binned", "title", "id", "state"),
    "ix_articles_by_date": ("binned", "dated", "id", "state"),
    "ix_articles_by_stage": ("binned", "stage", "changed", "id"),
    "ix_articles_by_section": ("binned", "section", "changed", "id", "state"),
}
_FORMER = {
    "ix_articles_changed_id": ("changed", "id"),
    "ix_articles_state_changed_id": ("state", "changed", "id"),
}
_FORMER_SEARCH = (
    ("search_stems", "stems", "unicode61 remove_diacritics 0"),
    ("search_parts", "parts", "trigram case_sensitive 1"),
)


def upgrade() -> None:
    """Make the bin and make the views of articles anew; they are filled by replaying the ledger."""
    op.create_table(
        "bin",
        sa.Column("article", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("article", name="pk_bin"),
    )
    _drop(("search_parts", "search_stems"))
    _make_articles(
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("binned", "title", "dated")),
        sa.Column("stage", sa.Integer(), nullable=False),
        sa.Column("found", sa.Integer(), nullable=True),
        sa.UniqueConstraint("found", name="uq_articles_found"),
        indexes=_INDEXES,
    )
    op.execute(
        "CREATE VIRTUAL TABLE search_index USING fts5(stems, starts, grams, "
        "content='', columnsize=0, tokenize='unicode61 remove_diacritics 0')"
    )


def downgrade() -> None:
    """Go back to views without a bin; whatever lay in it is in the lists again."""
    _drop(("search_index",))
    _make_articles(indexes=_FORMER)
    for table, column, tokenizer in _FORMER_SEARCH:
        op.execute(
            f"CREATE VIRTUAL TABLE {table} USING fts5("
            f"{column}, content='search_texts', content_rowid='key', tokenize='{tokenizer}')"
        )
    op.drop_table("bin")


def _drop(tables: tuple[str, ...]) -> None:
    for table in tables:
        op.drop_table(table)
    op.execute("DELETE FROM search_texts")


def _make_articles(
    *more: sa.Column[str] | sa.Column[int] | sa.UniqueConstraint,
    indexes: dict[str, tuple[str, ...]],
) -> None:
    """Make the empty tables of articles and of the pictures that they use."""
    op.drop_table("article_pictures")
    op.drop_table("articles")
    columns = [one for one in more if isinstance(one, sa.Column)]
    texts = ("id", "headline", "state", "section", "language", "place", "published", "byline")
    numbers = ("words", "minutes", "revision", "missing_credits")
    op.create_table(
        "articles",
        sa.Column("key", sa.Integer(), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in texts),
        *(sa.Column(name, sa.Integer(), nullable=False) for name in numbers),
        sa.Column("changed", sa.Text(), nullable=False),
        *columns,
        sa.PrimaryKeyConstraint("key", name="pk_articles"),
        sa.UniqueConstraint("id", name="uq_articles_id"),
        *(one for one in more if isinstance(one, sa.UniqueConstraint)),
    )
    for name, of in indexes.items():
        op.create_index(name, "articles", list(of))
    op.create_table(
        "article_pictures",
        sa.Column("article", sa.Text(), nullable=False),
        sa.Column("picture", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("article", "picture", name="pk_article_pictures"),
        sa.ForeignKeyConstraint(["article"], ["articles.id"], name="fk_article_pictures_article"),
    )
    op.create_index("ix_article_pictures_picture", "article_pictures", ["picture"])
