"""The story as a reviewer reads it: what came is underlined, what went is struck."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt, QUrl
from PySide6.QtGui import (
    QColor,
    QImage,
    QPainter,
    QPaintEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextImageFormat,
)
from PySide6.QtWidgets import QTextEdit, QWidget

from newsroom.desk.comparing import Change, Comparison, Part, Passage, Piece
from newsroom.domain.ids import PictureId
from newsroom.ui.look.fonts import font
from newsroom.ui.look.theme import Theme
from newsroom.ui.look.tokens import (
    HEADLINE,
    META,
    SPACE_8,
    SPACE_16,
    SPACE_24,
    STANDFIRST,
    SUBHEADING,
    Family,
    Palette,
    Type,
)

QUOTE = Type(Family.SERIF, 20, 28)
REVIEW_BODY = Type(Family.SERIF, 17, 28)
_TYPES = {
    Part.HEADLINE: HEADLINE,
    Part.STANDFIRST: STANDFIRST,
    Part.DETAIL: META,
    Part.LEAD: META,
    Part.FIGURE: META,
    Part.HEADING: SUBHEADING,
    Part.QUOTE: QUOTE,
    Part.TEXT: REVIEW_BODY,
}
_ABOVE = {Part.HEADLINE: 0, Part.DETAIL: SPACE_8 // 2, Part.HEADING: SPACE_24}
_CHANGED = QTextBlockFormat.Property.UserProperty + 1
_QUOTED = QTextBlockFormat.Property.UserProperty + 2
_THUMB = (132, 88)
_BAR = 3
_VISIT_ABOVE = 48
"""How far below the top edge a visited change comes to stand, in pixels."""

Thumbnails = Callable[[PictureId, Callable[[bytes], None]], None]
"""Fetches a JPEG of a picture and calls back on this thread."""


class ComparisonView(QTextEdit):
    """Shows a comparison, with its changes or clean."""

    def __init__(self, theme: Theme, thumbnails: Thumbnails, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._thumbnails = thumbnails
        self._comparison = Comparison(())
        self._clean = False
        self._stops: list[int] = []
        self._stop = -1
        self.setReadOnly(True)
        self.setProperty("bare", True)
        self.setAccessibleName("The story, compared with the last approved version")
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        theme.theme_changed.connect(self._write)

    def show_comparison(self, comparison: Comparison) -> None:
        """Show another story."""
        self._comparison = comparison
        self._write()
        self.verticalScrollBar().setValue(0)

    def show_clean(self, clean: bool) -> None:
        """Show only what stands now, or what changed as well."""
        self._clean = clean
        self._write()

    @property
    def changes(self) -> int:
        """How many places the arrows can visit."""
        return len(self._stops)

    @property
    def change(self) -> int:
        """Which change the reader stands at, counted from 1; 0 before the first."""
        return self._stop + 1

    def go(self, step: int) -> None:
        """Go to the next change or the one before."""
        if not self._stops:
            return
        self._stop = max(0, min(len(self._stops) - 1, self._stop + step))
        block = self.document().findBlockByNumber(self._stops[self._stop])
        cursor = QTextCursor(block)
        self.setTextCursor(cursor)
        top = self.document().documentLayout().blockBoundingRect(block).top()
        self.verticalScrollBar().setValue(max(0, round(top) - _VISIT_ABOVE))

    def _write(self) -> None:
        document = QTextDocument(self)
        document.setDocumentMargin(SPACE_24)
        self._stops = []
        self._stop = -1
        cursor = QTextCursor(document)
        shown: set[PictureId] = set()
        for passage in self._comparison.passages:
            self._write_passage(cursor, passage, shown)
        self.setDocument(document)

    def _write_passage(self, cursor: QTextCursor, passage: Passage, shown: set[PictureId]) -> None:
        pieces = _standing(passage.pieces) if self._clean else passage.pieces
        if not pieces and passage.part not in (Part.FIGURE, Part.LEAD):
            return
        first = cursor.document().isEmpty()
        form = self._block_format(passage, first)
        if first:
            cursor.setBlockFormat(form)
        else:
            cursor.insertBlock(form)
        if passage.changed and not self._clean:
            self._stops.append(cursor.blockNumber())
        if passage.picture and passage.label == "Caption":
            self._write_picture(cursor, passage.picture)
            cursor.insertBlock(form)
        if passage.label and passage.part not in (Part.HEADLINE, Part.STANDFIRST):
            cursor.insertText(f"{passage.label}: ", self._label_format())
        for piece in pieces:
            cursor.insertText(
                piece.text.replace("\n", "\u2028"), self._char_format(passage.part, piece.change)
            )
        if passage.restyled and not self._clean:
            cursor.insertText("  formatting or links changed", self._label_format())

    def _block_format(self, passage: Passage, first: bool) -> QTextBlockFormat:
        form = QTextBlockFormat()
        above = _ABOVE.get(passage.part, SPACE_16)
        if passage.part in (Part.FIGURE, Part.LEAD) and passage.label != "Caption":
            above = 2
        form.setTopMargin(0 if first else above)
        line = _TYPES[passage.part].line
        form.setLineHeight(line, QTextBlockFormat.LineHeightTypes.MinimumHeight.value)
        if passage.part is Part.QUOTE:
            form.setLeftMargin(SPACE_16)
            form.setProperty(_QUOTED, True)
        form.setProperty(_CHANGED, passage.changed and not self._clean)
        return form

    def _label_format(self) -> QTextCharFormat:
        form = QTextCharFormat()
        form.setFont(font(META))
        form.setForeground(QColor(self._theme.palette.ink_3))
        return form

    def _char_format(self, part: Part, change: Change) -> QTextCharFormat:
        palette = self._theme.palette
        form = QTextCharFormat()
        form.setFont(font(_TYPES[part]))
        quiet = part in (Part.STANDFIRST, Part.DETAIL)
        form.setForeground(QColor(palette.ink_2 if quiet else palette.ink))
        _colour_change(form, palette, change)
        return form

    def _write_picture(self, cursor: QTextCursor, picture: PictureId) -> None:
        name = f"picture:{picture}"
        document = cursor.document()
        blank = QImage(*_THUMB, QImage.Format.Format_RGB32)
        blank.fill(QColor(self._theme.palette.hover))
        document.addResource(QTextDocument.ResourceType.ImageResource, QUrl(name), blank)
        form = QTextImageFormat()
        form.setName(name)
        form.setHeight(_THUMB[1])
        cursor.insertImage(form)
        self._thumbnails(picture, lambda data: self._on_thumbnail(document, name, data))

    def _on_thumbnail(self, document: QTextDocument, name: str, data: bytes) -> None:
        image = QImage.fromData(data)
        if document is not self.document() or image.isNull():
            return
        document.addResource(QTextDocument.ResourceType.ImageResource, QUrl(name), image)
        document.markContentsDirty(0, document.characterCount())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        layout = self.document().documentLayout()
        offset = -self.verticalScrollBar().value()
        block = self.document().begin()
        palette = self._theme.palette
        while block.isValid():
            rect = layout.blockBoundingRect(block).translated(0, offset)
            if rect.top() > self.viewport().height():
                break
            form = block.blockFormat()
            if form.property(_CHANGED):
                bar = QRectF(SPACE_8, rect.top(), _BAR, rect.height())
                painter.fillRect(bar, QColor(palette.field_line))
            if form.property(_QUOTED):
                bar = QRectF(SPACE_24, rect.top(), _BAR, rect.height())
                painter.fillRect(bar, QColor(palette.accent))
            block = block.next()
        painter.end()
        super().paintEvent(event)


def _standing(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    return tuple(
        Piece(Change.SAME, piece.text) for piece in pieces if piece.change is not Change.REMOVED
    )


def _colour_change(form: QTextCharFormat, palette: Palette, change: Change) -> None:
    match change:
        case Change.ADDED:
            form.setForeground(QColor(palette.added))
            form.setBackground(QColor(palette.added_tint))
            form.setFontUnderline(True)
        case Change.REMOVED:
            form.setForeground(QColor(palette.removed))
            form.setBackground(QColor(palette.removed_tint))
            form.setFontStrikeOut(True)
        case Change.SAME:
            pass
