"""Running one of our own modules in a process that may crash or hang without harm."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import newsroom


def command(module: str) -> tuple[str, ...]:
    """Give the command that runs a module of ours."""
    return (sys.executable, "-m", module)


def run(worker: Sequence[str], asked: bytes, time_limit: float) -> bytes:
    """Run a worker on what it is asked, and give what it answers.

    Raises `OSError` or `subprocess.SubprocessError` where it fails or takes longer, in seconds.
    """
    done = subprocess.run(
        [*worker],
        input=asked,
        capture_output=True,
        timeout=time_limit,
        env=environment(),
        creationflags=flags(),
        check=True,
    )
    return done.stdout


def environment() -> Mapping[str, str]:
    """Let the worker find this very package from any folder, and nothing lying in that folder."""
    package = str(Path(newsroom.__file__).parent.parent)
    others = os.environ.get("PYTHONPATH", "")
    return {
        **os.environ,
        "PYTHONPATH": os.pathsep.join(filter(None, (package, others))),
        "PYTHONSAFEPATH": "1",
    }


def flags() -> int:
    """Keep Windows from opening a console for the worker."""
    if sys.platform == "win32":
        return subprocess.CREATE_NO_WINDOW
    return 0
