"""The body as Markdown: what is looked at stays, what is changed comes back in one step."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from newsroom.desk import wording
from newsroom.ui.article.source_places import place_in_source, place_shown
from tests.ui.shell.conftest import Stage, write
from tests.ui.shell.fields import enter, press

LONG = "".join(f"Paragraph {number} of **many** words.\n\n" for number in range(80))
MIXED = """Plain **bold** words and [a link](https://example.org/path).

## A heading

- First
- Second

> Said *softly*.
>
> -- Dinara

| Head | Other |
| --- | --- |
| Cell | Last |

The end.
"""

HOSTILE = [
    "<script>alert(1)</script>\n\nAfter.",
    "[x](javascript:alert(1)) and ![y](file:///etc/passwd)",
    "# A headline in the body\n\nText",
    "***both* then bold** _a*b_ `code` ~~gone~~ ^up^",
    "- one\n      - deep\n\n\n\n1) odd",
    "::: facts\nNever closed\n\n- item",
    "| broken | table\n| --- \n x | y | z",
    "> quote\nlazy line\n\n-- nobody",
    "[^1] without a note\n\n[^2]: and a note without a mark",
    "\\* \\_ \\# &amp; &lt;b&gt; &nbsp; 1\\. no list",
    "Non\u00a0breaking\u00a0spaces, 10\u00a0km, «кавычки», Қазақша 😀 𝒜",
    "***\n---\n___",
    "   indented\n\n\tcode\n\n    more",
]


def put_caret(stage: Stage, words: str) -> None:
    body = stage.room.panes.editor.body
    found = body.document().find(words)
    found.setPosition(found.selectionStart())
    body.setTextCursor(found)


def write_source(stage: Stage, text: str) -> None:
    """Replace the whole source by what is on the clipboard, with keys."""
    source = stage.room.panes.editor.slot.source
    enter(stage, source)
    press(source, "Ctrl+A")
    QApplication.clipboard().setText(text)
    press(source, "Ctrl+V")


@pytest.mark.parametrize("words", ["Plain", "link", "heading", "Second", "softly", "Cell", "end."])
def test_to_look_and_go_back_moves_nothing(stage: Stage, words: str) -> None:
    stage.open(write(stage.desk, "Look", body=LONG + MIXED + LONG))
    editor = stage.room.panes.editor
    enter(stage, editor.body)
    put_caret(stage, words)
    stage.bot.wait(1)
    caret, scrolled = editor.slot.caret, editor.paper.verticalScrollBar().value()
    steps = editor.body.document().availableUndoSteps()
    press(editor.body, "Ctrl+Alt+M")
    assert editor.slot.source_on
    assert editor.slot.source.hasFocus()
    assert editor.slot.source.text()[editor.slot.source.caret :].lstrip("*[").startswith(words)
    stage.until(editor.slot.source.isVisible)
    press(editor.slot.source, "Ctrl+Alt+M")
    assert not editor.slot.source_on
    assert editor.body.hasFocus()
    assert editor.slot.caret == caret
    assert editor.body.document().availableUndoSteps() == steps
    stage.until(lambda: editor.paper.verticalScrollBar().value() == scrolled)
    assert not stage.room.desk.keeper.dirty


def test_an_edit_of_the_source_is_one_step_in_the_body(stage: Stage) -> None:
    article = write(stage.desk, "Edit", body=MIXED)
    stage.open(article)
    editor = stage.room.panes.editor
    enter(stage, editor.body)
    put_caret(stage, "Plain")
    stage.bot.keyClicks(editor.body, "Very ")
    typed = editor.content().body
    press(editor.body, "Ctrl+Alt+M")
    stage.bot.keyClicks(editor.slot.source, "much ")
    changed = editor.content().body
    assert changed == typed.replace("Very ", "Very much ")
    press(editor.slot.source, "Ctrl+Alt+M")
    assert editor.content().body == changed
    stage.bot.keyClicks(editor.body, "so ")
    assert "Very much so Plain" in editor.content().body
    press(editor.body, "Ctrl+Z", 2)
    assert editor.content().body == typed
    press(editor.body, "Ctrl+Z")
    assert editor.content().body == MIXED
    press(editor.body, "Ctrl+Shift+Z", 3)
    assert "Very much so Plain" in editor.content().body
    stage.saved()
    assert "Very much so Plain" in stage.content(article).body


@pytest.mark.parametrize("text", HOSTILE)
def test_odd_source_comes_into_the_body_whole(stage: Stage, text: str) -> None:
    article = write(stage.desk, "Odd", body=MIXED)
    stage.open(article)
    editor = stage.room.panes.editor
    press(editor.body, "Ctrl+Alt+M")
    write_source(stage, text)
    kept = wording.write_body(wording.read_body(text))
    assert editor.content().body == kept
    press(editor.slot.source, "Ctrl+Alt+M")
    assert editor.content().body == kept
    stage.saved()
    assert stage.content(article).body == kept
    press(editor.body, "Ctrl+Z")
    assert editor.content().body == MIXED


def test_hard_spaces_survive_an_edit_beside_them(stage: Stage) -> None:
    body = "Within 10\u00a0km of\u00a0Oral.\n"
    article = write(stage.desk, "Dorogi\u00a0i mosty", body=body)
    stage.open(article)
    editor = stage.room.panes.editor
    press(editor.body, "Ctrl+Alt+M")
    assert editor.content() == stage.content(article)
    press(editor.slot.source, "Ctrl+End")
    stage.bot.keyClicks(editor.slot.source, "More.")
    enter(stage, editor.headline)
    press(editor.headline, "Ctrl+End")
    stage.bot.keyClicks(editor.headline, "!")
    editor.toggle_source()
    stage.saved()
    assert stage.content(article).body == "Within 10\u00a0km of\u00a0Oral. More.\n"
    assert stage.content(article).headline == "Dorogi\u00a0i mosty!"


def test_a_finding_is_shown_in_the_source_too(stage: Stage) -> None:
    stage.open(write(stage.desk, "Find", body=MIXED))
    editor = stage.room.panes.editor
    editor.toggle_source()
    editor.reaching.show_place("body:5")
    assert editor.slot.source.textCursor().selectedText() == "The end."
    write_source(stage, "Odd   spelling\n\n\n* of\n* a list\n\n\n\nThe end.")
    editor.reaching.show_place("body:1")
    assert editor.slot.source.textCursor().selectedText() == "* of\u2029* a list"


@pytest.mark.parametrize(
    ("shown", "source"),
    [("A bold", "A **bold"), ("A", "A"), ("", ""), ("a link", "a [link"), ("x < y", "x \\< y")],
)
def test_places_in_a_block_are_found_both_ways(shown: str, source: str) -> None:
    rest = " and the rest"
    assert place_in_source(source + rest, shown) == len(source)
    assert place_shown(shown + rest, source) == len(shown)
