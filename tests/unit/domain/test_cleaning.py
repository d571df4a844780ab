"""Cleaning what a file says: what each step does, and what it leaves alone."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.domain.cleaning import STEPS, cleaned, reason_of
from newsroom.domain.credit_forms import filled
from newsroom.domain.house import Wording
from newsroom.domain.house_pictures import Agency, PictureRules
from newsroom.domain.picture import Cleaned, CreditRecord
from tests.support.records import records
from tests.support.stories import a_house

HOUSE = PictureRules(
    agencies=(Agency("QazPhoto", ("Qaz Photo", "КазФото")), Agency("A.F.P.", ("AFP",)))
)
PLAIN = PictureRules()


@pytest.mark.parametrize(
    ("credit", "after"),
    [
        ("Photo: Aidar Kim", "Aidar Kim"),
        ("Фото: Айдар Ким", "Айдар Ким"),
        ("Сурет: Айдар Ким", "Айдар Ким"),
        ("photo by Aidar Kim", "Aidar Kim"),
        ("Photo courtesy of the ministry", "the ministry"),
        ("© Aidar Kim", "Aidar Kim"),
        ("(c) 2024 Aidar Kim", "Aidar Kim"),
        ("(С) Айдар Ким", "Айдар Ким"),
        ("Photo: © 2023-2024 Photo: Aidar Kim", "Aidar Kim"),
        ("  Aidar   Kim ", "Aidar Kim"),
        ("Agence France-Presse", "AFP"),
        ("REUTERS", "Reuters"),
        ('Newspaper "Day"', "Newspaper “Day”"),
        ('Газета "День"', "Газета «День»"),
    ],
)
def test_a_credit_is_cleaned(credit: str, after: str) -> None:
    assert cleaned(CreditRecord(credit=credit), PLAIN, names_maker=True)[0].credit == after


@pytest.mark.parametrize(
    "credit",
    [
        "Photo:",
        "©",
        "Photographers without Borders",
        "Фотография года",
        "Imageworks / Kim",
        "Kim/Lee",
        "Reuters Institute",
        "O'Neil \"",
        "Photo Archive / QZ",
    ],
)
def test_what_only_looks_like_it_is_left_alone(credit: str) -> None:
    record = CreditRecord(credit=credit)
    assert cleaned(record, PLAIN, names_maker=True) == (record, ())


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (
            {"credit": "Aidar Kim/AFP"},
            {"creator": ("Aidar Kim",), "credit": "AFP", "source": "AFP"},
        ),
        (
            {"credit": "Photo: Kim / Lee / Getty", "source": "Getty Images"},
            {"creator": ("Kim", "Lee"), "credit": "Getty Images", "source": "Getty Images"},
        ),
        (
            {"creator": ("Aidar Kim / Reuters",)},
            {"creator": ("Aidar Kim",), "credit": "Reuters", "source": "Reuters"},
        ),
        (
            {"creator": ("Somebody Else",), "credit": "Aidar Kim/AFP"},
            {"creator": ("Somebody Else",), "credit": "Aidar Kim/AFP"},
        ),
    ],
)
def test_a_maker_and_an_agency_are_parted(given: dict[str, Any], expected: dict[str, Any]) -> None:
    assert cleaned(CreditRecord(**given), PLAIN, names_maker=True)[0] == CreditRecord(**expected)


@pytest.mark.parametrize(
    ("given", "credit", "makers"),
    [
        ({"credit": "Aidar Kim/AFP"}, "Aidar Kim/AFP", ("Aidar Kim",)),
        ({"creator": ("Aidar Kim / Reuters",)}, "Aidar Kim / Reuters", ("Aidar Kim",)),
        ({"creator": ("Kim / AP",), "credit": "AP"}, "AP", ("Kim",)),
    ],
)
def test_a_house_that_prints_no_makers_goes_on_printing_both(
    given: dict[str, Any], credit: str, makers: tuple[str, ...]
) -> None:
    record, _ = cleaned(CreditRecord(**given), PLAIN, names_maker=False)
    assert (record.credit, record.creator) == (credit, makers)
    assert filled(("Photo: {credit}",), record) == f"Photo: {credit}"
    assert cleaned(record, PLAIN, names_maker=False) == (record, ())


def test_a_house_names_makers_where_each_of_its_languages_does() -> None:
    forms = ("{creator} / {credit}",)
    assert not a_house(credit_forms=(), wordings={}).names_maker
    assert a_house(credit_forms=forms, wordings={"ru": Wording()}).names_maker
    plain = Wording(credit_prefix="Фото: ")
    assert not a_house(credit_forms=forms, wordings={"ru": plain}).names_maker


def test_the_house_spells_its_agencies() -> None:
    record, done = cleaned(CreditRecord(credit="КазФото", source="AFP"), HOUSE, names_maker=True)
    assert (record.credit, record.source) == ("QazPhoto", "A.F.P.")
    assert done == (
        Cleaned("spelling", "credit", "КазФото"),
        Cleaned("spelling", "source", "AFP"),
    )


def test_every_step_says_why() -> None:
    assert len({step.id for step in STEPS}) == len(STEPS)
    assert all(reason_of(step.id) == step.reason and step.reason.endswith(".") for step in STEPS)
    assert reason_of("of a later version") == ""


@given(
    records(st.sampled_from(["Photo: ", "© Kim / AFP", "(c)", "", ' "a" ', "Getty/AP", "\u04d8"])),
    st.booleans(),
)
def test_cleaning_twice_is_the_same_as_once_and_empties_nothing(
    record: CreditRecord, names_maker: bool
) -> None:
    once, _ = cleaned(record, HOUSE, names_maker=names_maker)
    assert cleaned(once, HOUSE, names_maker=names_maker) == (once, ())
    for name in ("credit", "source", "copyright", "creator"):
        assert bool(getattr(once, name)) >= bool(getattr(record, name))


WORDS = st.sampled_from(["Photo: Kim", "© Kim / AFP", "", "Getty/AP", "Kim"])


@given(records(WORDS), st.sets(st.sampled_from(("credit", "creator", "source"))))
def test_a_person_s_own_words_stay_whatever_is_fresh(record: CreditRecord, fresh: set[str]) -> None:
    after, done = cleaned(record, HOUSE, fresh, names_maker=True)
    for name in ("credit", "creator", "source", "copyright", "copyright_owner"):
        if name not in fresh and getattr(record, name):
            assert getattr(after, name) == getattr(record, name)
            assert name not in {one.field for one in done}


def test_a_fresh_credit_still_brings_its_maker() -> None:
    after, _ = cleaned(
        CreditRecord(credit="Aidar Kim/AFP", headline="Mine"), PLAIN, {"credit"}, names_maker=True
    )
    assert (after.creator, after.credit, after.headline) == (("Aidar Kim",), "AFP", "Mine")
