"""Compare two stories word by word, passage by passage, as a reviewer reads them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from difflib import SequenceMatcher
from functools import partial
from typing import TypeVar

from newsroom.domain.article import Story
from newsroom.domain.canonical import Json
from newsroom.domain.comparison import Change, Comparison, Part, Passage, Piece
from newsroom.domain.document import (
    Block,
    FactBox,
    Figure,
    Heading,
    ListBlock,
    PullQuote,
    Quote,
    lines,
    plain,
)
from newsroom.domain.framing import told
from newsroom.domain.house import House
from newsroom.domain.languages import language_words
from newsroom.domain.lines import date_line
from newsroom.domain.picture import published, record_to_json
from newsroom.markup.writer import write_block

T = TypeVar("T")


_INDENT = "\u2003"
_TOKEN = re.compile(r"\s+|\w+|[^\w\s]")


def words(old: str, new: str) -> tuple[Piece, ...]:
    """Compare two texts word by word; joined, what stayed and came gives `new` again."""
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    pieces: list[Piece] = []
    matcher = SequenceMatcher(a=before, b=after, autojunk=False)
    for tag, low, high, start, end in matcher.get_opcodes():
        if tag == "equal":
            pieces.append(Piece(Change.SAME, "".join(after[start:end])))
            continue
        if low < high:
            pieces.append(Piece(Change.REMOVED, "".join(before[low:high])))
        if start < end:
            pieces.append(Piece(Change.ADDED, "".join(after[start:end])))
    return tuple(pieces)


def compare(base: Story | None, story: Story, house: House | None = None) -> Comparison:
    """Compare a story with an earlier one; without one, everything is as it stands, unchanged.

    Sections, languages and dates are told in the words of the house, where one is given.
    """
    old = base or story
    passages = [
        *_fields(old, story, house),
        *_lead(old, story),
        *_body(old, story),
    ]
    return Comparison(tuple(passages))


def _fields(old: Story, new: Story, house: House | None) -> list[Passage]:
    a, b = old.content, new.content
    spoken = house.in_language(b.language) if house else None

    def moment(value: datetime | None) -> str:
        return date_line(value, house, b.language) if value and house else _exact(value)

    top = [
        Passage(Part.HEADLINE, "Headline", words(a.headline, b.headline)),
        Passage(Part.STANDFIRST, "Standfirst", words(a.standfirst, b.standfirst)),
    ]
    details = {
        "Place": (a.place, b.place),
        "Date": _told(a.published, b.published, moment, _exact),
        "Byline": (a.byline, b.byline),
        "Section": _told(a.section, b.section, partial(_section, spoken), str),
        "Language": _told(a.language, b.language, language_words, str),
        "Sources": (", ".join(a.sources), ", ".join(b.sources)),
        "Tags": (", ".join(a.tags), ", ".join(b.tags)),
        "Address": (a.slug, b.slug),
        "Embargo": _told(a.embargo, b.embargo, moment, _exact),
    }
    compared = [Passage(Part.DETAIL, label, words(*pair)) for label, pair in details.items()]
    return [passage for passage in top + compared if passage.pieces]


def _section(house: House | None, slug: str) -> str:
    section = house.section(slug) if house else None
    return section.name if section else slug


def _exact(moment: datetime | None) -> str:
    return moment.isoformat(" ", "minutes") if moment else ""


def _told(old: T, new: T, said: Callable[[T], str], exact: Callable[[T], str]) -> tuple[str, str]:
    """Tell two values in words; exactly, where the words would hide that they differ."""
    told = said(old), said(new)
    return told if (told[0] == told[1]) == (old == new) else (exact(old), exact(new))


def _lead(old: Story, new: Story) -> list[Passage]:
    a, b = old.content.lead, new.content.lead
    if b is None:
        return _figure(a, None, old, new, Part.LEAD) if a else []
    return _figure(a, b, old, new, Part.LEAD)


def _body(old: Story, new: Story) -> list[Passage]:
    before, after = old.document.blocks, new.document.blocks
    keys_before = [_key(block, old) for block in before]
    keys_after = [_key(block, new) for block in after]
    passages: list[Passage] = []
    matcher = SequenceMatcher(a=keys_before, b=keys_after, autojunk=False)
    for _, low, high, start, end in matcher.get_opcodes():
        for a, b in _pairs(before[low:high], after[start:end]):
            passages += _block(a, b, old, new)
    return passages


def _key(block: Block, story: Story) -> tuple[str, object]:
    """Tell blocks apart by their source, and figures by their picture's credit and crops too."""
    picture = story.pictures.get(block.picture) if isinstance(block, Figure) else None
    if picture is None:
        return write_block(block), None
    return write_block(block), (published(picture.record), picture.framing)


Pair = tuple[Block | None, Block | None]


