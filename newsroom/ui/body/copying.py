"""What other programs get of a copy that cannot read more than plain text."""

from __future__ import annotations

from collections.abc import Iterator

from newsroom.domain.document import (
    Block,
    Document,
    Embed,
    FactBox,
    Figure,
    Footnote,
    FootnoteRef,
    Inlines,
    ListBlock,
    Quote,
    Table,
    lines,
    plain,
)


def as_text(document: Document) -> str:
    """Write a body for a letter or a form: blocks between blank lines, lists with their signs."""
    return "\n\n".join(text for block in document.blocks if (text := _block(block)))


def _block(block: Block) -> str:
    match block:
        case ListBlock():
            return "\n".join(_items(block, ""))
        case Table(header, rows, _):
            return "\n".join("\t".join(map(_cell, row)) for row in (header, *rows))
        case Quote(paragraphs, attribution):
            said = [_words(line) for line in paragraphs]
            return "\n".join([*said, *([f"— {_words(attribution)}"] if attribution else [])])
        case FactBox(title, blocks):
            return "\n".join(filter(None, [_words(title), *map(_block, blocks)]))
        case Footnote(label, inlines):
            return f"[{label}] {_words(inlines)}"
        case Figure(_, alt, caption):
            return caption or alt
        case Embed(url, caption):
            return "\n".join(filter(None, [caption, url]))
        case _:
            return "\n".join(_words(line) for line in lines((block,)))


def _items(block: ListBlock, room: str) -> Iterator[str]:
    for number, item in enumerate(block.items, block.start):
        sign = f"{number}." if block.ordered else "•"
        yield f"{room}{sign} {_words(item.inlines)}"
        for sublist in item.sublists:
            yield from _items(sublist, room + "    ")


def _words(inlines: Inlines) -> str:
    return "".join(
        f"[{one.label}]" if isinstance(one, FootnoteRef) else plain((one,)) for one in inlines
    )


def _cell(inlines: Inlines) -> str:
    return _words(inlines).replace("\n", " ")
