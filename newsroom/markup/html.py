"""A `Document` becomes HTML. Every character of a story is escaped here and nowhere else."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape
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
    plain,
)
from newsroom.domain.links import is_web_link
from newsroom.markup.html_inline import InlineHtml, link_attributes, reference_id
from newsroom.markup.notes import NoteMark, NumberedNote, number_notes


@dataclass(frozen=True, slots=True)
class BodyLabels:
    """Words that the HTML of a body adds, in the story's language."""

    footnotes: str = "Notes"
    note: str = "Note"
    back: str = "Back to text"
    table: str = "Table"


FigureHtml = Callable[[Figure], str]


def body_html(document: Document, figure: FigureHtml, labels: BodyLabels) -> tuple[str, ...]:
    """Write a body: one string for each block, in order, then one for the footnotes if any.

    A footnote's own place, and that of a block without content, is an empty string.
    """
    notes = number_notes(document)
    written = [
        block_html(block, figure, labels, marks)
        for block, marks in zip(document.blocks, notes.marks, strict=True)
    ]
    if notes.notes:
        written.append(_footnotes(notes.notes, labels))
    return tuple(written)


def block_html(
    block: Block,
    figure: FigureHtml,
    labels: BodyLabels,
    marks: Sequence[NoteMark] = (),
) -> str:
    """Write one block.

    `figure` writes a picture with its caption and credit. `marks` are the block's references, from
    `number_notes`. The answer depends on the arguments only, so a caller may keep it.
    """
    return _BlockHtml(figure, labels, InlineHtml(marks, labels.note)).block(block)


@dataclass(frozen=True, slots=True)
class _BlockHtml:
    figure: FigureHtml
    labels: BodyLabels
    inline: InlineHtml

    def block(self, block: Block) -> str:
        match block:
            case Paragraph(inlines):
                return self._element("p", inlines)
            case Heading(level, inlines):
                return self._element(f"h{min(max(level, 2), 4)}", inlines)
            case ListBlock():
                return self._list(block)
            case Quote(paragraphs, attribution):
                return self._quote(paragraphs, attribution)
            case PullQuote(inlines, attribution):
                return self._pull_quote(inlines, attribution)
            case FactBox():
                return self._fact_box(block)
            case Figure():
                return self.figure(block)
            case Table():
                return self._table(block)
            case Embed(url, caption):
                return _embed(url, caption)
            case Rule():
                return "<hr>"
            case Footnote():
                return ""
            case Opaque(source):
                return f'<pre class="opaque"><code>{escape(source, quote=False)}</code></pre>'
            case _:
                assert_never(block)

    def _element(self, tag: str, inlines: Inlines) -> str:
        return f"<{tag}>{self.inline.line(inlines)}</{tag}>" if inlines else ""

    def _list(self, block: ListBlock) -> str:
        if not block.items:
            return ""
        items = "".join(self._item(item) for item in block.items)
        if not block.ordered:
            return f"<ul>{items}</ul>"
        start = f' start="{block.start}"' if block.start != 1 else ""
        return f"<ol{start}>{items}</ol>"

    def _item(self, item: ListItem) -> str:
        text = self.inline.line(item.inlines)
        return f"<li>{text}{''.join(self._list(sublist) for sublist in item.sublists)}</li>"

    def _quote(self, paragraphs: Sequence[Inlines], attribution: Inlines) -> str:
        said = "".join(self._element("p", line) for line in paragraphs)
        cite = self._element("cite", attribution)
        footer = f"<footer>{cite}</footer>" if cite else ""
        return f"<blockquote>{said}{footer}</blockquote>" if said or footer else ""

    def _pull_quote(self, inlines: Inlines, attribution: Inlines) -> str:
        said = self._element("p", inlines)
        cite = self._element("cite", attribution)
        caption = f"<figcaption>{cite}</figcaption>" if cite else ""
        return f'<figure class="pull"><blockquote>{said}</blockquote>{caption}</figure>'

    def _fact_box(self, box: FactBox) -> str:
        title = self._element("h2", box.title)
        return f'<aside class="facts">{title}{"".join(map(self.block, box.blocks))}</aside>'

    def _table(self, table: Table) -> str:
        names = ", ".join(name for cell in table.header if (name := plain(cell)))
        label = escape(f"{self.labels.table}: {names}" if names else self.labels.table)
        head = self._cells(table.header, table.alignments, header=True)
        rows = "".join(self._cells(row, table.alignments, header=False) for row in table.rows)
        body = f"<tbody>{rows}</tbody>" if rows else ""
        return (
            f'<div class="table" role="region" tabindex="0" aria-label="{label}">'
            f"<table><thead>{head}</thead>{body}</table></div>"
        )

    def _cells(
        self, row: Sequence[Inlines], alignments: Sequence[Alignment], *, header: bool
    ) -> str:
        aligned = (*alignments, *[Alignment.NONE] * len(row))
        cells = []
        for cell, alignment in zip(row, aligned, strict=False):
            # An empty header cell names nothing: to a screen reader it is no header.
            tag = "th" if header and cell else "td"
            scope = ' scope="col"' if tag == "th" else ""
            style = f' class="align-{alignment}"' if alignment else ""
            cells.append(f"<{tag}{scope}{style}>{self.inline.line(cell)}</{tag}>")
        return f"<tr>{''.join(cells)}</tr>"


def _embed(url: str, caption: str) -> str:
    text = escape(caption or url, quote=False)
    if is_web_link(url):
        return f'<p class="embed"><a{link_attributes(url)}>{text}</a></p>'
    return f'<p class="embed">{text}</p>' if text else ""


def _footnotes(notes: Sequence[NumberedNote], labels: BodyLabels) -> str:
    items = "".join(_footnote(note, labels) for note in notes)
    title = escape(labels.footnotes, quote=False)
    return f'<section class="footnotes"><h2>{title}</h2><ol>{items}</ol></section>'


def _footnote(note: NumberedNote, labels: BodyLabels) -> str:
    text = InlineHtml(note.marks, labels.note).line(note.inlines)
    links = "".join(_back_link(note, use, labels) for use in range(1, note.uses + 1))
    return f'<li id="note-{note.number}"><p>{text}{links}</p></li>'


def _back_link(note: NumberedNote, use: int, labels: BodyLabels) -> str:
    name = f"{labels.back}: {labels.note} {note.number}"
    if note.uses > 1:
        name += f" ({use})"
    target = reference_id(NoteMark(note.number, use))
    return f' <a class="back" href="#{target}" aria-label="{escape(name)}">↩</a>'
