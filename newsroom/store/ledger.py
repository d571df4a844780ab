"""The ledger's own table: entries are added and read, never changed."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert

from newsroom.domain.entry import SignedEntry, entry_bytes, entry_id
from newsroom.domain.errors import NotFound, Refused
from newsroom.domain.ids import EntryId
from newsroom.store.bodies import read_entry
from newsroom.store.models import EntryRow

_PAGE = 500


def keep(connection: Connection, signed: SignedEntry) -> bool:
    """Store an entry; tell whether it is new. Raises `Refused` when its id is not its bytes'."""
    entry, canonical = signed.entry, entry_bytes(signed.entry)
    if entry_id(entry) != signed.id:
        raise Refused(
            "An entry is not what its name says, so it was not taken in.",
            hint="Ask whoever sent it for a fresh copy.",
        )
    added = connection.execute(
        insert(EntryRow)
        .values(
            id=signed.id,
            kind=entry.kind,
            author=entry.author,
            time=entry.time,
            newsroom=entry.newsroom,
            canonical=canonical,
            signature=signed.signature,
        )
        .on_conflict_do_nothing(index_elements=["id"])
    )
    return added.rowcount == 1


def entries(connection: Connection) -> Iterator[SignedEntry]:
    """Walk the entries in the order in which they arrived, a page at a time."""
    last = 0
    row = EntryRow
    wanted = select(row.seq, row.id, row.canonical, row.signature).order_by(row.seq).limit(_PAGE)
    while page := connection.execute(wanted.where(row.seq > last)).all():
        for found in page:
            yield read_entry(found.canonical, found.id, found.signature)
        last = page[-1].seq


def one(connection: Connection, name: EntryId) -> SignedEntry:
    """Give the entry of an id. Raises `NotFound`."""
    row = EntryRow
    found = connection.execute(
        select(row.canonical, row.id, row.signature).where(row.id == name)
    ).one_or_none()
    if found is None:
        raise NotFound(f"The ledger has no entry {name[:12]}.")
    return read_entry(found.canonical, found.id, found.signature)
