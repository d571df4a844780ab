"""The record: edits save themselves to the right picture and never fight with the person."""

from __future__ import annotations

import shutil

from PySide6.QtCore import Qt
from PySide6.QtGui import Qt as GuiQt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest

from newsroom.desk import browsing, illustrating
from newsroom.domain.workflow import State
from newsroom.ui.pictures.boxes import LineBox, TextBox
from newsroom.ui.pictures.pictures_place import PicturesPlace
from tests.ui.pictures.conftest import Stage

HOSTILE = '<b>Bold</b><img src="file:///etc/passwd"> & "Co" <script>alert(1)</script>'


def line(place: PicturesPlace, name: str) -> LineBox:
    box = place.detail.form.box(name)
    assert isinstance(box, LineBox)
    return box


def text(place: PicturesPlace, name: str) -> TextBox:
    box = place.detail.form.box(name)
    assert isinstance(box, TextBox)
    return box


def retype(box: LineBox, words: str) -> None:
    box.setFocus()
    box.selectAll()
    QTest.keyClicks(box, words)


def test_a_pause_saves_the_credit_and_the_footer_says_when(stage: Stage) -> None:
    bridge = stage.picture("bridge1.jpg")
    place = stage.open()
    place.show_picture(bridge)
    stage.settle()
    retype(line(place, "credit"), "Dana Kassym / The Steppe Courier")
    assert place.detail.saved_words == "Not saved yet"
    stage.wait(lambda: place.detail.saved_words.startswith("Saved "))
    assert stage.stored(bridge).record.credit == "Dana Kassym / The Steppe Courier"
    with stage.desk.library.reading() as view:
        saved = view.picture_history(bridge)[-1].time
    stage.settle()
    assert place.detail.saved_words.endswith(f"{saved.astimezone():%H:%M:%S}")


def test_leaving_a_field_saves_at_once_and_one_version_is_made(stage: Stage) -> None:
    bridge = stage.picture("bridge1.jpg")
    place = stage.open()
    place.show_picture(bridge)
    stage.settle()
    retype(line(place, "source"), "Road service")
    QTest.keyClick(line(place, "source"), Qt.Key.Key_Tab)
    stage.settle()
    assert line(place, "copyright").hasFocus()
    assert stage.stored(bridge).record.source == "Road service"
    assert len(browsing.picture_history(stage.desk, bridge)) == 2


def test_leaving_the_place_saves(stage: Stage) -> None:
    bridge = stage.picture("bridge1.jpg")
    place = stage.open()
    place.show_picture(bridge)
    stage.settle()
    retype(line(place, "place"), "Zharkent")
    place.hide()
    stage.settle()
    assert stage.stored(bridge).record.place == "Zharkent"


def test_every_field_reaches_its_own_place_in_the_record(stage: Stage) -> None:
    bridge = stage.picture("bridge1.jpg", credit="", alt="")
    place = stage.open()
    place.show_picture(bridge)
    stage.settle()
    for name in ("alt", "caption"):
        QTest.keyClicks(text(place, name), f"The {name} of it")
    QTest.keyClicks(line(place, "creator"), "Dana Kassym; Madina Tulegen ;")
    for name in ("credit", "source", "copyright", "usage_terms", "place"):
        QTest.keyClicks(line(place, name), f"The {name} of it")
    QTest.keyClicks(line(place, "web_statement"), "https://example.org/rights")
    QTest.keyClicks(line(place, "created"), "2026-04-14")
    place.flush()
    stage.settle()
    record = stage.stored(bridge).record
    assert record.creator == ("Dana Kassym", "Madina Tulegen")
    for name in ("alt", "caption", "credit", "source", "copyright", "usage_terms", "place"):
        assert getattr(record, name) == f"The {name} of it"
    assert (record.web_statement, record.created) == ("https://example.org/rights", "2026-04-14")


