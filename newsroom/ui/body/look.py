"""The colours that the body is drawn in, and what it shows of a picture: given from outside."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QPixmap

from newsroom.domain.document import Figure


@dataclass(frozen=True, slots=True)
class BodyLook:
    """Colours by role, as `#RRGGBB`, by the names of the design's tokens.

    `scale` is how much larger than the design's the text is drawn.
    """

    paper: str
    pane: str
    line: str
    control_line: str
    ink: str
    ink_2: str
    ink_3: str
    accent: str
    selected: str
    amber: str
    amber_mark: str
    green: str
    scale: float = 1.0


@dataclass(frozen=True, slots=True)
class FigureInfo:
    """What a picture's card shows beside the figure's own words.

    `credit` is the line as printed, prefix included; `missing` says that the picture has none.
    `pixmap` is a thumbnail of any size, or None where it cannot be read.
    """

    pixmap: QPixmap | None = None
    credit: str = ""
    missing: bool = True


FigureSource = Callable[[Figure], FigureInfo]
