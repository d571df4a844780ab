"""What was typed into credit records and is not known to be on disk yet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from newsroom.desk import browsing, illustrating
from newsroom.desk.illustrating import with_fields
from newsroom.desk.room import Desk
from newsroom.domain.changes import Changes
from newsroom.domain.errors import Unavailable
from newsroom.domain.ids import PictureId
from newsroom.domain.picture import CreditRecord
from newsroom.ui.desk_link import DeskLink

Value = str | tuple[str, ...]
PAUSE_MS = 1000
RETRY_MS, RETRY_LONGEST_MS = 2000, 5_000


@dataclass(frozen=True, slots=True)
class Kept:
    """A record that reached the disk, and when."""

    changes: Changes
    at: datetime


class RecordKeeper(QObject):
    """Saves fields of records, a second after the last key or when told to.

    Only fields that a person touched are written, over the record as it stands in the library by
    then; so a save belongs to its picture whatever is shown meanwhile, and takes nothing back that
    somebody else changed. A touched value stays unsaved until the store has taken that very value.
    `saved` carries the picture, its values and the time; `stuck` the picture and the error.
    """

    typed = Signal()
    saved = Signal(str, object, object)
    stuck = Signal(str, object)

    def __init__(self, link: DeskLink) -> None:
        super().__init__()
        self._link = link
        self._unsaved: dict[PictureId, dict[str, Value]] = {}
        self._due: set[PictureId] = set()
        self._failures = 0
        self.confirmed = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.flush)

    def touch(self, picture: PictureId, field: str, value: Value) -> None:
        """Note what a field of a record holds now."""
        self._unsaved.setdefault(picture, {})[field] = value
        self._due.add(picture)
        self._timer.start(PAUSE_MS)
        self.typed.emit()

    def unsaved(self, picture: PictureId) -> Mapping[str, Value]:
        """Give the fields of a record that are not known to be on disk."""
        return self._unsaved.get(picture, {})

    def over(self, picture: PictureId, record: CreditRecord) -> CreditRecord:
        """Put the unsaved fields over a record of the library."""
        return with_fields(record, self.unsaved(picture))

    def flush(self) -> None:
        """Send now what is unsaved."""
        self._timer.stop()
        due, self._due = self._due, set()
        for picture in due:
            values = dict(self.unsaved(picture))
            self._link.write(
                partial(_save, picture, values),
                partial(self._on_saved, picture, values),
                by=self,
                failed=partial(self._on_failed, picture),
            )

    def _on_saved(self, picture: PictureId, values: dict[str, Value], kept: Kept) -> None:
        self._failures = 0
        self.confirmed += 1
        waiting = self._unsaved.get(picture, {})
        for field, value in values.items():
            if waiting.get(field) == value:
                del waiting[field]
        if not waiting:
            self._unsaved.pop(picture, None)
        self.saved.emit(picture, values, kept.at)

    def _on_failed(self, picture: PictureId, error: Exception) -> None:
        """Try again by itself only where waiting may help; else with the next key."""
        self.stuck.emit(picture, error)
        if isinstance(error, Unavailable) and self._unsaved.get(picture):
            self._due.add(picture)
            wait = min(RETRY_MS * 2**self._failures, RETRY_LONGEST_MS)
            self._failures += 1
            if not self._timer.isActive():
                self._timer.start(wait)


def _save(picture: PictureId, values: dict[str, Value], desk: Desk) -> Kept:
    record = with_fields(browsing.picture(desk, picture).record, values)
    return Kept(illustrating.edit_record(desk, picture, record), desk.now())
