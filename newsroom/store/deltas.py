"""Texts kept small: one whole, those after it by what differs from it."""

from __future__ import annotations

import struct
import zlib

_HEAD = struct.Struct(">II")
_WINDOW = 32 * 1024
"""How far back zlib sees, in bytes."""
_LEAST = 200
_SHARE = 64
"""A difference longer than this part of the packed whole is time for another whole one."""


def packed(text: bytes) -> bytes:
    """Compress a whole text."""
    return zlib.compress(text, 6)


def unpacked(data: bytes) -> bytes:
    """Give back what `packed` took."""
    return zlib.decompress(data)


def difference(base: bytes, text: bytes) -> bytes:
    """Say how a text differs from another: the lengths of what is alike at both ends, and between.

    What lies between is compressed with the base's own as a dictionary, so that several small edits
    far from one another stay small too.
    """
    before = _alike(base, text)
    after = _alike(base[before:][::-1], text[before:][::-1])
    deflating = zlib.compressobj(6, zdict=_dictionary(base, before, after))
    between = text[before : len(text) - after]
    return _HEAD.pack(before, after) + deflating.compress(between) + deflating.flush()


def restored(base: bytes, difference: bytes) -> bytes:
    """Give back the text that differs so from its base."""
    before, after = _HEAD.unpack_from(difference)
    inflating = zlib.decompressobj(zdict=_dictionary(base, before, after))
    between = inflating.decompress(difference[_HEAD.size :]) + inflating.flush()
    return base[:before] + between + base[len(base) - after :]


def is_long(difference: bytes, packed_base: bytes) -> bool:
    """Whether another whole text costs less than to go on with differences like this one."""
    return len(difference) > max(_LEAST, len(packed_base) // _SHARE)


def _dictionary(base: bytes, before: int, after: int) -> bytes:
    # zlib wants at least one byte; the same one must be given for reading back.
    return base[before : len(base) - after][-_WINDOW:] or b" "


def _alike(one: bytes, other: bytes) -> int:
    """Count the bytes at the beginning that two texts share, by halving: slices compare fast."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low
