"""What can be wrong with a field of a credit record."""

from __future__ import annotations

import re
from datetime import datetime

from newsroom.domain.links import is_web_link

_PART_OF_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2]))?")


def fault_of(name: str, words: str) -> str:
    """Say what is wrong with a field; empty where nothing is."""
    if words and name == "web_statement" and not is_web_link(words):
        return "Not a web address, so pages leave it out. Begin it with https://."
    if words and name == "created" and not _is_date(words):
        return "Not a date. Write it as 2026-04-14."
    return ""


def _is_date(words: str) -> bool:
    """Whether a text is a date, a date with a time, or the year or month of one, in ISO 8601."""
    if _PART_OF_DATE.fullmatch(words):
        return True
    try:
        datetime.fromisoformat(words)
    except ValueError:
        return False
    return True
