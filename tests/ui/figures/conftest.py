"""A furnished window, as the tests of the shell have it."""

from __future__ import annotations

from tests.ui.shell.conftest import desk, rooms, set_up, stage, theme

__all__ = ["desk", "rooms", "set_up", "stage", "theme"]