def test_a_changed_credit_is_in_the_grid_and_makes_an_approval_stale(stage: Stage) -> None:
    bridge = stage.picture("bridge1.jpg")
    article = stage.approved(bridge)
    place = stage.open()
    place.show_picture(bridge)
    stage.settle()
    assert [row.use.state for row in place.tools.uses.rows] == [State.APPROVED]
    moved: list[object] = []
    stage.link.changed.connect(lambda changes, _: moved.append(changes))
    retype(line(place, "credit"), "Dana Kassym")
    place.flush()
    stage.settle()
    assert place.grid.model.summary(0).picture.record.credit == "Dana Kassym"
    assert browsing.summary(stage.desk, article).state is State.STALE
    assert [row.use.state for row in place.tools.uses.rows] == [State.STALE]
    assert any(article in one.articles and bridge in one.pictures for one in moved)


def test_a_save_under_way_goes_to_the_picture_it_was_typed_for(stage: Stage) -> None:
    bridge, tower = stage.picture("bridge1.jpg"), stage.picture("tower1.jpg")
    place = stage.open()
    place.show_picture(bridge)
    stage.settle()
    gate = stage.hold_writes()
    retype(line(place, "credit"), "Of the bridge")
    place.show_picture(tower)
    retype(line(place, "credit"), "Of the tower")
    place.show_picture(bridge)
    assert line(place, "credit").text() == "Of the bridge"
    assert place.detail.saved_words != f"Saved {stage.link.now():%H:%M:%S}"
    gate.set()
    stage.settle()
    assert stage.stored(bridge).record.credit == "Of the bridge"
    assert stage.stored(tower).record.credit == "Of the tower"
    assert line(place, "credit").text() == "Of the bridge"


