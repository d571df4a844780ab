"""Builders of signed entries, and a small dialect for libraries in tests.

The signatures are 64 zero bytes: the store keeps them and does not judge them.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from typing import Any

from newsroom.domain.article import Content, content_to_json
from newsroom.domain.canonical import Json
from newsroom.domain.document import Block, Document, Figure, Paragraph, Text
from newsroom.domain.entry import Entry, EntryKind, SignedEntry, entry_id
from newsroom.domain.fingerprint import fingerprint
from newsroom.domain.house import House
from newsroom.domain.house_record import house_to_json
from newsroom.domain.ids import ArticleId, EntryId, MemberId, NewsroomId, PictureId
from newsroom.domain.member import Role
from newsroom.domain.picture import Picture, disagreements_to_json, record_to_json
from newsroom.domain.times import ledger_time
from newsroom.domain.workflow import Verdict
from newsroom.store.folder import FILE
from newsroom.store.library import Library
from newsroom.store.models import VIEWS
from newsroom.store.view import View
from tests.support.stories import a_content, a_house, a_picture

START = datetime(2026, 4, 14, 6, 0, tzinfo=UTC)
WRITER = MemberId("aa" * 32)
EDITOR = MemberId("bb" * 32)
NO_SIGNATURE = bytes(64)

_FIGURE = re.compile(r'!\[(?P<alt>.*)\]\(picture:(?P<picture>[0-9a-f]+)(?: "(?P<caption>.*)")?\)')


def read_body(source: str) -> Document:
    """Read paragraphs parted by empty lines, and figures: enough of the dialect for a library."""
    return Document(tuple(_block(part) for part in source.split("\n\n") if part.strip()))


def _block(source: str) -> Block:
    figure = _FIGURE.fullmatch(source.strip())
    if figure is None:
        return Paragraph((Text(source.strip()),))
    return Figure(PictureId(figure["picture"]), figure["alt"], figure["caption"] or "")


def body_with(*pictures: Picture | PictureId, text: str = "The river rose overnight.") -> str:
    """Write a body of one paragraph and these pictures."""
    names = [shown.id if isinstance(shown, Picture) else shown for shown in pictures]
    figures = [f'![Ice on a river](picture:{name} "Ice on Tuesday.")' for name in names]
    return "\n\n".join((text, *figures)) + "\n"


def at(minute: float) -> datetime:
    """Give a moment so many minutes after the start of a test's day."""
    return START + timedelta(minutes=minute)


def signed(
    kind: str, body: dict[str, Json], minute: float = 0, author: MemberId = WRITER, **fields: Any
) -> SignedEntry:
    """Build an entry of any kind; `fields` replace `time` or `newsroom`."""
    entry = Entry(
        kind=kind,
        body=body,
        author=author,
        time=fields.get("time", ledger_time(at(minute))),
        newsroom=NewsroomId(fields.get("newsroom", "c" * 64)),
    )
    return SignedEntry(entry, entry_id(entry), NO_SIGNATURE)


def newsroom_entry(minute: float = 0, name: str = "The Steppe Courier") -> SignedEntry:
    """Build the first entry of a ledger."""
    return signed(EntryKind.NEWSROOM, {"name": name}, minute, newsroom="")


def member_entry(
    member: MemberId = WRITER,
    name: str = "Daniyar Kenes",
    roles: Iterable[str] = (Role.REPORTER,),
    minute: float = 0,
) -> SignedEntry:
    """Build an entry about a member."""
    body: dict[str, Json] = {"id": member, "name": name, "roles": [str(role) for role in roles]}
    return signed(EntryKind.MEMBER, body, minute)


def house_entry(house: House | None = None, minute: float = 0) -> SignedEntry:
    """Build an entry of a house."""
    return signed(EntryKind.HOUSE, {"house": house_to_json(house or a_house())}, minute)


def revision_entry(
    article: ArticleId,
    content: Content | None = None,
    minute: float = 0,
    parents: Iterable[EntryId] = (),
    author: MemberId = WRITER,
) -> SignedEntry:
    """Build an entry that saves the content of an article."""
    body: dict[str, Json] = {
        "article": article,
        "content": content_to_json(content or a_content()),
        "parents": list(parents),
    }
    return signed(EntryKind.REVISION, body, minute, author)


def picture_entry(picture: Picture | None = None, minute: float = 0) -> SignedEntry:
    """Build an entry that saves a picture's credit record."""
    shown = picture or a_picture()
    body: dict[str, Json] = {
        "picture": shown.id,
        "sha256": shown.sha256,
        "media_type": shown.media_type,
        "width": shown.width,
        "height": shown.height,
        "file_name": shown.file_name,
        "size": shown.size,
        "record": record_to_json(shown.record),
    }
    if shown.disagreements:
        body["disagreements"] = disagreements_to_json(shown.disagreements)
    return signed(EntryKind.PICTURE, body, minute)


def decision_entry(
    article: ArticleId,
    verdict: Verdict | str,
    bound: str = "d" * 64,
    *,
    minute: float = 0,
    revision: str = "e" * 64,
    note: str = "",
    own: bool = False,
) -> SignedEntry:
    """Build an entry that decides about a revision."""
    body: dict[str, Json] = {
        "article": article,
        "revision": revision,
        "verdict": str(verdict),
        "bound": bound,
        "note": note,
        "own": own,
    }
    return signed(EntryKind.DECISION, body, minute, EDITOR)


def decision_now(view: View, article: ArticleId, verdict: Verdict, minute: float) -> SignedEntry:
    """Build an entry that decides about an article exactly as it stands."""
    bound = fingerprint(view.story(article))
    return decision_entry(article, verdict, bound, minute=minute)


def add_all(library: Library, entries: Iterable[SignedEntry]) -> None:
    """Add entries in the order given, in one unit of work."""
    with library.writing() as work:
        for entry in entries:
            work.add(entry)
        work.commit()


def dump(library: Library) -> dict[str, list[tuple[Any, ...]]]:
    """Give the rows of every view table, sorted, with what full-text search has settled."""
    with library.writing() as work:
        work.settle()
        work.commit()
    file = library.folder / FILE
    with closing(sqlite3.connect(file)) as connection:
        return {
            model.__tablename__: sorted(
                connection.execute(f"SELECT * FROM {model.__tablename__}").fetchall()
            )
            for model in VIEWS
        }
