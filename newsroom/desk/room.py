"""The room that every deed happens in: a library, a pen, a press, a clock, and where things lie."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from newsroom.domain.credentials import SigningFiles
from newsroom.domain.ids import MemberId

if TYPE_CHECKING:
    from newsroom.desk.press import Press
    from newsroom.desk.signing import Pen
    from newsroom.store.library import Library

ME = "me"
"""The key of a library's local state under which it keeps who works on this laptop."""


@dataclass(frozen=True, slots=True)
class Tools:
    """What the composition root gives: a clock, fresh ids, and folders.

    `clock` answers with an aware time; `new_id` with so many hexadecimal digits drawn at random;
    `themes` holds the page themes, a folder each; `cache` may be emptied at any time;
    `signing` says with what copies of pictures are signed, None for with nothing.
    """

    clock: Callable[[], datetime]
    new_id: Callable[[int], str]
    themes: Path
    cache: Path
    signing: SigningFiles | None = None


@dataclass(frozen=True, slots=True)
class Desk:
    """An open library and the person who works on it."""

    library: Library
    me: MemberId
    pen: Pen
    press: Press
    tools: Tools

    def now(self) -> datetime:
        """Tell the time."""
        return self.tools.clock()

    def close(self) -> None:
        """Leave the library."""
        self.library.close()
