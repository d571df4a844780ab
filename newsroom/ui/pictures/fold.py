"""A part of a pane under a heading that opens and shuts it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from newsroom.ui.desk_link import DeskLink
from newsroom.ui.look.controls import Button, Kind
from newsroom.ui.look.fitting import fit
from newsroom.ui.look.labels import IconLabel, Label
from newsroom.ui.look.theme import Theme
from newsroom.ui.look.tokens import BASE, META, SPACE_8, Ink, Type

HEAD = Type(BASE.family, BASE.size, BASE.line, 600)
_OPEN, _SHUT = "mdi6.chevron-down", "mdi6.chevron-right"


class Fold(QWidget):
    """A heading that is a button, and what it opens. `turned` tells that a person did."""

    turned = Signal(bool)

    def __init__(self, theme: Theme, words: str, content: QWidget, *, opened: bool) -> None:
        super().__init__()
        self._theme = theme
        self._words = words
        self.content = content
        self.head = FoldHead(theme, words)
        self.head.clicked.connect(self._on_clicked)
        self.head.arrowed.connect(self._on_arrow)
        self._aside = Label("", META, Ink.INK_3)
        self._fault = IconLabel(theme, "mdi6.alert-outline", "", META, Ink.AMBER)
        row = QHBoxLayout()
        row.setSpacing(SPACE_8)
        row.addWidget(self.head)
        row.addWidget(self._aside)
        row.addStretch(1)
        row.addWidget(self._fault)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_8)
        column.addLayout(row)
        column.addWidget(content)
        self._fault.hide()
        self.open(opened)

    @property
    def opened(self) -> bool:
        """Whether what it holds is in sight."""
        return not self.content.isHidden()

    def open(self, opened: bool) -> None:
        """Open or shut it, telling nobody."""
        self.content.setVisible(opened)
        self.head.setIcon(self._theme.icon(_OPEN if opened else _SHUT, Ink.INK_2))
        self._speak()

    def say_aside(self, words: str) -> None:
        """Say something short beside the heading."""
        self._aside.setText(words)
        self._speak()

    def say_fault(self, words: str) -> None:
        """Say that something inside is not right; empty for nothing."""
        self._fault.say(words)
        self._fault.setVisible(bool(words))
        self._speak()

    def _speak(self) -> None:
        fault = "" if self._fault.isHidden() else self._fault.label.text()
        said = (self._words, self._aside.text(), fault, "open" if self.opened else "shut")
        self.head.setAccessibleName(", ".join(part for part in said if part))

    def _on_clicked(self) -> None:
        self.open(not self.opened)
        self.turned.emit(self.opened)

    def _on_arrow(self, opened: bool) -> None:
        if opened is not self.opened:
            self._on_clicked()


class FoldHead(Button):
    """The heading. `arrowed` carries whether Right or Left was pressed on it."""

    arrowed = Signal(bool)

    def __init__(self, theme: Theme, words: str) -> None:
        super().__init__(theme, words, Kind.WORDS, _SHUT)
        self.setProperty("heads", True)
        fit(self, role=HEAD, height=28)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.arrowed.emit(event.key() == Qt.Key.Key_Right)
            return
        super().keyPressEvent(event)


class KeptFolds:
    """Which folds stand open on this laptop, kept as text under one key."""

    def __init__(self, link: DeskLink, key: str) -> None:
        self._link = link
        self._key = key
        kept = (link.recall(key) or "").split()
        self._known = {one[:-1]: one.endswith("+") for one in kept}

    def is_open(self, name: str, otherwise: bool) -> bool:
        """Tell whether a fold was open when it was last turned."""
        return self._known.get(name, otherwise)

    def keeper(self, name: str) -> Callable[[bool], None]:
        """Give what keeps a fold's state when it is turned."""

        def keep(opened: bool) -> None:
            self._known[name] = opened
            words = (f"{one}{'+' if state else '-'}" for one, state in self._known.items())
            self._link.remember(self._key, " ".join(words))

        return keep


def kept_fold(
    theme: Theme, folds: KeptFolds, words: str, content: QWidget, *, opened: bool
) -> Fold:
    """Make a fold that stands as it was left; its words name it, in the lists and on the disk."""
    key = words.lower().replace(" ", "-")
    fold = Fold(theme, words, content, opened=folds.is_open(key, opened))
    fold.turned.connect(folds.keeper(key))
    return fold
