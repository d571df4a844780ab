"""What autosave keeps over time: every state comes back word for word, and takes little room."""

from __future__ import annotations

import random
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.domain.article import Content
from newsroom.domain.errors import NotFound
from newsroom.domain.ids import ArticleId
from newsroom.domain.moments import Moment
from newsroom.store import deltas
from newsroom.store.folder import FILE
from newsroom.store.library import Library
from tests.support.ledger import at, revision_entry
from tests.support.stories import AN_ARTICLE, a_content

ANOTHER = ArticleId("b" * 20)
WORDS = ("river", "night", "snow", "road", "bridge", "council", "water", "farm", "sheep", "wind")


def save(
    library: Library, content: Content, minute: float, article: ArticleId = AN_ARTICLE
) -> None:
    with library.writing() as work:
        work.save_draft(article, content, at(0) + timedelta(minutes=minute))
        work.commit()


def moments(library: Library, article: ArticleId = AN_ARTICLE) -> tuple[Moment, ...]:
    with library.reading() as view:
        return view.moments(article)


def bodies(library: Library) -> list[str]:
    with library.reading() as view:
        kept = view.moments(AN_ARTICLE)
        return [view.moment_story(one.number).content.body for one in kept]


def rows(library: Library, table: str) -> int:
    with closing(sqlite3.connect(library.folder / FILE)) as connection:
        (count,) = connection.execute(f"SELECT count(*) FROM {table}").fetchone()
    return int(count)


