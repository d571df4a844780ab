"""Figures: one use of a picture as HTML, its credit taken from the picture and never from text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from newsroom.domain.document import Figure
from newsroom.domain.house import House
from newsroom.domain.ids import PictureId
from newsroom.domain.lines import credit_line
from newsroom.domain.picture import Picture
from newsroom.export.assets import rendition_path
from newsroom.export.keeping import BlockCache, kept
from newsroom.export.theme import Theme
from newsroom.pictures.renditions import Rendition, plan, plan_cards

SIZES = "(min-width: 48rem) 44rem, 100vw"
"""How wide a picture is shown: the width of the text column, or of a narrow screen."""

_PLAIN = "image/jpeg"
_SOURCE_WIDTH = 800
"""Pixels. What a browser too old for `srcset` loads."""


@dataclass(frozen=True, slots=True)
class File:
    """A file that a browser may choose: its link from the page and its width in pixels."""

    href: str
    width: int


@dataclass(frozen=True, slots=True)
class SourceSet:
    media_type: str
    files: tuple[File, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture as the template wants it; `width` and `height` are of the largest file."""

    sources: tuple[SourceSet, ...]
    fallback: tuple[File, ...]
    src: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class FigurePress:
    """Sets figures for one page; `root` leads from the page to the site's root."""

    theme: Theme
    house: House
    language: str
    root: str
    pictures: Mapping[PictureId, Picture]
    cache: BlockCache | None = None

    def body(self, figure: Figure) -> str:
        """Set a figure of the body."""
        return self._set(figure, lead=False)

    def lead(self, figure: Figure) -> str:
        """Set the picture above the body."""
        return self._set(figure, lead=True)

    def _set(self, figure: Figure, *, lead: bool) -> str:
        picture = self.pictures.get(figure.picture)
        credit = credit_line(picture.record, self.house, self.language) if picture else ""
        key = (figure, picture, credit, lead, self.root, self.theme.name)
        return kept(self.cache, key, lambda: self._html(figure, picture, credit, lead=lead))

    def _html(self, figure: Figure, picture: Picture | None, credit: str, *, lead: bool) -> str:
        return self.theme.render(
            "figure.html",
            picture=self._shown(picture, figure.alt) if picture else None,
            alt=figure.alt,
            caption=figure.caption,
            credit=credit,
            lead=lead,
            sizes=SIZES,
        ).strip()

    def _shown(self, picture: Picture, alt: str) -> Shown:
        by_type = groupby(planned(picture, alt), key=lambda one: one.media_type)
        sets = [SourceSet(kind, tuple(self._file(one) for one in group)) for kind, group in by_type]
        fallback = next(one.files for one in sets if one.media_type == _PLAIN)
        largest = largest_plain(picture, alt)
        return Shown(
            sources=tuple(one for one in sets if one.media_type != _PLAIN),
            fallback=fallback,
            src=next((one for one in fallback if one.width >= _SOURCE_WIDTH), fallback[-1]).href,
            width=largest.width,
            height=largest.height,
        )

    def _file(self, rendition: Rendition) -> File:
        return File(f"{self.root}{rendition_path(rendition)}", rendition.width)


@lru_cache(maxsize=256)
def planned(picture: Picture, alt: str) -> tuple[Rendition, ...]:
    """Plan the files of a use; the answer is kept, because each of their names is a hash."""
    return plan(picture, alt)


@lru_cache(maxsize=256)
def cards(picture: Picture, alt: str) -> tuple[Rendition, ...]:
    """Plan what networks and search engines are shown of a use, the widest shape first."""
    return plan_cards(picture, alt)


def card(picture: Picture, alt: str) -> Rendition:
    """Give what a network shows of a use; all of it where it is too small to be cut."""
    return next(iter(cards(picture, alt)), largest_plain(picture, alt))


def largest_plain(picture: Picture, alt: str) -> Rendition:
    """Give the widest JPEG of a use as pages show it."""
    jpegs = [one for one in planned(picture, alt) if one.media_type == _PLAIN]
    return max(jpegs, key=lambda one: one.width)
