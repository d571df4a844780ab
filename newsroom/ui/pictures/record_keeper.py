"""What was typed into credit records and is not known to be on disk yet."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from newsroom import desk as deeds
from newsroom.desk import browsing, jotting
from newsroom.domain.changes import Changes
from newsroom.domain.errors import NotFound, Unavailable
from newsroom.domain.ids import PictureId
from newsroom.domain.picture import (
    FIELDS,
    CreditRecord,
    Value,
    value_from_json,
    value_to_json,
)
from newsroom.ui.desk_link import DeskLink
from newsroom.ui.keeping.clockwork import Afterwards
from newsroom.ui.keeping.jotting import Jotter

if TYPE_CHECKING:
    from newsroom.desk.room import Desk

PAUSE_MS = 1000
RETRY_MS, RETRY_LONGEST_MS = 2000, 5_000


@dataclass(frozen=True, slots=True)
class Kept:
    """A record that reached the disk, and when."""

    changes: Changes
    at: datetime


class RecordKeeper(QObject):
    """Saves fields of records, a second after the last key or when told to.

    Within that second they are jotted down on this laptop, so that a crash takes none of them with
    it: what is found jotted at the next start goes into its record then. Only fields that a person
    touched are written, over the record as it stands in the library by then; so a save belongs to
    its picture whatever is shown meanwhile, and takes nothing back that somebody else changed. A
    touched value stays unsaved until the store has taken that very value.
    `saved` carries the picture, its values and the time; `stuck` the picture and the error.
    """

    typed = Signal()
    saved = Signal(str, object, object)
    stuck = Signal(str, object)

    def __init__(self, link: DeskLink, jotter: Jotter) -> None:
        super().__init__()
        self._link = link
        self.jotter = jotter
        self._afterwards = Afterwards()
        self._unsaved: dict[PictureId, dict[str, Value]] = {}
        self._due: set[PictureId] = set()
        self._failures = 0
        self.confirmed = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.flush)
        link.read(lambda desk: jotting.all_jotted(desk, jotting.RECORDS), self._on_jotted)

    @property
    def dirty(self) -> bool:
        """Whether anything is not known to be in its record."""
        return bool(self._unsaved)

    def when_saved(self, run: Callable[[], None], otherwise: Callable[[], None]) -> None:
        """Run something once all is in its record, or something else when that does not work."""
        if not self.dirty:
            run()
            return
        self._afterwards.add(run, otherwise)
        self._due |= self._unsaved.keys()
        self.flush()

    def touch(self, picture: PictureId, field: str, value: Value) -> None:
        """Note what a field of a record holds now."""
        self._unsaved.setdefault(picture, {})[field] = value
        self._due.add(picture)
        self._jot(picture)
        self._timer.start(PAUSE_MS)
        self.typed.emit()

    def unsaved(self, picture: PictureId) -> Mapping[str, Value]:
        """Give the fields of a record that are not known to be on disk."""
        return self._unsaved.get(picture, {})

    def over(self, picture: PictureId, record: CreditRecord) -> CreditRecord:
        """Put the unsaved fields over a record of the library."""
        return deeds.illustrating.with_fields(record, self.unsaved(picture))

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
        self._jot(picture)
        self.saved.emit(picture, values, kept.at)
        if not self.dirty:
            self._afterwards.run()

    def _jot(self, picture: PictureId) -> None:
        unsaved = self._unsaved.get(picture, {})
        text = {name: value_to_json(value) for name, value in unsaved.items()}
        self.jotter.jot(f"{jotting.RECORDS}{picture}", json.dumps(text) if text else "")

    def _on_jotted(self, found: dict[str, str]) -> None:
        """Put what a crash left behind into its record, under what was typed since."""
        for name, text in found.items():
            picture = PictureId(name)
            values = _values(text)
            self._unsaved[picture] = {**values, **self._unsaved.get(picture, {})}
            self._due.add(picture)
        self.flush()

    def _on_failed(self, picture: PictureId, error: Exception) -> None:
        """Try again by itself only where waiting may help; else with the next key."""
        if isinstance(error, NotFound):
            self._unsaved.pop(picture, None)
            self._jot(picture)
        self.stuck.emit(picture, error)
        self._afterwards.forget()()
        if isinstance(error, Unavailable) and self._unsaved.get(picture):
            self._due.add(picture)
            wait = min(RETRY_MS * 2**self._failures, RETRY_LONGEST_MS)
            self._failures += 1
            if not self._timer.isActive():
                self._timer.start(wait)


def _values(text: str) -> dict[str, Value]:
    """Read what was jotted, by this version or one before."""
    found = json.loads(text)
    return {name: value_from_json(name, value) for name, value in found.items() if name in FIELDS}


def _save(picture: PictureId, values: dict[str, Value], desk: Desk) -> Kept:
    record = deeds.illustrating.with_fields(browsing.picture(desk, picture).record, values)
    return Kept(deeds.illustrating.edit_record(desk, picture, record), desk.now())
