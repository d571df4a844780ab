"""A compared story set as a document: changes coloured, figures as cards."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QUrl
from PySide6.QtGui import (
    QColor,
    QImage,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextImageFormat,
    QTextLength,
    QTextTableFormat,
)

from newsroom.domain.comparison import Change, Comparison, Part, Passage, Piece
from newsroom.domain.ids import PictureId
from newsroom.ui.look.fonts import font
from newsroom.ui.look.scale import grown
from newsroom.ui.look.tokens import (
    CARD_CAPTION,
    HEADLINE,
    META,
    SPACE_4,
    SPACE_8,
    SPACE_12,
    SPACE_16,
    SPACE_24,
    STANDFIRST,
    SUBHEADING,
    Family,
    Palette,
    Type,
)

CHANGED = QTextBlockFormat.Property.UserProperty + 1
QUOTED = QTextBlockFormat.Property.UserProperty + 2
APART = QTextCharFormat.Property.UserProperty + 3
"""Marks characters that the older story does not have: what came since, and our own words."""
THUMB = (132, 88)
CARD_GAP = SPACE_16
CARD_PADDING = SPACE_8
"""Room around a figure's card, and inside it, in pixels."""
QUOTE = Type(Family.SERIF, 20, 28)
REVIEW_BODY = Type(Family.SERIF, 17, 28)
_DETAIL = Type(Family.SANS, 12, 20)
_TYPES = {
    Part.HEADLINE: HEADLINE,
    Part.STANDFIRST: STANDFIRST,
    Part.DETAIL: _DETAIL,
    Part.LEAD: _DETAIL,
    Part.FIGURE: _DETAIL,
    Part.HEADING: SUBHEADING,
    Part.QUOTE: QUOTE,
    Part.ATTRIBUTION: _DETAIL,
    Part.TEXT: REVIEW_BODY,
}
_ABOVE = {
    Part.STANDFIRST: SPACE_8,
    Part.DETAIL: SPACE_12,
    Part.HEADING: SPACE_24,
    Part.ATTRIBUTION: 0,
}
_QUOTED = (Part.QUOTE, Part.ATTRIBUTION)
_FIGURES = (Part.FIGURE, Part.LEAD)
_FIXED = QTextBlockFormat.LineHeightTypes.FixedHeight.value
Group = Sequence[Passage]


def picture_name(picture: PictureId) -> str:
    """Give the name under which a document holds a picture."""
    return f"picture:{picture}"


