"""The body of a page: each block of the document as HTML, kept as long as it does not change."""

from __future__ import annotations

from collections.abc import Mapping

from newsroom.domain.document import Block, Document, Figure, Footnote
from newsroom.export.figures import FigurePress
from newsroom.export.keeping import BlockCache, kept
from newsroom.markup.html import BodyLabels, block_html, body_html
from newsroom.markup.notes import Marks, number_notes


def body_blocks(
    document: Document, press: FigurePress, words: Mapping[str, str], cache: BlockCache | None
) -> tuple[str, ...]:
    """Set the blocks of a body: one string each, then one for the footnotes if there are any."""
    labels = BodyLabels(
        footnotes=words["footnotes"], note=words["note"], back=words["back"], table=words["table"]
    )

    def one(block: Block, marks: Marks) -> str:
        if isinstance(block, Figure):
            return press.body(block)
        return kept(
            cache,
            (block, marks, labels),
            lambda: block_html(block, press.body, labels, marks),
        )

    notes = number_notes(document)
    pairs = zip(document.blocks, notes.marks, strict=True)
    written = tuple(one(block, marks) for block, marks in pairs)
    if not notes.notes:
        return written
    return (*written, _footnotes(document, notes.marks, labels))


def _footnotes(document: Document, marks: tuple[Marks, ...], labels: BodyLabels) -> str:
    """Set the list of footnotes from the blocks that it depends on: it numbers them alike."""
    pairs = zip(document.blocks, marks, strict=True)
    noted = tuple(block for block, own in pairs if own or isinstance(block, Footnote))
    return body_html(Document(noted), lambda _: "", labels)[-1]
