"""Python-Markdown's block parser, with the processors of the dialect.

The text of every element is left as source for the inline stage. An element `opaque` holds source
that the dialect cannot express.
"""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.blockprocessors import HashHeaderProcessor, ParagraphProcessor
from markdown.preprocessors import Preprocessor

from newsroom.markup.containers import Container, Inexpressible
from newsroom.markup.lists import ListProcessor
from newsroom.markup.regions import PLACEHOLDER, Box, Region, extract
from newsroom.markup.tables import TableProcessor

_INDENTED = re.compile(r"(?: {4}| {0,3}\t)")
_INDENTATION = re.compile(r"^(?: {1,4}|\t)", re.MULTILINE)
_DEFINITION = re.compile(r"\n {0,3}:[ \t]+\S")
_QUOTE = re.compile(r"^ {0,3}>[ ]?", re.MULTILINE)
_FOOTNOTE = re.compile(r"^ {0,3}\[\^([\w.-]+)\]:[ \t]*", re.MULTILINE)
_PARAGRAPHS = frozenset({"p"})
_IN_BOX = {"pull": _PARAGRAPHS, "facts": frozenset({"p", "ul", "ol"})}


def block_tree(source: str) -> Element:
    """Parse a cleaned source into an element whose children are blocks."""
    parser = _parser()
    lines = source.split("\n")
    for preprocessor in parser.preprocessors:
        lines = preprocessor.run(lines)
    root = parser.parser.parseDocument(lines).getroot()
    assert root is not None
    return root


def _parser() -> Markdown:
    """Take out what swallows characters and put the processors of the dialect in.

    A parser keeps state while it reads, so that each reading has its own.
    """
    parser = Markdown()
    regions: list[Region] = []
    parser.preprocessors.deregister("normalize_whitespace")
    parser.preprocessors.deregister("html_block")
    parser.preprocessors.register(RegionPreprocessor(parser, regions), "region", 20)
    processors = parser.parser.blockprocessors
    for name in ("indent", "code", "olist", "ulist", "quote", "reference"):
        processors.deregister(name)
    processors.register(RegionProcessor(parser, regions), "region", 110)
    processors.register(PlainProcessor(parser.parser), "plain", 105)
    processors.register(IndentedProcessor(parser.parser), "indented", 90)
    processors.register(TableProcessor(parser.parser), "table", 80)
    processors.register(HeadingProcessor(parser.parser), "hashheader", 75)
    processors.register(ListProcessor(parser.parser), "list", 74)
    processors.register(QuoteProcessor(parser.parser), "quote", 73)
    processors.register(FootnoteProcessor(parser.parser), "footnote", 72)
    processors.register(DefinitionProcessor(parser.parser), "definition", 55)
    return parser


class RegionPreprocessor(Preprocessor):
    """Take the regions out of the lines before these are cut at the blank ones."""

    def __init__(self, md: Markdown, regions: list[Region]) -> None:
        super().__init__(md)
        self.regions = regions

    def run(self, lines: list[str]) -> list[str]:
        result, regions = extract(lines)
        self.regions.extend(regions)
        return result


class RegionProcessor(Container):
    """Put a region where its placeholder stands."""

    def __init__(self, md: Markdown, regions: list[Region]) -> None:
        super().__init__(md.parser)
        self.regions = regions

    def test(self, _parent: Element, block: str) -> bool:
        return block.startswith("\x02")

    def run(self, parent: Element, blocks: list[str]) -> None:
        found = PLACEHOLDER.match(blocks.pop(0))
        assert found is not None
        region = self.regions[int(found[1])]
        try:
            parent.append(self._box(region))
        except Inexpressible:
            self.keep(parent, region.source)

    def _box(self, region: Region) -> Element:
        if not isinstance(region, Box):
            raise Inexpressible
        element = Element(region.name, {"argument": region.argument, "source": region.source})
        if region.name == "embed":
            element.text = region.content
            return element
        if region.name not in _IN_BOX or (region.name == "pull" and region.argument):
            raise Inexpressible
        return self.fill(element, _without_regions(region.content), _IN_BOX[region.name])


def _without_regions(content: str) -> str:
    if extract(content.split("\n"))[1]:
        raise Inexpressible
    return content


class PlainProcessor(ParagraphProcessor):
    """Read one line that begins with a letter, as most do.

    Whatever else there is begins with a sign, a digit or a blank, or has a second line. Nobody
    else need look through it: so a long story is read in half the time.
    """

    def test(self, _parent: Element, block: str) -> bool:
        return block[:1].isalpha() and "\n" not in block


class IndentedProcessor(Container):
    """Keep indented code, blank lines in it included."""

    def test(self, _parent: Element, block: str) -> bool:
        return bool(_INDENTED.match(block))

    def run(self, parent: Element, blocks: list[str]) -> None:
        self.keep(parent, "\n\n".join([blocks.pop(0), *_indented(blocks)]))


def _indented(blocks: list[str]) -> list[str]:
    """Take the blocks that go on what stands before them."""
    taken = []
    while blocks and _INDENTED.match(blocks[0].lstrip("\n")):
        taken.append(blocks.pop(0))
    return taken


class HeadingProcessor(HashHeaderProcessor):
    """Read `#` headings; without a space after the signs it is a hashtag, which is text."""

    RE = re.compile(
        r"(?:^|\n)(?P<level>#{1,6})(?P<header>(?:[ \t].*?)?)(?:[ \t]+#+)?[ \t]*(?:\n|$)"
    )


class QuoteProcessor(Container):
    """Read a quotation; a blank line ends it."""

    def test(self, _parent: Element, block: str) -> bool:
        return bool(_QUOTE.search(block))

    def run(self, parent: Element, blocks: list[str]) -> None:
        block = blocks.pop(0)
        found = _QUOTE.search(block)
        assert found is not None
        self.parse_before(parent, block[: found.start()])
        source = block[found.start() :]
        lines = [line.rstrip(" \t") for line in _QUOTE.sub("", source).split("\n")]
        try:
            parent.append(self.fill(Element("blockquote"), "\n".join(lines), _PARAGRAPHS))
        except Inexpressible:
            self.keep(parent, source)


class FootnoteProcessor(Container):
    """Read a footnote; its further paragraphs are indented."""

    def test(self, _parent: Element, block: str) -> bool:
        return bool(_FOOTNOTE.search(block))

    def run(self, parent: Element, blocks: list[str]) -> None:
        block = blocks.pop(0)
        found = _FOOTNOTE.search(block)
        assert found is not None
        self.parse_before(parent, block[: found.start()])
        if following := _FOOTNOTE.search(block, found.end()):
            blocks.insert(0, block[following.start() :])
            taken = [block[found.start() : following.start()].rstrip("\n")]
        else:
            taken = [block[found.start() :], *_indented(blocks)]
        source = "\n\n".join(taken)
        content = _INDENTATION.sub("", source[found.end() - found.start() :])
        element = Element("footnote", {"label": found[1]})
        try:
            parent.append(self.fill(element, content, _PARAGRAPHS))
        except Inexpressible:
            self.keep(parent, source)


class DefinitionProcessor(Container):
    """Keep a definition list: a term over a line that begins with a colon."""

    def test(self, _parent: Element, block: str) -> bool:
        return bool(_DEFINITION.search(block))

    def run(self, parent: Element, blocks: list[str]) -> None:
        self.keep(parent, blocks.pop(0))
