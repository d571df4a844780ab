"""The bar over the text: what is sought, how many there are, what comes in its place."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from newsroom.ui.finding.pattern import Wanted
from newsroom.ui.look.bars import Surface
from newsroom.ui.look.controls import Button, IconButton
from newsroom.ui.look.fitting import fit
from newsroom.ui.look.labels import ElidedLabel, Label
from newsroom.ui.look.theme import Theme
from newsroom.ui.look.tokens import BASE, BUTTON, META, SPACE_4, SPACE_8, SPACE_16, Ink

_COUNT = 132
_RETURNS = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class _Field(QLineEdit):
    """A field of the bar; with Alt a letter turns one of the bar's ways, and is not typed."""

    def __init__(self, words: str) -> None:
        super().__init__()
        fit(self, role=BASE, height=BUTTON)
        self.setPlaceholderText(words)
        self.setAccessibleName(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave to the bar what is not for writing."""
        if event.modifiers() == Qt.KeyboardModifier.AltModifier:
            event.ignore()
            return
        super().keyPressEvent(event)


class FindBar(Surface):
    """Asks, and shows the answer. `stepped` carries 1 or -1; `closed` comes with Escape too."""

    wanted_changed = Signal()
    stepped = Signal(int)
    replace_wanted = Signal()
    all_wanted = Signal()
    closed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__("pane")
        self.setProperty("edge", "bottom")
        self.setAccessibleName("Find and replace")
        self.words = _Field("Find")
        self.template = _Field("Replace with")
        self.count = ElidedLabel("", META, Ink.INK_2)
        fit(self.count, width=_COUNT)
        self.count.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self.fault = Label("", META, Ink.AMBER)
        self.fault.setWordWrap(True)
        self.fault.hide()
        self._said = ""
        self.case = _toggle(theme, "mdi6.format-letter-case", "Same capitals", "Alt+C")
        self.whole = _toggle(theme, "mdi6.format-letter-matches", "Whole words", "Alt+W")
        self.regex = _toggle(theme, "mdi6.regex", "Regular expression", "Alt+R")
        self._toggles = {
            Qt.Key.Key_C: self.case,
            Qt.Key.Key_W: self.whole,
            Qt.Key.Key_R: self.regex,
        }
        self._replacing = QWidget()
        self._one = Button(theme, "Replace")
        self._all = Button(theme, "Replace all")
        self._arrange(theme)
        self._connect()

    def _arrange(self, theme: Theme) -> None:
        back = IconButton(theme, "mdi6.chevron-up", "Previous match", "Shift+F3")
        onward = IconButton(theme, "mdi6.chevron-down", "Next match", "F3")
        close = IconButton(theme, "mdi6.close", "Close", "Esc")
        back.clicked.connect(lambda: self.stepped.emit(-1))
        onward.clicked.connect(lambda: self.stepped.emit(1))
        close.clicked.connect(self.closed)
        upper = _row(self.words, self.case, self.whole, self.regex)
        upper.addSpacing(SPACE_8)
        for part in (self.count, back, onward, close):
            upper.addWidget(part)
        lower = _row(self.template, self._one, self._all)
        lower.setSpacing(SPACE_8)
        lower.setContentsMargins(0, 0, 0, 0)
        self._replacing.setLayout(lower)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_16, SPACE_8, SPACE_16, SPACE_8)
        column.setSpacing(SPACE_8)
        column.addLayout(upper)
        column.addWidget(self.fault)
        column.addWidget(self._replacing)

    def _connect(self) -> None:
        self.words.textChanged.connect(self.wanted_changed)
        for toggle in self._toggles.values():
            toggle.toggled.connect(lambda _: self.wanted_changed.emit())
        self._one.clicked.connect(self.replace_wanted)
        self._all.clicked.connect(self.all_wanted)

    @property
    def wanted(self) -> Wanted:
        """What is sought and how."""
        return Wanted(
            self.words.text(),
            self.case.isChecked(),
            self.whole.isChecked(),
            self.regex.isChecked(),
        )

    def ask(self, words: str, *, replacing: bool) -> None:
        """Show the bar and give it the keyboard; no words leave those of the last time."""
        if words:
            self.words.setText(words)
        self._replacing.setVisible(replacing)
        self.fault.setVisible(bool(self.fault.text()))
        self.show()
        first = self.template if replacing and words else self.words
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)
        first.selectAll()

    def show_count(self, number: int, total: int) -> None:
        """Show which of how many matches is selected; a `number` of 0 is none of them."""
        if not self.words.text():
            words = ""
        elif not total:
            words = "No matches"
        elif number:
            words = f"{number:,} of {total:,}"
        else:
            words = "1 match" if total == 1 else f"{total:,} matches"
        self._say(words)
        for button in (self._one, self._all):
            button.setEnabled(total > 0)

    def show_fault(self, words: str) -> None:
        """Say why nothing can be sought like this."""
        self._say("", words)
        for button in (self._one, self._all):
            button.setEnabled(False)

    def _say(self, count: str, fault: str = "") -> None:
        # A pattern is wrong again and again while it is typed: the text below does not jump at it.
        stays = self.regex.isChecked() and not self.fault.isHidden()
        self.fault.setVisible(bool(fault) or stays)
        words = fault or count
        if words == self._said:
            return
        self._said = words
        self.count.setText(count)
        self.fault.setText(fault)
        self.words.setAccessibleDescription(words)
        if words and self.isVisible():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys of the bar that are no command's."""
        held = event.modifiers()
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in _RETURNS:
            self._on_return(back=bool(held & Qt.KeyboardModifier.ShiftModifier))
        elif held == Qt.KeyboardModifier.AltModifier and event.key() in self._toggles:
            self._toggles[Qt.Key(event.key())].toggle()
        else:
            super().keyPressEvent(event)

    def _on_return(self, *, back: bool) -> None:
        if self.template.hasFocus():
            self.replace_wanted.emit()
        else:
            self.stepped.emit(-1 if back else 1)


def _toggle(theme: Theme, icon: str, words: str, key: str) -> IconButton:
    made = IconButton(theme, icon, words, key)
    made.setCheckable(True)
    return made


def _row(field: QLineEdit, *parts: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(SPACE_4 // 2)
    row.addWidget(field, 1)
    row.addSpacing(SPACE_8)
    for part in parts:
        row.addWidget(part)
    return row
