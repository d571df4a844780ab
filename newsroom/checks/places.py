"""Where words stand in a story: every printed line with the name of its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from newsroom.domain.article import Story
from newsroom.domain.document import (
    Block,
    Break,
    Embed,
    Figure,
    FootnoteRef,
    Inline,
    Mark,
    Opaque,
    Text,
    lines,
)

OBJECT = "\ufffc"
"""Stands for characters that are not prose, such as code: neither a space nor punctuation."""


@dataclass(frozen=True, slots=True)
class Use:
    """A figure and its place: `lead` or a block such as `body:3`."""

    place: str
    figure: Figure

    @property
    def where(self) -> str:
        """The place of this use of the picture."""
        return f"{self.place}:picture:{self.figure.picture}"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of prose and its place."""

    where: str
    text: str


@dataclass(frozen=True, slots=True)
class Link:
    """An address that the story sends its reader to, and its place."""

    where: str
    url: str


def body_place(index: int) -> str:
    """Name the place of a block by its number, counted from 0."""
    return f"body:{index}"


def uses(story: Story) -> Iterator[Use]:
    """Walk the uses of pictures in reading order, the lead first."""
    if story.content.lead:
        yield Use("lead", story.content.lead)
    for index, block in enumerate(story.document.blocks):
        if isinstance(block, Figure):
            yield Use(body_place(index), block)


def prose(story: Story) -> Iterator[Line]:
    """Walk every line that a reader reads or hears: fields, captions, alt texts and the body."""
    content = story.content
    yield Line("headline", content.headline)
    yield Line("standfirst", content.standfirst)
    yield Line("place", content.place)
    yield Line("byline", content.byline)
    for source in content.sources:
        yield Line("sources", source)
    for use in uses(story):
        yield Line(use.where, use.figure.caption)
        yield Line(use.where, use.figure.alt)
    for index, block in enumerate(story.document.blocks):
        if not isinstance(block, Figure | Opaque):
            yield from _block_prose(body_place(index), block)


def _block_prose(where: str, block: Block) -> Iterator[Line]:
    for line in lines((block,)):
        yield Line(where, "".join(_prose(inline) for inline in line))


def _prose(inline: Inline) -> str:
    match inline:
        case Text(text=text, marks=marks):
            return OBJECT if Mark.CODE in marks else text
        case Break():
            return "\n"
        case FootnoteRef():
            return ""


def links(story: Story) -> Iterator[Link]:
    """Walk the links of the body and the addresses of its embeds, each once per block."""
    for index, block in enumerate(story.document.blocks):
        urls = [
            inline.link
            for line in lines((block,))
            for inline in line
            if isinstance(inline, Text) and inline.link
        ]
        if isinstance(block, Embed):
            urls.append(block.url)
        for url in dict.fromkeys(urls):
            yield Link(body_place(index), url)
