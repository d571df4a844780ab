"""The picture under the knife: what is cut away lies dimmed, a frame with handles around the rest.

Mouse and keys do the same: a click or the arrows set the focal point; a drag or the arrows move the
frame, or the handle at hand, which Space changes; plus and minus make the frame larger and smaller.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from newsroom.domain.framing import WHOLE, Framing, Shape, Size, focused
from newsroom.ui.look.theme import Theme
from newsroom.ui.look.tokens import LIGHT
from newsroom.ui.pictures.crop_frame import (
    FRAME,
    STEP,
    STRIDE,
    Area,
    Handle,
    handle_after,
    handles_of,
    moved,
    pulled,
    put_in,
    resized,
    shown_area,
    slope_of,
)
from newsroom.ui.pictures.crop_words import area_words, focal_words, handle_words

_GRIP, _GRIP_AT_HAND, _REACH = 10, 16, 14
"""Half of it around a handle's point is drawn, drawn where the keys hold it, answers the hand."""
_AT_HAND = LIGHT.accent_fill
"""Drawn over the picture, which looks the same in every theme."""
_DIMMED = QColor(0, 0, 0, 150)
_THIRDS = QColor(255, 255, 255, 90)
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_SIZES = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1}
_CURSORS = {
    (-1, -1): Qt.CursorShape.SizeFDiagCursor,
    (1, 1): Qt.CursorShape.SizeFDiagCursor,
    (1, -1): Qt.CursorShape.SizeBDiagCursor,
    (-1, 1): Qt.CursorShape.SizeBDiagCursor,
    (0, -1): Qt.CursorShape.SizeVerCursor,
    (0, 1): Qt.CursorShape.SizeVerCursor,
    (-1, 0): Qt.CursorShape.SizeHorCursor,
    (1, 0): Qt.CursorShape.SizeHorCursor,
}


