"""How well a few typed letters fit the words of a command: from its beginning to scattered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from newsroom.ui.commands.command import Command

_BEGINS, _WORDS, _INSIDE, _SCATTERED = range(4)
NAMED = _WORDS
"""Up to this grade somebody has named the command, not only something like it."""


@dataclass(frozen=True, slots=True)
class Match:
    """A command that fits; a lower grade fits better."""

    command: Command
    grade: int


def matches(commands: Sequence[Command], typed: str, recent: Sequence[str]) -> tuple[Match, ...]:
    """Find the commands that fit, the best first; among equals those that ran last, newest first.

    `recent` holds ids, the newest first.
    """
    wanted = typed.casefold().split()
    graded = [(one, _grade(one, wanted)) for one in commands]
    found = [Match(one, grade) for one, grade in graded if grade is not None]
    places = {name: place for place, name in enumerate(recent)}
    return tuple(
        sorted(found, key=lambda one: (one.grade, places.get(one.command.id, len(places))))
    )


def _grade(command: Command, wanted: Sequence[str]) -> int | None:
    if not wanted:
        return _BEGINS
    words = command.words.casefold()
    whole = f"{words} {command.group.value}".casefold()
    if words.startswith(" ".join(wanted)):
        return _BEGINS
    if all(any(one.startswith(part) for one in whole.split()) for part in wanted):
        return _WORDS
    if all(part in whole for part in wanted):
        return _INSIDE
    return _SCATTERED if _scattered("".join(wanted), words) else None


def _scattered(letters: str, words: str) -> bool:
    """Whether the letters stand in the words in their order, the first one beginning a word."""
    starts = (at for at, letter in enumerate(words) if at == 0 or words[at - 1] == " ")
    return any(words[at] == letters[0] and _in_order(letters, words[at:]) for at in starts)


def _in_order(letters: str, words: str) -> bool:
    rest = iter(words)
    return all(letter in rest for letter in letters)
