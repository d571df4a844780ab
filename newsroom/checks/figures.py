"""Remarks on pictures: their credits, and what each use says of them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsroom.checks.places import uses
from newsroom.checks.rule import Remark
from newsroom.domain.article import Story
from newsroom.domain.credit_forms import says_something
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
        if picture and not says_something(picture.record.credit):
            yield Remark(
                f"picture:{name}",
                f"The picture {picture.file_name} has no credit, so its maker would go unnamed.",
            )


def alt_missing(story: Story, _house: House) -> Iterator[Remark]:
    """Remark on a figure that says nothing to a reader who cannot see it."""
    for use in uses(story):
        if not says_something(use.figure.alt):
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


_PHOTO_OF = re.compile(
    r"\s*(?:"
    r"(?:an?\s+|the\s+)?(?:\w+\s+)?(?:photo(?:graph)?|picture|image|pic|shot)\s+(?:of|showing|shows)\b"
    r"|(?:на\s+)?(?:фото(?:графи[ияе])?|снимк[еи]?|снимок|картинк[еа]|изображени[еия])\b\s*"
    r"(?:—|–|-|:|показан|изображ|[а-яё]+)"
    r"|(?:фото)?сурет(?:те|і|тер)?\b|фотода\b|бейнеде\b"
    r")",
    re.IGNORECASE,
)
"""How an alt text begins that says it is a picture, in English, Russian and Kazakh. A screen reader
says that itself."""

_DATED = re.compile(
    r"\b(?:19|20)\d\d\b|\b\d{1,2}[./]\d{1,2}\b|"
    r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:yesterday|today|tonight)\b|"
    r"\b(?:january|february|march|april|may|june|july|august|september|october|november|december|"
    r"jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b\.?\s*\d|\d\s+(?:january|february|march|april|"
    r"may|june|july|august|september|october|november|december)\b|"
    r"\b\d{1,2}\s+(?:январ|феврал|март|апрел|ма[йя]|июн|июл|август|сентябр|октябр|ноябр|декабр)|"
    r"\b(?:понедельник|вторник|сред[ау]|четверг|пятниц[ау]|суббот[ау]|воскресень[ея]|вчера|сегодня)|"
    r"\b\d{1,2}\s*(?:-\s*)?(?:қаңтар|ақпан|наурыз|сәуір|мамыр|маусым|шілде|тамыз|қыркүйек|қазан|"
    r"қараша|желтоқсан)|\b(?:дүй|сей|сәр|бей)сенбі|\b(?:жұма|сенбі|жексенбі|кеше|бүгін)\b",
    re.IGNORECASE,
)
_NAME = re.compile(r"(?<=[\w,;:)»”] )[^\W\d_a-zа-яёәғқңөұүһі]\w+")
"""A word with a capital that does not begin a sentence."""


def alt_photo_of(story: Story, _house: House) -> Iterator[Remark]:
    """Remark on an alt text that begins by saying it is a picture."""
    for use in uses(story):
        if found := _PHOTO_OF.match(use.figure.alt):
            yield Remark(
                use.where,
                f"The alt text begins with “{found[0].strip()}”; a screen reader says by itself "
                "that this is a picture. Begin with what is seen.",
            )


def caption_undated(story: Story, _house: House) -> Iterator[Remark]:
    """Remark on a caption that does not say when the picture was taken."""
    for use in uses(story):
        if use.figure.caption.strip() and not _DATED.search(use.figure.caption):
            yield Remark(
                use.where,
                "The caption has no date, so a reader cannot tell an old picture from a new one.",
            )


def caption_names_nobody(story: Story, _house: House) -> Iterator[Remark]:
    """Remark on a caption that names none of the people whom the record says are shown.

    Where the record names nobody, any name will do.
    """
    for use in uses(story):
        picture = story.pictures.get(use.figure.picture)
        people = picture.record.people if picture else ()
        caption = use.figure.caption
        if caption.strip() and not _names_somebody(caption, people):
            yield Remark(
                use.where,
                "The caption names nobody, so a reader cannot tell who is seen.",
            )


def _names_somebody(caption: str, people: tuple[str, ...]) -> bool:
    if not people:
        return bool(_NAME.search(caption))
    words = caption.casefold()
    # The beginning of a name is the same in every case of Russian and Kazakh.
    return any(
        part[: max(4, len(part) - 2)] in words
        for name in people
        for part in name.casefold().split()
        if len(part) > 2
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
