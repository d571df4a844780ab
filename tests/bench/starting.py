"""From the start of the program to a usable window on 100,000 articles, beside a bare window."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

from tests.bench.crowded import crowded_rooms
from tests.bench.measuring import Figure

RUNS = 7
RATIO = 2.0
_PROBE = "tests.bench.start_probe"


def figures() -> Iterator[Figure]:
    """Start both by turns, each in a process of its own, once beforehand to warm the disk."""
    folder = crowded_rooms().folder
    rows, rooms, writing, bare = [], [], [], []
    for _ in range(RUNS + 1):
        (stood,) = _moments("bare", folder, [b"ready"])
        shown, whole, written = _moments("ours", folder, [b"rows", b"room", b"ready"])
        rows.append(shown)
        rooms.append(whole)
        writing.append(written)
        bare.append(stood)
    floor = _median(bare[1:])
    name = "start to the list painted, 100,000 articles, median"
    yield Figure(name, _median(rows[1:]), "bare window", floor, RUNS, ratio=RATIO)
    name = "start to the whole room standing, median"
    yield Figure(name, _median(rooms[1:]), "bare window", floor, RUNS)
    name = "start to a letter typed into an article, median"
    yield Figure(name, _median(writing[1:]), "bare window", floor, RUNS)


def _moments(which: str, folder: Path, awaited: list[bytes]) -> list[float]:
    """Start a window; give the milliseconds until it says each of the words."""
    begun = perf_counter()
    command = [sys.executable, "-m", _PROBE, which, str(folder)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=_environment(folder)
    ) as process:
        assert process.stdout is not None
        taken = []
        for word in awaited:
            if process.stdout.readline().strip() != word:
                raise RuntimeError(f"The {which} window did not come.")
            taken.append((perf_counter() - begun) * 1000)
    return taken


def _environment(folder: Path) -> dict[str, str]:
    """Let modules be compiled once, as they are where the program is installed."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PYTHONPYCACHEPREFIX": str(folder / "bytecode")}


def _median(times: list[float]) -> float:
    return sorted(times)[len(times) // 2]
