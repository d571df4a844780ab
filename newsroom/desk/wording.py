"""A story's words in the forms that they come and go in: its body, a paste, a copy."""

from __future__ import annotations

from html import escape

from newsroom.domain.document import Document, Figure
from newsroom.domain.pasted import Pasted
from newsroom.domain.progress import Watch
from newsroom.markup.html import BodyLabels, body_html
from newsroom.markup.paste.reading import read_html
from newsroom.markup.paste.rtf_pictures import with_sent_pictures
from newsroom.markup.paste.telegram import telegram_document
from newsroom.markup.paste.tracking import with_plain_links
from newsroom.markup.reader import read
from newsroom.markup.writer import write


def read_body(markdown: str) -> Document:
    """Read a body's Markdown."""
    return read(markdown)


def write_body(document: Document) -> str:
    """Write a body in the dialect's one canonical spelling."""
    return write(document)


def paste_html(html: str, page: str, rtf: bytes, watch: Watch) -> Pasted:
    """Read what was copied elsewhere: its structure, without its style.

    `page` is the address of the page it was copied from, or empty; `rtf` is the same text as a
    word processor wrote it beside, with the pictures, or empty; `watch` may stop the reading.
    """
    return with_sent_pictures(read_html(html, page, watch), rtf)


def paste_telegram(text: bytes, tags: bytes) -> Document:
    """Read what was copied in Telegram Desktop: its words and, beside them, their marks."""
    return telegram_document(text, tags)


def paste_markdown(markdown: str) -> Document:
    """Read Markdown that was written elsewhere; its links lead where they say, past no gate."""
    return read(with_plain_links(markdown))


def copy_html(document: Document) -> str:
    """Write a part of a body for other programs; a picture is told by its caption."""
    return "\n".join(part for part in body_html(document, _told, BodyLabels()) if part)


def _told(figure: Figure) -> str:
    words = escape(figure.caption or figure.alt)
    return f"<p><em>{words}</em></p>" if words else ""
