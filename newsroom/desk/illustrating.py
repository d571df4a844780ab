"""Illustrate: bring in pictures, keep their credits, see where they are used."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, replace
from itertools import tee
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from newsroom.desk.credentials import in_file, remarks
from newsroom.domain.canonical import Json
from newsroom.domain.changes import Changes
from newsroom.domain.cleaning import cleaned
from newsroom.domain.credentials import ContentCredentials
from newsroom.domain.credit_forms import says_something
from newsroom.domain.entry import EntryKind, SignedEntry
from newsroom.domain.errors import NewsroomError, NotFound, Refused, Unavailable
from newsroom.domain.framing import Framing, framing_to_json
from newsroom.domain.house_pictures import PictureRules
from newsroom.domain.ids import PictureId, picture_id
from newsroom.domain.picture import (
    FIELDS,
    Cleaned,
    CreditRecord,
    Picture,
    Value,
    cleaned_to_json,
    disagreements_to_json,
    record_to_json,
)
from newsroom.domain.prints import Print
from newsroom.domain.summary import PictureUse
from newsroom.export.copies import keep
from newsroom.pictures import thumbnails
from newsroom.pictures.arrival import Arrived, inspect
from newsroom.pictures.metadata import read_record, read_records

if TYPE_CHECKING:
    from newsroom.desk.room import Desk
    from newsroom.pictures.embedded import MetadataRead
    from newsroom.store.view import View
    from newsroom.store.work import UnitOfWork

Pixels = thumbnails.Pixels

MAX_BYTES = 200 * 1024 * 1024
"""The largest file taken as a picture, 200 MiB: a scan of a broadsheet fits, a film does not."""

RecordFields = Mapping[str, Value]
"""Fields of a credit record by name, as a person or a front matter gives them."""


@dataclass(frozen=True, slots=True)
class Added:
    """A picture that came in, or was here already; `remarks` are sentences for the person."""

    picture: Picture
    remarks: tuple[str, ...]
    changes: Changes
    credentials: ContentCredentials | None = None

    @property
    def warnings(self) -> tuple[str, ...]:
        """The remarks, and that the credit is missing where it is."""
        return self.remarks + _no_credit(self.picture)


@dataclass(frozen=True, slots=True)
class Arrival:
    """A picture looked at and found fit, not yet in the library."""

    picture: Picture
    data: bytes
    warnings: tuple[str, ...]
    look: Print | None = None
    credentials: ContentCredentials | None = None


def look_at_file(path: Path, read: Callable[[Path], MetadataRead] = read_record) -> Arrival:
    """Look at a picture file and the credit record embedded in it, changing nothing.

    Raises `Refused` with a sentence that says why when it is not a picture that can be used.
    """
    data, name = read_file(path), _called(path.name)
    return _arrival(inspect(data, name), data, path, name, read)


def look_at_files(paths: Iterable[Path]) -> Iterator[Arrival | NewsroomError]:
    """Look at many picture files, such as a folder of them, one after another in their order.

    A file that cannot be used gives its error in its place and stops no other. Whoever stops asking
    stops the work. Their own credits are read ahead, while the pixels of those before are decoded.
    """
    wanted, ahead = tee(paths)
    with closing(read_records(ahead)) as records:
        for path, found in zip(wanted, records, strict=True):
            try:
                yield look_at_file(path, _as_read(found))
            except NewsroomError as error:
                yield error


def _called(name: str) -> str:
    """Give a file's name as text; a byte of it that is no character shows as a question mark."""
    return name.encode("utf-8", "replace").decode()


def _as_read(found: MetadataRead) -> Callable[[Path], MetadataRead]:
    return lambda _: found


def look_at(data: bytes, file_name: str) -> Arrival:
    """Look at the bytes of a picture, such as one that was pasted."""
    file_name = _called(file_name)
    arrived = inspect(data, file_name)
    with TemporaryDirectory(prefix="newsroom-") as folder:
        path = Path(folder) / "picture"
        path.write_bytes(data)
        return _arrival(arrived, data, path, file_name, read_record)


def _arrival(
    arrived: Arrived, data: bytes, path: Path, file_name: str, read: Callable[[Path], MetadataRead]
) -> Arrival:
    found, vouched = read(path), in_file(path, data)
    picture = Picture(
        id=picture_id(arrived.sha256),
        sha256=arrived.sha256,
        media_type=arrived.media_type,
        width=arrived.width,
        height=arrived.height,
        file_name=file_name,
        size=len(data),
        record=found.record,
        disagreements=found.disagreements,
    )
    warnings = (*arrived.remarks, *found.warnings, *remarks(vouched, file_name))
    return Arrival(picture, data, warnings, arrived.look, vouched)


