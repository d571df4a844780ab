"""What becomes of a picture on its way through other hands."""

from __future__ import annotations

from collections.abc import Callable

from PIL import Image, ImageEnhance

from tests.support.images import encoded

Change = Callable[[Image.Image], Image.Image]


def cut(left: float = 0, top: float = 0, right: float = 0, bottom: float = 0) -> Change:
    """Crop by parts of the sides."""

    def change(image: Image.Image) -> Image.Image:
        width, height = image.size
        begin = round(width * left), round(height * top)
        end = round(width * (1 - right)), round(height * (1 - bottom))
        return image.crop((*begin, *end))

    return change


def _smaller(image: Image.Image) -> Image.Image:
    return image.resize((image.width * 2 // 5, image.height * 2 // 5), Image.Resampling.LANCZOS)


CHANGES: dict[str, Change] = {
    "re-encoded": lambda image: image,
    "resized": _smaller,
    "brighter": lambda image: ImageEnhance.Brightness(image).enhance(1.25),
    "darker": lambda image: ImageEnhance.Brightness(image).enhance(0.75),
    "sharper in contrast": lambda image: ImageEnhance.Contrast(image).enhance(1.3),
    "more colourful": lambda image: ImageEnhance.Color(image).enhance(1.6),
    "grey": lambda image: image.convert("L"),
    "cut all round by five in a hundred": cut(0.025, 0.025, 0.025, 0.025),
    "cut all round by ten in a hundred": cut(0.05, 0.05, 0.05, 0.05),
    "cut at the left": cut(left=0.1),
    "cut at the top": cut(top=0.1),
    "cut in a corner": cut(right=0.08, bottom=0.08),
    "cut unevenly": cut(0.06, 0.03, 0.02, 0.05),
}


def changed(image: Image.Image, change: Change, quality: int = 30) -> bytes:
    """Change a picture and save it as a poor JPEG."""
    return encoded(change(image), "JPEG", quality=quality)
