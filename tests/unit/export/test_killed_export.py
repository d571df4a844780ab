"""An export that is killed in its middle leaves the old page whole, and the next one mends all."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from newsroom.export.folder import write_site
from newsroom.export.placing import PART_FOLDER
from newsroom.export.verify import reopen
from tests.unit.export.samples import night_buses, original, page_of

NEW_HEADLINE = "Night buses: every seat is taken"
PROJECT = Path(__file__).resolve().parents[3]

EXPORTER = """
import os, sys
from pathlib import Path
from newsroom.export import placing
from newsroom.export.folder import write_site
from tests.unit.export.samples import night_buses, original, page_of

out, cache, slug, headline, moment = sys.argv[1:]

def wait_for_death():
    print("here", flush=True)
    sys.stdin.read()

def progress(done, total, label):
    if (moment, done) in (("first picture", 0), ("before the page", total - 1)):
        wait_for_death()

fsync = os.fsync

def fsync_and_stop(handle):
    fsync(handle)
    written = os.readlink(f"/proc/self/fd/{handle}")
    if placing.PART_FOLDER in written and b"<title>" in Path(written).read_bytes()[:1000]:
        wait_for_death()

if moment == "page not yet in place":
    os.fsync = fsync_and_stop
page = page_of(night_buses(slug=slug, headline=headline))
write_site([page], Path(out), original, Path(cache), progress)
print("done", flush=True)
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs kill -9")
@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
@pytest.mark.parametrize("moment", ["first picture", "before the page", "page not yet in place"])
def test_a_killed_export_leaves_the_old_page_whole(
    tmp_path: Path, encoded: Path, moment: str
) -> None:
    out = tmp_path / "site"
    old = page_of(night_buses(slug="night-buses"))
    new = page_of(night_buses(slug="night-buses", headline=NEW_HEADLINE))
    assert old.path == new.path
    write_site([old], out, original, encoded)

    _export_and_kill(out, encoded, moment)
    assert (out / old.path).read_bytes() == old.html
    assert reopen(out).findings == ()
    assert (out / PART_FOLDER).is_dir() == (moment == "page not yet in place")

    write_site([new], out, original, encoded)
    assert (out / new.path).read_bytes() == new.html
    assert reopen(out).findings == ()
    assert not (out / PART_FOLDER).exists()


def _export_and_kill(out: Path, cache: Path, moment: str) -> None:
    arguments = [str(out), str(cache), "night-buses", NEW_HEADLINE, moment]
    with subprocess.Popen(
        [sys.executable, "-c", EXPORTER, *arguments],
        cwd=PROJECT,
        env={**os.environ, "PYTHONPATH": str(PROJECT)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout
        assert process.stdout.readline() == "here\n"
        process.send_signal(signal.SIGKILL)
        assert process.wait(30) == -signal.SIGKILL
