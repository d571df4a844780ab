"""The review place: a queue, the compared story, and the decision."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QHBoxLayout, QListView, QSplitter, QStackedWidget, QVBoxLayout

from newsroom.desk import browsing, reviewing
from newsroom.desk.reviewing import Review
from newsroom.desk.room import Desk
from newsroom.domain.changes import Changes
from newsroom.domain.house import House
from newsroom.domain.ids import ArticleId, PictureId
from newsroom.domain.lines import date_line
from newsroom.domain.summary import ArticleQuery
from newsroom.domain.workflow import State
from newsroom.ui.articles.delegate import ArticleDelegate
from newsroom.ui.articles.model import ArticleListModel, Sections
from newsroom.ui.desk_link import DeskLink
from newsroom.ui.look.bars import Footer, PaneHeader, Surface
from newsroom.ui.look.controls import IconButton, Segments
from newsroom.ui.look.labels import ElidedLabel, EmptyState, IconLabel, Label
from newsroom.ui.look.theme import Theme
from newsroom.ui.look.tokens import META, PANE_TITLE, SPACE_16, Family, Ink, Type
from newsroom.ui.review.comparison_view import ComparisonView, Thumbnails
from newsroom.ui.review.decision_card import DecisionCard
from newsroom.ui.review.stale_banner import StaleBanner

WAITING = frozenset({State.IN_REVIEW, State.STALE})
DECIDED = frozenset({State.APPROVED, State.RETURNED, State.PUBLISHED})
_TITLE = Type(Family.SANS, 13, 20, 600)
_QUEUE, _SIDE = 288, 388
_THUMBNAIL = 320


class ReviewPlace(Surface):
    """Shows one story at a time and carries the reviewer's decision to the desk."""

    def __init__(self, theme: Theme, link: DeskLink, sections: Sections) -> None:
        super().__init__("chrome")
        self._link = link
        self._article: ArticleId | None = None
        self._model = ArticleListModel(link, sections, "review-list")
        self._model.setParent(self)
        self.queue = _queue(ArticleDelegate(theme, sections, link.now, self), self._model)
        self._count = Label("", META, Ink.INK_3)
        thumbnails: Thumbnails = self._thumbnail
        self.story = ComparisonView(theme, thumbnails)
        self.card = DecisionCard(theme, thumbnails)
        self._banner = StaleBanner(theme)
        self._title = ElidedLabel("", _TITLE)
        self._place_label = Label("", META, Ink.INK_2)
        self._empty = EmptyState(theme, "Nothing is waiting for you", "Show decided")
        self._stack = QStackedWidget()
        self._build(theme)
        self._connect()
        self._model.ask(ArticleQuery(states=WAITING))

    def _build(self, theme: Theme) -> None:
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setHandleWidth(1)
        splitter.setChildrenCollapsible(False)
        for pane in (self._queue_pane(theme), self._story_pane(theme), self.card):
            splitter.addWidget(pane)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([_QUEUE, 700, _SIDE])
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(splitter)
        self.card.show_nothing()

    def _queue_pane(self, theme: Theme) -> Surface:
        pane = Surface("pane")
        pane.setMinimumWidth(_QUEUE - 48)
        header = PaneHeader("pane")
        header.add(Label("Review", PANE_TITLE), self._count)
        header.stretch()
        self._which = Segments(theme, (("waiting", "Waiting", ""), ("decided", "Decided", "")))
        header.add(self._which)
        footer = Footer("pane")
        footer.add(
            IconLabel(theme, "mdi6.key-outline", "Your key is on this laptop", META, Ink.INK_2)
        )
        footer.stretch()
        lists = QStackedWidget()
        lists.addWidget(self.queue)
        lists.addWidget(self._empty)
        self._lists = lists
        _column(pane, header, lists, footer)
        return pane

    def _story_pane(self, theme: Theme) -> Surface:
        pane = Surface("paper")
        pane.setMinimumWidth(420)
        header = PaneHeader("paper")
        header.row.addWidget(self._title, 1)
        back = IconButton(theme, "mdi6.arrow-up", "Previous change", "Alt+Up")
        on = IconButton(theme, "mdi6.arrow-down", "Next change", "Alt+Down")
        back.setShortcut("Alt+Up")
        on.setShortcut("Alt+Down")
        back.clicked.connect(partial(self._go, -1))
        on.clicked.connect(partial(self._go, 1))
        form = Segments(theme, (("changes", "Changes", "mdi6.compare"), ("clean", "Clean", "")))
        form.chosen.connect(self._on_form)
        header.add(self._place_label, back, on, form)
        reading = Surface("paper")
        inside = QVBoxLayout(reading)
        inside.setContentsMargins(SPACE_16, SPACE_16, SPACE_16, 0)
        inside.addWidget(self._banner)
        inside.addWidget(self.story, 1)
        nothing = EmptyState(theme, "Choose a story from the list")
        self._stack.addWidget(nothing)
        self._stack.addWidget(reading)
        footer = Footer("paper")
        footer.add(
            IconLabel(theme, "mdi6.format-underline", "Added", META, Ink.GREEN),
            IconLabel(theme, "mdi6.format-strikethrough", "Removed", META, Ink.RED),
        )
        footer.stretch()
        _column(pane, header, self._stack, footer)
        return pane

    def _connect(self) -> None:
        self._which.chosen.connect(self._on_which)
        self._model.counted.connect(self._on_counted)
        self._model.refreshed.connect(self._on_refreshed)
        self.queue.selectionModel().currentChanged.connect(self._on_chosen)
        self._empty.wanted.connect(self._on_show_decided)
        self.card.approve_wanted.connect(self.approve)
        self.card.return_wanted.connect(self.give_back)
        self._link.changed.connect(self._on_changed)

    def show_article(self, article: ArticleId) -> None:
        """Show a story, as far as it was ever submitted."""
        self._article = article
        self._link.read(
            partial(_gather, article), self._on_gathered, "review", failed=self._on_failed
        )

    def approve(self) -> None:
        """Approve the story that is shown."""
        if self._article:
            article = self._article
            self._link.write(lambda desk: reviewing.approve(desk, article))

    def give_back(self, note: str) -> None:
        """Return the story that is shown, with a note."""
        if self._article:
            article = self._article
            self._link.write(lambda desk: reviewing.return_with_note(desk, article, note))

    def _thumbnail(self, picture: PictureId, done: object) -> None:
        assert callable(done)
        self._link.thumbnail(picture, _THUMBNAIL, done)

    def _ask(self, which: str) -> None:
        self._model.ask(ArticleQuery(states=WAITING if which == "waiting" else DECIDED))

    def _on_show_decided(self) -> None:
        self._which.choose("decided")
        self._ask("decided")

    def _on_which(self, which: str) -> None:
        self._ask(which)

    def _on_counted(self, total: int) -> None:
        self._count.setText(str(total))
        self._lists.setCurrentIndex(0 if total else 1)

    def _on_refreshed(self) -> None:
        if self._article is None and (first := self._model.summary(0)):
            self.queue.setCurrentIndex(self._model.index(0))
            self.show_article(first.id)

    def _on_chosen(self, index: QModelIndex) -> None:
        summary = self._model.summary(index.row())
        if summary and summary.id != self._article:
            self.show_article(summary.id)

    def _on_changed(self, changes: Changes, by: object) -> None:
        del by
        self._model.refresh()
        if self._article and (self._article in changes.articles or changes.house):
            self.show_article(self._article)

    def _on_gathered(self, gathered: tuple[Review, House]) -> None:
        review, house = gathered
        self._title.setText(_compared(review))
        self.story.show_comparison(review.comparison)
        self.card.show_review(review, house)
        self._banner.show_review(review, _approved_at(review, house))
        self._stack.setCurrentIndex(1)
        self._say_place()

    def _on_failed(self, error: Exception) -> None:
        self._stack.setCurrentIndex(0)
        self.card.show_nothing()
        self._link.failed.emit(error)

    def _on_form(self, form: str) -> None:
        self.story.show_clean(form == "clean")
        self._say_place()

    def _go(self, step: int) -> None:
        self.story.go(step)
        self._say_place()

    def _say_place(self) -> None:
        total = self.story.changes
        words = f"Change {self.story.change} of {total}" if total else "No changes"
        self._place_label.setText(words)


def _gather(article: ArticleId, desk: Desk) -> tuple[Review, House]:
    return reviewing.review(desk, article), browsing.house(desk)


def _compared(review: Review) -> str:
    if review.base_number:
        return f"Version {review.number}, compared with version {review.base_number}"
    return f"Version {review.number}, not approved before"


def _approved_at(review: Review, house: House) -> str:
    return date_line(review.approval.time, house, house.language) if review.approval else ""


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
