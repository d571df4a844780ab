"""A display counts only when somebody answers on it."""

from __future__ import annotations

import importlib
import socket
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

PACKAGING = Path(__file__).resolve().parents[3] / "packaging"
MODULES = ("run", "environment", "system_libraries")

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="other systems always have one")


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.syspath_prepend(str(PACKAGING))
    yield importlib.import_module("run")
    for name in MODULES:
        sys.modules.pop(name, None)


def test_no_variable_means_no_display(run: ModuleType) -> None:
    assert not run.has_display()


@pytest.mark.parametrize("display", [":4711", "unix:4711", "localhost:0.0junk", "words", ":"])
def test_a_display_nobody_answers_on_is_none(
    run: ModuleType, monkeypatch: pytest.MonkeyPatch, display: str
) -> None:
    monkeypatch.setenv("DISPLAY", display)
    assert not run.has_display()


def test_an_x_server_that_listens_is_a_display(
    run: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("\0/tmp/.X11-unix/X4712")
        server.listen()
        monkeypatch.setenv("DISPLAY", ":4712.0")
        assert run.has_display()


def test_a_compositor_that_listens_is_a_display(
    run: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-7")
    assert not run.has_display()
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "wayland-7"))
        server.listen()
        assert run.has_display()
