"""Take every figure and print it, or those of the subjects that are named.

`python -m tests.bench typing preview` takes two; a part of a name is enough.
"""

from __future__ import annotations

import os
import sys
from importlib import import_module

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# Chromium's sandbox does not run as root, as test machines often do.
os.environ.setdefault("QTWEBENGINE_CHROMIUM_FLAGS", "--no-sandbox --disable-gpu")
os.environ.setdefault("QTWEBENGINE_DISABLE_SANDBOX", "1")

SUBJECTS = (
    "typing_alone",
    "typing_in_the_room",
    "previewing",
    "opening",
    "blocking",
    "starting",
    "searching",
    "memory",
    "keeping",
    "listing",
    "pasting",
    "likening",
    "leafing",
    "picturing",
    "arriving",
    "pictures_grid",
)


def main(wanted: list[str]) -> int:
    chosen = [one for one in SUBJECTS if not wanted or any(name in one for name in wanted)]
    if not chosen:
        sys.stderr.write(f"No such subject. There are: {', '.join(SUBJECTS)}\n")
        return 2
    for subject in chosen:
        for figure in import_module(f"tests.bench.{subject}").figures():
            sys.stdout.write(f"{figure.line()}\n")
            sys.stdout.flush()
    return 0


if __name__ == "__main__":
    status = main(sys.argv[1:])
    sys.stdout.flush()
    # Chromium's own end takes seconds and measures nothing.
    os._exit(status)
