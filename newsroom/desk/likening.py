"""Liken: find pictures that look like one; `crediting.take_over` then takes their record over."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from newsroom.desk.room import Desk
from newsroom.domain.canonical import sha256_of
from newsroom.domain.changes import Changes
from newsroom.domain.entry import EntryKind, SignedEntry
from newsroom.domain.errors import NotFound, Refused, Unavailable
from newsroom.domain.ids import ArticleId, PictureId, Sha256, picture_id
from newsroom.domain.likeness import Pair, pair_of
from newsroom.domain.picture import Picture
from newsroom.domain.prints import Print
from newsroom.domain.progress import Progress, unwatched
from newsroom.domain.summary import PictureUse
from newsroom.domain.workflow import Verdict
from newsroom.pictures import prints
from newsroom.store.view import View
from newsroom.store.work import UnitOfWork

_BATCH = 50
"""Prints taken between two writings: a second's work, which a stop may cost."""


Unprinted = tuple[PictureId, Sha256]
"""A picture without a print, and its original."""

_APART = "unlike"
"""What the keys begin with under which earlier versions kept on a laptop that two differ."""


class Likeness(StrEnum):
    """How alike two pictures are: the same file, or the same picture in another file."""

    EXACT = "exact"
    NEAR = "near"


@dataclass(frozen=True, slots=True)
class Ran:
    """A story that readers saw with a picture, and when it was last published."""

    article: ArticleId
    headline: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Lookalike:
    """A picture of the library that looks like the one asked about.

    `distance` counts bits of 64, 0 for the same file. `uses` are the articles that have it now,
    `ran` those of them that were published, the last first.
    """

    picture: Picture
    how: Likeness
    distance: int
    uses: tuple[PictureUse, ...]
    ran: tuple[Ran, ...]


def lookalikes(desk: Desk, asked: PictureId | bytes) -> tuple[Lookalike, ...]:
    """Find the pictures that look like one of the library or like a file, the likest first.

    A picture of the library is not its own look-alike; a file that the library has is found as
    exact. Raises `NotFound` where the original is not on this laptop, `Refused` for what is no
    picture.
    """
    with desk.library.reading() as view:
        if isinstance(asked, bytes):
            own, data = picture_id(sha256_of(asked)), asked
        else:
            own, data = asked, desk.library.originals.read(view.picture(asked).sha256)
        near = sorted(_near(view, own, data), key=lambda one: (one.distance, one.picture.id))
        if isinstance(asked, bytes) and (known := view.known_picture(own)):
            return (_lookalike(view, known, Likeness.EXACT, 0), *near)
        return tuple(near)


def worth_telling(desk: Desk, name: PictureId) -> tuple[Lookalike, ...]:
    """Find the look-alikes of a picture of the library, without those that were set apart."""
    found = lookalikes(desk, name)
    with desk.library.reading() as view:
        apart = _apart(view)
    return tuple(one for one in found if pair_of(name, one.picture.id) not in apart)


def set_apart(desk: Desk, one: PictureId, other: PictureId) -> Changes:
    """Say that two pictures differ, although they look alike.

    Raises `NotFound` for a picture that is not there, `Refused` for one and the same.
    """
    return _say(desk, one, other, differ=True)


def liken_again(desk: Desk, one: PictureId, other: PictureId) -> Changes:
    """Take back that two pictures differ. Raises as `set_apart` does."""
    return _say(desk, one, other, differ=False)


def _say(desk: Desk, one: PictureId, other: PictureId, *, differ: bool) -> Changes:
    if one == other:
        raise Refused("A picture does not differ from itself.")
    changes = Changes()
    with desk.library.writing() as work:
        work.picture(one)
        work.picture(other)
        # What earlier versions kept on this laptop alone goes along, so that colleagues see it too.
        said = dict.fromkeys(_kept_here(work), True) | {pair_of(one, other): differ}
        for pair, apart in said.items():
            changes |= work.add(_sign(desk, work, pair, differ=apart))
            work.forget(_key(pair))
        work.commit()
    return changes


def _sign(desk: Desk, work: UnitOfWork, pair: Pair, *, differ: bool) -> SignedEntry:
    return desk.pen.sign(
        EntryKind.LIKENESS,
        {"pictures": [*pair], "differ": differ},
        work.newsroom_id(),
        after=work.likeness_said_at(pair),
    )


def _apart(view: View) -> frozenset[Pair]:
    return view.pairs_apart() | _kept_here(view)


def _kept_here(view: View) -> frozenset[Pair]:
    keys = [key.split(":") for key in view.remembered_under(f"{_APART}:")]
    return frozenset(pair_of(PictureId(key[1]), PictureId(key[2])) for key in keys if len(key) == 3)


def _key(pair: Pair) -> str:
    return ":".join((_APART, *pair))


def _near(view: View, own: PictureId, data: bytes) -> Iterator[Lookalike]:
    sought = prints.sought(data)
    if sought is None:
        return
    for name, other in view.prints_near(sought.codes, prints.NEAR).items():
        bits = sought.distance_to(other)
        if name != own and bits is not None and (known := view.known_picture(name)):
            yield _lookalike(view, known, Likeness.NEAR, bits)


def _lookalike(view: View, picture: Picture, how: Likeness, bits: int) -> Lookalike:
    uses = view.uses(picture.id)
    return Lookalike(picture, how, bits, uses, _ran(view, uses))


def _ran(view: View, uses: tuple[PictureUse, ...]) -> tuple[Ran, ...]:
    found = []
    for use in uses:
        decisions = view.decisions(use.article)
        times = [one.time for one in decisions if one.verdict is Verdict.PUBLISHED]
        if times:
            found.append(Ran(use.article, use.headline, max(times)))
    return tuple(sorted(found, key=lambda one: one.at, reverse=True))


def alike(desk: Desk) -> tuple[PictureId, ...]:
    """Name every picture that another one looks like, by their prints alone.

    Pairs that were set apart do not count. What `lookalikes` finds in a crop by reading the
    original is left out.
    """
    with desk.library.reading() as view:
        return view.alike_pictures(prints.NEAR, _apart(view))


def print_missing(desk: Desk, progress: Progress = unwatched) -> int:
    """Take the prints of all pictures that have none yet, as `take_prints` does."""
    return take_prints(desk, unprinted(desk), progress)


def unprinted(desk: Desk) -> tuple[Unprinted, ...]:
    """Name the pictures that have no print yet, and their originals, the newest first."""
    with desk.library.reading() as view:
        return tuple(view.unprinted())


def take_prints(desk: Desk, wanted: Sequence[Unprinted], progress: Progress = unwatched) -> int:
    """Take the prints of pictures, and tell how many were taken.

    A picture whose original is not here waits until it is. `progress` may raise `Cancelled`
    between two pictures; what was taken before stays.
    """
    taken: list[tuple[PictureId, Print | None]] = []
    try:
        for done, (name, sha256) in enumerate(wanted):
            progress(done, len(wanted), name)
            try:
                taken.append((name, prints.print_of(desk.library.originals.read(sha256))))
            except (NotFound, Unavailable):
                continue
            except Refused:
                taken.append((name, None))
            if len(taken) % _BATCH == 0:
                _keep(desk, taken[-_BATCH:])
    finally:
        _keep(desk, taken[len(taken) // _BATCH * _BATCH :])
    return len(taken)


def _keep(desk: Desk, taken: Sequence[tuple[PictureId, Print | None]]) -> None:
    if not taken:
        return
    with desk.library.writing() as work:
        for name, found in taken:
            work.file_print(name, found)
        work.commit()