def read_file(path: Path) -> bytes:
    """Read a file that should be a picture; says in words why it cannot be, or not be read."""
    try:
        if path.is_dir():
            raise Refused(f"{path.name} is a folder, not a picture.", hint="Choose an image file.")
        # A pipe or a device may never end.
        if path.exists() and not path.is_file():
            raise Refused(f"{path.name} is not a file.", hint="Choose an image file.")
        if path.stat().st_size > MAX_BYTES:
            raise Refused(f"{path.name} is larger than 200 MB.", hint="Save a smaller copy.")
        return path.read_bytes()
    except FileNotFoundError as error:
        raise NotFound(f"There is no picture {path.name}.", hint=f"Looked for {path}.") from error
    except OSError as error:
        raise Unavailable(f"{path.name} cannot be read: {error.strerror}.") from error


def read_picture(path: Path) -> bytes:
    """Read a file that must be a picture of a kind that we take; says in words why it is not."""
    data = read_file(path)
    inspect(data, _called(path.name))
    return data


def add_picture_file(desk: Desk, path: Path, given: RecordFields | None = None) -> Added:
    """Add a picture from a file; `given` fields win over those found in it."""
    return add_arrival(desk, look_at_file(path), given)


def add_picture_bytes(
    desk: Desk, data: bytes, file_name: str, given: RecordFields | None = None
) -> Added:
    """Add a picture from its bytes, such as one that was pasted."""
    return add_arrival(desk, look_at(data, file_name), given)


def add_arrival(desk: Desk, arrival: Arrival, given: RecordFields | None = None) -> Added:
    """Add a picture that was looked at before, perhaps on another thread."""
    desk.library.originals.put(arrival.data)
    with desk.library.writing() as work:
        added = take_in(desk, work, arrival, given or {})
        work.commit()
    return added


def take_in(desk: Desk, work: UnitOfWork, arrival: Arrival, given: RecordFields) -> Added:
    """Enter a picture into the ledger within a unit of work; its bytes must be kept already.

    A picture that the library has keeps its record, but for fields that were empty until now; a
    given credit that differs from the one kept is told as a warning.
    """
    work.file_print(arrival.picture.id, arrival.look)
    known = work.known_picture(arrival.picture.id)
    if known is None:
        picture, done = _first(work, arrival.picture, given)
        changes = work.add(sign_picture(desk, work, picture, done))
        return Added(picture, arrival.warnings, changes, arrival.credentials)
    picture = replace(known, record=filled(known.record, given))
    warnings = _kept_credit(known, given)
    changes = work.take_picture_from_bin(known.id)
    if picture != known:
        changes |= work.add(sign_picture(desk, work, picture))
    return Added(picture, warnings, changes, arrival.credentials)


def _first(
    view: View, picture: Picture, given: RecordFields
) -> tuple[Picture, tuple[Cleaned, ...]]:
    """Give a picture as it enters the library: cleaned, then over it what a person said.

    What a person gave a field is not in dispute any more.
    """
    record, done = clean(view, picture.record)
    disputed = tuple(one for one in picture.disagreements if one.field not in given)
    entered = replace(picture, record=with_fields(record, given), disagreements=disputed)
    return entered, tuple(one for one in done if one.field not in given)


def clean(
    view: View, record: CreditRecord, fresh: Collection[str] = FIELDS
) -> tuple[CreditRecord, tuple[Cleaned, ...]]:
    """Clean what a file says in the house's manner, as `cleaned` does."""
    try:
        house = view.house()
    except NotFound:
        return cleaned(record, PictureRules(), fresh, names_maker=False)
    return cleaned(record, house.pictures, fresh, names_maker=house.names_maker)


def with_fields(record: CreditRecord, given: RecordFields) -> CreditRecord:
    """Put given values into a record, over what it holds."""
    _require_fields(given)
    values: dict[str, Any] = dict(given)
    return replace(record, **values, beyond=_without(record.beyond, given))


def _without(beyond: str, given: RecordFields) -> str:
    """Let go of what a later version said of fields that now say something else."""
    kept: dict[str, Json] = json.loads(beyond) if beyond else {}
    rest = {name: value for name, value in kept.items() if name not in given}
    return json.dumps(rest, ensure_ascii=False, sort_keys=True) if rest else ""


