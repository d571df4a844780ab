"""Presets of the house: kept from a record, let go, and either taken back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from newsroom.desk.crediting import keep_preset, preset_called
from newsroom.desk.keeping import change_house
from newsroom.domain.changes import Changes
from newsroom.domain.house_pictures import Preset
from newsroom.domain.ids import PictureId

if TYPE_CHECKING:
    from newsroom.desk.room import Desk


@dataclass(frozen=True, slots=True)
class PresetMoved:
    """What became of a preset: how it was before, None where there was none so called."""

    name: str
    former: Preset | None
    changes: Changes


def keep(desk: Desk, picture: PictureId, name: str) -> PresetMoved:
    """Let the house have a preset of how a picture is credited. Raises `Refused`."""
    with desk.library.reading() as view:
        former = view.house().pictures.preset(name.strip())
    return PresetMoved(name.strip(), former, keep_preset(desk, picture, name))


def forget(desk: Desk, name: str) -> PresetMoved:
    """Let the house have a preset no more; records that it filled stay. Raises `NotFound`."""
    former = preset_called(desk, name)
    return PresetMoved(name, former, _put(desk, name, None))


def take_back(desk: Desk, done: PresetMoved) -> Changes:
    """Let a preset be what it was before; the other ones stay as they are by now."""
    return _put(desk, done.name, done.former)


def _put(desk: Desk, name: str, preset: Preset | None) -> Changes:
    with desk.library.reading() as view:
        house = view.house()
    others = tuple(one for one in house.pictures.presets if one.name != name)
    presets = (*others, preset) if preset else others
    return change_house(desk, replace(house, pictures=replace(house.pictures, presets=presets)))
