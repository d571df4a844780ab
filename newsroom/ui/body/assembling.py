"""Lines to blocks, without Qt: total, so that no order of lines is ever an error.

Lines that hold nothing (an empty paragraph, a quotation just begun) make no block: the dialect has
no word for them, and the page must not show them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, islice
from types import MappingProxyType
from typing import assert_never

from newsroom.domain.document import (
    Block,
    Break,
    Document,
    FactBox,
    Footnote,
    Heading,
    Inlines,
    ListBlock,
    ListItem,
    Paragraph,
    PullQuote,
    Quote,
    Table,
)
from newsroom.ui.body.line import Box, Grid, Line, Piece, Role, Standing, Words, joins, joins_list

Run = tuple[Piece, ...]
"""Neighbouring pieces that make one block."""

Kept = Mapping[Run, tuple[Block, ...]]


def assemble(pieces: Iterable[Piece], kept: Kept) -> dict[Run, tuple[Block, ...]]:
    """Make the blocks of each run in reading order, reusing those of `kept` for untouched runs."""
    result: dict[Run, tuple[Block, ...]] = {}
    for run in runs(pieces):
        blocks = kept.get(run)
        result[run] = _blocks(run) if blocks is None else blocks
    return result


def reusing(parts: Kept, known: Sequence[Block]) -> dict[Run, tuple[Block, ...]]:
    """Put known blocks in the place of their equals, from both ends as far as all are equal."""
    blocks = [block for made in parts.values() for block in made]
    most = min(len(blocks), len(known))
    head = next((at for at in range(most) if blocks[at] != known[at]), most)
    tail = next((at for at in range(most - head) if blocks[-1 - at] != known[-1 - at]), most - head)
    middle = blocks[head : len(blocks) - tail]
    fresh = iter([*known[:head], *middle, *known[len(known) - tail :]])
    return {run: tuple(islice(fresh, len(made))) for run, made in parts.items()}


def document_of(made: Iterable[tuple[Block, ...]]) -> Document:
    """Give the document that the blocks of assembled runs make."""
    return Document(tuple(chain.from_iterable(made)))


class Assembled:
    """Runs in reading order with the blocks they make; a piece may give way to its successor."""

    def __init__(self, parts: Kept = MappingProxyType({})) -> None:
        self._runs = list(parts)
        self._made = list(parts.values())
        self._run_of = {
            piece: place
            for place, run in enumerate(self._runs)
            for piece in run
            if isinstance(piece, Words)
        }

    @property
    def parts(self) -> Kept:
        """Each run with its blocks, in reading order."""
        return dict(zip(self._runs, self._made, strict=True))

    def document(self) -> Document:
        """Give the document that all the blocks make."""
        return document_of(self._made)

    def can_follow(self, old: Words, new: Words) -> bool:
        """Whether a piece leaves every run as it was if it takes the place of another.

        Where a run begins and ends is told by its lines alone. Cells of tables are not known here.
        """
        return old.line == new.line and old in self._run_of

    def exchange(self, old: Words, new: Words) -> None:
        """Put a piece that can follow another in its place, and make that run's blocks anew."""
        place = self._run_of.pop(old)
        self._run_of[new] = place
        run = tuple(new if piece is old else piece for piece in self._runs[place])
        self._runs[place] = run
        self._made[place] = _blocks(run)


def runs(pieces: Iterable[Piece]) -> Iterator[Run]:
    """Cut a row of pieces where a new block begins."""
    run: list[Words] = []
    for piece in pieces:
        if not isinstance(piece, Words):
            if run:
                yield tuple(run)
                run = []
            yield (piece,)
        elif run and joins(run[0].line, run[-1].line, piece.line):
            run.append(piece)
        else:
            if run:
                yield tuple(run)
            run = [piece]
    if run:
        yield tuple(run)


def _blocks(run: Run) -> tuple[Block, ...]:
    match run[0]:
        case Standing(block):
            return (block,)
        case Grid() as grid:
            return (_table(grid),)
        case Words():
            return _of_words([piece for piece in run if isinstance(piece, Words)])
        case _ as never:
            assert_never(never)


