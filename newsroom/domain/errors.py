"""Errors say whose fault it is.

`Refused`: the story or the request is not acceptable. `NotFound` and `Conflict`: the world moved.
`Unavailable`: disk, network or server; keep working and retry. `Cancelled`: the person stopped it.
Anything else that is raised is our own bug.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsroom.domain.findings import Finding


class NewsroomError(Exception):
    """An error with a sentence for the person: what happened (`message`), what to do (`hint`)."""

    kind = "error"

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class Refused(NewsroomError):
    """The story or the request is not acceptable; `findings` say why, where there are any."""

    kind = "refused"

    def __init__(self, message: str, *, hint: str = "", findings: Sequence[Finding] = ()) -> None:
        super().__init__(message, hint=hint)
        self.findings = tuple(findings)


class NotFound(NewsroomError):
    """What was asked for is not there."""

    kind = "not-found"


class Conflict(NewsroomError):
    """The world moved since the person looked."""

    kind = "conflict"


class Unavailable(NewsroomError):
    """A disk, a network, a server or a key cannot be reached now; nothing is lost."""

    kind = "unavailable"


class Cancelled(NewsroomError):
    """The person stopped the work."""

    kind = "cancelled"

    def __init__(self) -> None:
        super().__init__("Stopped.")
