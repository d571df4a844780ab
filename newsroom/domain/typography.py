"""Quotes, dashes and spaces as a language writes them: what a typed sign should have been.

A suggestion is an edit that the writer sees and can take back. Nothing here is done while a page
is rendered, so that approved text equals published text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

TIE = "\u00a0"
"""The space at which no line is broken."""
SIGNS = frozenset("\"'-–—. ")
"""The characters after which there may be something to suggest."""

_APOSTROPHE = "’"
_BRACKETS = frozenset("([{")
_ADDRESS = re.compile(r"://|\A\W*www\.|@|\]\(|<!")
_AROUND = "«»„“”‘’\"'()[],;:!?"


@dataclass(frozen=True, slots=True)
class Habits:
    """How a language writes.

    `dash` is what stands between words; `tied` says that no line begins with it. `short` words
    end no line, `units` are tied to the number before them, `signs` to what comes after.
    `singles` says that an apostrophe may open a quotation.
    """

    outer: tuple[str, str]
    inner: tuple[str, str]
    dash: str
    singles: bool = False
    tied: bool = False
    short: frozenset[str] = frozenset()
    units: frozenset[str] = frozenset()
    signs: frozenset[str] = frozenset()


_METRIC = "мм см м км мг кг г т л мл га кВт МВт млн млрд трлн % °C °С ₸ ₽ $ €"

HABITS = {
    "en": Habits(("“", "”"), ("‘", "’"), "–", singles=True),
    "ru": Habits(
        ("«", "»"),
        ("„", "“"),
        "—",
        tied=True,
        short=frozenset("авикосуя"),
        units=frozenset(f"{_METRIC} ч мин с тыс руб тг долл г. гг. в. вв.".split()),
        signs=frozenset("№§"),
    ),
    "kk": Habits(
        ("«", "»"),
        ("«", "»"),
        "—",
        tied=True,
        units=frozenset(f"{_METRIC} мың сағ мин тг ж. жж. ғ. ғғ.".split()),
        signs=frozenset("№§"),
    ),
}
"""The languages whose habits are known; in others nothing is suggested."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Put `text` in the place of the characters from `start` to `end`."""

    start: int
    end: int
    text: str


def suggest(before: str, habits: Habits) -> Suggestion | None:
    """Say what the sign that ends `before`, the words of a line up to the caret, should be."""
    match before[-1:]:
        case " ":
            return _space(before, habits)
        case "–" | "—":
            return _tie_dash(before, habits)
        case '"' | "'" | "-" | "." if before.count("`") % 2:
            return None
        case '"':
            return quote(before, habits)
        case "'" | "-" | "." if _ADDRESS.search(before.rsplit(maxsplit=1)[-1]):
            return None
        case "'":
            return _apostrophe(before, habits)
        case "-":
            return _dash(before, habits)
        case ".":
            return _ellipsis(before)
        case _:
            return None


def quote(before: str, habits: Habits, opens: bool | None = None) -> Suggestion | None:
    """Say which quotation mark the last sign should be, from what stands before it."""
    words, last = before[:-1], before[-2:-1]
    open_quotes = unclosed(words, habits)
    if opens is None:
        opens = _opens(last, habits, within=bool(open_quotes))
    if opens:
        pair = habits.inner if open_quotes and not habits.singles else habits.outer
        return _instead(before, 1, pair[0])
    if not open_quotes and last.isdigit():
        return None  # inches
    innermost = open_quotes[-1] if open_quotes else habits.outer[0]
    return _instead(before, 1, dict((habits.inner, habits.outer))[innermost])


def _opens(last: str, habits: Habits, *, within: bool) -> bool:
    if not last or last.isspace() or last in _BRACKETS:
        return True
    if last in {habits.outer[0], habits.inner[0]}:
        return True
    return last in "–—" and not within


def unclosed(words: str, habits: Habits) -> list[str]:
    """List the opening marks whose quotations have not ended, the innermost last."""
    pairs = dict((habits.outer,) if habits.singles else (habits.inner, habits.outer))
    found: list[str] = []
    for sign in words:
        if found and sign == pairs[found[-1]]:
            found.pop()
        elif sign in pairs:
            found.append(sign)
    return found


def _apostrophe(before: str, habits: Habits) -> Suggestion | None:
    words, last = before[:-1], before[-2:-1]
    if not habits.singles:
        return _instead(before, 1, _APOSTROPHE) if last.isalpha() else None
    within = words.rfind(habits.inner[0]) > words.rfind(habits.inner[1])
    if _opens(last, habits, within=within):
        return _instead(before, 1, habits.inner[0])
    if last.isdigit() and not within:
        return None  # feet
    return _instead(before, 1, _APOSTROPHE)


def _dash(before: str, habits: Habits) -> Suggestion | None:
    if before.endswith("–-"):
        return _instead(before, 2, "—")
    words = before[:-2]
    if not before.endswith("--") or not words.strip() or words.endswith("-"):
        return None
    if habits.tied and words.endswith(" ") and words.strip():
        return _instead(before, 3, f"{TIE}–")
    return _instead(before, 2, "–")


def _tie_dash(before: str, habits: Habits) -> Suggestion | None:
    tied = habits.tied and before[-2:-1] == " " and before[:-2].strip()
    return Suggestion(len(before) - 2, len(before) - 1, TIE) if tied else None


def _ellipsis(before: str) -> Suggestion | None:
    longer = before[-4:-3] in {".", "…"}
    return _instead(before, 3, "…") if before.endswith("...") and not longer else None


def _space(before: str, habits: Habits) -> Suggestion | None:
    if before in {"-- ", "--- "}:
        return Suggestion(0, len(before) - 1, "—" if before == "--- " else habits.dash)
    if habits.tied and before.endswith(" - "):
        return hyphen(before, habits)
    return tie(before, habits) if habits.tied or habits.short or habits.units else None


def hyphen(before: str, habits: Habits) -> Suggestion | None:
    """Say that a hyphen alone between words, which ends `before` with its space, is a dash."""
    last = before[-4:-3]
    if not before.endswith(" - ") or not last.strip() or last.isdigit():
        return None
    space = TIE if habits.tied else " "
    return Suggestion(len(before) - 3, len(before) - 1, f"{space}{habits.dash}")


def tie(before: str, habits: Habits) -> Suggestion | None:
    """Say which space by the word before the last one should hold the line together."""
    words = before[:-1]
    word = re.split(r"[ \u00a0\u2028]", words[-16:])[-1]
    start = len(words) - len(word)
    bare = word.strip(_AROUND)
    unit = {bare, bare.rstrip(".")} & habits.units
    if unit and words[start - 1 : start] == " " and words[start - 2 : start - 1].isdigit():
        return Suggestion(start - 1, start, TIE)
    if word.lstrip(_AROUND).lower() in habits.short or word in habits.signs:
        return _instead(before, 1, TIE)
    return None


def _instead(before: str, count: int, text: str) -> Suggestion:
    return Suggestion(len(before) - count, len(before), text)
