"""The window's one way to the desk: deeds go into lanes, answers and changes come back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from newsroom import desk as deeds
from newsroom.desk import browsing
from newsroom.domain.article import Content, Story
from newsroom.domain.changes import Changes
from newsroom.domain.document import Document
from newsroom.domain.errors import NotFound
from newsroom.domain.findings import Finding
from newsroom.domain.house import House
from newsroom.domain.ids import ArticleId, PictureId
from newsroom.domain.member import Member
from newsroom.domain.pasted import Pasted
from newsroom.domain.picture import Picture
from newsroom.domain.progress import Watch
from newsroom.domain.summary import (
    ArticleQuery,
    ArticleSummary,
    PictureQuery,
    PictureSummary,
    Revision,
)
from newsroom.domain.workflow import Decision
from newsroom.ui.inserting.adding import Adding
from newsroom.ui.lanes import Failed, Lanes

if TYPE_CHECKING:
    from newsroom.desk.drafting import Created, OpenArticle, Saved
    from newsroom.desk.illustrating import Added
    from newsroom.desk.room import Desk
    from newsroom.domain.glance import Glance

T = TypeVar("T")
Done = Callable[[T], None]


def ignore(answer: object) -> None:
    """Take an answer that nobody waits for."""


class DeskLink(QObject):
    """Every deed that the window asks for.

    `changed` tells every pane what moved, and who asked for it, so that the one that did stays
    still; `failed` carries an error that the one who asked does not handle itself.

    A window may stand before its desk is open: what it asks for then waits for `seat`, and what it
    must recall at once comes from the glance.
    """

    changed = Signal(object, object)
    failed = Signal(object)

    def __init__(self, desk: Desk | None, lanes: Lanes, glance: Glance | None = None) -> None:
        super().__init__()
        self._desk = desk
        self._lanes = lanes
        self._glance = glance
        self._waiting: list[Callable[[Desk], object]] = []
        self._adding = Adding(self.picture, self.write, self.failed.emit)

    def seat(self, desk: Desk) -> None:
        """Take the desk, and do what was asked for while it was being opened, in that order."""
        self._desk = desk
        self._glance = None
        waiting, self._waiting = self._waiting, []
        for send in waiting:
            send(desk)

    def _when_seated(self, send: Callable[[Desk], object]) -> None:
        if self._desk is None:
            self._waiting.append(send)
        else:
            send(self._desk)

    def read(
        self,
        deed: Callable[[Desk], T],
        done: Done[T],
        topic: str = "",
        failed: Failed | None = None,
    ) -> None:
        """Look something up beside other work; of one topic only the newest answer arrives."""
        fail = failed or self.failed.emit
        self._when_seated(lambda desk: self._lanes.read(partial(deed, desk), done, fail, topic))

    def picture(self, deed: Callable[[Desk], T], done: Done[T], failed: Failed) -> None:
        """Work on the bytes of a picture, beside all other reading."""
        self._when_seated(lambda desk: self._lanes.picture(partial(deed, desk), done, failed))

    def write(
        self,
        deed: Callable[[Desk], T],
        done: Done[T] = ignore,
        by: object = None,
        failed: Failed | None = None,
    ) -> None:
        """Do something after all that was asked before it, and tell everybody what moved."""
        tell, fail = self._telling(done, by), failed or self.failed.emit
        self._when_seated(lambda desk: self._lanes.write(partial(deed, desk), tell, fail))

    def long(
        self,
        deed: Callable[[Desk], T],
        done: Done[T],
        by: object = None,
        failed: Failed | None = None,
    ) -> None:
        """Do something that takes long after all that was asked before it.

        What is asked later does not wait for it: words that are typed meanwhile go to disk. A deed
        that takes the write lane does so for short transactions only.
        """
        tell, fail = self._telling(done, by), failed or self.failed.emit

        def begin(desk: Desk) -> None:
            self._lanes.long(partial(deed, desk), tell, fail)

        self._when_seated(lambda desk: self._lanes.write(lambda: desk, begin, fail))

    def _telling(self, done: Done[T], by: object) -> Done[T]:
        """Answer, then tell everybody what moved."""

        def answered(answer: T) -> None:
            done(answer)
            self._tell(answer, by)

        return answered

    def _tell(self, answer: object, by: object) -> None:
        changes = answer if isinstance(answer, Changes) else getattr(answer, "changes", None)
        if isinstance(changes, Changes) and changes:
            self.changed.emit(changes, by)

    def now(self) -> datetime:
        """Tell the time by the desk's clock; by the laptop's while the desk is being opened."""
        return self._desk.now() if self._desk else datetime.now().astimezone()

    def articles(
        self,
        query: ArticleQuery,
        done: Done[tuple[ArticleSummary, ...]],
        topic: str = "",
        failed: Failed | None = None,
    ) -> None:
        """List articles."""
        self.read(lambda desk: browsing.articles(desk, query), done, topic, failed)

    def count(self, query: ArticleQuery, done: Done[int], topic: str = "") -> None:
        """Count articles."""
        self.read(lambda desk: browsing.count(desk, query), done, topic)

    def new_article(self, done: Done[Created], failed: Failed) -> None:
        """Begin an article."""
        self.write(deeds.drafting.new_article, done, failed=failed)

    def open_article(self, article: ArticleId, done: Done[OpenArticle], failed: Failed) -> None:
        """Fetch an article for the editor, after every save that is under way."""
        self.write(lambda desk: deeds.drafting.open_article(desk, article), done, failed=failed)

    def save_draft(
        self, article: ArticleId, content: Content, done: Done[Saved], failed: Failed, by: object
    ) -> None:
        """Put a draft on disk."""
        self.write(lambda desk: deeds.drafting.save_draft(desk, article, content), done, by, failed)

    def save_revision(self, article: ArticleId, done: Done[Changes] = ignore) -> None:
        """Save the draft as a version."""
        self.write(lambda desk: deeds.drafting.save_revision(desk, article), done)

    def submit(self, article: ArticleId, done: Done[Changes], failed: Failed) -> None:
        """Send an article to review."""
        self.write(lambda desk: deeds.reviewing.submit(desk, article), done, failed=failed)

    def standing(
        self, article: ArticleId, done: Done[tuple[ArticleSummary, str]], topic: str
    ) -> None:
        """Tell how an article stands, and why it cannot be submitted, empty where it can."""
        self.read(
            lambda desk: (
                browsing.summary(desk, article),
                deeds.reviewing.nothing_to_submit(desk, article),
            ),
            done,
            topic,
            ignore,
        )

    def history(
        self,
        article: ArticleId,
        done: Done[tuple[tuple[Revision, ...], tuple[Decision, ...]]],
        topic: str = "history",
    ) -> None:
        """List the revisions and decisions of an article, each oldest first."""
        self.read(
            lambda desk: (browsing.revisions(desk, article), browsing.decisions(desk, article)),
            done,
            topic,
        )

    def findings(self, story: Story, done: Done[tuple[Finding, ...]]) -> None:
        """Check a story by the rules of the house."""
        self.read(lambda desk: deeds.checking.findings(desk, story), done, "findings")

    def pictures_of(
        self, wanted: frozenset[PictureId], done: Done[dict[PictureId, Picture]], topic: str = ""
    ) -> None:
        """Fetch pictures by id; one that the library lacks is left out."""
        self.read(lambda desk: _pictures(desk, wanted), done, topic)

    def saved_picture(self, name: PictureId, done: Done[Picture]) -> None:
        """Fetch a picture after every save that is under way, such as that of its credit."""
        self.write(lambda desk: browsing.picture(desk, name), done)

    def pictures(self, query: PictureQuery, done: Done[tuple[PictureSummary, ...]]) -> None:
        """List pictures."""
        self.read(lambda desk: browsing.pictures(desk, query), done, "choose-picture")

    def add_picture(self, source: Path | bytes, done: Done[Added]) -> None:
        """Add a picture from a file, or from bytes that were pasted, after those on their way."""
        self._adding.add(source, done)

    def fetch_picture(self, address: str, done: Done[bytes], failed: Failed) -> None:
        """Fetch the bytes of a picture from the web, which somebody asked for."""
        self.picture(lambda _desk: deeds.fetching.picture_from_web(address), done, failed)

    def thumbnail(
        self, picture: PictureId, side: int, done: Done[bytes], failed: Failed = ignore
    ) -> None:
        """Fetch a JPEG of a picture that fits into a square; silence where there is none."""
        self.picture(lambda desk: deeds.illustrating.thumbnail(desk, picture, side), done, failed)

    def newsroom(self, done: Done[tuple[House, Member, tuple[Member, ...]]]) -> None:
        """Tell the house, who works on this laptop, and every member."""
        self.read(
            lambda desk: (browsing.house(desk), browsing.me(desk), browsing.members(desk)),
            done,
            "newsroom",
        )

    def recall(self, key: str) -> str | None:
        """Recall at once a text that this laptop kept; the window asks before it is filled."""
        if self._desk is None:
            return self._glance.remembered.get(key) if self._glance else None
        return browsing.remembered(self._desk, key)

    def remember(self, key: str, value: str) -> None:
        """Keep a text on this laptop."""
        self.write(lambda desk: browsing.remember(desk, key, value), failed=ignore)

    def read_body(self, markdown: str) -> Document:
        """Read a body's Markdown, here and now."""
        return deeds.wording.read_body(markdown)

    def paste_html(self, html: str, page: str, rtf: bytes, watch: Watch) -> Pasted:
        """Read what was copied elsewhere, here and now; `page` is where, or empty."""
        return deeds.wording.paste_html(html, page, rtf, watch)

    def paste_telegram(self, text: bytes, tags: bytes) -> Document:
        """Read what was copied in Telegram Desktop, here and now."""
        return deeds.wording.paste_telegram(text, tags)

    def paste_markdown(self, markdown: str) -> Document:
        """Read Markdown that was written elsewhere, here and now."""
        return deeds.wording.paste_markdown(markdown)

    def apart(self, work: Callable[[], T], done: Done[T], failed: Failed) -> int:
        """Do something long that needs no library, beside the window."""
        return self._lanes.read(work, done, failed)

    def copy_html(self, document: Document) -> str:
        """Write a part of a body for other programs, here and now."""
        return deeds.wording.copy_html(document)

    def write_body(self, document: Document) -> str:
        """Write a body's Markdown, here and now."""
        return deeds.wording.write_body(document)


def _pictures(desk: Desk, wanted: frozenset[PictureId]) -> dict[PictureId, Picture]:
    found: dict[PictureId, Picture] = {}
    for name in wanted:
        try:
            found[name] = browsing.picture(desk, name)
        except NotFound:
            continue
    return found
