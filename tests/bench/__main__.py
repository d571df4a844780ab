"""Take every figure and print it."""

from __future__ import annotations

import os
import sys

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def main() -> None:
    from tests.bench import keeping, keystrokes

    for subject in (keystrokes, keeping):
        for figure in subject.figures():
            sys.stdout.write(f"{figure.line()}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
