"""When a draft is due on disk: a pure state machine over moments given by the caller.

A moment after the last key, and soon after the first unsaved one even while keys keep coming, so
that a machine that dies at any time takes at most the last second of typing with it; one save at a
time; a save that failed is tried again and the draft stays dirty until the store has answered.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

PAUSE = 0.4
LONGEST = 0.6
"""Seconds; what is left of the one second is for the save itself, on a slow disk too."""
RETRY = 2.0
RETRY_LONGEST = 5.0


@dataclass(frozen=True, slots=True)
class Autosave:
    """The state of one draft; moments are seconds of a clock that never runs backwards.

    `first` and `last` are the first and the last key that no save has taken up. `saving` tells
    that a save is under way, `lost` holds its first key until it is known to have worked.
    """

    first: float | None = None
    last: float = 0.0
    saving: bool = False
    lost: float | None = None
    failures: int = 0
    retry_at: float = 0.0

    @property
    def dirty(self) -> bool:
        """Whether anything is not known to be on disk."""
        return self.first is not None or self.saving

    @property
    def unsent(self) -> bool:
        """Whether anything was typed that no save has taken up."""
        return self.first is not None

    def typed(self, now: float) -> Autosave:
        """Note a change."""
        first = now if self.first is None else self.first
        return replace(self, first=first, last=now)

    def due(self) -> float | None:
        """Tell at which moment to save; None while nothing is unsaved or a save is under way."""
        if self.first is None or self.saving:
            return None
        wanted = min(self.last + PAUSE, self.first + LONGEST)
        return max(wanted, self.retry_at) if self.failures else wanted

    def began(self) -> Autosave:
        """Note that what was typed until now is being saved."""
        return replace(self, first=None, saving=True, lost=self.first)

    def stored(self) -> Autosave:
        """Note that the store has answered."""
        return replace(self, saving=False, lost=None, failures=0, retry_at=0.0)

    def failed(self, now: float) -> Autosave:
        """Note that the save did not work: what it held is unsaved again, from its first key.

        A save that did not wait for its time, as when the article is left, puts nothing off.
        """
        firsts = [moment for moment in (self.lost, self.first) if moment is not None]
        if self.failures and now < self.retry_at:
            return replace(self, first=min(firsts, default=now), saving=False, lost=None)
        wait = min(RETRY * 2**self.failures, RETRY_LONGEST)
        return replace(
            self,
            first=min(firsts, default=now),
            saving=False,
            lost=None,
            failures=self.failures + 1,
            retry_at=now + wait,
        )
