"""The passphrase of a person's key: set once, asked for at a start."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from newsroom.domain.errors import NewsroomError, Refused
from newsroom.ui.look.controls import Button, Kind
from newsroom.ui.look.fitting import fit
from newsroom.ui.look.labels import Label
from newsroom.ui.look.theme import Theme
from newsroom.ui.look.tokens import BASE, BUTTON, META, PANE_TITLE, SPACE_8, SPACE_16, Ink

_WIDTH = 420
LEAST = 8
"""Characters of a passphrase: short enough to be typed each morning, too long to be guessed."""


class PassphraseDialog(QDialog):
    """One or two hidden fields. `settled` tells that the passphrase was taken."""

    settled = Signal()

    def __init__(
        self,
        theme: Theme,
        parent: QWidget | None,
        title: str,
        words: str,
        verb: str,
        *,
        twice: bool,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAccessibleDescription(words)
        self.setModal(True)
        fit(self, least=_WIDTH)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._take: Callable[[str], None] | None = None
        line = Label(words, BASE, Ink.INK_2)
        line.setWordWrap(True)
        self.first = _hidden("Passphrase")
        self.second = _hidden("The same again")
        self.second.setVisible(twice)
        self._twice = twice
        self._fault = Label("", META, Ink.AMBER)
        self._fault.setWordWrap(True)
        self._fault.hide()
        cancel = Button(theme, "Not now", Kind.QUIET)
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        self.go = Button(theme, verb, Kind.PRIMARY)
        self.go.setDefault(True)
        self.go.clicked.connect(self._try)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE_8)
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.go)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_16, SPACE_16, SPACE_16, SPACE_16)
        column.setSpacing(SPACE_8)
        column.addWidget(Label(title, PANE_TITLE))
        for part in (line, self.first, self.second, self._fault):
            column.addWidget(part)
        column.addLayout(buttons)

    @property
    def fault(self) -> str:
        """What is wrong with what was typed; empty when nothing is."""
        return self._fault.text()

    def ask(self, take: Callable[[str], None]) -> None:
        """Show the dialog; a `NewsroomError` that `take` raises is shown and it stays."""
        self._take = take
        self.open()
        self.first.setFocus()

    def _try(self) -> None:
        try:
            self._judge()
            if self._take:
                self._take(self.first.text())
        except NewsroomError as error:
            self._fault.setText(f"{error.message} {error.hint}".strip())
            self._fault.show()
            return
        self.accept()
        self.settled.emit()

    def _judge(self) -> None:
        if not self._twice:
            return
        if len(self.first.text()) < LEAST:
            raise Refused(f"A passphrase has at least {LEAST} characters.")
        if self.first.text() != self.second.text():
            raise Refused("The two passphrases differ.", hint="Type the same one twice.")


def ask_to_unlock(theme: Theme, parent: QWidget, take: Callable[[str], None]) -> PassphraseDialog:
    """Ask for the passphrase that opens the key on this laptop."""
    words = "Your key on this laptop is locked. You can write without it; to sign, unlock it."
    dialog = PassphraseDialog(theme, parent, "Unlock your key", words, "Unlock", twice=False)
    dialog.ask(take)
    return dialog


def ask_to_protect(theme: Theme, parent: QWidget, take: Callable[[str], None]) -> PassphraseDialog:
    """Ask for a new passphrase."""
    words = (
        "Whoever has this laptop can sign in your name, unless your key has a passphrase. "
        "Nobody can give it back to you: keep it somewhere safe."
    )
    dialog = PassphraseDialog(
        theme, parent, "Set a passphrase", words, "Set passphrase", twice=True
    )
    dialog.ask(take)
    return dialog


def _hidden(words: str) -> QLineEdit:
    field = QLineEdit()
    field.setEchoMode(QLineEdit.EchoMode.Password)
    field.setPlaceholderText(words)
    field.setAccessibleName(words)
    fit(field, height=BUTTON)
    return field
