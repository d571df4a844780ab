"""The publish place on a real library and a real folder."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtWidgets import QLabel

from newsroom.desk import browsing, drafting, illustrating, publishing, reviewing
from newsroom.desk.agreeing import agreements
from newsroom.desk.foreseeing import Step, foresee
from newsroom.domain.ids import ArticleId
from newsroom.ui.frame.places import Place
from newsroom.ui.preview.preview_pane import PreviewPane
from newsroom.ui.publish import ready_model
from newsroom.ui.publish.agreement_table import AgreementTable
from newsroom.ui.publish.export_job import ExportJob
from newsroom.ui.publish.ready_model import STEP
from tests.ui.shell.conftest import WAIT, Stage, a_lead, write


def approved(stage: Stage, headline: str = "Snow") -> ArticleId:
    article = write(stage.desk, headline, lead=a_lead(stage.desk))
    reviewing.submit(stage.desk, article)
    reviewing.approve(stage.desk, article)
    return article


def exported(stage: Stage, out: Path) -> None:
    publish = stage.room.panes.publish
    stage.window.show_place(Place.PUBLISH)
    publish.list.model().refresh()
    publish.choose_folder(out)
    stage.until(lambda: publish.export_button.isEnabled() and not stage.lanes.busy)
    publish.export()
    stage.until(lambda: not publish.exporting and not stage.lanes.busy)


def words(stage: Stage) -> str:
    labels = stage.room.panes.publish.findChildren(QLabel)
    return "\n".join(one.text() for one in labels if one.isVisible())


def test_foresees_new_changed_and_unchanged_pages(stage: Stage, tmp_path: Path) -> None:
    article = approved(stage)
    out = tmp_path / "site"
    assert foresee(stage.desk, [article], out).pages[0].step is Step.NEW
    assert not out.exists()
    exported(stage, out)
    assert foresee(stage.desk, [article], out).pages[0].step is Step.SAME
    name = next(iter(browsing.story(stage.desk, article).pictures))
    record = browsing.picture(stage.desk, name).record
    illustrating.edit_record(stage.desk, name, replace(record, credit="Somebody else"))
    assert foresee(stage.desk, [article], out).pages[0].step is Step.UPDATE
    outlook = foresee(stage.desk, [], out)
    assert (outlook.pages, outlook.count(Step.SAME)) == ((), 1)


def test_the_list_says_what_an_export_would_do(stage: Stage, tmp_path: Path) -> None:
    approved(stage)
    exported(stage, tmp_path / "site")
    model = stage.room.panes.publish.list.model()
    assert model.index(0, 0).data(STEP) == Step.SAME


def test_reports_every_picture_in_all_three_places(stage: Stage, tmp_path: Path) -> None:
    article = approved(stage)
    exported(stage, tmp_path / "site")
    (found,) = agreements(stage.desk, [article], tmp_path / "site")
    assert found.credit == "Daniyar Kenes"
    assert found.places.all
    assert "All credits agree" in words(stage)
    assert "1 picture checked" in words(stage)


def test_files_of_a_picture_that_is_no_longer_used_are_told_of(
    stage: Stage, tmp_path: Path
) -> None:
    article = approved(stage)
    out = tmp_path / "site"
    exported(stage, out)
    assert "no page any more" not in words(stage)
    opened = drafting.open_article(stage.desk, article)
    drafting.save_draft(stage.desk, article, replace(opened.story.content, lead=None))
    reviewing.submit(stage.desk, article)
    reviewing.approve(stage.desk, article)
    exported(stage, out)
    assert f"{len(publishing.reopen(out).left_over)} picture files" in words(stage)
    assert "are shown by no page any more" in words(stage)


def test_a_credit_changed_in_the_page_alone_is_told(stage: Stage, tmp_path: Path) -> None:
    article = approved(stage)
    out = tmp_path / "site"
    exported(stage, out)
    page = next(out.rglob("index.html"))
    before, mark, after = page.read_text("utf-8").partition('<span class="credit">')
    assert mark
    page.write_text(before + mark + after.replace("Daniyar", "Danial", 1), "utf-8")
    (found,) = agreements(stage.desk, [article], out)
    assert (found.places.page, found.places.data, found.places.files) == (False, True, True)


def test_a_page_without_a_section_finds_its_style_sheet(stage: Stage) -> None:
    article = write(stage.desk, "Untold", section="")
    preview: PreviewPane = stage.room.panes.preview
    answers: list[object] = []
    preview.show_story(browsing.story(stage.desk, article))
    stage.until(lambda: preview.preview is not None and not stage.lanes.busy)
    assert preview.preview
    style = next(one for one in preview.preview.page.assets if one.path.suffix == ".css")
    preview._fetch(f"section/{style.path}", answers.append)
    stage.until(lambda: bool(answers))
    assert answers == [("text/css", style.data)]


def test_an_old_story_that_is_chosen_is_ticked_however_many_are_newer(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ready_model, "_LIMIT", 2)
    old = approved(stage, "Old")
    publishing.export(stage.desk, [old], stage.desk.library.folder.parent / "site")
    waiting = approved(stage, "Waiting")
    newer = [approved(stage, f"Newer {number}") for number in range(3)]
    publishing.export(stage.desk, newer, stage.desk.library.folder.parent / "site")
    for number in range(3):
        write(stage.desk, f"Draft {number}")
    stage.window.show_place(Place.PUBLISH)
    model = stage.room.panes.publish.list.model()
    assert isinstance(model, ready_model.ReadyModel)
    stage.until(lambda: model.chosen() == (waiting,))
    stage.room.panes.publish.choose([old, newer[0]])
    stage.until(lambda: set(model.chosen()) == {old, newer[0]})
    stage.write("Another draft")
    stage.until(lambda: not stage.lanes.busy)
    assert set(model.chosen()) == {old, newer[0]}


def test_a_story_that_goes_to_the_bin_is_not_exported(stage: Stage, tmp_path: Path) -> None:
    article, other = approved(stage), approved(stage, "Ice")
    publish = stage.room.panes.publish
    stage.window.show_place(Place.PUBLISH)
    publish.choose_folder(tmp_path / "site")
    stage.until(lambda: publish.list.model().rowCount() == 2 and not stage.lanes.busy)
    stage.room.many.bin((article,))
    stage.until(lambda: publish.list.model().rowCount() == 1 and not stage.lanes.busy)
    assert publish.list.model().chosen() == (other,)


def test_words_go_to_disk_and_articles_open_while_an_export_runs(
    stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = Event()
    step = ExportJob._step

    def held(job: ExportJob, done: int, total: int, label: str) -> None:
        assert gate.wait(WAIT / 1000)
        step(job, done, total, label)

    monkeypatch.setattr(ExportJob, "_step", held)
    approved(stage)
    other, third = stage.write("Ice"), stage.write("Wind")
    stage.open(other)
    publish = stage.room.panes.publish
    stage.window.show_place(Place.PUBLISH)
    publish.choose_folder(tmp_path / "site")
    stage.until(lambda: publish.export_button.isEnabled() and not stage.lanes.busy)
    publish.export()
    try:
        stage.window.show_place(Place.ARTICLES)
        stage.bot.keyClicks(stage.room.panes.editor.body, "Typed meanwhile. ")
        stage.room.desk.keeper.flush()
        stage.bot.waitUntil(lambda: not stage.room.desk.keeper.dirty)
        assert "Typed meanwhile." in stage.content(other).body
        stage.room.desk.open(third)
        stage.bot.waitUntil(lambda: stage.room.panes.editor.article == third)
        assert publish.exporting
    finally:
        gate.set()
    stage.until(lambda: not publish.exporting)
    assert (tmp_path / "site").is_dir()


@pytest.mark.parametrize("size", [(1440, 900), (1100, 700)])
def test_the_report_names_the_places_under_the_words_where_it_is_narrow(
    stage: Stage, tmp_path: Path, size: tuple[int, int]
) -> None:
    approved(stage)
    stage.window.resize(*size)
    exported(stage, tmp_path / "site")
    (table,) = stage.room.panes.publish.report.findChildren(AgreementTable)
    narrow = size[0] < 1440
    (row,) = table.rows
    stage.until(lambda: row.named.isVisible() is narrow and row.marks.isVisible() is not narrow)
