"""The tables of a library: the ledger, the views built from it, and what stays on this laptop."""

from __future__ import annotations

from typing import Any, ClassVar

from sqlalchemy import ForeignKey, Index, LargeBinary, MetaData, Text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.types import TypeEngine


class Base(DeclarativeBase):
    """The one metadata; every constraint has a name, so that a migration can find it."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map: ClassVar[dict[type, TypeEngine[Any]]] = {
        str: Text(),
        bytes: LargeBinary(),
    }


class EntryRow(Base):
    """The ledger: an entry as it was signed. `seq` is the order of arrival on this laptop."""

    __tablename__ = "entries"

    seq: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(unique=True)
    kind: Mapped[str]
    author: Mapped[str]
    time: Mapped[str]
    newsroom: Mapped[str]
    canonical: Mapped[bytes]
    signature: Mapped[bytes]


class DraftRow(Base):
    """Local: the working copy of an article. `indexed` tells whether search has seen it."""

    __tablename__ = "drafts"

    article: Mapped[str] = mapped_column(primary_key=True)
    content: Mapped[str]
    saved_at: Mapped[str]
    indexed: Mapped[bool] = mapped_column(index=True)


class BinRow(Base):
    """Local: an article that this laptop has put out of sight, and since when."""

    __tablename__ = "bin"

    article: Mapped[str] = mapped_column(primary_key=True)
    at: Mapped[str]


class PictureBinRow(Base):
    """Local: a picture that this laptop has put out of sight, and since when."""

    __tablename__ = "picture_bin"

    picture: Mapped[str] = mapped_column(primary_key=True)
    at: Mapped[str]


class LocalStateRow(Base):
    """Local: what the program remembers between two starts."""

    __tablename__ = "local_state"

    key: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]


class StateBaseRow(Base):
    """Local: a content of an article whole and compressed, on which states build."""

    __tablename__ = "state_bases"

    id: Mapped[int] = mapped_column(primary_key=True)
    article: Mapped[str] = mapped_column(index=True)
    content: Mapped[bytes]


class StateRow(Base):
    """Local: an article as autosave kept it, by its difference from a base."""

    __tablename__ = "states"

    number: Mapped[int] = mapped_column(primary_key=True)
    article: Mapped[str] = mapped_column(index=True)
    at: Mapped[str] = mapped_column(index=True)
    words: Mapped[int]
    held: Mapped[bool]
    base: Mapped[int] = mapped_column(ForeignKey("state_bases.id"), index=True)
    change: Mapped[bytes]


class NewsroomRow(Base):
    """View: the oldest entry of kind `newsroom`. One row."""

    __tablename__ = "newsroom"

    id: Mapped[int] = mapped_column(primary_key=True)
    entry: Mapped[str] = mapped_column(ForeignKey("entries.id"))
    time: Mapped[str]
    name: Mapped[str]


class HouseRow(Base):
    """View: the newest house. One row."""

    __tablename__ = "house"

    id: Mapped[int] = mapped_column(primary_key=True)
    entry: Mapped[str] = mapped_column(ForeignKey("entries.id"))
    time: Mapped[str]
    house: Mapped[str]


class MemberRow(Base):
    """View: each member as the newest entry about them says."""

    __tablename__ = "members"

    id: Mapped[str] = mapped_column(primary_key=True)
    entry: Mapped[str] = mapped_column(ForeignKey("entries.id"))
    time: Mapped[str]
    name: Mapped[str]
    roles: Mapped[str]


class RevisionRow(Base):
    """View: every saved content of every article."""

    __tablename__ = "revisions"
    __table_args__ = (Index(None, "article", "time", "entry"),)

    entry: Mapped[str] = mapped_column(ForeignKey("entries.id"), primary_key=True)
    article: Mapped[str]
    time: Mapped[str]
    author: Mapped[str]
    content: Mapped[str]
    parents: Mapped[str]


class DecisionRow(Base):
    """View: every decision whose verdict this version knows."""

    __tablename__ = "decisions"
    __table_args__ = (Index(None, "article", "time", "entry"),)

    entry: Mapped[str] = mapped_column(ForeignKey("entries.id"), primary_key=True)
    article: Mapped[str]
    time: Mapped[str]
    author: Mapped[str]
    revision: Mapped[str]
    verdict: Mapped[str]
    bound: Mapped[str]
    note: Mapped[str]
    own: Mapped[bool]


class OverrideRow(Base):
    """View: every word that a finding of an article may stand, and why."""

    __tablename__ = "overrides"
    __table_args__ = (Index(None, "article", "time", "entry"),)

    entry: Mapped[str] = mapped_column(ForeignKey("entries.id"), primary_key=True)
    article: Mapped[str]
    time: Mapped[str]
    author: Mapped[str]
    rule: Mapped[str]
    subject: Mapped[str]
    reason: Mapped[str]


class PictureVersionRow(Base):
    """View: every saved credit record of every picture."""

    __tablename__ = "picture_versions"
    __table_args__ = (Index(None, "picture", "time", "entry"),)

    entry: Mapped[str] = mapped_column(ForeignKey("entries.id"), primary_key=True)
    picture: Mapped[str]
    time: Mapped[str]
    author: Mapped[str]
    sha256: Mapped[str]
    media_type: Mapped[str]
    width: Mapped[int]
    height: Mapped[int]
    file_name: Mapped[str]
    size: Mapped[int]
    record: Mapped[str]
    disagreements: Mapped[str]
    cleaned: Mapped[str]
    framing: Mapped[str]


class PictureRow(Base):
    """View: each picture as its newest version says. `words` is folded text for search, `key` a
    hash of `id`, by which the index over these words knows it.

    `ends` is the last day of its rights, empty for none; `disputed` says that its file's standards
    disagree and nobody has chosen; `urgency`, `taken` and `aged` are what `picture_orders` sorts
    by. Each order has its index, and each filter has its index in the order of the list, so that a
    page of 100,000 pictures costs a page.
    """

    __tablename__ = "pictures"
    __table_args__ = (
        Index(None, "added", "id"),
        Index(None, "credited", "added", "id"),
        Index(None, "disputed", "added", "id"),
        Index(None, "ends", "added", "id"),
        Index(None, "urgency", "added", "id"),
        Index(None, "taken", "added", "id"),
        Index(None, "aged", "added", "id"),
    )

    key: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    id: Mapped[str] = mapped_column(unique=True)
    version: Mapped[str] = mapped_column(ForeignKey("picture_versions.entry"))
    added: Mapped[str]
    credited: Mapped[bool]
    words: Mapped[str]
    ends: Mapped[str]
    disputed: Mapped[bool]
    urgency: Mapped[str]
    taken: Mapped[str]
    aged: Mapped[str]


class LikenessRow(Base):
    """View: the last word about a pair of pictures, in the order of their ids: do they differ?"""

    __tablename__ = "likenesses"

    one: Mapped[str] = mapped_column(primary_key=True)
    other: Mapped[str] = mapped_column(primary_key=True)
    entry: Mapped[str] = mapped_column(ForeignKey("entries.id"))
    time: Mapped[str]
    differ: Mapped[bool]


class PicturePrintRow(Base):
    """Derived: the print of a picture's pixels, empty for one that has none, as a blank has."""

    __tablename__ = "picture_prints"

    number: Mapped[int] = mapped_column(primary_key=True)
    picture: Mapped[str] = mapped_column(unique=True)
    print: Mapped[bytes]


