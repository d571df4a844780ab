"""The fields of a credit record as the form lays them out: groups, names, and how each is filled.

A path is a field (`source`) or a part of one (`rights.ends`). It names a box of the form.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from newsroom.domain.picture import CreditRecord, Licensor, Location
from newsroom.domain.vocabularies import (
    DataMining,
    ModelRelease,
    PropertyRelease,
    SourceType,
)


class Shape(StrEnum):
    """How a field is filled: in one line, several, names parted by semicolons, by choosing."""

    LINE = "line"
    TEXT = "text"
    NAMES = "names"
    TERM = "term"
    CHANNELS = "channels"
    ROWS = "rows"


@dataclass(frozen=True, slots=True)
class Field:
    """A box of the form. `wide` ones take a row of their own; `terms` are what one chooses from."""

    path: str
    words: str
    shape: Shape = Shape.LINE
    hint: str = ""
    wide: bool = False
    terms: type[StrEnum] | None = None
    row: Licensor | Location | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """Fields that belong together; `opened` tells whether they are in sight at first."""

    key: str
    words: str
    fields: tuple[Field, ...]
    opened: bool = False


SEVERAL = "Several: part them with ;"
_DAY = "2026-04-14"
_PART_OF_PLACE = (
    ("sublocation", "Spot"),
    ("city", "City"),
    ("region", "Region"),
    ("country", "Country"),
    ("code", "Country code"),
)
PART_WORDS: dict[type, tuple[tuple[str, str], ...]] = {
    Location: _PART_OF_PLACE,
    Licensor: (
        ("name", "Name"),
        ("url", "Web address"),
        ("email", "E-mail"),
        ("phone", "Telephone"),
    ),
}
"""The parts of what a field holds several of, with their names."""

READERS = (
    Field("alt", "A blind reader hears", Shape.TEXT, "Say what can be seen"),
    Field("caption", "Everyone reads", Shape.TEXT, "Who, what, where, when"),
    Field("credit", "Gets the credit", Shape.LINE, "Who made it / who lent it"),
)
"""The three boxes that stand first, each named by whom it is for."""

GROUPS = (
    Group(
        "credit",
        "Credit",
        (
            Field("creator", "Creator", Shape.NAMES, SEVERAL),
            Field("source", "Source"),
            Field("copyright", "Copyright"),
            Field("creator_title", "Creator’s job title"),
            Field("copyright_owner", "Copyright owner", Shape.NAMES, SEVERAL),
            Field("licensor", "Licensors", Shape.ROWS, "Add licensor", wide=True, row=Licensor()),
        ),
        opened=True,
    ),
    Group(
        "rights",
        "Rights",
        (
            Field("usage_terms", "Usage terms"),
            Field("rights.starts", "Rights from", hint="No first day"),
            Field("rights.ends", "Rights until", hint="No end date"),
            Field("web_statement", "Web statement", hint="https://"),
            Field(
                "rights.territories",
                "Only in these countries",
                Shape.NAMES,
                "Codes: KZ; UZ",
            ),
            Field("data_mining", "Data mining", Shape.TERM, terms=DataMining),
            Field("rights.channels", "Only for these channels", Shape.CHANNELS, wide=True),
            Field("constraints", "Other constraints", Shape.TEXT, wide=True),
            Field("instructions", "Instructions", Shape.TEXT, wide=True),
        ),
        opened=True,
    ),
    Group(
        "shown",
        "What is shown",
        (
            Field("headline", "Headline of the picture"),
            Field("title", "Title"),
            Field("created", "Date taken", hint=_DAY),
            Field("place", "Place"),
            Field("people", "People shown", Shape.NAMES, SEVERAL),
            Field("organisations", "Organisations shown", Shape.NAMES, SEVERAL),
            Field("event", "Event"),
            Field("keywords", "Keywords", Shape.NAMES, SEVERAL),
            *(Field(f"taken.{part}", f"Taken: {words.lower()}") for part, words in _PART_OF_PLACE),
            Field("shown", "Places shown", Shape.ROWS, "Add place", wide=True, row=Location()),
        ),
    ),
    Group(
        "accessibility",
        "Accessibility",
        (
            Field(
                "description",
                "Extended description",
                Shape.TEXT,
                "For charts and crowded pictures: what the alt text has no room for",
                wide=True,
            ),
            Field("caption_writer", "Caption and alt text by"),
        ),
    ),
    Group(
        "releases",
        "Releases and source",
        (
            Field("source_type", "How it was made", Shape.TERM, wide=True, terms=SourceType),
            Field("releases.model", "Model release", Shape.TERM, terms=ModelRelease),
            Field("releases.model_ids", "Numbers of model releases", Shape.NAMES, SEVERAL),
            Field("releases.property", "Property release", Shape.TERM, terms=PropertyRelease),
            Field("releases.property_ids", "Numbers of property releases", Shape.NAMES, SEVERAL),
        ),
    ),
    Group(
        "ai",
        "AI",
        (
            Field("ai.system", "System"),
            Field("ai.version", "Version"),
            Field("ai.prompt_writer", "Prompt written by"),
            Field("ai.prompt", "Prompt", Shape.TEXT, wide=True),
        ),
    ),
    Group(
        "contact",
        "Contact and job",
        (
            Field("contact.email", "E-mail"),
            Field("contact.phone", "Telephone"),
            Field("contact.web", "Web address"),
            Field("contact.address", "Street address"),
            Field("contact.city", "City"),
            Field("contact.postcode", "Postcode"),
            Field("contact.region", "Region"),
            Field("contact.country", "Country"),
            Field("job", "Job number"),
        ),
    ),
)
"""Every other field, in the order in which a desk asks for them."""


def field_of(path: str) -> str:
    """Name the field of the record that a path leads into."""
    return path.partition(".")[0]


def part_of(record: CreditRecord, path: str) -> Any:
    """Give what a record holds at a path."""
    name, _, part = path.partition(".")
    value = getattr(record, name)
    return getattr(value, part) if part else value


def with_part(record: CreditRecord, path: str, held: Any) -> CreditRecord:
    """Put something into a record at a path; the other parts of its field stay."""
    name, _, part = path.partition(".")
    value: Any = replace(getattr(record, name), **{part: held}) if part else held
    return replace(record, **{name: value})


def names_in(words: str) -> tuple[str, ...]:
    """Read names that are parted by semicolons."""
    return tuple(part.strip() for part in words.split(";") if part.strip())


def field_words(name: str) -> str:
    """Name a field of the record, or a path, for a person, as in "Rights until"."""
    if name in _OTHER_WORDS:
        return _OTHER_WORDS[name]
    fields = (*READERS, *(field for group in GROUPS for field in group.fields))
    return next((field.words for field in fields if field.path == name), name)


_OTHER_WORDS = {
    "alt": "Alt text",
    "caption": "Caption",
    "credit": "Credit",
    "rights": "Rights period",
    "releases": "Releases",
    "taken": "Place taken",
    "shown": "Places shown",
    "contact": "Contact",
    "ai": "AI",
    "framing": "Crops",
}
