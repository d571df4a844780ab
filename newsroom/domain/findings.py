"""What a check reports."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from newsroom.domain.ids import MemberId


class Severity(StrEnum):
    """`ERROR` blocks approval, because the house requires it; `WARNING` asks for a look."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to look at: which rule, how grave, where, and a sentence with its reason.

    `where` names a place: a field (`headline`), a block (`body:3`, counted from 0) or a picture
    (`picture:ID`, or `lead:picture:ID`, `body:3:picture:ID` where it is about one use).
    `overridable` says that the house lets somebody answer for it with a reason; `reason` is the one
    that was given by the member `by`, and then it blocks nothing.
    """

    rule: str
    severity: Severity
    where: str
    message: str
    overridable: bool = False
    reason: str = ""
    by: MemberId | None = None


def open_ones(found: Iterable[Finding]) -> tuple[Finding, ...]:
    """Keep the findings that nobody answers for."""
    return tuple(one for one in found if not one.reason)
