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
    ours, bare = [], []
    for _ in range(RUNS + 1):
        bare.append(_until_ready("bare", folder))
        ours.append(_until_ready("ours", folder))
    name = "start to a usable window, 100,000 articles, median"
    yield Figure(name, _median(ours[1:]), "bare window", _median(bare[1:]), RUNS, ratio=RATIO)


def _until_ready(which: str, folder: Path) -> float:
    begun = perf_counter()
    command = [sys.executable, "-m", _PROBE, which, str(folder)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=_environment(folder)
    ) as process:
        assert process.stdout is not None
        said = process.stdout.readline()
        taken = (perf_counter() - begun) * 1000
    if said.strip() != b"ready":
        raise RuntimeError(f"The {which} window did not come.")
    return taken


def _environment(folder: Path) -> dict[str, str]:
    """Let modules be compiled once, as they are where the program is installed."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PYTHONPYCACHEPREFIX": str(folder / "bytecode")}


def _median(times: list[float]) -> float:
    return sorted(times)[len(times) // 2]
