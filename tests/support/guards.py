"""Guards around every test: what it must not log, leak, reach or touch.

Each is a context manager that raises `AssertionError` when the test is over. They look at Qt only
where the test has loaded it, so that unit tests run on a machine without Qt.
"""

from __future__ import annotations

import gc
import ipaddress
import logging
import os
import re
import socket
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch

GRACE = 2.0
"""Seconds that a thread which has been told to end may take to do so."""

QT_OWN_WINDOWS = frozenset({"QTipLabel", "QWhatsThat"})
"""Windows that Qt makes for itself and keeps."""


class LogGuard(logging.Handler):
    """Collects records of `WARNING` and above, and knows which of them a test waits for."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self._patterns: list[str] = []
        self._records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a record for the end of the test."""
        self._records.append(record)

    def expect(self, pattern: str) -> None:
        """Announce that a message which fits this regular expression will be logged."""
        self._patterns.append(pattern)

    def check(self) -> None:
        """Fail on a message that was not announced, and on an announced one that never came."""
        messages = [f"{one.levelname} {one.name}: {one.getMessage()}" for one in self._records]
        unexpected = [m for m in messages if not any(re.search(p, m) for p in self._patterns)]
        assert not unexpected, "Logged without being expected:\n" + "\n".join(unexpected)
        absent = [p for p in self._patterns if not any(re.search(p, m) for m in messages)]
        assert not absent, f"Expected in the log, but never logged: {absent}"


@contextmanager
def watched_log() -> Iterator[LogGuard]:
    """Fail on an unexpected log message of `WARNING` and above, from any library."""
    guard = LogGuard()
    root = logging.getLogger()
    root.addHandler(guard)
    try:
        yield guard
    finally:
        root.removeHandler(guard)
    guard.check()


@contextmanager
def no_leaked_threads() -> Iterator[None]:
    """Fail on a thread that the test started and that would keep the program from ending."""
    before = set(threading.enumerate())
    yield
    started = [one for one in threading.enumerate() if one not in before and not one.daemon]
    for thread in started:
        thread.join(GRACE)
    alive = [thread.name for thread in started if thread.is_alive()]
    assert not alive, f"Left running: {', '.join(alive)}"


class NetworkGuard:
    """Refuses and remembers every attempt to reach another machine."""

    def __init__(self) -> None:
        self.refused: list[str] = []

    def require_local(self, host: object) -> None:
        """Refuse a host that is not this machine."""
        if not is_local(host):
            self.refused.append(str(host))
            raise ConnectionRefusedError(f"A test may not reach {host}.")


def is_local(host: object) -> bool:
    """Whether an address stays on this machine: a path, a loopback address, or no host at all."""
    if not isinstance(host, str):
        return host is None or isinstance(host, bytes)
    if host in {"", "localhost"} or host.startswith(("/", "\0")):
        return True
    try:
        return ipaddress.ip_address(host.partition("%")[0]).is_loopback
    except ValueError:
        return False


@contextmanager
def no_network() -> Iterator[NetworkGuard]:
    """Refuse connections and name look-ups beyond this machine; fail even if that was swallowed."""
    guard = NetworkGuard()
    connect, connect_ex, look_up = (
        socket.socket.connect,
        socket.socket.connect_ex,
        socket.getaddrinfo,
    )

    def guarded_connect(self: socket.socket, address: Any) -> None:
        guard.require_local(_host(address))
        connect(self, address)

    def guarded_connect_ex(self: socket.socket, address: Any) -> int:
        guard.require_local(_host(address))
        return connect_ex(self, address)

    def guarded_look_up(host: Any, *args: Any, **named: Any) -> Any:
        guard.require_local(host)
        return look_up(host, *args, **named)

    with (
        patch.object(socket.socket, "connect", guarded_connect),
        patch.object(socket.socket, "connect_ex", guarded_connect_ex),
        patch.object(socket, "getaddrinfo", guarded_look_up),
    ):
        yield guard
    assert not guard.refused, f"Tried to reach the network: {', '.join(guard.refused)}"


