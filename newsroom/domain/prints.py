"""Prints: what a picture looks like, in a few bytes, so that look-alikes are found among many.

A print's `code` is 64 bits of which like pictures share nearly all. Two codes that differ in no
more than seven bits agree, in at least one of their four bands of sixteen, but for one bit: so an
index over bands finds them by sixty-eight keys (multi-index hashing, Norouzi et al. 2012).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

BITS = 64
_BANDS = 4
_WIDTH = BITS // _BANDS
_MASK = (1 << _WIDTH) - 1
_CODE_BYTES = BITS // 8


@dataclass(frozen=True, slots=True)
class Print:
    """A picture's code and its tones: a few grey levels, to judge what the code proposes."""

    code: int
    tones: bytes

    def to_bytes(self) -> bytes:
        """Give the print as bytes."""
        return self.code.to_bytes(_CODE_BYTES, "big") + self.tones

    @classmethod
    def from_bytes(cls, data: bytes) -> Print:
        """Read back what `to_bytes` gave."""
        return cls(int.from_bytes(data[:_CODE_BYTES], "big"), data[_CODE_BYTES:])


def distance(one: int, other: int) -> int:
    """Count the bits in which two codes differ."""
    return (one ^ other).bit_count()


def bands(code: int) -> tuple[int, ...]:
    """Give the keys under which a code is filed: each band's number and value."""
    return tuple(
        band << _WIDTH | (code >> band * _WIDTH) & _MASK for band in reversed(range(_BANDS))
    )


def keys_near(code: int) -> Iterator[int]:
    """Give the keys under which codes near to one are filed: its bands, and with one bit turned."""
    for key in bands(code):
        yield key
        for bit in range(_WIDTH):
            yield key ^ 1 << bit
