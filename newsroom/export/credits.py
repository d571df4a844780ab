"""One credit in three places: under the picture, in the structured data, inside every file."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Set
from dataclasses import dataclass
from pathlib import PurePosixPath

from newsroom.domain.findings import Finding, Severity
from newsroom.export.characters import same_in_print
from newsroom.export.inspection import FigureSeen, PageSeen

CreditIn = Callable[[PurePosixPath], str | None]
"""Reads the credit inside an image file of the site; None where the file cannot be read."""


def disagreements(
    seen: PageSeen, page: PurePosixPath, prefix: str, credit_in: CreditIn
) -> Iterator[Finding]:
    """Compare the credits of a page; a finding names the page, the file and the field."""
    in_data = {PurePosixPath(url).name: credit for url, credit in seen.credits.items()}
    for figure in seen.figures:
        names = {PurePosixPath(link).name for link in figure.files}
        if not names:
            continue
        credit = printed_credit(figure, prefix)
        if credit is None:
            yield _finding(page, f"prints {figure.credit!r}, which does not begin with {prefix!r}.")
            continue
        yield from _with_data(page, credit, {n: in_data[n] for n in names if n in in_data})
        yield from _with_files(page, credit, figure, credit_in)


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
    prefix: str,
    credit_in: CreditIn,
    *,
    credit: str,
    names: Set[str],
) -> Places:
    """Look for a credit in the three places; `names` are those of the picture's image files."""
    figures = [one for one in seen.figures if names & {_name(link) for link in one.files}]
    links = {link for one in figures for link in one.files}
    targets = [resolve(page, link) for link in links]
    described = [other for url, other in seen.credits.items() if _name(url) in names]
    return Places(
        page=_all_are(credit, [printed_credit(one, prefix) for one in figures]),
        data=_all_are(credit, described),
        files=_all_are(credit, [credit_in(file) if file else None for file in targets]),
    )


def _name(link: str) -> str:
    return PurePosixPath(link).name


def _all_are(credit: str, found: Collection[str | None]) -> bool:
    return bool(found) and all(one is not None and same_in_print(credit, one) for one in found)


def printed_credit(figure: FigureSeen, prefix: str) -> str | None:
    """Give the credit as printed, without the house's prefix; None where the prefix is missing."""
    if not figure.credit:
        return ""
    if not figure.credit.startswith(prefix):
        return None
    return figure.credit.removeprefix(prefix)


def _with_data(page: PurePosixPath, credit: str, described: dict[str, str]) -> Iterator[Finding]:
    if not described:
        yield _finding(page, "has a picture that its structured data does not describe.")
    for name, other in described.items():
        if not same_in_print(credit, other):
            yield _finding(
                page, f"prints the credit {credit!r}, its data (creditText of {name}) {other!r}."
            )


def _with_files(
    page: PurePosixPath, credit: str, figure: FigureSeen, credit_in: CreditIn
) -> Iterator[Finding]:
    for link in dict.fromkeys(figure.files):
        file = resolve(page, link)
        inside = credit_in(file) if file else None
        if inside is None:
            yield _finding(page, f"shows {link}, which cannot be read as a picture.")
        elif not same_in_print(credit, inside):
            yield _finding(
                page,
                f"prints the credit {credit!r}, the file {file} (photoshop:Credit) {inside!r}.",
            )


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
