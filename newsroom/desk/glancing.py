"""Look into a library before it is opened, so that a window can stand with its list at once."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from newsroom.desk.room import ME
from newsroom.store import glance as looking

if TYPE_CHECKING:
    from newsroom.domain.glance import Glance


def glance(folder: Path) -> Glance | None:
    """Give what a first look sees; None where the library must be opened to be seen."""
    return looking.glance(folder, ME)
