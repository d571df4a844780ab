"""How long foreign text takes to read, beside its cleaning alone; and what that holds up."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import nh3
from PySide6.QtCore import QMimeData
from PySide6.QtTest import QTest

from newsroom.domain.article import Content
from newsroom.markup.paste.reading import read_html
from tests.bench.blocking import Ticker, at_rest, held_up
from tests.bench.measuring import Figure, compared
from tests.bench.stage import Stage, furnished, write
from tests.bench.texts import paragraphs
from tests.bench.typing_alone import settle

_DENSE = (
    "<p style='line-height:1.38'><span style='font-family:Arial;font-weight:400'>The ferry</span> "
    "<b>sailed</b> <a href='https://example.org/?utm_source=x'>again</a></p>"
)
_MEGABYTE = 1_000_000
_LONGER = 3
_WHILE_MS = 1_000


def figures() -> Iterator[Figure]:
    """Take the figures for plain words and for markup with hardly any."""
    words = "".join(f"<p>{one}</p>" for one in paragraphs(20_000))
    dense = _DENSE * (_MEGABYTE // len(_DENSE))
    for name, html in (("20,000 words", words), ("1 MB of dense markup", dense)):
        read, clean = partial(read_html, html), partial(nh3.clean, html)
        yield compared(f"a paste of {name}, read", read, "cleaned alone", clean, 5)
    with furnished() as stage:
        stage.open(write(stage.desk, Content(headline="Ferry")))
        settle(stage.room.panes.editor.body)
        ticker = Ticker()
        idle = at_rest(ticker)
        name = "held up by the reading of a long paste"
        mime = QMimeData()
        mime.setHtml(dense * _LONGER)
        yield from held_up(ticker, name, lambda: _read_long(stage, mime), idle)


def _read_long(stage: Stage, mime: QMimeData) -> int:
    """Let a long paste be read for a while, and give it up before it comes into the text."""
    stage.room.panes.editor.body.insertFromMimeData(mime)
    QTest.qWait(_WHILE_MS)
    stage.room.panes.editor.body.awaiting.stop()
    stage.rest()
    return 1
