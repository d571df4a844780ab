"""What Content Credentials say of a picture, and what becomes of them in its copies."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from newsroom import desk as deeds
from newsroom.domain.credentials import ContentCredentials, Standing
from newsroom.domain.ids import PictureId
from newsroom.ui.look.bars import Surface
from newsroom.ui.look.labels import IconLabel, Label
from newsroom.ui.look.theme import Theme
from newsroom.ui.look.tokens import BASE, META, SPACE_4, SPACE_12, Ink

if TYPE_CHECKING:
    from newsroom.desk.room import Desk

_SIGNS = {
    Standing.TRUSTED: ("mdi6.check-decagram-outline", Ink.GREEN),
    Standing.VALID: ("mdi6.account-question-outline", Ink.INK_2),
    Standing.INVALID: ("mdi6.alert-outline", Ink.AMBER),
    Standing.UNCHECKED: ("mdi6.information-outline", Ink.INK_2),
}
_SAYS_AI = "Made by AI, or a part of it"


@dataclass(frozen=True, slots=True)
class Vouched:
    """A picture's credential, None for a picture without; and what signs copies, "" for nothing."""

    picture: PictureId
    found: ContentCredentials | None
    signs: str = ""


def vouched(picture: PictureId, desk: Desk) -> Vouched:
    """Look into the original of a picture, asking no network."""
    signing = desk.tools.signing
    signs = signing.certificate.name if signing else ""
    return Vouched(picture, deeds.credentials.credentials(desk, picture), signs)


class VouchingCard(Surface):
    """Who signed the picture, whether that holds, and what was done to it.

    `stood` carries how far the credential holds, None for a picture without.
    """

    stood = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__("card")
        self.setAccessibleName("Content Credentials")
        self._standing = IconLabel(theme, "mdi6.information-outline", "", BASE, Ink.INK_2)
        self._standing.label.setWordWrap(True)
        self._table = QWidget()
        self._end = IconLabel(theme, "mdi6.link-off", "", META, Ink.INK_2)
        self._end.label.setWordWrap(True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(SPACE_12, SPACE_12, SPACE_12, SPACE_12)
        self._column.setSpacing(SPACE_4)
        for part in (self._standing, self._table, self._end):
            self._column.addWidget(part)

    @property
    def words(self) -> tuple[str, ...]:
        """What the card says: how the credential stands, each fact, and where it ends."""
        rows = [label.text() for label in self._table.findChildren(Label)]
        return (self._standing.label.text(), *rows, self._end.label.text())

    def show_vouched(self, vouched: Vouched) -> None:
        """Show the credential of another picture."""
        found = vouched.found
        self.stood.emit(found.standing if found else None)
        if found is None:
            return
        icon, ink = _SIGNS[found.standing]
        self._standing.say(found.standing.words, icon, ink)
        self._fill(facts_of(found))
        if vouched.signs:
            words = f"Copies are signed with the house’s certificate, {vouched.signs}."
            self._end.say(words, "mdi6.file-sign")
        else:
            words = "The credential ends here: exported copies are not signed."
            self._end.say(words, "mdi6.link-off")

    def _fill(self, facts: tuple[tuple[str, str], ...]) -> None:
        former, self._table = self._table, QWidget()
        grid = QGridLayout(self._table)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SPACE_12)
        grid.setVerticalSpacing(SPACE_4)
        grid.setColumnStretch(1, 1)
        for row, (name, said) in enumerate(facts):
            words = Label(said, META, Ink.INK)
            words.setWordWrap(True)
            grid.addWidget(Label(name, META, Ink.INK_3), row, 0)
            grid.addWidget(words, row, 1)
        self._column.replaceWidget(former, self._table)
        former.hide()
        former.deleteLater()


def facts_of(found: ContentCredentials) -> tuple[tuple[str, str], ...]:
    """Name what a credential says; what it does not say is left out."""
    signer = ", ".join(dict.fromkeys(part for part in (found.signer, found.issuer) if part))
    checked = found.standing is not Standing.UNCHECKED
    rows = (
        ("Signed by", signer),
        ("Signed", found.signed_at),
        ("Program", found.generator),
        ("Steps", ", ".join(found.edits)),
        ("AI", _SAYS_AI if found.ai else "Says nothing of AI" if checked else ""),
        ("Why", " ".join(found.faults)),
    )
    return tuple((name, said) for name, said in rows if said)
