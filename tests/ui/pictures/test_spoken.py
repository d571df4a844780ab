"""What a screen reader says of the grid."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtGui import QAccessible

from newsroom.domain.picture import Claim, Disagreement, RightsPeriod
from newsroom.domain.summary import PictureSummary
from newsroom.ui.pictures.shelf import Shelf, Sieve, rights_of, spoken
from tests.support.ledger import at
from tests.support.stories import a_picture
from tests.ui.pictures.conftest import Stage

TODAY = date(2026, 4, 20)


@pytest.mark.parametrize(
    ("ends", "words"),
    [
        ("", ""),
        ("2026-04-19", "Rights ended 19 April"),
        ("2026-04-20", "Rights end 20 April"),
        ("2026-05-04", "Rights end 4 May"),
        ("2026-05-05", ""),
        ("2025-12-31", "Rights ended 31 December 2025"),
        ("whenever", ""),
    ],
)
def test_rights_are_told_when_they_end_within_fourteen_days(ends: str, words: str) -> None:
    assert rights_of(a_picture(rights=RightsPeriod(ends=ends)), TODAY) == words


def test_a_picture_speaks_its_marks_in_words() -> None:
    claims = (Claim("XMP", "One"), Claim("IIM", "Two"))
    picture = a_picture(
        caption="A bridge",
        credit="",
        rights=RightsPeriod(ends="2026-04-01"),
        disagreements=(Disagreement("credit", claims),),
    )
    shelf = Shelf(today=TODAY, alike=frozenset({picture.id}))
    assert spoken(PictureSummary(picture, 2, at(0)), shelf) == (
        "A bridge, credit is missing, rights ended 1 April, its file disagrees with itself, "
        "looks like another, used 2 times"
    )
    plain = PictureSummary(a_picture(caption="A bridge", credit="AFP"), 0, at(0))
    assert spoken(plain, Shelf(today=TODAY)) == "A bridge, AFP, not used"
    assert spoken(plain, Shelf(Sieve.BIN, today=TODAY)) == "A bridge, AFP, in the bin"


def test_cells_are_told_with_what_is_chosen(stage: Stage) -> None:
    stage.picture("bridge1.jpg", caption="Bridge", credit="")
    stage.picture("tower1.jpg", caption="Tower")
    place = stage.open()
    place.grid.view.setFocus()
    place.grid.view.selectAll()
    told = QAccessible.queryAccessibleInterface(place.grid.view)
    cells = [told.child(row) for row in range(told.childCount())]
    names = [cell.text(QAccessible.Text.Name) for cell in cells]
    assert names == [
        "Tower, Madina Tulegen, not used",
        "Bridge, credit is missing, not used",
    ]
    assert [cell.state().selected for cell in cells] == [1, 1]
    assert place.grid.chips[Sieve.MISSING].text().startswith("Missing credit")
    assert place.grid.sieves.order.accessibleName() == "Order: newest first"
