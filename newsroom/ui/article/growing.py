"""Plain text that grows with its words: a headline, a standfirst, a caption."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QResizeEvent,
    QTextBlockFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QSizePolicy, QTextEdit

from newsroom.domain.typography import SIGNS, Habits
from newsroom.ui.article.line_field import is_command
from newsroom.ui.body import typesetting
from newsroom.ui.body.blocks import one_step
from newsroom.ui.look.fitting import fit
from newsroom.ui.look.leading import lead
from newsroom.ui.look.one_line import pasted_line
from newsroom.ui.look.scale import grown, scale
from newsroom.ui.look.tokens import CARET, Ink, Type

_LINE_ENDS = {0x2028: " ", 0x2029: " "}
_RETURNS = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


def _silent() -> Habits | None:
    return None


class GrowingText(QTextEdit):
    """One paragraph over as many lines as it needs. Return leaves it for the next field.

    `edited` tells of changes by a person only, never of `show_words`.
    """

    edited = Signal()
    done = Signal()

    def __init__(self, words: str, role: Type, ink: Ink = Ink.INK) -> None:
        """Take the words that name the field, shown while it is empty."""
        super().__init__()
        self._role = role
        self._showing = False
        self.speech: Callable[[], Habits | None] = _silent
        """Gives how quotes and dashes are set while they are typed; None for as they come."""
        self.setAcceptRichText(False)
        fit(self, role=role)
        self.setProperty("bare", True)
        self.setProperty("ink", ink.value)
        self.setPlaceholderText(words)
        self.setAccessibleName(words)
        self.setCursorWidth(CARET)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self.textChanged.connect(self._on_changed)
        self.show_words("")

    def words(self) -> str:
        """Give the text, without spaces at its ends; hard spaces inside stay hard."""
        return self.document().toRawText().translate(_LINE_ENDS).strip()

    def show_words(self, words: str) -> None:
        """Show a text, telling nobody; what was typed before cannot be undone any more."""
        self._showing = True
        self.setUndoRedoEnabled(False)
        self.setPlainText(words)
        self._space_lines()
        self.setUndoRedoEnabled(True)
        self._showing = False
        self._fit()

    def replace_words(self, words: str) -> None:
        """Put a text in the place of this one as one step of undo, telling nobody."""
        self._showing = True
        cursor = QTextCursor(self.document())
        with one_step(cursor):
            cursor.select(QTextCursor.SelectionType.Document)
            cursor.insertText(words)
        # Qt would add what is typed next to this step, as it does to what was typed before.
        self.document().setModified(False)
        self._showing = False

    def sizeHint(self) -> QSize:
        return QSize(200, self._height())

    def minimumSizeHint(self) -> QSize:
        return QSize(80, grown(self._role.line))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the text of the program."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            lead(self, scale())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _RETURNS and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.done.emit()
            return
        if is_command(event):
            event.ignore()
            return
        super().keyPressEvent(event)
        if event.text() in SIGNS:
            self._set_typed()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        super().inputMethodEvent(event)
        if event.commitString()[-1:] in SIGNS:
            self._set_typed()

    def _set_typed(self) -> None:
        if habits := self.speech():
            typesetting.set_typed(self.textCursor(), habits)

    def correct_typography(self, habits: Habits) -> None:
        """Set quotes, dashes and spaces right in the selection, or in the whole field."""
        typesetting.correct(self.textCursor(), habits)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        cursor = self.textCursor()
        if event.reason() is not Qt.FocusReason.PopupFocusReason and cursor.hasSelection():
            cursor.clearSelection()
            self.setTextCursor(cursor)

    def insertFromMimeData(self, source: QMimeData) -> None:
        self.insertPlainText(pasted_line(source))

    def _space_lines(self) -> None:
        form = QTextBlockFormat()
        fixed = QTextBlockFormat.LineHeightTypes.FixedHeight
        form.setLineHeight(self._role.line, fixed.value)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(form)

    def _on_changed(self) -> None:
        if not self._showing:
            self.edited.emit()

    def _height(self) -> int:
        return max(grown(self._role.line), round(self.document().size().height()))

    def _fit(self) -> None:
        if self.height() != self._height():
            self.setFixedHeight(self._height())
