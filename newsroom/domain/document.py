"""The body of a story: a closed set of blocks with inline text.

Inline text is flat: a run carries its set of marks and its link, so that the rich editor, the
Markdown writer and the HTML writer agree on what a run is without agreeing on a nesting order.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from newsroom.domain.ids import PictureId


class Mark(StrEnum):
    """A mark on a run of text. The order of the members is the nesting order, outermost first."""

    BOLD = "bold"
    ITALIC = "italic"
    STRIKE = "strike"
    SUB = "sub"
    SUP = "sup"
    CODE = "code"


class Alignment(StrEnum):
    """The alignment of a table column."""

    NONE = ""
    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Text:
    """A run of characters with the same marks and the same link (an URL, or empty for none)."""

    text: str
    marks: frozenset[Mark] = frozenset()
    link: str = ""


@dataclass(frozen=True, slots=True)
class Break:
    """A line break inside a paragraph."""


@dataclass(frozen=True, slots=True)
class FootnoteRef:
    """A mark in the text that points at the `Footnote` block of the same label."""

    label: str


Inline = Text | Break | FootnoteRef
Inlines = tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    inlines: Inlines = ()


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside the body; `level` is 2, 3 or 4 (1 is the headline)."""

    level: int
    inlines: Inlines = ()


@dataclass(frozen=True, slots=True)
class ListItem:
    """One item: its text, then the lists nested under it."""

    inlines: Inlines = ()
    sublists: tuple[ListBlock, ...] = ()


@dataclass(frozen=True, slots=True)
class ListBlock:
    """A bulleted or numbered list; `start` counts only when `ordered`."""

    ordered: bool
    items: tuple[ListItem, ...]
    start: int = 1


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation of one or more paragraphs, and who said it (may be empty)."""

    paragraphs: tuple[Inlines, ...]
    attribution: Inlines = ()


@dataclass(frozen=True, slots=True)
class PullQuote:
    """A sentence of the story set large, and who said it (may be empty)."""

    inlines: Inlines
    attribution: Inlines = ()


@dataclass(frozen=True, slots=True)
class FactBox:
    """A boxed aside: a title (may be empty) over paragraphs and lists."""

    title: Inlines
    blocks: tuple[Paragraph | ListBlock, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """One use of a picture: its own alt text and caption. The credit lives on the picture."""

    picture: PictureId
    alt: str = ""
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table; every row and `alignments` have as many cells as `header`."""

    header: tuple[Inlines, ...]
    rows: tuple[tuple[Inlines, ...], ...] = ()
    alignments: tuple[Alignment, ...] = ()


@dataclass(frozen=True, slots=True)
class Embed:
    """A link to a post or a video elsewhere, shown as a card, never as somebody's script."""

    url: str
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """A thematic break."""


@dataclass(frozen=True, slots=True)
class Footnote:
    """A note under the story; `label` is what its `FootnoteRef` carries."""

    label: str
    inlines: Inlines = ()


@dataclass(frozen=True, slots=True)
class Opaque:
    """Source that the dialect cannot express, kept to the letter and shown as such."""

    source: str


Block = (
    Paragraph
    | Heading
    | ListBlock
    | Quote
    | PullQuote
    | FactBox
    | Figure
    | Table
    | Embed
    | Rule
    | Footnote
    | Opaque
)


@dataclass(frozen=True, slots=True)
class Document:
    """A body: its blocks in reading order."""

    blocks: tuple[Block, ...] = field(default=())


def figures(document: Document) -> tuple[Figure, ...]:
    """List the figures of a body in reading order."""
    return tuple(block for block in document.blocks if isinstance(block, Figure))


def plain(inlines: Inlines) -> str:
    """Give the characters of a line without marks; a break is a line feed."""
    return "".join(_plain_inline(inline) for inline in inlines)


def _plain_inline(inline: Inline) -> str:
    match inline:
        case Text(text=text):
            return text
        case Break():
            return "\n"
        case FootnoteRef():
            return ""


def lines(blocks: Iterable[Block]) -> Iterator[Inlines]:
    """Walk every line of inline text in reading order, those inside lists and tables included."""
    for block in blocks:
        match block:
            case Paragraph() | Heading() | Footnote():
                yield block.inlines
            case ListBlock():
                yield from _list_lines(block)
            case Quote():
                yield from block.paragraphs
                yield block.attribution
            case PullQuote():
                yield block.inlines
                yield block.attribution
            case FactBox():
                yield block.title
                yield from lines(block.blocks)
            case Table():
                yield from block.header
                for row in block.rows:
                    yield from row
            case Figure() | Embed():
                yield (Text(block.caption),) if block.caption else ()
            case Opaque():
                yield (Text(block.source),)
            case Rule():
                pass


def _list_lines(block: ListBlock) -> Iterator[Inlines]:
    for item in block.items:
        yield item.inlines
        for sublist in item.sublists:
            yield from _list_lines(sublist)


def plain_text(document: Document) -> str:
    """Give the words of a body, a line each, captions included: for search and for comparing."""
    return "\n".join(text for line in lines(document.blocks) if (text := plain(line)))


def merged(inlines: Iterable[Inline]) -> Inlines:
    """Join neighbouring runs of the same form and drop empty ones: the canonical flat form."""
    result: list[Inline] = []
    same: list[Text] = []
    for inline in inlines:
        if isinstance(inline, Text):
            if not inline.text:
                continue
            if same and (same[-1].marks != inline.marks or same[-1].link != inline.link):
                result.append(_as_one(same))
                same = []
            same.append(inline)
            continue
        if same:
            result.append(_as_one(same))
            same = []
        result.append(inline)
    return (*result, _as_one(same)) if same else tuple(result)


def _as_one(runs: Sequence[Text]) -> Text:
    """Join runs of one form at once: one by one would copy the first as often as there are runs."""
    first = runs[0]
    if len(runs) == 1:
        return first
    return Text("".join([run.text for run in runs]), first.marks, first.link)