def _host(address: Any) -> object:
    return address[0] if isinstance(address, tuple) else None


def private_environment(home: Path) -> dict[str, str | None]:
    """Give the environment of a person who owns nothing: every folder inside `home`.

    None stands for a variable that must not be set.
    """
    folders = {
        "HOME": home,
        "USERPROFILE": home,
        "APPDATA": home / "roaming",
        "LOCALAPPDATA": home / "local",
        "XDG_CONFIG_HOME": home / "config",
        "XDG_DATA_HOME": home / "data",
        "XDG_CACHE_HOME": home / "cache",
        "XDG_STATE_HOME": home / "state",
    }
    own = [name for name in os.environ if name.startswith("NEWSROOM_")]
    return {
        **{name: str(folder) for name, folder in folders.items()},
        "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
        **dict.fromkeys(["DBUS_SESSION_BUS_ADDRESS", *own]),
    }


@contextmanager
def collected_in_this_thread() -> Iterator[None]:
    """Keep Python's collector out of other threads, where it would destroy Qt objects.

    See `newsroom/ui/collecting.py`: the program does the same. A full collection walks through
    every test there is, so only the young are looked at: what this test made, and what the one
    before still held when it ended.
    """
    was_automatic = gc.isenabled()
    gc.disable()
    gc.collect(1)
    try:
        yield
    finally:
        gc.collect(0)
        if was_automatic:
            gc.enable()


@contextmanager
def no_leaked_windows() -> Iterator[None]:
    """Fail on windows and running timers that a test made and left, where the test loaded Qt."""
    windows, timers = _windows(), _running_timers()
    yield
    if not _application():
        return
    _finish_deletions()
    if _left_windows(windows) or _left_timers(timers, windows):
        gc.collect()
        _finish_deletions()
    left = [_name(one) for one in _left_windows(windows)]
    assert not left, f"Windows left open or never deleted: {', '.join(left)}"
    left = [_name(one) for one in _left_timers(timers, windows)]
    assert not left, f"Timers left running: {', '.join(left)}"


def _application() -> Any:
    widgets = sys.modules.get("PySide6.QtWidgets")
    return widgets.QApplication.instance() if widgets else None


def _finish_deletions() -> None:
    core = sys.modules["PySide6.QtCore"]
    core.QCoreApplication.sendPostedEvents(None, core.QEvent.Type.DeferredDelete)


def _address(thing: Any) -> int:
    return int(sys.modules["shiboken6"].getCppPointer(thing)[0])


def _windows() -> dict[int, Any]:
    application = _application()
    if not application:
        return {}
    return {_address(one): one for one in application.topLevelWidgets()}


def _left_windows(before: dict[int, Any]) -> list[Any]:
    return [
        one
        for address, one in _windows().items()
        if address not in before
        and _address(_root(one)) not in before
        and type(one).__name__ not in QT_OWN_WINDOWS
        and one.metaObject().className() not in QT_OWN_WINDOWS
    ]


def empty_clipboard() -> None:
    """Empty the clipboard where Qt was used."""
    if _application():
        sys.modules["PySide6.QtGui"].QGuiApplication.clipboard().clear()


def _running_timers() -> dict[int, Any]:
    if not _application():
        return {}
    timer = sys.modules["PySide6.QtCore"].QTimer
    wrappers = sys.modules["shiboken6"].getAllValidWrappers()
    return {_address(one): one for one in wrappers if isinstance(one, timer) and one.isActive()}


def _left_timers(timers: dict[int, Any], windows: dict[int, Any]) -> list[Any]:
    return [
        one
        for address, one in _running_timers().items()
        if address not in timers and _address(_root(one)) not in windows
    ]


def _root(thing: Any) -> Any:
    while parent := thing.parent():
        thing = parent
    return thing


def _name(thing: Any) -> str:
    owner = thing.parent()
    own = f"{type(thing).__name__} {thing.objectName()!r}"
    return f"{own} of {type(owner).__name__} {owner.objectName()!r}" if owner else own
