"""How the body is shown: its column, colours, cards, caret. Knows nothing of editing."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from newsroom.ui.body import caret
from newsroom.ui.body.backdrop import PlainPart, paint_backdrop, plain_part
from newsroom.ui.body.blocks import line_at
from newsroom.ui.body.card_words import CardMarks
from newsroom.ui.body.cards import Cards, FootnoteMarks
from newsroom.ui.body.colouring import Colouring
from newsroom.ui.body.formats import CARD_OBJECT, FOOTNOTE_OBJECT, block_format
from newsroom.ui.body.line import PLAIN, Role
from newsroom.ui.body.look import BodyLook, FigureSource
from newsroom.ui.body.measures import BOTTOM, COLUMN, GUTTER, TOP, font, setting
from newsroom.ui.body.veil import chosen_blocks, paint_veil
from newsroom.ui.look.leading import lead


class BodyView(QTextEdit):
    """Shows a body. `caret_moved` gives the caret's place in the widget, while it grows."""

    caret_moved = Signal(QRect)

    def __init__(
        self, look: BodyLook, figure_info: FigureSource, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._growing = False
        self._marked: list[QTextEdit.ExtraSelection] = []
        self._found: list[QTextEdit.ExtraSelection] = []
        self._dimmed = False
        self._clear: tuple[QTextBlock, QTextBlock] | None = None
        self._caret_at = QRect()
        self._on_card = False
        self._plain: PlainPart | None = None
        self._set_up_frame()
        self._apply_palette()
        text = self.document()
        text.setDocumentMargin(GUTTER)
        self._size()
        self._clear_text()
        self._colouring = Colouring(text, look)
        self._cards = Cards(self, look, figure_info)
        self._footnote_marks = FootnoteMarks(self, look)
        text.documentLayout().registerHandler(CARD_OBJECT, self._cards)
        text.documentLayout().registerHandler(FOOTNOTE_OBJECT, self._footnote_marks)
        self._caret = caret.Caret(self)
        self._caret.changed.connect(self._update_caret)
        self.cursorPositionChanged.connect(self._on_caret_moved)
        self.selectionChanged.connect(self._follow_veil)
        self.textChanged.connect(self._unmark)

    def _set_up_frame(self) -> None:
        self.setObjectName("body")
        self.setAccessibleName("Body")
        self.setProperty("bare", True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setCursorWidth(0)
        self.setMinimumWidth(280)
        # Else Qt paints all that lies under the text again, at every key.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def _size(self) -> None:
        """Draw as large as the look says."""
        self.document().setDefaultFont(font(setting(PLAIN), self._look.scale))
        lead(self, self._look.scale)

    def _clear_text(self) -> None:
        """Take all text away, and with it what could be undone."""
        text = self.document()
        text.setUndoRedoEnabled(False)
        text.clear()
        frame = text.rootFrame().frameFormat()
        frame.setTopMargin(TOP)
        frame.setBottomMargin(BOTTOM)
        text.rootFrame().setFrameFormat(frame)
        QTextCursor(text).setBlockFormat(block_format(PLAIN))
        text.setUndoRedoEnabled(True)

    def set_look(self, look: BodyLook) -> None:
        """Draw in other colours; the text and its undo are not touched."""
        self._unmark()
        resized = look.scale != self._look.scale
        self._look = look
        if resized:
            self._size()
            self._centre()
        self._cards.look = look
        self._footnote_marks.look = look
        self._colouring.set_look(look)
        self._apply_palette()
        self.viewport().update()

    def mark(self, start: int, end: int) -> None:
        """Show a part of the text as the one that was sought, until the caret moves on."""
        part = QTextCursor(self.document())
        part.setPosition(start)
        part.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        form = QTextCharFormat()
        form.setBackground(QColor(self._look.selected))
        sought = QTextEdit.ExtraSelection()
        sought.cursor, sought.format = part, form
        self._marked = [sought]
        self._lay()

    def _unmark(self) -> None:
        if self._marked:
            self._marked = []
            self._lay()

    def highlight(
        self, found: list[QTextEdit.ExtraSelection], on_cards: CardMarks | None = None
    ) -> None:
        """Lay highlights over the text and its cards, in the place of those laid before."""
        if on_cards or self._cards.marks:
            self._cards.marks = on_cards or {}
            self.viewport().update()
        if found or self._found:
            self._found = found
            self._lay()

    def _lay(self) -> None:
        self.setExtraSelections([*self._marked, *self._found])

    def dim(self, *, on: bool) -> None:
        """Dim the paragraphs in which the caret is not, by paint alone."""
        self._dimmed = on
        self.viewport().update()

    def _follow_veil(self) -> None:
        blocks = chosen_blocks(self.textCursor()) if self._dimmed else None
        if blocks != self._clear:
            self._clear = blocks
            self.viewport().update()

    def refresh_figures(self) -> None:
        """Draw the cards again because a picture's credit or thumbnail changed."""
        self.viewport().update()

    def set_growing(self, growing: bool) -> None:
        """Be as high as the text, for a scroll area around the editor, instead of scrolling."""
        if growing is self._growing:
            return
        self._growing = growing
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAlwaysOff if growing else policy.ScrollBarAsNeeded
        )
        size_changed = self.document().documentLayout().documentSizeChanged
        if growing:
            size_changed.connect(self._grow)
            self._grow()
        else:
            size_changed.disconnect(self._grow)
            self.setMinimumHeight(0)

    def _grow(self) -> None:
        self.setMinimumHeight(round(self.document().size().height()) + 1)

    def _apply_palette(self) -> None:
        palette = self.palette()
        roles = QPalette.ColorRole
        for role, colour in (
            (roles.Base, self._look.paper),
            (roles.Window, self._look.paper),
            (roles.Text, self._look.ink),
            (roles.Highlight, self._look.selected),
            (roles.HighlightedText, self._look.ink),
        ):
            palette.setColor(role, QColor(colour))
        self.setPalette(palette)
        self.setAutoFillBackground(True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column in the middle."""
        self._centre()
        super().resizeEvent(event)

    def _centre(self) -> None:
        room = self.contentsRect().width() - round((COLUMN + 2 * GUTTER) * self._look.scale)
        side = max(0, room // 2)
        if self.viewportMargins().left() != side:
            self.setViewportMargins(side, 0, side, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the paper, what stands behind the text, the text, the caret."""
        scrolled = self.verticalScrollBar().value()
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(self._look.paper))
        painter.translate(0, -scrolled)
        clip = QRectF(event.rect()).translated(0, scrolled)
        if not self._is_plain(clip):
            paint_backdrop(painter, self.document(), self._look, clip)
        painter.end()
        super().paintEvent(event)
        cursor = self.textCursor()
        if self._dimmed:
            painter = QPainter(self.viewport())
            painter.translate(0, -scrolled)
            paint_veil(painter, cursor, self._look.paper, clip)
            painter.end()
        if self.hasFocus() and not cursor.hasSelection():
            self._paint_caret(cursor)

    def _is_plain(self, clip: QRectF) -> bool:
        """Whether nothing is drawn behind a part of the text; remembered from key to key."""
        known, text = self._plain, self.document()
        if known is None or self._colouring.met_other or not known.holds(text, clip):
            self._colouring.met_other = False
            self._plain = plain_part(text, clip)
        return self._plain is not None

    def _paint_caret(self, cursor: QTextCursor) -> None:
        on_card = line_at(cursor).role is Role.CARD
        if not on_card and (not self._caret.shown or self.isReadOnly()):
            return
        accent = QColor(self._look.accent)
        painter = QPainter(self.viewport())
        if on_card:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(accent, 2))
            painter.drawRoundedRect(self._card_area(cursor), 9, 9)
        else:
            painter.fillRect(caret.area(self.cursorRect()), accent)
        painter.end()

    def _card_area(self, cursor: QTextCursor) -> QRectF:
        area = self.document().documentLayout().blockBoundingRect(cursor.block())
        return area.translated(0, -self.verticalScrollBar().value()).adjusted(-2, -2, 2, 2)

    def _on_caret_moved(self) -> None:
        self._follow_veil()
        self._unmark()
        place = self.cursorRect()
        if self.hasFocus():
            self._caret.start()
            self._draw_caret_at(place)
        before, self._on_card = self._on_card, line_at(self.textCursor()).role is Role.CARD
        if before or self._on_card:
            self.viewport().update()
        if self._growing:
            self.caret_moved.emit(place.translated(self.viewport().pos()))

    def _update_caret(self) -> None:
        self._draw_caret_at(self.cursorRect())

    def _draw_caret_at(self, place: QRect) -> None:
        area = place.adjusted(-1, -1, caret.WIDTH + 1, 1)
        self.viewport().update(area.united(self._caret_at) if area != self._caret_at else area)
        self._caret_at = area

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the caret."""
        super().focusInEvent(event)
        self._caret.start()
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the caret."""
        super().focusOutEvent(event)
        self._caret.stop()
        self.viewport().update()
