"""Image files that only the structured data names, such as crops for cards: their fields too."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from newsroom.domain.findings import Finding, Severity
from newsroom.export.assets import PICTURES
from newsroom.export.credits import InsideOf, Rules, differing_fields
from newsroom.export.inspection import PageSeen
from newsroom.pictures.embedding import copy_faults


def described_disagreements(
    seen: PageSeen, page: PurePosixPath, rules: Rules, inside_of: InsideOf
) -> Iterator[Finding]:
    """Compare what a page's data and the file say, for each file that stands in no figure."""
    shown = {PurePosixPath(link).name for figure in seen.figures for link in figure.files}
    for url, image in seen.images.items():
        file = PICTURES / PurePosixPath(url).name
        if file.name in shown:
            continue
        inside = inside_of(file)
        if inside is None:
            yield _finding(page, f"describes {file}, which cannot be read as a picture.")
            continue
        for _, words in differing_fields(image, str(file), inside.record):
            yield _finding(page, words)
        for name in copy_faults(inside, exif=rules.exif):
            yield _finding(page, f"describes {file}, whose {name} is not what its XMP says.")


def _finding(page: PurePosixPath, words: str) -> Finding:
    return Finding("credit-differs", Severity.ERROR, str(page), f"{page} {words}")
