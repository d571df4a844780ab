"""Quotes and dashes in the window: by the article's language, switched off, corrected."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtTest import QTest

from newsroom.desk.room import Desk
from newsroom.domain.document import Figure
from tests.support.rooms import Rooms
from tests.ui.shell.conftest import Stage, a_lead, write
from tests.ui.shell.fields import enter, press, type_at_end


def test_the_language_of_the_article_says_what_its_quotes_are(stage: Stage) -> None:
    for language, quoted in (("en", "“a”"), ("ru", "«a»"), ("kk", "«a»"), ("", "“a”")):
        stage.open(write(stage.desk, "Quotes", language=language, body=""))
        body = stage.room.panes.editor.body
        type_at_end(stage, body, '"a"')
        assert body.toPlainText() == quoted


def test_another_language_chosen_is_written_from_then_on(stage: Stage) -> None:
    stage.open(write(stage.desk, "Quotes", language="en", body=""))
    editor = stage.room.panes.editor
    actions = editor.fields.chips.language_chip.choices.actions()
    next(one for one in actions if "Рус" in one.text() or "Rus" in one.text()).trigger()
    type_at_end(stage, editor.body, '"a"')
    assert editor.body.toPlainText() == "«a»"


def test_setting_while_typing_is_switched_off_for_good(
    stage: Stage, rooms: Rooms, set_up: Callable[[Desk], Stage]
) -> None:
    article = write(stage.desk, "Quotes", body="")
    stage.open(article)
    editor = stage.room.panes.editor
    switch = stage.room.actions["edit.typographic"]
    assert switch.isChecked()
    switch.trigger()
    assert not switch.isChecked()
    type_at_end(stage, editor.body, '"a"')
    assert editor.body.toPlainText() == '"a"'
    stage.saved()
    stage.room.close()
    stage.lanes.close()
    again = set_up(rooms.reopen())
    again.until(lambda: again.room.panes.editor.article == article)
    assert not again.room.actions["edit.typographic"].isChecked()
    type_at_end(again, again.room.panes.editor.body, ' "b"')
    assert again.room.panes.editor.body.toPlainText() == '"a" "b"'


def test_the_command_corrects_the_body_and_one_undo_takes_it_back(stage: Stage) -> None:
    stage.open(write(stage.desk, "Quotes", body='One "two" -- three\n'))
    body = stage.room.panes.editor.body
    enter(stage, body)
    press(body, "Ctrl+Shift+Y")
    assert body.toPlainText() == "One “two” – three"
    press(body, "Ctrl+Z")
    assert body.toPlainText() == 'One "two" -- three'


@pytest.mark.parametrize(
    ("language", "shown"), [("en", "Snow “fell” – again…"), ("ru", "Snow «fell»\u00a0– again…")]
)
def test_headline_standfirst_and_captions_are_set_like_the_body(
    stage: Stage, language: str, shown: str
) -> None:
    article = write(stage.desk, "", language=language, lead=replace(a_lead(stage.desk), caption=""))
    stage.open(article)
    editor = stage.room.panes.editor
    editor.lead.unfold()
    editor.lead.alt.clear()
    for field in (editor.headline, editor.standfirst, editor.lead.caption, editor.lead.alt):
        enter(stage, field)
        QTest.keyClicks(field, 'Snow "fell" -- again...')
        assert field.words() == shown
        press(field, "Ctrl+Z")
        assert field.words() == f"{shown[:-1]}..."
        press(field, "Ctrl+Shift+Z")
        assert field.words() == shown
    stage.saved()
    kept = stage.content(article)
    assert kept.lead is not None
    assert [kept.headline, kept.standfirst, kept.lead.caption, kept.lead.alt] == [shown] * 4
    stage.room.actions["edit.typographic"].trigger()
    enter(stage, editor.headline)
    QTest.keyClicks(editor.headline, ' "a"')
    assert editor.headline.words().endswith(' "a"')


def test_the_caption_of_a_card_is_set_too(stage: Stage) -> None:
    lead = a_lead(stage.desk)
    stage.open(write(stage.desk, "Card", body=f"![A hall](picture:{lead.picture})\n"))
    body = stage.room.panes.editor.body
    enter(stage, body)
    press(body, "Ctrl+Home")
    press(body, "Return")
    card = stage.room.inserting.figures.editor
    QTest.keyClicks(card.caption, 'A "hall"')
    (figure,) = body.document_value().blocks
    assert isinstance(figure, Figure)
    assert figure.caption == "A “hall”"


def test_the_command_corrects_the_field_that_has_the_keyboard(stage: Stage) -> None:
    stage.open(write(stage.desk, 'One "two" -- three', body='Four "five"\n'))
    editor = stage.room.panes.editor
    enter(stage, editor.headline)
    press(editor.headline, "Ctrl+Shift+Y")
    assert editor.headline.words() == "One “two” – three"
    assert editor.body.toPlainText() == 'Four "five"'
    press(editor.headline, "Ctrl+Z")
    assert editor.headline.words() == 'One "two" -- three'


def test_undo_reaches_back_over_many_saves_and_no_further(stage: Stage) -> None:
    stage.open(write(stage.desk, "Undo", body="Begun.\n"))
    body = stage.room.panes.editor.body
    stood = [body.document_value()]
    enter(stage, body)
    press(body, "Ctrl+End")
    for number in range(12):
        QTest.keyClicks(body, f'\rLine {number} "a" **b**')
        stood.append(body.document_value())
        stage.room.desk.keeper.flush()
        stage.saved()
    assert body.document_value() == stood.pop()
    while body.document().isUndoAvailable():
        press(body, "Ctrl+Z")
        if stood and body.document_value() == stood[-1]:
            stood.pop()
    assert stood == []
    stage.saved()
    stage.open(write(stage.desk, "Another", body="Other.\n"))
    press(body, "Ctrl+Z", 3)
    assert body.toPlainText() == "Other."
