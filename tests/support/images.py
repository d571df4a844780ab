"""Makers of small pictures, honest and hostile, with metadata of each standard written by hand."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Iterable, Mapping

from PIL import ExifTags, Image, PngImagePlugin

KINDS = ("JPEG", "PNG", "WEBP", "TIFF", "AVIF", "GIF")

IIM = {
    "ReleaseDate": 30,
    "ExpirationDate": 37,
    "Byline": 80,
    "DateCreated": 55,
    "TimeCreated": 60,
    "City": 90,
    "SubLocation": 92,
    "CountryName": 101,
    "Credit": 110,
    "Source": 115,
    "Copyright": 116,
    "Caption": 120,
}
"""Dataset numbers of record 2, by exiv2's names."""


def scene(width: int = 64, height: int = 48, mode: str = "RGB") -> Image.Image:
    """Paint a sky, a ground and a red corner at the top left, so that a turn shows."""
    image = Image.new("RGB", (width, height), (70, 120, 190))
    image.paste((60, 130, 50), (0, height // 2, width, height))
    image.paste((220, 20, 30), (0, 0, max(1, width // 4), max(1, height // 4)))
    return image.convert(mode)


def encoded(image: Image.Image, kind: str = "JPEG", **options: object) -> bytes:
    """Save an image to bytes in one of `KINDS`."""
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def opened(data: bytes) -> Image.Image:
    """Decode bytes with Pillow."""
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


def animated(kind: str) -> bytes:
    """Give two frames in a format that can move."""
    frames = [scene(), scene().transpose(Image.Transpose.ROTATE_180)]
    return encoded(frames[0], kind, save_all=True, append_images=frames[1:], duration=100)


def png_header(width: int, height: int) -> bytes:
    """Give a PNG whose header promises a size and whose pixels never come."""
    size = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    pixels = zlib.compress(b"\0" * 100)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        _chunk(kind, data) for kind, data in ((b"IHDR", size), (b"IDAT", pixels), (b"IEND", b""))
    )


def deep_png(width: int, height: int) -> bytes:
    """Give a PNG of 16 bits a colour, half as bright as can be, which Pillow does not write."""
    size = struct.pack(">IIBBBBB", width, height, 16, 2, 0, 0, 0)
    pixels = zlib.compress((b"\0" + b"\x80\0" * 3 * width) * height)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        _chunk(kind, data) for kind, data in ((b"IHDR", size), (b"IDAT", pixels), (b"IEND", b""))
    )


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def with_iim(
    jpeg: bytes, fields: Mapping[str, bytes | Iterable[bytes]], utf8: bool = False
) -> bytes:
    """Put IIM fields, given as raw bytes, into a JPEG as Photoshop does."""
    block = _dataset(1, 90, b"\x1b%G") if utf8 else b""
    for name, value in fields.items():
        for item in [value] if isinstance(value, bytes) else value:
            block += _dataset(2, IIM[name], item)
    resource = (
        b"8BIM" + struct.pack(">HHI", 0x0404, 0, len(block)) + block + b"\0" * (len(block) % 2)
    )
    segment = b"Photoshop 3.0\0" + resource
    return jpeg[:2] + b"\xff\xed" + struct.pack(">H", len(segment) + 2) + segment + jpeg[2:]


def _dataset(record: int, number: int, value: bytes) -> bytes:
    return struct.pack(">BBBH", 0x1C, record, number, len(value)) + value


def exif(tags: Mapping[ExifTags.Base, object]) -> bytes:
    """Write Exif tags; the date and its offset go where cameras put them."""
    inner = {ExifTags.Base.DateTimeOriginal, ExifTags.Base.OffsetTimeOriginal}
    written = Image.Exif()
    for tag, value in tags.items():
        if tag in inner:
            written.get_ifd(ExifTags.IFD.Exif)[tag] = value
        else:
            written[tag] = value
    return written.tobytes()


def xmp(properties: str, doctype: str = "") -> bytes:
    """Wrap RDF properties, or a whole `rdf:Description`, into a packet."""
    inside = properties
    if not properties.startswith("<rdf:Description"):
        inside = f'<rdf:Description rdf:about="">{properties}</rdf:Description>'
    return (
        f'{doctype}<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF'
        ' xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"'
        ' xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/"'
        ' xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/"'
        ' xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/">'
        f"{inside}</rdf:RDF></x:xmpmeta>"
    ).encode()


def xmp_option(kind: str, packet: bytes) -> dict[str, object]:
    """Give the option that makes Pillow embed a packet in a kind of file."""
    if kind == "PNG":
        info = PngImagePlugin.PngInfo()
        info.add_itxt("XML:com.adobe.xmp", packet.decode())
        return {"pnginfo": info}
    if kind == "TIFF":
        return {"tiffinfo": {700: packet}}
    return {"xmp": packet}


def gif_with_xmp(packet: bytes) -> bytes:
    """Put a packet into a GIF: plain text with a tail that leads every reader to its end."""
    tail = b"\x01" + bytes(range(255, -1, -1)) + b"\0\0"
    block = b"!\xff\x0bXMP DataXMP" + packet + tail
    gif = encoded(scene(), "GIF")
    first_image = gif.index(b",", 13 + 3 * (2 << (gif[10] & 7)))
    return gif[:first_image] + block + gif[first_image:]


def growing_entities() -> bytes:
    """Give a packet whose credit would grow to gigabytes if entities were expanded."""
    steps = "".join(f'<!ENTITY e{step} "{f"&e{step - 1};" * 10}">' for step in range(1, 11))
    doctype = f'<!DOCTYPE x [<!ENTITY e0 "credit">{steps}]>'
    return xmp("<photoshop:Credit>&e10;</photoshop:Credit>", doctype)


def adobe_rgb() -> bytes:
    """Build an ICC profile with Adobe RGB's primaries (D50) and gamma 2.2."""
    xyz = {
        b"wtpt": (0.9642, 1.0, 0.8249),
        b"rXYZ": (0.60974, 0.31111, 0.01947),
        b"gXYZ": (0.20528, 0.62567, 0.06087),
        b"bXYZ": (0.14919, 0.06322, 0.74457),
    }
    tags = {name: b"XYZ \0\0\0\0" + b"".join(map(_fixed, value)) for name, value in xyz.items()}
    curve = b"curv" + struct.pack(">IIHH", 0, 1, 0x0233, 0)
    tags |= dict.fromkeys((b"rTRC", b"gTRC", b"bTRC"), curve)
    tags[b"desc"] = b"desc" + struct.pack(">II", 0, 5) + b"wide\0" + b"\0" * 79
    tags[b"cprt"] = b"text\0\0\0\0none\0\0\0\0"
    return _profile(tags)


def _fixed(value: float) -> bytes:
    return struct.pack(">i", round(value * 65536))


def _profile(tags: Mapping[bytes, bytes]) -> bytes:
    table, body = struct.pack(">I", len(tags)), b""
    start = 128 + 4 + 12 * len(tags)
    for name, data in tags.items():
        table += name + struct.pack(">II", start + len(body), len(data))
        body += data + b"\0" * (-len(data) % 4)
    head = struct.pack(
        ">I4sI4s4s4s", start + len(body), b"none", 0x02100000, b"mntr", b"RGB ", b"XYZ "
    )
    head += struct.pack(">6H4s", 2026, 1, 1, 0, 0, 0, b"acsp")
    head = head.ljust(68, b"\0") + b"".join(map(_fixed, (0.9642, 1.0, 0.8249)))
    return head.ljust(128, b"\0") + table + body
