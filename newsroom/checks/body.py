"""Remarks on the body as a whole, its links and its footnotes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from newsroom.checks.places import body_place, links
from newsroom.checks.rule import Remark
from newsroom.domain.article import Story
from newsroom.domain.document import (
    Block,
    Embed,
    Figure,
    Footnote,
    FootnoteRef,
    Heading,
    Opaque,
    lines,
    plain_text,
)
from newsroom.domain.house import House
from newsroom.domain.links import is_safe_link

_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)+|localhost|\[?[0-9a-f:]+\]?")
_LETTER = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")


def body_empty(story: Story, _house: House) -> Iterator[Remark]:
    """Remark on a body without a word; pictures alone make a picture story and are fine."""
    shown = any(isinstance(block, Figure | Embed) for block in story.document.blocks)
    if not shown and not re.search(r"\w", plain_text(story.document)):
        yield Remark("body", "The body is empty, so there is nothing to read under the headline.")


def heading_skips(story: Story, _house: House) -> Iterator[Remark]:
    """Remark on a heading more than one level below the heading before it (WCAG 1.3.1)."""
    level = 1
    for number, block in enumerate(story.document.blocks):
        if not isinstance(block, Heading):
            continue
        if block.level > level + 1:
            yield Remark(
                body_place(number),
                f"This heading is of level {block.level} under one of level {level}; readers who "
                "go from heading to heading will look for the one between.",
            )
        level = block.level


def link_broken(story: Story, _house: House) -> Iterator[Remark]:
    """Remark on links that are unsafe or cannot lead anywhere."""
    for link in links(story):
        if reason := _fault(link.url):
            yield Remark(link.where, f"The link “{link.url}” will not work: {reason}.")


def _fault(url: str) -> str:
    if url == "#":
        return "it leads nowhere"
    if not is_safe_link(url):
        return _why_unsafe(url)
    parts = urlsplit(url)
    match parts.scheme.lower():
        case "http" | "https":
            return _host_fault(url)
        case "mailto":
            return "" if _LETTER.fullmatch(parts.path) else "it holds no e-mail address"
        case "tel":
            return "" if re.search(r"\d", parts.path) else "it holds no number"
        case _:
            return ""


def _host_fault(url: str) -> str:
    try:
        parts = urlsplit(url)
        host, _port = parts.hostname or "", parts.port
    except ValueError:
        return "its port is not a number"
    return "" if _HOST.fullmatch(host) else "it names no site"


def _why_unsafe(url: str) -> str:
    if re.match(r"\s*(?:javascript|vbscript|data)\s*:", url, re.IGNORECASE):
        return "it would run a script on the reader's machine"
    if re.search(r"\s", url):
        return "it holds a space"
    if re.match(r"[\w-]+(?:\.[\w-]+)+(?:[/?#]|\Z)", url):
        return "it lacks https:// at its start"
    return "it is not an address that a page may lead to"


def opaque_block(story: Story, _house: House) -> Iterator[Remark]:
    """Remark on source that the dialect cannot express."""
    for index, block in enumerate(story.document.blocks):
        if isinstance(block, Opaque):
            yield Remark(
                body_place(index),
                "This block is source that the editor cannot read. It is kept to the letter;"
                " rewrite it so that readers get text.",
            )


def footnote_missing(story: Story, _house: House) -> Iterator[Remark]:
    """Remark on a mark in the text whose note does not exist."""
    blocks = story.document.blocks
    notes = {block.label for block in blocks if isinstance(block, Footnote)}
    for index, block in enumerate(blocks):
        for label in _marks(block):
            if label not in notes:
                yield Remark(
                    body_place(index),
                    f"The footnote mark “{label}” has no note, so a reader finds nothing there.",
                )


def footnote_unused(story: Story, _house: House) -> Iterator[Remark]:
    """Remark on a note that nothing in the text points at."""
    blocks = story.document.blocks
    marks = {label for block in blocks for label in _marks(block)}
    for index, block in enumerate(blocks):
        if isinstance(block, Footnote) and block.label not in marks:
            yield Remark(
                body_place(index),
                f"No mark in the text points at the footnote “{block.label}”.",
            )


def _marks(block: Block) -> list[str]:
    labels = [
        inline.label
        for line in lines((block,))
        for inline in line
        if isinstance(inline, FootnoteRef)
    ]
    return list(dict.fromkeys(labels))
