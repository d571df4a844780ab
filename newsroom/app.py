"""The composition root: the only place that chooses and wires.

Reads the settings once, chooses where keys lie, what the clock is and where ids come from, and
hands all of it to the command line or the window. Qt is imported only when a window is needed, and
what a window does without until it stands (the command line, keys, signatures) only after it.
"""

from __future__ import annotations

import gc
import logging
import os
import shutil
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING

from newsroom import desk as deeds
from newsroom.desk import glancing
from newsroom.desk.room import Tools
from newsroom.domain.credentials import SigningFiles
from newsroom.domain.errors import Unavailable
from newsroom.domain.house import House
from newsroom.settings import PictureSigning, Settings, read_settings

if TYPE_CHECKING:
    from newsroom.cli.shell import Wiring
    from newsroom.desk.rehearsing import Say
    from newsroom.desk.room import Desk
    from newsroom.identity.keys import KeyCabinet
    from newsroom.ui.opener import DeskOpener

SAMPLE = "steppe-courier"
STORY = "night-shift-at-the-tower.md"
"""The story of the sample house that the tour brings to its page."""
_SCRATCH_HOUSE = House("Self-test", "https://example.org", "en", required=frozenset())
"""The house of the self-test asks for nothing, so that two typed paragraphs can be published."""
_LOG_BYTES = 512 * 1024
_READER = ["-m", "newsroom.pictures.metadata_worker"]
_TASTER = ["-m", "newsroom.pictures.heic_worker"]
_VOUCHER = ["-m", "newsroom.pictures.credentials_worker"]


def main() -> None:
    """Run the program with the arguments it was called with."""
    if sys.argv[1:3] == _READER:
        # In a packed program there is no interpreter to call: the worker is this program again.
        from newsroom.pictures.metadata_worker import main as read_metadata

        read_metadata()
        return
    if sys.argv[1:3] == _TASTER:
        from newsroom.pictures.heic_worker import main as open_heic

        open_heic()
        return
    if sys.argv[1:3] == _VOUCHER:
        from newsroom.pictures.credentials_worker import main as read_credentials

        read_credentials(sys.argv[3:])
        return
    _speak_plainly()
    sys.exit(start(sys.argv[1:]))


def _signing_files(chosen: PictureSigning | None) -> SigningFiles | None:
    """Give what the person chose to sign pictures with in the words of the domain."""
    return SigningFiles(chosen.certificate, chosen.key, chosen.algorithm) if chosen else None


