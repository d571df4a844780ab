"""Presets of the house come, go and come back as they were."""

from __future__ import annotations

import pytest

from newsroom.desk import browsing, crediting, illustrating, presetting
from newsroom.desk.room import Desk
from newsroom.domain.errors import NotFound
from newsroom.domain.house_pictures import Preset
from newsroom.domain.ids import PictureId
from tests.support import images


def add(desk: Desk, credit: str) -> PictureId:
    data = images.encoded(images.scene(80 + len(credit)))
    return illustrating.add_picture_bytes(desk, data, "a.jpg", {"credit": credit}).picture.id


def presets(desk: Desk) -> dict[str, str]:
    return {one.name: one.record.credit for one in browsing.house(desk).pictures.presets}


def test_a_preset_that_took_the_place_of_another_gives_it_back(desk: Desk) -> None:
    presetting.keep(desk, add(desk, "AFP"), "Agency")
    done = presetting.keep(desk, add(desk, "Reuters"), " Agency ")
    assert isinstance(done.former, Preset)
    assert presets(desk) == {"Agency": "Reuters"}
    presetting.take_back(desk, done)
    assert presets(desk) == {"Agency": "AFP"}


def test_a_new_preset_is_taken_back_whole(desk: Desk) -> None:
    done = presetting.keep(desk, add(desk, "AFP"), "Agency")
    presetting.take_back(desk, done)
    assert presets(desk) == {}


def test_a_preset_that_goes_leaves_records_and_other_presets_alone(desk: Desk) -> None:
    one, two = add(desk, "AFP"), add(desk, "Reuters")
    presetting.keep(desk, one, "AFP")
    presetting.keep(desk, two, "Reuters")
    crediting.use_preset(desk, [two], "AFP")
    done = presetting.forget(desk, "AFP")
    assert presets(desk) == {"Reuters": "Reuters"}
    assert browsing.picture(desk, two).record.credit == "AFP"
    presetting.take_back(desk, done)
    assert presets(desk) == {"AFP": "AFP", "Reuters": "Reuters"}
    with pytest.raises(NotFound):
        presetting.forget(desk, "Nobody")
