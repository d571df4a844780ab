"""The contact sheet: whole or not at all, in pages, of what is chosen or of all that is listed."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtPdf import QPdfDocument
from PySide6.QtTest import QTest

from newsroom.domain.picture import RightsPeriod
from newsroom.ui.pictures.chosen_bar import SHEET
from newsroom.ui.pictures.contact_sheet import ON_PAGE, lines_of, pages_of
from tests.support.picture_crowds import crowd_of_pictures
from tests.support.stories import a_picture
from tests.support.windows import answer, question
from tests.ui.pictures.conftest import Stage


def words_of(path: Path) -> list[str]:
    """Read the words of each page."""
    document = QPdfDocument()
    document.load(str(path))
    pages = [
        re.sub(r"\s+", " ", document.getAllText(page).text())
        for page in range(document.pageCount())
    ]
    document.close()
    return pages


def test_all_that_is_listed_is_written_page_by_page(stage: Stage, tmp_path: Path) -> None:
    crowd_of_pictures(stage.desk.library, 30)
    place = stage.open()
    path = tmp_path / "sheet.pdf"
    place.tool("sheet")
    answer(question(place), path)
    stage.settle()
    pages = words_of(path)
    assert len(pages) == pages_of(30) == 3
    for number, words in enumerate(pages, 1):
        assert f"Page {number} of 3" in words
    assert "000029.jpg" in pages[0]
    assert "000000.jpg" in pages[-1]
    assert sum(len(re.findall(r"\d{6}\.jpg", words)) for words in pages) == 30
    assert "Credit is missing" in " ".join(pages)
    assert place.grid.notice.words == "Contact sheet of 30 pictures written: sheet.pdf"
    assert list(tmp_path.glob("*.part")) == []


def test_several_that_are_chosen_are_written_alone(stage: Stage, tmp_path: Path) -> None:
    crowd_of_pictures(stage.desk.library, ON_PAGE * 2)
    place = stage.open()
    QTest.keyClick(place.grid.view, Qt.Key.Key_Home)
    QTest.keyClick(place.grid.view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert place.grid.bar.button(SHEET).isVisible()
    place.many.sheets.write(tmp_path / "two.pdf")
    stage.settle()
    (words,) = words_of(tmp_path / "two.pdf")
    assert re.findall(r"\d{6}\.jpg", words) == ["000023.jpg", "000022.jpg"]


def test_a_sheet_that_is_stopped_leaves_nothing(stage: Stage, tmp_path: Path) -> None:
    crowd_of_pictures(stage.desk.library, 200)
    place = stage.open()
    seen: list[str] = []
    (tmp_path / "sheet.pdf").write_bytes(b"the former one")
    place.many.sheets.write(tmp_path / "sheet.pdf")
    place.many.sheets.job.stepped.connect(lambda *step: seen.append(step[-1]))
    stage.wait(lambda: len(seen) > 3)
    assert "Contact sheet" in place.grid.sheet_strip.words
    QTest.mouseClick(place.grid.sheet_strip.cancel, Qt.MouseButton.LeftButton)
    stage.settle()
    assert len(seen) < 200
    assert (tmp_path / "sheet.pdf").read_bytes() == b"the former one"
    assert [path.name for path in tmp_path.glob(".sheet*")] == []
    assert place.grid.notice.words == "The contact sheet was stopped"
    assert place.grid.sheet_strip.isHidden()


def test_a_window_that_closes_waits_for_no_sheet(stage: Stage, tmp_path: Path) -> None:
    crowd_of_pictures(stage.desk.library, 300)
    place = stage.open()
    seen: list[str] = []
    place.many.sheets.write(tmp_path / "sheet.pdf")
    place.many.sheets.job.stepped.connect(lambda *step: seen.append(step[-1]))
    stage.wait(lambda: bool(seen))
    place.stop()
    stage.lanes.close()
    assert not (tmp_path / "sheet.pdf").exists()
    assert list(tmp_path.glob(".sheet*")) == []


def test_a_place_that_cannot_be_written_is_told(stage: Stage, tmp_path: Path) -> None:
    crowd_of_pictures(stage.desk.library, 3)
    place = stage.open()
    place.many.sheets.write(tmp_path / "absent" / "sheet.pdf")
    stage.settle()
    assert place.grid.notice.words.startswith("The contact sheet could not be written")
    assert stage.errors == []


def test_the_lines_say_credit_date_and_rights() -> None:
    rights = RightsPeriod(ends="2026-05-04")
    picture = a_picture(credit="AFP", created="2026-04-14T10:00", rights=rights, usage_terms="Once")
    soon = lines_of(picture, date(2026, 4, 28))
    assert soon == ("AFP", "14 April 2026", "Rights end 4 May. Once")
    assert lines_of(picture, date(2026, 3, 1))[-1] == "Rights until 4 May 2026. Once"
    assert lines_of(picture, date(2026, 6, 1))[-1] == "Rights ended 4 May. Once"
