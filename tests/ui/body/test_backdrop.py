"""What stands behind the text is the same, painted as a whole or in strips as scrolling does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from newsroom.ui.body.backdrop import paint_backdrop
from newsroom.ui.body.body_edit import BodyEdit
from newsroom.ui.body.look import BodyLook
from tests.ui.body.conftest import LIGHT

Show = Callable[..., BodyEdit]

_STORY = """Plain

> Said.
>
> Twice.
>
> -- By

::: facts Title
Fact

- item

more
:::

::: pull
Pulled

-- Who
:::

1. n
2. m

::: facts
Last
:::
"""


def _painted(edit: BodyEdit, look: BodyLook, height: int) -> QImage:
    """Paint all of the backdrop in strips so many pixels high."""
    text = edit.document()
    width, bottom = edit.viewport().width(), round(text.size().height())
    image = QImage(width, bottom, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    for top in range(0, bottom, height):
        strip = QRectF(0, top, width, height)
        painter.setClipRect(strip)
        painter.fillRect(strip, QColor(look.paper))
        paint_backdrop(painter, text, look, strip)
    painter.end()
    return image


@pytest.mark.parametrize("scale", [1.0, 1.5])
@pytest.mark.parametrize("height", [1, 5, 13])
def test_strips_make_the_whole(show: Show, scale: float, height: int) -> None:
    edit = show(_STORY)
    look = replace(LIGHT, scale=scale)
    edit.set_look(look)
    assert _painted(edit, look, height) == _painted(edit, look, 10_000)
