"""Jot down: words typed for a deed that is not done yet, such as a note for returning a story.

They stay on this laptop, are on disk within the second as a draft is, and end with the deed.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsroom.desk.room import Desk

NOTES, RECORDS, REASONS = "note:", "record:", "reason:"
"""What keys begin with: notes by their article, fields of credit records by their picture, reasons
by the finding that they answer."""

_JOTTED = "jotted:"


def jot(desk: Desk, texts: Mapping[str, str]) -> None:
    """Keep texts under their keys; an empty one is forgotten."""
    with desk.library.writing() as work:
        for key, text in texts.items():
            work.jot(f"{_JOTTED}{key}", text)
        work.commit()


def jotted(desk: Desk, key: str) -> str:
    """Give what was kept under a key; empty where nothing was."""
    with desk.library.reading() as view:
        return view.remembered(f"{_JOTTED}{key}") or ""


def all_jotted(desk: Desk, kind: str) -> dict[str, str]:
    """Give everything kept under keys that begin so, by the rest of the key."""
    with desk.library.reading() as view:
        found = view.remembered_under(f"{_JOTTED}{kind}")
    return {key.removeprefix(f"{_JOTTED}{kind}"): text for key, text in found.items()}
