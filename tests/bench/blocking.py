"""How long the window's thread is held up while something else is done, measured by a ticker."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, thread_time

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
    """Notes the longest time between two ticks, and the most the thread itself worked in one."""

    def __init__(self) -> None:
        super().__init__()
        self.longest = self.worked = 0.0
        self._last = self._last_own = 0.0
        self._timer = QTimer(self, interval=_TICK_MS)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)

    def start(self) -> None:
        """Begin anew."""
        self.longest = self.worked = 0.0
        self._last, self._last_own = perf_counter(), thread_time()
        self._timer.start()

    def stop(self) -> None:
        """End; `longest` and `worked` hold the milliseconds."""
        self._tick()
        self._timer.stop()

    def _tick(self) -> None:
        now, own = perf_counter(), thread_time()
        self.longest = max(self.longest, (now - self._last) * 1000)
        self.worked = max(self.worked, (own - self._last_own) * 1000)
        self._last, self._last_own = now, own


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
        idle = at_rest(ticker)
        for words, deed in (
            ("autosave of 20,000 words", lambda: _save(stage)),
            ("search", lambda: _search(stage)),
            (f"import of {IMPORTED} stories", lambda: _import(stage, folder)),
            (f"export of {EXPORTED} stories", lambda: _export(stage, approved, folder)),
        ):
            yield from held_up(ticker, f"held up by {words}", deed, idle)


def at_rest(ticker: Ticker) -> tuple[float, float]:
    """Give the longest wait of a window that does nothing, and the most it works in one."""
    ticker.start()
    QTest.qWait(1500)
    ticker.stop()
    return ticker.longest, ticker.worked


def held_up(
    ticker: Ticker, name: str, deed: Callable[[], int], idle: tuple[float, float]
) -> Iterator[Figure]:
    """Tell the longest wait, and apart from it what no other process of the machine can cause."""
    ticker.start()
    runs = deed()
    ticker.stop()
    yield Figure(name, ticker.longest, "an idle window", idle[0], runs, most=MOST)
    name = f"{name}: its thread's work"
    yield Figure(name, ticker.worked, "an idle window", idle[1], runs, most=MOST)


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
        for letter in "word ":
            QTest.keyClicks(stage.room.panes.editor.body, letter)
            QTest.qWait(5)
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
