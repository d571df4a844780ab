"""What the preview says of itself: that its bytes are those of the export, and which those are."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from newsroom.ui.look.controls import Button, Kind
from newsroom.ui.look.fitting import fit
from newsroom.ui.look.labels import IconLabel
from newsroom.ui.look.theme import Theme
from newsroom.ui.look.tokens import HASH, META, SPACE_8, Ink

SAME = "Same bytes as the export"
UPDATING = "Updating…"
SHOWN_DIGITS = 6
_SETTLED_MS = 150
"""How long a page must have stood before it is vouched for: words that come and go at every key
would be all that a person who types could see."""
_COPIED_MS = 1500


class ProofLine(QWidget):
    """Says nothing of a page that is on its way, and of one that stands which bytes it is."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._fingerprint = ""
        self._dated = True
        self._state = IconLabel(theme, "mdi6.file-check-outline", "No page yet", META, Ink.INK_3)
        self._mark = Button(theme, "", Kind.WORDS)
        fit(self._mark, role=HASH, height=24)
        self._mark.clicked.connect(self._copy)
        self._mark.hide()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._settle)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_8 // 2)
        row.addWidget(self._state)
        row.addWidget(self._mark)

    @property
    def fingerprint(self) -> str:
        """The fingerprint that is vouched for at present; empty while none is."""
        return self._fingerprint if self._mark.isVisibleTo(self) else ""

    @property
    def words(self) -> str:
        """What is said at present."""
        return self._state.label.text()

    def await_page(self) -> None:
        """Vouch for nothing: the words have changed, and their page is not on screen."""
        self._timer.stop()
        self._state.say(UPDATING, "mdi6.dots-horizontal", Ink.INK_3)
        self._mark.hide()

    def show_page(self, fingerprint: str, *, dated: bool) -> None:
        """Vouch for the page with these bytes once it has stood for a moment.

        `dated` says that the story has a date of its own.
        """
        self._fingerprint = fingerprint
        self._dated = dated
        self._timer.start(_SETTLED_MS)

    def fail(self, words: str) -> None:
        """Say why there is no page."""
        self._timer.stop()
        self._state.say(words, "mdi6.alert-outline", Ink.AMBER)
        self._mark.hide()

    def _settle(self) -> None:
        self._state.say(SAME, "mdi6.check-circle", Ink.GREEN)
        self._state.setToolTip(
            ""
            if self._dated
            else "The story has no date yet, so this page has the time of now. The export has the "
            "time at which the story is submitted."
        )
        self._mark.setText(self._fingerprint[:SHOWN_DIGITS])
        self._mark.setToolTip(f"SHA-256 {self._fingerprint}\nPress to copy it")
        self._mark.setAccessibleName(
            f"Fingerprint of the page, {self._fingerprint[:SHOWN_DIGITS]}. Copy it"
        )
        self._mark.setAccessibleDescription(f"SHA-256 {self._fingerprint}")
        self._mark.show()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._fingerprint)
        self._state.say("Fingerprint copied", "mdi6.check", Ink.GREEN)
        self._timer.start(_COPIED_MS)
