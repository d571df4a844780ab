"""What the composition root lends the window: the doors of libraries, and the key's lock."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsroom.desk.room import Desk
    from newsroom.domain.glance import Glance
    from newsroom.domain.house import House


@dataclass(frozen=True, slots=True)
class DeskOpener:
    """Functions that raise the errors of the domain, but for `glance`.

    `glance` looks into a library before it is open, and gives None where it must be opened to be
    seen; where a disk hangs it is not waited for. `open_desk` and `begin` run in a thread beside
    the window. `locked` tells whether the key on this laptop waits for a passphrase, `unlock` tries
    one, `protect` sets one.
    """

    glance: Callable[[Path], Glance | None]
    open_desk: Callable[[Path], Desk]
    begin: Callable[[Path, House, str], Desk]
    locked: Callable[[], bool]
    unlock: Callable[[str], None]
    protect: Callable[[str], None]