class PrintBandRow(Base):
    """Derived: which codes are filed under a key. `code` is 64 bits, as a signed number."""

    __tablename__ = "print_bands"
    __table_args__ = ({"sqlite_with_rowid": False},)

    key: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    number: Mapped[int] = mapped_column(
        ForeignKey("picture_prints.number"), primary_key=True, autoincrement=False
    )
    code: Mapped[int]


class ArticleRow(Base):
    """View: what lists show. `key` is a hash of `id`: the same on every laptop, and a rowid.

    `binned` is when it went into the bin, empty for one that is not there. `title` is the headline
    as the alphabet sorts it, `dated` the moment of `published` in UTC, `stage` the state's number
    on the way to readers. `found` is its rowid in the full-text index, None until it is indexed.
    Every order of the list has its index; the state lies in each, so that filters read no rows.
    """

    __tablename__ = "articles"
    __table_args__ = (
        Index(None, "binned", "changed", "id", "state"),
        Index("ix_articles_of_state", "binned", "state", "changed", "id"),
        Index("ix_articles_by_title", "binned", "title", "id", "state"),
        Index("ix_articles_by_date", "binned", "dated", "id", "state"),
        Index("ix_articles_by_stage", "binned", "stage", "changed", "id"),
        Index("ix_articles_by_section", "binned", "section", "changed", "id", "state"),
    )

    key: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    id: Mapped[str] = mapped_column(unique=True)
    headline: Mapped[str]
    state: Mapped[str]
    section: Mapped[str]
    language: Mapped[str]
    place: Mapped[str]
    published: Mapped[str]
    byline: Mapped[str]
    words: Mapped[int]
    minutes: Mapped[int]
    revision: Mapped[int]
    missing_credits: Mapped[int]
    changed: Mapped[str]
    binned: Mapped[str]
    title: Mapped[str]
    dated: Mapped[str]
    stage: Mapped[int]
    found: Mapped[int | None] = mapped_column(unique=True)


class ArticlePictureRow(Base):
    """View: which article uses which picture now. The picture may not have arrived yet."""

    __tablename__ = "article_pictures"

    article: Mapped[str] = mapped_column(ForeignKey("articles.id"), primary_key=True)
    picture: Mapped[str] = mapped_column(primary_key=True, index=True)


class SearchTextRow(Base):
    """View: the text of an article as the full-text index took it. `key` is its rowid there."""

    __tablename__ = "search_texts"

    key: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    stems: Mapped[str]
    parts: Mapped[str]


KEPT = (EntryRow, DraftRow, BinRow, PictureBinRow, LocalStateRow, StateBaseRow, StateRow)
"""What cannot be made again."""

VIEWS = (
    SearchTextRow, ArticlePictureRow, ArticleRow, PictureRow, PictureVersionRow, LikenessRow,
    OverrideRow, DecisionRow, RevisionRow, MemberRow, HouseRow, NewsroomRow,
)  # fmt: skip
"""What `rebuild` empties and fills, in an order in which no row is left pointing at nothing."""

DERIVED = (PrintBandRow, PicturePrintRow)
"""What is made of the originals' pixels and kept through `rebuild`, which reads none."""

FULL_TEXT = "search_index"
"""The FTS5 table over `search_texts`; `search` says what its columns hold."""

FULL_TEXT_FORM = (
    "stems, starts, grams, content='', columnsize=0, tokenize='unicode61 remove_diacritics 0'"
)
"""The columns and options of the FTS5 table. It keeps no text: `search_texts` does."""

PICTURE_WORDS = "search_index_of_pictures"
"""The FTS5 table over `PictureRow.words`."""

PICTURE_WORDS_FORM = "words, content='', columnsize=0, tokenize='trigram case_sensitive 1'"
"""Its column and options. It keeps no text, and is asked in folded text alone."""
