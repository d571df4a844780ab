"""Classes of Qt come into being in the window's thread: PySide keeps their table without a lock."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.journeys import typist
from tests.support.stories import a_house

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("first_time", [False, True])
def test_no_lane_reads_the_windows_code(tmp_path: Path, first_time: bool) -> None:
    library = tmp_path / "library"
    if not first_time:
        typist.composition(tmp_path).begin(library, a_house(), "Aigerim Sadykova").close()
    done = subprocess.run(
        [sys.executable, "-m", "tests.journeys.class_watch", str(library)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=110,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == []
