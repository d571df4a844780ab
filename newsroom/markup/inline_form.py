"""The normal form of a line: what the reader gives and the writer writes.

White space stands neither at the ends of a line nor at the ends of a mark or a link, because
`** bold**` cannot be told from two stray signs; it is moved outside.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from newsroom.domain.document import Break, FootnoteRef, Inline, Inlines, Mark, Text, merged
from newsroom.markup.characters import clean_line

NONE: frozenset[Mark] = frozenset()
Piece = Text | FootnoteRef


@dataclass(frozen=True, slots=True)
class Group:
    """Neighbouring runs with one link. `outer` are the marks that go on around the link."""

    runs: tuple[Text, ...]
    link: str
    outer: frozenset[Mark]


def normal(inlines: Iterable[Inline]) -> Inlines:
    """Give a line in its normal form; breaks at either end and empty runs are dropped."""
    line = tuple(inlines)
    if len(line) == 1 and isinstance(only := line[0], Text) and not (only.marks or only.link):
        return _plain(only)
    rows = [_normal_row(row) for row in _rows(line)]
    while rows and not rows[0]:
        del rows[0]
    while rows and not rows[-1]:
        del rows[-1]
    result: list[Inline] = []
    for index, row in enumerate(rows):
        if index:
            result.append(Break())
        result.extend(row)
    return tuple(result)


def _plain(run: Text) -> Inlines:
    """Do the same for a run without marks alone, as most lines are, without asking much."""
    text = clean_line(run.text).strip()
    return (_saying(run, text),) if text else ()


def unbroken(inlines: Iterable[Inline]) -> Inlines:
    """Give a line in its normal form with spaces for breaks, for headings, titles and cells."""
    return normal(Text(" ") if isinstance(one, Break) else one for one in inlines)


def joined(lines: Iterable[Inlines]) -> Inlines:
    """Join lines into one with breaks."""
    result: list[Inline] = []
    for line in lines:
        if line and result:
            result.append(Break())
        result.extend(line)
    return tuple(result)


def grouped(runs: Sequence[Text]) -> list[Group]:
    """Divide runs, none of them a break or a reference, by link."""
    parts = [(link, tuple(part)) for link, part in groupby(runs, lambda run: run.link)]
    result: list[Group] = []
    for index, (link, part) in enumerate(parts):
        if not link:
            result.extend(Group((run,), "", run.marks - {Mark.CODE}) for run in part)
            continue
        before = parts[index - 1][1][-1].marks if index else NONE
        after = parts[index + 1][1][0].marks if index + 1 < len(parts) else NONE
        common = frozenset[Mark].intersection(*(run.marks for run in part))
        result.append(Group(part, link, common & (before | after) - {Mark.CODE}))
    return result


def pieces(row: Iterable[Inline]) -> Iterator[FootnoteRef | list[Text]]:
    """Divide a row without breaks into references and the runs between them."""
    for is_text, part in groupby(row, lambda one: isinstance(one, Text)):
        if is_text:
            yield [one for one in part if isinstance(one, Text)]
        else:
            yield from (one for one in part if isinstance(one, FootnoteRef))


def _rows(inlines: Iterable[Inline]) -> list[list[Piece]]:
    rows: list[list[Piece]] = [[]]
    for one in inlines:
        if isinstance(one, Break):
            rows.append([])
        elif isinstance(one, Text):
            rows[-1].append(_cleaned(one))
        else:
            rows[-1].append(one)
    return rows


def _cleaned(run: Text) -> Text:
    text, link = clean_line(run.text), clean_line(run.link).strip()
    if text is run.text and link is run.link:
        return run
    return Text(text, run.marks, link)


def _normal_row(row: list[Piece]) -> list[Inline]:
    cleaned = _trim_row([one for one in merged(row) if not isinstance(one, Break)])
    if not any(isinstance(one, Text) and (one.marks or one.link) for one in cleaned):
        return list(merged(cleaned))
    result: list[Inline] = []
    for part in pieces(cleaned):
        if isinstance(part, FootnoteRef):
            result.append(part)
        else:
            result.extend(_settle(part))
    return list(merged(result))


def _trim_row(row: list[Piece]) -> list[Piece]:
    start, end = 0, len(row)
    while start < end and _is_white(row[start]):
        start += 1
    while end > start and _is_white(row[end - 1]):
        end -= 1
    kept = row[start:end]
    if kept and isinstance(first := kept[0], Text):
        kept[0] = _saying(first, first.text.lstrip())
    if kept and isinstance(last := kept[-1], Text):
        kept[-1] = _saying(last, last.text.rstrip())
    return kept


def _saying(run: Text, text: str) -> Text:
    return run if text is run.text else Text(text, run.marks, run.link)


def _is_white(piece: Piece) -> bool:
    return isinstance(piece, Text) and (not piece.text or piece.text.isspace())


def _settle(runs: list[Text]) -> list[Text]:
    """Move white space out of links and marks until nothing moves any more."""
    if not any(map(_is_loose, runs)):
        return runs
    runs = _trimmed(runs, _numbered([run.link for run in runs]), _unlinked)
    before: list[Text] = []
    while runs != before:
        before = runs
        for mark in Mark:
            if any(mark in run.marks for run in runs):
                runs = _trimmed(runs, _stretches(runs, mark), _unmarked(mark))
    return runs


def _is_loose(run: Text) -> bool:
    """Whether a run with a mark or a link has white space at an end."""
    return bool(run.marks or run.link) and (run.text[0].isspace() or run.text[-1].isspace())


def _unlinked(run: Text) -> Text:
    return Text(run.text, run.marks)


def _unmarked(mark: Mark) -> Callable[[Text], Text]:
    return lambda run: Text(run.text, run.marks - {mark}, run.link)


def _numbered(keys: Sequence[object]) -> list[int]:
    """Number the stretches of equal neighbouring keys from 1; an empty key is no stretch: 0."""
    result = []
    number = 0
    last: object = None
    for key in keys:
        if key and key != last:
            number += 1
        result.append(number if key else 0)
        last = key
    return result


def _stretches(runs: list[Text], mark: Mark) -> list[int]:
    """Number the stretches of a mark as the writer will write them: around a link or inside it."""
    if mark is Mark.CODE:
        return _numbered([mark in run.marks for run in runs])
    keys: list[object] = []
    for index, group in enumerate(grouped(runs)):
        inside = f"link {index}"
        keys.extend(
            "around" if mark in group.outer else inside if mark in run.marks else ""
            for run in group.runs
        )
    return _numbered(keys)


def _trimmed(runs: list[Text], stretches: list[int], without: Callable[[Text], Text]) -> list[Text]:
    result: list[Text] = []
    for number, part in groupby(zip(stretches, runs, strict=True), lambda pair: pair[0]):
        inside = [run for _, run in part]
        result.extend(_trimmed_stretch(inside, without) if number else inside)
    return [run for run in merged(result) if isinstance(run, Text)]


def _trimmed_stretch(runs: list[Text], without: Callable[[Text], Text]) -> list[Text]:
    start, end = 0, len(runs)
    while start < end and runs[start].text.isspace():
        start += 1
    while end > start and runs[end - 1].text.isspace():
        end -= 1
    before = [without(run) for run in runs[:start]]
    after = [without(run) for run in runs[end:]]
    kept = runs[start:end]
    if kept:
        head, kept[0] = _split_start(kept[0])
        kept[-1], tail = _split_end(kept[-1])
        before.append(without(head))
        after.insert(0, without(tail))
    return before + kept + after


def _split_start(run: Text) -> tuple[Text, Text]:
    text = run.text.lstrip()
    return _saying(run, run.text[: len(run.text) - len(text)]), _saying(run, text)


def _split_end(run: Text) -> tuple[Text, Text]:
    text = run.text.rstrip()
    return _saying(run, text), _saying(run, run.text[len(text) :])
