"""A window opened in a process of its own, which tells what came into being beside its thread."""

from __future__ import annotations

import builtins
import json
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

from newsroom.app import draw_nowhere
from newsroom.ui.rehearsal import an_application, leave, wait_for
from newsroom.ui.start import Visit
from newsroom.ui.welcome import Beginning, Welcome
from tests.journeys.typist import composition
from tests.support.stories import a_house

LAST = "newsroom.ui.house.settings_place"
"""The module that is read ahead last."""


def watch_classes() -> list[str]:
    """Give a list that grows by each class of Qt that is made outside of the first thread."""
    beside: list[str] = []
    build: Callable[..., Any] = builtins.__build_class__

    def building(body: Any, name: str, /, *bases: Any, **named: Any) -> Any:
        made = build(body, name, *bases, **named)
        if _is_of_qt(made) and threading.current_thread() is not threading.main_thread():
            beside.append(f"{made.__module__}.{name}")
        return made

    builtins.__build_class__ = building
    return beside


def _is_of_qt(made: type) -> bool:
    return any(base.__module__.startswith("PySide6.") for base in made.__mro__)


def main(library: Path) -> None:
    """Open a window, let it read ahead, close it; print what was made beside its thread.

    Where there is no library, one is begun on the welcome screen.
    """
    beside = watch_classes()
    draw_nowhere()
    program = composition(library.parent)
    visit = Visit(an_application(program.settings), program.opener(), program.settings)
    visit.enter(library)
    if not library.exists():
        wait_for("the welcome screen", lambda: visit.window.findChild(Welcome) is not None)
        begin = Beginning(library, a_house(), "Aigerim Sadykova")
        visit.window.findChildren(Welcome)[0].begin_wanted.emit(begin)
    wait_for("its library", lambda: visit.is_open)
    wait_for("the last module", lambda: LAST in sys.modules)
    leave(visit)
    print(json.dumps(beside))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
