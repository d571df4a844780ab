"""An element of foreign HTML, as a reader would see it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from newsroom.markup.paste.depth import BLOCKS


@dataclass(slots=True, eq=False)
class Node:
    """An element: its name, its attributes, and its children, elements and texts."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Node | str] = field(default_factory=list)
    style: dict[str, str] = field(default_factory=dict)
    """The declarations of the style attribute."""

    @property
    def classes(self) -> list[str]:
        """Give the names of the class attribute."""
        return self.attributes["class"].split() if "class" in self.attributes else []

    def nodes(self) -> Iterator[Node]:
        """Give the children that are elements."""
        return (child for child in self.children if isinstance(child, Node))

    def every_node(self) -> Iterator[Node]:
        """Give the element and all elements inside it, in the order of the text."""
        waiting = [self]
        while waiting:
            node = waiting.pop()
            yield node
            waiting.extend([one for one in reversed(node.children) if isinstance(one, Node)])

    def found(self, *tags: str) -> Iterator[Node]:
        """Find elements by name; what lies in tables inside this one is not searched."""
        for child in self.nodes():
            if child.tag in tags:
                yield child
            elif child.tag != "table":
                yield from child.found(*tags)

    def holding(self, children: Sequence[Node | str]) -> Node:
        """Give the same element with other children."""
        return Node(self.tag, self.attributes, list(children), self.style)

    def all_text(self) -> str:
        """Give the text inside, a line feed for each `br` and around each block."""
        if self.tag == "br":
            return "\n"
        text = "".join(
            child if isinstance(child, str) else child.all_text() for child in self.children
        )
        return f"\n{text.strip(chr(10))}\n" if self.tag in BLOCKS and self.tag != "pre" else text