def _pairs(before: Sequence[Block], after: Sequence[Block]) -> list[Pair]:
    """Pair the blocks of a replaced stretch by kind and order; the rest came or went."""
    pairs: list[Pair] = []
    rest = list(before)
    for block in after:
        match = next((old for old in rest if _alike(old, block)), None)
        if match is None:
            pairs.append((None, block))
            continue
        gone = rest[: rest.index(match)]
        pairs += [(old, None) for old in gone]
        rest = rest[len(gone) + 1 :]
        pairs.append((match, block))
    return pairs + [(old, None) for old in rest]


def _alike(old: Block, new: Block) -> bool:
    if type(old) is not type(new):
        return False
    if isinstance(old, Figure) and isinstance(new, Figure):
        return old.picture == new.picture
    return SequenceMatcher(a=_text(old).split(), b=_text(new).split()).ratio() >= 0.3


def _block(a: Block | None, b: Block | None, old: Story, new: Story) -> list[Passage]:
    block = b or a
    assert block is not None
    if isinstance(block, Figure):
        first = a if isinstance(a, Figure) else None
        second = b if isinstance(b, Figure) else None
        return _figure(first, second, old, new, Part.FIGURE)
    passages = [Passage(_part(block), "", words(_text(a), _text(b)))]
    if pieces := words(_attribution(a), _attribution(b)):
        passages.append(Passage(Part.ATTRIBUTION, "", pieces))
    same_words = not any(passage.changed for passage in passages)
    if same_words and a is not None and b is not None and write_block(a) != write_block(b):
        passages[0] = replace(passages[0], restyled=True)
    return passages


def _part(block: Block) -> Part:
    match block:
        case Heading():
            return Part.HEADING
        case Quote() | PullQuote():
            return Part.QUOTE
        case _:
            return Part.TEXT


def _text(block: Block | None) -> str:
    """Give the words of a block; of one without words, such as a rule, its source."""
    match block:
        case None:
            return ""
        case ListBlock():
            text = "\n".join(_items(block))
        case Quote():
            text = "\n".join(plain(line) for line in block.paragraphs)
        case PullQuote():
            text = plain(block.inlines)
        case FactBox():
            inside = [plain(block.title), *(_text(one) for one in block.blocks)]
            text = "\n".join(one for one in inside if one)
        case _:
            text = "\n".join(text for line in lines([block]) if (text := plain(line)))
    return text if text.strip() or _attribution(block) else write_block(block).strip()


def _items(block: ListBlock, depth: int = 0) -> Iterator[str]:
    """Write the items of a list with their markers, deeper ones further in."""
    for number, item in enumerate(block.items, block.start):
        mark = f"{number}." if block.ordered else "•"
        yield f"{_INDENT * depth}{mark} {plain(item.inlines)}"
        for sublist in item.sublists:
            yield from _items(sublist, depth + 1)


def _attribution(block: Block | None) -> str:
    """Name who said a quotation."""
    return plain(block.attribution) if isinstance(block, Quote | PullQuote) else ""


def _figure(
    a: Figure | None, b: Figure | None, old: Story, new: Story, part: Part
) -> list[Passage]:
    """Compare one use of a picture: which one, its caption, alt text, credit, and how it is cut."""
    figure = b or a
    assert figure is not None
    if a and b and a.picture != b.picture:
        return [*_figure(a, None, old, new, part), *_figure(None, b, old, new, part)]
    rows = {
        "Caption": (a.caption if a else "", b.caption if b else ""),
        "Alt text": (a.alt if a else "", b.alt if b else ""),
        "Credit": (_credit(a, old), _credit(b, new)),
        "Crop": (_crop(a, old), _crop(b, new)),
    }
    rights = (_rights(a, old), _rights(b, new))
    if a and b and rights[0] != rights[1]:
        # Shown only where an approval would turn stale by it; nobody reads it every time.
        rows["Rights"] = rights
    return [
        Passage(part, label, words(before, after), picture=figure.picture)
        for label, (before, after) in rows.items()
        if before or after or label == "Caption"
    ]


def _credit(figure: Figure | None, story: Story) -> str:
    picture = story.pictures.get(figure.picture) if figure else None
    return picture.record.credit if picture else ""


def _rights(figure: Figure | None, story: Story) -> str:
    """Write in one line what leaves the house with a picture, beside its credit line."""
    picture = story.pictures.get(figure.picture) if figure else None
    if picture is None:
        return ""
    said = record_to_json(replace(published(picture.record), credit=""))
    return "; ".join(_texts(said))


def _texts(value: Json) -> Iterator[str]:
    if isinstance(value, str):
        yield from (value,) if value else ()
    elif isinstance(value, dict):
        for part in value.values():
            yield from _texts(part)
    elif isinstance(value, list):
        for part in value:
            yield from _texts(part)


def _crop(figure: Figure | None, story: Story) -> str:
    picture = story.pictures.get(figure.picture) if figure else None
    return told(picture.framing) if picture else ""
