"""The three boxes of a use of a picture: their names, and what the checks say under each."""

from __future__ import annotations

from collections.abc import Iterable

from newsroom.domain.findings import Finding, open_ones
from newsroom.domain.ids import PictureId
from newsroom.ui.look.labels import IconLabel
from newsroom.ui.look.theme import Theme
from newsroom.ui.look.tokens import META, Ink

ALT, CAPTION, CREDIT = "alt", "caption", "credit"
NAMES = {ALT: "A blind reader hears", CAPTION: "Everyone reads", CREDIT: "Gets the credit"}
ICONS = {
    ALT: "mdi6.ear-hearing",
    CAPTION: "mdi6.eye-outline",
    CREDIT: "mdi6.account-circle-outline",
}
BOX_NAMES = {ALT: "A blind reader hears: alt text", CAPTION: "Everyone reads: caption"}
"""How a screen reader calls the boxes that are written in."""


def about_use(found: Iterable[Finding], place: str, picture: PictureId) -> dict[str, list[str]]:
    """Sort what is open about one use of a picture by the box that it concerns."""
    wheres = {f"picture:{picture}", f"{place}:picture:{picture}"}
    said: dict[str, list[str]] = {ALT: [], CAPTION: [], CREDIT: []}
    for one in open_ones(found):
        if one.where in wheres:
            named = next((box for box in (ALT, CAPTION) if one.rule.startswith(f"{box}-")), CREDIT)
            said[named].append(one.message)
    return said


class UseRemark(IconLabel):
    """What the checks say of a box, under it; hidden while that is nothing."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "mdi6.alert-outline", "", META, Ink.AMBER)
        self.label.setWordWrap(True)
        self.hide()

    def show_messages(self, messages: list[str]) -> None:
        """Say the first thing in full, and how many more there are."""
        more = len(messages) - 1
        rest = f" And {more} more in Checks." if more > 0 else ""
        self.say(f"{messages[0]}{rest}" if messages else "")
        self.setVisible(bool(messages))


def name_label(theme: Theme, box: str) -> IconLabel:
    """Make the words that name a box, with the sign of whom it is for."""
    head = IconLabel(theme, ICONS[box], NAMES[box], META, Ink.ACCENT)
    head.label.recolour(Ink.INK_2)
    return head