def prose(words: int, seed: int = 7) -> str:
    chance = random.Random(seed)
    lines = [" ".join(chance.choices(WORDS, k=45)) for _ in range(words // 45)]
    return "\n\n".join(lines) + "\n"


def test_what_nobody_has_changed_needs_no_state(library: Library) -> None:
    save(library, Content(), 0)
    assert moments(library) == ()


def test_every_save_is_a_state_and_the_first_is_what_stood_before(library: Library) -> None:
    for minute, body in enumerate(("", "One.\n", "One. Two.\n")):
        save(library, Content(body=body), minute)
    assert bodies(library) == ["", "One.\n", "One. Two.\n"]
    assert [one.words for one in moments(library)] == [0, 1, 2]
    assert [one.at for one in moments(library)] == [at(0), at(1), at(2)]


def test_the_first_state_of_an_approved_story_is_its_revision(library: Library) -> None:
    with library.writing() as work:
        work.add(revision_entry(AN_ARTICLE, a_content(body="As signed.\n"), 1))
        work.commit()
    save(library, a_content(body="As changed.\n"), 9)
    assert bodies(library) == ["As signed.\n", "As changed.\n"]


def test_a_save_that_changes_nothing_is_no_state(library: Library) -> None:
    for minute, body in enumerate(("", "One.\n", "One.\n")):
        save(library, Content(body=body), minute)
    assert len(moments(library)) == 2


def test_every_field_comes_back(library: Library) -> None:
    save(library, Content(), 0)
    whole = replace(a_content(), sources=("Ғылым",), tags=("Әже", "ёлка"), slug="x", embargo=at(3))
    save(library, whole, 1)
    save(library, Content(), 2)
    with library.reading() as view:
        assert view.moment_story(moments(library)[1].number).content == whole


def test_a_great_cut_holds_what_stood_before(library: Library) -> None:
    for minute, body in enumerate(("", prose(90), "One.\n")):
        save(library, Content(body=body), minute)
    assert [one.held for one in moments(library)] == [False, True, False]


def test_states_that_are_dropped_take_their_base_with_them(library: Library) -> None:
    for minute in range(40):
        save(library, Content(body=prose(450, seed=minute)), minute)
    save(library, Content(), 0, ANOTHER)
    save(library, Content(body="Other.\n"), 1, ANOTHER)
    before = bodies(library)
    assert rows(library, "state_bases") > 10
    with library.writing() as work:
        work.drop_states(AN_ARTICLE, {one.number for one in moments(library)[:-1]})
        work.commit()
    assert bodies(library) == before[-1:]
    assert rows(library, "state_bases") == 2
    assert len(moments(library, ANOTHER)) == 2


def test_a_state_that_was_dropped_is_not_found(library: Library) -> None:
    save(library, Content(), 0)
    save(library, Content(body="One.\n"), 1)
    number = moments(library)[0].number
    with library.writing() as work:
        work.drop_states(AN_ARTICLE, {number})
        work.commit()
    with library.reading() as view, pytest.raises(NotFound):
        view.moment_story(number)


def test_states_end_with_their_article(library: Library) -> None:
    save(library, Content(), 0)
    save(library, Content(body="One.\n"), 1)
    with library.writing() as work:
        work.drop_draft(AN_ARTICLE)
        work.commit()
    assert rows(library, "states") == rows(library, "state_bases") == 0


def test_a_rebuild_keeps_every_state(library: Library) -> None:
    save(library, Content(), 0)
    save(library, Content(body="One.\n"), 1)
    before = moments(library)
    library.rebuild()
    assert moments(library) == before


def test_what_was_written_since_a_time_is_named_once_last_first(library: Library) -> None:
    for article, minute in ((AN_ARTICLE, 1), (ANOTHER, 5)):
        save(library, Content(), minute, article)
        save(library, Content(body="One.\n"), minute + 1, article)
        save(library, Content(body="Two.\n"), minute + 2, article)
    with library.reading() as view:
        named = [(one.article, one.at) for one in view.written_since(at(2))]
        assert named == [(ANOTHER, at(7)), (AN_ARTICLE, at(3))]
        assert [one.article for one in view.written_since(at(4))] == [ANOTHER]
        assert view.articles_with_states("", 1) == [AN_ARTICLE]
        assert view.articles_with_states(AN_ARTICLE, 5) == [ANOTHER]


@pytest.mark.parametrize("words", [450, 4_500])
def test_an_hour_of_typing_takes_little_room(library: Library, words: int) -> None:
    """A state costs some hundred bytes, however long the story: not the story again each time."""
    body = prose(words)
    middle = len(body) // 2
    save(library, Content(body=body), 0)
    before = (library.folder / FILE).stat().st_size
    typing, typed = prose(450, seed=9).replace("\n", " "), 0
    with library.writing() as work:
        for number in range(120):
            typed += 4
            text = body[:middle] + typing[:typed] + body[middle:]
            work.save_draft(AN_ARTICLE, Content(body=text), at(1) + timedelta(seconds=number))
        work.commit()
    with closing(sqlite3.connect(library.folder / FILE)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    grown = (library.folder / FILE).stat().st_size - before
    assert len(moments(library)) == 121
    assert grown / 120 < 1_200


LONG = prose(9_000).encode()
texts = st.text(alphabet="ab \nӘ", max_size=60)


@given(base=texts, text=texts)
def test_a_difference_gives_the_text_back(base: str, text: str) -> None:
    one, other = base.encode(), text.encode()
    assert deltas.restored(one, deltas.difference(one, other)) == other
    assert deltas.unpacked(deltas.packed(one)) == one


@given(edits=st.lists(st.tuples(st.integers(0, 400_000), texts), max_size=4))
def test_edits_in_a_long_text_give_it_back(edits: list[tuple[int, str]]) -> None:
    base = LONG
    text = base
    for place, words in edits:
        text = text[:place] + words.encode() + text[place + 7 :]
    assert deltas.restored(base, deltas.difference(base, text)) == text


def test_the_law_of_order_holds_for_numbers_too(library: Library) -> None:
    for minute in range(5):
        save(library, Content(body=f"{minute}.\n"), minute)
    numbers = [one.number for one in moments(library)]
    assert all(one < other for one, other in pairwise(numbers))
