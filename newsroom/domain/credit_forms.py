"""The forms of a credit line: a house's own words around who made a picture and who lent it.

A form is a text with `{credit}` and perhaps `{creator}`, such as "Photo: {creator} / {credit}". A
house gives several, the fullest first; the first whose every part is known is used. What a form
uses stands in a page's structured data and in every exported file, so the printed line can be made
again from either and compared.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsroom.domain.picture import CreditRecord

_PART = re.compile(r"\{(credit|creator)\}")
_ANY_PART = re.compile(r"\{[^{}]*\}")


def filled(forms: Sequence[str], record: CreditRecord) -> str:
    """Write a credit in the first form that fits; empty where the picture has no credit.

    A form with the creator is passed over where the credit names every creator already, because
    nobody is thanked twice in one line.
    """
    if not says_something(record.credit):
        return ""
    parts = {"credit": record.credit, "creator": _creators(record)}
    for form in forms:
        if all(parts[name] for name in _PART.findall(form)):
            return _PART.sub(lambda found: parts[found[1]], form)
    return record.credit


def says_something(text: str) -> bool:
    """Whether anything of a text would be seen in print."""
    return any(sign.isprintable() and not sign.isspace() for sign in text)


def _creators(record: CreditRecord) -> str:
    names = [name for name in record.creator if says_something(name)]
    if all(name.casefold() in record.credit.casefold() for name in names):
        return ""
    return ", ".join(names)


def fault_in(form: str) -> str:
    """Say what is wrong with a form; empty where nothing is."""
    if "{credit}" not in form:
        return "it must hold {credit}"
    unknown = [part for part in _ANY_PART.findall(form) if not _PART.fullmatch(part)]
    return f"{unknown[0]} is not known; use {{credit}} and {{creator}}" if unknown else ""
