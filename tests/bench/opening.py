"""From the wish to open an article to its painted words."""

from __future__ import annotations

from collections.abc import Iterator
from time import perf_counter

from PySide6.QtCore import QCoreApplication

from newsroom.domain.ids import ArticleId
from tests.bench.measuring import Figure, p95
from tests.bench.stage import Stage, furnished, write
from tests.bench.texts import SIZES, content

OPENINGS = 20
MOST = 50.0


def figures() -> Iterator[Figure]:
    """Take the figures at each length of story."""
    with furnished() as stage:
        for size in SIZES:
            pair = [write(stage.desk, content(size, f"Ferry {size} {n}")) for n in range(2)]
            _open(stage, pair[1])
            times = [_open(stage, pair[number % 2]) for number in range(OPENINGS)]
            name = f"opening an article, {size:,} words"
            yield Figure(name, p95(times), "", 0.0, OPENINGS, most=MOST)


def _open(stage: Stage, article: ArticleId) -> float:
    editor = stage.room.panes.editor
    begun = perf_counter()
    stage.room.desk.open(article)
    stage.until(lambda: editor.article == article)
    editor.repaint()
    editor.body.viewport().repaint()
    QCoreApplication.processEvents()
    taken = (perf_counter() - begun) * 1000
    stage.rest()
    return taken
