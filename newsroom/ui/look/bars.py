"""The three lines that run across the window: pane headers, tool rows and footers."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from newsroom.ui.look.fitting import fit
from newsroom.ui.look.tokens import BAR, FOOTER, SPACE_8, SPACE_16


class Surface(QFrame):
    """A flat area in one of the palette's surfaces."""

    def __init__(self, surface: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", surface)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)


class Bar(Surface):
    """A row of fixed height with a line at one edge."""

    def __init__(self, surface: str, height: int, edge: str) -> None:
        super().__init__(surface)
        self.setProperty("edge", edge)
        fit(self, height=height)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(SPACE_16, 0, SPACE_16, 0)
        self.row.setSpacing(SPACE_8)

    def add(self, *parts: QWidget) -> None:
        """Put parts into the row, one after another."""
        for part in parts:
            self.row.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)

    def stretch(self) -> None:
        """Push what follows to the right."""
        self.row.addStretch(1)


class PaneHeader(Bar):
    """The top row of a pane."""

    def __init__(self, surface: str) -> None:
        super().__init__(surface, BAR, "bottom")


class ToolRow(Bar):
    """The row of tools under a header."""

    def __init__(self, surface: str, *, lined: bool = True) -> None:
        super().__init__(surface, BAR, "bottom" if lined else "none")


class Footer(Bar):
    """The bottom row of a pane."""

    def __init__(self, surface: str) -> None:
        super().__init__(surface, FOOTER, "top")


class Rule(QFrame):
    """A thin line between groups of tools."""

    def __init__(self, height: int = SPACE_16 + SPACE_8 // 2) -> None:
        super().__init__()
        self.setProperty("rule", True)
        self.setFixedSize(1, height)
