"""A body as the disk will give it back: block by block the same as all at once."""

from __future__ import annotations

from hypothesis import given, settings

from newsroom.desk.as_written import as_written
from newsroom.domain.document import Block, Break, Document, FactBox, Heading, Paragraph, Text
from newsroom.markup import reader, writer
from tests.support.documents import documents


def test_what_markdown_does_not_hold_is_left_out() -> None:
    typed = Document(
        (
            Paragraph((Break(), Text("one "))),
            Heading(2, (Text("a"), Break(), Text("b"))),
            Paragraph((Text(" "),)),
            FactBox((Text("title "),)),
        )
    )
    assert as_written(typed, {}).blocks == (
        Paragraph((Text("one"),)),
        Heading(2, (Text("a b"),)),
        Paragraph(),
        FactBox((Text("title"),)),
    )


@settings(max_examples=25)
@given(drawn=documents())
def test_a_body_that_was_read_stays_as_it_is(drawn: Document) -> None:
    saved = reader.read(writer.write(drawn))
    assert as_written(saved, {}) == saved


@settings(max_examples=25)
@given(drawn=documents())
def test_no_block_is_lost_or_added_and_known_ones_are_the_same(drawn: Document) -> None:
    known: dict[Block, Block] = {}
    once = as_written(drawn, known)
    assert len(once.blocks) == len(drawn.blocks)
    again = as_written(drawn, known)
    assert all(one is other for one, other in zip(once.blocks, again.blocks, strict=True))
