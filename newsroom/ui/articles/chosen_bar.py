"""The quiet bar under the list: how many are chosen, and what can be done with all of them."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from newsroom.ui.look.bars import Surface
from newsroom.ui.look.controls import Button, IconButton, Kind
from newsroom.ui.look.fitting import fit
from newsroom.ui.look.labels import Label
from newsroom.ui.look.one_line import OneLine
from newsroom.ui.look.theme import Theme
from newsroom.ui.look.tokens import BASE, COMPACT, META, SPACE_4, SPACE_8, SPACE_12, Ink

_IN_LISTS = ("submit", "export", "tag", "bin")
_IN_BIN = ("restore", "delete")
_WORDS = {
    "submit": "Submit",
    "export": "Export",
    "tag": "Add tag",
    "bin": "Move to bin",
    "restore": "Restore",
    "delete": "Delete for good",
}


class ChosenBar(Surface):
    """Offers deeds on the chosen articles. `wanted` names one of them, `typed` gives a word for it.

    `cleared` tells that nothing should be chosen.
    """

    wanted = Signal(str)
    typed = Signal(str)
    cleared = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__("pane")
        self.setProperty("edge", "top")
        self.setAccessibleName("Chosen articles")
        self._label = Label("", META, Ink.INK)
        clear = IconButton(theme, "mdi6.close", "Choose none", "Esc")
        fit(clear, side=COMPACT)
        clear.clicked.connect(self.cleared)
        self._buttons = {name: Button(theme, words, Kind.LINK) for name, words in _WORDS.items()}
        for name, button in self._buttons.items():
            button.clicked.connect(lambda _=False, name=name: self.wanted.emit(name))
        self.field = _WordField()
        self.field.returnPressed.connect(self._on_typed)
        self.field.left.connect(self.show_deeds)
        self._offered: tuple[str, ...] = _IN_LISTS
        self._ready = True
        self._deeds = QWidget()
        row = QHBoxLayout(self._deeds)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_4)
        for button in self._buttons.values():
            row.addWidget(button)
        row.addStretch(1)
        self._arrange(clear)
        self.show_deeds()
        self.hide()

    def _arrange(self, clear: QWidget) -> None:
        top = QHBoxLayout()
        top.addWidget(self._label, 1)
        top.addWidget(clear)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_12, SPACE_4, SPACE_8, SPACE_8)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self._deeds)
        column.addWidget(self.field)
        self._label.setIndent(SPACE_4)

    def show_count(self, count: int, *, binned: bool, ready: bool) -> None:
        """Say how many are chosen and offer what fits; `ready` tells that each of them is known."""
        self._label.setText(f"{count:,} selected")
        self._offered, self._ready = _IN_BIN if binned else _IN_LISTS, ready
        for name, button in self._buttons.items():
            button.setVisible(name in self._offered)
            button.setEnabled(ready)
        self.setVisible(count > (0 if binned else 1))

    def open_menu(self, at: QPoint) -> None:
        """Offer the same as a menu, at a place on screen."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name in self._offered:
            action = menu.addAction(_WORDS[name])
            action.setEnabled(self._ready)
            action.triggered.connect(lambda _=False, name=name: self.wanted.emit(name))
        menu.popup(at)

    def show_progress(self, words: str, done: int, total: int) -> None:
        """Say how far a deed is; nothing else can be begun meanwhile."""
        self._label.setText(f"{words} {done:,} of {total:,}")
        for button in self._buttons.values():
            button.setEnabled(False)

    def ask_tag(self) -> None:
        """Let a tag be typed in place of the deeds."""
        self.field.clear()
        self._deeds.hide()
        self.show()
        self.field.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_deeds(self) -> None:
        """Offer the deeds again."""
        self.field.hide()
        self._deeds.show()

    def _on_typed(self) -> None:
        if word := self.field.text().strip():
            self.show_deeds()
            self.typed.emit(word)


class _WordField(OneLine):
    """A field for one tag; Esc leaves it."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        fit(self, role=BASE, height=COMPACT)
        self.setPlaceholderText("Tag to add, then Enter")
        self.setAccessibleName("Tag to add")
        self.setMaxLength(80)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