def _speak_plainly() -> None:
    """Write UTF-8 into files and pipes, as JSON must be, whatever the system's own encoding is."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            encoding = stream.encoding if stream.isatty() else "utf-8"
            stream.reconfigure(encoding=encoding, errors="backslashreplace")


def open_window() -> None:
    """Open the window: the entry for desktops, where there is no terminal to read from."""
    sys.exit(start([]))


def start(arguments: Sequence[str]) -> int:
    """Do what the arguments ask, with the settings of this laptop; give the exit code."""
    settings = read_settings()
    _write_log(settings)
    composition = Composition(settings)
    if not arguments and has_display():
        gc.disable()  # The window takes collection over; until then there is little to collect.
        return composition.open_window(None, sample=False)
    from newsroom.cli.main import run

    return run(arguments, composition.wiring())


def _write_log(settings: Settings) -> None:
    """Keep a log of what went wrong; it never holds a word that somebody wrote."""
    form = "%(asctime)s %(levelname)s %(name)s %(message)s"
    log = LateLog(settings.log_folder / "newsroom.log")
    logging.basicConfig(level=logging.WARNING, handlers=[log], format=form)


class LateLog(logging.Handler):
    """Begins its file with the first thing that goes wrong; on most days nothing does.

    Where the disk refuses the file, nothing is kept.
    """

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path
        self._file: logging.Handler | None = None

    def emit(self, record: logging.LogRecord) -> None:
        """Write a record."""
        if self._file is None:
            self._file = self._begin()
            self._file.setFormatter(self.formatter)
        self._file.emit(record)

    def close(self) -> None:
        """Let go of the file."""
        if self._file:
            self._file.close()
        super().close()

    def _begin(self) -> logging.Handler:
        from logging.handlers import RotatingFileHandler

        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            return RotatingFileHandler(
                self._path, maxBytes=_LOG_BYTES, backupCount=2, encoding="utf-8", delay=True
            )
        except OSError:
            return logging.NullHandler()


class Composition:
    """The parts, chosen by the settings.

    With `keyring` false, keys lie in files, so that a rehearsal leaves nothing in the person's own
    keyring.
    """

    def __init__(self, settings: Settings, *, keyring: bool = True) -> None:
        self.settings = settings
        self._keyring = keyring
        self._passphrase = settings.passphrase
        self._cabinet: KeyCabinet | None = None

    def wiring(self) -> Wiring:
        """Lend the command line what it cannot reach."""
        from newsroom.cli.shell import Wiring

        return Wiring(
            default_library=self.settings.library_to_open,
            open_desk=self.open_desk,
            begin=self.begin,
            open_window=self.open_window,
            self_test=self.self_test,
            tour=self.tour,
        )

    def opener(self) -> DeskOpener:
        """Lend the window what it cannot reach."""
        from newsroom.ui.opener import DeskOpener

        return DeskOpener(
            glancing.glance, self.open_desk, self.begin, self.locked, self.unlock, self.protect
        )

    def tools(self) -> Tools:
        """Give the clock, the ids and the folders."""
        return Tools(
            clock=lambda: datetime.now(UTC).astimezone(),
            new_id=lambda digits: os.urandom(digits // 2).hex(),
            themes=self.settings.resources / "themes",
            cache=self.settings.cache_folder,
            signing=_signing_files(self.settings.preferences.signing),
        )

    def cabinet(self) -> KeyCabinet:
        """Choose where the keys of this laptop lie, once."""
        from newsroom.identity.keys import KeyFile, choose_cabinet

        if self._cabinet is None:
            folder = self.settings.key_folder
            if self._keyring:
                self._cabinet = choose_cabinet(folder, lambda: self._passphrase)
            else:
                self._cabinet = KeyFile(folder, lambda: self._passphrase)
        return self._cabinet

    def locked(self) -> bool:
        """Whether the key on this laptop waits for a passphrase that nobody has given yet."""
        from newsroom.identity.keys import KeyFile

        cabinet = self.cabinet()
        return isinstance(cabinet, KeyFile) and cabinet.sealed and self._passphrase is None

    def unlock(self, passphrase: str) -> None:
        """Take a passphrase; raises `Refused` when it does not open the key."""
        former, self._passphrase = self._passphrase, passphrase
        cabinet = self.cabinet()
        try:
            for member in cabinet.members():
                cabinet.load(member)
        except BaseException:
            self._passphrase = former
            raise

    def protect(self, passphrase: str) -> None:
        """Set a passphrase for the key of this laptop."""
        from newsroom.identity.keys import KeyFile

        cabinet = self.cabinet()
        if not isinstance(cabinet, KeyFile):
            raise Unavailable(
                "Your key lies in the system's keyring, which protects it already.",
                hint="Set the keyring's own password in the settings of your system.",
            )
        cabinet.set_passphrase(passphrase)
        self._passphrase = passphrase

    def open_desk(self, folder: Path) -> Desk:
        """Open a library."""
        return deeds.opening.open_desk(folder, self.cabinet(), self.tools())

    def begin(self, folder: Path, house: House, person: str) -> Desk:
        """Begin a newsroom."""
        return deeds.opening.begin(folder, house, person, self.cabinet(), self.tools())

    def sample(self) -> Path:
        """Give the folder of the sample library, made now if it is not there yet."""
        folder = self.settings.sample_library
        if not folder.exists():
            sys.stderr.write("      Making the sample library\n")
            from newsroom.cli.progress import progress_bar
            from newsroom.desk import sampling

            # Made aside, so that half a sample is never found.
            aside = folder.with_name(f"{folder.name}.unfinished")
            shutil.rmtree(aside, ignore_errors=True)
            sampling.make_sample(
                aside, self._sample_house(), self.cabinet(), self.tools(), progress_bar()
            ).close()
            aside.rename(folder)
        return folder

    def open_window(self, folder: Path | None, sample: bool) -> int:
        """Open the window on a library, on the sample house, or on what was open last."""
        require_display()
        let_root_draw()
        from newsroom.ui.start import run as run_window

        wanted = self.sample() if sample else folder
        arguments = ["newsroom", *([str(wanted)] if wanted else [])]
        return run_window(self.opener(), self.settings, arguments)

    def self_test(self, say: Say) -> int:
        """Try the program on a scratch library: type a story, render it, export it."""
        draw_nowhere()
        from tempfile import TemporaryDirectory

        from newsroom.desk import rehearsing
        from newsroom.ui.rehearsal import type_a_story

        with TemporaryDirectory(prefix="newsroom-self-test-") as name:
            folder = Path(name)
            rehearsal = self._apart(folder)
            rehearsal.begin(folder / "library", _SCRATCH_HOUSE, "Self-test").close()
            article = type_a_story(rehearsal.opener(), rehearsal.settings, folder / "library")
            say("Typed a story into the window, and saw it in the preview")
            desk = rehearsal.open_desk(folder / "library")
            rehearsing.release(desk, article, folder / "site", say)
            desk.close()
        say("Newsroom works on this machine.")
        return 0

    def tour(self, folder: Path, say: Say) -> int:
        """Do the main job without a window, and draw the window into a picture."""
        draw_nowhere()
        from newsroom.desk import rehearsing
        from newsroom.ui.rehearsal import draw_window

        folder = folder.absolute()
        for former in ("data", "site"):
            shutil.rmtree(folder / former, ignore_errors=True)
        rehearsal = self._apart(folder / "data")
        library = rehearsal.sample()
        desk = rehearsal.open_desk(library)
        page = rehearsing.rehearse(desk, self._sample_house() / STORY, folder / "site", say)
        desk.close()
        picture = folder / "newsroom.png"
        draw_window(rehearsal.opener(), rehearsal.settings, library, picture)
        say(f"The page lies in      {page}")
        say(f"The window, drawn, is {picture}")
        return 0

    def _apart(self, folder: Path) -> Composition:
        """Give the same parts with everything of a person's kept inside a folder of its own."""
        places = {"NEWSROOM_DATA_DIR": str(folder), "NEWSROOM_CONFIG_DIR": str(folder)}
        return Composition(read_settings(places), keyring=False)

    def _sample_house(self) -> Path:
        return self.settings.resources / "samples" / SAMPLE


def has_display() -> bool:
    """Whether there is a display: where there is none, Qt would abort the program."""
    named = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform != "linux" or any(os.environ.get(name) for name in named)


def require_display() -> None:
    """Refuse to open a window where there is no display."""
    if not has_display():
        raise Unavailable(
            "There is no display to open a window on.",
            hint="Use the commands instead; newsroom --help lists them.",
        )


def draw_nowhere() -> None:
    """Draw windows into memory, whatever display and graphics card there is."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ.setdefault("QT_QUICK_BACKEND", "software")
    os.environ.setdefault("QTWEBENGINE_CHROMIUM_FLAGS", "--disable-gpu --log-level=3")
    let_root_draw()


def let_root_draw() -> None:
    """Let the preview start for the administrator, whom its browser's sandbox does not serve."""
    if sys.platform == "linux" and os.geteuid() == 0:
        os.environ.setdefault("QTWEBENGINE_DISABLE_SANDBOX", "1")


if __name__ == "__main__":
    main()
