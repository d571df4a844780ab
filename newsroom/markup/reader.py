"""Markdown becomes a `Document`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from xml.etree.ElementTree import Element

from newsroom.domain.document import (
    Alignment,
    Block,
    Document,
    Embed,
    FactBox,
    Figure,
    Footnote,
    Heading,
    Inline,
    Inlines,
    ListBlock,
    ListItem,
    Opaque,
    Paragraph,
    PullQuote,
    Quote,
    Rule,
    Table,
    Text,
)
from newsroom.domain.ids import PictureId
from newsroom.markup.blocks import block_tree
from newsroom.markup.characters import clean_line, clean_source
from newsroom.markup.inline_form import joined, normal
from newsroom.markup.inline_reader import Image, read_line, read_pieces, read_unbroken

PICTURE = "picture:"
ATTRIBUTION = re.compile(r"(?:\A|(?<!\\)\\\n|\n)[ \t]*--[ \t]+(\S.*)\Z", re.DOTALL)
_LEVELS = {"h1": 2, "h2": 2, "h3": 3, "h4": 4, "h5": 4, "h6": 4}
PictureOf = Callable[[str], PictureId | None]


def read(source: str) -> Document:
    """Read a body.

    Never raises, and loses no visible character: what the dialect cannot express is an `Opaque`
    block, which holds the source (control characters dropped, line ends made line feeds).
    """
    return read_with(source, named_picture)


def read_with(source: str, picture_of: PictureOf) -> Document:
    """Read a body whose images name their pictures in another way."""
    text = clean_source(source).strip("\n").rstrip()
    if not text:
        return Document()
    blocks: list[Block] = []
    for element in block_tree(text):
        blocks.extend(_blocks(element, picture_of))
    return Document(tuple(blocks))


def named_picture(target: str) -> PictureId | None:
    """Give the picture that a target such as `picture:0123` names."""
    if not target.startswith(PICTURE):
        return None
    return PictureId(target.removeprefix(PICTURE))


def _blocks(element: Element, picture_of: PictureOf) -> Iterator[Block]:
    source = element.text or ""
    match element.tag:
        case "p":
            yield from _paragraph(source, picture_of)
        case "opaque":
            yield Opaque(source.strip("\n").rstrip())
        case "hr":
            yield Rule()
        case "ul" | "ol":
            yield _list(element)
        case "table":
            yield _table(element)
        case "embed":
            yield _embed(element, source)
        case "facts":
            title = read_unbroken(element.get("argument", ""))
            if title or len(element):
                yield FactBox(title, tuple(_fact_blocks(element)))
        case "footnote":
            yield Footnote(element.get("label", ""), joined(_lines(element)))
        case "blockquote" | "pull":
            yield from _quotes(element)
        case tag:
            if inlines := read_unbroken(source):
                yield Heading(_LEVELS[tag], inlines)


def _paragraph(source: str, picture_of: PictureOf) -> Iterator[Block]:
    """Read a paragraph; pictures in it divide it."""
    pieces = read_pieces(source)
    images = [piece for piece in pieces if isinstance(piece, Image)]
    if len(images) == 1 and images[0].source == source.strip():
        picture = picture_of(images[0].target)
        yield Opaque(source.strip()) if picture is None else _figure(images[0], picture)
        return
    line: list[Inline] = []
    for piece in pieces:
        if not isinstance(piece, Image):
            line.append(piece)
        elif (picture := picture_of(piece.target)) is None:
            line.append(Text(piece.source))
        else:
            yield from _text(line)
            yield _figure(piece, picture)
            line = []
    yield from _text(line)


def _text(line: Iterable[Inline]) -> Iterator[Paragraph]:
    if inlines := normal(line):
        yield Paragraph(inlines)


def _figure(image: Image, picture: PictureId) -> Figure:
    return Figure(picture, clean_line(image.alt).strip(), clean_line(image.caption).strip())


def _lines(element: Element) -> list[Inlines]:
    return [line for child in element if (line := read_line(child.text or ""))]


def _list(element: Element) -> ListBlock:
    items = []
    for item in element:
        texts = [read_line(child.text or "") for child in item if child.tag == "p"]
        sublists = tuple(_list(child) for child in item if child.tag != "p")
        items.append(ListItem(joined(texts), sublists))
    return ListBlock(element.tag == "ol", tuple(items), int(element.get("start", "1")))


def _fact_blocks(element: Element) -> Iterator[Paragraph | ListBlock]:
    for child in element:
        if child.tag == "p":
            yield from _text(read_line(child.text or ""))
        else:
            yield _list(child)


def _quotes(element: Element) -> Iterator[Block]:
    sources = [child.text or "" for child in element]
    attribution: Inlines = ()
    if sources and (found := ATTRIBUTION.search(sources[-1])):
        attribution = read_line(found[1])
        sources[-1] = sources[-1][: found.start()]
    lines = tuple(line for source in sources if (line := read_line(source)))
    if not lines and not attribution:
        return
    if element.tag == "pull":
        yield PullQuote(joined(lines), attribution)
    else:
        yield Quote(lines, attribution)


def _table(element: Element) -> Table:
    header, *rows = [tuple(read_unbroken(cell.text or "") for cell in row) for row in element]
    alignments = tuple(Alignment(cell.get("align", "")) for cell in element[0])
    return Table(header, tuple(rows), alignments)


def _embed(element: Element, source: str) -> Block:
    url = element.get("argument", "")
    if not url or re.search(r"\s", url):
        return Opaque(element.get("source", ""))
    caption = clean_line(source.strip()).strip()
    return Embed(url, caption.removeprefix("\\"))
