#!/usr/bin/env python3
"""Set Newsroom up and run every check and test.

python3 packaging/test.py                              everything
python3 packaging/test.py tests/unit -k headline       some tests only: pytest's own arguments
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

import environment
from run import guarded, offscreen_variables, set_up

LOCK = Path(__file__).resolve().parent / "requirements-dev.txt"
CHECKED = ("newsroom", "tests", "packaging")
STATIC = {
    "ruff check": ("ruff", "check", *CHECKED),
    "ruff format --check": ("ruff", "format", "--check", *CHECKED),
    "mypy": ("mypy",),
}


def main(arguments: list[str]) -> int:
    """Set up and test; answer 0 only when everything that ran was well."""
    interpreter = str(set_up(LOCK, steps=4))
    with tempfile.TemporaryDirectory(prefix="newsroom-run-") as runtime:
        variables = {"XDG_RUNTIME_DIR": runtime, **offscreen_variables()}
        if arguments:
            print(f"[4/4] pytest {' '.join(arguments)}", flush=True)
            return _module(interpreter, ("pytest", *arguments), variables)
        failed = _static(interpreter, variables)
        workers = min(os.cpu_count() or 1, 4)
        print(f"[4/4] pytest, {workers} at a time", flush=True)
        spread = ("-n", str(workers), "--dist", "loadgroup") if workers > 1 else ()
        tests = _module(interpreter, ("pytest", *spread), variables)
    return tests or int(bool(failed))


def _static(interpreter: str, variables: dict[str, str]) -> list[str]:
    """Run the checks that only read the code; answer the names of those that failed."""
    print("[3/4] Style and types", flush=True)
    failed = [
        name for name, command in STATIC.items() if _module(interpreter, command, variables) != 0
    ]
    if failed:
        print(f"      Not well: {', '.join(failed)}. The exit code will say so too.", flush=True)
    return failed


def _module(interpreter: str, command: tuple[str, ...], variables: dict[str, str]) -> int:
    return environment.call([interpreter, "-m", *command], variables, environment.ROOT)


if __name__ == "__main__":
    sys.exit(guarded(main, sys.argv[1:]))
