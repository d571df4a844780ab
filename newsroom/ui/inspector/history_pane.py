"""The article over time: a slider, and below it what happened or what the article was."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from newsroom.domain.comparison import Change
from newsroom.ui.inspector.history_list import HistoryList
from newsroom.ui.inspector.then_view import ThenView
from newsroom.ui.inspector.time_slider import TimeSlider, clock_words, stop_words
from newsroom.ui.look.bars import Footer, Surface
from newsroom.ui.look.controls import Button, IconButton, Kind, Segments
from newsroom.ui.look.focus import in_order
from newsroom.ui.look.labels import Label
from newsroom.ui.look.theme import Theme
from newsroom.ui.look.tokens import (
    BASE,
    META,
    SPACE_4,
    SPACE_8,
    SPACE_12,
    SPACE_16,
    Ink,
    Type,
)
from newsroom.ui.review.change_key import ChangeKey
from newsroom.ui.review.comparison_view import Thumbnails, change_words

if TYPE_CHECKING:
    from newsroom.desk.timing import Look, Stop

_SLIDING_MS = 60
"""How long the slider must rest before what was then is fetched."""
_HERE = Type(BASE.family, BASE.size, BASE.line, 600)
_SINCE, _THEN = "since", "then"
_FORMS = ((_SINCE, "Changes since", "mdi6.compare"), (_THEN, "As it was", ""))


class HistoryPane(Surface):
    """What happened to the article; or, at another time than now, the article as it was.

    `look_wanted` asks for a stop to be compared with now, `bring_wanted` for it to be the draft.
    """

    look_wanted = Signal(object)
    bring_wanted = Signal(object)

    def __init__(self, theme: Theme, thumbnails: Thumbnails, now: Callable[[], datetime]) -> None:
        super().__init__("pane")
        self.setAccessibleName("History")
        self._now = now
        self._look: Look | None = None
        self._awaited = False
        self.list = HistoryList(theme)
        self.slider = TimeSlider(theme, now)
        self.slider.setAccessibleDescription(
            "Left and Right go from state to state, Page Up and Page Down a minute or to the next "
            "version, End leads back to now."
        )
        self.view = ThenView(theme, thumbnails)
        self._here = Label("Now", _HERE)
        self._here.setWordWrap(True)
        self._oldest = Label("", META, Ink.INK_3)
        self._steps = (
            IconButton(theme, "mdi6.chevron-left", "Earlier state"),
            IconButton(theme, "mdi6.chevron-right", "Later state"),
        )
        self._place = Label("", META, Ink.INK_2)
        self._arrows = (
            IconButton(theme, "mdi6.arrow-up", "Previous change"),
            IconButton(theme, "mdi6.arrow-down", "Next change"),
        )
        self.form = Segments(theme, _FORMS)
        self.form.setAccessibleName("With the changes since, or as it was")
        self.bring = Button(theme, "Bring this back", Kind.PRIMARY, "mdi6.restore")
        self.copy = Button(theme, "Copy passage", icon="mdi6.content-copy")
        self._sliding = QTimer(self)
        self._sliding.setSingleShot(True)
        self._sliding.setInterval(_SLIDING_MS)
        self._stack = QStackedWidget()
        self._then = QWidget()
        self._head = self._time_head()
        self._arrange(theme)
        self._connect()
        self.show_stops(())

    def _time_head(self) -> QWidget:
        head = Surface("pane")
        head.setProperty("edge", "bottom")
        above = QHBoxLayout()
        above.setSpacing(SPACE_4)
        above.addWidget(self._here, 1)
        for button in self._steps:
            above.addWidget(button)
        below = QHBoxLayout()
        below.addWidget(self._oldest)
        below.addStretch(1)
        below.addWidget(Label("Now", META, Ink.INK_3))
        column = QVBoxLayout(head)
        column.setContentsMargins(SPACE_16, SPACE_8, SPACE_16, SPACE_8)
        column.setSpacing(0)
        column.addLayout(above)
        column.addWidget(self.slider)
        column.addSpacing(SPACE_4)
        column.addLayout(below)
        return head

    def _arrange(self, theme: Theme) -> None:
        tools = QHBoxLayout()
        tools.setContentsMargins(SPACE_16, SPACE_8, SPACE_16, SPACE_8)
        tools.addWidget(self.form)
        tools.addStretch(1)
        for part in (self._place, *self._arrows):
            tools.addWidget(part)
        deeds = QHBoxLayout()
        deeds.setContentsMargins(SPACE_16, SPACE_12, SPACE_16, SPACE_12)
        deeds.setSpacing(SPACE_8)
        deeds.addWidget(self.copy, 1)
        deeds.addWidget(self.bring, 1)
        legend = Footer("pane")
        legend.add(
            ChangeKey(theme, "Came since then", Change.ADDED),
            ChangeKey(theme, "Gone since then", Change.REMOVED),
        )
        legend.stretch()
        inside = QVBoxLayout(self._then)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addLayout(tools)
        inside.addWidget(self.view, 1)
        inside.addLayout(deeds)
        inside.addWidget(legend)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._then)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self._stack, 1)
        in_order(
            self.slider, *self._steps, self.form, *self._arrows, self.view, self.copy, self.bring
        )

    def _connect(self) -> None:
        for button, step in zip(self._steps, (-1, 1), strict=True):
            button.clicked.connect(lambda _=False, step=step: self._step(step))
        for button, step in zip(self._arrows, (-1, 1), strict=True):
            button.clicked.connect(lambda _=False, step=step: self._go(step))
        self.slider.valueChanged.connect(self._on_slid)
        self._sliding.timeout.connect(self.ask)
        self.form.chosen.connect(lambda _: self._show_form())
        self.view.selectionChanged.connect(self._on_selection)
        self.copy.clicked.connect(self.view.copy_passage)
        self.bring.clicked.connect(self._on_bring)
        back = QShortcut(QKeySequence(Qt.Key.Key_Escape), self._then)
        back.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        back.activated.connect(self.show_now)

    def show_stops(self, stops: Sequence[Stop]) -> None:
        """Take the times at which the article can be looked at, oldest first."""
        self._head.setVisible(bool(stops))
        self.slider.show_stops(stops)
        if stops and self._awaited:
            self.enter()
        if stops:
            self._oldest.setText(clock_words(stops[0].at, self._now()))
        self._name()

    def enter(self) -> None:
        """Give the keyboard to the slider, as soon as there is anything to slide over."""
        self._awaited = not self._head.isVisibleTo(self)
        self.slider.setFocus(Qt.FocusReason.TabFocusReason)

    def show_stop(self, stop: Stop) -> None:
        """Show the article as it was at a stop."""
        self.slider.go_to(stop)
        self.slider.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_now(self) -> None:
        """Go back to what happened."""
        if self.slider.stop is not None:
            self.slider.setValue(self.slider.maximum())
            self.slider.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask(self) -> None:
        """Ask for what is on show to be compared with now."""
        if self.slider.stop is not None:
            self.look_wanted.emit(self.slider.stop)

    def show_look(self, look: Look) -> None:
        """Show the article as it was, unless the slider has gone on."""
        if look.stop != self.slider.stop:
            return
        first = self._look is None
        self._look = look
        self._show_form()
        self._stack.setCurrentIndex(1)
        if first:
            self._go(1)
        self.bring.setEnabled(look.since.changes > 0)
        self.bring.setToolTip("" if look.since.changes else "Nothing has changed since then.")

    def _show_form(self) -> None:
        if self._look:
            since = self.form.chosen_key == _SINCE
            where = self.view.verticalScrollBar().value()
            self.view.show_comparison(self._look.since if since else self._look.plain)
            self.view.verticalScrollBar().setValue(where)
            self._on_selection()
            self._say_place()

    def _go(self, step: int) -> None:
        self.view.go(step)
        self._say_place()

    def _say_place(self) -> None:
        self._place.setText(change_words(self.view.change, self.view.changes))
        for button in self._arrows:
            button.setEnabled(self.view.changes > 0)

    def _on_slid(self) -> None:
        self._name()
        if self.slider.stop is None:
            self._sliding.stop()
            self._look = None
            self._stack.setCurrentIndex(0)
        else:
            self._sliding.start()

    def _name(self) -> None:
        self._here.setText(stop_words(self.slider.stop, self._now()))
        for button, end in zip(self._steps, (0, self.slider.maximum()), strict=True):
            button.setEnabled(self.slider.value() != end)

    def _step(self, step: int) -> None:
        self.slider.setValue(self.slider.value() + step)

    def _on_selection(self) -> None:
        self.copy.setEnabled(self.view.textCursor().hasSelection())

    def _on_bring(self) -> None:
        if self._look and self._look.stop == self.slider.stop:
            self.bring_wanted.emit(self._look.stop)