class CropStage(QWidget):
    """Shows a picture and how it is cut. `reframed` carries the framing that the hand made.

    `shape` is the crop at hand, None while it is the focal point that is set. `handle` is what the
    arrow keys move of it; `taken` tells that it is another one.
    """

    reframed = Signal(object)
    taken = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._pixmap = QPixmap()
        self._size: Size = (1, 1)
        self._framing = Framing()
        self.shape: Shape | None = None
        self.handle: Handle = FRAME
        self._held: tuple[Handle, QPointF, Area] | None = None
        self._before: Framing | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme.theme_changed.connect(self.update)

    def show_picture(self, pixmap: QPixmap, size: Size) -> None:
        """Show another picture, of a size in pixels; its pixmap may be smaller, or still null."""
        self._pixmap, self._size = pixmap, size
        self.update()

    def show_framing(self, framing: Framing, shape: Shape | None) -> None:
        """Show how it is cut, and which crop is at hand."""
        if shape is not self.shape:
            self.handle = FRAME
        self._framing, self.shape = framing, shape
        self._speak()

    def _speak(self) -> None:
        words = self.words()
        if words != self.accessibleName():
            self.setAccessibleName(words)
        self.update()

    def words(self) -> str:
        """Say where the focal point is, or what the crop at hand shows."""
        if self.shape is None:
            return focal_words(self._framing.focal)
        own = self._framing.crop(self.shape) is not None
        return area_words(self.shape, self.area(), own=own) + handle_words(self.handle)

    def area(self) -> Area:
        """Give what the crop at hand shows."""
        return shown_area(self._framing, self.shape or Shape.FREE, self._size)

    def give_up_drag(self) -> bool:
        """Let go of what mouse or keys hold; tell whether they held anything.

        What the mouse did with it is taken back.
        """
        if self.handle != FRAME:
            self._take(FRAME)
            return True
        held, self._held = self._held is not None or self._before is not None, None
        before, self._before = self._before, None
        if before is not None:
            self.reframed.emit(before)
        return held

    def sizeHint(self) -> QSize:
        return QSize(640, 480)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, 160)

    def place(self) -> QRectF:
        """Tell where on the stage the picture lies."""
        room = self.rect().adjusted(_GRIP, _GRIP, -_GRIP, -_GRIP)
        whole = QSize(*self._size).scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        found = QRect(0, 0, max(1, whole.width()), max(1, whole.height()))
        found.moveCenter(room.center())
        return QRectF(found)

    def on_stage(self, area: Area) -> QRectF:
        """Tell where on the stage a part of the picture lies."""
        place = self.place()
        across, down = place.width() / WHOLE, place.height() / WHOLE
        return QRectF(
            place.left() + area.left * across,
            place.top() + area.top * down,
            area.width * across,
            area.height * down,
        )

    def _in_picture(self, point: QPointF) -> tuple[int, int]:
        place = self.place()
        x = (point.x() - place.left()) * WHOLE / place.width()
        y = (point.y() - place.top()) * WHOLE / place.height()
        return round(x), round(y)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, shift = Qt.Key(event.key()), event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        step = STRIDE if shift else STEP
        if way := _ARROWS.get(key):
            resize = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            self._nudge(way[0] * step, way[1] * step, resize=resize)
        elif key is Qt.Key.Key_Space and self.shape:
            self._take(handle_after(self.shape, self.handle, -1 if shift else 1))
        elif (by := _SIZES.get(key)) and self.shape:
            self._cut(resized(self.area(), by * STEP, slope_of(self.shape, self._size)))
        else:
            super().keyPressEvent(event)

    def _take(self, handle: Handle) -> None:
        """Let the arrow keys move another handle, or the frame."""
        self.handle = handle
        self._speak()
        self.taken.emit()

    def _nudge(self, across: int, down: int, *, resize: bool) -> None:
        shape, framing = self.shape, self._framing
        if shape is None:
            focal = framing.focal
            self.reframed.emit(focused(framing, focal.x + across, focal.y + down))
            return
        area = self.area()
        handle = (1, 1) if resize and self.handle == FRAME else self.handle
        if handle == FRAME:
            self._cut(moved(area, across, down))
        else:
            self._cut(pulled(area, handle, across, down, slope_of(shape, self._size)))

    def _cut(self, area: Area) -> None:
        if self.shape is not None and area != self.area():
            self.reframed.emit(put_in(self._framing, self.shape, area))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        self._before = self._framing
        if self.shape is None:
            self._held = None
            self._focus_at(event.position())
        elif (handle := self._handle_at(event.position())) is not None:
            self._held = (handle, event.position(), self.area())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not event.buttons() & Qt.MouseButton.LeftButton or self._before is None:
            self._show_cursor(event.position())
        elif self.shape is None:
            self._focus_at(event.position())
        elif self._held is not None:
            self._drag(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._held = self._before = None
        self._show_cursor(event.position())

    def _focus_at(self, point: QPointF) -> None:
        self.reframed.emit(focused(self._framing, *self._in_picture(point)))

    def _drag(self, point: QPointF) -> None:
        assert self._held is not None
        assert self.shape is not None
        handle, start, area = self._held
        now, then = self._in_picture(point), self._in_picture(start)
        across, down = now[0] - then[0], now[1] - then[1]
        if handle == FRAME:
            self._cut(moved(area, across, down))
        else:
            self._cut(pulled(area, handle, across, down, slope_of(self.shape, self._size)))

    def _handle_at(self, point: QPointF) -> Handle | None:
        """Find the handle under a point, or the frame itself; None is what lies outside."""
        assert self.shape is not None
        frame = self.on_stage(self.area())
        for handle in handles_of(self.shape):
            found = QRectF(0, 0, 2 * _REACH, 2 * _REACH)
            found.moveCenter(_grip(frame, handle))
            if found.contains(point):
                return handle
        return FRAME if frame.contains(point) else None

    def _show_cursor(self, point: QPointF) -> None:
        if self.shape is None:
            self.setCursor(Qt.CursorShape.CrossCursor)
            return
        handle = self._handle_at(point)
        if handle is None:
            self.unsetCursor()
        else:
            self.setCursor(_CURSORS.get(handle, Qt.CursorShape.SizeAllCursor))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        place = self.place()
        if self._pixmap.isNull():
            painter.fillRect(place, QColor(self._theme.palette.hover))
        else:
            painter.drawPixmap(place, self._pixmap, QRectF(self._pixmap.rect()))
        if self.shape is None:
            self._draw_focal(painter)
        else:
            self._draw_frame(painter, place, self.shape)
        painter.end()

    def _draw_focal(self, painter: QPainter) -> None:
        focal = self._framing.focal
        at = self.on_stage(Area(focal.x, focal.y, 0, 0)).topLeft()
        for colour, width in ((QColor(0, 0, 0, 170), 5.0), (QColor("#FFFFFF"), 2.0)):
            painter.setPen(QPen(colour, width))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(at, 16, 16)
            for x, y in ((1, 0), (-1, 0), (0, 1), (0, -1)):
                painter.drawLine(at + QPointF(10 * x, 10 * y), at + QPointF(22 * x, 22 * y))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor("#FFFFFF"))
        painter.drawEllipse(at, 2.5, 2.5)

    def _draw_frame(self, painter: QPainter, place: QRectF, shape: Shape) -> None:
        frame = self.on_stage(self.area())
        away = QPainterPath()
        away.addRect(place)
        away.addRect(frame)
        painter.fillPath(away, _DIMMED)
        painter.setPen(QPen(_THIRDS, 1))
        for third in (1, 2):
            x = frame.left() + frame.width() * third / 3
            y = frame.top() + frame.height() * third / 3
            painter.drawLine(QPointF(x, frame.top()), QPointF(x, frame.bottom()))
            painter.drawLine(QPointF(frame.left(), y), QPointF(frame.right(), y))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for colour, width in ((QColor(0, 0, 0, 170), 4.0), (QColor("#FFFFFF"), 2.0)):
            painter.setPen(QPen(colour, width))
            painter.drawRect(frame)
        for handle in handles_of(shape):
            self._draw_grip(painter, _grip(frame, handle), at_hand=handle == self.handle)

    def _draw_grip(self, painter: QPainter, middle: QPointF, *, at_hand: bool) -> None:
        """Draw a handle; the one that the arrow keys move is larger, and in the accent's colour."""
        if at_hand:
            painter.setPen(QPen(QColor("#FFFFFF"), 2))
            painter.setBrush(QColor(_AT_HAND))
        else:
            painter.setPen(QPen(QColor(0, 0, 0, 200), 1))
            painter.setBrush(QColor("#FFFFFF"))
        side = _GRIP_AT_HAND if at_hand else _GRIP
        grip = QRectF(0, 0, side, side)
        grip.moveCenter(middle)
        painter.drawRect(grip)


def _grip(frame: QRectF, handle: Handle) -> QPointF:
    middle = frame.center()
    return QPointF(
        middle.x() + handle[0] * frame.width() / 2, middle.y() + handle[1] * frame.height() / 2
    )
