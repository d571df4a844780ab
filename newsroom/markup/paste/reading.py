"""Text pasted from elsewhere: foreign HTML becomes a `Document`, its looks are dropped.

Structure is kept: headings, lists, links, bold and italic, tables, quotations, footnotes. What a
style says of bold and italic counts, because Google Docs says it in no other way; nothing else of a
style does, but that something is hidden. Every word that a reader sees is kept, in its order.
"""

from __future__ import annotations

import re

from newsroom.domain.document import Document, Footnote
from newsroom.domain.pasted import Pasted
from newsroom.domain.progress import Watch, unhurried
from newsroom.markup.inline_form import joined
from newsroom.markup.paste.flow import Flow, Source
from newsroom.markup.paste.node import Node
from newsroom.markup.paste.notes import find_notes, without_sign
from newsroom.markup.paste.parts import finished, flat, gathered
from newsroom.markup.paste.tree import sanitised_tree

_HEADER = re.compile(
    r"\ufeff?\s*Version:[\d.]+\s+(?:(?:(?:Start|End)[A-Za-z]+:\s*-?\d+|SourceURL:[^\r\n]*)[\r\n]+)+"
)
_SOURCE = re.compile(r"^SourceURL:(\S+)", re.MULTILINE)
_BASE = re.compile(r"<base\b[^>]*\bhref\s*=\s*[\"']?([^\"'\s>]+)", re.IGNORECASE)
_HEAD = 20_000


def read_html(html: str, base: str = "", watch: Watch = unhurried) -> Pasted:
    """Make a body of foreign HTML, with what it shows of pictures; nothing in it can run or load.

    `base` is the address of the page it was copied from, for links that are relative to it. Raises
    what `watch` raises, and nothing else.
    """
    html, origin = _without_header(html)
    root, erased = sanitised_tree(html, watch)
    source = Source(origin or base, find_notes(root), watch=watch)
    parts = gathered(Flow(source).parts(root))
    notes = [_note(source, node, label) for node, label in source.notes.bodies.items()]
    document = Document(finished(parts, notes))
    return Pasted(
        document,
        tuple(source.pictures),
        source.notes.comments,
        deleted=source.deleted,
        erased=erased,
    )


def _without_header(html: str) -> tuple[str, str]:
    """Take off the header that Windows puts before a copied page; give the page's address."""
    origin = ""
    if header := _HEADER.match(html[:_HEAD]):
        html = html[header.end() :]
        found = _SOURCE.search(header[0])
        origin = found[1] if found else ""
    declared = _BASE.search(html[:_HEAD])
    return html, declared[1] if declared else origin


def _note(source: Source, node: Node, label: str) -> Footnote:
    inside = Node("div", {}, node.children)
    found, _pictures = flat(gathered(Flow(source).parts(inside)))
    return Footnote(label, without_sign(joined(found), source.notes.signs[label]))
