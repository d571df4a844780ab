"""The page on paper: as many sheets as it needs, pictures and all, and the same in a file."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtPdf import QPdfDocument

from newsroom.desk import illustrating
from newsroom.domain.document import Figure
from newsroom.ui.preview.device_stage import DEVICES
from tests.support.images import encoded, scene
from tests.support.stories import a_story
from tests.ui.preview.conftest import Bench

LINE = "The river rose overnight and the road was closed at dawn. " * 6


def words(document: QPdfDocument) -> str:
    pages = range(document.pageCount())
    return " ".join(" ".join(document.getAllText(page).text() for page in pages).split())


def test_the_page_is_shown_as_printed_and_follows_the_words(bench: Bench) -> None:
    bench.wait_for(bench.pane.show_story(a_story(*[LINE] * 20, headline="On paper")))
    drawn: list[int] = []
    bench.pane.printed.drawn.connect(lambda: drawn.append(1))
    bench.hands.press(bench.pane, "Print view")
    bench.hands.until(lambda: drawn)
    document = bench.pane.printed.document
    assert document.pageCount() > 1
    assert "On paper" in words(document)
    assert "min read" not in words(document), "This line is hidden in print"
    bench.wait_for(bench.pane.show_story(a_story(LINE, headline="Shorter")))
    bench.hands.until(lambda: "Shorter" in words(bench.pane.printed.document))
    assert bench.pane.printed.document.pageCount() == 1
    bench.hands.press(bench.pane, "Print view")
    assert bench.pane.view.isVisible()


def test_a_pdf_is_written_with_every_picture(bench: Bench, tmp_path: Path) -> None:
    picture = illustrating.add_picture_bytes(bench.desk, encoded(scene(900, 600)), "a.jpg").picture
    figure = Figure(picture.id, "The river", "The river on Tuesday.")
    story = a_story(*[LINE] * 20, figure, pictures=[picture], headline="In a file")
    bench.wait_for(bench.pane.show_story(story))
    saved: list[Path] = []
    bench.pane.pdf_saved.connect(saved.append)
    bench.pane.write_pdf(tmp_path / "page.pdf")
    bench.hands.until(lambda: saved)
    document = QPdfDocument(bench.pane)
    document.load(str(tmp_path / "page.pdf"))
    assert "In a file" in words(document)
    widths = re.findall(rb"/Width (\d+)", (tmp_path / "page.pdf").read_bytes())
    assert max(map(int, widths), default=0) >= 480, "A picture below the fold is missing"
    size = document.pagePointSize(0)
    assert abs(size.width() - 595) < 2, "Not A4"
    assert abs(size.height() - 842) < 2, "Not A4"
    assert saved == [tmp_path / "page.pdf"]


def test_a_place_that_cannot_be_written_is_told(bench: Bench, tmp_path: Path) -> None:
    bench.wait_for(bench.pane.show_story(a_story()))
    bench.pane.write_pdf(tmp_path / "no such folder" / "page.pdf")
    bench.hands.until(lambda: bench.errors)
    assert "cannot be written" in str(bench.errors[0])


def test_paper_is_the_same_whatever_device_is_looked_at(bench: Bench, tmp_path: Path) -> None:
    bench.wait_for(bench.pane.show_story(a_story(*[LINE] * 20, headline="On paper")))
    found = []
    for device in DEVICES:
        bench.pane.choose_form(device.key)
        near = f"Math.abs(innerWidth - {device.width}) <= {device.width} / 100"
        bench.hands.until(lambda near=near: bench.ask(near) is True)
        saved: list[Path] = []
        bench.pane.pdf_saved.connect(saved.append)
        bench.pane.write_pdf(tmp_path / f"{device.key}.pdf")
        bench.hands.until(lambda saved=saved: saved)
        document = QPdfDocument(bench.pane)
        document.load(str(saved[0]))
        lines = document.getAllText(0).bounds()
        found.append(
            (document.pageCount(), round(lines[0].boundingRect().width()), words(document))
        )
    assert found[0] == found[1] == found[2]
