"""What an element of foreign HTML is, however the program that wrote it spells that."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsroom.markup.paste.lists import aria_level, goes_on_list, has_bullet, word_level
from newsroom.markup.paste.node import Node

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_WORD_HEADING = re.compile(r"(?:Mso)?Heading([1-9])", re.IGNORECASE)
_CAPTIONS = frozenset({"wp-caption-text", "image-caption", "figure-caption"})
_PULLED = frozenset({"pullquote", "wp-block-pullquote", "pull-quote"})


def heading_level(node: Node) -> int | None:
    """Give the level of a heading, however it is spelled; 0 is a title, None no heading."""
    if level := _HEADINGS.get(node.tag):
        return level
    if node.tag not in {"p", "div"} or not node.attributes:
        return None
    if node.attributes.get("role") == "heading":
        return aria_level(node) or 2
    outline = node.style.get("mso-outline-level", "")
    if outline.isdecimal():
        return int(outline)
    for name in node.classes:
        if name == "MsoTitle":
            return 0
        if named := _WORD_HEADING.fullmatch(name):
            return int(named[1])
    return None


def frames(node: Node) -> bool:
    """Whether a `div` stands for a figure."""
    return node.tag == "div" and "wp-caption" in node.classes


def is_word_line(node: Node) -> bool:
    """Whether a paragraph is meant as an item of a list or as a quotation by Word."""
    if node.tag not in {"p", "div"}:
        return False
    if has_bullet(node):
        return True
    if node.tag != "p" or not (node.attributes or node.style):
        return False
    quoted = not {"MsoQuote", "MsoIntenseQuote"}.isdisjoint(node.classes)
    return bool(word_level(node) or goes_on_list(node) or quoted)


def content_of(node: Node) -> Sequence[Node | str]:
    """Give the children of a block, without the rule that Word draws above its notes."""
    if node.style.get("mso-element") in {"footnote-list", "endnote-list"}:
        return [
            child
            for child in node.children
            if isinstance(child, str) or child.tag not in {"hr", "br"}
        ]
    return node.children


def sets_boxes(node: Node) -> bool:
    """Whether an element sets what it holds in boxes beside or below each other."""
    return node.style.get("display", "").endswith(("flex", "grid"))


def is_box(node: Node) -> bool:
    """Whether a link stands in a box of its own, as the topics below a story do."""
    return node.tag == "a" and node.style.get("display", "").startswith("inline-")


def is_caption(node: Node) -> bool:
    """Whether an element is the caption of the figure it stands in."""
    return node.tag == "figcaption" or not _CAPTIONS.isdisjoint(node.classes)


def is_pulled(node: Node) -> bool:
    """Whether a figure sets a sentence of the story large."""
    return not _PULLED.isdisjoint(node.classes)


def first_number(node: Node) -> int:
    """Give the number of the first item of a numbered list."""
    said = number_in(node.attributes.get("start", ""))
    if said is None:
        said = next((number_in(one.attributes.get("value", "")) for one in node.nodes()), None)
    return 1 if said is None else said


def number_in(said: str) -> int | None:
    """Read a number from an attribute."""
    return int(said) if said.isascii() and said.isdigit() and len(said) < 9 else None
