"""A watch over a process that may hang: whoever waits for its word cannot look at a clock."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic


class Watch:
    """Does something, such as ending a process, when a thing lasts longer than so many seconds.

    It has one thread for all its life, because a thread for each wait would cost more than most
    waits do. Used by one thread at a time, and ended.
    """

    def __init__(self, alarm: Callable[[], object], most: float) -> None:
        self._alarm = alarm
        self._most = most
        self._since: float | None = None
        self._ended = threading.Event()
        # A daemon, so that a reader which nobody closed does not keep the program from ending.
        self._thread = threading.Thread(target=self._look, name="metadata-watch", daemon=True)
        self._thread.start()

    @contextmanager
    def over(self) -> Iterator[None]:
        """Watch over what is done inside."""
        self._since = monotonic()
        try:
            yield
        finally:
            self._since = None

    def end(self) -> None:
        """Stop watching, for good."""
        self._ended.set()
        self._thread.join()

    def _look(self) -> None:
        left = self._most
        while not self._ended.wait(left):
            since = self._since
            # What began after this look began is seen in time by the next one.
            left = self._most if since is None else since + self._most - monotonic()
            if left <= 0:
                self._alarm()
                return
