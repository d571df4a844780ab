"""What stands at a link: its address, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from newsroom.ui.look.controls import Button, IconButton
from newsroom.ui.look.fitting import fit
from newsroom.ui.look.labels import Label, PathLabel
from newsroom.ui.look.one_line import OneLine
from newsroom.ui.look.popover import Popover
from newsroom.ui.look.theme import Theme
from newsroom.ui.look.tokens import BASE, BUTTON, META, SPACE_4, SPACE_8, SPACE_12, Ink

_WIDTH = 300
_RETURNS = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class LinkPopover(Popover):
    """Shows an address, or a field for one. `given` carries what was typed."""

    given = Signal(str)
    edit_wanted = Signal()
    open_wanted = Signal()
    remove_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__("Link")
        self.field = OneLine()
        fit(self.field, role=BASE, width=_WIDTH, height=BUTTON)
        self.field.setPlaceholderText("Address, such as example.org")
        self.field.setAccessibleName("Address of the link")
        self._set = Button(theme, "Set link")
        self._address = PathLabel("", BASE, Ink.ACCENT)
        fit(self._address, width=_WIDTH)
        self._address.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self._edit = IconButton(theme, "mdi6.pencil-outline", "Edit link", "Ctrl+L")
        self.open = IconButton(theme, "mdi6.open-in-new", "Open in browser")
        self.remove = IconButton(theme, "mdi6.link-variant-off", "Remove link")
        self._fault = Label("", META, Ink.AMBER)
        self._fault.setWordWrap(True)
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(SPACE_4)
        parts: tuple[QWidget, ...] = (
            *(self.field, self._set),
            *(self._address, self._edit),
            *(self.open, self.remove),
        )
        for part in parts:
            row.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_12, SPACE_8, SPACE_8, SPACE_8)
        column.setSpacing(SPACE_4)
        column.addLayout(row)
        column.addWidget(self._fault)

    def _connect(self) -> None:
        self._set.clicked.connect(self._give)
        self._edit.clicked.connect(self.edit_wanted)
        self.open.clicked.connect(self.open_wanted)
        self.remove.clicked.connect(self.remove_wanted)
        self.field.textEdited.connect(lambda _: self._say(""))

    @property
    def editing(self) -> bool:
        """Whether the address can be typed."""
        return not self.field.isHidden()

    @property
    def shown(self) -> str:
        """The address on show."""
        return self._address.text()

    @property
    def fault(self) -> str:
        """Why the address was not taken."""
        return self._fault.text()

    def tell(self, address: str, *, opens: bool) -> None:
        """Show where a link leads."""
        self._take(address, editing=False, linked=True, opens=opens)

    def ask(self, address: str, *, linked: bool, opens: bool) -> None:
        """Ask for an address; `linked` says that there is a link already."""
        self._take(address, editing=True, linked=linked, opens=opens)
        self.field.setText(address)
        self.field.selectAll()

    def _take(self, address: str, *, editing: bool, linked: bool, opens: bool) -> None:
        self._address.setText(address)
        for asking in (self.field, self._set):
            asking.setVisible(editing)
        for telling in (self._address, self._edit):
            telling.setVisible(not editing)
        self.open.setVisible(linked)
        self.open.setEnabled(opens)
        self.remove.setVisible(linked)
        self._say("")

    def show_fault(self, words: str) -> None:
        """Say why an address is not taken."""
        self._say(words)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def _say(self, words: str) -> None:
        self._fault.setText(words)
        self._fault.setVisible(bool(words))
        self.adjustSize()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Return in the field."""
        if event.key() in _RETURNS and self.field.hasFocus():
            self._give()
            return
        super().keyPressEvent(event)

    def _give(self) -> None:
        self.given.emit(self.field.text().strip())
