"""A credit record goes into an image file and comes back, whatever letters it is made of."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import fields

from hypothesis import given, settings
from hypothesis import strategies as st

from newsroom.domain.errors import Refused
from newsroom.domain.picture import CreditRecord, record_from_json, record_to_json
from newsroom.pictures.arrival import inspect
from newsroom.pictures.embedded import Embedded, record_of
from newsroom.pictures.renditions import Rendition, make, read_credit
from newsroom.pictures.text import tidy
from newsroom.pictures.thumbnails import thumbnail
from newsroom.pictures.xmp import PHOTOSHOP, Packet, write_packet
from tests.support import images

ORIGINAL = images.encoded(images.scene(16, 12))
JPEG = images.encoded(images.scene(160, 120), progressive=True)
TYPES = ("image/avif", "image/webp", "image/jpeg")

anything = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
awkward = st.sampled_from(
    ["<script>alert(1)</script>", "]]>", "&amp;", "a & b", "'\"", "Пресс-служба", "a\r\nb", "\x00"]
)
texts = st.one_of(anything, awkward)
records = st.builds(
    CreditRecord,
    creator=st.lists(texts, max_size=3).map(tuple),
    **{item.name: texts for item in fields(CreditRecord) if item.name != "creator"},
)


@given(records)
def test_an_embedded_record_comes_back_as_text_for_text(record: CreditRecord) -> None:
    found = record_of(Embedded(xmp=write_packet(record))).record
    for name in record_to_json(record):
        if name not in ("creator", "web_statement", "caption", "created", "place"):
            assert getattr(found, name) == tidy(getattr(record, name))
    assert found.creator == tuple(filter(None, map(tidy, record.creator)))


printable = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"), max_size=60
)


@given(printable)
def test_a_credit_of_printable_letters_comes_back_exactly(credit: str) -> None:
    packet = write_packet(CreditRecord(credit=credit))
    assert Packet(packet).text(f"{PHOTOSHOP}Credit") == credit


@settings(max_examples=25)
@given(printable, st.sampled_from(TYPES))
def test_a_credit_comes_back_from_every_kind_of_file(credit: str, media_type: str) -> None:
    made = make(Rendition("a", media_type, 16, 12), ORIGINAL, CreditRecord(credit=credit))
    assert read_credit(made) == credit


@given(records)
def test_a_record_survives_its_json(record: CreditRecord) -> None:
    assert record_from_json(record_to_json(record)) == record


@given(st.integers(0, len(JPEG) - 1))
def test_a_jpeg_cut_anywhere_is_read_or_refused(length: int) -> None:
    with suppress(Refused):
        inspect(JPEG[:length], "cut.jpg")
    with suppress(Refused):
        thumbnail(JPEG[:length], 40)
    with suppress(Refused):
        read_credit(JPEG[:length])


@given(st.binary(max_size=200))
def test_arbitrary_bytes_are_no_metadata_and_no_error(data: bytes) -> None:
    found = record_of(Embedded(xmp=data, iim={"Credit": (data,)}, exif={"Artist": (data,)}))
    assert "\x00" not in found.record.credit
    assert found.record.alt == ""
