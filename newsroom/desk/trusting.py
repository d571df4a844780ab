"""Trust: what the ledger says is believed only as far as its signatures hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom.domain.errors import Refused
from newsroom.domain.ids import EntryId
from newsroom.domain.workflow import Decision
from newsroom.identity.signing import is_genuine

if TYPE_CHECKING:
    from newsroom.store.view import View


def require_genuine(view: View, decision: Decision) -> None:
    """Refuse a decision whose entry was altered, or that nobody of the house has signed.

    The tables that screens ask are made from entries; somebody who can write to the library's file
    can change them, but cannot sign for another.
    """
    signed = view.entry(decision.id)
    members = {member.id for member in view.members()}
    if not is_genuine(signed) or signed.entry.author not in members:
        raise Refused(
            "The approval of this story does not carry a valid signature of a member.",
            hint="Ask an editor to approve it again.",
        )
    if signed.entry.body.get("bound") != decision.bound:
        raise Refused(
            "The approval in the list is not the one that was signed.",
            hint="Run newsroom rebuild, then look at the story again.",
        )


def doubtful_entries(view: View) -> tuple[EntryId, ...]:
    """Name the entries of the ledger whose bytes and signatures do not fit."""
    return tuple(signed.id for signed in view.entries() if not is_genuine(signed))
