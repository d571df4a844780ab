"""Remarks on pictures: their credits, and what each use says of them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsroom.checks.places import uses
from newsroom.checks.rule import Remark
from newsroom.domain.article import Story
from newsroom.domain.house import House
from newsroom.domain.picture import CreditRecord

_SURE_LENGTH = 12
"""A credit line of several words and at least this long is not met in an alt text by chance."""

_CREDITING = (
    r"(?:©|\b(?:photo(?:graph)?(?:ed)?|picture|image|credit|courtesy|фото(?:графия|сурет)?|снимок|"
    r"автор|сурет(?:ті)?|түсірген|источник|дереккөз)\b)"
)
"""Words that give a credit, in the languages of the house."""


def picture_missing(story: Story, _house: House) -> Iterator[Remark]:
    """Remark on a figure whose picture is not in the library."""
    for use in uses(story):
        if use.figure.picture not in story.pictures:
            yield Remark(
                use.where,
                "This figure's picture is not in the library, so the page would show a gap.",
            )


def credit_missing(story: Story, _house: House) -> Iterator[Remark]:
    """Remark once on each used picture without a credit line."""
    for name in dict.fromkeys(figure.picture for figure in story.figures):
        picture = story.pictures.get(name)
        if picture and not picture.record.credit.strip():
            yield Remark(
                f"picture:{name}",
                f"The picture {picture.file_name} has no credit, so its maker would go unnamed.",
            )


def alt_missing(story: Story, _house: House) -> Iterator[Remark]:
    """Remark on a figure that says nothing to a reader who cannot see it."""
    for use in uses(story):
        if not use.figure.alt.strip():
            yield Remark(
                use.where,
                "This figure has no alt text, so a reader who cannot see it learns nothing.",
            )


def alt_equals_caption(story: Story, _house: House) -> Iterator[Remark]:
    """Remark on an alt text that is the caption over again."""
    for use in uses(story):
        alt, caption = _spoken(use.figure.alt), _spoken(use.figure.caption)
        if alt and alt == caption:
            yield Remark(
                use.where,
                "The alt text is the same as the caption, so a listener hears it twice."
                " Say what is seen instead.",
            )


def alt_holds_credit(story: Story, _house: House) -> Iterator[Remark]:
    """Remark on an alt text that gives the credit, which the page prints beside the caption."""
    for use in uses(story):
        picture = story.pictures.get(use.figure.picture)
        if picture and (credit := _credit_within(use.figure.alt, picture.record)):
            yield Remark(
                use.where,
                f"The alt text holds the credit “{credit}”, which the page prints by itself."
                " Say only what is seen.",
            )


def _credit_within(alt: str, record: CreditRecord) -> str:
    names = [record.credit.strip(), *(name.strip() for name in record.creator)]
    return next((name for name in names if name and _gives_credit(alt, name)), "")


def _gives_credit(alt: str, name: str) -> bool:
    exact = _whole(name)
    if " " in name and len(name) >= _SURE_LENGTH and re.search(exact, alt):
        return True
    given = rf"{_CREDITING}\W*(?:(?:by|of)\W+)?{exact}"
    closing = rf"[.;,|/(—–-]\s*{exact}[\s.)]*\Z"
    return bool(re.search(given, alt, re.IGNORECASE) or re.search(closing, alt))


def _whole(name: str) -> str:
    return rf"(?<!\w){re.escape(name)}(?!\w)"


def _spoken(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))
