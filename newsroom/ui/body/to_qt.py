"""Document to QTextDocument, at a cursor."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import assert_never

from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor

from newsroom.domain.document import (
    Alignment,
    Block,
    Break,
    Embed,
    FactBox,
    Figure,
    Footnote,
    FootnoteRef,
    Heading,
    Inline,
    Inlines,
    ListBlock,
    Opaque,
    Paragraph,
    PullQuote,
    Quote,
    Rule,
    Table,
    Text,
)
from newsroom.ui.body.formats import (
    BREAK,
    OBJECT,
    block_format,
    card_format,
    char_format,
    footnote_format,
    table_format,
)
from newsroom.ui.body.line import CARD, PLAIN, Box, Card, Line, Role

_FOREIGN = {
    **dict.fromkeys(map(ord, "\n\u2029"), BREAK),
    **dict.fromkeys(map(ord, "\r\ufeff\ufffe\ufdd0\ufdd1"), None),
}
"""Characters that the text engine takes for the end of a block or of a frame, or, as a byte order
mark, drops at the start of a string and nowhere else; reversed, it turns every letter there."""


class BodyWriter:
    """Writes blocks at a cursor.

    `serial` gives a number never given before in this text. `fresh` says that the cursor stands in
    an empty block that the first line may take.
    """

    def __init__(self, cursor: QTextCursor, serial: Callable[[], int], *, fresh: bool) -> None:
        self.cursor = cursor
        self.fresh = fresh
        self._serial = serial
        self._formats: dict[Line, QTextBlockFormat] = {}
        self._plain = QTextCharFormat()

    def write(self, blocks: Iterable[Block]) -> None:
        """Write blocks in order; the cursor ends in the last one."""
        for block in blocks:
            self._block(block)

    def _block(self, block: Block) -> None:
        match block:
            case Paragraph(inlines):
                self.line(PLAIN, inlines)
            case Heading(level, inlines):
                self.line(Line(Role.HEADING, level), inlines)
            case Footnote(label, inlines):
                self.line(Line(Role.FOOTNOTE, label=label), inlines)
            case ListBlock():
                self._list(block, PLAIN)
            case Quote(paragraphs, attribution):
                self._said(Box.QUOTE, paragraphs, attribution)
            case PullQuote(inlines, attribution):
                self._said(Box.PULL, (inlines,) if inlines or not attribution else (), attribution)
            case FactBox():
                self._fact_box(block)
            case Table():
                self.table(block)
            case Figure() | Embed() | Rule() | Opaque():
                self.card(block)
            case _ as never:
                assert_never(never)

    def line(self, line: Line, inlines: Inlines) -> None:
        """Write one line of text as a block of its own."""
        self._begin(line)
        self.inlines(inlines)

    def card(self, card: Card) -> None:
        """Write a card as a block of its own."""
        self._begin(CARD)
        self.cursor.insertText(OBJECT, card_format(card))

    def inlines(self, inlines: Iterable[Inline]) -> None:
        """Write runs of text where the cursor stands."""
        for inline in inlines:
            match inline:
                case Text(text, marks, link):
                    form = char_format(marks, link) if marks or link else self._plain
                    self.cursor.insertText(text.translate(_FOREIGN), form)
                case Break():
                    self.cursor.insertText(BREAK, self._plain)
                case FootnoteRef(label):
                    self.cursor.insertText(OBJECT, footnote_format(label))
                case _ as never:
                    assert_never(never)

    def table(self, table: Table) -> None:
        """Write a table; the cursor ends in the empty block that Qt keeps below it."""
        if self.fresh:
            self._begin(PLAIN)
        rows = (table.header, *table.rows)
        columns = len(table.header)
        alignments = (table.alignments + (Alignment.NONE,) * columns)[:columns]
        made = self.cursor.insertTable(len(rows), columns, table_format(alignments))
        for row, cells in enumerate(rows):
            role = Role.CELL if row else Role.HEAD
            for column, inlines in enumerate(cells):
                self.cursor = made.cellAt(row, column).firstCursorPosition()
                self.cursor.setBlockFormat(block_format(Line(role), alignments[column]))
                self.inlines(inlines)
        self.cursor.setPosition(made.lastPosition() + 1)
        self._take(PLAIN)
        self.fresh = True

    def _list(self, block: ListBlock, around: Line) -> None:
        level = around.level + 1 if around.role is Role.ITEM else 0
        item_line = replace(
            around,
            role=Role.ITEM,
            level=level,
            ordered=block.ordered,
            start=block.start,
            list_serial=self._serial(),
        )
        for item in block.items:
            self.line(item_line, item.inlines)
            for sublist in item.sublists:
                self._list(sublist, item_line)

    def _said(self, box: Box, paragraphs: tuple[Inlines, ...], attribution: Inlines) -> None:
        """Write a quotation; the line for who said it is always there to be filled in."""
        serial = self._serial()
        for inlines in paragraphs:
            self.line(Line(box=box, box_serial=serial), inlines)
        self.line(Line(Role.ATTRIBUTION, box=box, box_serial=serial), attribution)

    def _fact_box(self, block: FactBox) -> None:
        inside = Line(box=Box.FACTS, box_serial=self._serial())
        self.line(replace(inside, role=Role.TITLE), block.title)
        for part in block.blocks:
            match part:
                case Paragraph(inlines):
                    self.line(inside, inlines)
                case ListBlock():
                    self._list(part, inside)
                case _ as never:
                    assert_never(never)

    def _begin(self, line: Line) -> None:
        if self.fresh:
            self._take(line)
        else:
            self.cursor.insertBlock(self._format(line), self._plain)

    def _take(self, line: Line) -> None:
        self.cursor.setBlockFormat(self._format(line))
        self.cursor.setBlockCharFormat(self._plain)
        self.fresh = False

    def _format(self, line: Line) -> QTextBlockFormat:
        """Make the format of a line once: most of a story's lines are alike."""
        if line not in self._formats:
            self._formats[line] = block_format(line)
        return self._formats[line]
