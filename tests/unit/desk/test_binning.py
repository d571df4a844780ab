"""The bin: out of sight on this laptop, and gone for good only where nobody else knows of it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from newsroom.desk import binning, browsing, drafting, keeping, publishing, reviewing
from newsroom.desk.room import Desk
from newsroom.domain.errors import NotFound
from newsroom.domain.ids import ArticleId
from newsroom.domain.summary import ArticleQuery
from newsroom.domain.workflow import State
from tests.support.stories import a_content, a_house

BIN = ArticleQuery(binned=True)


@pytest.fixture
def desk(desk: Desk) -> Desk:
    keeping.change_house(desk, a_house(required=frozenset()))
    return desk


def write(desk: Desk, headline: str = "Snow") -> ArticleId:
    article = drafting.new_article(desk).article
    content = replace(a_content(), headline=headline, slug=f"s-{article[-4:]}")
    drafting.save_draft(desk, article, content)
    return article


def published(desk: Desk, out: Path) -> ArticleId:
    article = write(desk, "Read by many")
    reviewing.submit(desk, article)
    reviewing.approve(desk, article)
    publishing.export(desk, [article], out)
    return article


def listed(desk: Desk, query: ArticleQuery) -> list[ArticleId]:
    found = [one.id for one in browsing.articles(desk, query)]
    assert browsing.count(desk, query) == len(found)
    return found


def test_what_is_in_the_bin_is_in_no_list_and_no_search(desk: Desk) -> None:
    kept, gone = write(desk, "Harvest"), write(desk, "Glacier")
    moved = binning.put_in_bin(desk, [gone])
    assert moved.articles == (gone,)
    assert moved.changes.articles == {gone}
    assert listed(desk, ArticleQuery()) == [kept]
    assert listed(desk, ArticleQuery("glacier")) == []
    assert listed(desk, BIN) == [gone]
    assert listed(desk, ArticleQuery("glacier", binned=True)) == [gone]
    assert listed(desk, ArticleQuery("harvest", binned=True)) == []
    assert browsing.summary(desk, gone).binned is not None


def test_what_is_restored_is_as_it_was(desk: Desk) -> None:
    articles = [write(desk, f"Story {number}") for number in range(3)]
    before = browsing.articles(desk, ArticleQuery())
    binning.put_in_bin(desk, articles[:2])
    assert listed(desk, BIN) == [articles[1], articles[0]]
    assert binning.restore(desk, articles).articles == tuple(articles[:2])
    assert browsing.articles(desk, ArticleQuery()) == before


def test_what_went_to_the_bin_last_comes_first_there(desk: Desk) -> None:
    articles = [write(desk, f"Story {number}") for number in range(3)]
    for article in (articles[1], articles[2], articles[0]):
        binning.put_in_bin(desk, [article])
    assert listed(desk, BIN) == [articles[0], articles[2], articles[1]]


def test_the_bin_survives_rebuilding_writing_and_a_new_start(desk: Desk) -> None:
    article = write(desk)
    binning.put_in_bin(desk, [article])
    at = browsing.summary(desk, article).binned
    drafting.save_draft(desk, article, a_content(headline="Written on"))
    assert keeping.rebuild(desk).articles == 1
    assert listed(desk, BIN) == [article]
    assert browsing.summary(desk, article).binned == at


def test_a_published_story_is_refused_in_plain_words(desk: Desk, tmp_path: Path) -> None:
    article, draft = published(desk, tmp_path), write(desk)
    moved = binning.put_in_bin(desk, [article, draft])
    assert moved.articles == (draft,)
    assert [one.message for one in moved.refused] == [
        "“Read by many” has been published, so it cannot go to the bin."
    ]
    assert listed(desk, ArticleQuery()) == [article]


def test_a_story_that_others_know_is_hidden_here_only(desk: Desk) -> None:
    waiting, draft = write(desk), write(desk)
    reviewing.submit(desk, waiting)
    moved = binning.put_in_bin(desk, [waiting])
    assert moved.shared == (waiting,)
    assert listed(desk, ArticleQuery(states=frozenset({State.IN_REVIEW}))) == []
    assert binning.put_in_bin(desk, [draft]).shared == ()


def test_what_somebody_decides_about_comes_back(desk: Desk) -> None:
    article = write(desk)
    reviewing.submit(desk, article)
    binning.put_in_bin(desk, [article])
    reviewing.return_with_note(desk, article, "Who says so?")
    assert listed(desk, ArticleQuery()) == [article]


def test_only_a_draft_of_ones_own_in_the_bin_is_deleted_for_good(desk: Desk) -> None:
    draft, versioned, listed_one = write(desk), write(desk), write(desk)
    drafting.save_revision(desk, versioned)
    binning.put_in_bin(desk, [draft, versioned])
    gone = binning.delete_for_good(desk, [versioned, listed_one, draft])
    assert gone.articles == (draft,)
    assert [one.message.partition("” ")[2] for one in gone.refused] == [
        "has saved versions, which the newsroom keeps.",
        "is not in the bin.",
    ]
    assert listed(desk, BIN) == [versioned]
    with pytest.raises(NotFound):
        browsing.summary(desk, draft)
    drafting.save_draft(desk, draft, a_content())
    assert listed(desk, ArticleQuery()) == [draft, listed_one]
