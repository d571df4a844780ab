"""A credit record goes into an image file and comes back, whatever letters it is made of."""

from __future__ import annotations

import unicodedata
from contextlib import suppress
from dataclasses import replace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from newsroom.domain.canonical import Json
from newsroom.domain.errors import Refused
from newsroom.domain.picture import CreditRecord, record_from_json, record_to_json
from newsroom.pictures import exif
from newsroom.pictures.arrival import inspect
from newsroom.pictures.embedded import Embedded, record_of
from newsroom.pictures.embedding import copy_faults, exported, look_inside, write_packet
from newsroom.pictures.iim import LIMITS
from newsroom.pictures.renditions import Rendition, make
from newsroom.pictures.text import cut, tidy
from newsroom.pictures.thumbnails import thumbnail
from newsroom.pictures.xmp import PHOTOSHOP, Packet
from tests.support import images
from tests.support.records import records

ORIGINAL = images.encoded(images.scene(16, 12))
JPEG = images.encoded(images.scene(160, 120), progressive=True)
TYPES = ("image/avif", "image/webp", "image/jpeg")

anything = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
awkward = st.sampled_from(
    [
        *("<script>alert(1)</script>", "]]>", "&amp;", "a & b", "'\"", "a\r\nb", "\x00"),
        *(
            "Пресс-служба",
            "Қазақстан темір жолы ұлттық компаниясы",
            "ы" * 3000,
            "é" * 40,
            "e\u0301" * 30,
        ),
    ]
)
texts = st.one_of(anything, awkward)
tidied = texts.map(tidy)
ALL = records(texts)
HELD = records(tidied, web_statement=st.just("https://example.org/terms"))
"""Records as they can stand in a file: every text printable and in NFC."""


def comparable(record: CreditRecord) -> CreditRecord:
    """Leave out what no standard property holds, what is no date, and what is empty in a list."""
    data = record_to_json(record)
    rights = data.get("rights")
    if isinstance(rights, dict):
        data["rights"] = {key: rights[key] for key in ("starts", "ends") if key in rights}
    whole = {key: _bare(value) for key, value in data.items() if key not in ("place", "created")}
    whole.pop("rights", None)
    return record_from_json({key: value for key, value in whole.items() if value})


def _bare(value: Json) -> Json:
    if isinstance(value, list):
        return [bare for item in value if (bare := _bare(item))]
    if isinstance(value, dict):
        return {key: bare for key, item in value.items() if (bare := _bare(item))}
    return value


@given(HELD)
def test_every_field_comes_back_from_xmp_exactly(record: CreditRecord) -> None:
    found = record_of(Embedded(xmp=write_packet(record))).record
    camera = record_of(Embedded(xmp=write_packet(CreditRecord(caption=record.caption)))).record
    expected = replace(record, caption=camera.caption)
    assert comparable(found) == comparable(expected)


@given(ALL)
def test_a_record_of_any_characters_comes_back_tidied(record: CreditRecord) -> None:
    found = record_of(Embedded(xmp=write_packet(record))).record
    for name in ("credit", "source", "copyright", "usage_terms", "alt", "headline", "instructions"):
        assert getattr(found, name) == tidy(getattr(record, name))
    assert found.creator == tuple(filter(None, map(tidy, record.creator)))


@settings(max_examples=40)
@given(ALL, texts, st.sampled_from(TYPES))
def test_every_exported_file_says_what_is_published_of_a_record(
    record: CreditRecord, alt: str, media_type: str
) -> None:
    made = make(Rendition("a", media_type, 16, 12, alt), ORIGINAL, record)
    inside = look_inside(made)
    assert comparable(inside.record) == comparable(_tidied(exported(record, alt)))
    assert bool(inside.iim) == (media_type == "image/jpeg" and _for_iim(record))
    for name, field in (("Credit", "credit"), ("Source", "source"), ("Copyright", "copyright")):
        (held,) = inside.iim.get(name, (b"",))
        whole = tidy(getattr(record, field))
        assert whole.startswith(held.decode())
        assert held == cut(whole, LIMITS[field]) or media_type != "image/jpeg"
    assert copy_faults(inside) == ()
    assert inside.exif == {
        name: text.encode()
        for name, text in (
            ("ImageDescription", tidy(alt)),
            ("Artist", "; ".join(filter(None, map(tidy, record.creator)))),
            ("Copyright", tidy(record.copyright)),
        )
        if text
    }


def _for_iim(record: CreditRecord) -> bool:
    held = (record.credit, record.source, record.copyright, *record.creator)
    return any(cut(tidy(text), 32) for text in held) or record.created[:4].isdigit()


def _tidied(record: CreditRecord) -> CreditRecord:
    return record_from_json(_tidy_all(record_to_json(record)))


def _tidy_all(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _tidy_all(item) for key, item in value.items()}
    return [_tidy_all(item) for item in value] if isinstance(value, list) else tidy(value)


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60), st.integers(1, 64))
def test_a_cut_ends_between_two_characters(text: str, limit: int) -> None:
    kept = cut(text, limit)
    assert len(kept) <= limit
    assert text.startswith(kept.decode())
    rest = text[len(kept.decode()) :]
    assert not rest or not unicodedata.combining(rest[0]) or not kept


printable = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"), max_size=60
)


@given(printable)
def test_a_credit_of_printable_letters_comes_back_exactly(credit: str) -> None:
    packet = write_packet(CreditRecord(credit=credit))
    assert Packet(packet).text(f"{PHOTOSHOP}Credit") == credit


@given(ALL)
def test_a_record_survives_its_json(record: CreditRecord) -> None:
    assert record_from_json(record_to_json(record)) == record


@given(st.integers(0, len(JPEG) - 1))
def test_a_jpeg_cut_anywhere_is_read_or_refused(length: int) -> None:
    with suppress(Refused):
        inspect(JPEG[:length], "cut.jpg")
    with suppress(Refused):
        thumbnail(JPEG[:length], 40)
    with suppress(Refused):
        look_inside(JPEG[:length])


@given(st.binary(max_size=200), st.integers(0, 200))
def test_exif_of_another_make_gives_what_it_gives_and_no_error(data: bytes, length: int) -> None:
    block = exif.written({"creator": ["A", "B"], "copyright": "©"})
    for damaged in (exif.EMPTY[:8] + data, block[:length], block[:length] + data):
        assert set(exif.read(damaged)) <= {"Artist", "Copyright", "ImageDescription"}


@given(st.binary(max_size=200))
def test_arbitrary_bytes_are_no_metadata_and_no_error(data: bytes) -> None:
    found = record_of(Embedded(xmp=data, iim={"Credit": (data,)}, exif={"Artist": (data,)}))
    assert "\x00" not in found.record.credit
    assert found.record.alt == ""
