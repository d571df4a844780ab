"""A comparison shows every word of both stories, and calls nothing changed that is the same."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newsroom.desk.comparing import compare, words
from newsroom.domain.article import Content, Story
from newsroom.domain.comparison import Change
from newsroom.domain.document import plain_text
from newsroom.domain.ids import ArticleId
from newsroom.markup.reader import read
from newsroom.markup.writer import write
from tests.support.documents import documents

texts = st.text(st.sampled_from("ab ё.,\n«»-5"), max_size=60)
stories = st.builds(
    lambda document, headline: Story(
        ArticleId("1"), Content(headline=headline), read(write(document))
    ),
    documents(),
    texts,
)


@given(texts, texts)
def test_the_pieces_hold_both_texts_to_the_letter(old: str, new: str) -> None:
    pieces = words(old, new)
    assert "".join(one.text for one in pieces if one.change is not Change.ADDED) == old
    assert "".join(one.text for one in pieces if one.change is not Change.REMOVED) == new


@given(stories)
def test_a_story_does_not_differ_from_itself(story: Story) -> None:
    assert compare(story, story).changes == 0
    assert compare(None, story).changes == 0


@given(stories, stories)
def test_no_word_of_either_story_is_left_out(old: Story, new: Story) -> None:
    passages = compare(old, new).passages
    for story, gone in ((old, Change.ADDED), (new, Change.REMOVED)):
        shown = "".join(
            piece.text for one in passages for piece in one.pieces if piece.change is not gone
        )
        for word in plain_text(story.document).split():
            assert word in shown


@given(stories, stories)
def test_different_bodies_are_told_to_differ(old: Story, new: Story) -> None:
    differ = (old.content, old.document) != (new.content, new.document)
    assert bool(compare(old, new).changes) == differ
