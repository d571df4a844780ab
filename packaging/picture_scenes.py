"""Scenes of pictures at work: cut, found again, replaced, with rights that have ended."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import timedelta

from PIL import Image
from scenes import PAINT_MS, Scene, Stage

from newsroom.desk import browsing, checking, illustrating, publishing
from newsroom.desk.room import Desk
from newsroom.domain.framing import Shape
from newsroom.domain.picture import RightsPeriod
from newsroom.domain.summary import ArticleQuery, PictureQuery
from newsroom.domain.workflow import State
from newsroom.ui.frame.places import Place
from newsroom.ui.pictures.pictures_place import PicturesPlace
from newsroom.ui.rehearsal import settle, wait_for

_COPY = "belt-again.jpg"


def prepare(desk: Desk) -> None:
    """Publish a story, let the rights to its picture end, and bring its picture in once more."""
    approved = [one.id for one in browsing.articles(desk, ArticleQuery(states=(State.APPROVED,)))]
    publishing.export(desk, approved, desk.tools.cache / "site")
    shown = [
        one.picture
        for one in browsing.pictures(desk, PictureQuery())
        if any(
            use.state is State.PUBLISHED for use in illustrating.where_used(desk, one.picture.id)
        )
    ]
    picture = shown[0]
    ends = checking.today(desk, browsing.house(desk)) - timedelta(days=3)
    rights = RightsPeriod(ends=ends.isoformat())
    illustrating.edit_record(desk, picture.id, replace(picture.record, rights=rights))
    with Image.open(illustrating.original(desk, picture.id)) as original:
        smaller = original.convert("RGB").resize((original.width // 2, original.height // 2))
    out = io.BytesIO()
    smaller.save(out, "JPEG", quality=60)
    given = {"credit": "D. Kenes", "source": "Sent by e-mail"}
    illustrating.add_picture_bytes(desk, out.getvalue(), _COPY, given)


def _place(stage: Stage) -> PicturesPlace:
    stage.room.go_to(Place.PICTURES)
    place = stage.room.panes.library_pictures
    place.tools.cropping.close()
    wait_for("its pictures", lambda: place.grid.view.model().rowCount() > 0)
    return place


def again(stage: Stage) -> None:
    place = _place(stage)
    place.grid.view.setCurrentIndex(place.grid.view.model().index(0, 0))
    place.splitter.open_record()
    bar = place.tools.lookalikes
    wait_for("its look-alike", lambda: bar.shown is not None)
    bar.compare.setChecked(True)
    settle(PAINT_MS)


def uses(stage: Stage) -> None:
    place = _place(stage)
    place.grid.view.setCurrentIndex(place.grid.view.model().index(0, 0))
    bar = place.tools.lookalikes
    wait_for("its look-alike", lambda: bar.shown is not None)
    assert bar.shown is not None
    place.show_picture(bar.shown.picture.id)
    wait_for("its places", lambda: bool(place.tools.uses.rows))
    settle(PAINT_MS)
    place.detail.show_below(place.tools.uses)
    settle(PAINT_MS)


def crop(shape: Shape | None) -> Scene:
    """Cut the first picture: its focal point, or a shape."""

    def scene(stage: Stage) -> None:
        uses(stage)
        place = stage.room.panes.library_pictures
        place.tools.crop()
        editor = place.tools.cropping.editor
        wait_for("its picture", lambda: editor.ready)
        editor.choose(shape)
        settle(PAINT_MS)

    return scene


def rights(stage: Stage) -> None:
    stage.room.go_to(Place.PUBLISH)
    bar = stage.room.panes.publish.rights
    wait_for("what must change", lambda: bool(bar.found))
    bar.show_them.setChecked(True)


PICTURE_SCENES: dict[str, Scene] = {
    "pictures-again": again,
    "pictures-uses": uses,
    "pictures-crop-focal": crop(None),
    "pictures-crop-free": crop(Shape.FREE),
    "pictures-crop-wide": crop(Shape.WIDE),
    "publish-rights": rights,
}
