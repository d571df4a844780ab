"""A walk through the window at random: what is done on it, and what must hold on the way."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtTest import QTest
from PySide6.QtWebEngineCore import QWebEngineScript
from PySide6.QtWidgets import QApplication

from newsroom.desk import browsing, previewing
from newsroom.desk.room import Desk
from newsroom.domain.document import plain_text
from newsroom.domain.ids import ArticleId
from newsroom.markup import reader, writer
from newsroom.ui.body.from_qt import read
from newsroom.ui.room import Room
from tests.ui.body import steps
from tests.ui.body.steps import Step

WALK = 100
"""Steps of one walk."""
MEETING = 20
"""After how many steps editor, disk and preview are compared."""

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

    room: Room
    desk: Desk
    article: ArticleId
    chance: random.Random
    until: Callable[[Callable[[], bool]], None]
    taken: list[str] = field(default_factory=list)

    def step(self) -> None:
        """Do something, and look whether the editor still knows what it holds."""
        body = self.room.panes.editor.body
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
                return Step("undo", lambda body: _repeat(body.undo, chance.randrange(1, 6)))
            case 13:
                return Step("redo", lambda body: _repeat(body.redo, chance.randrange(1, 6)))
            case 18:
                return Step("field", lambda _body: self._visit_field())
            case 14 | 15 | 16 | 17:
                return chance.choice(steps.KEYS)
            case _:
                return steps.type_words(chance.choice(steps.WORDS))

    def _visit_source(self) -> None:
        """Turn to the Markdown, sometimes write there, and come back."""
        editor = self.room.panes.editor
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

    def _visit_field(self) -> None:
        """Write into the headline or the standfirst, and sometimes take it back."""
        editor = self.room.panes.editor
        target = self.chance.choice((editor.headline, editor.standfirst))
        words = [one for one in steps.WORDS if one.isascii()]
        QTest.keyClicks(target, self.chance.choice(words))
        if self.chance.random() < 0.3:
            target.undo()

    def words(self) -> tuple[str, str, str]:
        """Give what the editor holds: headline, standfirst, and the body as it is written."""
        content = self.room.panes.editor.content()
        return content.headline, content.standfirst, content.body

    def meet(self) -> None:
        """Compare the editor with the disk and the preview."""
        editor = self.room.panes.editor
        self.room.desk.keeper.flush()
        self.until(lambda: not self.room.desk.keeper.dirty)
        stored = browsing.story(self.desk, self.article)
        assert stored.content == editor.content()
        assert stored.content.body == editor.slot.markdown()
        read_back, value = stored.document, editor.body.document_value()
        assert plain_text(read_back).split() == plain_text(value).split()
        assert writer.write(read_back) == stored.content.body
        page = previewing.preview(self.desk, stored).html.decode()
        told: list[object] = []

        def same() -> bool:
            told[:] = [self._ask_page(SAME % json.dumps(page))]
            return told == [""]

        try:
            self.until(same)
        except Exception as error:
            error.add_note(f"The preview differs: {told}")
            raise

    def _ask_page(self, script: str) -> object:
        answers: list[object] = []
        world = QWebEngineScript.ScriptWorldId.ApplicationWorld
        self.room.panes.preview.view.page().runJavaScript(script, world, answers.append)
        self.until(lambda: bool(answers))
        return answers[0]

    def go_back(self) -> None:
        """Take everything back; what was there at first is there again."""
        body = self.room.panes.editor.body
        begun = reader.read(BODIES[0])
        while body.document().isUndoAvailable():
            body.undo()
            assert body.document_value() == read(body.document())
        assert body.document_value() == begun
        while body.document().isRedoAvailable():
            body.redo()
        assert body.document_value() == read(body.document())


def _repeat(deed: Callable[[], object], times: int) -> None:
    for _ in range(times):
        deed()
