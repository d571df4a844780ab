"""A body as the disk will give it back, so that the preview shows the bytes of the export.

What is typed holds more than our Markdown does: a space at the end of a line, a break in a title.
"""

from __future__ import annotations

from collections.abc import MutableMapping

from newsroom.domain.document import Block, Document, Paragraph
from newsroom.markup import reader, writer

WrittenBlocks = MutableMapping[Block, Block]
"""Blocks that were written and read before, so that a keystroke costs one block."""


def as_written(document: Document, known: WrittenBlocks) -> Document:
    """Give a body as writing and reading it would; a block that would go is an empty paragraph."""
    return Document(tuple(_block_as_written(block, known) for block in document.blocks))


def _block_as_written(block: Block, known: WrittenBlocks) -> Block:
    found = known.get(block)
    if found is None:
        read = reader.read(writer.write(Document((block,)))).blocks
        found = known[block] = read[0] if read else Paragraph()
    return found
