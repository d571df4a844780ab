"""What lies under an open drawer: still there, yet nothing that the keyboard should come to."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QRegion
from PySide6.QtWidgets import QWidget

from newsroom.ui.look.scale import grown
from newsroom.ui.look.tokens import LIST_LEAST

_COVERS = "covers"


def make_cover(part: QWidget) -> None:
    """Let a part count as lying over its neighbours whenever it is in sight."""
    part.setProperty(_COVERS, True)


def covers_of(part: QWidget) -> Iterator[QWidget]:
    """Find what can lie over a part, in sight or not: covers beside whatever it stands in."""
    here, home = part, part.parentWidget()
    while home is not None and not here.isWindow():
        for one in home.children():
            if isinstance(one, QWidget) and one is not here and one.property(_COVERS):
                yield one
        here, home = home, home.parentWidget()


def uncovered(part: QWidget, area: QRect, ground: QWidget) -> QRegion:
    """Give what of an area is not under the covers of a part, both as `ground` measures."""
    seen = QRegion(area)
    for cover in covers_of(part):
        if cover.isVisible():
            seen -= QRect(cover.mapTo(ground, QPoint(0, 0)), cover.size())
    return seen


def is_covered(part: QWidget) -> bool:
    """Whether less than half of a part is in sight, and less than a column to read or write in."""
    seen = uncovered(
        part, QRect(part.mapTo(part.window(), QPoint(0, 0)), part.size()), part.window()
    )
    return seen.boundingRect().width() < min(part.width() / 2, grown(LIST_LEAST))