def filled(record: CreditRecord, given: RecordFields) -> CreditRecord:
    """Put given values only where the record is empty."""
    _require_fields(given)
    untouched = CreditRecord()
    empty = {
        name: value
        for name, value in given.items()
        if getattr(record, name) == getattr(untouched, name)
    }
    return with_fields(record, empty)


def _require_fields(given: RecordFields) -> None:
    unknown = set(given) - set(FIELDS)
    if unknown:
        raise Refused(f"A credit record has no field {min(unknown)!r}.")


def _kept_credit(known: Picture, given: RecordFields) -> tuple[str, ...]:
    credit = given.get("credit")
    if not credit or credit == known.record.credit or not known.record.credit:
        return ()
    return (
        f"{known.file_name} is in the library already, credited {known.record.credit!r}; "
        f"that credit was kept and {credit!r} was not taken over.",
    )


def _no_credit(picture: Picture) -> tuple[str, ...]:
    credited = says_something(picture.record.credit)
    return () if credited else (f"{picture.file_name} has no credit yet.",)


def sign_picture(
    desk: Desk, view: View, picture: Picture, done: tuple[Cleaned, ...] = ()
) -> SignedEntry:
    """Sign an entry that says how a picture and its credit record stand now.

    `done` is what cleaning did to the record. What is empty is left out, so that a picture of which
    nothing more is to be said has the entry that earlier versions gave it.
    """
    more: dict[str, Json] = {
        "disagreements": disagreements_to_json(picture.disagreements),
        "cleaned": cleaned_to_json(done),
        "framing": framing_to_json(picture.framing),
    }
    return desk.pen.sign(
        EntryKind.PICTURE,
        {
            **{name: said for name, said in more.items() if said},
            "picture": picture.id,
            "sha256": picture.sha256,
            "media_type": picture.media_type,
            "width": picture.width,
            "height": picture.height,
            "file_name": picture.file_name,
            "size": picture.size,
            "record": record_to_json(picture.record),
        },
        view.newsroom_id(),
        after=max((one.time for one in view.picture_history(picture.id)), default=None),
    )


def edit_record(desk: Desk, name: PictureId, record: CreditRecord) -> Changes:
    """Change a picture's credit record; every article that uses the picture moves with it."""
    with desk.library.writing() as work:
        changes = enter_record(desk, work, work.picture(name), record)
        work.commit()
    return changes


def enter_record(desk: Desk, work: UnitOfWork, picture: Picture, record: CreditRecord) -> Changes:
    """Enter a picture's changed record; a field that a person changed is in dispute no more."""
    if record == picture.record:
        return Changes()
    disputed = tuple(
        one
        for one in picture.disagreements
        if getattr(record, one.field) == getattr(picture.record, one.field)
    )
    moved = replace(picture, record=record, disagreements=disputed)
    return work.add(sign_picture(desk, work, moved))


def frame(desk: Desk, name: PictureId, framing: Framing) -> Changes:
    """Cut a picture anew for pages and cards; its original stays as it is."""
    with desk.library.writing() as work:
        picture = work.picture(name)
        if picture.framing == framing:
            return Changes()
        changes = work.add(sign_picture(desk, work, replace(picture, framing=framing)))
        work.commit()
    return changes


def where_used(desk: Desk, name: PictureId) -> tuple[PictureUse, ...]:
    """List the articles that use a picture."""
    with desk.library.reading() as view:
        return view.uses(name)


def original(desk: Desk, name: PictureId) -> Path:
    """Tell where a picture's original lies, byte for byte as it came."""
    with desk.library.reading() as view:
        return desk.library.originals.path(view.picture(name).sha256)


def thumbnail(desk: Desk, name: PictureId, side: int) -> bytes:
    """Give a JPEG that fits into a square of `side` pixels, kept in the cache for the next time."""
    kept = _thumbnail_file(desk, name, side)
    try:
        return kept.read_bytes()
    except OSError:
        made = thumbnails.thumbnail(original(desk, name).read_bytes(), side)
        keep(kept, made)
        return made


def thumbnail_pixels(desk: Desk, name: PictureId, side: int) -> Pixels:
    """Give the same decoded; where the cache has it damaged, it is made again.

    Not left to Qt: that would keep the interpreter to itself, and the window waiting, meanwhile.
    """
    try:
        return thumbnails.pixels_of(thumbnail(desk, name, side))
    except Refused:
        _thumbnail_file(desk, name, side).unlink(missing_ok=True)
        return thumbnails.pixels_of(thumbnail(desk, name, side))


def _thumbnail_file(desk: Desk, name: PictureId, side: int) -> Path:
    return desk.tools.cache / "thumbnails" / f"{name}-{side}.jpg"
