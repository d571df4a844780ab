"""Every place fits into a small window: nothing overlaps, nothing stands outside."""

from __future__ import annotations

import shutil
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QRect, QTimer
from PySide6.QtWidgets import QWidget

from newsroom.desk import reviewing
from newsroom.domain.changes import Changes
from newsroom.domain.errors import Refused
from newsroom.domain.ids import PictureId
from newsroom.ui import thumbnails
from newsroom.ui.frame.places import Place
from newsroom.ui.thumbnails import Thumbnails
from tests.ui.shell.conftest import Stage, a_lead, write


def rect(part: QWidget, within: QWidget) -> QRect:
    return QRect(part.mapTo(within, QPoint(0, 0)), part.size())


@pytest.mark.parametrize("size", [(1440, 900), (1100, 700), (900, 640)])
def test_panes_stand_side_by_side_in_a_window_of_any_size(
    stage: Stage, size: tuple[int, int]
) -> None:
    article = write(stage.desk, "Snow", lead=a_lead(stage.desk))
    reviewing.submit(stage.desk, article)
    stage.window.resize(*size)
    for place in Place:
        stage.window.show_place(place)
        pane = stage.window.pane(place)
        stage.until(lambda pane=pane: not stage.lanes.busy and pane.isVisible())
        least = pane.minimumSizeHint()
        assert least.height() <= pane.height(), place
        shown = [rect(one, pane) for one in getattr(pane, "panes", lambda: [])()]
        for left, right in pairwise(shown):
            assert left.right() < right.left(), place
        for one in shown:
            assert pane.rect().contains(one), place


def test_the_report_takes_turns_with_the_export_in_a_narrow_window(stage: Stage) -> None:
    publish = stage.room.panes.publish
    stage.window.show_place(Place.PUBLISH)
    stage.window.resize(900, 640)
    stage.until(lambda: not publish.report.isVisible())
    assert publish.export_button.isVisible()
    stage.window.resize(1100, 700)
    stage.until(publish.report.isVisible)
    assert len(publish.panes()) == 3


def test_a_picture_that_could_not_be_read_is_asked_for_again(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(thumbnails, "AGAIN_MS", 0)
    lead = a_lead(stage.desk)
    originals = stage.desk.library.folder / "pictures"
    away = originals.rename(originals.with_name("away"))
    kept = Thumbnails(stage.link)
    told: list[str] = []
    kept.arrived.connect(told.append)
    assert kept.pixmap(lead.picture) is None
    stage.until(lambda: told != [])
    away.rename(originals)

    def drawn() -> bool:
        return kept.pixmap(lead.picture) is not None

    stage.until(drawn)


def test_a_damaged_picture_is_not_asked_for_without_end(stage: Stage) -> None:
    lead = a_lead(stage.desk)
    asked: list[object] = []
    kept = Thumbnails(stage.link)
    kept.arrived.connect(asked.append)
    for path in (stage.desk.library.folder / "pictures").rglob("*"):
        if path.is_file():
            path.chmod(0o644)
            path.write_bytes(b"no picture")
    shutil.rmtree(stage.desk.tools.cache, ignore_errors=True)
    failures: list[Exception] = []
    stage.link.thumbnail(lead.picture, thumbnails.SIDE, asked.append, failures.append)
    stage.until(lambda: failures != [])
    assert isinstance(failures[0], Refused)
    assert kept.pixmap(lead.picture) is None
    stage.until(lambda: not stage.lanes.busy)
    assert asked == []


def test_a_picture_that_the_library_lacks_is_asked_for_when_there_is_news_of_it(
    stage: Stage,
) -> None:
    name = PictureId("0123456789abcdef0123")
    kept = Thumbnails(stage.link, stage.window)
    told: list[str] = []
    kept.arrived.connect(told.append)
    assert kept.pixmap(name) is None
    stage.until(lambda: not stage.lanes.busy and not waits(kept))
    stage.link.changed.emit(Changes(pictures=frozenset({PictureId("another")})), None)
    assert told == []
    stage.link.changed.emit(Changes(pictures=frozenset({name})), None)
    assert told == [name]
    assert kept.pixmap(name) is None
    assert waits(kept)
    stage.until(lambda: not stage.lanes.busy and not waits(kept))


def waits(kept: Thumbnails) -> bool:
    """Whether something is to be asked for by and by."""
    return any(timer.isActive() for timer in kept.findChildren(QTimer))
