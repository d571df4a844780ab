"""What goes to the clipboard and what comes from it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData
from PySide6.QtGui import QImage, QTextCursor, QTextDocument

from newsroom.domain.document import Document, Paragraph, Text
from newsroom.ui.body.assembling import assemble, document_of
from newsroom.ui.body.from_qt import pieces, read_block
from newsroom.ui.body.line import PLAIN, Words

NATIVE = "application/x-newsroom-body"
"""Our own fragments: a document as Markdown, in UTF-8."""

PICTURE_SUFFIXES = frozenset(
    {".jpg", ".jpeg", ".png", ".webp", ".avif", ".gif", ".tif", ".tiff", ".heic"}
)
_PICTURE_TYPES = ("image/jpeg", "image/png", "image/webp", "image/avif", "image/tiff")

Dropped = Path | bytes
"""A picture that came in: a file, or the bytes of one."""


def selection(cursor: QTextCursor) -> Document:
    """Read the selection as a document; a part of one line is a paragraph, whatever the line is."""
    scratch = QTextDocument()
    QTextCursor(scratch).insertFragment(cursor.selection())
    parts = list(pieces(scratch, read_block))
    if len(parts) == 1 and isinstance(parts[0], Words):
        parts = [Words(PLAIN, parts[0].inlines)]
    return document_of(assemble(parts, {}))


def plain_document(text: str) -> Document:
    """Read plain text: each line that holds something is a paragraph."""
    lines = (line.strip() for line in text.splitlines())
    return Document(tuple(Paragraph((Text(line),)) for line in lines if line))


def native(mime: QMimeData) -> str | None:
    """Give the Markdown of our own fragment, None where there is none."""
    if not mime.hasFormat(NATIVE):
        return None
    return bytes(mime.data(NATIVE).data()).decode("utf-8", errors="replace")


def picture_files(mime: QMimeData) -> list[Dropped]:
    """List the picture files on this laptop that were dropped or copied."""
    paths = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
    return [path for path in paths if path.suffix.lower() in PICTURE_SUFFIXES]


def picture_bytes(mime: QMimeData) -> bytes | None:
    """Give the bytes of a copied picture: as they came where possible, for their metadata."""
    for media_type in _PICTURE_TYPES:
        if mime.hasFormat(media_type):
            return bytes(mime.data(media_type).data())
    image = mime.imageData()
    if not isinstance(image, QImage) or image.isNull():
        return None
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    written = image.save(buffer, b"PNG")
    return bytes(held.data()) if written else None
