"""Finding articles by any text, drafts of this second included."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from newsroom.domain.ids import ArticleId
from newsroom.domain.summary import ArticleQuery
from newsroom.domain.workflow import State
from newsroom.store.folder import FILE
from newsroom.store.library import Library
from tests.support.ledger import at, body_with, picture_entry, revision_entry
from tests.support.stories import a_content, a_figure, a_picture

EN, RU, KK = (ArticleId(digit * 20) for digit in "123")
NAMES = {EN: "en", RU: "ru", KK: "kk"}


def fill(library: Library, *, typing: ArticleId | None = None) -> None:
    """Add three articles, one of which may be a draft that the index has not seen."""
    picture = a_picture(credit="Aidar Omarov / Lens House")
    contents = {
        EN: a_content(
            headline="Councillors approved “C-17” bridges",
            standfirst="Café owners are unhappy",
            byline="Daniyar O'Kenes",
            tags=("roadworks",),
            body=body_with(picture, text="Snow was melting quickly 🌊 on the river."),
            lead=a_figure(picture, caption="Sandbags were stacked"),
        ),
        RU: a_content(
            headline="Жители посёлков ждут помощи",
            standfirst="",
            byline="Ерлан Сәрсен",
            tags=(),
            body="Самолёты приземлились в аэропорту. За́мок закрыт.\n",
        ),
        KK: a_content(
            headline="Қала орталығындағы көпір",
            standfirst="",
            byline="Айгүл",
            tags=(),
            body="Өзен суы көтерілді, жолдар жабылды.\n",
        ),
    }
    with library.writing() as work:
        work.add(picture_entry(picture))
        for minute, (article, content) in enumerate(contents.items()):
            if article != typing:
                work.add(revision_entry(article, content, minute))
        if typing:
            work.save_draft(typing, contents[typing], at(list(contents).index(typing)))
        work.commit()


FOUND = {
    "": "kk ru en",
    "   ": "kk ru en",
    "bridge": "en",
    "BRIDGES approve": "en",
    "council": "en",
    "cafe": "en",
    "melt": "en",
    "roadwork": "en",
    "omarov lens": "en",
    "sandbag": "en",
    "ice": "en",
    "c-17": "en",
    "o'kenes": "en",
    "“C-17”": "en",
    "🌊": "en",
    "🌋": "",
    "поселки": "ru",
    "посёлка": "ru",
    "самолетами": "ru",
    "замок": "ru",
    "ЖИТЕЛЬ помощь": "ru",
    "аэроп": "ru",
    "житель bridge": "",
    "қала": "kk",
    "орталығы": "kk",
    "талығ": "kk",
    "Көпір өзен": "kk",
    "өз": "kk",
    "са": "ru",
    "zz": "",
    "айгүл": "kk",
    "absent": "",
}

HOSTILE = (
    '"', "'", '"""', "*", "a*", "AND", "OR NOT", "NEAR(a b)", "headline:bridge", "(", ")", "-x",
    "^x", "{a b}: c", "\\", "%", "_", "a_b", "\x00", "\ud800", "x\x00y", "'; DROP TABLE entries;--",
    "👩‍👩‍👧", "²", "𝒳𝒴", "ⅷⅷⅷ", "़", "a" * 5000, "word " * 300, "\u200b", "🌊" * 40, "ﷺ", "İ", "ß",
)  # fmt: skip


@pytest.mark.parametrize("typing", [None, EN, RU, KK])
def test_queries_find_what_they_should(library: Library, typing: ArticleId | None) -> None:
    fill(library, typing=typing)
    with library.reading() as view:
        found = {
            query: " ".join(NAMES[one.id] for one in view.articles(ArticleQuery(search=query)))
            for query in FOUND
        }
        counts = {query: view.count(ArticleQuery(search=query)) for query in FOUND}
    assert found == FOUND
    assert counts == {query: len(names.split()) for query, names in FOUND.items()}


@pytest.mark.parametrize("typing", [None, EN])
@pytest.mark.parametrize("query", HOSTILE)
def test_any_text_is_safe_as_a_query(
    library: Library, query: str, typing: ArticleId | None
) -> None:
    fill(library, typing=typing)
    with library.reading() as view:
        found = view.articles(ArticleQuery(search=query))
        assert len(found) == view.count(ArticleQuery(search=query))


def test_search_keeps_to_states_and_pages(library: Library) -> None:
    fill(library)
    with library.reading() as view:
        assert view.count(ArticleQuery("bridge", frozenset({State.PUBLISHED}))) == 0
        assert view.count(ArticleQuery("bridge", frozenset({State.DRAFT, State.STALE}))) == 1
        assert len(view.articles(ArticleQuery(search="", limit=2))) == 2


def test_words_that_were_deleted_are_no_longer_found(library: Library) -> None:
    fill(library)
    with library.writing() as work:
        work.save_draft(EN, a_content(headline="Glacier", body="Elsewhere.\n"), at(9))
        for settled in (False, True):
            if settled:
                work.settle()
            assert work.count(ArticleQuery(search="councillors")) == 0
            assert [one.id for one in work.articles(ArticleQuery(search="glaciers"))] == [EN]
        work.commit()


def test_a_draft_is_searched_as_it_is_saved_last(library: Library) -> None:
    fill(library)
    for number, word in enumerate(("glacier", "harbour", "glacier")):
        with library.writing() as work:
            work.save_draft(EN, a_content(headline=word, body="Elsewhere.\n"), at(9 + number))
            work.commit()
        with library.reading() as view:
            found = {
                sought: view.count(ArticleQuery(search=sought)) for sought in ("glacier", "harbour")
            }
        assert found == {"glacier": word == "glacier", "harbour": word == "harbour"}


def test_a_new_credit_is_found_in_every_story_that_uses_the_picture(library: Library) -> None:
    fill(library)
    with library.writing() as work:
        work.add(picture_entry(a_picture(credit="Someone Unheard-of"), 9))
        assert work.count(ArticleQuery(search="omarov")) == 0
        assert work.count(ArticleQuery(search="unheard")) == 1


def test_the_indexes_stay_sound(library: Library) -> None:
    fill(library)
    with library.writing() as work:
        work.save_draft(EN, a_content(), at(9))
        work.settle()
        work.drop_draft(EN)
        work.save_draft(ArticleId("4" * 20), a_content(), at(10))
        work.settle()
        work.drop_draft(ArticleId("4" * 20))
        work.commit()
    with closing(sqlite3.connect(library.folder / FILE)) as connection:
        for index in ("search_index",):
            connection.execute(f"INSERT INTO {index}({index}, rank) VALUES ('integrity-check', 1)")
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