def _of_words(run: Sequence[Words]) -> tuple[Block, ...]:
    match run[0].line.box:
        case Box.QUOTE:
            said, by = _said(run)
            return (Quote(said, by),) if said or by else ()
        case Box.PULL:
            said, by = _said(run)
            return (PullQuote(said[0] if said else (), by),) if said or by else ()
        case Box.FACTS:
            return _fact_box(run)
        case Box.NONE:
            return _free(run)


def _said(run: Sequence[Words]) -> tuple[tuple[Inlines, ...], Inlines]:
    """Part a quotation into its paragraphs and who said it."""
    by = run[-1].inlines if run[-1].line.role is Role.ATTRIBUTION else ()
    said = tuple(
        words.inlines for words in run if words.line.role is not Role.ATTRIBUTION and words.inlines
    )
    return said, by


def _fact_box(run: Sequence[Words]) -> tuple[Block, ...]:
    titled = run[0].line.role is Role.TITLE
    title = run[0].inlines if titled else ()
    blocks: list[Paragraph | ListBlock] = []
    for part in _parts(run[1:] if titled else run):
        if part[0].line.role is Role.ITEM:
            blocks.append(_list(part))
        elif part[0].inlines:
            blocks.append(Paragraph(part[0].inlines))
    return (FactBox(title, tuple(blocks)),) if title or blocks else ()


def _parts(run: Sequence[Words]) -> Iterator[list[Words]]:
    part: list[Words] = []
    for words in run:
        if part and joins_list(part[0].line, words.line):
            part.append(words)
            continue
        if part:
            yield part
        part = [words]
    if part:
        yield part


def _free(run: Sequence[Words]) -> tuple[Block, ...]:
    line, inlines = run[0].line, run[0].inlines
    match line.role:
        case Role.ITEM:
            return (_list(run),)
        case Role.FOOTNOTE:
            return (Footnote(line.label, inlines),)
        case Role.HEADING:
            return (Heading(line.level, inlines),) if inlines else ()
        case _:
            return (Paragraph(inlines),) if inlines else ()


@dataclass(slots=True)
class _OpenItem:
    inlines: Inlines
    sublists: list[_OpenList] = field(default_factory=list)

    def closed(self) -> ListItem:
        return ListItem(self.inlines, tuple(sublist.closed() for sublist in self.sublists))


@dataclass(slots=True)
class _OpenList:
    line: Line
    items: list[_OpenItem] = field(default_factory=list)

    def closed(self) -> ListBlock:
        items = tuple(item.closed() for item in self.items)
        return ListBlock(self.line.ordered, items, self.line.start)


def _list(run: Sequence[Words]) -> ListBlock:
    """Nest the items by depth; a depth that was skipped counts as the next one."""
    top = _OpenList(run[0].line)
    path = [top]
    for words in run:
        while path[-1].line.level > words.line.level:
            path.pop()
        open_list = path[-1]
        if open_list.line.level < words.line.level:
            path.append(_sublist(open_list, words.line))
        elif open_list.line.list_key != words.line.list_key:
            path[-1] = _sublist(path[-2], words.line)
        path[-1].items.append(_OpenItem(words.inlines))
    return top.closed()


def _sublist(parent: _OpenList, line: Line) -> _OpenList:
    sublist = _OpenList(line)
    parent.items[-1].sublists.append(sublist)
    return sublist


def _table(grid: Grid) -> Table:
    cells = [_cell(cell) for cell in grid.cells]
    rows = [
        tuple(cells[index : index + grid.columns]) for index in range(0, len(cells), grid.columns)
    ]
    return Table(rows[0], tuple(rows[1:]), grid.alignments)


def _cell(pieces: Sequence[Words]) -> Inlines:
    inlines: Inlines = pieces[0].inlines if pieces else ()
    for words in pieces[1:]:
        inlines = (*inlines, Break(), *words.inlines)
    return inlines
