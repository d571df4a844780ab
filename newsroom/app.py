"""The composition root: the only place that chooses and wires.

Reads the settings once, chooses where keys lie, what the clock is and where ids come from, and
hands all of it to the command line or the window. Imports of Qt happen only when a window opens.
"""

from __future__ import annotations

import logging
import secrets
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from logging.handlers import RotatingFileHandler
from pathlib import Path

from newsroom.cli.main import run
from newsroom.cli.shell import Wiring
from newsroom.cli.progress import progress_bar
from newsroom.desk import opening, sampling
from newsroom.desk.room import Desk, Tools
from newsroom.domain.house import House
from newsroom.identity.keys import KeyCabinet, choose_cabinet
from newsroom.settings import Settings, read_settings

SAMPLE = "steppe-courier"
_LOG_BYTES = 512 * 1024


def main() -> None:
    """Run the program with the arguments it was called with."""
    sys.exit(start(sys.argv[1:]))


def open_window() -> None:
    """Open the window: the entry for desktops, where there is no terminal to read from."""
    sys.exit(start([]))


def start(arguments: Sequence[str]) -> int:
    """Do what the arguments ask, with the settings of this laptop; give the exit code."""
    settings = read_settings()
    _write_log(settings)
    return run(arguments, Composition(settings).wiring())


def _write_log(settings: Settings) -> None:
    """Keep a log of what went wrong; it never holds a word that somebody wrote."""
    try:
        settings.log_folder.mkdir(parents=True, exist_ok=True)
        path = settings.log_folder / "newsroom.log"
        handler: logging.Handler = RotatingFileHandler(
            path, maxBytes=_LOG_BYTES, backupCount=2, encoding="utf-8", delay=True
        )
    except OSError:
        handler = logging.NullHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logging.basicConfig(level=logging.WARNING, handlers=[handler])


@dataclass(frozen=True, slots=True)
class Composition:
    """The parts, chosen by the settings."""

    settings: Settings

    def wiring(self) -> Wiring:
        """Lend the command line what it cannot reach."""
        return Wiring(
            default_library=self.settings.library_to_open,
            open_desk=self.open_desk,
            begin=self.begin,
            open_window=self.open_window,
            self_test=self.self_test,
            tour=self.tour,
        )

    def tools(self) -> Tools:
        """Give the clock, the ids and the folders."""
        return Tools(
            clock=lambda: datetime.now(UTC).astimezone(),
            new_id=lambda digits: secrets.token_hex(digits // 2),
            themes=self.settings.resources / "themes",
            cache=self.settings.cache_folder,
        )

    def cabinet(self) -> KeyCabinet:
        """Choose where the keys of this laptop lie."""
        return choose_cabinet(self.settings.key_folder, lambda: self.settings.passphrase)

    def open_desk(self, folder: Path) -> Desk:
        """Open a library."""
        return opening.open_desk(folder, self.cabinet(), self.tools())

    def begin(self, folder: Path, house: House, person: str) -> Desk:
        """Begin a newsroom."""
        return opening.begin(folder, house, person, self.cabinet(), self.tools())

    def sample(self) -> Path:
        """Give the folder of the sample library, made now if it is not there yet."""
        folder = self.settings.sample_library
        if not folder.exists():
            print("Making the sample library", file=sys.stderr)
            source = self.settings.resources / "samples" / SAMPLE
            sampling.make_sample(
                folder, source, self.cabinet(), self.tools(), progress_bar()
            ).close()
        return folder

    def open_window(self, folder: Path | None, sample: bool) -> int:
        """Open the window on a library, on the sample house, or on what was open last."""
        return 0

    def self_test(self) -> int:
        """Try the program on a scratch library."""
        return 0

    def tour(self, folder: Path) -> int:
        """Do the main job without a window and draw the window."""
        return 0


if __name__ == "__main__":
    main()
