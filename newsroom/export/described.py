"""Image files that only the structured data names, such as crops for cards: their fields too."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from newsroom.domain.findings import Finding, Severity
from newsroom.export.assets import PICTURES
from newsroom.export.credits import (
    InsideOf,
    Rules,
    differing_alt,
    differing_copies,
    differing_fields,
    differs_from_copies,
    only_in_files,
    resolve,
)
from newsroom.export.inspection import FigureSeen, ImageSeen, PageSeen


def described_disagreements(
    seen: PageSeen, page: PurePosixPath, rules: Rules, inside_of: InsideOf
) -> Iterator[Finding]:
    """Compare what a page, its data and the file say, for each file that stands in no figure.

    Such a file is of the figure whose picture the data describes before it.
    """
    shown = {_name(link): figure for figure in seen.figures for link in figure.files}
    figure: FigureSeen | None = None
    for url, image in seen.images.items():
        if found := shown.get(_name(url)):
            figure = found
            continue
        file = PICTURES / _name(url)
        for words in _in_card(file, image, _Use(page, rules, figure), inside_of):
            yield Finding("credit-differs", Severity.ERROR, str(page), f"{page} {words}")


@dataclass(frozen=True, slots=True)
class _Use:
    """Where a file is described: the page, how it was made, and the figure that it goes with."""

    page: PurePosixPath
    rules: Rules
    figure: FigureSeen | None


def _in_card(
    file: PurePosixPath,
    image: ImageSeen,
    use: _Use,
    inside_of: InsideOf,
) -> Iterator[str]:
    inside = inside_of(file)
    if inside is None:
        yield f"describes {file}, which cannot be read as a picture."
        return
    yield from (words for _, words in differing_fields(image, str(file), inside.record))
    yield from differing_copies(str(file), inside, use.rules)
    if use.figure is None:
        return
    yield from differing_alt(use.figure, str(file), inside.record)
    copy = resolve(use.page, use.figure.files[0])
    other = inside_of(copy) if copy else None
    said = only_in_files(other.record) if other else {}
    for name, value in only_in_files(inside.record).items():
        if name in said and said[name] != value:
            yield differs_from_copies(str(file), name)


def _name(link: str) -> str:
    return PurePosixPath(link).name
