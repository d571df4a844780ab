"""Whether an hour of work leaves more memory in use than it found: the hour pressed together."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest

from newsroom.domain.ids import ArticleId
from newsroom.ui.frame.places import Place
from tests.bench.measuring import Figure
from tests.bench.stage import Stage, furnished, write
from tests.bench.texts import content

ROUNDS = 120
"""Half a minute of a busy reporter's work each: an article opened, written in, left."""
WARM = 30
GROWTH = 1.05


def figures() -> Iterator[Figure]:
    """Work until everything that is kept on purpose is there; then an hour more."""
    if not Path("/proc/self/statm").exists():
        return
    with furnished() as stage:
        articles = [write(stage.desk, content(450, f"Ferry {number}")) for number in range(12)]
        articles.append(write(stage.desk, content(5_000, "The long one")))
        for number in range(WARM):
            _round(stage, articles, number)
        before = _megabytes()
        for number in range(ROUNDS):
            _round(stage, articles, number)
        yield Figure(
            "memory after an hour of work", _megabytes(), "before it", before, ROUNDS,
            ratio=GROWTH, unit="MB",
        )  # fmt: skip


def _round(stage: Stage, articles: list[ArticleId], number: int) -> None:
    room = stage.room
    article = articles[number % len(articles)]
    room.desk.open(article)
    stage.until(lambda: room.panes.editor.article == article)
    body = room.panes.editor.body
    body.setFocus()
    for index in range(60):
        QTest.keyClick(body, Qt.Key.Key_A if index % 6 else Qt.Key.Key_Space)
        if index % 10 == 0:
            QCoreApplication.processEvents()
    QTest.keyClick(body, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(body, "bold")
    for _ in range(66):
        body.undo()
    if number % 10 == 0:
        for place in (*Place, Place.ARTICLES):
            room.go_to(place)
            QCoreApplication.processEvents()
    stage.rest()
    gc.collect()


def _megabytes() -> float:
    """Give what this process has in memory; the browser's own processes are not counted."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6
