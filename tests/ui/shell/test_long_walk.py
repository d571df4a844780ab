"""A long walk through the window: the editor, the disk and the preview always say the same.

A walk is drawn from its number, so one that fails can be taken again alone. How many steps are
taken is said in CONTRIBUTING.
"""

from __future__ import annotations

import json
import os
import random
from dataclasses import dataclass, field

import pytest
from PySide6.QtWidgets import QApplication

from newsroom.desk import browsing, previewing
from newsroom.domain.document import plain_text
from newsroom.domain.ids import ArticleId
from newsroom.markup import reader, writer
from newsroom.ui.body.from_qt import read
from tests.support.windows import Hands
from tests.ui.body import steps
from tests.ui.body.steps import Step
from tests.ui.shell.conftest import Stage, write
from tests.ui.shell.fields import press

WALK = 100
MEETING = 20
"""After how many steps all three are compared."""
STEPS = int(os.environ.get("NEWSROOM_STEPS", "200"))
FIRST = int(os.environ.get("NEWSROOM_WALK", "0"))
"""The number of the first walk."""

BODIES = (
    "Plain **bold** words and [a link](https://example.org/path).\n\n## A heading\n\n- First\n"
    "    1. Deep\n- Second\n\n> Said *softly*.\n>\n> -- Dinara\n\n| Head | Other |\n| --- | --: |\n"
    "| Cell | Last |\n\nThe end.\n",
    "::: facts Title\nOne.\n\n- item\n:::\n\n---\n\nOne[^1] two[^2].\n\n[^1]: First.\n\n"
    "[^2]: Two.\n",
    '![A hall](picture:0123456789abcdef0123 "The hall")\n\n::: pull\nSaid.\n\n-- Ann\n:::\n',
    "<div>\nkept\n</div>\n\n«Слово» 10\u00a0км, \U0001f600\n",
    "One\n\ntwo\n",
    "",
)
PASTES = (
    "<p>One <b>two</b></p><ul><li>a<ul><li>b</li></ul></li></ul>",
    "<table><tr><th>a</th></tr><tr><td>b</td></tr></table>",
    "<h2>Head</h2><blockquote>Said</blockquote>",
    "plain",
)
SOURCES = ("x", "\n\n- s\n\n", "**", "\n\n> q\n\n", "[^9]", "| a |\n", "~~~", '"')

SAME = r"""(() => {
    const fresh = new DOMParser().parseFromString(%s, 'text/html');
    const body = page => page.querySelector('#body').innerHTML.replace(/>\s+</g, '><').trim();
    return body(fresh) === body(document) ? "" : `${body(document)} is not ${body(fresh)}`;
})()"""


@dataclass
class Walk:
    """One article, and what is done to it."""

    stage: Stage
    article: ArticleId
    chance: random.Random
    taken: list[str] = field(default_factory=list)

    def step(self) -> None:
        """Do something, and look whether the editor still knows what it holds."""
        body = self.stage.room.panes.editor.body
        if not body.hasFocus():
            body.setFocus()
        drawn = self._drawn()
        self.taken.append(drawn.name)
        drawn.do(body)
        if popup := QApplication.activeModalWidget():
            popup.close()
        assert body.document_value() == read(body.document())

    def _drawn(self) -> Step:
        chance = self.chance
        match chance.randrange(24):
            case 0:
                return Step("source", lambda _body: self._visit_source())
            case 1:
                return steps.paste(chance.choice(BODIES))
            case 2:
                return steps.paste_html(chance.choice(PASTES))
            case 3 | 4 | 5:
                return steps.go(chance.random())
            case 6:
                return steps.select(chance.random(), chance.random())
            case 7 | 8 | 9:
                return chance.choice(steps.DEEDS)
            case 10 | 11:
                return chance.choice(steps.KINDS)
            case 12:
                return Step("undo", lambda body: press(body, "Ctrl+Z", chance.randrange(1, 6)))
            case 13:
                return Step(
                    "redo", lambda body: press(body, "Ctrl+Shift+Z", chance.randrange(1, 6))
                )
            case 14 | 15 | 16 | 17:
                return chance.choice(steps.KEYS)
            case _:
                return steps.type_words(chance.choice(steps.WORDS))

    def _visit_source(self) -> None:
        """Turn to the Markdown, sometimes write there, and come back."""
        editor = self.stage.room.panes.editor
        editor.toggle_source()
        source = editor.slot.source
        if self.chance.random() < 0.6:
            cursor = source.textCursor()
            cursor.setPosition(self.chance.randrange(source.document().characterCount()))
            source.setTextCursor(cursor)
            words = self.chance.choice(SOURCES)
            self.taken.append(f"write {words!r} at {cursor.position()}")
            for sign in words:
                source.insertPlainText(sign)
        editor.toggle_source()

    def meet(self) -> None:
        """Compare the editor with the disk and the preview."""
        stage, editor = self.stage, self.stage.room.panes.editor
        stage.room.desk.keeper.flush()
        stage.saved()
        stored = browsing.story(stage.desk, self.article)
        assert stored.content.body == editor.slot.markdown()
        read_back, value = stored.document, editor.body.document_value()
        assert plain_text(read_back).split() == plain_text(value).split()
        assert writer.write(read_back) == stored.content.body
        page = previewing.preview(stage.desk, stored).html.decode()
        hands, view = Hands(stage.bot), stage.room.panes.preview.view
        told: list[object] = []

        def same() -> bool:
            told[:] = [hands.ask_page(view, SAME % json.dumps(page))]
            return told == [""]

        try:
            hands.until(same)
        except Exception as error:
            error.add_note(f"The preview differs: {told}")
            raise

    def go_back(self) -> None:
        """Take everything back; what was there at first is there again."""
        body = self.stage.room.panes.editor.body
        begun = reader.read(BODIES[0])
        while body.document().isUndoAvailable():
            body.undo()
            assert body.document_value() == read(body.document())
        assert body.document_value() == begun
        while body.document().isRedoAvailable():
            body.redo()
        assert body.document_value() == read(body.document())


@pytest.mark.parametrize("number", range(FIRST, FIRST + max(1, STEPS // WALK)))
def test_editor_disk_and_preview_say_the_same(stage: Stage, number: int) -> None:
    article = write(stage.desk, "A walk", body=BODIES[0])
    stage.open(article)
    walk = Walk(stage, article, random.Random(number))
    try:
        for count in range(1, WALK + 1):
            walk.step()
            if count % MEETING == 0:
                walk.meet()
        walk.go_back()
        walk.meet()
        stage.open(write(stage.desk, "Another", body="Other.\n"))
        assert not stage.room.panes.editor.body.document().isUndoAvailable()
        stage.open(article)
        walk.meet()
    except Exception as error:
        error.add_note(f"Walk {number}: {walk.taken}")
        raise
