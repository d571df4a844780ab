"""Sizes that follow the text: a part is told once, and told again when the text grows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TypedDict, Unpack

from PySide6.QtCore import QSize
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QAbstractScrollArea, QWidget

from newsroom.ui.look.fonts import font
from newsroom.ui.look.scale import grown, tall
from newsroom.ui.look.tokens import Type

_KEPT = "fit"
_REMEMBERED = "_q_styleSheetWidgetFont"


@dataclass(frozen=True, slots=True)
class Fit:
    """What a part measures at a factor of 1, in pixels; 0 or None leaves a measure alone.

    `height`, `side` and `across` (a width) hold one line or icon and grow by it; `block` is the
    height of several lines and grows whole, as `square`, `size`, `icon` and the widths do.
    """

    role: Type | None = None
    height: int = 0
    side: int = 0
    square: int = 0
    across: int = 0
    block: int = 0
    size: tuple[int, int] | None = None
    icon: tuple[int, int] | None = None
    width: int = 0
    least: int = 0
    most: int = 0


class Measures(TypedDict, total=False):
    """Some of the measures of `Fit`, by name."""

    role: Type
    height: int
    side: int
    square: int
    across: int
    block: int
    size: tuple[int, int]
    icon: tuple[int, int]
    width: int
    least: int
    most: int


def fit(part: QWidget, **measures: Unpack[Measures]) -> None:
    """Give a part measures of `Fit`, now and whenever the text grows; others it has stay."""
    before = part.property(_KEPT)
    made = replace(before, **measures) if isinstance(before, Fit) else Fit(**measures)
    part.setProperty(_KEPT, made)
    _apply(part, Fit(**measures))


def refit(parts: Iterable[QWidget]) -> None:
    """Measure parts anew after the text has grown; views lay out their rows again."""
    for part in parts:
        kept = part.property(_KEPT)
        if isinstance(kept, Fit):
            _apply(part, kept)
            part.updateGeometry()
        if isinstance(part, QAbstractItemView):
            part.scheduleDelayedItemsLayout()


def repolish(part: QWidget) -> None:
    """Let a part take on the style of properties that changed."""
    part.style().unpolish(part)
    part.style().polish(part)


def _apply(part: QWidget, wanted: Fit) -> None:
    if wanted.role is not None:
        _put_font(part, font(wanted.role))
    if wanted.height:
        part.setFixedHeight(tall(wanted.height))
    if wanted.side:
        part.setFixedSize(tall(wanted.side), tall(wanted.side))
    if wanted.square:
        part.setFixedSize(grown(wanted.square), grown(wanted.square))
    if wanted.size:
        part.setFixedSize(grown(wanted.size[0]), grown(wanted.size[1]))
    if wanted.block:
        part.setFixedHeight(grown(wanted.block))
    if wanted.icon and isinstance(part, QAbstractButton):
        part.setIconSize(QSize(grown(wanted.icon[0]), grown(wanted.icon[1])))
    _apply_widths(part, wanted)


def _put_font(part: QWidget, wanted: QFont) -> None:
    """Give a part a font for good.

    WORKAROUND: under a style sheet Qt remembers the first font of a part and brings it back with
    every new style, whatever was set in between; so what it remembers is set as well. A viewport
    has a font of its own, in which a text field writes what stands in it while it is empty.
    """
    part.setFont(wanted)
    if part.property(_REMEMBERED) is not None:
        part.setProperty(_REMEMBERED, wanted)
    if isinstance(part, QAbstractScrollArea):
        _put_font(part.viewport(), wanted)


def _apply_widths(part: QWidget, wanted: Fit) -> None:
    if wanted.across:
        part.setFixedWidth(tall(wanted.across))
    if wanted.width:
        part.setFixedWidth(grown(wanted.width))
    if wanted.least:
        part.setMinimumWidth(grown(wanted.least))
    if wanted.most:
        part.setMaximumWidth(grown(wanted.most))
