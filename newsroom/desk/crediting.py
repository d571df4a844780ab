"""Keep credit records: edit many at once, see who changed what, put a former record back.

Every change is an entry. An entry says the whole record, so putting a former one back is one more
entry and loses nothing that lies between.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from newsroom.desk.illustrating import (
    RecordFields,
    clean,
    edit_record,
    enter_record,
    sign_picture,
    with_fields,
)
from newsroom.desk.keeping import change_house
from newsroom.desk.room import Desk
from newsroom.domain.changes import Changes
from newsroom.domain.errors import Conflict, NotFound, Refused
from newsroom.domain.framing import UNFRAMED, Framing, told
from newsroom.domain.house_pictures import Preset
from newsroom.domain.ids import EntryId, PictureId
from newsroom.domain.member import Member
from newsroom.domain.picture import (
    FIELDS,
    Cleaned,
    CreditRecord,
    Disagreement,
    Picture,
    RightsPeriod,
    Value,
)
from newsroom.domain.summary import PictureVersion
from newsroom.store.view import View
from newsroom.store.work import UnitOfWork

Edit = Callable[[CreditRecord], CreditRecord]

PRESET_FIELDS = (
    *("creator", "creator_title", "contact", "credit", "source", "copyright", "copyright_owner"),
    *("licensor", "usage_terms", "web_statement", "data_mining", "constraints"),
)
"""What a preset keeps of a record: who is credited and on which terms, not what is shown or when
the rights to this one picture end."""


@dataclass(frozen=True, slots=True)
class FieldChange:
    """What a field said before and after."""

    field: str
    before: Value
    after: Value


@dataclass(frozen=True, slots=True)
class RecordChange:
    """One entry about a picture: who saved it and when, which fields moved, what was cleaned.

    `entry` is what `put_back` takes. The first entry's fields are those that the picture came with.
    """

    entry: EntryId
    author: Member
    version: PictureVersion
    fields: tuple[FieldChange, ...]

    @property
    def cleaned(self) -> tuple[Cleaned, ...]:
        """What cleaning did before the record was saved."""
        return self.version.cleaned


def edit_records(desk: Desk, names: Iterable[PictureId], fields: RecordFields) -> Changes:
    """Put the same fields into the records of many pictures: all of them or, on an error, none.

    Raises `Refused` for a field that no record has, `NotFound` for a picture that is not there.
    """
    return change_records(desk, names, lambda record: with_fields(record, fields))


def change_records(desk: Desk, names: Iterable[PictureId], edit: Edit) -> Changes:
    """Change the records of many pictures in one unit of work."""
    changes = Changes()
    with desk.library.writing() as work:
        for name in dict.fromkeys(names):
            picture = work.picture(name)
            changes |= enter_record(desk, work, picture, edit(picture.record))
        work.commit()
    return changes


def use_preset(desk: Desk, names: Iterable[PictureId], preset: str) -> Changes:
    """Put a preset of the house over the records of some pictures. Raises `NotFound`."""
    return change_records(desk, names, preset_called(desk, preset).over)


def preset_called(desk: Desk, name: str) -> Preset:
    """Give a preset of the house. Raises `NotFound`."""
    with desk.library.reading() as view:
        found = view.house().pictures.preset(name)
    if found is None:
        raise NotFound(
            f"The house has no preset {name!r}.", hint="Its presets stand in the house file."
        )
    return found


def keep_preset(desk: Desk, name: PictureId, preset: str) -> Changes:
    """Let the house have a preset of how a picture is credited, in place of one so called.

    Raises `Refused` without a name, and where the record says nothing that a preset keeps.
    """
    called = preset.strip()
    if not called:
        raise Refused("A preset has no name.", hint="Name it after the agency or photographer.")
    with desk.library.reading() as view:
        house, record = view.house(), view.picture(name).record
    kept = CreditRecord(**{field: getattr(record, field) for field in PRESET_FIELDS})
    if kept == CreditRecord():
        raise Refused("The record says nothing that a preset could keep.", hint="Credit it first.")
    others = tuple(one for one in house.pictures.presets if one.name != called)
    rules = replace(house.pictures, presets=(*others, Preset(called, kept)))
    return change_house(desk, replace(house, pictures=rules))


def take_over(desk: Desk, name: PictureId, other: PictureId) -> Changes:
    """Give a picture the record of another one, such as of the same picture that ran before."""
    with desk.library.reading() as view:
        record = view.picture(other).record
    return edit_record(desk, name, record)


def choose(desk: Desk, name: PictureId, field: str, standard: str) -> Changes:
    """Settle a disagreement by what one standard says; the other fields stay as they are.

    Raises `Conflict` where the field is not in dispute any more, `Refused` for a standard that
    says nothing of it.
    """
    with desk.library.writing() as work:
        picture = work.picture(name)
        found = next((one for one in picture.disagreements if one.field == field), None)
        if found is None:
            raise Conflict(f"Nothing disagrees about the {field} of {picture.file_name} any more.")
        if not _claims(found, standard):
            raise Refused(f"{standard} says nothing of the {field} of {picture.file_name}.")
        changes = _settle(desk, work, picture, [found], standard)
        work.commit()
    return changes


def choose_all(desk: Desk, name: PictureId, standard: str) -> Changes:
    """Settle every disagreement of which one standard says something by what it says."""
    with desk.library.writing() as work:
        picture = work.picture(name)
        found = [one for one in picture.disagreements if _claims(one, standard)]
        if not found:
            return Changes()
        changes = _settle(desk, work, picture, found, standard)
        work.commit()
    return changes


def _claims(found: Disagreement, standard: str) -> tuple[Value, ...]:
    return tuple(one.value for one in found.claims if one.standard == standard)


def _chosen(record: CreditRecord, found: Disagreement, standard: str) -> Value:
    """Give what a standard claims; IIM knows two dates of rights, and no country or channel."""
    claim = _claims(found, standard)[0]
    return claim.over(record.rights) if isinstance(claim, RightsPeriod) else claim


def _settle(
    desk: Desk, work: UnitOfWork, picture: Picture, found: Sequence[Disagreement], standard: str
) -> Changes:
    """Take over what a standard says, cleaned as it would have been on arrival."""
    fields = {one.field: _chosen(picture.record, one, standard) for one in found}
    record, done = clean(work, with_fields(picture.record, fields), fields)
    left = tuple(one for one in picture.disagreements if one not in found)
    settled = replace(picture, record=record, disagreements=left)
    return work.add(sign_picture(desk, work, settled, done))


def history(desk: Desk, name: PictureId) -> tuple[RecordChange, ...]:
    """List the entries about a picture, the newest first, with what each of them changed."""
    with desk.library.reading() as view:
        versions = _versions(view, name)
        members = {member.id: member for member in view.members()}
    pictures = [version.picture for version in versions]
    former = [(CreditRecord(), UNFRAMED), *((one.record, one.framing) for one in pictures)]
    changes = [
        RecordChange(
            version.id,
            members.get(version.author, Member(version.author, "")),
            version,
            _moved(record, version.picture.record) + _recut(framing, version.picture.framing),
        )
        for (record, framing), version in zip(former, versions, strict=False)
    ]
    return tuple(reversed(changes))


def _moved(before: CreditRecord, after: CreditRecord) -> tuple[FieldChange, ...]:
    pairs: Mapping[str, tuple[Value, Value]] = {
        name: (getattr(before, name), getattr(after, name)) for name in FIELDS
    }
    return tuple(FieldChange(name, old, new) for name, (old, new) in pairs.items() if old != new)


def _recut(before: Framing, after: Framing) -> tuple[FieldChange, ...]:
    return () if before == after else (FieldChange("framing", told(before), told(after)),)


def put_back(desk: Desk, name: PictureId, entry: EntryId) -> Changes:
    """Give a picture the record that it had by an entry of its history, and what was in dispute
    then. Raises `NotFound`."""
    with desk.library.writing() as work:
        version = _version(_versions(work, name), entry)
        changes = _restore(desk, work, name, version.picture)
        work.commit()
    return changes


def undo(desk: Desk, name: PictureId) -> Changes:
    """Put back the record from before the last entry; undoing twice brings that one back.

    Raises `Refused` where the picture has only the record it came with.
    """
    with desk.library.writing() as work:
        *_, now = pictures = [version.picture for version in _versions(work, name)]
        # An entry that only cut the picture anew left the record as it was.
        former = next((one for one in reversed(pictures) if _said(one) != _said(now)), None)
        if former is None:
            raise Refused("The record is as it came, so there is nothing to undo.")
        changes = _restore(desk, work, name, former)
        work.commit()
    return changes


def _said(picture: Picture) -> tuple[CreditRecord, tuple[Disagreement, ...]]:
    """Give what an entry settles: the record, and what is left in dispute; not how it is cut."""
    return picture.record, picture.disagreements


def _restore(desk: Desk, work: UnitOfWork, name: PictureId, former: Picture) -> Changes:
    now = work.picture(name)
    if _said(now) == _said(former):
        return Changes()
    again = replace(now, record=former.record, disagreements=former.disagreements)
    return work.add(sign_picture(desk, work, again))


def _versions(view: View, name: PictureId) -> tuple[PictureVersion, ...]:
    view.picture(name)
    return view.picture_history(name)


def _version(versions: Sequence[PictureVersion], entry: EntryId) -> PictureVersion:
    for version in versions:
        if version.id == entry:
            return version
    raise NotFound("The history of this picture has no such entry.")
