"""A `Document` becomes Markdown, in its one canonical spelling."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from textwrap import indent
from typing import assert_never

from newsroom.domain.document import (
    Alignment,
    Block,
    Document,
    Embed,
    FactBox,
    Figure,
    Footnote,
    Heading,
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
from newsroom.markup.characters import clean_line, clean_source
from newsroom.markup.inline_writer import (
    Place,
    address,
    bracketed,
    label,
    quoted,
    write_line,
    write_unbroken,
)
from newsroom.markup.reader import PICTURE, read

_QUOTED = Place.BLOCK | Place.QUOTED
_DELIMITERS = {
    Alignment.NONE: "---",
    Alignment.LEFT: ":--",
    Alignment.CENTER: ":-:",
    Alignment.RIGHT: "--:",
}
_LAST_NUMBER = 999_999_999
_KEPT_BLOCKS = 2_000
"""The blocks of two long stories."""


def write(document: Document) -> str:
    """Write a body: blocks between blank lines, one line feed at the end; nothing for no blocks.

    `write(read(write(document)))` is `write(document)`.
    """
    text = _blocks(document.blocks)
    return text + "\n" if text else ""


def write_block(block: Block) -> str:
    """Write one block, without a line feed at its end; empty for a block without content."""
    match block:
        case Paragraph(inlines):
            return write_line(inlines)
        case Heading(level, inlines):
            return _heading(level, inlines)
        case ListBlock():
            return _list(block, other=False)
        case Quote(paragraphs, attribution):
            return _quote(paragraphs, attribution)
        case PullQuote(inlines, attribution):
            return _box("pull", "", _said((inlines,), attribution))
        case FactBox(title, blocks):
            return _box("facts", write_unbroken(title), _blocks(blocks))
        case Figure():
            return _figure(block)
        case Table():
            return _table(block)
        case Embed(url, caption):
            return _embed(url, caption)
        case Rule():
            return "---"
        case Footnote(name, inlines):
            return f"[^{label(name)}]: {indent(write_line(inlines), '    ').lstrip()}".rstrip()
        case Opaque(source):
            return _opaque(source)
        case _:
            assert_never(block)


def _blocks(blocks: Iterable[Block]) -> str:
    """Write blocks one after another, those without content left out."""
    written: list[str] = []
    last: Block | None = None
    for block, text in _with_lists(blocks):
        goes_on = text.startswith("    ") and isinstance(last, ListBlock | Footnote)
        written.append(_fenced(text) if goes_on else text)
        last = block
    return "\n\n".join(written)


def _with_lists(blocks: Iterable[Block]) -> Iterator[tuple[Block, str]]:
    """Write each block; a list right after a list of its kind takes other signs."""
    last: Block | None = None
    other = False
    for block in blocks:
        if isinstance(block, ListBlock):
            follows = isinstance(last, ListBlock) and last.ordered == block.ordered
            turned = follows and not other
            text = _kept_list(block, turned)
        else:
            turned = False
            text = _kept_block(block)
        if text:
            yield block, text
            last, other = block, turned


# A story is written again with every save, and nearly all of it is as it was. Blocks are values:
# what one was written as stays true for as long as it is kept.
_kept_block = lru_cache(_KEPT_BLOCKS)(write_block)


def _heading(level: int, inlines: Inlines) -> str:
    text = write_unbroken(inlines)
    if text.endswith("#"):
        text = text[:-1] + "\\#"
    return f"{'#' * min(max(level, 2), 4)} {text}" if text else ""


def _list(block: ListBlock, other: bool) -> str:
    start = min(max(block.start, 0), _LAST_NUMBER - len(block.items))
    rows = []
    for number, item in enumerate(block.items, start):
        sign = f"{number}{')' if other else '.'}" if block.ordered else "*" if other else "-"
        rows.append(_item(sign, item))
    return "\n".join(rows)


_kept_list = lru_cache(_KEPT_BLOCKS)(_list)


def _item(sign: str, item: ListItem) -> str:
    text = indent(write_line(item.inlines), "    ").lstrip()
    sublists = [indent(written, "    ") for _, written in _with_lists(item.sublists)]
    return "\n".join([f"{sign} {text}".rstrip(" "), *sublists])


def _said(paragraphs: Sequence[Inlines], attribution: Inlines) -> str:
    lines = [text for line in paragraphs if (text := write_line(line, _QUOTED))]
    if name := write_line(attribution, _QUOTED):
        lines.append(f"-- {name}")
    return "\n\n".join(lines)


def _quote(paragraphs: Sequence[Inlines], attribution: Inlines) -> str:
    said = _said(paragraphs, attribution)
    return "\n".join(f"> {line}".rstrip(" ") for line in said.split("\n")) if said else ""


def _box(name: str, argument: str, content: str) -> str:
    if not argument and not content:
        return ""
    first = f"::: {name} {argument}".rstrip()
    return "\n".join(part for part in (first, content, ":::") if part)


def _figure(figure: Figure) -> str:
    alt = bracketed(clean_line(figure.alt).strip())
    caption = clean_line(figure.caption).strip()
    target = address(PICTURE + clean_line(figure.picture).strip())
    return f"![{alt}]({target} {quoted(caption)})" if caption else f"![{alt}]({target})"


def _embed(url: str, caption: str) -> str:
    link = re.sub(r"\s+", "%20", clean_line(url).strip())
    text = clean_line(caption).strip()
    if text.startswith(("\\", ":::")):
        text = "\\" + text
    if not link:
        return write_line((Text(caption),))
    return "\n".join(part for part in (f"::: embed {link}", text, ":::") if part)


def _table(table: Table) -> str:
    rows = (table.header, *table.rows)
    width = max(len(row) for row in rows)
    if not width:
        return ""
    alignments = (*table.alignments, *[Alignment.NONE] * width)[:width]
    lines = [_row([write_unbroken(cell) for cell in row], width) for row in rows]
    lines.insert(1, _row([_DELIMITERS[alignment] for alignment in alignments], width))
    return "\n".join(lines)


def _row(cells: Sequence[str], width: int) -> str:
    filled = [cell.replace("|", "\\|") for cell in cells] + [""] * (width - len(cells))
    return f"| {' | '.join(filled)} |"


def _opaque(source: str) -> str:
    """Write a source that nothing else would read; put a fence around any other."""
    text = clean_source(source).strip("\n").rstrip()
    if not text or read(text).blocks == (Opaque(text),):
        return text
    return _fenced(text)


def _fenced(text: str) -> str:
    longest = max((len(run) for run in re.findall(r"`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}\n{text}\n{fence}"
