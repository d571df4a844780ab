"""What holds for every test: see `tests/support/guards.py`."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

from tests.support import guards

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

RESOURCES = Path(__file__).parents[1] / "resources"

# Before anything loads Qt. Chromium's sandbox does not run as root, as test machines often do.
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ.setdefault("QTWEBENGINE_CHROMIUM_FLAGS", "--no-sandbox --disable-gpu")
os.environ.setdefault("QTWEBENGINE_DISABLE_SANDBOX", "1")

settings.register_profile(
    "ci", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("ci")


@pytest.fixture(autouse=True)
def private_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give each test a home of its own, so that none touches the person's files or keys."""
    home = tmp_path_factory.mktemp("home")
    for name, value in guards.private_environment(home).items():
        if value is None:
            monkeypatch.delenv(name, raising=False)
        else:
            monkeypatch.setenv(name, value)
    return home


@pytest.fixture(autouse=True)
def log_guard() -> Iterator[guards.LogGuard]:
    """Fail on a logged warning, unless the test announces it: `log_guard.expect("pattern")`."""
    with guards.watched_log() as guard:
        yield guard


@pytest.fixture(autouse=True)
def network_guard() -> Iterator[guards.NetworkGuard]:
    """Keep each test on this machine."""
    with guards.no_network() as guard:
        yield guard


@pytest.fixture(autouse=True)
def collector_guard(request: pytest.FixtureRequest) -> Iterator[None]:
    """Let a test with windows collect garbage in their own thread only."""
    with guards.collected_in_this_thread() if "qapp" in request.fixturenames else nullcontext():
        yield


@pytest.fixture(autouse=True)
def leak_guard() -> Iterator[None]:
    """Fail on threads, windows and timers that a test leaves behind."""
    with guards.no_leaked_threads(), guards.no_leaked_windows():
        yield


@pytest.fixture(scope="session")
def qapp(qapp: QApplication) -> QApplication:
    """Load the fonts of the program before anything is drawn, as its start does.

    What was drawn before keeps the font that stood in, also where that is asked for again.
    """
    from newsroom.ui.look.fonts import load_fonts

    load_fonts(RESOURCES / "fonts")
    return qapp


@pytest.fixture(autouse=True, scope="session")
def empty_clipboard() -> Iterator[None]:
    """Leave nothing on the clipboard: without a display Qt lets go of it after Python, and crashes.

    With a display the clipboard is the system's, and Qt's own part of it goes before.
    """
    yield
    guards.empty_clipboard()
