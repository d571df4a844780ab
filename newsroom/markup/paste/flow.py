"""The walk through foreign HTML: text gathers in a line until a block begins or ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from newsroom.domain.document import (
    Figure,
    Heading,
    Inlines,
    ListBlock,
    Paragraph,
    PullQuote,
    Quote,
    Rule,
    Table,
    plain,
)
from newsroom.domain.pasted import PastedPicture, pasted_name
from newsroom.domain.progress import Watch, unhurried
from newsroom.markup.inline_form import joined, normal
from newsroom.markup.paste.depth import BLOCKS
from newsroom.markup.paste.inline import Manner, PastedLine
from newsroom.markup.paste.kinds import (
    content_of,
    frames,
    heading_level,
    is_box,
    is_caption,
    is_pulled,
    is_word_line,
    sets_boxes,
)
from newsroom.markup.paste.listing import Listing
from newsroom.markup.paste.lists import (
    LISTS,
    LevelItem,
    goes_on_list,
    has_bullet,
    is_sign,
    is_worded,
    numbered,
    word_level,
    word_sign,
)
from newsroom.markup.paste.node import Node
from newsroom.markup.paste.notes import PastedNotes
from newsroom.markup.paste.parts import (
    Code,
    Gathered,
    Part,
    QuoteLine,
    flat,
    gathered,
    is_bold,
    one_line,
    without_bold,
)
from newsroom.markup.paste.pictures import emoji, picture_in
from newsroom.markup.paste.tables import Grid, grid_of, is_frame

_CODE = frozenset({"pre", "xmp", "listing", "plaintext"})
_OWN = LISTS | _CODE | {"blockquote", "figure", "hr", "li", "table"}
"""Blocks with a form of their own; the others only divide."""
_APART = frozenset({"button", "label", "option", "select"})
_VALUES = frozenset({"", "email", "number", "search", "submit", "tel", "text", "url", "button"})
_INLINE = frozenset({"", "inline", "inline-block", "inline-flex", "contents", "none", "ruby"})


@dataclass(slots=True)
class Source:
    """What one text brings along: where it stood, its notes, and the pictures met so far."""

    base: str = ""
    notes: PastedNotes = field(default_factory=PastedNotes)
    pictures: list[PastedPicture] = field(default_factory=list)
    deleted: bool = False
    watch: Watch = unhurried


class Flow:
    """Walks one run of content. `signs` says whether numbers of Word lists are words here."""

    def __init__(self, source: Source, manner: Manner | None = None, *, signs: bool = True) -> None:
        self._source = source
        self._signs = signs
        self._line = PastedLine(source.base, manner)
        self._shown: list[Figure] = []
        self._sets: list[str] = []

    def parts(self, node: Node) -> Iterator[Part]:
        """Give what an element holds, as parts."""
        yield from self._children(node.children)
        yield from self._flush()

    def _inside(self, node: Node, *, signs: bool = True) -> list[Gathered]:
        """Give what an element holds as a text of its own, in the manner of this place."""
        with self._line.marked(node):
            flow = Flow(self._source, self._line.manner, signs=signs and self._signs)
        return gathered(flow.parts(node))

    def _children(self, children: Sequence[Node | str], *, boxes: bool = False) -> Iterator[Part]:
        """Read what an element holds; `boxes` says that each of its elements is a box."""
        for child in children:
            if isinstance(child, str):
                self._line.text(child)
            elif child in self._source.notes.calls:
                self._line.reference(self._source.notes.calls[child])
            elif child in self._source.notes.dropped or child in self._source.notes.bodies:
                yield from self._flush() if child.tag in BLOCKS else ()
            elif boxes:
                self._line.text(" ")
                yield from self._node(child)
                self._line.text(" ")
            else:
                yield from self._node(child)

    def _node(self, node: Node) -> Iterator[Part]:
        tag = node.tag
        if heading_level(node) is not None or tag in _OWN or is_word_line(node) or frames(node):
            yield from self._flush()
            yield from self._own(node)
        elif tag in BLOCKS or tag == "textarea" or node.style.get("display", "") not in _INLINE:
            yield from self._flush()
            with self._line.marked(node):
                yield from self._children(content_of(node), boxes=sets_boxes(node))
                yield from self._flush()
        else:
            yield from self._inline(node)

    def _inline(self, node: Node) -> Iterator[Part]:
        match node.tag:
            case "br":
                self._line.line_break()
            case "img":
                self._picture(node)
            case "input":
                self._value(node)
            case "wbr" | "rp":
                pass
            case "source":
                self._sets += node.attributes.values()
            case "picture":
                self._sets = []
                yield from self._around(node, "", "")
                self._sets = []
            case "q":
                yield from self._around(node, "“", "”")
            case "rt":
                yield from self._around(node, "(", ")")
            case tag if tag in _APART or is_box(node):
                yield from self._around(node, " ", " ")
            case _ if "mso-tab-count" in node.style:
                self._line.text(" ")
            case _ if is_sign(node) and not self._signs:
                pass
            case tag if tag == "time" or "-" in tag:
                self._line.part()
                yield from self._around(node, "", "")
                self._line.part()
            case tag:
                self._source.deleted |= tag == "del" and "datetime" in node.attributes
                yield from self._around(node, "", "")

    def _around(self, node: Node, before: str, after: str) -> Iterator[Part]:
        with self._line.marked(node):
            self._line.text(before)
            yield from self._children(node.children, boxes=sets_boxes(node))
            self._line.text(after)

    def _value(self, node: Node) -> None:
        if node.attributes.get("type", "").lower() in _VALUES:
            self._line.text(f" {node.attributes.get('value', '')} ")

    def _picture(self, node: Node) -> None:
        if sign := emoji(node):
            self._line.text(sign)
        elif (picture := picture_in(node, self._source.base, self._sets)) is not None:
            name = pasted_name(len(self._source.pictures))
            self._source.pictures.append(picture)
            alt = " ".join(node.attributes.get("alt", "").split())
            self._shown.append(Figure(name, alt))
        self._line.text("" if sign else " ")

    def _flush(self) -> Iterator[Part]:
        """End the line: its paragraphs, then the pictures that stood in it."""
        self._source.watch()
        for taken in self._line.take():
            if inlines := normal(taken):
                yield Paragraph(inlines)
        shown, self._shown = self._shown, []
        yield from shown

    def _own(self, node: Node) -> Iterator[Part]:
        if (level := heading_level(node)) is not None:
            inlines, pictures = one_line(self._inside(node))
            if inlines:
                yield Heading(level, without_bold(inlines))
            yield from pictures
            return
        if is_word_line(node):
            yield from self._word_line(node)
            return
        match node.tag:
            case "hr":
                yield Rule()
            case "blockquote":
                yield from self._quote(node)
            case "table":
                yield from self._table(node)
            case "figure" | "div":
                yield from self._figure(node)
            case "li":
                yield from Listing(self._inside, self._source.notes).level_items([node])
            case tag if tag in _CODE:
                yield from self._code(node)
            case _:
                yield from Listing(self._inside, self._source.notes).parts(node)

    def _code(self, node: Node) -> Iterator[Part]:
        if node.style.get("white-space") == "pre-wrap" and not node.classes:
            yield from self._inside(node)
        elif (text := node.all_text().strip("\n")).strip():
            yield Code(text)

    def _word_line(self, node: Node) -> Iterator[Part]:
        """Read a paragraph that Word means as an item of a list or as a quotation."""
        level = word_level(node) or has_bullet(node)
        sign = word_sign(node)
        found, pictures = flat(self._inside(node, signs=not level or is_worded(sign)))
        if inlines := joined(found):
            if level:
                yield LevelItem(level, *numbered(sign), inlines)
            elif goes_on_list(node):
                yield LevelItem(1, ordered=False, number=None, inlines=inlines, goes_on=True)
            else:
                yield QuoteLine(inlines)
        yield from pictures

    def _quote(self, node: Node) -> Iterator[Part]:
        """Read a quotation; what cannot stand in one divides it."""
        children = [child for child in node.children if not isinstance(child, str) or child.strip()]
        said: Node = node
        attribution: Inlines = ()
        if children and isinstance(last := children[-1], Node) and last.tag in {"footer", "cite"}:
            attribution, _pictures = one_line(self._inside(last))
            said = node.holding(children[:-1])
        paragraphs: list[Inlines] = []
        for part in self._inside(said):
            if isinstance(part, Figure | ListBlock | Table | Code | Rule):
                yield from [Quote(tuple(paragraphs))] if paragraphs else []
                paragraphs = []
                yield part
            else:
                paragraphs += flat([part])[0]
        if paragraphs or attribution:
            yield Quote(tuple(paragraphs), attribution)

    def _figure(self, node: Node) -> Iterator[Part]:
        """Read a picture, a table or a quotation with its caption, above or below it."""
        captions = [child for child in node.nodes() if is_caption(child)]
        if len(captions) == 1:
            others = [child for child in node.children if child is not captions[0]]
            parts = self._inside(node.holding(others))
            caption, _pictures = one_line(self._inside(captions[0]))
            parts[-1:] = _captioned(parts[-1], caption) if parts else [Paragraph(caption)]
        else:
            parts = self._inside(node)
        yield from (_pulled(part) for part in parts) if is_pulled(node) else parts

    def _table(self, node: Node) -> Iterator[Part]:
        """Read a table; one that is no more than a frame gives what it holds."""
        for caption in node.found("caption"):
            yield from self._inside(caption)
        grid = grid_of(node)
        if is_frame(node, grid):
            for cell in grid.cells():
                yield from self._inside(cell)
            return
        pictures: list[Figure] = []
        header, *rows = [self._row(row, grid, pictures) for row in grid.rows]
        headed = all(cell.tag == "th" for cell in grid.rows[0].values())
        if headed or all(is_bold(cell) for cell in header):
            header = tuple(without_bold(cell) for cell in header)
        yield Table(header, tuple(rows))
        yield from pictures

    def _row(self, row: dict[int, Node], grid: Grid, pictures: list[Figure]) -> tuple[Inlines, ...]:
        cells: list[Inlines] = []
        for column in grid.columns:
            inlines, shown = one_line(self._inside(row[column])) if column in row else ((), [])
            cells.append(inlines)
            pictures += shown
        return tuple(cells)


def _captioned(part: Gathered, caption: Inlines) -> list[Gathered]:
    """Give a part the caption below it, as its own where it can have one."""
    match part:
        case Figure(picture, alt, "") if caption:
            return [Figure(picture, alt, plain(caption))]
        case Quote(paragraphs, ()):
            return [Quote(paragraphs, caption)]
        case _:
            return [part, Paragraph(caption)] if caption else [part]


def _pulled(part: Gathered) -> Gathered:
    if isinstance(part, Quote):
        return PullQuote(joined(part.paragraphs), part.attribution)
    return part
