"""The unit of work: everything between a deed's first write and its commit, or nothing."""

from __future__ import annotations

import json
from collections.abc import Collection
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects.sqlite import insert

from newsroom.domain.article import Content, content_from_json, content_to_json
from newsroom.domain.changes import Changes
from newsroom.domain.entry import EntryKind, SignedEntry
from newsroom.domain.ids import ArticleId, PictureId
from newsroom.domain.prints import Print
from newsroom.domain.times import ledger_time
from newsroom.store import applying, articles, ledger, prints, states
from newsroom.store.connection import flush_log
from newsroom.store.draft_texts import DraftTexts
from newsroom.store.models import ArticleRow, BinRow, DraftRow, LocalStateRow, PictureBinRow
from newsroom.store.reprojecting import Parse, reproject, users_of
from newsroom.store.view import View


class UnitOfWork(View):
    """A view that can write. What is not committed when its `with` ends has not happened."""

    def __init__(self, connection: Connection, parse: Parse, file: Path) -> None:
        super().__init__(connection, parse, DraftTexts())
        self._file = file
        self._precious = False

    def add(self, signed: SignedEntry) -> Changes:
        """Keep an entry and bring the views up to it; an entry that is there changes nothing.

        What somebody decides about comes back from the bin. The signature is not judged
        here. Raises `Refused` when the id is not that of the bytes.
        """
        if not ledger.keep(self._connection, signed):
            return Changes()
        self._precious = True
        touched = applying.apply(self._connection, signed)
        changes = Changes(
            house=touched.house, members=touched.members, likenesses=touched.likenesses
        )
        if touched.article:
            if signed.entry.kind == EntryKind.DECISION:
                self._connection.execute(delete(BinRow).where(BinRow.article == touched.article))
            changes |= self._reproject(touched.article, index=True)
        if touched.picture:
            changes |= Changes(pictures=frozenset({touched.picture}))
            for article in users_of(self._connection, touched.picture):
                changes |= self._reproject(article, index=True)
        return changes

    def save_draft(self, article: ArticleId, content: Content, at: datetime) -> Changes:
        """Keep the working copy of an article, and a state of it. `at` carries a time zone.

        The first state is of what stood before; what nobody has changed yet needs none. Text that
        is no Unicode (half a surrogate pair) is kept as "?", so that saving never fails.
        """
        text = _written(content)
        self._precious = True
        # Parsed before the first statement, so that the transaction does not wait for it.
        self._parse(content_from_json(json.loads(text)).body)
        former = self._former(article)
        row = {"content": text, "saved_at": ledger_time(at), "indexed": False}
        wanted = insert(DraftRow).values(article=article, **row)
        self._connection.execute(wanted.on_conflict_do_update(index_elements=["article"], set_=row))
        self._settle(set(articles.pending(self._connection)) - {article})
        changes = self._reproject(article, index=False)
        if former:
            states.keep(self._connection, article, text, at, self._words(article))
        return changes

    def drop_draft(self, article: ArticleId) -> Changes:
        """Go back to the newest revision; an article that has none is gone."""
        dropped = self._connection.execute(delete(DraftRow).where(DraftRow.article == article))
        if not dropped.rowcount:
            return Changes()
        if articles.standing(self._connection, article) is None:
            self._connection.execute(delete(BinRow).where(BinRow.article == article))
        return self._reproject(article, index=True)

    def put_in_bin(self, article: ArticleId, at: datetime) -> Changes:
        """Put an article out of sight on this laptop; one that is there stays as it was."""
        wanted = insert(BinRow).values(article=article, at=ledger_time(at))
        put = self._connection.execute(wanted.on_conflict_do_nothing())
        return self._reproject(article, index=True) if put.rowcount else Changes()

    def take_from_bin(self, article: ArticleId) -> Changes:
        """Put an article back into the lists."""
        taken = self._connection.execute(delete(BinRow).where(BinRow.article == article))
        return self._reproject(article, index=True) if taken.rowcount else Changes()

    def put_picture_in_bin(self, picture: PictureId, at: datetime) -> Changes:
        """Put a picture out of sight on this laptop; one that is there stays as it was."""
        wanted = insert(PictureBinRow).values(picture=picture, at=ledger_time(at))
        put = self._connection.execute(wanted.on_conflict_do_nothing())
        return Changes(pictures=frozenset({picture})) if put.rowcount else Changes()

    def take_picture_from_bin(self, picture: PictureId) -> Changes:
        """Put a picture back into the lists."""
        row = PictureBinRow
        taken = self._connection.execute(delete(row).where(row.picture == picture))
        return Changes(pictures=frozenset({picture})) if taken.rowcount else Changes()

    def hold_state(self, article: ArticleId) -> None:
        """Let what stands of an article be spared when states are thinned out."""
        self._former(article)
        states.hold(self._connection, article)

    def drop_states(self, article: ArticleId, numbers: Collection[int]) -> None:
        """Drop states of an article; nothing that anybody sees as it stands changes."""
        states.drop(self._connection, article, numbers)

    def file_print(self, picture: PictureId, found: Print | None) -> None:
        """File what a picture looks like; None where it looks like nothing in particular."""
        prints.put(self._connection, picture, found)

    def settle(self) -> None:
        """Index the drafts that typing left for later; without it search is right, but slower."""
        self._settle(set(articles.pending(self._connection)))

    def remember(self, key: str, value: str) -> None:
        """Remember a text under a key, on this laptop only."""
        wanted = insert(LocalStateRow).values(key=key, value=value)
        self._connection.execute(
            wanted.on_conflict_do_update(index_elements=["key"], set_={"value": value})
        )

    def jot(self, key: str, text: str) -> None:
        """Remember a text as precious as a draft; an empty one is forgotten."""
        self._precious = True
        if text:
            self.remember(key, text)
        else:
            self.forget(key)

    def forget(self, key: str) -> None:
        """Forget what was remembered under a key."""
        self._connection.execute(delete(LocalStateRow).where(LocalStateRow.key == key))

    def commit(self) -> None:
        """Make what was done last. An entry or a draft is on the disk itself when this returns."""
        self._connection.commit()
        if self._precious:
            flush_log(self._file)
            self._precious = False

    def _former(self, article: ArticleId) -> bool:
        """Whether there is a former state of an article; what stood until now becomes the first."""
        if states.has_any(self._connection, article):
            return True
        standing = articles.standing(self._connection, article)
        if standing is None:
            return False
        content, at = standing
        states.keep(self._connection, article, _written(content), at, self._words(article))
        return True

    def _words(self, article: ArticleId) -> int:
        wanted = select(ArticleRow.words).where(ArticleRow.id == article)
        return self._connection.execute(wanted).scalar_one()

    def _reproject(self, article: ArticleId, *, index: bool) -> Changes:
        moved = reproject(self._connection, self._parse, article, index=index)
        return Changes(articles=frozenset({article}), pictures=moved)

    def _settle(self, pending: set[ArticleId]) -> None:
        for article in sorted(pending):
            reproject(self._connection, self._parse, article, index=True)


def _written(content: Content) -> str:
    text = json.dumps(content_to_json(content), ensure_ascii=False)
    return text.encode("utf-8", "replace").decode()
