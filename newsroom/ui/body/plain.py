"""Plain text from the clipboard, as it stands or as its signs mean it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newsroom.domain.document import (
    Block,
    Document,
    ListBlock,
    ListItem,
    Paragraph,
    Text,
)
from newsroom.domain.unseen import without_idle

_BULLET = re.compile(
    r"(?P<room>\s*)(?:[•◦▪▫‣⁃●○■□➢➤✓✔\uf0b7]|[·*-](?=\s)|[o§](?=\t))[\s\ufe0f]*(?P<text>\S.*)"
)
_NUMBER = re.compile(r"(?P<room>\s*)(?P<number>\d{1,3})[.)]\s+(?P<text>\S.*)")
_DOUBTFUL = ("-", "*", "·")
_WIDEST = 100
_NARROWEST = 50
_FEWEST = 3
"""How many lines tell that a text was broken at a width."""
_MARKDOWN = (
    re.compile(r"^#{1,6} \S", re.MULTILINE),
    re.compile(r"\[[^\]\n]+\]\(https?://[^\s)]+\)"),
    re.compile(r"^\|.*\|[ \t]*\n\|[ :|-]+\|[ \t]*$", re.MULTILINE),
    re.compile(r"\*\*[^\s*][^*\n]*\*\*.*\*\*[^\s*][^*\n]*\*\*", re.DOTALL),
    re.compile(r"^```", re.MULTILINE),
)


def literal_document(text: str) -> Document:
    """Read plain text as it stands: each line that holds something is a paragraph."""
    return Document(tuple(_paragraph(line) for line in _lines(text) if line.strip()))


def is_markdown(text: str) -> bool:
    """Whether a text is written in Markdown beyond doubt: headings, links, tables, many marks."""
    return any(sign.search(text) for sign in _MARKDOWN)


def plain_document(text: str) -> Document:
    """Read plain text: bullets and numbers in a row are lists, broken lines are whole again."""
    rows = _lines(text)
    width = max((len(row) for row in rows), default=0)
    broken = any(not row.strip() for row in rows) and _NARROWEST <= width <= _WIDEST
    blocks: list[Block] = []
    for part in _parts(rows):
        blocks.extend(_blocks(part, width if broken and len(part) >= _FEWEST else 0))
    return Document(tuple(_gathered(blocks)))


def _lines(text: str) -> list[str]:
    seen = without_idle(text.replace("\x00", ""))
    return [line.rstrip() for line in seen.splitlines()]


def _parts(rows: Sequence[str]) -> Iterator[list[str]]:
    part: list[str] = []
    for row in [*rows, ""]:
        if row.strip():
            part.append(row)
        elif part:
            yield part
            part = []


def _blocks(rows: Sequence[str], width: int) -> Iterator[Block]:
    at = 0
    while at < len(rows):
        items = _items(rows[at:])
        if items is not None:
            block, used = items
            yield block
            at += used
            continue
        end = at + 1
        while width and end < len(rows) and _goes_on(rows[end - 1], rows[end], width):
            end += 1
        yield _paragraph(" ".join(row.strip() for row in rows[at:end]))
        at = end


def _goes_on(row: str, following: str, width: int) -> bool:
    """Whether a line was broken because the next word did not fit."""
    first = following.split(maxsplit=1)[0]
    return len(row) + 1 + len(first) > width and not _BULLET.fullmatch(following)


def _items(rows: Sequence[str]) -> tuple[ListBlock, int] | None:
    """Read the list that begins here; a lone dash, star or number begins none."""
    bullets = _row(rows, _BULLET)
    if len(bullets) > 1 or (bullets and not rows[0].lstrip().startswith(_DOUBTFUL)):
        return ListBlock(ordered=False, items=_nested(bullets)), len(bullets)
    numbers = _row(rows, _NUMBER)
    start = int(numbers[0]["number"]) if numbers else 0
    counted = [one for at, one in enumerate(numbers) if int(one["number"]) == start + at]
    if len(counted) > 1 and counted == numbers[: len(counted)]:
        items = tuple(ListItem((Text(one["text"].strip()),)) for one in counted)
        return ListBlock(ordered=True, items=items, start=start), len(counted)
    return None


def _row(rows: Sequence[str], sign: re.Pattern[str]) -> list[re.Match[str]]:
    """Take the lines from the first on that begin with a sign."""
    found: list[re.Match[str]] = []
    for row in rows:
        match = sign.fullmatch(row)
        if match is None:
            break
        found.append(match)
    return found


def _nested(found: Sequence[re.Match[str]]) -> tuple[ListItem, ...]:
    """Nest bullets by the room before them."""
    items: list[ListItem] = []
    at = 0
    while at < len(found):
        room = len(found[at]["room"].expandtabs(4))
        end = at + 1
        while end < len(found) and len(found[end]["room"].expandtabs(4)) > room + 1:
            end += 1
        under = found[at + 1 : end]
        sublists = (ListBlock(ordered=False, items=_nested(under)),) if under else ()
        items.append(ListItem((Text(found[at]["text"].strip()),), sublists))
        at = end
    return tuple(items)


def _gathered(blocks: Sequence[Block]) -> Iterator[Block]:
    """Join bulleted lists that only blank lines divided."""
    last: ListBlock | None = None
    for block in blocks:
        if isinstance(block, ListBlock) and last is not None and _follows(last, block):
            last = ListBlock(last.ordered, last.items + block.items, last.start)
            continue
        if last is not None:
            yield last
        last = block if isinstance(block, ListBlock) else None
        if last is None:
            yield block
    if last is not None:
        yield last


def _follows(last: ListBlock, block: ListBlock) -> bool:
    if last.ordered is not block.ordered:
        return False
    return not block.ordered or block.start == last.start + len(last.items)


def _paragraph(line: str) -> Paragraph:
    return Paragraph((Text(line.strip()),))
