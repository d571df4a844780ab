"""One credit in three places: under the picture, in the structured data, inside every file.

Compared with each other, not with the library: whoever has the folder alone can do it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from newsroom.domain.credit_forms import filled
from newsroom.domain.findings import Finding, Severity
from newsroom.domain.picture import CreditRecord, Licensor
from newsroom.export.characters import same_in_print
from newsroom.export.image_data import XMP_OF, image_fields, texts_in
from newsroom.export.inspection import FigureSeen, ImageSeen, PageSeen
from newsroom.pictures.embedding import Inside, copy_faults

InsideOf = Callable[[PurePosixPath], Inside | None]
"""Reads what an image file of the site says; None where the file cannot be read."""


@dataclass(frozen=True, slots=True)
class Rules:
    """How a page was made: the house's credit forms in its language.

    `full` says that every field stands in all three places; pages of earlier versions had the
    credit alone there. `exif` says that their files say it in Exif too.
    """

    forms: tuple[str, ...]
    full: bool = True
    exif: bool = True


def disagreements(
    seen: PageSeen, page: PurePosixPath, rules: Rules, inside_of: InsideOf
) -> Iterator[Finding]:
    """Compare what a page, its data and its files say of each picture.

    A finding names the page, the file and the field.
    """
    for figure in seen.figures:
        names = {_name(link) for link in figure.files}
        if names:
            images = [image for url, image in seen.images.items() if _name(url) in names]
            yield from _in_use(_Use(page, rules, figure, images), inside_of)


@dataclass(frozen=True, slots=True)
class _Use:
    """A figure of a page, and what the page's data says of its picture."""

    page: PurePosixPath
    rules: Rules
    figure: FigureSeen
    images: Sequence[ImageSeen]


def _in_use(use: _Use, inside_of: InsideOf) -> Iterator[Finding]:
    if not use.images:
        yield _finding(use.page, "has a picture that its structured data does not describe.")
    for image in use.images:
        yield from _with_data(use, image)
    copies: dict[str, CreditRecord] = {}
    for link in dict.fromkeys(use.figure.files):
        file = resolve(use.page, link)
        inside = inside_of(file) if file else None
        if inside is None:
            yield _finding(use.page, f"shows {link}, which cannot be read as a picture.")
        else:
            copies[str(file)] = inside.record
            yield from _with_file(use, str(file), inside)
    if use.rules.full:
        yield from (_finding(use.page, words) for words in _among_copies(copies))


def _among_copies(copies: Mapping[str, CreditRecord]) -> Iterator[str]:
    """Compare what only files say; a copy that says something else than most is named."""
    told = {file: only_in_files(record) for file, record in copies.items()}
    for name in only_in_files(CreditRecord()):
        counted = Counter(said[name] for said in told.values()).most_common(1)
        for file, said in told.items():
            if said[name] != counted[0][0]:
                yield differs_from_copies(file, name)


def only_in_files(record: CreditRecord) -> dict[str, object]:
    """Give what a file says and its page does not, by the names of XMP."""
    sellers = (replace(one, url="") for one in record.licensor)
    return {
        "photoshop:Source": record.source,
        "plus:Licensor": tuple(one for one in sellers if one != Licensor()),
        "plus:DataMining": record.data_mining,
        "plus:OtherConstraints": record.constraints,
        "Iptc4xmpExt:AISystemUsed": record.ai,
    }


def differs_from_copies(file: str, name: str) -> str:
    """Say that a file is not what the other copies of its picture are."""
    return f"shows {file}, whose XMP ({name}) is not what the picture's other files say."


def _with_data(use: _Use, image: ImageSeen) -> Iterator[Finding]:
    credit = " ".join(texts_in(image, "creditText"))
    line = filled(use.rules.forms, CreditRecord(texts_in(image, "creator"), credit))
    if not same_in_print(use.figure.credit, line):
        yield _finding(
            use.page,
            f"prints the credit {use.figure.credit!r}, its data (creditText) gives {line!r}.",
        )


