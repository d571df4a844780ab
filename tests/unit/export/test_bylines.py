"""Names out of bylines and sources."""

from __future__ import annotations

import pytest

from newsroom.export.bylines import Name, Source, authors, source
from tests.unit.export.samples import ferry_post


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("Dana", ["Dana"]),
        ("Dana Omar, Timur Bek and Saule Nur", ["Dana Omar", "Timur Bek", "Saule Nur"]),
        ("Dana, and Timur", ["Dana", "Timur"]),
        ("Анна Ли и Ирина Котова", ["Анна Ли", "Ирина Котова"]),
        ("Айгерім және Данияр", ["Айгерім", "Данияр"]),
        ("Sandy Anderson", ["Sandy Anderson"]),
        ("Dana & Timur; Saule", ["Dana", "Timur", "Saule"]),
    ],
)
def test_each_person_is_one_name(byline: str, names: list[str]) -> None:
    assert authors(byline, ferry_post()) == tuple(Name(name, False) for name in names)


@pytest.mark.parametrize("byline", ["FerryPost", "ferrypost ", "The Ferry Post"])
def test_the_house_is_known_by_both_its_names(byline: str) -> None:
    assert authors(byline, ferry_post()) == (Name(byline.strip(), True),)


def test_a_house_whose_name_holds_a_conjunction_is_not_cut() -> None:
    house = ferry_post(name="Bank and River", short_name="")
    assert authors("Bank and River", house) == (Name("Bank and River", True),)


@pytest.mark.parametrize("byline", ["", "  ", ","])
def test_an_empty_byline_is_the_house_s(byline: str) -> None:
    assert authors(byline, ferry_post()) == (Name("The Ferry Post", True),)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Road office", Source("Road office", "")),
        ("https://a.example/b", Source("https://a.example/b", "https://a.example/b")),
        ("Road office: https://a.example", Source("Road office", "https://a.example")),
        ("Road office javascript:alert(1)", Source("Road office javascript:alert(1)", "")),
    ],
)
def test_a_source_may_end_with_its_address(text: str, expected: Source) -> None:
    assert source(text) == expected
