"""The private environment: made once, stamped with its lock, repaired when it is incomplete.

Standard library only: this runs before anything is installed.
"""

from __future__ import annotations

import hashlib
import json
import os
import queue
import shutil
import stat
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from system_libraries import NotReady

ROOT = Path(__file__).resolve().parent.parent
_OLDEST_PYTHON = (3, 11)
_WINDOWS = os.name == "nt"
_BUILDING = "building"  # lies in the environment while it is being made
_STAMPS = "newsroom-stamps"
_FURTHER_ATTEMPTS = 2
_NETWORK_SIGNS = ("Connection", "Timeout", "timed out", "IncompleteRead", "Temporary failure")


def require_python() -> None:
    """Raise `NotReady` when the interpreter that runs this is too old."""
    if sys.version_info[:2] < _OLDEST_PYTHON:
        raise NotReady(
            "Newsroom needs Python 3.11 or newer; this one is "
            f"{sys.version_info[0]}.{sys.version_info[1]}. Start the command with a newer one, "
            "for example: python3.12 packaging/run.py"
        )


def folder() -> Path:
    """Answer where the environment lives: NEWSROOM_VENV, else `.venv` in the checkout."""
    chosen = os.environ.get("NEWSROOM_VENV")
    return Path(chosen).expanduser().resolve() if chosen else ROOT / ".venv"


def python(environment: Path) -> Path:
    """Answer the environment's own interpreter."""
    return environment / ("Scripts/python.exe" if _WINDOWS else "bin/python")


def is_ready(environment: Path, lock: Path) -> bool:
    """Tell whether the environment is whole and made from exactly this lock, here."""
    stamp = environment / _STAMPS / lock.name
    return (
        python(environment).exists()
        and not (environment / _BUILDING).exists()
        and stamp.exists()
        and stamp.read_text(encoding="utf-8") == _stamp_of(lock)
    )


def prepare(environment: Path, lock: Path) -> None:
    """Bring the environment to what the lock says; what a broken start left is cleared first.

    Raises `NotReady` with a sentence for the person when that cannot be done.
    """
    with _alone(environment):
        if is_ready(environment, lock):
            return
        if (environment / _BUILDING).exists() or not _fits(environment):
            _clear(environment)
        _create(environment)
        marker = environment / _BUILDING
        marker.touch()
        _install(environment, lock)
        _add_project(environment)
        _write_stamp(environment, lock)
        marker.unlink()


def _identity() -> dict[str, str]:
    """Answer what an environment is tied to: this interpreter, this checkout."""
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    return {"python": version, "base": sys.base_prefix, "checkout": str(ROOT)}


def _stamp_of(lock: Path) -> str:
    digest = hashlib.sha256(lock.read_bytes()).hexdigest()
    return json.dumps({"lock": digest, **_identity()}, indent=1, sort_keys=True)


def _write_stamp(environment: Path, lock: Path) -> None:
    stamps = environment / _STAMPS
    stamps.mkdir(exist_ok=True)
    (stamps / lock.name).write_text(_stamp_of(lock), encoding="utf-8")


def _fits(environment: Path) -> bool:
    """Tell whether an existing environment was made by this interpreter for this checkout."""
    stamps = sorted((environment / _STAMPS).glob("*.txt"))
    if not python(environment).exists() or not stamps:
        return False
    made = json.loads(stamps[0].read_text(encoding="utf-8"))
    return all(made.get(key) == value for key, value in _identity().items())


def _clear(environment: Path) -> None:
    """Remove an environment of ours; any other folder is left alone."""
    if not environment.exists():
        return
    ours = (environment / _BUILDING).exists() or (environment / _STAMPS).exists()
    if not ours and any(environment.iterdir()):
        raise NotReady(
            f"{environment} was not made by this command. Move it away, or name another folder "
            "in the variable NEWSROOM_VENV."
        )
    shutil.rmtree(environment, onerror=_force)


def _force(function: object, path: str, _error: object) -> None:
    """Remove a read-only file, which Windows refuses at first."""
    Path(path).chmod(stat.S_IWRITE)
    if callable(function):
        function(path)


def _create(environment: Path) -> None:
    if python(environment).exists():
        return
    environment.mkdir(parents=True, exist_ok=True)
    (environment / _BUILDING).touch()
    command = [sys.executable, "-I", "-m", "venv", str(environment)]
    done = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)
    if done.returncode:
        raise NotReady(f"Python could not make an environment:\n\n{done.stdout}{done.stderr}")


def _install(environment: Path, lock: Path) -> None:
    """Install the lock with pip, trying again when the network breaks off."""
    total = sum(1 for line in lock.read_text(encoding="utf-8").splitlines() if "==" in line)
    said = _pip(environment, lock, total)
    for _ in range(_FURTHER_ATTEMPTS):
        if said is None or not any(sign in said for sign in _NETWORK_SIGNS):
            break
        print("      The connection broke off; trying again (what came is kept)", flush=True)
        said = _pip(environment, lock, total)
    if said is None:
        return
    last = "\n".join(said.splitlines()[-12:])
    raise NotReady(
        f"The libraries could not be installed:\n\n{last}\n\n"
        "With a network at hand, run the same command again: it goes on where it stopped."
    )


def _pip(environment: Path, lock: Path, total: int) -> str | None:
    """Run pip once; answer None when it succeeded, else all it said."""
    command = [
        *(str(python(environment)), "-I", "-u", "-m", "pip", "install", "--no-input"),
        *("--require-hashes", "--only-binary=:all:", "--progress-bar=off", "-r", str(lock)),
    ]
    settings = {
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
        "PIP_ROOT_USER_ACTION": "ignore",
        "PIP_USER": "0",
        "PYTHONUTF8": "1",
    }
    with subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env={**os.environ, **settings},
        text=True,
        encoding="utf-8",
        errors="replace",
    ) as process:
        try:
            said = _follow(process, total)
        finally:
            process.kill()
    return said if process.returncode else None


