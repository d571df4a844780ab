"""Text pasted from elsewhere: foreign HTML becomes a `Document`, its looks are dropped.

Structure is kept: headings, lists, links, bold and italic, tables, quotations. What a style says of
bold and italic counts, because Google Docs says it in no other way; nothing else of a style does.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from newsroom.domain.document import (
    Block,
    Document,
    Heading,
    Inline,
    Inlines,
    ListBlock,
    ListItem,
    Mark,
    Opaque,
    Paragraph,
    Quote,
    Rule,
    Table,
    Text,
    lines,
)
from newsroom.markup.inline_form import joined, normal, unbroken
from newsroom.markup.paste_inline import PastedLine
from newsroom.markup.paste_tree import Node, sanitised_tree
from newsroom.markup.word_lists import WordItem, as_lists, word_item

_LEVELS = {"h1": 2, "h2": 2, "h3": 3, "h4": 4, "h5": 4, "h6": 4}
_LISTS = frozenset({"ul", "ol"})
_DIVIDERS = frozenset(
    {
        *("address", "article", "aside", "body", "caption", "center", "dd", "details", "div"),
        *("dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "header", "html"),
        *("li", "main", "nav", "p", "section", "summary", "tbody", "td", "tfoot", "th", "thead"),
        *("tr",),
    }
)


def from_html(html: str) -> Document:
    """Make a body of foreign HTML; never raises, and nothing in it can run or load."""
    return Document(tuple(_with_word_lists(_Paste().blocks(sanitised_tree(html)))))


def _with_word_lists(parts: Iterable[Block | WordItem]) -> Iterator[Block]:
    """Gather the paragraphs by which Word spells a list."""
    items: list[WordItem] = []
    for part in parts:
        if isinstance(part, WordItem):
            items.append(part)
            continue
        yield from as_lists(items)
        items = []
        yield part
    yield from as_lists(items)


class _Paste:
    """Walks a tree; text gathers in a line until a block begins or ends."""

    def __init__(self) -> None:
        self._line = PastedLine()

    def blocks(self, node: Node) -> Iterator[Block | WordItem]:
        yield from self._children(node)
        yield from self._flush()

    def _children(self, node: Node) -> Iterator[Block | WordItem]:
        for child in node.children:
            if isinstance(child, str):
                self._line.text(child)
            else:
                yield from self._node(child)

    def _node(self, node: Node) -> Iterator[Block | WordItem]:
        if node.tag == "p" and (item := word_item(node)):
            yield from self._flush()
            yield item
        elif node.tag == "br":
            self._line.line_break()
        elif node.tag in _LEVELS or node.tag in {*_LISTS, "blockquote", "table", "pre", "hr"}:
            yield from self._flush()
            yield from _block(node)
        elif node.tag in _DIVIDERS:
            yield from self._flush()
            yield from self._children(node)
            yield from self._flush()
        else:
            with self._line.marked(node):
                yield from self._children(node)

    def _flush(self) -> Iterator[Paragraph]:
        if inlines := normal(self._line.take()):
            yield Paragraph(inlines)


def _inner(node: Node) -> tuple[Block, ...]:
    return tuple(_with_word_lists(_Paste().blocks(node)))


def _text(node: Node) -> Inlines:
    return joined(line for line in lines(_inner(node)) if line)


def _block(node: Node) -> Iterator[Block]:
    match node.tag:
        case "hr":
            yield Rule()
        case "pre":
            yield from _preformatted(node)
        case "blockquote":
            yield from _quote(node)
        case "table":
            yield from _table(node)
        case "ul" | "ol":
            if items := tuple(_items(node)):
                yield ListBlock(node.tag == "ol", items, _start(node))
        case tag:
            if inlines := unbroken(_without_bold(_text(node))):
                yield Heading(_LEVELS[tag], inlines)


def _without_bold(inlines: Inlines) -> Iterator[Inline]:
    """Drop the bold of a heading, which is its look."""
    for one in inlines:
        if isinstance(one, Text):
            yield Text(one.text, one.marks - {Mark.BOLD}, one.link)
        else:
            yield one


def _preformatted(node: Node) -> Iterator[Block]:
    source = node.all_text().strip("\n")
    if source.strip():
        fence = "```"
        while fence in source:
            fence += "`"
        yield Opaque(f"{fence}\n{source}\n{fence}")


def _start(node: Node) -> int:
    start = node.attributes.get("start", "1")
    return int(start) if start.isascii() and start.isdigit() and len(start) < 9 else 1


def _items(node: Node) -> Iterator[ListItem]:
    """Read the items; a list right inside a list belongs to the item before it."""
    items: list[ListItem] = []
    for child in node.children:
        if isinstance(child, str):
            if child.strip():
                items.append(ListItem(normal((Text(" ".join(child.split())),))))
        elif child.tag in _LISTS:
            nested = tuple(one for one in _block(child) if isinstance(one, ListBlock))
            last = items.pop() if items else ListItem()
            items.append(ListItem(last.inlines, last.sublists + nested))
        else:
            items.append(_item(child))
    return (item for item in items if item.inlines or item.sublists)


def _item(node: Node) -> ListItem:
    blocks = _inner(node)
    texts = [block for block in blocks if not isinstance(block, ListBlock)]
    sublists = tuple(block for block in blocks if isinstance(block, ListBlock))
    return ListItem(joined(line for line in lines(texts) if line), sublists)


def _quote(node: Node) -> Iterator[Block]:
    attribution: Inlines = ()
    kept: list[Node | str] = []
    for child in node.children:
        if isinstance(child, Node) and child.tag in {"footer", "cite"} and not attribution:
            attribution = _text(child)
        else:
            kept.append(child)
    paragraphs = tuple(line for line in lines(_inner(node.holding(kept))) if line)
    if paragraphs or attribution:
        yield Quote(paragraphs, attribution)


def _table(node: Node) -> Iterator[Block]:
    """Read a table; one of a single column is a frame around its content."""
    rows = [[cell for cell in row.nodes() if cell.tag in {"td", "th"}] for row in node.found("tr")]
    captions = [line for caption in node.found("caption") if (line := normal(_text(caption)))]
    yield from (Paragraph(line) for line in captions)
    width = max((len(row) for row in rows), default=0)
    if width < 2:
        for row in rows:
            for cell in row:
                yield from _inner(cell)
        return
    filled = [_row(row, width) for row in rows if row]
    yield Table(filled[0], tuple(filled[1:]))


def _row(cells: Sequence[Node], width: int) -> tuple[Inlines, ...]:
    texts = [unbroken(_text(cell)) for cell in cells]
    return tuple(texts + [()] * (width - len(texts)))
