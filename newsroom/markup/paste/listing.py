"""Lists of foreign HTML, item by item; `paste_lists` makes lists of single lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from newsroom.domain.document import Figure, ListBlock, ListItem, Text
from newsroom.markup.inline_form import joined, normal
from newsroom.markup.paste.kinds import first_number, number_in
from newsroom.markup.paste.lists import (
    LISTS,
    DeepLists,
    LevelItem,
    aria_level,
    is_unmarked,
    longer,
    opening_depth,
    raised,
)
from newsroom.markup.paste.node import Node
from newsroom.markup.paste.notes import PastedNotes
from newsroom.markup.paste.parts import Gathered, Part, flat


class Inside(Protocol):
    """Reads what an element holds as a text of its own."""

    def __call__(self, node: Node, *, signs: bool = True) -> list[Gathered]:
        """Read it; `signs` says whether numbers of Word lists are words in it."""


class Listing:
    """Reads lists with what their items hold."""

    def __init__(self, inside: Inside, notes: PastedNotes) -> None:
        self._inside = inside
        self._notes = notes

    def parts(self, node: Node) -> Iterator[Part]:
        """Read a list. Items that say to be deep in one that is not are given with their level."""
        items = [child for child in node.nodes() if child.tag == "li"]
        if any("OutlineElement" in item.classes or aria_level(item) > 1 for item in items):
            others = [child for child in node.nodes() if child.tag != "li"]
            if not others:
                number = number_in(node.attributes.get("start", ""))
                yield from self.level_items(items, ordered=node.tag == "ol", number=number)
                return
        pictures: list[Figure] = []
        lists = self._plain_list(node, pictures)
        depth = opening_depth(node)
        yield from (DeepLists(depth, lists),) if depth and lists else lists
        yield from pictures

    def _plain_list(self, node: Node, pictures: list[Figure]) -> tuple[ListBlock, ...]:
        ordered = node.tag == "ol"
        deep, items = self._items(node, pictures)
        return raised(deep, ordered, items, first_number(node) if ordered else 1)

    def level_items(
        self, nodes: Sequence[Node], *, ordered: bool = False, number: int | None = None
    ) -> Iterator[Part]:
        """Read items that say their depth themselves, or that stand outside any list."""
        for node in nodes:
            pictures: list[Figure] = []
            item = self._item(node, pictures)
            place = number_in(node.attributes.get("data-aria-posinset", "")) or number
            number = None
            if item.inlines or item.sublists:
                level = aria_level(node) or 1
                yield LevelItem(level, ordered, place, item.inlines, item.sublists)
            yield from pictures

    def _items(
        self, node: Node, pictures: list[Figure]
    ) -> tuple[tuple[ListBlock, ...], list[ListItem]]:
        """Read the items, and the lists above the first of them.

        A list right inside a list belongs to the item before it, and so does one in an item that
        shows nothing else.
        """
        deep: tuple[ListBlock, ...] = ()
        items: list[ListItem] = []
        for child in node.children:
            if isinstance(child, str):
                made = ListItem(normal((Text(" ".join(child.split())),)))
            elif child in self._notes.bodies or child in self._notes.dropped:
                continue
            elif child.tag in LISTS:
                made = ListItem((), self._plain_list(child, pictures))
            else:
                made = self._item(child, pictures)
            if made.inlines or (made.sublists and not _only_holds(child)):
                items.append(made)
            elif items:
                last = items.pop()
                items.append(ListItem(last.inlines, last.sublists + made.sublists))
            else:
                deep += made.sublists
        return deep, items

    def _item(self, node: Node, pictures: list[Figure]) -> ListItem:
        item = ListItem()
        for part in self._inside(node, signs=False):
            if isinstance(part, ListBlock):
                item = ListItem(item.inlines, (*item.sublists, part))
                continue
            found, shown = flat([part])
            pictures += shown
            if inlines := joined(found):
                item = longer(item, inlines)
        return item


def _only_holds(child: Node | str) -> bool:
    """Whether a part of a list has no sign of its own."""
    return isinstance(child, Node) and (child.tag in LISTS or is_unmarked(child))
