"""How a figure is taken and told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from time import perf_counter


@dataclass(frozen=True)
class Figure:
    """Milliseconds of ours and of the floor, each the 95th percentile of `runs` runs."""

    name: str
    ours: float
    floor_name: str
    floor: float
    runs: int

    def line(self) -> str:
        ratio = self.ours / self.floor if self.floor else float("inf")
        return (
            f"{self.name:46} {self.ours:9.2f} ms   {self.floor_name:28} {self.floor:9.2f} ms"
            f"   ratio {ratio:5.2f}   ({self.runs} runs)"
        )


def p95(work: Callable[[], object], runs: int) -> float:
    """Time a piece of work so many times and give the 95th percentile in milliseconds."""
    times = []
    for _ in range(runs):
        begun = perf_counter()
        work()
        times.append((perf_counter() - begun) * 1000)
    return sorted(times)[max(0, round(runs * 0.95) - 1)]


def compared(
    name: str,
    ours: Callable[[], object],
    floor_name: str,
    floor: Callable[[], object],
    runs: int,
) -> Figure:
    """Take a figure: ours and the floor by turns, so that a busy moment falls on both."""
    half = max(1, runs // 2)
    first, second = (p95(ours, half), p95(floor, half)), (p95(ours, half), p95(floor, half))
    return Figure(name, max(first[0], second[0]), floor_name, max(first[1], second[1]), 2 * half)
