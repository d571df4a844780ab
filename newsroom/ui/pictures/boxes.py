"""Fields of a credit record: text of one line, or of as many as it needs."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QSizePolicy, QWidget

from newsroom.ui.clipboard import offered
from newsroom.ui.look.fitting import fit
from newsroom.ui.look.labels import Label
from newsroom.ui.look.one_line import OneLine, pasted_line
from newsroom.ui.look.scale import tall
from newsroom.ui.look.tokens import BASE, BUTTON, CARET, SPACE_4, SPACE_8, Ink
from newsroom.ui.pictures.arrivals import brings_pictures
from newsroom.ui.pictures.shelf import one_line

_RETURNS = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_LEAST_LINES, _MOST_LINES = 2, 6
_FRAME = 2 * (SPACE_4 + 1)
_MOST = 4000
"""Characters that a field takes; a caption of a page's length is a story, not a caption."""


def _pastes_picture(event: QKeyEvent) -> bool:
    """Whether a key asks for a picture, which the place takes, and not for words."""
    paste = event.matches(QKeySequence.StandardKey.Paste)
    return paste and brings_pictures(offered())


class LineBox(OneLine):
    """One line. `left` says that the keyboard has gone elsewhere, `edited` that a person typed."""

    edited = Signal()
    left = Signal()

    def __init__(self, words: str, hint: str = "") -> None:
        super().__init__()
        fit(self, role=BASE, height=BUTTON)
        self.setMaxLength(_MOST)
        self.setAccessibleName(words)
        self.setPlaceholderText(hint)
        # A dropped file is a picture for the place, not an address for the field.
        self.setAcceptDrops(False)
        self.textEdited.connect(self._on_typed)
        self._before = Label("", BASE, Ink.INK_3)
        self._before.setParent(self)
        self._before.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._before.hide()

    def words(self) -> str:
        """Give the text on one line."""
        return one_line(self.text())

    def show_words(self, words: str, *, fresh: bool) -> None:
        """Show a text; a fresh one begins a new history, another one leaves the caret in place."""
        if fresh or one_line(words) != self.words():
            place = self.cursorPosition()
            self.setText(words)
            self.setCursorPosition(min(place, len(words)) if self.hasFocus() else 0)

    @property
    def prefix(self) -> str:
        """The words shown before the text."""
        return self._before.text()

    def put_before(self, words: str) -> None:
        """Show words quietly before the text."""
        self._before.setText(words)
        self._before.setVisible(bool(words))
        self._fit_before()

    def _fit_before(self) -> None:
        before = self._before
        before.adjustSize()
        before.move(SPACE_8 + 3, (self.height() - before.height()) // 2)
        room = before.width() + SPACE_4 if before.text() else 0
        if room != self.textMargins().left():
            self.setTextMargins(room, 0, 0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_before()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _pastes_picture(event):
            event.ignore()
            return
        super().keyPressEvent(event)

    def _on_typed(self, _: str) -> None:
        self.edited.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class TextBox(QPlainTextEdit):
    """One paragraph over two to six lines; Return goes on to the next field."""

    edited = Signal()
    left = Signal()

    def __init__(self, words: str, hint: str = "") -> None:
        super().__init__()
        self._showing = False
        fit(self, role=BASE)
        self.setAccessibleName(words)
        self.setPlaceholderText(hint)
        self.setCursorWidth(CARET)
        self.setTabChangesFocus(True)
        self.setAcceptDrops(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self.textChanged.connect(self._on_changed)
        self._fit()

    def words(self) -> str:
        """Give the text on one line."""
        return one_line(self.document().toRawText())

    def show_words(self, words: str, *, fresh: bool) -> None:
        """Show a text; a fresh one begins a new history, another one leaves the caret in place."""
        if not fresh and one_line(words) == self.words():
            return
        self._showing = True
        place = self.textCursor().position()
        self.setPlainText(words)
        if self.hasFocus():
            cursor = self.textCursor()
            cursor.setPosition(min(place, len(words)))
            self.setTextCursor(cursor)
        self._showing = False

    def sizeHint(self) -> QSize:
        return QSize(200, self._height())

    def minimumSizeHint(self) -> QSize:
        return QSize(80, tall(BUTTON))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the text of the program."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _pastes_picture(event):
            event.ignore()
        elif event.key() in _RETURNS:
            self.focusNextChild()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    def insertFromMimeData(self, source: QMimeData) -> None:
        self.insertPlainText(pasted_line(source)[:_MOST])

    def _on_changed(self) -> None:
        if not self._showing:
            self.edited.emit()

    def _lines(self) -> int:
        # The layout of a plain text edit measures its document in lines.
        return round(self.document().size().height())

    def _height(self) -> int:
        lines = min(max(self._lines(), _LEAST_LINES), _MOST_LINES)
        margins = round(2 * self.document().documentMargin())
        return lines * self.fontMetrics().lineSpacing() + margins + _FRAME

    def _fit(self) -> None:
        policy = Qt.ScrollBarPolicy
        more = self._lines() > _MOST_LINES
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAsNeeded if more else policy.ScrollBarAlwaysOff
        )
        if self.height() != self._height():
            self.setFixedHeight(self._height())


def name_for(box: QWidget, words: str) -> QLabel:
    """Make the label that stands by a box."""
    label = Label(words, BASE, Ink.INK_2)
    label.setBuddy(box)
    return label
