"""Cleaning what a file says, on arrival or chosen later: small steps, each with a reason.

A step is pure, from record to record, by what the house says of agencies. It never empties a field
that said something, and the chain is run until nothing changes, so cleaning twice is the same as
once. What each step did is told, because somebody may want the former words back.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from typing import Any

from newsroom.domain.house_pictures import Agency, PictureRules
from newsroom.domain.picture import FIELDS, Cleaned, CreditRecord

KNOWN_AGENCIES = (
    Agency("AFP", ("Agence France-Presse", "AFP Photo", "АФП")),
    Agency("AP", ("Associated Press", "The Associated Press", "AP Photo")),
    Agency("Reuters", ("REUTERS", "Рейтер")),
    Agency("EPA", ("European Pressphoto Agency", "EPA-EFE")),
    Agency("Getty Images", ("Getty", "GettyImages", "Getty Images News")),
    Agency("Xinhua", ("XINHUA", "Xinhua News Agency", "Синьхуа")),
    Agency("Anadolu", ("Anadolu Agency", "Anadolu Ajansı")),
    Agency("TASS", ("ITAR-TASS",)),
    Agency("ТАСС", ("ИТАР-ТАСС",)),
    Agency("Kazinform", ("KAZINFORM", "Qazinform")),
    Agency("Казинформ", ("КАЗИНФОРМ", "Казинформ МИА")),
)
"""Agencies that every house meets. What a house says of one of them by its file goes before."""

_LABELS = re.compile(
    r"(?:(?:photo(?:graph)?s?|picture|image|credit|source|copyright|фото|снимок|автор|источник|"
    r"сурет(?:ті түсірген)?|дереккөз)(?:\s+(?:by|credit|courtesy(?:\s+of)?))?\s*:\s*|"
    r"(?:photo|picture|image)\s+(?:by|courtesy(?:\s+of)?)\s+)+",
    re.IGNORECASE,
)
_SIGNS = re.compile(r"(?:(?:©|\(c\)|\(с\)|&copy;)\s*(?:\d{4}(?:[-–]\d{4})?\s*)?)+", re.IGNORECASE)
_QUOTED = re.compile(r'["“„‟”]([^"“”„‟«»]+)["“”„‟]')
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_SLASH = re.compile(r"\s*/\s*")
_PARTED = re.compile(r"(\s*/\s*)")
_MOST_ROUNDS = 5

_LINES = ("credit", "source", "copyright")
_NAMES = ("creator", "copyright_owner")
Clean = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Manner:
    """How a house writes: its agencies, and whether its credit lines name the maker too."""

    agencies: Sequence[Agency]
    names_maker: bool


@dataclass(frozen=True, slots=True)
class Step:
    """A step: its id, the sentence that a screen shows for it, and what it does."""

    id: str
    reason: str
    run: Callable[[CreditRecord, Manner], CreditRecord]


def _each(record: CreditRecord, fields: Sequence[str], clean: Clean) -> CreditRecord:
    """Clean the texts of some fields; one that would become empty stays."""
    changes: dict[str, Any] = {}
    for name in fields:
        value = getattr(record, name)
        if isinstance(value, str):
            changes[name] = clean(value) or value
        else:
            changes[name] = tuple(clean(one) or one for one in value)
    return replace(record, **changes)


def _spaces(record: CreditRecord, _manner: Manner) -> CreditRecord:
    return _each(record, (*_LINES, *_NAMES), lambda text: " ".join(text.split()))


def _labels(record: CreditRecord, _manner: Manner) -> CreditRecord:
    return _each(
        record,
        ("credit", "source", "creator"),
        lambda text: _LABELS.sub("", text, 1) if _LABELS.match(text) else text,
    )


def _signs(record: CreditRecord, _manner: Manner) -> CreditRecord:
    return _each(
        record,
        ("credit", "source", "creator", "copyright_owner"),
        lambda text: _SIGNS.sub("", text, 1) if _SIGNS.match(text) else text,
    )


def _spelling(record: CreditRecord, manner: Manner) -> CreditRecord:
    spelled: dict[str, str] = {}
    for one in reversed(manner.agencies):
        spelled |= {form.casefold(): one.name for form in (*one.spellings, one.name)}

    def house_style(text: str) -> str:
        parts = _PARTED.split(text)
        return "".join(spelled.get(part.casefold(), part) for part in parts)

    return _each(record, ("credit", "source", "copyright_owner"), house_style)


def _parts(record: CreditRecord, manner: Manner) -> CreditRecord:
    """Part "X/AFP" where AFP is an agency: X made the picture, AFP gets the credit.

    A house whose credit lines do not name the maker goes on printing both, or X would go unnamed.
    """
    names = {one.name for one in manner.agencies}
    maker, slash, agency = record.credit.rpartition("/")
    maker, agency = maker.strip(), agency.strip()
    if slash and maker and agency in names and record.creator in ((), (maker,)):
        creators = tuple(part for part in _SLASH.split(maker) if part)
        credit = agency if manner.names_maker else record.credit
        return replace(record, creator=creators, credit=credit, source=record.source or agency)
    return _parts_of_creator(record, names, manner)


def _parts_of_creator(record: CreditRecord, names: set[str], manner: Manner) -> CreditRecord:
    if len(record.creator) != 1:
        return record
    both = record.creator[0]
    maker, slash, agency = both.rpartition("/")
    maker, agency = maker.strip(), agency.strip()
    if not slash or not maker or agency not in names or record.credit not in ("", agency):
        return record
    credit = record.credit or (agency if manner.names_maker else both)
    return replace(record, creator=(maker,), credit=credit, source=record.source or agency)


def _quotes(record: CreditRecord, _manner: Manner) -> CreditRecord:
    def unified(text: str) -> str:
        marks = "«»" if _CYRILLIC.search(text) else "“”"
        return _QUOTED.sub(lambda found: f"{marks[0]}{found[1]}{marks[1]}", text)

    return _each(record, (*_LINES, *_NAMES), unified)


STEPS = (
    Step("spaces", "Spaces around a line and doubled ones within it say nothing.", _spaces),
    Step("label", "The house puts its own word, such as “Photo:”, before a credit.", _labels),
    Step("sign", "A © belongs to the copyright notice, not to a name.", _signs),
    Step("spelling", "The house spells this agency in its own way.", _spelling),
    Step("parts", "Who made a picture and which agency lent it are two fields.", _parts),
    Step("quotes", "One kind of quotation marks is used in a line.", _quotes),
)
"""Every cleaning step, in the order in which they are taken."""


def cleaned(
    record: CreditRecord,
    rules: PictureRules,
    fresh: Collection[str] = FIELDS,
    *,
    names_maker: bool,
) -> tuple[CreditRecord, tuple[Cleaned, ...]]:
    """Clean a record; give it with what each step did to which field, in order.

    `fresh` are the fields that say what a file says. The others are a person's words: they stay,
    but for what the fresh ones bring them, as "X/AFP" brings a creator. `names_maker` tells whether
    the house's credit lines name the maker beside the credit.
    """
    whole, done = _cleaned(record, Manner((*rules.agencies, *KNOWN_AGENCIES), names_maker))
    empty = CreditRecord()
    theirs = {
        name: getattr(record, name)
        for name in FIELDS
        if name not in fresh and getattr(record, name) != getattr(empty, name)
    }
    kept: dict[str, Any] = theirs
    return replace(whole, **kept), tuple(one for one in done if one.field not in theirs)


def _cleaned(record: CreditRecord, manner: Manner) -> tuple[CreditRecord, tuple[Cleaned, ...]]:
    done: list[Cleaned] = []
    for _ in range(_MOST_ROUNDS):
        before = record
        for step in STEPS:
            after = step.run(record, manner)
            done += [
                Cleaned(step.id, name, getattr(record, name))
                for name in FIELDS
                if getattr(record, name) != getattr(after, name)
            ]
            record = after
        if record == before:
            break
    return record, tuple(done)


def reason_of(step: str) -> str:
    """Say why a step is taken; empty for one that this version does not know."""
    return next((one.reason for one in STEPS if one.id == step), "")
