"""Entries made and signed: the one way in which anything reaches the ledger."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from threading import Lock
from typing import TYPE_CHECKING

from newsroom.domain.canonical import Json
from newsroom.domain.entry import Entry, EntryKind, SignedEntry
from newsroom.domain.ids import MemberId, NewsroomId
from newsroom.domain.times import ledger_time
from newsroom.identity.signing import PrivateKey, sign

if TYPE_CHECKING:
    from newsroom.identity.keys import KeyCabinet


class Pen:
    """A member's signature. The key is fetched when something is signed for the first time.

    Times never repeat or run backwards within one pen, so that two entries of one deed keep their
    order in a ledger sorted by time.
    """

    def __init__(self, me: MemberId, cabinet: KeyCabinet, clock: Callable[[], datetime]) -> None:
        self._me = me
        self._cabinet = cabinet
        self._clock = clock
        self._key: PrivateKey | None = None
        self._last = ""
        self._lock = Lock()

    def make_ready(self) -> None:
        """Fetch the key now, for a deed that must not find it missing when half of it is done.

        Raises `Unavailable` when the key is not on this laptop or is locked by a passphrase.
        """
        with self._lock:
            self._fetched()

    def sign(
        self,
        kind: EntryKind,
        body: Mapping[str, Json],
        newsroom: NewsroomId,
        after: datetime | None = None,
    ) -> SignedEntry:
        """Make an entry of now and sign it.

        Where `after` is given, the time of what the entry builds on, the entry is later than that,
        even on a laptop whose clock is behind: else it would count as the older of the two.

        Raises `Unavailable` when the key is not on this laptop or is locked by a passphrase.
        """
        with self._lock:
            key = self._fetched()
            return sign(Entry(kind, body, self._me, self._next_time(after), newsroom), key)

    def _fetched(self) -> PrivateKey:
        if self._key is None:
            self._key = self._cabinet.load(self._me)
        return self._key

    def _next_time(self, after: datetime | None) -> str:
        moment = self._clock()
        while ledger_time(moment) <= self._last:
            moment += timedelta(microseconds=1)
        self._last = ledger_time(moment)
        if after is None:
            return self._last
        return max(self._last, ledger_time(after + timedelta(microseconds=1)))
