"""What goes to the clipboard and what comes from it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import cast

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QImage, QTextCursor

from newsroom.domain.document import Document
from newsroom.domain.links import is_web_link
from newsroom.ui.body.assembling import assemble, document_of
from newsroom.ui.body.blocks import CELLS, line_in
from newsroom.ui.body.formats import alignments_of
from newsroom.ui.body.from_qt import cell_words, read_block, read_part, table_pieces
from newsroom.ui.body.line import PLAIN, Grid, Piece, Words
from newsroom.ui.clipboard import as_png

NATIVE = "application/x-newsroom-body"
"""Our own fragments: a document as Markdown, in UTF-8."""

PICTURE_SUFFIXES = frozenset(
    {".jpg", ".jpeg", ".png", ".webp", ".avif", ".gif", ".tif", ".tiff", ".heic", ".heif"}
)
_PICTURE_TYPES = ("image/jpeg", "image/png", "image/webp", "image/avif", "image/tiff")

TELEGRAM = ("application/x-td-field-text", "application/x-td-field-tags")
"""Words copied in Telegram Desktop, and their marks."""

_HTML = "text/html"
_MARKDOWN = "text/markdown"
_RTF = (
    *("text/rtf", "application/rtf", "text/richtext"),
    'application/x-qt-windows-mime;value="Rich Text Format"',
)

_ADDRESSES = {
    "text/x-moz-url-priv": "utf-16-le",
    "chromium/x-source-url": "utf-8",
    "org.chromium.source-url": "utf-8",
}
"""Where browsers say which page a copy was made of, and in which coding."""

Dropped = Path | bytes
"""A picture that came in: a file, or the bytes of one."""


def selection(cursor: QTextCursor) -> Document:
    """Read the selection as a document.

    A part of one line is a paragraph, whatever the line is; a table is taken whole, except where
    the selection lies within it.
    """
    if cursor.hasComplexSelection():
        return document_of(assemble([_chosen_cells(cursor)], {}).values())
    parts = list(_parts(cursor))
    if len(parts) == 1 and isinstance(parts[0], Words):
        parts = [Words(PLAIN, parts[0].inlines)]
    return document_of(assemble(parts, {}).values())


def _parts(cursor: QTextCursor) -> Iterator[Piece]:
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    text = cursor.document()
    block = text.findBlock(start)
    within = text.findBlock(end) == block
    while block.isValid() and block.position() < end:
        if line_in(block).role in CELLS and not within:
            table = QTextCursor(block).currentTable()
            yield from table_pieces(table, read_block)
            block = text.findBlock(table.lastPosition() + 1)
        else:
            yield from read_part(block, start, end)
            block = block.next()


def _chosen_cells(cursor: QTextCursor) -> Grid:
    table = cursor.currentTable()
    found = cast("tuple[int, int, int, int]", cursor.selectedTableCells())
    top, rows, left, columns = found
    cells = tuple(
        cell_words(table, row, column)
        for row in range(top, top + rows)
        for column in range(left, left + columns)
    )
    alignments = alignments_of(table.format(), table.columns())
    return Grid(columns, alignments[left : left + columns], cells)


def native(mime: QMimeData) -> str | None:
    """Give the Markdown of our own fragment, None where there is none."""
    if not mime.hasFormat(NATIVE):
        return None
    return bytes(mime.data(NATIVE).data()).decode("utf-8", errors="replace")


def html(mime: QMimeData) -> str:
    """Give the markup on the clipboard, empty where there is none.

    Nearly every program writes UTF-8, whatever its page says of itself; a few write UTF-16.
    """
    data = bytes(mime.data(_HTML).data())
    if data[1:2] == b"\0":
        return data.decode("utf-16-le", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return mime.html()


def rtf(mime: QMimeData) -> bytes:
    """Give the text as RTF, which word processors put beside their HTML; empty where none is."""
    return next((bytes(mime.data(name).data()) for name in _RTF if mime.hasFormat(name)), b"")


def telegram(mime: QMimeData) -> tuple[bytes, bytes] | None:
    """Give the words and the marks that Telegram Desktop copied, None where it did not."""
    if not all(mime.hasFormat(name) for name in TELEGRAM):
        return None
    words, marks = (bytes(mime.data(name).data()) for name in TELEGRAM)
    return words, marks


def markdown(mime: QMimeData) -> str:
    """Give what a program says to be Markdown, empty where none does."""
    return bytes(mime.data(_MARKDOWN).data()).decode("utf-8", errors="replace")


def picture_files(mime: QMimeData) -> list[Dropped]:
    """List the picture files on this laptop that were dropped or copied."""
    paths = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
    return [path for path in paths if is_picture(path)]


def is_picture(path: Path) -> bool:
    """Whether a file's name is that of a picture."""
    return path.suffix.lower() in PICTURE_SUFFIXES


def page_address(mime: QMimeData) -> str:
    """Give the address of the page that something was copied from, empty where nothing says it."""
    for name, coding in _ADDRESSES.items():
        if mime.hasFormat(name):
            said = bytes(mime.data(name).data()).decode(coding, errors="ignore").strip("\0 \r\n\t")
            if is_web_link(said):
                return said
    return ""


def picture_bytes(mime: QMimeData) -> bytes | None:
    """Give the bytes of a copied picture: as they came where possible, for their metadata."""
    for media_type in _PICTURE_TYPES:
        if mime.hasFormat(media_type):
            return bytes(mime.data(media_type).data())
    image = mime.imageData()
    return as_png(image) if isinstance(image, QImage) else None
