"""The review place: a queue, the compared story, and the decision."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListView,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from newsroom.desk import reviewing
from newsroom.desk.reviewing import Review
from newsroom.domain.changes import Changes
from newsroom.domain.comparison import Change
from newsroom.domain.ids import ArticleId, PictureId
from newsroom.domain.summary import ArticleQuery
from newsroom.domain.workflow import State
from newsroom.ui.articles.delegate import ArticleDelegate
from newsroom.ui.articles.model import ArticleListModel
from newsroom.ui.articles.sections import Sections
from newsroom.ui.catching_up import CatchingUp
from newsroom.ui.desk_link import DeskLink, ignore
from newsroom.ui.keeping.jotting import Jotter
from newsroom.ui.look.bars import Footer, PaneHeader, Surface
from newsroom.ui.look.controls import IconButton, Segments
from newsroom.ui.look.focus import in_order
from newsroom.ui.look.labels import EmptyState, IconLabel, Label, TitleLabel
from newsroom.ui.look.scale import grown
from newsroom.ui.look.theme import Theme
from newsroom.ui.look.tokens import (
    FOLD_INSPECTOR,
    META,
    PANE_TITLE,
    RAIL,
    SPACE_16,
    Family,
    Ink,
    Type,
)
from newsroom.ui.look.turns import Turns, stack
from newsroom.ui.review.change_key import ChangeKey
from newsroom.ui.review.comparison_view import ComparisonView, Thumbnails, change_words
from newsroom.ui.review.decision_card import DecisionCard
from newsroom.ui.review.gathering import Gathered, compared_words, gather, note_key
from newsroom.ui.review.stale_banner import StaleBanner
from newsroom.ui.review.teaching import NoStory

WAITING = frozenset({State.IN_REVIEW, State.STALE})
DECIDED = frozenset({State.APPROVED, State.RETURNED, State.PUBLISHED})
_TITLE = Type(Family.SANS, 13, 20, 600)
_QUEUE, _STORY_LEAST, _SIDE = 288, 376, 388
_WHICH = (("waiting", "Waiting", ""), ("decided", "Decided", ""))
_FORMS = (("changes", "Changes", "mdi6.compare"), ("clean", "Clean", ""))
_THUMBNAIL = 320


class ReviewPlace(CatchingUp):
    """Shows one story at a time and carries the reviewer's decision to the desk.

    In a narrow window the decision takes turns with the story instead of standing beside it.
    `decided` carries the new state of the story on show.
    """

    decided = Signal(object)

    def __init__(self, theme: Theme, link: DeskLink, sections: Sections, jotter: Jotter) -> None:
        super().__init__("chrome", self.look_again)
        self._link = link
        self._jotter = jotter
        self._article: ArticleId | None = None
        self._shown: Review | None = None
        self._model = ArticleListModel(link, sections, "review-list")
        self._model.setParent(self)
        self.queue = _queue(ArticleDelegate(theme, sections, link.now, self), self._model)
        self._count = Label("", META, Ink.INK_3)
        thumbnails: Thumbnails = self._thumbnail
        self.story = ComparisonView(theme, thumbnails)
        self.card = DecisionCard(theme, thumbnails)
        self._banner = StaleBanner(theme)
        self._title = TitleLabel("", _TITLE)
        self._place_label = Label("", META, Ink.INK_2)
        self._empty = EmptyState(theme)
        self.no_story = NoStory(theme)
        self._which = Segments(theme, _WHICH)
        self._form = Segments(theme, _FORMS)
        self._arrows = (
            IconButton(theme, "mdi6.arrow-up", "Previous change", "Alt+Up"),
            IconButton(theme, "mdi6.arrow-down", "Next change", "Alt+Down"),
        )
        self._lists = QStackedWidget()
        self._stack = QStackedWidget()
        self._turns = Turns(theme, self._stack, self.card, ("Story", "Decision"))
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._build(theme)
        self._connect(theme)
        self._say_place()
        self._model.ask(ArticleQuery(states=WAITING))

    def _build(self, theme: Theme) -> None:
        self._which.setAccessibleName("Which stories")
        self._form.setAccessibleName("With changes or clean")
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        self._panes = (self._queue_pane(theme), self._story_pane(theme), self.card)
        for pane in self._panes:
            self._splitter.addWidget(pane)
        self._splitter.setStretchFactor(1, 1)
        self._splitter.setSizes([grown(_QUEUE), 700, grown(_SIDE)])
        self.first_stop = self.queue
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._splitter)
        self.card.show_nothing()
        in_order(
            self._which,
            self.queue,
            self._turns.switch,
            *self._arrows,
            self._form,
            self.story,
            *self.card.stops(),
        )

    def _queue_pane(self, theme: Theme) -> Surface:
        pane = Surface("pane")
        pane.setAccessibleName("Queue")
        header = PaneHeader("pane")
        header.add(Label("Review", PANE_TITLE), self._count)
        header.stretch()
        header.add(self._which)
        footer = Footer("pane")
        footer.add(
            IconLabel(theme, "mdi6.key-outline", "Your key is on this laptop", META, Ink.INK_2)
        )
        footer.stretch()
        self._lists.addWidget(self.queue)
        self._lists.addWidget(self._empty)
        _column(pane, header, self._lists, footer)
        return pane

    def _story_pane(self, theme: Theme) -> Surface:
        pane = Surface("paper")
        pane.setAccessibleName("Story")
        pane.setMinimumWidth(_STORY_LEAST)
        header = PaneHeader("paper")
        header.add(self._turns.switch)
        header.row.addWidget(self._title, 1)
        header.add(self._place_label, *self._arrows, self._form)
        reading = Surface("paper")
        inside = QVBoxLayout(reading)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        above = QVBoxLayout()
        above.setContentsMargins(SPACE_16, SPACE_16, SPACE_16, 0)
        above.addWidget(self._banner)
        inside.addLayout(above)
        inside.addWidget(self.story, 1)
        self._stack.addWidget(self.no_story)
        self._stack.addWidget(reading)
        footer = Footer("paper")
        footer.add(
            ChangeKey(theme, "Added", Change.ADDED), ChangeKey(theme, "Removed", Change.REMOVED)
        )
        footer.stretch()
        _column(pane, header, self._turns, footer)
        return pane

    def panes(self) -> list[QWidget]:
        """Give the panes on show, from left to right."""
        return [pane for pane in self._panes if pane.isVisible()]

    def fold(self) -> None:
        """Take the form for the width that this place has now."""
        queue, side = grown(_QUEUE), grown(_SIDE)
        sizes = (queue, self.width() - queue - side, side)
        narrow = self.width() < grown(FOLD_INSPECTOR - RAIL)
        stack(self._splitter, queue)
        if self._turns.fold(self._splitter, sizes, folded=narrow):
            self.card.header.setVisible(not narrow)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fold()

    @property
    def still(self) -> bool:
        """Whether the story that was chosen last is on show, with its pictures."""
        return (self._article is None or bool(self._on_show())) and self.story.still

    def look_again(self) -> None:
        """Show the story as it stands now."""
        if self._article:
            self.show_article(self._article)

    def _connect(self, theme: Theme) -> None:
        theme.theme_changed.connect(self.fold)
        # Their keys are in the table of commands: a button's own shortcut acts a tenth of a second
        # late and swallows quick presses.
        for button, step in zip(self._arrows, (-1, 1), strict=True):
            button.clicked.connect(partial(self.next_change, step))
        self._form.chosen.connect(self._on_form)
        self._turns.turned.connect(self._show_tools)
        self._which.chosen.connect(self._ask)
        self._model.counted.connect(self._on_counted)
        self._model.refreshed.connect(self._on_refreshed)
        self.queue.selectionModel().currentChanged.connect(self._on_chosen)
        self._empty.wanted.connect(self._on_show_others)
        self.card.approve_wanted.connect(self.approve)
        self.card.note_typed.connect(self._on_note)
        self.card.return_wanted.connect(self.give_back)
        self.card.submit_wanted.connect(self.submit)
        self._link.changed.connect(self._on_changed)

    def show_article(self, article: ArticleId) -> None:
        """Show a story, as far as it was ever submitted."""
        self._article = article
        if self._shown and self._shown.story.id != article:
            self.card.hold()
        self._link.read(
            partial(gather, article), self._on_gathered, "review", failed=self._on_failed
        )

    def approve(self) -> None:
        """Approve the story that is shown, as it is shown."""
        if seen := self._on_show():
            self._link.write(
                lambda desk: reviewing.approve(desk, seen.story.id, seen=seen.bound),
                lambda _: self._end_note(seen.story.id),
                failed=self._on_refused,
            )

    def give_back(self, note: str) -> None:
        """Return the story that is shown, with a note."""
        if seen := self._on_show():
            self._link.write(
                lambda desk: reviewing.return_with_note(desk, seen.story.id, note),
                lambda _: self._end_note(seen.story.id),
                failed=self._on_refused,
            )

    def submit(self) -> None:
        """Send the story that is shown to review, as its writer left it."""
        if seen := self._on_show():
            self.card.hold()
            self._link.submit(seen.story.id, ignore, self._on_refused)

    def _on_show(self) -> Review | None:
        """Give what the reviewer has before them; nothing while another story is on its way."""
        seen = self._shown
        return seen if seen and seen.story.id == self._article else None

    def _on_refused(self, error: Exception) -> None:
        """Show the story as it stands now, and say why nothing was decided."""
        self.look_again()
        self._link.failed.emit(error)

    def _thumbnail(self, picture: PictureId, done: Callable[[bytes], None]) -> None:
        self._link.thumbnail(picture, _THUMBNAIL, done)

    def _ask(self, which: str) -> None:
        self._model.ask(ArticleQuery(states=WAITING if which == "waiting" else DECIDED))

    def _on_show_others(self) -> None:
        which = "waiting" if self._which.chosen_key == "decided" else "decided"
        self._which.choose(which)
        self._ask(which)

    def _on_counted(self, total: int) -> None:
        decided = self._model.query.states == DECIDED
        self._count.setText(str(total) if decided else f"{total} waiting")
        if decided:
            self._empty.say("Nothing has been decided yet", "Show waiting")
        else:
            self._empty.say("Nothing is waiting for you", "Show decided")
        self.no_story.teach(on=not total)
        self._lists.setCurrentIndex(0 if total else 1)

    def _on_refreshed(self, places: Mapping[ArticleId, int]) -> None:
        if self._article is not None and self._article in places:
            self.queue.setCurrentIndex(self._model.index(places[self._article], 0))
        elif self._article is not None:
            self.queue.setCurrentIndex(QModelIndex())
        elif first := self._model.summary(0):
            self.queue.setCurrentIndex(self._model.index(0, 0))
            self.show_article(first.id)

    def _on_chosen(self, index: QModelIndex) -> None:
        summary = self._model.summary(index.row())
        if summary and summary.id != self._article:
            self.show_article(summary.id)

    def _on_changed(self, changes: Changes, by: object) -> None:
        self._model.refresh()
        if self._article in changes.articles or changes.house:
            self.catch_up()

    def _on_gathered(self, gathered: Gathered) -> None:
        review, house, approver, note = gathered
        name = review.story.id
        if self._shown is None or self._shown.story.id != name:
            unsaved = self._jotter.unsaved(note_key(name))
            self.card.show_note(note if unsaved is None else unsaved)
        former, self._shown = self._shown, review
        self._title.setText(compared_words(review))
        self.story.show_comparison(review.comparison)
        self.card.show_review(review, house)
        self._banner.show_review(review, approver)
        self._stack.setCurrentIndex(1)
        self._say_place()
        if former and former.story.id == review.story.id and former.state is not review.state:
            self.decided.emit(review.state)

    def _on_note(self, note: str) -> None:
        if self._shown:
            self._jotter.jot(note_key(self._shown.story.id), note)

    def _end_note(self, article: ArticleId) -> None:
        """Let the note end with the decision that it was typed for."""
        self._jotter.jot(note_key(article), "")
        if self._shown and self._shown.story.id == article:
            self.card.show_note("")

    def _on_failed(self, error: Exception) -> None:
        self._shown = None
        self._stack.setCurrentIndex(0)
        self.card.show_nothing()
        self._link.failed.emit(error)

    def _on_form(self, form: str) -> None:
        self.story.show_clean(form == "clean")
        self._say_place()

    def show_side(self, side: str) -> None:
        """Turn to the `story` or the `decision`, where they take turns."""
        self._turns.show_side(side=side == "decision")

    def _show_tools(self, story: bool) -> None:
        for part in (self._place_label, *self._arrows, self._form):
            part.setVisible(story)

    def next_change(self, step: int) -> None:
        """Go to the next change of the story, or the one before."""
        self.story.go(step)
        self._say_place()

    def _say_place(self) -> None:
        total, here = self.story.changes, self.story.change
        for button in self._arrows:
            button.setEnabled(total > 0)
        self._place_label.setText(change_words(here, total) if self._shown else "")


def _queue(delegate: ArticleDelegate, model: ArticleListModel) -> QListView:
    view = QListView()
    view.setModel(model)
    view.setItemDelegate(delegate)
    view.setUniformItemSizes(True)
    view.setMouseTracking(True)
    view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setFrameShape(QListView.Shape.NoFrame)
    view.setAccessibleName("Stories to decide on")
    return view


def _column(pane: Surface, *parts: Surface | QStackedWidget) -> None:
    column = QVBoxLayout(pane)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for part in parts:
        column.addWidget(part, 1 if isinstance(part, QStackedWidget) else 0)
