"""Laws of prints: what is near by its bits is near by its keys."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newsroom.domain.prints import BITS, Print, bands, distance, keys_near

codes = st.integers(0, 2**BITS - 1)


@given(codes, st.sets(st.integers(0, BITS - 1), max_size=7))
def test_codes_that_differ_in_seven_bits_share_a_key(code: int, turned: set[int]) -> None:
    other = code
    for bit in turned:
        other ^= 1 << bit
    assert distance(code, other) == len(turned)
    assert set(bands(other)) & set(keys_near(code))


@given(codes, st.binary(max_size=64))
def test_a_print_comes_back_from_its_bytes(code: int, tones: bytes) -> None:
    assert Print.from_bytes(Print(code, tones).to_bytes()) == Print(code, tones)
