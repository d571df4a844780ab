"""Pictures by the hundred: every filter, page by page, and counted by itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from newsroom.domain.picture import Claim, Disagreement, Picture, RightsPeriod
from newsroom.domain.summary import PictureQuery, PictureSort, PictureSummary
from newsroom.domain.times import from_iso
from newsroom.store import picture_orders, picture_words
from newsroom.store.library import Library
from newsroom.store.view import View
from tests.support.ledger import add_all, body_with, picture_entry, read_body, revision_entry
from tests.support.stories import AN_ARTICLE, a_content, a_picture

CROWD = 150
PAGE = 7

NO_DAY = "31.12.2026"
"""What a file may say; nobody can tell whether it is past."""


TAKEN = (
    "2023-05-02T23:00:00+06:00",
    "",
    "2023-05-02T17:30:00Z",
    "2023-05-02T16:59:59",
    "2021-01-05",
    "nonsense",
    "2024-02-29T00:10:00-05:00",
)


def picture(number: int) -> Picture:
    """Build one of many: some uncredited, some in dispute, some whose rights end."""
    ends = f"2026-05-{number % 28 + 1:02}" if number % 3 == 0 else ""
    ends = NO_DAY if number % 30 == 0 else ends
    made = a_picture(
        f"{number}.jpg",
        credit="" if number % 5 == 0 else f"Agency {number % 4}",
        rights=RightsPeriod(ends=ends),
        created=TAKEN[number % len(TAKEN)],
    )
    claims = (Claim("XMP", "One"), Claim("IIM", "Two"))
    dispute = (Disagreement("credit", claims),) if number % 7 == 0 else ()
    return replace(made, disagreements=dispute)


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    folder: Path = tmp_path_factory.mktemp("pictures") / "library"
    pictures = [picture(number) for number in range(CROWD)]
    with Library.create(folder, read_body) as library:
        # Several come in the same minute, as a folder of them does.
        add_all(library, (picture_entry(one, n // 9) for n, one in enumerate(pictures)))
        body = body_with(*pictures[::2])
        add_all(library, [revision_entry(AN_ARTICLE, a_content(body=body))])
        yield library


@pytest.fixture
def view(crowded: Library) -> Iterator[View]:
    with crowded.reading() as view:
        yield view


def rights_end(one: PictureSummary) -> bool:
    ends = one.picture.record.rights.ends
    return ends == NO_DAY or "" < ends <= "2026-05-14"


FILTERS: dict[str, tuple[PictureQuery, Callable[[PictureSummary], bool]]] = {
    "all": (PictureQuery(), bool),
    "missing credit": (
        PictureQuery(missing_credit=True),
        lambda one: not one.picture.record.credit,
    ),
    "disputed": (PictureQuery(disputed=True), lambda one: bool(one.picture.disagreements)),
    "unused": (PictureQuery(unused=True), lambda one: not one.uses),
    "rights ending": (PictureQuery(ends_by="2026-05-14"), rights_end),
    "search": (
        PictureQuery(search="BRIDGE 7.jpg"),
        lambda one: "7.jpg" in one.picture.file_name,
    ),
    "search for two letters": (
        PictureQuery(search="7."),
        lambda one: "7.jpg" in one.picture.file_name,
    ),
    "search for words": (
        PictureQuery(search="gency jpg 3"),
        lambda one: (
            "3" in one.picture.file_name + one.picture.record.credit
            and bool(one.picture.record.credit)
        ),
    ),
    "several": (
        PictureQuery(ends_by="2026-05-14", missing_credit=True),
        lambda one: rights_end(one) and not one.picture.record.credit,
    ),
}


@pytest.mark.parametrize("name", FILTERS)
def test_a_filter_is_told_page_by_page_without_a_gap_and_counted(view: View, name: str) -> None:
    query, belongs = FILTERS[name]
    expected = [one for one in view.pictures(PictureQuery()) if belongs(one)]
    assert len(expected) >= 3
    assert list(view.pictures(query)) == expected
    assert view.count_pictures(query) == len(expected)
    pages: list[PictureSummary] = []
    page = view.pictures(replace(query, limit=PAGE))
    while page:
        pages += page
        page = view.pictures(replace(query, limit=PAGE, after=page[-1].place))
    assert pages == expected


@pytest.mark.parametrize("few", [0, 1, CROWD])
def test_a_search_finds_the_same_whether_few_or_many_have_it(
    view: View, monkeypatch: pytest.MonkeyPatch, few: int
) -> None:
    monkeypatch.setattr(picture_words, "FEW", few)
    for words in ("agency", "gency 2", "17.jpg", "nowhere", "agency 3 33.jpg"):
        found = view.pictures(PictureQuery(search=words))
        expected = [
            one
            for one in view.pictures(PictureQuery())
            if all(
                word in f"{one.picture.file_name} {one.picture.record.credit}".casefold()
                for word in words.split()
            )
        ]
        assert list(found) == expected


@pytest.mark.parametrize(
    "words", ['"', '""" OR', "*", "a:b", "NEAR(a b)", "%%%", "\0\0\0", "'; --"]
)
def test_any_text_can_be_searched_for(view: View, words: str) -> None:
    assert view.pictures(PictureQuery(search=words)) == ()


