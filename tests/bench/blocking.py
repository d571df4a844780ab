"""How long the window's thread is held up while something else is done, measured by a ticker."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest

from newsroom.desk import drafting, importing, publishing, reviewing
from newsroom.desk.room import Desk
from newsroom.domain.ids import ArticleId
from tests.bench.measuring import Figure
from tests.bench.stage import Stage, furnished, write
from tests.bench.texts import content
from tests.bench.typing_alone import settle
from tests.support.images import encoded, scene

MOST = 50.0
ARTICLES = 200
EXPORTED = 20
IMPORTED = 30
_TICK_MS = 1
_LONG = 20_000


class Ticker(QObject):
    """Notes the longest time between two ticks."""

    def __init__(self) -> None:
        super().__init__()
        self.longest = 0.0
        self._last = perf_counter()
        self._timer = QTimer(self, interval=_TICK_MS)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)

    def start(self) -> None:
        """Begin anew."""
        self.longest, self._last = 0.0, perf_counter()
        self._timer.start()

    def stop(self) -> float:
        """Give the longest gap in milliseconds."""
        self._tick()
        self._timer.stop()
        return self.longest

    def _tick(self) -> None:
        now = perf_counter()
        self.longest = max(self.longest, (now - self._last) * 1000)
        self._last = now


def figures() -> Iterator[Figure]:
    """Take a figure for each deed that must not be felt."""
    approved: list[ArticleId] = []
    with (
        furnished(lambda desk: approved.extend(_fill(desk))) as stage,
        TemporaryDirectory(prefix="newsroom-bench-") as name,
    ):
        folder = Path(name)
        stage.open(write(stage.desk, content(_LONG)))
        settle(stage.room.panes.editor.body)
        ticker = Ticker()
        ticker.start()
        QTest.qWait(1500)
        idle = ticker.stop()
        for words, deed in (
            ("autosave of 20,000 words", lambda: _save(stage)),
            ("search", lambda: _search(stage)),
            (f"import of {IMPORTED} stories", lambda: _import(stage, folder)),
            (f"export of {EXPORTED} stories", lambda: _export(stage, approved, folder)),
        ):
            yield _held_up(ticker, f"window held up by {words}", deed, idle)


def _held_up(ticker: Ticker, name: str, deed: Callable[[], int], idle: float) -> Figure:
    ticker.start()
    runs = deed()
    return Figure(name, ticker.stop(), "an idle window", idle, runs, most=MOST)


def _fill(desk: Desk) -> Iterator[ArticleId]:
    for number in range(ARTICLES):
        article = write(desk, content(450, f"Ferry number {number}"))
        if number < EXPORTED:
            reviewing.submit(desk, article)
            reviewing.approve(desk, article)
            yield article
        else:
            drafting.save_revision(desk, article)


def _save(stage: Stage) -> int:
    for _ in range(8):
        QTest.keyClicks(stage.room.panes.editor.body, "word ")
        stage.until(lambda: not stage.room.desk.keeper.dirty)
        stage.rest()
    return 8


def _search(stage: Stage) -> int:
    field = stage.room.panes.list.search
    for words in ("ferry", "passengers", "number 17", ""):
        field.clear()
        for letter in words:
            QTest.keyClicks(field, letter)
            QTest.qWait(60)
        QTest.qWait(300)
        stage.rest()
    return 4


def _import(stage: Stage, folder: Path) -> int:
    paths = []
    (folder / "pier.jpg").write_bytes(encoded(scene(1200, 800)))
    for number in range(IMPORTED):
        path = folder / f"story-{number}.md"
        body = content(450).body
        path.write_text(
            f"---\nheadline: Import {number}\nlanguage: en\n---\n\n{body}\n"
            + ('![The pier](pier.jpg "The pier.")\n' if number == 0 else "")
        )
        paths.append(path)
    done: list[object] = []
    stage.link.write(lambda desk: importing.import_files(desk, paths), done.append)
    stage.until(lambda: done)
    stage.rest()
    return 1


def _export(stage: Stage, articles: list[ArticleId], folder: Path) -> int:
    done: list[object] = []
    out = folder / "site"
    stage.link.write(lambda desk: publishing.export(desk, articles, out), done.append)
    stage.until(lambda: done)
    stage.rest()
    return 1
