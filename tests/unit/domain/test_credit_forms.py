"""How a house writes a credit: forms as data, the fullest that fits."""

from __future__ import annotations

import pytest

from newsroom.domain.credit_forms import fault_in, filled
from newsroom.domain.house import Wording
from newsroom.domain.lines import credit_line
from newsroom.domain.picture import CreditRecord
from tests.support.stories import a_house

FORMS = ("Photo: {creator} / {credit}", "Photo: {credit}")
FOR = ("{creator} для {credit}", "{credit}")


@pytest.mark.parametrize(
    ("forms", "creator", "credit", "line"),
    [
        (FORMS, ("Aidar Kim",), "AFP", "Photo: Aidar Kim / AFP"),
        (FORMS, ("Aidar Kim", "Li Lee"), "AFP", "Photo: Aidar Kim, Li Lee / AFP"),
        (FORMS, (), "AFP", "Photo: AFP"),
        (FORMS, ("Aidar Kim",), "Aidar Kim / AFP", "Photo: Aidar Kim / AFP"),
        (FORMS, ("Aidar Kim",), "", ""),
        (FORMS, ("\x07",), "AFP", "Photo: AFP"),
        (FOR, ("Айдар Ким",), "QZ", "Айдар Ким для QZ"),
        (FORMS, ("{credit}",), "{creator}", "Photo: {credit} / {creator}"),
        ((), (), "AFP", "AFP"),
    ],
)
def test_the_first_form_that_fits(
    forms: tuple[str, ...], creator: tuple[str, ...], credit: str, line: str
) -> None:
    assert filled(forms, CreditRecord(creator=creator, credit=credit)) == line


def test_a_language_has_forms_of_its_own() -> None:
    house = a_house(credit_forms=FORMS, wordings={"ru": Wording(credit_forms=FOR), "kk": Wording()})
    record = CreditRecord(creator=("Айдар Ким",), credit="QZ")
    assert credit_line(record, house, "en") == "Photo: Айдар Ким / QZ"
    assert credit_line(record, house, "ru") == "Айдар Ким для QZ"
    assert credit_line(record, house, "kk") == "Photo: Айдар Ким / QZ"


def test_a_language_with_only_a_prefix_keeps_to_it() -> None:
    house = a_house(credit_forms=FORMS, wordings={"ru": Wording(credit_prefix="Фото: ")})
    record = CreditRecord(creator=("Айдар Ким",), credit="QZ")
    assert credit_line(record, house, "ru") == "Фото: QZ"


@pytest.mark.parametrize("form", ["Photo", "{creator}", "{credit} {year}"])
def test_a_form_that_cannot_be_used_is_told(form: str) -> None:
    assert fault_in(form)
    assert not fault_in("{creator} / {credit}")
