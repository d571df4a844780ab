"""What blocks that hold blocks have in common."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement

from markdown.blockprocessors import BlockProcessor

MAX_NESTING = 12
"""How deep blocks may lie in blocks. Deeper source is kept to the letter."""


class Inexpressible(Exception):
    """The dialect has no block for this; the outermost block catches it and keeps its source."""


class Container(BlockProcessor):
    """A block that holds blocks, or else its own source."""

    def fill(self, element: Element, content: str, allowed: frozenset[str]) -> Element:
        """Parse a content into an element.

        Raises `Inexpressible` where it holds more than the allowed tags, or lies too deep.
        """
        if len(self.parser.state) >= MAX_NESTING:
            raise Inexpressible
        self.parser.state.set(element.tag)
        try:
            self.parser.parseChunk(element, content)
        finally:
            self.parser.state.reset()
        if any(child.tag not in allowed for child in element):
            raise Inexpressible
        return element

    def keep(self, parent: Element, source: str) -> None:
        """Keep a source to the letter, or leave that to the block around this one."""
        if self.parser.state:
            raise Inexpressible
        SubElement(parent, "opaque").text = source

    def parse_before(self, parent: Element, source: str) -> None:
        """Parse what stands in the same chunk before this block begins."""
        if source.strip("\n"):
            self.parser.parseBlocks(parent, [source.strip("\n")])