class ComparedPage:
    """Writes one comparison into an empty document.

    Afterwards `stops` are the numbers of the blocks that changed, in reading order, and
    `pictures` those whose bytes the document waits for.
    """

    def __init__(self, document: QTextDocument, palette: Palette, *, clean: bool) -> None:
        self._cursor = QTextCursor(document)
        self._palette = palette
        self._clean = clean
        self._unused = True
        self.stops: list[int] = []
        self.pictures: list[PictureId] = []
        document.setDocumentMargin(SPACE_24)

    def write(self, comparison: Comparison) -> None:
        """Write all passages."""
        for group in _groups(comparison.passages):
            if group[0].part in _FIGURES:
                self._write_card(group)
            elif group[0].part is Part.DETAIL:
                self._write_details(group)
            else:
                self._write_passage(group[0])
        if self._unused:
            self._cursor.setBlockFormat(_line(1))

    def _pieces(self, passage: Passage) -> tuple[Piece, ...]:
        return _standing(passage.pieces) if self._clean else passage.pieces

    def _changed(self, passage: Passage) -> bool:
        return passage.changed and not self._clean

    def _write_passage(self, passage: Passage) -> None:
        if not self._pieces(passage):
            return
        form = _line(_TYPES[passage.part].line)
        form.setTopMargin(_ABOVE.get(passage.part, SPACE_16))
        if passage.part in _QUOTED:
            form.setLeftMargin(SPACE_16)
            form.setProperty(QUOTED, True)
        self._begin(form, passage)
        self._write_words(passage, _TYPES[passage.part])

    def _write_details(self, group: Group) -> None:
        """Write what changed line by line, and all that did not in one paragraph."""
        quiet = [one for one in group if not self._changed(one) and self._pieces(one)]
        form = _line(_DETAIL.line)
        form.setTopMargin(_ABOVE[Part.DETAIL])
        if quiet:
            self._begin(form)
        for number, passage in enumerate(quiet):
            self._write_words(passage, _DETAIL, after="   " if number < len(quiet) - 1 else "")
        for passage in group:
            if self._changed(passage):
                line = _line(_DETAIL.line)
                line.setTopMargin(SPACE_4)
                self._begin(line, passage)
                self._write_words(passage, _DETAIL)

    def _write_card(self, group: Group) -> None:
        """Write a figure: its picture at the left, its lines at the right."""
        changed = any(self._changed(one) for one in group)
        table = self._cursor.insertTable(1, 2, _card(changed))
        picture = group[0].picture
        if picture:
            cell = table.cellAt(0, 0).firstCursorPosition()
            self._write_picture(cell, picture)
        self._cursor = table.cellAt(0, 1).firstCursorPosition()
        self._unused = True
        for passage in group:
            role = CARD_CAPTION if passage.label == "Caption" else _DETAIL
            if self._pieces(passage):
                self._begin(_line(role.line), passage, barred=False)
                self._write_words(passage, role, labelled=passage.label != "Caption")
        if not any(one.label == "Credit" and self._pieces(one) for one in group):
            self._begin(_line(_DETAIL.line))
            self._cursor.insertText("Credit is missing", self._alarming())
        self._cursor = table.lastCursorPosition()
        self._cursor.movePosition(QTextCursor.MoveOperation.NextBlock)
        self._unused = True

    def _begin(
        self, form: QTextBlockFormat, passage: Passage | None = None, *, barred: bool = True
    ) -> None:
        changed = passage is not None and self._changed(passage)
        form.setProperty(CHANGED, changed and barred)
        if self._unused:
            self._cursor.setBlockFormat(form)
        else:
            self._cursor.insertBlock(form)
        self._unused = False
        if changed:
            self.stops.append(self._cursor.blockNumber())

    def _write_words(
        self, passage: Passage, role: Type, *, labelled: bool = True, after: str = ""
    ) -> None:
        body = passage.part in (Part.HEADLINE, Part.STANDFIRST)
        if passage.label and labelled and not body:
            self._cursor.insertText(f"{passage.label}: ", self._quiet())
        for piece in self._pieces(passage):
            words = piece.text.replace("\n", "\u2028")
            self._cursor.insertText(words, self._char_format(passage.part, role, piece.change))
        if passage.restyled and not self._clean:
            self._cursor.insertText("  formatting or links changed", self._quiet())
        if after:
            self._cursor.insertText(after, self._quiet())

    def _quiet(self) -> QTextCharFormat:
        form = QTextCharFormat()
        form.setFont(font(META))
        form.setForeground(QColor(self._palette.ink_3))
        form.setProperty(APART, True)
        return form

    def _alarming(self) -> QTextCharFormat:
        form = self._quiet()
        form.setForeground(QColor(self._palette.amber))
        return form

    def _char_format(self, part: Part, role: Type, change: Change) -> QTextCharFormat:
        form = QTextCharFormat()
        form.setFont(font(role))
        quiet = part in (Part.STANDFIRST, Part.DETAIL, Part.ATTRIBUTION)
        form.setForeground(QColor(self._palette.ink_2 if quiet else self._palette.ink))
        _colour_change(form, self._palette, change)
        return form

    def _write_picture(self, cursor: QTextCursor, picture: PictureId) -> None:
        name = picture_name(picture)
        blank = QImage(*THUMB, QImage.Format.Format_RGB32)
        blank.fill(QColor(self._palette.hover))
        kind = QTextDocument.ResourceType.ImageResource
        cursor.document().addResource(kind, QUrl(name), blank)
        form = QTextImageFormat()
        form.setName(name)
        form.setWidth(THUMB[0])
        form.setHeight(THUMB[1])
        cursor.insertImage(form)
        self.pictures.append(picture)


def _groups(passages: Sequence[Passage]) -> Iterator[Group]:
    """Take the lines of one figure together, and all details."""
    group: list[Passage] = []
    for passage in passages:
        if group and not _belongs(passage, group[0]):
            yield group
            group = []
        group.append(passage)
    if group:
        yield group


def _belongs(passage: Passage, first: Passage) -> bool:
    if passage.part is not first.part:
        return False
    if passage.part in _FIGURES:
        return passage.label != "Caption"
    return passage.part is Part.DETAIL


def _line(height: int) -> QTextBlockFormat:
    form = QTextBlockFormat()
    form.setLineHeight(grown(height), _FIXED)
    return form


def _card(changed: bool) -> QTextTableFormat:
    form = QTextTableFormat()
    form.setBorder(0)
    form.setCellSpacing(0)
    form.setCellPadding(CARD_PADDING)
    form.setTopMargin(CARD_GAP)
    form.setBottomMargin(CARD_GAP)
    form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    picture = QTextLength(QTextLength.Type.FixedLength, THUMB[0] + SPACE_8)
    form.setColumnWidthConstraints([picture, QTextLength()])
    form.setProperty(CHANGED, changed)
    return form


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
            form.setProperty(APART, True)
        case Change.REMOVED:
            form.setForeground(QColor(palette.removed))
            form.setBackground(QColor(palette.removed_tint))
            form.setFontStrikeOut(True)
        case Change.SAME:
            pass
