#!/usr/bin/env python3
"""Set Newsroom up and open it on a sample library; where there is no display, show it in a file.

    python3 packaging/run.py                 the window, or the tour without one
    python3 packaging/run.py -- list --json  any command of Newsroom instead

Needs only Python 3.11 or newer. Everything else goes into a private environment: `.venv` in this
folder, or the folder that NEWSROOM_VENV names. Nothing else on the machine is touched, but for
Qt's system libraries on Debian and Ubuntu, where they are missing and may be installed.
"""

from __future__ import annotations

import argparse
import os
import socket
import sys
from collections.abc import Callable
from pathlib import Path

import environment
import system_libraries

LOCK = Path(__file__).resolve().parent / "requirements.txt"
TOUR = environment.ROOT / "build" / "tour"


def main(arguments: list[str]) -> int:
    """Set up, then open the window, make the tour, or run the command that was given."""
    options = _parser().parse_args(arguments)
    interpreter = set_up(LOCK, steps=3)
    command = [str(interpreter), "-m", "newsroom.app"]
    if options.command:
        variables = environment.child_environment() if has_display() else offscreen_variables()
        return environment.become([*command, *options.command], variables)
    if options.no_window or not has_display():
        print(f"[3/3] No display: the main job without a window, into {TOUR}", flush=True)
        TOUR.mkdir(parents=True, exist_ok=True)
        return environment.become([*command, "tour", str(TOUR)], offscreen_variables())
    print("[3/3] Opening Newsroom on the sample library", flush=True)
    return environment.become([*command, "--sample"], environment.child_environment())


def guarded(work: Callable[[list[str]], int], arguments: list[str]) -> int:
    """Run a whole command; what the person can mend becomes a sentence and exit code 3."""
    try:
        return work(arguments)
    except system_libraries.NotReady as problem:
        print(f"\n{problem}", file=sys.stderr)
        return 3
    except KeyboardInterrupt:
        print("\nStopped. The same command goes on where this one was.", file=sys.stderr)
        return 130


def set_up(lock: Path, steps: int) -> Path:
    """Make machine and environment ready, saying what happens; answer the interpreter to use."""
    environment.require_python()
    folder = environment.folder()
    print(f"[1/{steps}] System libraries", flush=True)
    system_libraries.ensure()
    if environment.is_ready(folder, lock):
        print(f"[2/{steps}] Private environment is ready: {folder}", flush=True)
    else:
        print(f"[2/{steps}] Making a private environment in {folder}", flush=True)
        print("      The first time this downloads about 300 MB", flush=True)
        environment.prepare(folder, lock)
    return environment.python(folder)


def offscreen_variables() -> dict[str, str]:
    """Answer the variables for drawing without a display, hence without a graphics card."""
    flags = ("--no-sandbox " if _is_root() else "") + "--disable-gpu --log-level=3"
    return environment.child_environment(
        QT_QPA_PLATFORM="offscreen", QTWEBENGINE_CHROMIUM_FLAGS=flags
    )


def _is_root() -> bool:
    return sys.platform == "linux" and os.geteuid() == 0


def has_display() -> bool:
    """Tell whether a window can be shown; a DISPLAY that nobody answers is none."""
    if sys.platform != "linux":
        return True
    wayland, x11 = os.environ.get("WAYLAND_DISPLAY"), os.environ.get("DISPLAY")
    if wayland:
        at = Path(os.environ.get("XDG_RUNTIME_DIR", "/run/user/0")) / wayland
        if _answers(socket.AF_UNIX, str(at)):
            return True
    return bool(x11) and _x11_answers(x11 or "")


def _x11_answers(display: str) -> bool:
    host, _, rest = display.rpartition(":")
    number = rest.partition(".")[0]
    if not number.isdigit():
        return False
    if host and not host.startswith(("unix", "/")):
        return _answers(socket.AF_INET, (host, 6000 + int(number)))
    path = f"/tmp/.X11-unix/X{number}"
    return _answers(socket.AF_UNIX, path) or _answers(socket.AF_UNIX, f"\0{path}")


def _answers(family: socket.AddressFamily, address: str | tuple[str, int]) -> bool:
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.settimeout(3)
        try:
            probe.connect(address)
        except OSError:
            return False
        return True


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="run.py", description="Set Newsroom up and open it on a sample library."
    )
    parser.add_argument(
        "--no-window", action="store_true", help="do the main job without a window, into build/tour"
    )
    parser.add_argument(
        "command", nargs="*", metavar="-- COMMAND", help="a command of Newsroom to run instead"
    )
    return parser


if __name__ == "__main__":
    sys.exit(guarded(main, sys.argv[1:]))
