"""Our two palettes and every size: the only place where a colour or a measure is written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from newsroom.domain.workflow import State


@dataclass(frozen=True, slots=True)
class PillInk:
    """The colours of a state pill."""

    tint: str
    text: str


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours by role, as `#RRGGBB`; `contrast` tells that the system's own are used."""

    dark: bool
    chrome: str
    pane: str
    paper: str
    desk: str
    hover: str
    selected: str
    line: str
    control_line: str
    field_line: str
    ink: str
    ink_2: str
    ink_3: str
    accent: str
    accent_fill: str
    accent_hover: str
    on_accent: str
    red: str
    amber: str
    amber_mark: str
    amber_tint: str
    green: str
    green_tint: str
    added_tint: str
    added: str
    removed_tint: str
    removed: str
    disabled: str
    badge: str
    pills: Mapping[State, PillInk]
    contrast: bool = False


LIGHT = Palette(
    dark=False,
    chrome="#F0F1EE",
    pane="#F8F8F6",
    paper="#FFFFFF",
    desk="#E9EBE7",
    hover="#EBEDE9",
    selected="#E1EBF0",
    line="#DFE1DC",
    control_line="#C3C8C3",
    field_line="#868D89",
    ink="#1B2024",
    ink_2="#454C52",
    ink_3="#5D656B",
    accent="#0B5C85",
    accent_fill="#0B5C85",
    accent_hover="#094C6E",
    on_accent="#FFFFFF",
    red="#B3261E",
    amber="#734700",
    amber_mark="#B26A00",
    amber_tint="#FBECCE",
    green="#19633A",
    green_tint="#DFF0E4",
    added_tint="#DFF0E4",
    added="#124D2C",
    removed_tint="#FBE4E0",
    removed="#8A1F17",
    disabled="#C3C8C3",
    badge="#DFE1DC",
    pills={
        State.DRAFT: PillInk("#E7E9E6", "#454C52"),
        State.IN_REVIEW: PillInk("#E7E6F7", "#41399B"),
        State.RETURNED: PillInk("#FBE5DC", "#95330F"),
        State.APPROVED: PillInk("#DCEFE2", "#19633A"),
        State.STALE: PillInk("#FBE9C6", "#6E4400"),
        State.PUBLISHED: PillInk("#DBE9F0", "#0B4F73"),
    },
)

DARK = Palette(
    dark=True,
    chrome="#14171A",
    pane="#191D20",
    paper="#1E2326",
    desk="#121518",
    hover="#252B2F",
    selected="#1B3240",
    line="#2C3236",
    control_line="#434C52",
    field_line="#77828A",
    ink="#E8EAE8",
    ink_2="#B9C0C4",
    ink_3="#99A2A7",
    accent="#7CC4E8",
    accent_fill="#7CC4E8",
    accent_hover="#9AD4F0",
    on_accent="#0A1C26",
    red="#FF8F84",
    amber="#F3C66B",
    amber_mark="#E0A030",
    amber_tint="#3A2C12",
    green="#8FDDB0",
    green_tint="#17392A",
    added_tint="#17392A",
    added="#A5E6C1",
    removed_tint="#43201D",
    removed="#FFB3AA",
    disabled="#434C52",
    badge="#2C3236",
    pills={
        State.DRAFT: PillInk("#2D3438", "#C8CDD0"),
        State.IN_REVIEW: PillInk("#2B2951", "#C0BBFF"),
        State.RETURNED: PillInk("#44241A", "#FFB79C"),
        State.APPROVED: PillInk("#17392A", "#8FDDB0"),
        State.STALE: PillInk("#403012", "#F3C66B"),
        State.PUBLISHED: PillInk("#17384A", "#9AD4F0"),
    },
)


class Ink(StrEnum):
    """The roles that text and icons are drawn in; a member's value is a field of `Palette`."""

    INK = "ink"
    INK_2 = "ink_2"
    INK_3 = "ink_3"
    ACCENT = "accent"
    ON_ACCENT = "on_accent"
    RED = "red"
    AMBER = "amber"
    GREEN = "green"


def colour(palette: Palette, ink: Ink) -> str:
    """Give the colour of a role."""
    value = getattr(palette, ink.value)
    assert isinstance(value, str)
    return value


class Family(StrEnum):
    """The three families; bundled, and each holds the Kazakh letters."""

    SANS = "Inter"
    SERIF = "Source Serif 4"
    MONO = "IBM Plex Mono"


@dataclass(frozen=True, slots=True)
class Type:
    """A type role: family, size and line height in pixels, weight 100–900, tracking in percent."""

    family: Family
    size: int
    line: int
    weight: int = 400
    tracking: float = 0.0


PILL = Type(Family.SANS, 11, 14, 600)
RAIL_LABEL = Type(Family.SANS, 11, 14, 500)
META = Type(Family.SANS, 12, 16)
BASE = Type(Family.SANS, 13, 20)
PANE_TITLE = Type(Family.SANS, 15, 20, 600)
FIGURE = Type(Family.SANS, 20, 24, 600)
LIST_HEADLINE = Type(Family.SERIF, 15, 20, 600)
CARD_CAPTION = Type(Family.SERIF, 15, 20)
STANDFIRST = Type(Family.SERIF, 17, 24)
BODY = Type(Family.SERIF, 17, 26)
SUBHEADING = Type(Family.SERIF, 19, 28, 640)
HEADLINE = Type(Family.SERIF, 30, 36, 640, -1.2)
SOURCE = Type(Family.MONO, 14, 22)
HASH = Type(Family.MONO, 12, 16)

SPACE_4, SPACE_8, SPACE_12, SPACE_16, SPACE_24, SPACE_32, SPACE_48 = 4, 8, 12, 16, 24, 32, 48
RADIUS, CARD_RADIUS, PILL_RADIUS = 6, 8, 10
BAR, FOOTER, BUTTON, COMPACT, DECIDING, FILTER, CHIP = 48, 32, 32, 28, 36, 28, 24
LIST_ROW, COMPACT_ROW, TABLE_ROW, PICTURE_ROW = 96, 56, 32, 56
PILL_HEIGHT, AVATAR, SMALL_AVATAR = 20, 24, 20
ICON_TEXT, ICON_BAR, ICON_RAIL, ICON_META, ICON_PILL = 16, 18, 22, 14, 13
FOCUS_WIDTH, FOCUS_GAP, CARET, SELECTION_BAR = 2, 2, 2, 3

RAIL, RAIL_FOLDED = 72, 56
LIST, LIST_LEAST = 320, 276
EDITOR_LEAST, COLUMN, COLUMN_MARGIN = 560, 620, 40
INSPECTOR, INSPECTOR_LEAST, STRIP = 420, 388, 48
FOLD_INSPECTOR, FOLD_RAIL, FOLD_REPORT, FOLD_LIST = 1280, 1200, 1080, 960
"""Window widths below which a pane folds, in the order inspector, rail labels, report, list."""
FOLD_STORIES = 600
"""The width of a place below which its list of stories stands above the story, not beside it."""

TEXT_SIZES = (100, 110, 125, 150, 175, 200)
"""Sizes of text that can be chosen, in percent; a size of the system's font multiplies them."""
TEXT_MOST = TEXT_SIZES[-1]

COMMAND_FIELD, PALETTE_WIDTH, PALETTE_ROWS = 420, 560, 10
WINDOW = (1440, 900)
WINDOW_LEAST = (720, 480)
FOLD_MS = 150
