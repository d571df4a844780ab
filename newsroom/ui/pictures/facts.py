"""What is known of a picture's file, in words."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from newsroom.domain.credentials import Standing
from newsroom.domain.lines import day_in_words, iso_in_words
from newsroom.domain.picture import CreditRecord, Picture
from newsroom.domain.vocabularies import words_for
from newsroom.ui.look.labels import ElidedLabel, IconLabel, Label
from newsroom.ui.look.theme import Theme
from newsroom.ui.look.tokens import META, RADIUS, SPACE_4, SPACE_12, SPACE_16, Ink, Type
from newsroom.ui.pictures.shelf import CREDIT_MISSING, one_line
from newsroom.ui.thumbnails import CroppedPicture, Thumbnails

LARGE = QSize(216, 144)
_NAMES = 64
_FILE = "File"
_ORIGIN = "Origin"
_CREDENTIALS = {
    Standing.TRUSTED: "Content Credentials hold",
    Standing.VALID: "Content Credentials hold, signer unknown to the house",
    Standing.INVALID: "Content Credentials are broken",
    Standing.UNCHECKED: "Content Credentials, not checked",
}
_CHECK = Type(META.family, META.size, META.line, 600)
_MIB = 1024 * 1024


class Facts(QWidget):
    """The picture, large, beside what is known of its file."""

    def __init__(self, theme: Theme, thumbnails: Thumbnails) -> None:
        super().__init__()
        self._picture = CroppedPicture(thumbnails, LARGE, RADIUS)
        self._check = IconLabel(theme, "mdi6.alert-outline", "", _CHECK, Ink.AMBER)
        self._made = IconLabel(theme, "mdi6.creation", "", _CHECK, Ink.INK_2)
        self._made.label.setWordWrap(True)
        self.open_count = 0
        self._values: dict[str, Label] = {}
        self._names: dict[str, Label] = {}
        table = QGridLayout()
        table.setHorizontalSpacing(SPACE_12)
        table.setVerticalSpacing(SPACE_4)
        table.setColumnMinimumWidth(0, _NAMES)
        table.setColumnStretch(1, 1)
        for row, name in enumerate((_FILE, "Size", "Taken", "Added", _ORIGIN)):
            self._values[name] = value = _value(name)
            self._names[name] = label = Label(name, META, Ink.INK_3)
            table.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
            table.addWidget(value, row, 1)
        side = QVBoxLayout()
        side.setSpacing(SPACE_12)
        side.addWidget(self._check)
        side.addWidget(self._made)
        side.addLayout(table)
        side.addStretch(1)
        row_ = QHBoxLayout(self)
        row_.setContentsMargins(0, 0, 0, 0)
        row_.setSpacing(SPACE_16)
        row_.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        row_.addLayout(side, 1)

    @property
    def made(self) -> str:
        """How the picture was made, where AI had a hand in it; empty elsewhere."""
        return "" if self._made.isHidden() else self._made.label.text()

    def show_picture(self, picture: Picture) -> None:
        """Show what a picture tells by itself."""
        self._picture.show_picture(picture.id)
        self._say(_FILE, one_line(picture.file_name))
        self._say("Size", size_words(picture))
        self._say("Added", "")
        self.show_credentials(None)
        self.show_record(picture.record)

    def show_record(self, record: CreditRecord) -> None:
        """Show what follows from a record."""
        taken = (iso_in_words(one_line(record.created), timed=False), one_line(record.place))
        self._say("Taken", ", ".join(part for part in taken if part) or "Not known")
        self._picture.setAccessibleName(record.alt or "Picture without alt text")
        made = words_for(record.source_type) if record.source_type.by_ai else ""
        self._made.say(made)
        self._made.setVisible(bool(made))
        check = check_words(record) or _open_words(self.open_count)
        self._check.say(check)
        self._check.setVisible(bool(check))

    def show_open(self, count: int) -> None:
        """Take how many findings nobody answers for; shown with the next record."""
        self.open_count = count

    def show_added(self, by: str, at: datetime) -> None:
        """Show who brought it in, and when."""
        day = day_in_words(at.astimezone())
        self._say("Added", f"{by}, {day}" if by else day)

    def show_credentials(self, standing: Standing | None) -> None:
        """Say in short how far its credential holds, which is told below; None for none."""
        self._say(_ORIGIN, _CREDENTIALS[standing] if standing else "")
        for part in (self._names[_ORIGIN], self._values[_ORIGIN]):
            part.setVisible(standing is not None)

    @property
    def origin(self) -> str:
        """What is said of its credential; empty for a picture without."""
        return self._values[_ORIGIN].text()

    def _say(self, name: str, words: str) -> None:
        self._values[name].setText(words)
        self._values[name].setAccessibleName(f"{name}: {words}")


def _value(name: str) -> Label:
    """Make what shows a fact: the name of a file is cut, everything else goes on below."""
    if name == _FILE:
        return ElidedLabel("", META, Ink.INK)
    value = Label("", META, Ink.INK)
    value.setWordWrap(True)
    return value


def size_words(picture: Picture) -> str:
    """Write pixels and bytes, as in 4,288 × 2,848 · 3.1 MB."""
    if picture.size >= _MIB:
        weight = f"{picture.size / _MIB:.1f} MB"
    else:
        weight = f"{max(1, round(picture.size / 1024))} KB"
    return f"{picture.width:,} × {picture.height:,} · {weight}"


def check_words(record: CreditRecord) -> str:
    """Say what a record lacks."""
    if not record.credit and not record.alt:
        return "Credit and alt text are missing"
    if not record.credit:
        return CREDIT_MISSING
    return "" if record.alt else "Alt text is missing"


def _open_words(count: int) -> str:
    if not count:
        return ""
    return "1 thing to check" if count == 1 else f"{count} things to check"
