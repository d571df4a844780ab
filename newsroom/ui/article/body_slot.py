"""The place of the body: the rich editor, or its Markdown, never both at once."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import fields

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from newsroom.domain.document import Document
from newsroom.ui.article.bringing import Step
from newsroom.ui.article.source_edit import SourceEdit
from newsroom.ui.article.source_places import Source, place_in_source, place_shown
from newsroom.ui.body import pasting, reaching
from newsroom.ui.body.blocks import is_everything
from newsroom.ui.body.body_edit import BodyEdit
from newsroom.ui.body.body_typing import BodyTools
from newsroom.ui.body.look import BodyLook, FigureSource
from newsroom.ui.desk_link import DeskLink
from newsroom.ui.look.fitting import fit
from newsroom.ui.look.scale import grown, scale
from newsroom.ui.look.tokens import COLUMN, COLUMN_MARGIN, SPACE_8, Palette
from newsroom.ui.spot import BODY, Spot

Read = Callable[[str], Document]
Write = Callable[[Document], str]


def body_look(palette: Palette) -> BodyLook:
    """Give the body the colours of a palette, and the size of text in force."""
    colours = (item.name for item in fields(BodyLook) if item.name != "scale")
    return BodyLook(**{name: getattr(palette, name) for name in colours}, scale=scale())


def body_tools(figures: FigureSource, link: DeskLink) -> BodyTools:
    """Give the body what it asks of the rest of the house."""
    return BodyTools(
        figures,
        paste_html=link.paste_html,
        paste_telegram=link.paste_telegram,
        paste_markdown=link.paste_markdown,
        read_markdown=link.read_body,
        write_markdown=link.write_body,
        write_html=link.copy_html,
        apart=link.apart,
    )


class BodySlot(QWidget):
    """One body in two forms. To look at the source and go back changes nothing, undo included.

    `caret_moved` carries the part on show and the caret's place in it.
    """

    edited = Signal()
    caret_moved = Signal(QWidget, QRect)
    selection_changed = Signal()

    def __init__(self, body: BodyEdit, read: Read, write: Write) -> None:
        super().__init__()
        self.body = body
        self._read = read
        self._write = write
        self._entered = ("", 0)
        self.untouched = True
        """Whether the source was only looked at when it was last on show."""
        self._written: tuple[Document, str] | None = None
        self.source = SourceEdit()
        self._source_box = QWidget()
        row = QHBoxLayout(self._source_box)
        self._indent(row)
        fit(self.source, most=COLUMN)
        row.addStretch(1)
        row.addWidget(self.source, 1000)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(body)
        column.addWidget(self._source_box)
        self._source_box.hide()
        body.setProperty("ringless", True)
        self.source.setProperty("ringless", True)
        body.set_growing(True)
        body.edited.connect(self.edited)
        body.caret_moved.connect(lambda place: self.caret_moved.emit(body, place))
        self.source.edited.connect(self.edited)
        self._was_all_chosen = False
        for part in (body, self.source):
            part.selectionChanged.connect(self.selection_changed)
            part.selectionChanged.connect(self._on_selection)
        self.source.cursorPositionChanged.connect(self._on_source_caret)

    def changeEvent(self, event: QEvent) -> None:
        """Let the margins of the source grow with the text, as those of the body do."""
        super().changeEvent(event)
        row = self._source_box.layout() if event.type() is QEvent.Type.FontChange else None
        if row is not None:
            self._indent(row)

    @staticmethod
    def _indent(row: QLayout) -> None:
        side = grown(COLUMN_MARGIN)
        row.setContentsMargins(side, SPACE_8, side, 0)

    @property
    def source_on(self) -> bool:
        """Whether the body stands as Markdown."""
        return not self._source_box.isHidden()

    def document(self) -> Document:
        """Give the body as it stands, in whichever form."""
        if self.source_on:
            return self._read(self.source.text())
        return self.body.document_value()

    def chosen(self) -> Document:
        """Give what is selected, as a document."""
        if self.source_on:
            return self._read(self.source.textCursor().selectedText().replace("\u2029", "\n"))
        return pasting.selection(self.body.textCursor())

    def markdown(self) -> str:
        """Give the body in its canonical spelling; written anew only when it has changed."""
        document = self.document()
        if self._written is None or self._written[0] is not document:
            self._written = (document, self._write(document))
        return self._written[1]

    def show_document(self, document: Document) -> None:
        """Show another body, as read from its Markdown, in the form on show; undo begins anew."""
        self.body.set_document(document, as_read=True)
        self.source.show_source(self._write(document) if self.source_on else "")

    def replace_document(self, document: Document) -> None:
        """Put another body in the place of this one, as one step that can be undone."""
        if self.source_on:
            self.source.replace_source(self._write(document))
        else:
            self.body.replace_document(document)

    def bring(self, document: Document, step: Step | None) -> None:
        """Let another body stand here: by a step that is remembered, or else by a new one."""
        if step is not None and document != self.document():
            step(self)
        if document != self.document():
            self.replace_document(document)

    def undo(self) -> None:
        """Take back the last step in the form that is on show."""
        (self.source if self.source_on else self.body).undo()

    def redo(self) -> None:
        """Do it again."""
        (self.source if self.source_on else self.body).redo()

    def toggle_source(self) -> bool:
        """Turn to the other form; give whether the source is on show now.

        The caret goes to the same words there. What was changed in the source comes into the rich
        body as one step of undo; where nothing was, the body is not touched.
        """
        if self.source_on:
            self._leave_source()
        else:
            self._enter_source()
        return self.source_on

    def _enter_source(self) -> None:
        self.body.awaiting.give_up()
        written = self.markdown()
        index, shown = reaching.words_before(self.body.textCursor())
        following = reaching.words_of(self.body.document(), index)[len(shown) :][:1]
        self.source.show_source(written)
        start, end = self._source().span(index)
        self.source.put_caret(start + place_in_source(written[start:end], shown, following))
        self._entered = (written, self.source.caret)
        self.body.hide()
        self._source_box.show()
        self.source.setFocus()

    def _leave_source(self) -> None:
        text, place = self.source.text(), self.source.caret
        self._source_box.hide()
        self.body.show()
        if text != self._entered[0]:
            document = self._read(text)
            if document != self.body.document_value():
                self.body.replace_document(document)
        self.untouched = (text, place) == self._entered
        if not self.untouched:
            source = Source.of(text, self._read, self._write)
            index = source.index_at(place)
            before = text[source.span(index)[0] : place]
            shown = reaching.words_of(self.body.document(), index)
            place = place_shown(shown, before)
            self.put_caret(reaching.position_in(self.body.document(), index, place))
        self.body.setFocus()

    def _source(self) -> Source:
        return Source.of(self.source.text(), self._read, self._write)

    def on_show(self) -> QWidget:
        """Give the form that is on show."""
        return self.source if self.source_on else self.body

    def caret_area(self) -> tuple[QWidget, QRect]:
        """Give the part on show, and where the caret stands in it."""
        if self.source_on:
            return self.source, self.source.cursorRect()
        return self.body, self.body.cursorRect().translated(self.body.viewport().pos())

    @property
    def caret(self) -> int:
        """The caret's position in the rich body."""
        return self.body.textCursor().position()

    def put_caret(self, position: int) -> None:
        """Put the caret at a position, or at the end where the body is shorter."""
        cursor = self.body.textCursor()
        cursor.setPosition(min(position, self.body.document().characterCount() - 1))
        self.body.setTextCursor(cursor)

    def show_block(self, index: int) -> None:
        """Go to a block of the document in the form that is on show, and mark it."""
        if self.source_on:
            self.source.go_to(*self._source().span(index))
            self.source.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.body.go_to_block(index)
        self.body.setFocus(Qt.FocusReason.OtherFocusReason)

    def put_caret_after(self, index: int, before: str) -> None:
        """Put the caret into a block, after these of its words, in the form that is on show."""
        if self.source_on:
            start, end = self._source().span(index)
            within = self.source.text()[start:end]
            self.source.put_caret(start + place_in_source(within, before))
            return
        span = next(iter(self.body.spans()[index : index + 1]), None)
        if span:
            shown = reaching.words_between(self.body.document(), span.start, span.end)
            units = shown[: place_shown(shown, before)].encode("utf-16-le", "surrogatepass")
            self.put_caret(span.start + len(units) // 2)

    def caret_spot(self) -> Spot:
        """Tell in which block the caret stands, and how far down in it."""
        if self.source_on:
            source, place = self._source(), self.source.caret
            index = source.index_at(place)
            start, end = source.span(index)
            return Spot(BODY, index, share=_share(place - start, end - start))
        spans = self.body.spans()
        if not spans:
            return Spot(BODY)
        index = max(0, bisect_right(spans, self.caret, key=lambda span: span.start) - 1)
        span = spans[index]
        return Spot(BODY, index, share=_share(self.caret - span.start, span.end - span.start))

    @property
    def source_length(self) -> int:
        """How long the Markdown is where that is on show, in characters; else 0."""
        return self.source.document().characterCount() if self.source_on else 0

    @property
    def line_number(self) -> int:
        """The number of the line of the text, as typed, in which the caret stands."""
        return self._cursor().blockNumber()

    @property
    def is_all_chosen(self) -> bool:
        """Whether the whole body is selected."""
        return is_everything(self._cursor())

    def _cursor(self) -> QTextCursor:
        return (self.source if self.source_on else self.body).textCursor()

    def _on_selection(self) -> None:
        """Tell of a caret that goes nowhere, as by End after all was chosen: it is seen now."""
        was_all, self._was_all_chosen = self._was_all_chosen, self.is_all_chosen
        if was_all and not self._was_all_chosen:
            self.caret_moved.emit(*self.caret_area())

    def _on_source_caret(self) -> None:
        self.caret_moved.emit(self.source, self.source.cursorRect())


def _share(part: int, whole: int) -> float:
    return min(1.0, max(0.0, part / whole)) if whole else 0.0
