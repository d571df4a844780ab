"""How a picture will look in the three fixed shapes, as its focal point and its crops move."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QVBoxLayout, QWidget

from newsroom.domain.framing import WHOLE, Framing, Shape, Size
from newsroom.ui.look.fitting import fit
from newsroom.ui.look.labels import Label
from newsroom.ui.look.theme import Theme
from newsroom.ui.look.tokens import META, RADIUS, SPACE_4, SPACE_12, Ink
from newsroom.ui.pictures.crop_frame import Area, shown_area
from newsroom.ui.pictures.crop_words import FIXED, SHAPE_WORDS, area_words

_ACROSS = {Shape.WIDE: 192, Shape.CLASSIC: 144, Shape.SQUARE: 108}
"""All three are as high, so that no shape seems to be worth more."""
_HIGH = 108
_FOR = {Shape.WIDE: "social cards", Shape.CLASSIC: "search", Shape.SQUARE: "search"}


class ShapePreview(QWidget):
    """A picture in one shape."""

    def __init__(self, theme: Theme, shape: Shape) -> None:
        super().__init__()
        self._theme = theme
        self._shape = shape
        self._pixmap = QPixmap()
        self._area = Area(0, 0, WHOLE, WHOLE)
        fit(self, size=(_ACROSS[shape], _HIGH))
        theme.theme_changed.connect(self.update)

    @property
    def area(self) -> Area:
        """The part of the picture that is shown."""
        return self._area

    def show_framing(self, pixmap: QPixmap, framing: Framing, size: Size) -> None:
        """Show a picture as it is cut."""
        self._pixmap = pixmap
        self._area = shown_area(framing, self._shape, size)
        own = framing.crop(self._shape) is not None
        self.setAccessibleName(area_words(self._shape, self._area, own=own))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(self.rect()), RADIUS, RADIUS)
        painter.setClipPath(shape)
        painter.fillRect(self.rect(), QColor(self._theme.palette.hover))
        across, down = self._pixmap.width() / WHOLE, self._pixmap.height() / WHOLE
        one = self._area
        part = QRectF(one.left * across, one.top * down, one.width * across, one.height * down)
        painter.drawPixmap(QRectF(self.rect()), self._pixmap, part)
        painter.end()


class CropPreviews(QWidget):
    """The three shapes, one under another, each with its name and who shows it so."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.shapes = {shape: ShapePreview(theme, shape) for shape in FIXED}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_4)
        for shape, preview in self.shapes.items():
            column.addWidget(Label(f"{SHAPE_WORDS[shape]} · {_FOR[shape]}", META, Ink.INK_2))
            column.addWidget(preview)
            column.addSpacing(SPACE_12 - SPACE_4)

    def show_framing(self, pixmap: QPixmap, framing: Framing, size: Size) -> None:
        """Show a picture as it is cut, in every shape."""
        for preview in self.shapes.values():
            preview.show_framing(pixmap, framing, size)