def _with_file(use: _Use, file: str, inside: Inside) -> Iterator[Finding]:
    figure, record = use.figure, inside.record
    line = filled(use.rules.forms, record)
    printed = same_in_print(figure.credit, line)
    if not printed:
        yield _finding(
            use.page,
            f"prints the credit {figure.credit!r}, the file {file} (photoshop:Credit) "
            f"gives {line!r}.",
        )
    if not use.rules.full:
        return
    yield from (_finding(use.page, words) for words in differing_alt(figure, file, record))
    for image in use.images:
        for term, found in differing_fields(image, file, record):
            # What differs from the printed line was said with that line.
            if printed or term != "creditText":
                yield _finding(use.page, found)
    yield from (_finding(use.page, words) for words in differing_copies(file, inside, use.rules))


def differing_alt(figure: FigureSeen, file: str, record: CreditRecord) -> Iterator[str]:
    """Say that a page tells a listener something else than a file of the same use."""
    if not same_in_print(figure.alt, record.alt):
        yield (
            f"has the alt text {figure.alt!r}, the file {file} "
            f"(Iptc4xmpCore:AltTextAccessibility) {record.alt!r}."
        )


def differing_copies(file: str, inside: Inside, rules: Rules) -> Iterator[str]:
    """Name what of a file's IIM and Exif is not the copy of its XMP that it should be."""
    for name in copy_faults(inside, exif=rules.exif):
        yield f"shows {file}, whose {name} is not what its XMP says."


def differing_fields(
    image: ImageSeen, file: str, record: CreditRecord
) -> Iterator[tuple[str, str]]:
    """Name the terms of which a page's data and a file say different things, with a sentence."""
    for term, inside in image_fields(record).items():
        said = texts_in(image, term)
        if not _same(said, inside):
            yield (
                term,
                f"says in its data ({term}) {_words(said)}, the file {file} ({XMP_OF[term]}) "
                f"{_words(inside)}.",
            )


def _same(some: Collection[str], others: Collection[str]) -> bool:
    kept = [[text for text in texts if not same_in_print(text, "")] for texts in (some, others)]
    return len(kept[0]) == len(kept[1]) and all(map(same_in_print, *kept))


def _words(texts: Collection[str]) -> str:
    return ", ".join(map(repr, texts)) or "nothing"


@dataclass(frozen=True, slots=True)
class Places:
    """Where a picture's credit was found again as it should be."""

    page: bool
    data: bool
    files: bool

    @property
    def all(self) -> bool:
        """Whether it was found in all three."""
        return self.page and self.data and self.files


def places(
    seen: PageSeen,
    page: PurePosixPath,
    forms: Sequence[str],
    inside_of: InsideOf,
    *,
    record: CreditRecord,
    names: Set[str],
) -> Places:
    """Look for a credit in the three places; `names` are those of the picture's image files."""
    figures = [one for one in seen.figures if names & {_name(link) for link in one.files}]
    targets = [resolve(page, link) for link in {link for one in figures for link in one.files}]
    inside = [inside_of(file) if file else None for file in targets]
    described = [image for url, image in seen.images.items() if _name(url) in names]
    return Places(
        page=_all_are(filled(forms, record), [one.credit for one in figures]),
        data=_all_are(record.credit, [" ".join(texts_in(i, "creditText")) for i in described]),
        files=_all_are(record.credit, [one.record.credit if one else None for one in inside]),
    )


def _name(link: str) -> str:
    return PurePosixPath(link).name


def _all_are(credit: str, found: Collection[str | None]) -> bool:
    return bool(found) and all(one is not None and same_in_print(credit, one) for one in found)


def resolve(page: PurePosixPath, link: str) -> PurePosixPath | None:
    """Follow a relative link from a page; None where it leads out of the site."""
    parts = [*page.parent.parts]
    for part in PurePosixPath(link).parts:
        if part != "..":
            parts.append(part)
        elif parts:
            parts.pop()
        else:
            return None
    return PurePosixPath(*parts)


def _finding(page: PurePosixPath, what: str) -> Finding:
    return Finding("credit-differs", Severity.ERROR, str(page), f"{page} {what}")
