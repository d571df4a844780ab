"""Lists as Word puts them on the clipboard: paragraphs with `mso-list` in their style.

The number or bullet stands in the text, in a span of its own with `mso-list: Ignore`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from newsroom.domain.document import Inlines, ListBlock, ListItem
from newsroom.markup.inline_form import normal
from newsroom.markup.paste_inline import PastedLine
from newsroom.markup.paste_tree import Node

_LEVEL = re.compile(r"\blevel(\d)\b")
_NUMBER = re.compile(r"\(?(\d{1,6}|[a-zа-я]{1,4})[.)]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class WordItem:
    """One paragraph of a list: its level from 1, whether it is numbered, and from where."""

    level: int
    ordered: bool
    start: int
    inlines: Inlines


def word_item(node: Node) -> WordItem | None:
    """Read a paragraph of a Word list; None for any other paragraph."""
    found = _LEVEL.search(node.style.get("mso-list", ""))
    if not found:
        return None
    line = PastedLine()
    sign = _gather(node, line)
    number = _NUMBER.match(sign.strip())
    start = int(number[1]) if number and number[1].isdecimal() else 1
    return WordItem(int(found[1]) or 1, bool(number), start, normal(line.take()))


def _gather(node: Node, line: PastedLine) -> str:
    """Gather the text of a paragraph but its number or bullet, which is given back."""
    sign = ""
    for child in node.children:
        if isinstance(child, str):
            line.text(child)
        elif child.style.get("mso-list") == "ignore":
            sign += child.all_text()
        elif child.tag == "br":
            line.line_break()
        else:
            with line.marked(child):
                sign += _gather(child, line)
    return sign


def as_lists(items: Sequence[WordItem]) -> Iterator[ListBlock]:
    """Nest the paragraphs of a list by their levels."""
    at = 0
    while at < len(items):
        first = items[at]
        nested: list[ListItem] = []
        while at < len(items) and _belongs(items[at], first):
            end = at + 1
            while end < len(items) and items[end].level > first.level:
                end += 1
            nested.append(ListItem(items[at].inlines, tuple(as_lists(items[at + 1 : end]))))
            at = end
        yield ListBlock(first.ordered, tuple(nested), first.start if first.ordered else 1)


def _belongs(item: WordItem, first: WordItem) -> bool:
    return item.level <= first.level and item.ordered == first.ordered
