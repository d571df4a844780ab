"""Reading a file's own credits, in a worker process that may crash or hang without harm."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import newsroom
from newsroom.pictures.embedded import Embedded, MetadataRead, Tags, record_of

WORKER = (sys.executable, "-m", "newsroom.pictures.metadata_worker")
TIME_LIMIT = 10.0
"""Seconds. A read takes a fifth of one; a file that needs this long was made to hang readers."""

_NOT_READ = MetadataRead(
    warnings=("The picture's own credits could not be read; enter them by hand.",)
)


def read_record(
    path: Path, worker: Sequence[str] = WORKER, time_limit: float = TIME_LIMIT
) -> MetadataRead:
    """Read the credit record that a picture file carries.

    Never raises for what the file holds: where the worker fails or takes more than `time_limit`
    seconds, the record is empty and a warning says so. A file without metadata has no warning.
    """
    try:
        done = subprocess.run(
            [*worker, str(path.absolute())],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=time_limit,
            env=_environment(),
            creationflags=_flags(),
            check=True,
        )
        return record_of(_embedded(done.stdout))
    except (OSError, subprocess.SubprocessError, ValueError):
        return _NOT_READ


def _environment() -> dict[str, str]:
    """Let the worker find this very package from any folder, and nothing lying in that folder."""
    package = str(Path(newsroom.__file__).parent.parent)
    others = os.environ.get("PYTHONPATH", "")
    return {
        **os.environ,
        "PYTHONPATH": os.pathsep.join(filter(None, (package, others))),
        "PYTHONSAFEPATH": "1",
    }


def _flags() -> int:
    """Keep Windows from opening a console for the worker."""
    if sys.platform == "win32":
        return subprocess.CREATE_NO_WINDOW
    return 0


def _embedded(output: bytes) -> Embedded:
    """Read the worker's last line; raises `ValueError` where it is not JSON of Latin-1."""
    answer = json.loads(output.rstrip().rpartition(b"\n")[2])
    if not isinstance(answer, dict):
        answer = {}
    return Embedded(
        xmp=str(answer.get("xmp", "")).encode("latin-1"),
        iim=_tags(answer.get("iim")),
        exif=_tags(answer.get("exif")),
    )


def _tags(answer: object) -> Tags:
    found = answer if isinstance(answer, dict) else {}
    return {
        str(name): tuple(str(text).encode("latin-1") for text in texts)
        for name, texts in found.items()
        if isinstance(texts, list)
    }
