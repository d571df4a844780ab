"""Numbers for footnotes, so that one block can be rendered without the rest of the body."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from newsroom.domain.document import Block, Document, Footnote, FootnoteRef, Inlines, lines


@dataclass(frozen=True, slots=True)
class NoteMark:
    """One reference: the number it shows (0 where no footnote answers) and its how-manieth use."""

    number: int
    use: int


Marks = tuple[NoteMark, ...]


@dataclass(frozen=True, slots=True)
class NumberedNote:
    """A footnote as it is listed: its number, and how often the body points at it.

    `place` counts the blocks before it in the document.
    """

    number: int
    uses: int
    inlines: Inlines
    marks: Marks
    place: int


@dataclass(frozen=True, slots=True)
class Notes:
    """The references of every block, in the order of the blocks, and the footnotes by number."""

    marks: tuple[Marks, ...]
    notes: tuple[NumberedNote, ...]


def number_notes(document: Document) -> Notes:
    """Number footnotes in the order in which the body first points at them, then the others.

    Where two footnotes have one label, references point at the first; none is left out.
    """
    placed = [
        (place, block) for place, block in enumerate(document.blocks) if isinstance(block, Footnote)
    ]
    numbers = _numbers(document, [note for _, note in placed])
    uses: Counter[int] = Counter()
    marks = tuple(
        () if isinstance(block, Footnote) else tuple(_marks(block, numbers, uses))
        for block in document.blocks
    )
    named = dict.fromkeys(numbers.values())
    ordered = sorted(placed, key=lambda one: numbers[one[1].label])
    inner = [tuple(_marks(note, numbers, uses)) for _, note in ordered]
    taken: set[int] = set()
    listed = []
    following = len(named)
    for (place, note), note_marks in zip(ordered, inner, strict=True):
        number = numbers[note.label]
        if number in taken:
            following += 1
            listed.append(NumberedNote(following, 0, note.inlines, note_marks, place))
            continue
        taken.add(number)
        listed.append(NumberedNote(number, uses[number], note.inlines, note_marks, place))
    return Notes(marks, tuple(sorted(listed, key=lambda note: note.number)))


def _numbers(document: Document, footnotes: Iterable[Footnote]) -> dict[str, int]:
    labels = {note.label for note in footnotes}
    body = (block for block in document.blocks if not isinstance(block, Footnote))
    pointed = [ref.label for ref in _references(body) if ref.label in labels]
    inside = [ref.label for ref in _references(footnotes) if ref.label in labels]
    order = dict.fromkeys([*pointed, *inside, *(note.label for note in footnotes)])
    return {label: number for number, label in enumerate(order, 1)}


def _references(blocks: Iterable[Block]) -> Iterator[FootnoteRef]:
    for line in lines(blocks):
        yield from (one for one in line if isinstance(one, FootnoteRef))


def _marks(block: Block, numbers: dict[str, int], uses: Counter[int]) -> Iterator[NoteMark]:
    for reference in _references((block,)):
        number = numbers.get(reference.label, 0)
        uses[number] += 1
        yield NoteMark(number, uses[number])
