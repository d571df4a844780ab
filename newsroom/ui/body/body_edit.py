"""The widget in which a story's body is written."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import Signal
from PySide6.QtGui import QTextCursor, QTextTable
from PySide6.QtWidgets import QWidget

from newsroom.domain.document import (
    Alignment,
    Block,
    Document,
    Embed,
    FactBox,
    Figure,
    Mark,
    Rule,
    Table,
)
from newsroom.domain.typography import HABITS
from newsroom.ui.body import (
    footnotes,
    inserting,
    kinds,
    marks,
    nesting,
    reaching,
    tables,
    typesetting,
)
from newsroom.ui.body.blocks import line_at, one_step, remove_selection
from newsroom.ui.body.body_hands import BodyHands
from newsroom.ui.body.body_typing import BodyTools
from newsroom.ui.body.card_hold import CardHold
from newsroom.ui.body.kinds import BlockKind
from newsroom.ui.body.look import BodyLook
from newsroom.ui.body.reaching import Span
from newsroom.ui.body.snapshot import Snapshots
from newsroom.ui.body.spacing import settle
from newsroom.ui.body.state import EditState, in_table, state_at
from newsroom.ui.body.to_qt import BodyWriter


class BodyEdit(BodyHands):
    """Edits a `Document` as rich text.

    `edited` comes after each change a person made, and only then.
    """

    edited = Signal()

    def __init__(self, look: BodyLook, tools: BodyTools, parent: QWidget | None = None) -> None:
        super().__init__(look, tools, parent)
        self._quiet = False
        self._snapshots = Snapshots(self.document())
        self.document().contentsChange.connect(self._on_contents_change)

    def set_document(self, document: Document, *, as_read: bool = False) -> None:
        """Show a body. Undo begins anew: it never reaches into what was shown before.

        `as_read` says that it was read from Markdown and so holds nothing that no line would show:
        it need not be read back from the text to be known.
        """
        self.awaiting.give_up()
        with self._quietly():
            text = self.document()
            self._clear_text()
            text.setUndoRedoEnabled(False)
            cursor = QTextCursor(text)
            with one_step(cursor):
                BodyWriter(cursor, self._serial, fresh=True).write(document.blocks)
                settle(text.begin(), text.characterCount())
            text.setUndoRedoEnabled(True)
            self.moveCursor(QTextCursor.MoveOperation.Start)
        if as_read:
            self._snapshots.show(document)

    def replace_document(self, document: Document) -> None:
        """Show another body as one step that can be undone."""
        self.awaiting.give_up()

        def deed(cursor: QTextCursor) -> None:
            with one_step(cursor):
                cursor.select(QTextCursor.SelectionType.Document)
                remove_selection(cursor)
                BodyWriter(cursor, self._serial, fresh=True).write(document.blocks)
                settle(self.document().begin(), self.document().characterCount())
            cursor.setPosition(0)

        self._do(deed)

    def go_to_block(self, index: int) -> None:
        """Put the caret at the beginning of a block of `document_value()`, and mark the block."""
        found = reaching.spans(self.document())
        if not found:
            return
        span = found[min(index, len(found) - 1)]
        cursor = self.textCursor()
        cursor.setPosition(span.start)
        self.setTextCursor(cursor)
        self.mark(span.start, span.end)
        self.ensureCursorVisible()

    def document_value(self) -> Document:
        """Give the body as a value; blocks untouched since the last time are the same objects."""
        return self._snapshots.take()

    def spans(self) -> tuple[Span, ...]:
        """Give where in the text each block of `document_value()` stands."""
        return self._snapshots.spans()

    def current_state(self) -> EditState:
        """Tell what a toolbar should show as chosen."""
        return state_at(self.textCursor())

    @property
    def in_table(self) -> bool:
        """Whether the caret stands in a table."""
        return in_table(line_at(self.textCursor()))

    @contextmanager
    def _quietly(self) -> Iterator[None]:
        self._quiet = True
        try:
            yield
        finally:
            self._quiet = False

    def _on_contents_change(self, _position: int, _removed: int, _added: int) -> None:
        if not self._quiet:
            self.edited.emit()

    def set_look(self, look: BodyLook) -> None:
        """Draw in other colours; the text and its undo are not touched, and nobody is told."""
        with self._quietly():
            super().set_look(look)

    def set_block_kind(self, kind: BlockKind) -> None:
        """Make the lines of the selection another kind, or paragraphs if they have it already."""
        self._do(lambda cursor: kinds.set_kind(cursor, kind, self._serial))

    def toggle_mark(self, mark: Mark) -> None:
        """Set or take away a mark on the selection, or on what is typed next."""
        cursor = self.textCursor()
        change = marks.toggled(cursor, mark)
        if cursor.hasSelection():
            self._do(lambda chosen: marks.merge(chosen, change))
        elif not self.isReadOnly():
            self.mergeCurrentCharFormat(change)

    def set_link(self, url: str, words: str = "") -> None:
        """Link the selection or the link around the caret; empty takes it away.

        Where there is neither, `words` are put in with the link, or the address itself.

        Raises `Refused` for an address that is not safe to follow.
        """
        self._do(lambda cursor: marks.set_link(cursor, url, words))

    def insert_figure(self, figure: Figure, position: int | None = None) -> None:
        """Put a figure where the caret stands, or at a position of the text."""
        self._insert([figure], position)

    def hold_figure(self, index: int) -> CardHold:
        """Give a hold on the figure with this index in reading order."""
        place, _figure = inserting.figures(self.document())[index]
        return CardHold(self.document(), place)

    def put_caret_at(self, position: int) -> None:
        """Put the caret at a position of the text."""
        cursor = self.textCursor()
        cursor.setPosition(position)
        self.setTextCursor(cursor)

    def insert_embed(self, embed: Embed) -> None:
        """Put a card for something that stands elsewhere."""
        self._insert([embed])

    def replace_embed(self, position: int, embed: Embed) -> None:
        """Put another embed in the place that `embed_activated` gave."""
        inserting.replace_card(self.document(), position, embed)

    def insert_rule(self) -> None:
        """Put a thematic break."""
        self._insert([Rule()])

    def insert_fact_box(self) -> None:
        """Put an empty fact box and go to its title."""
        self._insert_and_enter(FactBox(()))

    def insert_table(self, rows: int, columns: int) -> None:
        """Put an empty table of a header and `rows` rows below it; go to its first cell."""
        row = ((),) * columns
        self._insert_and_enter(Table(row, (row,) * rows, (Alignment.NONE,) * columns))

    def insert_footnote(self) -> None:
        """Put a footnote's mark at the caret and go to its note below the story."""
        self._do(footnotes.insert)

    def cross_footnote(self) -> None:
        """Go from a footnote's mark to its note, or from the note back."""
        self._do(footnotes.cross)

    def correct_typography(self) -> None:
        """Set quotes, dashes and spaces right in the selection, or in the whole body."""
        habits = HABITS.get(self.language)
        if habits is not None:
            self._do(lambda cursor: typesetting.correct(cursor, habits))

    def toggle_typographic(self) -> None:
        """Set quotes and dashes while they are typed, or leave them as they come."""
        self.typographic = not self.typographic

    def indent(self) -> None:
        """Nest the chosen items one deeper."""
        self._do(lambda cursor: nesting.indent(cursor, self._serial))

    def outdent(self) -> None:
        """Move the chosen items one depth out."""
        self._do(nesting.outdent)

    def add_table_row(self, *, before: bool = False) -> None:
        """Add a row below the caret's, or above it."""
        self._do_in_table(lambda cursor, table: tables.add_row(cursor, table, before=before))

    def add_table_column(self, *, before: bool = False) -> None:
        """Add a column after the caret's, or before it."""
        self._do_in_table(lambda cursor, table: tables.add_column(cursor, table, before=before))

    def remove_table_row(self) -> None:
        """Remove the caret's row."""
        self._do_in_table(tables.remove_row)

    def remove_table_column(self) -> None:
        """Remove the caret's column."""
        self._do_in_table(tables.remove_column)

    def remove_table(self) -> None:
        """Remove the table that the caret stands in."""
        self._do_in_table(tables.remove)

    def align_table_column(self, alignment: Alignment) -> None:
        """Align the caret's column."""
        self._do_in_table(lambda cursor, table: tables.align(cursor, table, alignment))

    def _insert(self, blocks: list[Block], position: int | None = None) -> None:
        def deed(cursor: QTextCursor) -> None:
            if position is not None:
                cursor.setPosition(min(position, self.document().characterCount() - 1))
            inserting.insert_blocks(cursor, blocks, self._serial)

        self._do(deed)

    def _insert_and_enter(self, block: Block) -> None:
        def deed(cursor: QTextCursor) -> None:
            start = inserting.insert_blocks(cursor, [block], self._serial)
            cursor.setPosition(start)

        self._do(deed)

    def _do_in_table(self, deed: Callable[[QTextCursor, QTextTable], None]) -> None:
        table = self.textCursor().currentTable()
        if table is not None:
            self._do(lambda cursor: deed(cursor, table))
