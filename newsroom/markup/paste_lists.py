"""Lists that are spelled as a row of lines, each with its level: Word, Word Online, stray items.

Word puts paragraphs on the clipboard with `mso-list` in their style; the number or bullet stands
in the text, in a span of its own with `mso-list: Ignore`. Word Online makes a list of each item.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from newsroom.domain.document import Break, Inlines, ListBlock, ListItem
from newsroom.markup.paste_tree import Node

_LEVEL = re.compile(r"\blevel(\d)\b")
_NUMBER = re.compile(r"\(?(?:\d{1,4}\.)*(?:(\d{1,6})|([a-zа-яё]{1,5}))[.)]?", re.IGNORECASE)
_ENDED = re.compile(r".*[.)]|\d+", re.DOTALL)
_GOES_ON = re.compile(r"Mso(?:ListParagraph|ListContinue)\w*")


@dataclass(frozen=True, slots=True)
class LevelItem:
    """One line of a list: its level from 1, whether it is numbered, and its number if known.

    One that `goes_on` is a further paragraph of the item before.
    """

    level: int
    ordered: bool
    number: int | None
    inlines: Inlines
    sublists: tuple[ListBlock, ...] = ()
    goes_on: bool = False


def word_level(node: Node) -> int:
    """Give the level of a paragraph of a Word list, 0 for any other element."""
    said = node.style.get("mso-list", "")
    found = _LEVEL.search(said)
    return (int(found[1]) or 1) if found and "ignore" not in said else 0


def goes_on_list(node: Node) -> bool:
    """Whether a paragraph looks like one of a list but has no number or bullet."""
    return any(_GOES_ON.fullmatch(name) for name in node.classes)


def word_sign(node: Node) -> str:
    """Give the number or bullet of a Word paragraph as it is drawn."""
    return "".join(
        "" if isinstance(child, str) else child.all_text() if is_sign(child) else word_sign(child)
        for child in node.children
    ).strip()


def is_sign(node: Node) -> bool:
    """Whether an element holds nothing but the number or bullet of its paragraph."""
    return "ignore" in node.style.get("mso-list", "")


def numbered(sign: str) -> tuple[bool, int | None]:
    """Tell whether the sign of an item is a number, and which; a lone letter counts from a."""
    found = _NUMBER.fullmatch(sign)
    if not found or not _ENDED.fullmatch(sign):
        return False, None
    if found[1]:
        return True, int(found[1])
    letter = found[2].lower()
    if len(letter) == 1 and "a" <= letter <= "h":
        return True, ord(letter) - ord("a") + 1
    return True, {"i": 1, "v": 5, "x": 10}.get(letter) if len(letter) == 1 else None


def aria_level(node: Node) -> int:
    """Give the depth that an item says it has, 0 where it says none."""
    for name in ("data-aria-level", "aria-level"):
        said = node.attributes.get(name, "")
        if said.isdecimal() and 0 < int(said) < 20:
            return int(said)
    return 0


def as_lists(items: Sequence[LevelItem]) -> list[ListBlock]:
    """Nest items by their levels. A number that does not follow the one before begins anew."""
    lists: list[ListBlock] = []
    made: list[ListItem] = []
    first: LevelItem | None = None
    count = 0
    at = 0
    while at < len(items):
        item = items[at]
        if item.goes_on and made:
            made[-1] = longer(made[-1], item.inlines)
            at += 1
            continue
        end = at + 1
        while end < len(items) and _is_under(items[end], item):
            end += 1
        if first is not None and not _follows(item, first, count):
            lists.append(_closed(first, made))
            first, made = None, []
        if first is None:
            first = item
            count = item.number or 1
        else:
            count += 1
        made.append(_with_lists(item, items[at + 1 : end]))
        at = end
    if first is not None:
        lists.append(_closed(first, made))
    return lists


def _is_under(item: LevelItem, above: LevelItem) -> bool:
    return item.goes_on or item.level > above.level


def _with_lists(item: LevelItem, under: Sequence[LevelItem]) -> ListItem:
    made = ListItem(item.inlines, item.sublists)
    rest = list(under)
    while rest and rest[0].goes_on:
        made = longer(made, rest.pop(0).inlines)
    return ListItem(made.inlines, made.sublists + tuple(as_lists(rest)))


def longer(item: ListItem, inlines: Inlines) -> ListItem:
    """Add a line at the end of an item: to its text, or below the lists that are in it."""
    if item.sublists:
        *before, last = item.sublists
        items = (*last.items[:-1], longer(last.items[-1], inlines))
        return ListItem(item.inlines, (*before, ListBlock(last.ordered, items, last.start)))
    joined = (*item.inlines, Break(), *inlines) if item.inlines else inlines
    return ListItem(joined, item.sublists)


def _follows(item: LevelItem, first: LevelItem, count: int) -> bool:
    if item.ordered is not first.ordered:
        return False
    return not item.ordered or item.number is None or item.number == count + 1


def _closed(first: LevelItem, made: Sequence[ListItem]) -> ListBlock:
    start = (first.number or 1) if first.ordered else 1
    return ListBlock(first.ordered, tuple(made), start)
