"""Run the command line in this process, as the installed program would."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from newsroom.cli.main import run
from newsroom.cli.shell import Wiring
from newsroom.desk import opening
from newsroom.identity.keys import KeyFile
from tests.support.rooms import Clock, tools


@dataclass(frozen=True)
class Answer:
    """What one call said: exit code, standard output, standard error."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


@dataclass(frozen=True)
class CommandLine:
    """Calls commands on one library; each call opens and leaves it, as a process would."""

    folder: Path
    capture: pytest.CaptureFixture[str]
    clock: Callable[[], Any]

    def __call__(self, *arguments: str | Path) -> Answer:
        texts = ["--library", str(self.folder / "library"), *map(str, arguments)]
        self.capture.readouterr()
        code = run(texts, self._wiring())
        captured = self.capture.readouterr()
        return Answer(code, captured.out, captured.err)

    def _wiring(self) -> Wiring:
        cabinet = KeyFile(self.folder / "keys", lambda: None)
        room = tools(self.folder, self.clock)
        return Wiring(
            default_library=self.folder / "library",
            open_desk=lambda folder: opening.open_desk(folder, cabinet, room),
            begin=lambda folder, house, person: opening.begin(folder, house, person, cabinet, room),
            open_window=lambda _folder, _sample: 0,
            self_test=lambda _say: 0,
            tour=lambda _folder, _say: 0,
        )


def command_line(folder: Path, capture: pytest.CaptureFixture[str]) -> CommandLine:
    """Give a command line whose clock goes on by a second a look."""
    return CommandLine(folder, capture, Clock())
