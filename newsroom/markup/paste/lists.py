"""Lists that are spelled as a row of lines, each with its level: Word, Word Online, stray items.

Word puts paragraphs on the clipboard with `mso-list` in their style; the number or bullet stands
in the text, in a span of its own with `mso-list: Ignore`. Word Online makes a list of each item.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from newsroom.domain.document import Break, Inlines, ListBlock, ListItem
from newsroom.markup.paste.node import Node

LISTS = frozenset({"ul", "ol", "menu", "dir"})
"""The elements that are lists."""
_LEVEL = re.compile(r"\blevel(\d)\b")
_NUMBER = re.compile(
    r"\(?(?:\d{1,4}\.)*(?:(\d{1,6})|([ivxlcdm]{1,7}|[a-zа-яё]{1,2}))[.)]?", re.IGNORECASE
)
_WORDED = re.compile(r".*(?:\d|[^\W\d_].*[^\W\d_]).*", re.DOTALL)
_BULLET_LENGTH = 3
_DEEPEST = 20
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


def has_bullet(node: Node) -> bool:
    """Whether a line begins with a bullet as PowerPoint draws it."""
    first = next((one for one in node.children if not isinstance(one, str) or one.strip()), None)
    return isinstance(first, Node) and is_sign(first) and "mso-list" not in first.style


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
    if "mso-special-format" in node.style:
        return len(node.all_text().strip()) <= _BULLET_LENGTH
    return "ignore" in node.style.get("mso-list", "")


def is_worded(sign: str) -> bool:
    """Whether the sign of an item says more than a bullet or a number: "Article 1", "§ 5"."""
    return bool(_WORDED.fullmatch(sign)) and not numbered(sign)[0]


def is_unmarked(node: Node) -> bool:
    """Whether an item has no bullet and no number, as one that only holds a deeper list."""
    return "none" in (node.style.get("list-style-type") or node.style.get("list-style", ""))


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
        if said.isdecimal() and 0 < int(said) < _DEEPEST:
            return int(said)
    return 0


@dataclass(frozen=True, slots=True)
class DeepLists:
    """Lists that begin `depth` levels deep with nothing above them.

    LibreOffice spells a numbered list inside a bulleted one so: as a neighbour that is deep.
    """

    depth: int
    lists: tuple[ListBlock, ...]


def as_items(block: ListBlock, level: int) -> Iterator[LevelItem]:
    """Spell a list as a row of items that say their level."""
    number: int | None = block.start
    for item in block.items:
        yield LevelItem(level, block.ordered, number, item.inlines)
        number = None
        for below in item.sublists:
            yield from as_items(below, level + 1)


def opening_depth(node: Node) -> int:
    """Count the lists around the first item of a list that have no item before it.

    Slack leaves them away and writes their number.
    """
    said = node.attributes.get("data-indent", "")
    depth = int(said) if said.isdecimal() and int(said) < _DEEPEST else 0
    while (first := next(node.nodes(), None)) is not None and first.tag in LISTS:
        node = first
        depth += 1
    return depth


def raised(
    deep: tuple[ListBlock, ...], ordered: bool, items: Sequence[ListItem], start: int
) -> tuple[ListBlock, ...]:
    """Give a list and the deeper ones that begin it, which no item is above, at its own level."""
    if not items:
        return deep
    if deep and deep[-1].ordered is ordered:
        *others, last = deep
        return (*others, ListBlock(ordered, (*last.items, *items), last.start))
    return (*deep, ListBlock(ordered, tuple(items), start))


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
