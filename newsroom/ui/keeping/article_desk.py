"""The article on the desk: opened, watched while it is written, saved, previewed, checked."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from newsroom.domain.article import Content
from newsroom.domain.changes import Changes
from newsroom.domain.errors import NewsroomError
from newsroom.domain.findings import Finding, open_ones
from newsroom.domain.ids import ArticleId, PictureId
from newsroom.domain.picture import Picture
from newsroom.domain.summary import ArticleSummary
from newsroom.ui.article.article_pane import ArticlePane
from newsroom.ui.desk_link import DeskLink
from newsroom.ui.frame.presenter import Presenter
from newsroom.ui.keeping.draft_keeper import DraftKeeper
from newsroom.ui.keeping.typed_ahead import TypedAhead
from newsroom.ui.lanes import Failed

if TYPE_CHECKING:
    from newsroom.desk.drafting import Created, OpenArticle, Saved

PREVIEW_MS = 5
"""How long after a key the story is handed on, at most: letters that come together go together."""
CHECKS_MS = 350
COUNTING_MS = 100
ON_ITS_WAY = "This story is on its way to review."


class ArticleDesk(QObject):
    """Couples the editor pane with the store.

    `story_changed` hands on the story as it is being written; `found` what the checks say of it;
    `sent` tells that its words, as they are now, are on their way to disk;
    `opened` tells which article is on the desk; `summary_changed` how it stands;
    `obstacle_changed` why it cannot be submitted, empty where it can.
    """

    story_changed = Signal(object)
    found = Signal(object)
    sent = Signal()
    opened = Signal(object)
    obstacle_changed = Signal(str)
    summary_changed = Signal(object)

    def __init__(
        self, app: QApplication, pane: ArticlePane, link: DeskLink, presenter: Presenter
    ) -> None:
        super().__init__()
        self.pane = pane
        self._link = link
        self._presenter = presenter
        self._wanted: ArticleId | None = None
        self._begun: ArticleId | None = None
        self._ahead = TypedAhead(app, pane)
        self._obstacle = ""
        self.keeper = DraftKeeper(self._save, link.now)
        self._preview = _single_shot(self, PREVIEW_MS)
        self._checks = _single_shot(self, CHECKS_MS)
        self._preview.timeout.connect(self._hand_on)
        self._checks.timeout.connect(self._check)
        self._opening = _single_shot(self, 0)
        self._opening.timeout.connect(self._show_beside)
        self._counting = _single_shot(self, COUNTING_MS)
        self._counting.timeout.connect(self._count)
        pane.edited.connect(self._on_edited)
        pane.written.connect(self._on_written)
        self.keeper.saved.connect(self._on_saved)
        self.keeper.stuck.connect(self._on_stuck)
        link.changed.connect(self._on_changed)

    @property
    def wanted(self) -> ArticleId | None:
        """The article that is on the desk, or on its way there."""
        return self._wanted

    def open(self, article: ArticleId) -> None:
        """Put an article on the desk, after saving the one that lies there.

        That one is watched until the other has come: somebody may go on typing into it. One that
        is on its way comes once, however often it is asked for, such as by the press and by the
        click of one button: a second coming would take caret and undo from who types already.
        """
        if article == self._wanted:
            return
        self._wanted = article
        if article == self.pane.article and self._begun is None:
            return
        self.keeper.flush()
        self._link.open_article(
            article, partial(self._on_opened, article), partial(self._on_not_opened, article)
        )

    def new(self) -> None:
        """Begin an article and put it on the desk; what is typed from now on is for it."""
        self._ahead.hold()
        self._link.new_article(self._on_created, self._on_not_created)

    def put_away(self) -> None:
        """Leave the desk empty, every word of the article being sent to disk."""
        self._wanted = None
        self.keeper.leave()
        self._preview.stop()
        self._checks.stop()
        self._counting.stop()
        self.pane.show_nothing()
        self.opened.emit(None)

    def submit(self) -> None:
        """Send the article to review, every word of it being on disk."""
        article = self.pane.article
        if article:
            self._tell_obstacle(ON_ITS_WAY)
            self.keeper.when_saved(
                lambda: self._link.submit(article, self._on_submitted, self._on_not_submitted),
                self._ask_standing,
            )

    def save_version(self) -> None:
        """Save the draft as a version."""
        article = self.pane.article
        if article:
            self.keeper.when_saved(lambda: self._link.save_revision(article, self._on_version))

    def stop(self) -> None:
        """Let every timer rest; the window is closing."""
        for timer in (self._preview, self._checks, self._opening, self._counting):
            timer.stop()
        self._ahead.stop()
        self.pane.stop()
        self.pane.body.awaiting.stop()
        self.keeper.stop()

    def _save(
        self, article: ArticleId, content: Content, done: Callable[[Saved], None], failed: Failed
    ) -> None:
        def stored(answer: Saved) -> None:
            if article == self.pane.article:
                self.pane.settle(content)
            done(answer)

        self._link.save_draft(article, content, stored, failed, self)
        if article == self.pane.article:
            self.sent.emit()

    def _on_created(self, created: Created) -> None:
        self._begun = created.article
        self.open(created.article)

    def _on_not_created(self, error: Exception) -> None:
        self._ahead.release()
        self._presenter.show(error)

    def _on_opened(self, article: ArticleId, opened: OpenArticle) -> None:
        """Show what was wanted; one that was begun in any case, for words are held for it."""
        begun = article == self._begun
        if article == self.pane.article or (article != self._wanted and not begun):
            return
        if begun:
            self._begun = None
            self._wanted = self._wanted or article
        try:
            self._show(article, opened)
            if begun:
                self.pane.begin()
            self._tell_opened(article, opened)
        finally:
            if begun:
                self._ahead.release()

    def _show(self, article: ArticleId, opened: OpenArticle) -> None:
        self.keeper.leave()
        held = self.keeper.held(article)
        self.pane.show_article(opened)
        if held is not None:
            self._take_back(held)
        self.keeper.watch(article, self.pane.content)

    def _tell_opened(self, article: ArticleId, opened: OpenArticle) -> None:
        self.opened.emit(article)
        self.summary_changed.emit(opened.summary)
        self._tell_obstacle("")
        self._ask_standing()
        self._opening.start()

    def _show_beside(self) -> None:
        """Show page and findings of what was opened, once its words are painted.

        How many words there are is known from the library; they are counted when there is time, so
        that the first key does not wait for that.
        """
        self._tell_story()
        self._check()
        self._counting.start()

    def _take_back(self, held: Content) -> None:
        """Show the words that a save could not take to disk: they are newer than the disk's."""
        self.pane.take_back(held, self._link.read_body(held.body))
        self.pane.footer.show_unsaved()

    def _on_not_opened(self, article: ArticleId, error: Exception) -> None:
        if article == self._wanted:
            self._wanted = self.pane.article
        if article == self._begun:
            self._begun = None
            self._ahead.release()
        self._presenter.show(error)

    def _on_edited(self) -> None:
        """Note a change at once: the next key may be the one that submits it."""
        if self.pane.article:
            self.keeper.typed()
            self._tell_obstacle("")

    def _on_written(self) -> None:
        self.pane.footer.show_unsaved()
        if not self._preview.isActive():
            self._preview.start()
        self._checks.start()

    def _on_saved(self, article: str, at: datetime) -> None:
        if not self.keeper.dirty:
            self._presenter.settle_unsaved()
        if article == self.pane.article and not self.keeper.dirty:
            self.pane.show_saved(at)

    def _on_stuck(self, since: datetime, error: Exception) -> None:
        self._presenter.show_unsaved(since, error)

    def _tell_obstacle(self, obstacle: str) -> None:
        if obstacle == self._obstacle:
            return
        self._obstacle = obstacle
        self.pane.header.show_obstacle(obstacle)
        self.obstacle_changed.emit(obstacle)

    def _ask_standing(self) -> None:
        if self.pane.article:
            self._link.standing(self.pane.article, self._on_standing, "open-standing")

    def _on_not_submitted(self, error: Exception) -> None:
        self._presenter.show(error)
        self._ask_standing()

    def _on_submitted(self, changes: Changes) -> None:
        self._presenter.tell(
            "Submitted for approval. If you change it now, submit it again: "
            "an editor reads what you submitted."
        )

    def _on_version(self, changes: Changes) -> None:
        if changes:
            self._presenter.tell("Version saved.")
        else:
            self._presenter.tell("Nothing has changed since the last version.")

    def _on_changed(self, changes: Changes, by: object) -> None:
        article = self.pane.article
        if article is None:
            return
        if changes.pictures & self.pane.pictures.keys():
            self._fetch_pictures(frozenset())
        if article not in changes.articles:
            return
        self._ask_standing()
        if by is not self:
            self._link.open_article(article, self._on_moved, self._on_not_renewed)

    def _on_standing(self, told: tuple[ArticleSummary, str]) -> None:
        """Take how the article stands; what is typed and not on disk yet can be submitted."""
        summary, obstacle = told
        if summary.id != self.pane.article:
            return
        self.pane.show_summary(summary)
        self.summary_changed.emit(summary)
        self._tell_obstacle("" if self.keeper.dirty else obstacle)

    def _on_moved(self, opened: OpenArticle) -> None:
        """Take over what another deed changed, and save it with what was typed meanwhile."""
        if opened.summary.id != self.pane.article:
            return
        if self.pane.renew(opened):
            self.keeper.typed()
        self._hand_on()
        self._check()

    def _on_not_renewed(self, error: Exception) -> None:
        if not isinstance(error, NewsroomError):
            self._presenter.show(error)

    def _hand_on(self) -> None:
        self._tell_story()
        if not self._counting.isActive():
            self._counting.start()

    def _count(self) -> None:
        if self.pane.article:
            self.pane.show_length()

    def _tell_story(self) -> None:
        if self.pane.article is None:
            return
        story = self.pane.story()
        missing = {figure.picture for figure in story.figures} - story.pictures.keys()
        if missing:
            self._fetch_pictures(frozenset(missing))
        self.story_changed.emit(story)

    def _fetch_pictures(self, missing: frozenset[PictureId]) -> None:
        """Fetch pictures and, since the newest answer is the only one, all that are known too."""
        wanted = missing | self.pane.pictures.keys()
        self._link.pictures_of(wanted, self._on_pictures, "open-pictures")

    def _on_pictures(self, found: dict[PictureId, Picture]) -> None:
        if found and self.pane.article:
            self.pane.learn_pictures(found)
            self._hand_on()
            self._check()

    def _check(self) -> None:
        if self.pane.article:
            self._link.findings(self.pane.story(), self._on_found)

    def _on_found(self, found: tuple[Finding, ...]) -> None:
        self.pane.footer.show_checks(len(open_ones(found)))
        self.found.emit(found)


def _single_shot(parent: QObject, interval: int) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(interval)
    return timer
