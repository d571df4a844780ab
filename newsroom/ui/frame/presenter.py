"""How the window says that something went wrong: calmly, and whose turn it is."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject

from newsroom.domain.errors import Cancelled, NewsroomError
from newsroom.ui.look.notice import Choice, NoticeBar

_log = logging.getLogger(__name__)

OUR_FAULT = (
    "Something in Newsroom itself went wrong. Your text is kept; you can go on. "
    "A note for its makers is in the log."
)

_UNSAVED, LEAVING = "unsaved", "leaving"
"""What a notice is about: words that are not on disk, and a window that closes without them."""


class Presenter(QObject):
    """Shows errors and notices in the window's bar."""

    def __init__(self, bar: NoticeBar) -> None:
        super().__init__()
        self._bar = bar

    def show(self, error: Exception) -> None:
        """Show an error of any kind; a cancelled piece of work needs no words."""
        match error:
            case Cancelled():
                return
            case NewsroomError():
                self._bar.warn(sentence(error), error.kind)
            case _:
                _log.error("An error that nobody expected", exc_info=error)
                self._bar.warn(OUR_FAULT, "bug")

    def tell(self, words: str, action: str = "", deed: Callable[[], None] | None = None) -> None:
        """Say that something was done, and offer a way back where there is one."""
        self._bar.tell(words, action, deed)

    def remark(self, words: str) -> None:
        """Say calmly what the person should know; it stays until it is put away."""
        self._bar.remark(words)

    def offer(self, words: str, *choices: Choice, topic: str = "") -> None:
        """Say that something is in the way, and offer what can be done; it stays on show."""
        self._bar.offer(words, choices, topic)

    def suggest(self, words: str, action: str, deed: Callable[[], None], topic: str = "") -> None:
        """Say calmly what is so, and what can be done about it; it stays until it is put away."""
        self._bar.suggest(words, action, deed, topic)

    def settle(self, topic: str) -> None:
        """Take back what was said about a topic."""
        self._bar.settle(topic)

    def show_unsaved(self, since: datetime, error: Exception) -> None:
        """Say since when nothing has reached the disk, and what to do where that is known.

        Choices that are on show about it stay: another try that fails is no news to who chooses.
        """
        if not isinstance(error, NewsroomError):
            _log.error("A draft could not be saved", exc_info=error)
        hint = f" {error.message}" if isinstance(error, NewsroomError) else ""
        if self._bar.topic != LEAVING:
            self._bar.warn(f"Not saved since {since:%H:%M}. Trying again.{hint}", _UNSAVED)

    def settle_unsaved(self) -> None:
        """Take that back."""
        for topic in (_UNSAVED, LEAVING):
            self._bar.settle(topic)


def sentence(error: NewsroomError) -> str:
    """Write what happened and what to do, as one line."""
    return f"{error.message} {error.hint}".strip()
