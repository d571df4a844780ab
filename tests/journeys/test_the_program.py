"""The program as it is started: a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def started(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Start the program from another folder, with nothing of a display."""
    environment = {key: value for key, value in os.environ.items() if key not in DISPLAYS}
    environment |= {
        "PYTHONPATH": str(ROOT),
        "NEWSROOM_DATA_DIR": str(folder / "data"),
        "NEWSROOM_CONFIG_DIR": str(folder / "config"),
    }
    return subprocess.run(
        [sys.executable, "-m", "newsroom.app", *arguments],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        timeout=110,
        check=False,
    )


def test_the_self_test_types_renders_and_exports(tmp_path: Path) -> None:
    done = started(tmp_path, "self-test")
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[-1] == "Newsroom works on this machine."
    assert not (tmp_path / "data" / "library").exists()


def test_without_a_display_the_window_says_so(tmp_path: Path) -> None:
    done = started(tmp_path)
    assert done.returncode == 3
    assert "no display" in done.stderr
    assert "Traceback" not in done.stderr
