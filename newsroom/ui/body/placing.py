"""Where what is pasted finds its place: words flow into the line they meet, blocks divide it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextCursor

from newsroom.domain.document import (
    Block,
    Break,
    Document,
    Footnote,
    Heading,
    Inline,
    Inlines,
    ListBlock,
    Paragraph,
    Quote,
    Table,
    lines,
)
from newsroom.ui.body import footnotes
from newsroom.ui.body.blocks import (
    CELLS,
    insert_after,
    is_empty,
    line_at,
    line_in,
    one_step,
    remove_block,
    remove_selection,
)
from newsroom.ui.body.formats import block_format
from newsroom.ui.body.inserting import insert_blocks
from newsroom.ui.body.kinds import Serial
from newsroom.ui.body.labels import relabelled
from newsroom.ui.body.line import PLAIN, Box, Line, Role
from newsroom.ui.body.spacing import settle
from newsroom.ui.body.to_qt import BodyWriter

_ONE_LINE = CELLS | {Role.ATTRIBUTION, Role.TITLE, Role.FOOTNOTE}
_FREE = frozenset({Role.TEXT, Role.HEADING, Role.ITEM})

Fitted = tuple[Line, Inlines]
"""A line as it will stand, and its text."""


def insert_document(cursor: QTextCursor, document: Document, serial: Serial) -> None:
    """Put a document, as from the clipboard, in place of the selection; the caret ends after it.

    Its footnotes go below the story. In a line that must stay one, blocks become line breaks.
    """
    with one_step(cursor):
        remove_selection(cursor)
        taken = {line_in(note).label for note in footnotes.notes(cursor.document())}
        blocks = relabelled(document.blocks, taken)
        flow = [block for block in blocks if not isinstance(block, Footnote)]
        notes = [block for block in blocks if isinstance(block, Footnote)]
        if line_at(cursor).role is Role.CARD and flow:
            cursor.setPosition(insert_after(cursor.block(), PLAIN).position())
        start = QTextCursor(cursor)
        start.setKeepPositionOnInsert(True)
        if flow:
            _insert(cursor, flow, serial)
        _add_notes(cursor, notes, serial)
        first = start.block().previous()
        settle(first if first.isValid() else start.block(), cursor.position() + 1)


def _insert(cursor: QTextCursor, blocks: Sequence[Block], serial: Serial) -> None:
    line = line_at(cursor)
    if line.role in _ONE_LINE or line.box is Box.PULL:
        BodyWriter(cursor, serial, fresh=False).inlines(_one_line(blocks))
        return
    fitted = _fitted(blocks, line, serial)
    if fitted is not None:
        _flow(cursor, fitted, serial)
    elif line.box is Box.NONE and line.role in _FREE:
        _divide(cursor, list(blocks), serial)
    else:
        insert_blocks(cursor, blocks, serial)


def _one_line(blocks: Sequence[Block]) -> Iterator[Inline]:
    for index, inlines in enumerate(line for line in lines(blocks) if line):
        if index:
            yield Break()
        yield from inlines


def _fitted(blocks: Sequence[Block], line: Line, serial: Serial) -> list[Fitted] | None:
    """Give blocks as lines of what stands at the caret; None where that cannot hold them."""
    fitted: list[Fitted] = []
    further = PLAIN if line.role is Role.HEADING else line
    for block in blocks:
        match block:
            case Paragraph(inlines):
                fitted.append((further, inlines))
            case Heading(_, inlines) if len(blocks) == 1 and line.role is Role.HEADING:
                fitted.append((further, inlines))
            case ListBlock() if line.role is Role.ITEM:
                fitted.extend(_items(block, line, serial))
            case ListBlock() if line.box is Box.FACTS:
                first = replace(line, role=Role.ITEM, level=0, ordered=block.ordered)
                fitted.extend(_items(block, replace(first, list_serial=serial()), serial))
            case ListBlock() | Quote() if line.box is Box.QUOTE:
                fitted.extend((line, inlines) for inlines in lines((block,)) if inlines)
            case _:
                return None
    return fitted


def _items(block: ListBlock, line: Line, serial: Serial) -> Iterator[Fitted]:
    """Give the items of a list as further items of the one that a line belongs to."""
    for item in block.items:
        yield line, item.inlines
        for sublist in item.sublists:
            under = replace(
                line,
                level=line.level + 1,
                ordered=sublist.ordered,
                start=sublist.start,
                list_serial=serial(),
            )
            yield from _items(sublist, under, serial)


def _flow(cursor: QTextCursor, fitted: Sequence[Fitted], serial: Serial) -> None:
    """Write lines: the first into the one of the caret, which takes its kind where it was empty."""
    for index, (line, inlines) in enumerate(fitted):
        if index:
            cursor.insertBlock(block_format(line), QTextCharFormat())
        elif line.role is Role.ITEM and is_empty(cursor.block()):
            cursor.setBlockFormat(block_format(line))
        BodyWriter(cursor, serial, fresh=False).inlines(inlines)


def _divide(cursor: QTextCursor, blocks: list[Block], serial: Serial) -> None:
    """Write blocks between what stands before the caret and what stands after it.

    A paragraph at either end goes on the line that it meets.
    """
    rest = _rest(cursor)
    head = cursor.block()
    if not is_empty(head) and isinstance(first := blocks[0], Paragraph):
        BodyWriter(cursor, serial, fresh=False).inlines(first.inlines)
        blocks = blocks[1:]
    last = blocks[-1]
    tail = last.inlines if rest is not None and isinstance(last, Paragraph) else None
    if tail is not None:
        blocks = blocks[:-1]
    writer = BodyWriter(QTextCursor(cursor), serial, fresh=is_empty(head))
    if writer.fresh and isinstance(blocks[0], Table):
        writer.cursor.setBlockFormat(block_format(PLAIN))
    writer.write(blocks)
    if tail is not None and rest is not None:
        cursor.setPosition(_without_gap(writer, rest).position())
        BodyWriter(cursor, serial, fresh=False).inlines(tail)
    else:
        _leave(cursor, writer, rest, last)


def _rest(cursor: QTextCursor) -> QTextCursor | None:
    """Part the line at the caret; give a cursor at the beginning of what stood after it."""
    if cursor.atBlockEnd():
        return None
    before = cursor.position()
    line = line_at(cursor)
    cursor.insertBlock()
    rest = QTextCursor(cursor)
    cursor.setPosition(before)
    if line.role is Role.HEADING and not cursor.atBlockStart():
        rest.setBlockFormat(block_format(PLAIN))
    return rest


def _without_gap(writer: BodyWriter, rest: QTextCursor) -> QTextBlock:
    """Take away the empty line that Qt keeps below a table, where a line follows anyway."""
    if writer.fresh and is_empty(writer.cursor.block()):
        remove_block(writer.cursor.block())
    return rest.block()


def _leave(cursor: QTextCursor, writer: BodyWriter, rest: QTextCursor | None, last: Block) -> None:
    """Put the caret after what was written, in a line where one can write on."""
    if rest is not None:
        below = _without_gap(writer, rest)
    elif writer.fresh:
        below = writer.cursor.block()
    else:
        below = writer.cursor.block().next()
    if isinstance(last, Paragraph | Heading | ListBlock) and not writer.fresh:
        cursor.setPosition(writer.cursor.position())
    elif below.isValid() and line_in(below).role in _FREE:
        cursor.setPosition(below.position())
    else:
        cursor.setPosition(insert_after(writer.cursor.block(), PLAIN).position())


def _add_notes(cursor: QTextCursor, notes: Sequence[Footnote], serial: Serial) -> None:
    """Write footnotes below the story; the caret stays where it is."""
    if not notes:
        return
    last = cursor.document().lastBlock()
    caret = cursor.position()
    end = QTextCursor(last)
    end.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    fresh = is_empty(last) and line_in(last) == PLAIN and last.position() != caret
    BodyWriter(end, serial, fresh=fresh).write(notes)
    cursor.setPosition(caret)
    footnotes.renumber(cursor.document())
