"""The place where a picture is cut: large, with its three shapes beside it; the original stays."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPixmap
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from newsroom.domain.framing import UNFRAMED, FocalPoint, Framing, Shape, focused, uncropped
from newsroom.domain.picture import Picture
from newsroom.domain.workflow import State
from newsroom.ui.look.bars import Footer, PaneHeader, Surface
from newsroom.ui.look.controls import Button, Kind, Segments
from newsroom.ui.look.fitting import fit
from newsroom.ui.look.focus import in_order
from newsroom.ui.look.labels import ElidedLabel, IconLabel, Label
from newsroom.ui.look.scrolling import ScrollingColumn
from newsroom.ui.look.theme import Theme
from newsroom.ui.look.tokens import META, PANE_TITLE, SPACE_8, SPACE_16, Ink
from newsroom.ui.look.wrapping import WrappingRow
from newsroom.ui.pictures.crop_previews import CropPreviews
from newsroom.ui.pictures.crop_stage import CropStage
from newsroom.ui.pictures.crop_words import SHAPE_WORDS, stale_words, warnings
from newsroom.ui.pictures.shelf import name_of

_FOCAL = "focal"
_PARTS = (
    (_FOCAL, "Focal point", "mdi6.image-filter-center-focus"),
    *((shape.value, words, "") for shape, words in SHAPE_WORDS.items()),
)
_FOCAL_HELP = (
    "Click what must stay in sight, or move the point with the arrow keys, with Shift by "
    "10\u00a0%. Shapes that nobody cropped follow it."
)
_FRAME_HELP = (
    "Drag the frame or its handles. Arrow keys move it, with Shift by 10\u00a0%, plus and minus "
    "make it larger and smaller. Space takes one handle after another, and the arrow keys pull it."
)
_KEYS = "Enter keeps it, Esc takes it back."
_SIDE = 248
_MOST_WARNINGS = 2


class CropEditor(Surface):
    """Cuts one picture. `kept` carries the framing to save, `closed` tells that work is over."""

    kept = Signal(object)
    closed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__("paper")
        self.setAccessibleName("Crop the picture")
        self._picture: Picture | None = None
        self._pixmap = QPixmap()
        self._framing = UNFRAMED
        self._states: tuple[State, ...] = ()
        self.stage = CropStage(theme)
        self.previews = CropPreviews(theme)
        self.shapes = Segments(theme, _PARTS)
        self.shapes.setAccessibleName("What to set")
        for button in self.shapes.findChildren(Button):
            button.setFocusPolicy(button.focusPolicy() & ~Qt.FocusPolicy.ClickFocus)
        self.title = ElidedLabel("", PANE_TITLE)
        self.whole = Button(theme, "Whole picture", Kind.PLAIN, "mdi6.fit-to-screen-outline")
        self.back = Button(theme, "Take back", Kind.QUIET)
        self.keep = Button(theme, "Keep", Kind.PRIMARY, "mdi6.check")
        self._said = Label("", META, Ink.INK)
        self._help = Label("", META, Ink.INK_3)
        self._warnings = tuple(
            IconLabel(theme, "mdi6.alert-outline", "", META, Ink.AMBER)
            for _ in range(_MOST_WARNINGS)
        )
        self._stale = IconLabel(theme, "mdi6.clock-alert-outline", "", META, Ink.AMBER)
        self.first_stop = self.stage
        self._arrange()
        self._connect()

    @property
    def picture(self) -> Picture | None:
        """The picture that is being cut."""
        return self._picture

    @property
    def framing(self) -> Framing:
        """How it is cut now, kept or not."""
        return self._framing

    @property
    def ready(self) -> bool:
        """Whether the picture itself is on show."""
        return not self._pixmap.isNull()

    @property
    def changed(self) -> bool:
        """Whether anything would be lost by leaving."""
        return self._picture is not None and self._framing != self._picture.framing

    @property
    def warned(self) -> tuple[str, ...]:
        """What is said against the crops, and of approvals."""
        lines = (*self._warnings, self._stale)
        return tuple(one.label.text() for one in lines if not one.isHidden())

    def begin(self, picture: Picture) -> None:
        """Cut another picture, beginning with its focal point."""
        self._picture = picture
        self._pixmap = QPixmap()
        self._framing = picture.framing
        self._states = ()
        self.title.setText(f"Crop “{name_of(picture)}”")
        self.stage.show_picture(self._pixmap, (picture.width, picture.height))
        self.shapes.choose(_FOCAL)
        # From the picture the Tab key leads to what ends the work, not out of the editor; an order
        # holds only among what is in a window already.
        in_order(self.whole, self.stage, self.back, self.keep)
        self._show()

    def show_pixmap(self, pixmap: QPixmap) -> None:
        """Show the picture itself, as it comes."""
        if self._picture:
            self._pixmap = pixmap
            self.stage.show_picture(pixmap, (self._picture.width, self._picture.height))
            self._show()

    def show_states(self, states: tuple[State, ...]) -> None:
        """Take over how the articles stand that use the picture."""
        self._states = states
        self._show()

    def choose(self, shape: Shape | None) -> None:
        """Set the focal point, or a crop."""
        self.shapes.choose(shape.value if shape else _FOCAL)
        self._show()

    def take_back(self) -> None:
        """Take back the drag under way, else all that was changed, else leave."""
        if self.stage.give_up_drag():
            return
        if self.changed and self._picture:
            self._set(self._picture.framing)
        else:
            self.closed.emit()

    def keep_it(self) -> None:
        """Ask for the framing to be saved; who saves it closes the editor then."""
        if self.changed:
            self.kept.emit(self._framing)
        else:
            self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Escape:
                self.take_back()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.keep_it()
            case _:
                super().keyPressEvent(event)

    def _arrange(self) -> None:
        header = PaneHeader("paper")
        header.row.addWidget(self.title, 1)
        header.add(self.back, self.keep)
        tools = Surface("paper")
        tools.setProperty("edge", "bottom")
        row = QHBoxLayout(tools)
        row.setContentsMargins(SPACE_16, SPACE_8, SPACE_16, SPACE_8)
        parts = WrappingRow(SPACE_8)
        parts.add(self.shapes, self.whole)
        row.addWidget(parts, 1)
        ground = Surface("desk")
        around = QVBoxLayout(ground)
        around.setContentsMargins(SPACE_16, SPACE_16, SPACE_16, SPACE_16)
        around.addWidget(self.stage)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(ground, 1)
        middle.addWidget(self._side())
        footer = Footer("paper")
        footer.row.addWidget(ElidedLabel(_KEYS, META, Ink.INK_2), 1)
        footer.add(Label("The original stays untouched", META, Ink.INK_2))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(header)
        column.addWidget(tools)
        column.addLayout(middle, 1)
        column.addWidget(footer)

    def _side(self) -> QWidget:
        inside = Surface("pane")
        column = QVBoxLayout(inside)
        column.setContentsMargins(SPACE_16, SPACE_16, SPACE_16, SPACE_16)
        column.setSpacing(SPACE_8)
        column.addWidget(self._said)
        for line in (*self._warnings, self._stale):
            line.label.setWordWrap(True)
            column.addWidget(line)
        column.addWidget(self._help)
        column.addSpacing(SPACE_8)
        column.addWidget(self.previews)
        for words in (self._said, self._help):
            words.setWordWrap(True)
        column.addStretch(1)
        area = ScrollingColumn(inside)
        area.setProperty("edge", "left")
        fit(area, width=_SIDE)
        return area

    def _connect(self) -> None:
        self.stage.reframed.connect(self._set)
        self.stage.taken.connect(self._show)
        self.shapes.chosen.connect(self._on_shape)
        self.whole.clicked.connect(self._on_whole)
        self.back.clicked.connect(self.take_back)
        self.keep.clicked.connect(self.keep_it)

    @property
    def _shape(self) -> Shape | None:
        key = self.shapes.chosen_key
        return None if key == _FOCAL else Shape(key)

    def _on_shape(self, key: str) -> None:
        self._show()
        # The arrow keys go on from shape to shape where it was they that chose this one.
        if not self.shapes.isAncestorOf(QApplication.focusWidget() or self):
            self.stage.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_whole(self) -> None:
        if self._shape is None:
            middle = FocalPoint()
            self._set(focused(self._framing, middle.x, middle.y))
        else:
            self._set(uncropped(self._framing, self._shape))
        self.stage.setFocus(Qt.FocusReason.OtherFocusReason)

    def _set(self, framing: Framing) -> None:
        self._framing = framing
        self._show()

    def _show(self) -> None:
        if self._picture is None:
            return
        shape, framing = self._shape, self._framing
        size = self._picture.width, self._picture.height
        self.stage.show_framing(framing, shape)
        self.previews.show_framing(self._pixmap, framing, size)
        self._said.setText(self.stage.words())
        self._help.setText(_FOCAL_HELP if shape is None else _FRAME_HELP)
        self.whole.setText("Back to the middle" if shape is None else "Whole picture")
        away = framing.focal != FocalPoint() if shape is None else framing.crop(shape) is not None
        self.whole.setEnabled(away)
        self.back.setText("Take back" if self.changed else "Close")
        self.keep.setEnabled(self.changed)
        self._warn(warnings(framing, size))

    def _warn(self, said: tuple[str, ...]) -> None:
        for number, line in enumerate(self._warnings):
            line.say(said[number] if number < len(said) else "")
            line.setVisible(number < len(said))
        words = stale_words(self._states) if self.changed else ""
        self._stale.say(words)
        self._stale.setVisible(bool(words))
