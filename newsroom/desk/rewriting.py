"""Rewrite: the credit records of many pictures in one deed, and all of it taken back in another."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from newsroom.desk import crediting
from newsroom.desk.illustrating import RecordFields, sign_picture, with_fields
from newsroom.domain.changes import Changes
from newsroom.domain.ids import PictureId
from newsroom.domain.picture import CreditRecord, Picture

if TYPE_CHECKING:
    from newsroom.desk.room import Desk


@dataclass(frozen=True, slots=True)
class Rewritten:
    """What a deed did: each picture whose record moved, as it was and as it is now."""

    moved: tuple[tuple[Picture, Picture], ...]
    changes: Changes


@dataclass(frozen=True, slots=True)
class Touched:
    """What to put into many records: whole fields, and of rights and keywords a part.

    `starts` and `ends` are ISO dates of the rights period, empty for no limit; None leaves what
    each record says. `keywords` are added to those that each record has.
    """

    fields: RecordFields = field(default_factory=dict)
    starts: str | None = None
    ends: str | None = None
    keywords: tuple[str, ...] = ()

    def over(self, record: CreditRecord) -> CreditRecord:
        """Put it over a record; what it does not touch stays."""
        rights = replace(
            record.rights,
            starts=record.rights.starts if self.starts is None else self.starts,
            ends=record.rights.ends if self.ends is None else self.ends,
        )
        keywords = tuple(dict.fromkeys((*record.keywords, *self.keywords)))
        parts: RecordFields = {"rights": rights, "keywords": keywords}
        moved = {name: said for name, said in parts.items() if said != getattr(record, name)}
        return with_fields(record, {**self.fields, **moved})


def set_on_all(desk: Desk, names: Iterable[PictureId], touched: Touched) -> Rewritten:
    """Put the same into the records of many pictures: all of them or, on an error, none.

    Raises `Refused` for a field that no record has, `NotFound` for a picture that is not there.
    """
    return rewritten(
        desk, names, lambda wanted: crediting.change_records(desk, wanted, touched.over)
    )


def preset_on_all(desk: Desk, names: Iterable[PictureId], preset: str) -> Rewritten:
    """Put a preset of the house over the records of many pictures. Raises `NotFound`."""
    return rewritten(desk, names, lambda wanted: crediting.use_preset(desk, wanted, preset))


def rewritten(
    desk: Desk, names: Iterable[PictureId], deed: Callable[[Sequence[PictureId]], Changes]
) -> Rewritten:
    """Do a deed on the records of some pictures, and keep how each of them was before."""
    wanted = tuple(dict.fromkeys(names))
    before = _pictures(desk, wanted)
    changes = deed(wanted)
    pairs = zip(before, _pictures(desk, wanted), strict=True)
    return Rewritten(tuple(pair for pair in pairs if pair[0] != pair[1]), changes)


def _pictures(desk: Desk, names: Iterable[PictureId]) -> tuple[Picture, ...]:
    with desk.library.reading() as view:
        return tuple(view.picture(name) for name in names)


def take_back(desk: Desk, done: Rewritten) -> Changes:
    """Take a deed back, but for the pictures whose record somebody changed since."""
    changes = Changes()
    with desk.library.writing() as work:
        for before, after in done.moved:
            now = work.picture(before.id)
            if (now.record, now.disagreements) == (after.record, after.disagreements):
                former = replace(now, record=before.record, disagreements=before.disagreements)
                changes |= work.add(sign_picture(desk, work, former))
        work.commit()
    return changes
