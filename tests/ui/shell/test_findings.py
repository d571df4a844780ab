"""A finding leads exactly to the field or the block that it is about."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QTextEdit, QWidget

from newsroom.domain.document import Document, Figure, plain_text
from newsroom.ui.article.article_pane import ArticlePane
from newsroom.ui.body.reaching import index_at
from tests.ui.shell.conftest import Stage, a_lead, write
from tests.ui.shell.fields import enter

REPEATED = """The same  words.

The same words.

- The same  words.
- The same words.

| The same  words. |
| --- |
| A cell |

## The same  words.

> The same  words.

The same  words.
"""

FIELDS: dict[str, Callable[[ArticlePane], QWidget]] = {
    "headline": lambda pane: pane.headline,
    "standfirst": lambda pane: pane.standfirst,
    "section": lambda pane: pane.fields.chips.section,
    "language": lambda pane: pane.fields.chips.language_chip,
    "place": lambda pane: pane.fields.dateline.place,
    "published": lambda pane: pane.fields.dateline.time,
    "byline": lambda pane: pane.fields.dateline.byline,
    "sources": lambda pane: pane.fields.details.sources,
    "tags": lambda pane: pane.fields.details.tags,
    "slug": lambda pane: pane.fields.details.slug,
    "embargo": lambda pane: pane.fields.details.time,
}


def show_buttons(stage: Stage) -> dict[str, QPushButton]:
    """Give the buttons of the Checks tab by the place that each leads to."""
    checks = stage.room.panes.checks
    buttons = [one for one in checks.findChildren(QPushButton) if one.text() == "Show"]
    return dict(zip([one.where for one in checks.found], buttons, strict=True))


@pytest.mark.parametrize("name", FIELDS)
def test_a_field_is_reached_and_its_words_are_selected(stage: Stage, name: str) -> None:
    stage.open(write(stage.desk, "Words", standfirst="More.", place="Oral", tags=("a",)))
    pane = stage.room.panes.editor
    enter(stage, pane.body)
    pane.reaching.show_place(name)
    field = FIELDS[name](pane)
    assert field.hasFocus()
    assert field.isVisible()
    if isinstance(field, QTextEdit):
        assert field.textCursor().selectedText() == field.toPlainText()
    elif isinstance(field, QLineEdit):
        assert field.selectedText() == field.text()


def test_every_finding_of_the_body_leads_to_its_own_block(stage: Stage) -> None:
    stage.open(write(stage.desk, "Same", body=REPEATED))
    stage.window.activateWindow()
    stage.room.panes.articles.open_tab("checks")
    stage.until(lambda: any(one.where == "body:5" for one in stage.room.panes.checks.found))
    body = stage.room.panes.editor.body
    blocks = body.document_value().blocks
    spaced = [
        number for number, one in enumerate(blocks) if "same  words" in plain_text(Document((one,)))
    ]
    reached = []
    for where, button in show_buttons(stage).items():
        if where.startswith("body:"):
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
            assert body.hasFocus()
            index = index_at(body.document(), body.textCursor().position())
            assert where == f"body:{index}"
            (sought,) = body.extraSelections()
            assert "same" in sought.cursor.selectedText()
            reached.append(index)
    assert reached == spaced


def test_a_picture_without_credit_is_reached_in_its_own_block(stage: Stage) -> None:
    lead = a_lead(stage.desk, credit="")
    figure = f"![River](picture:{lead.picture})"
    body = f"{figure}\n\nWords.\n\n{figure}\n"
    stage.open(write(stage.desk, "Pictures", body=body, lead=Figure(lead.picture)))
    pane = stage.room.panes.editor
    enter(stage, pane.headline)
    pane.reaching.show_place(f"body:2:picture:{lead.picture}")
    assert index_at(pane.body.document(), pane.body.textCursor().position()) == 2
    pane.reaching.show_place(f"lead:picture:{lead.picture}")
    assert pane.lead.caption.hasFocus()
    assert pane.lead.alt.isVisible()
    pane.set_lead(None)
    pane.reaching.show_place("lead")
    focused = stage.window.focusWidget()
    assert isinstance(focused, QPushButton)
    assert focused.text() == "Add lead picture"