def test_a_search_follows_a_record_and_a_rebuild(tmp_path: Path) -> None:
    one = a_picture("a.jpg", credit="Zeppelin")
    other = replace(one, record=replace(one.record, credit="Lighthouse"))
    with Library.create(tmp_path / "library", read_body) as library:
        add_all(library, [picture_entry(one, 1), picture_entry(other, 2)])
        for _ in range(2):
            with library.reading() as view:
                assert view.pictures(PictureQuery(search="zeppelin")) == ()
                assert [s.picture for s in view.pictures(PictureQuery(search="ighthous"))] == [
                    other
                ]
            library.rebuild()


def test_what_is_added_above_moves_no_page(tmp_path: Path) -> None:
    with Library.create(tmp_path / "library", read_body) as library:
        add_all(library, (picture_entry(picture(number), number) for number in range(12)))
        with library.reading() as view:
            first = view.pictures(PictureQuery(limit=5))
            second = view.pictures(PictureQuery(limit=5, after=first[-1].place))
        add_all(library, [picture_entry(picture(99), 99)])
        with library.reading() as view:
            assert view.pictures(PictureQuery(limit=5, after=first[-1].place)) == second


def newest(one: PictureSummary) -> Any:
    return -one.added.timestamp(), [-ord(c) for c in one.picture.id]


def taken(one: PictureSummary) -> float | None:
    found = from_iso(one.picture.record.created)
    return found.timestamp() if found else None


ORDERS: dict[PictureSort, Callable[[PictureSummary], Any]] = {
    PictureSort.ADDED: newest,
    PictureSort.OLDEST: lambda one: (one.added, one.picture.id),
    PictureSort.ENDS: lambda one: (
        not one.picture.record.rights.ends,
        one.picture.record.rights.ends.replace(NO_DAY, ""),
        newest(one),
    ),
    PictureSort.TAKEN: lambda one: (taken(one) is None, -(taken(one) or 0), newest(one)),
    PictureSort.FIRST_TAKEN: lambda one: (taken(one) is None, taken(one) or 0, newest(one)),
}


@pytest.mark.parametrize("sort", PictureSort)
@pytest.mark.parametrize("name", ["all", "missing credit"])
def test_an_order_is_told_page_by_page_and_says_where_each_stands(
    view: View, sort: PictureSort, name: str
) -> None:
    query = replace(FILTERS[name][0], sort=sort)
    expected = sorted(view.pictures(FILTERS[name][0]), key=ORDERS[sort])
    starts = range(0, len(expected), PAGE)
    pages = [view.pictures(replace(query, limit=PAGE, offset=start)) for start in starts]
    assert [one for page in pages for one in page] == expected
    names = tuple(one.picture.id for one in expected)
    assert view.listed_pictures(query) == names
    absent = picture(CROWD + 1).id
    asked = [*names[::9], absent]
    assert view.picture_places(query, asked) == {one: names.index(one) for one in names[::9]}


def test_none_but_some_pictures_are_listed_however_many(view: View) -> None:
    some = view.listed_pictures(PictureQuery())[::3]
    many = (*some, *(picture(CROWD + number).id for number in range(2000)))
    assert view.listed_pictures(PictureQuery(among=many)) == some
    assert view.count_pictures(PictureQuery(among=many)) == len(some)
    assert view.pictures(PictureQuery(among=())) == ()


@pytest.mark.parametrize(
    ("created", "told"),
    [
        ("2023-05-02T14:07:33+06:00", "2023-05-02T08:07:33"),
        ("2023-05-02T14:07:33", "2023-05-02T14:07:33"),
        ("2023-05-02T14:07", "2023-05-02T14:07:00"),
        ("0050-05-02T14:07:33", "0050-05-02T14:07:33"),
        *((text, text) for text in ("2023", "2023-05", "2023-05-02", "")),
        *(
            (text, "")
            for text in ("yesterday", "<script>", "0001-01-01T00:00:00+14:00", "２０２３")
        ),
    ],
)
def test_a_date_is_told_so_that_it_sorts(created: str, told: str) -> None:
    assert picture_orders.taken_at(created) == told