def test_a_late_answer_leaves_words_and_caret_alone(stage: Stage) -> None:
    bridge = stage.picture("bridge1.jpg", caption="Ice drifts")
    place = stage.open()
    gate = stage.hold_reads()
    place.show_picture(bridge)
    caption = text(place, "caption")
    caption.setFocus()
    caption.moveCursor(QTextCursor.MoveOperation.Start)
    QTest.keyClicks(caption, "Grey ice, ")
    gate.set()
    stage.settle()
    assert caption.toPlainText() == "Grey ice, Ice drifts"
    assert caption.textCursor().position() == len("Grey ice, ")
    QTest.keyClick(caption, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert caption.toPlainText() == "Ice drifts"
    place.flush()
    stage.settle()


def test_an_answer_to_an_earlier_save_keeps_what_was_typed_since(stage: Stage) -> None:
    bridge = stage.picture("bridge1.jpg")
    place = stage.open()
    place.show_picture(bridge)
    stage.settle()
    credit = line(place, "credit")
    gate = stage.hold_writes()
    retype(credit, "Dana")
    place.flush()
    QTest.keyClicks(credit, " Kassym ")
    gate.set()
    stage.wait(lambda: stage.stored(bridge).record.credit == "Dana")
    stage.settle()
    assert credit.text() == "Dana Kassym "
    assert credit.cursorPosition() == len("Dana Kassym ")
    place.flush()
    stage.settle()
    assert stage.stored(bridge).record.credit == "Dana Kassym"
    assert credit.text() == "Dana Kassym "


def test_somebody_elses_change_arrives_in_the_fields_that_nobody_touches(stage: Stage) -> None:
    bridge = stage.picture("bridge1.jpg")
    place = stage.open()
    place.show_picture(bridge)
    stage.settle()
    retype(line(place, "credit"), "Typed here")
    record = stage.stored(bridge).record
    stage.link.write(
        lambda desk: illustrating.edit_record(
            desk, bridge, illustrating.with_fields(record, {"credit": "There", "source": "There"})
        )
    )
    stage.wait(lambda: line(place, "source").text() == "There")
    assert line(place, "credit").text() == "Typed here"
    place.flush()
    stage.settle()
    kept = stage.stored(bridge).record
    assert (kept.credit, kept.source) == ("Typed here", "There")


def test_undo_stays_within_a_field_and_a_picture(stage: Stage) -> None:
    bridge, tower = stage.picture("bridge1.jpg"), stage.picture("tower1.jpg", credit="Ours")
    place = stage.open()
    place.show_picture(bridge)
    retype(line(place, "credit"), "Wrong")
    place.show_picture(tower)
    stage.settle()
    QTest.keyClick(line(place, "credit"), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert line(place, "credit").text() == "Ours"


def test_a_web_statement_that_is_none_is_told_and_kept(stage: Stage) -> None:
    bridge, tower = stage.picture("bridge1.jpg"), stage.picture("tower1.jpg")
    place = stage.open()
    place.show_picture(bridge)
    stage.settle()
    faults = place.detail.form.faults
    assert not any(faults().values())
    retype(line(place, "web_statement"), "example.org/rights")
    assert "https://" in faults()["web_statement"]
    place.show_picture(tower)
    stage.settle()
    assert faults()["web_statement"] == ""
    place.show_picture(bridge)
    stage.settle()
    assert line(place, "web_statement").text() == "example.org/rights"
    assert "https://" in faults()["web_statement"]


def test_hostile_words_are_shown_as_words(stage: Stage) -> None:
    bridge = stage.picture("bridge1.jpg", credit=HOSTILE, caption=HOSTILE)
    stage.article(bridge, headline=HOSTILE)
    place = stage.open()
    place.show_picture(bridge)
    stage.settle()
    assert line(place, "credit").text() == HOSTILE
    assert text(place, "caption").toPlainText() == HOSTILE
    assert place.grid.model.index(0, 0).data() == HOSTILE
    assert place.tools.uses.rows[0].headline == HOSTILE
    place.grab()
    for label in place.detail.findChildren(type(place.detail.title)):
        assert GuiQt.mightBeRichText(label.text()) <= (
            label.textFormat() is Qt.TextFormat.PlainText
        )
        assert "<img" not in label.toolTip()


def test_where_used_leads_to_the_article(stage: Stage) -> None:
    bridge = stage.picture("bridge1.jpg")
    article = stage.article(bridge, headline="Snow closes two bridges")
    place = stage.open()
    place.show_picture(bridge)
    stage.settle()
    row = place.tools.uses.rows[0]
    assert row.accessibleName() == (
        "Snow closes two bridges, Draft, Dated 14 April 2026, not on a page yet · "
        "news/2026/04/14/snow-closes-two-bridges/"
    )
    with stage.qtbot.waitSignal(place.open_article) as opened:
        QTest.mouseClick(row, Qt.MouseButton.LeftButton)
    assert opened.args == [article]


def test_use_in_article_saves_first_and_says_which(stage: Stage) -> None:
    bridge = stage.picture("bridge1.jpg")
    place = stage.open()
    place.show_picture(bridge)
    stage.settle()
    retype(line(place, "credit"), "Dana Kassym")
    with stage.qtbot.waitSignal(place.use_wanted) as wanted:
        QTest.mouseClick(place.detail.use, Qt.MouseButton.LeftButton)
    assert wanted.args == [bridge]
    stage.settle()
    assert stage.stored(bridge).record.credit == "Dana Kassym"


def test_a_save_that_fails_keeps_the_words_and_is_tried_again(stage: Stage) -> None:
    bridge = stage.picture("bridge1.jpg")
    stage.start_again()
    place = stage.open()
    place.show_picture(bridge)
    stage.settle()
    keys, away = stage.rooms.folder / "keys", stage.rooms.folder / "keys-away"
    shutil.move(keys, away)
    retype(line(place, "credit"), "Dana Kassym")
    place.flush()
    stage.settle()
    assert len(stage.errors) == 1
    assert place.detail.saved_words.startswith("Not saved")
    assert line(place, "credit").text() == "Dana Kassym"
    shutil.move(away, keys)
    stage.wait(lambda: stage.stored(bridge).record.credit == "Dana Kassym")
    stage.wait(lambda: place.detail.saved_words.startswith("Saved "))
    stage.settle()


def test_the_house_says_how_a_credit_begins(stage: Stage) -> None:
    bridge = stage.picture("bridge1.jpg")
    place = stage.open()
    place.show_picture(bridge)
    stage.settle()
    credit = line(place, "credit")
    assert credit.prefix == "Credit:"
    assert credit.text() == "Madina Tulegen"
