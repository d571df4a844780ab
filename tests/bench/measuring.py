"""How a figure is taken and told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from time import perf_counter, thread_time


@dataclass(frozen=True)
class Figure:
    """Ours beside a floor, and what is asked of it.

    `ratio` is how many times the floor is allowed at most, `most` how much at all, in `unit`; what
    is not asked is None. A time is the 95th percentile of `runs` runs unless its name says more.
    """

    name: str
    ours: float
    floor_name: str
    floor: float
    runs: int
    ratio: float | None = None
    most: float | None = None
    unit: str = "ms"

    @property
    def met(self) -> bool | None:
        """Whether ours is as good as is asked; None where nothing is asked."""
        if self.ratio is None and self.most is None:
            return None
        in_ratio = self.ratio is None or self.ours <= self.ratio * self.floor
        return in_ratio and (self.most is None or self.ours <= self.most)

    def line(self) -> str:
        """Tell the figure in a line."""
        floor = f"{self.floor_name} {self.floor:.2f} {self.unit}" if self.floor_name else ""
        ratio = f"ratio {self.ours / self.floor:.2f}" if self.floor_name and self.floor else ""
        asked = [f"≤ {self.ratio:g} ×"] if self.ratio is not None else []
        asked += [f"≤ {self.most:g} {self.unit}"] if self.most is not None else []
        verdict = {None: "", True: "met", False: "NOT MET"}[self.met]
        return (
            f"{self.name:54} {self.ours:9.2f} {self.unit:3} {floor:34} {ratio:12} "
            f"{' and '.join(asked):19} {verdict:8} ({self.runs} runs)"
        )


def timed(work: Callable[[], object]) -> float:
    """Give the milliseconds that a piece of work takes."""
    begun = perf_counter()
    work()
    return (perf_counter() - begun) * 1000


def worked(work: Callable[[], object]) -> float:
    """Give the milliseconds that this thread itself works at a piece of work, however busy the
    machine is with others."""
    begun = thread_time()
    work()
    return (thread_time() - begun) * 1000


def p95(times: list[float]) -> float:
    """Give the 95th percentile."""
    return sorted(times)[max(0, round(len(times) * 0.95) - 1)]


def in_turns(
    ours: Callable[[], object], floor: Callable[[], object], runs: int
) -> tuple[list[float], list[float]]:
    """Time both by turns, so that a busy moment of the machine falls on both."""
    times: tuple[list[float], list[float]] = ([], [])
    for _ in range(runs):
        times[0].append(timed(ours))
        times[1].append(timed(floor))
    return times


def compared(
    name: str,
    ours: Callable[[], object],
    floor_name: str,
    floor: Callable[[], object],
    runs: int,
    *,
    ratio: float | None = None,
    most: float | None = None,
) -> Figure:
    """Take a figure of ours and the floor."""
    mine, least = in_turns(ours, floor, runs)
    return Figure(name, p95(mine), floor_name, p95(least), runs, ratio, most)