def _follow(process: subprocess.Popen[str], total: int) -> str:
    """Turn pip's lines into short progress; answer all that it said once it has ended."""
    assert process.stdout is not None
    lines: queue.Queue[str | None] = queue.Queue()
    threading.Thread(target=_pump, args=(process.stdout, lines), daemon=True).start()
    said: list[str] = []
    progress = _Progress(total)
    while True:
        try:
            line = lines.get(timeout=1)
        except queue.Empty:
            progress.tick()
            continue
        if line is None:
            process.wait()
            progress.close()
            return "".join(said)
        said.append(line)
        progress.read(line.strip())


def _pump(stream: IO[str], lines: queue.Queue[str | None]) -> None:
    for line in stream:
        lines.put(line)
    lines.put(None)


class _Progress:
    """One line that is rewritten on a terminal; a line now and then where there is none."""

    def __init__(self, total: int) -> None:
        self._total = total
        self._seen = 0
        self._text = ""
        self._since = time.monotonic()
        self._terminal = sys.stdout.isatty()

    def read(self, line: str) -> None:
        words = line.split()
        if line.startswith(("Collecting ", "Processing ")):
            self._seen += 1
            self._show(f"{self._seen} of {self._total}: {words[1].split(';')[0]}")
        elif line.startswith("Downloading ") and line.endswith(")"):
            self._show(f"{self._text.split(' (')[0]} {line[line.rindex('(') :]}")
        elif line.startswith("Installing collected packages"):
            self._show(f"putting {self._seen} libraries in their place")

    def tick(self) -> None:
        seconds = int(time.monotonic() - self._since)
        if self._terminal:
            self._draw(f"{self._text} … {seconds} s")

    def close(self) -> None:
        if self._terminal:
            print(flush=True)

    def _show(self, text: str) -> None:
        self._text, self._since = text, time.monotonic()
        if self._terminal:
            self._draw(text)
        elif "putting" in text or "MB" in text:
            print(f"      {text}", flush=True)

    def _draw(self, text: str) -> None:
        width = shutil.get_terminal_size().columns - 7
        print(f"\r      {text[:width]:<{width}}", end="", flush=True)


def _add_project(environment: Path) -> None:
    """Make the checkout importable and give it its command, without building anything.

    The path is written as an escaped literal, because a .pth file has no encoding of its own.
    """
    line = f"import sys; sys.path.append({str(ROOT)!a})\n"
    (_site_packages(environment) / "newsroom-checkout.pth").write_text(line, encoding="ascii")
    if _WINDOWS:
        command = environment / "Scripts" / "newsroom.cmd"
        command.write_text('@"%~dp0python.exe" -m newsroom.app %*\n', encoding="ascii")
        return
    command = environment / "bin" / "newsroom"
    command.write_text(
        '#!/bin/sh\nexec "$(dirname "$(readlink -f "$0")")/python" -m newsroom.app "$@"\n',
        encoding="ascii",
    )
    command.chmod(0o755)


def _site_packages(environment: Path) -> Path:
    if _WINDOWS:
        return environment / "Lib" / "site-packages"
    version = f"python{sys.version_info.major}.{sys.version_info.minor}"
    return environment / "lib" / version / "site-packages"


@contextmanager
def _alone(environment: Path) -> Iterator[None]:
    """Hold the environment for this process; a second set-up waits for the first to end."""
    environment.parent.mkdir(parents=True, exist_ok=True)
    path = environment.with_name(environment.name + ".lock")
    with path.open("a+b") as held:
        _lock(held)
        yield


def _lock(held: IO[bytes]) -> None:
    """Wait for the file's lock, which the system gives back when a process dies."""
    if sys.platform == "win32":
        import msvcrt

        while True:
            try:
                msvcrt.locking(held.fileno(), msvcrt.LK_LOCK, 1)
            except OSError:
                print("      Another set-up is under way; waiting for it", flush=True)
            else:
                return
    else:
        import fcntl

        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            print("      Another set-up is under way; waiting for it", flush=True)
            fcntl.flock(held, fcntl.LOCK_EX)


def child_environment(**more: str) -> dict[str, str]:
    """Answer the variables for a program that is started inside the environment."""
    variables = {**os.environ, **more}
    for name in ("PYTHONHOME", "PYTHONPATH", "__PYVENV_LAUNCHER__"):
        variables.pop(name, None)
    if sys.platform == "linux" and not any(
        variables.get(name) for name in ("LC_ALL", "LC_CTYPE", "LANG")
    ):
        variables["LC_ALL"] = "C.UTF-8"
    return variables


def call(command: Sequence[str], variables: dict[str, str], where: Path) -> int:
    """Run a program with our terminal; answer its exit code.

    Ctrl+C reaches the program by itself, so it may end in its own way; a second one ends it.
    """
    with subprocess.Popen(command, env=variables, cwd=where) as program:
        for _ in range(2):
            try:
                return program.wait()
            except KeyboardInterrupt:
                continue
        program.terminate()
    return 130


def become(command: Sequence[str], variables: dict[str, str]) -> int:
    """Let a program take this one's place, signals included; Windows cannot, so it waits there."""
    sys.stdout.flush()
    if not _WINDOWS:
        os.execve(command[0], list(command), variables)
    return call(command, variables, Path.cwd())
