"""What can be wrong with a field of a credit record."""

from __future__ import annotations

import re
from datetime import date, datetime

from newsroom.domain.countries import is_country
from newsroom.domain.links import is_web_link
from newsroom.domain.picture import CreditRecord, RightsPeriod

_PART_OF_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2]))?")
_LINK = "Not a web address, so pages leave it out. Begin it with https://."


def fault_of(name: str, words: str) -> str:
    """Say what is wrong with a text field; empty where nothing is."""
    if words and name == "web_statement" and not is_web_link(words):
        return _LINK
    if words and name == "created" and not _is_date(words):
        return "Not a date. Write it as 2026-04-14."
    return ""


def fault_of_day(words: str) -> str:
    """Say what is wrong with a day; empty where nothing is, or where none is named."""
    try:
        # Days are compared as texts, so one form of them is enough.
        known = date.fromisoformat(words).isoformat() == words
    except ValueError:
        known = not words
    return "" if known else "Not a day. Write it as 2026-04-14."


def faults_of(record: CreditRecord) -> dict[str, str]:
    """Say what is wrong with a record, by field or by part of one (`rights.ends`)."""
    rights = record.rights
    faults = {
        "web_statement": fault_of("web_statement", record.web_statement),
        "created": fault_of("created", record.created),
        "licensor": next((_LINK for one in record.licensor if _is_bad_link(one.url)), ""),
        "rights.starts": fault_of_day(rights.starts),
        "rights.ends": fault_of_day(rights.ends) or _fault_of_order(rights),
        "rights.territories": next(
            (
                f"{code} is not a country's code. Use ISO 3166 codes such as KZ."
                for code in rights.territories
                if not is_country(code)
            ),
            "",
        ),
    }
    return {path: fault for path, fault in faults.items() if fault}


def _fault_of_order(rights: RightsPeriod) -> str:
    wrong = rights.ends and rights.ends < rights.starts
    return "The rights would end before they begin." if wrong else ""


def _is_bad_link(url: str) -> bool:
    return bool(url) and not is_web_link(url)


def _is_date(words: str) -> bool:
    """Whether a text is a date, a date with a time, or the year or month of one, in ISO 8601."""
    if _PART_OF_DATE.fullmatch(words):
        return True
    try:
        datetime.fromisoformat(words)
    except ValueError:
        return False
    return True
