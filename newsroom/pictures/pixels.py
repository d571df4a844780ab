"""Pixels as the web wants them: upright, sRGB, eight bits, of the size asked for."""

from __future__ import annotations

import io
from functools import cache

from PIL import Image, ImageCms

from newsroom.pictures.opening import decode, orientation

Size = tuple[int, int]

Part = tuple[float, float, float, float]
"""Left, top, right and bottom in pixels."""

LYING = frozenset({5, 6, 7, 8})
"""Exif orientations that turn the picture by a quarter."""

_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_WHITE = (255, 255, 255)
_SIXTEEN_BITS = 65_535.0


def upright(image: Image.Image, name: str, longest: int) -> tuple[Image.Image, Size]:
    """Decode an opened picture and turn it as its Exif says; give it and its full size, turned.

    It comes smaller than its full size where a decoder can save work and still leave twice
    `longest` pixels on its longer side. Raises `Refused` as `decode` does.
    """
    width, height = image.size
    by = reduction(image.size, longest)
    image.draft(None, (max(1, width // by), max(1, height // by)))
    decode(image, name)
    turn = orientation(image)
    turned = image.transpose(_TURNS[turn]) if turn in _TURNS else image
    return turned, (height, width) if turn in LYING else (width, height)


def reduction(size: Size, longest: int) -> int:
    """Tell by how much a decoder may reduce a picture: 1, 2, 4 or 8, which is all libjpeg knows.

    Twice the size asked for leaves the scaling after it its quality.
    """
    return next(by for by in (8, 4, 2, 1) if by == 1 or max(size) >= by * longest * 2)


def scaled(image: Image.Image, size: Size, box: Part | None = None) -> Image.Image:
    """Scale a picture, or a part of it, to exactly `size` in sRGB.

    The answer is RGB, or RGBA where the picture has transparency, and carries none of the file's
    metadata.
    """
    small = scalable(image).resize(size, Image.Resampling.LANCZOS, box, reducing_gap=3.0)
    return _srgb(small, image.info.get("icc_profile"))


def on_white(image: Image.Image) -> Image.Image:
    """Lay a picture with transparency on white; one without is given back as it is."""
    if image.mode != "RGBA":
        return image
    ground = Image.new("RGB", image.size, _WHITE)
    ground.paste(image, mask=image.getchannel("A"))
    return ground


def scalable(image: Image.Image) -> Image.Image:
    """Give a mode that can be scaled smoothly and keeps transparency and colour space.

    One that has such a mode is given back as it is.
    """
    match image.mode:
        case "L" | "LA" | "RGB" | "RGBA" | "CMYK" | "LAB":
            return image if not _hides_transparency(image) else image.convert("RGBA")
        case "1":
            return image.convert("L")
        case "I" | "F" | "I;16" | "I;16L" | "I;16B" | "I;16N":
            return _eight_bits(image)
        case _:
            return image.convert("RGBA" if image.has_transparency_data else "RGB")


def _hides_transparency(image: Image.Image) -> bool:
    """Whether one colour is named transparent beside the pixels, as PNG allows."""
    return image.mode in ("L", "RGB") and image.has_transparency_data


def _eight_bits(image: Image.Image) -> Image.Image:
    """Bring 16-bit, 32-bit and floating-point grey to eight bits without clipping it to white."""
    wide = image.convert("F")
    _, brightest = wide.getextrema()
    top = float(brightest) if isinstance(brightest, (int, float)) else _SIXTEEN_BITS
    if image.mode.startswith("I;16") or top > 255.0:
        full = max(top, _SIXTEEN_BITS)
    else:
        full = 255.0 if top > 1.0 else 1.0
    return wide.point(lambda value: value * (255.0 / full) + 0.0).convert("L")


def _srgb(image: Image.Image, profile: object) -> Image.Image:
    alpha = image.getchannel("A") if image.mode in ("LA", "RGBA") else None
    bare = image.convert({"LA": "L", "RGBA": "RGB"}.get(image.mode, image.mode))
    colours = _converted(bare, profile)
    if alpha is not None:
        colours.putalpha(alpha)
    # Some encoders write a comment or a profile that they find here.
    colours.info = {}
    return colours


def _converted(image: Image.Image, profile: object) -> Image.Image:
    """Turn colours into sRGB as browsers do: what sRGB holds stays, black stays black."""
    source = _profile(image, profile)
    if source is not None:
        try:
            turned = ImageCms.profileToProfile(
                image,
                source,
                _srgb_profile(),
                renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
                outputMode="RGB",
                flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
            )
        except (ImageCms.PyCMSError, ValueError, OSError):
            # A profile that is broken or made for other colours says nothing about this picture.
            turned = None
        if turned is not None:
            return turned
    return image.convert("RGB")


@cache
def _srgb_profile() -> ImageCms.ImageCmsProfile:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))


def _profile(image: Image.Image, profile: object) -> ImageCms.ImageCmsProfile | None:
    if image.mode == "LAB":
        return ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB"))
    if not isinstance(profile, bytes) or not profile:
        return None
    try:
        return ImageCms.ImageCmsProfile(io.BytesIO(profile))
    except (ImageCms.PyCMSError, OSError, ValueError):
        return None
