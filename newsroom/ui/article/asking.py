"""A small question about the text: a post or a video elsewhere."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from newsroom.domain.document import Embed
from newsroom.domain.errors import NewsroomError, Refused
from newsroom.domain.links import is_web_link
from newsroom.ui.look.controls import Button, Kind
from newsroom.ui.look.fitting import fit
from newsroom.ui.look.labels import Label
from newsroom.ui.look.one_line import OneLine
from newsroom.ui.look.theme import Theme
from newsroom.ui.look.tokens import BUTTON, META, SPACE_4, SPACE_8, SPACE_16, Ink

_WIDTH = 440
_LINES = 72


class Question(QDialog):
    """A few fields and one verb. `answered` is called with the fields' texts when it is pressed."""

    def __init__(self, theme: Theme, parent: QWidget, title: str, verb: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setModal(True)
        fit(self, least=_WIDTH)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._fields: list[QLineEdit | QPlainTextEdit] = []
        self._answered: Callable[..., None] | None = None
        self._fault = Label("", META, Ink.AMBER)
        self._fault.setWordWrap(True)
        self._fault.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(SPACE_16, SPACE_16, SPACE_16, SPACE_16)
        self._column.setSpacing(SPACE_4)
        cancel = Button(theme, "Cancel", Kind.QUIET)
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        self._go = Button(theme, verb, Kind.PRIMARY)
        self._go.setDefault(True)
        self._go.clicked.connect(self._try)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(SPACE_8)
        self._buttons.addStretch(1)
        self._buttons.addWidget(cancel)
        self._buttons.addWidget(self._go)

    def add_line(self, words: str, value: str) -> None:
        """Add a field of one line."""
        field = OneLine(value)
        fit(field, height=BUTTON)
        self._add(words, field)

    def add_text(self, words: str, value: str) -> None:
        """Add a field of some lines."""
        field = QPlainTextEdit(value)
        fit(field, block=_LINES)
        field.setTabChangesFocus(True)
        self._add(words, field)

    def _add(self, words: str, field: QLineEdit | QPlainTextEdit) -> None:
        field.setAccessibleName(words)
        self._column.addWidget(Label(words, META, Ink.INK_2))
        self._column.addWidget(field)
        self._column.addSpacing(SPACE_8)
        self._fields.append(field)

    def ask(self, answered: Callable[..., None]) -> None:
        """Show the question; a `NewsroomError` that `answered` raises is shown and it stays."""
        self._answered = answered
        self._column.addWidget(self._fault)
        self._column.addLayout(self._buttons)
        self._fields[0].setFocus()
        self.open()

    def _try(self) -> None:
        if self._answered is None:
            return
        texts = [
            field.text() if isinstance(field, QLineEdit) else field.toPlainText()
            for field in self._fields
        ]
        try:
            self._answered(*(" ".join(text.split()) for text in texts))
        except NewsroomError as error:
            self._fault.setText(f"{error.message} {error.hint}".strip())
            self._fault.show()
            return
        self.accept()


def ask_embed(
    theme: Theme, parent: QWidget, embed: Embed, answered: Callable[[Embed], None]
) -> None:
    """Ask for a post or a video elsewhere."""
    question = Question(theme, parent, "Post or video", "Put it in")
    question.add_line("Address of the post or video", embed.url)
    question.add_text("Caption", embed.caption)
    question.ask(lambda url, caption: answered(Embed(_web(url), caption)))


def _web(url: str) -> str:
    if not is_web_link(url):
        raise Refused("That is not an address of a page.", hint="Begin it with https://.")
    return url
