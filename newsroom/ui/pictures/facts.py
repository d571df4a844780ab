"""What is known of a picture's file, in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale, QSize, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from newsroom.desk import browsing, illustrating
from newsroom.domain.house import House
from newsroom.domain.ids import PictureId
from newsroom.domain.picture import CreditRecord, Picture
from newsroom.domain.summary import PictureUse
from newsroom.ui.look.labels import ElidedLabel, IconLabel, Label
from newsroom.ui.look.theme import Theme
from newsroom.ui.look.tokens import META, RADIUS, SPACE_4, SPACE_12, SPACE_16, Ink, Type
from newsroom.ui.pictures.shelf import CREDIT_MISSING, one_line
from newsroom.ui.thumbnails import CroppedPicture, Thumbnails

if TYPE_CHECKING:
    from newsroom.desk.room import Desk

LARGE = QSize(216, 144)
_NAMES = 64
_CHECK = Type(META.family, META.size, META.line, 600)
_MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Gathered:
    """A picture with all that its pane says. `added_by` is empty where the member is not known."""

    picture: Picture
    uses: tuple[PictureUse, ...]
    house: House
    added: datetime
    added_by: str
    saved: datetime


def gather(picture: PictureId, desk: Desk) -> Gathered:
    """Collect what the pane says of a picture."""
    versions = browsing.picture_history(desk, picture)
    names = {member.id: member.name for member in browsing.members(desk)}
    return Gathered(
        picture=browsing.picture(desk, picture),
        uses=illustrating.where_used(desk, picture),
        house=browsing.house(desk),
        added=versions[0].time,
        added_by=names.get(versions[0].author, ""),
        saved=versions[-1].time,
    )


class Facts(QWidget):
    """The picture, large, beside what is known of its file."""

    def __init__(self, theme: Theme, thumbnails: Thumbnails) -> None:
        super().__init__()
        self._picture = CroppedPicture(thumbnails, LARGE, RADIUS)
        self._check = IconLabel(theme, "mdi6.alert-outline", "", _CHECK, Ink.AMBER)
        self._values: dict[str, ElidedLabel] = {}
        table = QGridLayout()
        table.setHorizontalSpacing(SPACE_12)
        table.setVerticalSpacing(SPACE_4)
        table.setColumnMinimumWidth(0, _NAMES)
        table.setColumnStretch(1, 1)
        for row, name in enumerate(("File", "Size", "Taken", "Added")):
            self._values[name] = ElidedLabel("", META, Ink.INK)
            table.addWidget(Label(name, META, Ink.INK_3), row, 0)
            table.addWidget(self._values[name], row, 1)
        side = QVBoxLayout()
        side.setSpacing(SPACE_12)
        side.addWidget(self._check)
        side.addLayout(table)
        side.addStretch(1)
        row_ = QHBoxLayout(self)
        row_.setContentsMargins(0, 0, 0, 0)
        row_.setSpacing(SPACE_16)
        row_.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        row_.addLayout(side, 1)

    def show_picture(self, picture: Picture) -> None:
        """Show what a picture tells by itself."""
        self._picture.show_picture(picture.id)
        self._say("File", one_line(picture.file_name))
        self._say("Size", size_words(picture))
        self._say("Added", "")
        self.show_record(picture.record)

    def show_record(self, record: CreditRecord) -> None:
        """Show what follows from a record."""
        taken = (date_words(record.created), one_line(record.place))
        self._say("Taken", ", ".join(part for part in taken if part) or "Not known")
        self._picture.setAccessibleName(record.alt or "Picture without alt text")
        check = check_words(record)
        self._check.say(check)
        self._check.setVisible(bool(check))

    def show_added(self, by: str, at: datetime) -> None:
        """Show who brought it in, and when."""
        local = at.astimezone()
        day = day_words(QDate(local.year, local.month, local.day))
        self._say("Added", f"{by}, {day}" if by else day)

    def _say(self, name: str, words: str) -> None:
        self._values[name].setText(words)
        self._values[name].setAccessibleName(f"{name}: {words}")


def size_words(picture: Picture) -> str:
    """Write pixels and bytes, as in 4,288 × 2,848 · 3.1 MB."""
    if picture.size >= _MIB:
        weight = f"{picture.size / _MIB:.1f} MB"
    else:
        weight = f"{max(1, round(picture.size / 1024))} KB"
    return f"{picture.width:,} × {picture.height:,} · {weight}"


def date_words(created: str) -> str:
    """Write the day of an ISO 8601 moment in words; what is no day stays as it is."""
    day = QDate.fromString(created[:10], Qt.DateFormat.ISODate)
    return day_words(day) if day.isValid() else one_line(created)


def day_words(day: QDate) -> str:
    """Write a day, as in 28 April 2026."""
    return QLocale(QLocale.Language.English).toString(day, "d MMMM yyyy")


def check_words(record: CreditRecord) -> str:
    """Say what a record lacks."""
    if not record.credit and not record.alt:
        return "Credit and alt text are missing"
    if not record.credit:
        return CREDIT_MISSING
    return "" if record.alt else "Alt text is missing"
