"""Language codes fit for the `lang` attribute."""

from __future__ import annotations

import re

_TAG = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")


def is_language(code: str) -> bool:
    """Whether a code has the form of a BCP 47 language tag."""
    return bool(_TAG.fullmatch(code))


def page_language(story: str, house: str) -> str:
    """Choose the language of a page: the story's, else the house's, else English."""
    return next((code for code in (story, house) if is_language(code)), "en")
