"""What a rule is, and what it may say."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from newsroom.domain.article import Story
from newsroom.domain.house import House


@dataclass(frozen=True, slots=True)
class Remark:
    """What a rule found: a place as `domain.findings.Finding` names it, and why it matters."""

    where: str
    message: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A check: its id in kebab-case, the function that looks, and its name in a few words.

    One that is `asked` looks only where the house wants or requires it: whether captions name
    people is a house's own style.
    """

    id: str
    find: Callable[[Story, House], Iterable[Remark]]
    words: str
    asked: bool = False


@dataclass(frozen=True, slots=True)
class DatedRule:
    """A check whose answer depends on the day, which the caller gives: rights end by themselves."""

    id: str
    find: Callable[[Story, House, date], Iterable[Remark]]
    words: str
    asked: bool = False
