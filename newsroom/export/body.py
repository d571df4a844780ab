"""The body of a page: each block of the document as one element of HTML."""

from __future__ import annotations

from collections.abc import Mapping, MutableMapping

from newsroom.domain.document import Document
from newsroom.export.figures import FigurePress
from newsroom.markup.html import BodyLabels, body_html

BlockCache = MutableMapping[object, str]


def body_blocks(
    document: Document, press: FigurePress, words: Mapping[str, str], cache: BlockCache | None
) -> tuple[str, ...]:
    """Set the blocks of a body."""
    return body_html(document, press.body, BodyLabels())
