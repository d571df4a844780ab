"""Which pictures are chosen in the grid."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from newsroom.desk import browsing
from newsroom.domain.ids import PictureId
from newsroom.domain.summary import PictureSummary
from newsroom.ui.chosen_rows import ChosenRows
from newsroom.ui.desk_link import DeskLink
from newsroom.ui.pictures.grid_view import PictureGrid
from newsroom.ui.pictures.pictures_model import PicturesModel

if TYPE_CHECKING:
    from newsroom.desk.room import Desk


class ChosenPictures(ChosenRows[PictureSummary, PictureId]):
    """The pictures that are chosen, in the order of the grid."""

    def __init__(self, view: PictureGrid, model: PicturesModel, link: DeskLink) -> None:
        super().__init__(view, model, link, "chosen-pictures")
        self._model = model

    def _name_in(self, row: PictureSummary) -> PictureId:
        return row.picture.id

    def _listed(self, first: int, limit: int) -> Callable[[Desk], tuple[PictureId, ...]]:
        query = replace(self._model.query, offset=first, limit=limit)
        return lambda desk: browsing.listed_pictures(desk, query)
