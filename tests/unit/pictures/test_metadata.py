"""What a file says of itself becomes a credit record, and a hostile file harms nobody."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import ExifTags

from newsroom.domain.picture import AiUse, Claim, CreditRecord, Disagreement, RightsPeriod
from newsroom.domain.vocabularies import SourceType
from newsroom.pictures.embedded import MetadataRead
from newsroom.pictures.embedding import write_packet
from newsroom.pictures.metadata import MetadataReader, read_record, read_records
from newsroom.pictures.worker import environment
from tests.support import images
from tests.support.records import filled_record

BASE = ExifTags.Base
EXIF = images.exif(
    {
        BASE.Artist: "Exif Artist; Second Artist",
        BASE.Copyright: "Exif Copyright",
        BASE.ImageDescription: "Exif caption",
        BASE.DateTimeOriginal: "2023:05:02 14:07:33",
        BASE.OffsetTimeOriginal: "+06:00",
    }
)
FULL_XMP = images.xmp(
    "<dc:creator><rdf:Seq><rdf:li>Aigerim Bekova</rdf:li><rdf:li>Ivan Petrov</rdf:li></rdf:Seq>"
    "</dc:creator>"
    "<photoshop:Credit>Civil Aviation &amp; Rail &lt;Press&gt;</photoshop:Credit>"
    "<photoshop:Source>Қазақстан теміржолы</photoshop:Source>"
    '<dc:rights><rdf:Alt><rdf:li xml:lang="ru">по-русски</rdf:li>\n'
    '<rdf:li xml:lang="x-default">© 2023</rdf:li></rdf:Alt></dc:rights>'
    '<xmpRights:UsageTerms><rdf:Alt><rdf:li xml:lang="x-default">Editorial use</rdf:li>'
    "</rdf:Alt></xmpRights:UsageTerms>"
    '<xmpRights:WebStatement rdf:resource="https://example.org/terms"/>'
    '<Iptc4xmpCore:AltTextAccessibility><rdf:Alt><rdf:li xml:lang="en">A plane</rdf:li>'
    "</rdf:Alt></Iptc4xmpCore:AltTextAccessibility>"
    '<dc:description><rdf:Alt><rdf:li xml:lang="x-default">A plane, "landing"</rdf:li>'
    "</rdf:Alt></dc:description>"
    "<photoshop:DateCreated>2023-05-02T14:07:33+06:00</photoshop:DateCreated>"
    "<Iptc4xmpCore:Location>Airport</Iptc4xmpCore:Location>"
    "<photoshop:City>Astana</photoshop:City><photoshop:Country>Kazakhstan</photoshop:Country>"
)
FULL = CreditRecord(
    creator=("Aigerim Bekova", "Ivan Petrov"),
    credit="Civil Aviation & Rail <Press>",
    source="Қазақстан теміржолы",
    copyright="© 2023",
    usage_terms="Editorial use",
    web_statement="https://example.org/terms",
    alt="A plane",
    caption='A plane, "landing"',
    created="2023-05-02T14:07:33+06:00",
    place="Airport, Astana, Kazakhstan",
)


Read = Callable[[bytes], MetadataRead]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Write bytes to a file of an awkward name and read its record."""

    def reading(data: bytes) -> MetadataRead:
        path = tmp_path / "-фото 'с пробелом'.bin"
        path.write_bytes(data)
        return read_record(path)

    return reading


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF", "AVIF"])
def test_every_field_of_xmp_is_read_from_every_kind(read: Read, kind: str) -> None:
    data = images.encoded(images.scene(), kind, **images.xmp_option(kind, FULL_XMP))
    assert read(data) == MetadataRead(FULL)


def test_a_gif_gives_its_xmp(read: Read) -> None:
    assert read(images.gif_with_xmp(FULL_XMP)) == MetadataRead(FULL)


def test_a_packet_with_attributes_and_several_descriptions_is_read(read: Read) -> None:
    packet = images.xmp(
        '<rdf:Description photoshop:Credit="Agency" photoshop:City="Almaty"/>'
        "<rdf:Description><dc:creator>One Name</dc:creator></rdf:Description>"
    )
    record = read(images.encoded(images.scene(), xmp=packet)).record
    assert (record.credit, record.place, record.creator) == ("Agency", "Almaty", ("One Name",))


@pytest.mark.parametrize(
    "item",
    [
        '<rdf:li rdf:parseType="Resource"><Iptc4xmpExt:City>Shymkent</Iptc4xmpExt:City>'
        "<Iptc4xmpExt:CountryName>Kazakhstan</Iptc4xmpExt:CountryName></rdf:li>",
        '<rdf:li><rdf:Description Iptc4xmpExt:City="Shymkent">'
        "<Iptc4xmpExt:CountryName>Kazakhstan</Iptc4xmpExt:CountryName></rdf:Description></rdf:li>",
        '<rdf:li Iptc4xmpExt:City="Shymkent" Iptc4xmpExt:CountryName="Kazakhstan"/>',
    ],
)
@pytest.mark.parametrize("name", ["LocationShown", "LocationCreated"])
def test_a_place_is_read_from_a_structure(read: Read, name: str, item: str) -> None:
    packet = images.xmp(f"<Iptc4xmpExt:{name}><rdf:Bag>{item}</rdf:Bag></Iptc4xmpExt:{name}>")
    found = read(images.encoded(images.scene(), xmp=packet))
    assert found.record.place == "Shymkent, Kazakhstan"


def test_a_packet_in_utf_16_is_read(read: Read) -> None:
    packet = FULL_XMP.decode().encode("utf-16")
    assert read(images.encoded(images.scene(), xmp=packet)).record == FULL


def test_a_file_without_metadata_has_no_warning(read: Read) -> None:
    assert read(images.encoded(images.scene())) == MetadataRead(CreditRecord())


def test_xmp_goes_over_iim_and_iim_over_exif_field_by_field(read: Read) -> None:
    packet = images.xmp("<photoshop:Credit>XMP Credit</photoshop:Credit>")
    jpeg = images.with_iim(
        images.encoded(images.scene(), xmp=packet, exif=EXIF),
        {"Credit": b"IIM Credit", "Source": b"IIM Source", "Copyright": b"IIM Copyright"},
    )
    record = read(jpeg).record
    assert (record.credit, record.source) == ("XMP Credit", "IIM Source")
    assert (record.copyright, record.caption) == ("IIM Copyright", "Exif caption")


def test_iim_alone_fills_a_record(read: Read) -> None:
    jpeg = images.with_iim(
        images.encoded(images.scene()),
        {
            "Byline": [b"First", b"Second"],
            "Credit": b"Agency\0\0  ",
            "Caption": b"Two\r\nlines",
            "DateCreated": b"20230502",
            "TimeCreated": b"140733+0600",
            "SubLocation": b"Airport",
            "City": b"Astana",
            "CountryName": b"Kazakhstan",
        },
    )
    assert read(jpeg).record == CreditRecord(
        creator=("First", "Second"),
        credit="Agency",
        caption="Two\nlines",
        created="2023-05-02T14:07:33+06:00",
        place="Airport, Astana, Kazakhstan",
    )


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF", "AVIF"])
def test_exif_alone_fills_a_record(read: Read, kind: str) -> None:
    data = images.encoded(images.scene(), kind, exif=EXIF)
    assert read(data).record == CreditRecord(
        creator=("Exif Artist", "Second Artist"),
        copyright="Exif Copyright",
        caption="Exif caption",
        created="2023-05-02T14:07:33+06:00",
    )


@pytest.mark.parametrize(
    ("credit", "charset", "marked"),
    [
        ("Пресс-служба акимата", "utf-8", True),
        ("Пресс-служба акимата", "utf-8", False),
        ("Пресс-служба акимата", "cp1251", False),
        ("Фото: И. Ким", "cp1251", False),
        ("Agence Zürich-Málaga", "cp1252", False),
        ("Société Générale", "cp1252", False),
        ("Plain Agency", "ascii", False),
    ],
)
def test_the_alphabet_of_iim_is_found(read: Read, credit: str, charset: str, marked: bool) -> None:
    fields = {"Credit": credit.encode(charset), "City": b"Astana"}
    jpeg = images.with_iim(images.encoded(images.scene()), fields, utf8=marked)
    assert read(jpeg).record.credit == credit


def test_a_letter_cut_at_the_end_of_a_field_costs_that_letter_only(read: Read) -> None:
    cut = "Управление гражданской авиации".encode()[:32]
    jpeg = images.with_iim(images.encoded(images.scene()), {"Credit": cut}, utf8=True)
    assert read(jpeg).record.credit == cut[:31].decode()


def test_unknown_parts_of_a_date_are_left_out(read: Read) -> None:
    for written, expected in ((b"20230500", "2023-05"), (b"20230000", "2023"), (b"00000000", "")):
        jpeg = images.with_iim(images.encoded(images.scene()), {"DateCreated": written})
        assert read(jpeg).record.created == expected


def test_what_a_camera_writes_by_itself_is_no_caption(read: Read) -> None:
    exif = images.exif(
        {
            BASE.ImageDescription: "OLYMPUS DIGITAL CAMERA         ",
            BASE.DateTimeOriginal: "0000:00:00 00:00:00",
            BASE.Artist: "      ",
        }
    )
    assert read(images.encoded(images.scene(), exif=exif)).record == CreditRecord()


def test_a_link_that_is_no_web_address_is_left_out_with_a_warning(read: Read) -> None:
    packet = images.xmp(
        "<photoshop:Credit>Agency</photoshop:Credit>"
        "<xmpRights:WebStatement>javascript:alert(1)</xmpRights:WebStatement>"
    )
    found = read(images.encoded(images.scene(), xmp=packet))
    assert found.record == CreditRecord(credit="Agency")
    assert "javascript:alert(1)" in found.warnings[0]


@pytest.mark.parametrize(
    "packet",
    [
        b"<x:xmpmeta xmlns:x='adobe:ns:meta/'><unclosed>",
        b"\x00\xff garbage",
        images.growing_entities(),
        images.xmp(
            "<photoshop:Credit>&e;</photoshop:Credit>", '<!DOCTYPE x SYSTEM "file:///etc/passwd">'
        ),
    ],
)
def test_a_bad_packet_costs_the_xmp_only(read: Read, packet: bytes) -> None:
    jpeg = images.with_iim(images.encoded(images.scene(), xmp=packet), {"Credit": b"IIM Credit"})
    found = read(jpeg)
    assert found.record == CreditRecord(credit="IIM Credit")
    assert "XMP" in found.warnings[0]


def test_deeply_nested_xmp_is_survived(read: Read) -> None:
    depth = 5_000
    packet = images.xmp("<a>" * depth + "</a>" * depth + "<photoshop:Credit>A</photoshop:Credit>")
    assert read(images.encoded(images.scene(), xmp=packet)).record.credit == "A"


@pytest.mark.parametrize(
    "program",
    [
        "import os; os.abort()",
        "while True: pass",
        "raise SystemExit(3)",
        "print('no json')",
        "print('[1, {')",
    ],
)
def test_a_worker_that_fails_costs_this_picture_s_metadata_only(
    tmp_path: Path, program: str
) -> None:
    found = read_record(tmp_path / "photo.jpg", (sys.executable, "-c", program), time_limit=2.0)
    assert found.record == CreditRecord()
    assert "enter them by hand" in found.warnings[0]


@pytest.fixture(scope="module")
def hostile_worker() -> Sequence[str]:
    """Give a worker that dies and hangs at files that say so."""
    program = (
        "import json, os, sys, time\n"
        "from pathlib import Path\n"
        "from newsroom.pictures import metadata_worker as worker\n"
        "said = worker._said\n"
        "def hostile(path):\n"
        "    data = Path(path).read_bytes()\n"
        "    if data == b'crash': os.abort()\n"
        "    while data == b'hang': pass\n"
        "    return said(path)\n"
        "worker._said = hostile\n"
        "worker.main()\n"
    )
    return sys.executable, "-c", program


@pytest.fixture
def mixed(tmp_path: Path) -> Sequence[Path]:
    """Write files of which the second kills the worker, and the fourth holds it for good."""
    good = images.encoded(images.scene(), xmp=FULL_XMP)
    for name, data in (("a", good), ("b", b"crash"), ("c", good), ("d", b"hang"), ("e", good)):
        (tmp_path / name).write_bytes(data)
    return [tmp_path / name for name in "abcde"]


def test_many_files_are_read_in_one_process_and_a_bad_one_costs_itself(
    mixed: Sequence[Path], hostile_worker: Sequence[str]
) -> None:
    with MetadataReader(hostile_worker, time_limit=4.0) as reader:
        found = [reader.read(path) for path in mixed]
    empty = CreditRecord()
    assert [one.record for one in found] == [FULL, empty, FULL, empty, FULL]
    assert [bool(one.warnings) for one in found] == [False, True, False, True, False]


def test_of_files_asked_for_together_a_bad_one_costs_itself(
    mixed: Sequence[Path], hostile_worker: Sequence[str]
) -> None:
    with MetadataReader(hostile_worker, time_limit=4.0) as reader:
        reader.ask(mixed)
        found = reader.answers(mixed)
        assert [one is None for one in found] == [False, True, False, True, False]
        assert reader.read(mixed[0]).record == FULL


@pytest.mark.parametrize("processes", [1, 2, 3])
def test_many_files_are_read_beside_each_other_in_their_order(
    tmp_path: Path, processes: int
) -> None:
    paths = [tmp_path / f"{number}.jpg" for number in range(130)]
    for number, path in enumerate(paths):
        credit = f"<photoshop:Credit>Agency {number}</photoshop:Credit>"
        path.write_bytes(images.encoded(images.scene(8, 8), xmp=images.xmp(credit)))
    paths[70].unlink()
    found = [*read_records(paths, processes)]
    assert [one.record.credit for one in found] == [
        "" if number == 70 else f"Agency {number}" for number in range(130)
    ]
    assert [number for number, one in enumerate(found) if one.warnings] == [70]


def test_whoever_stops_reading_leaves_no_process_behind(tmp_path: Path) -> None:
    path = tmp_path / "a.jpg"
    path.write_bytes(images.encoded(images.scene(8, 8), xmp=FULL_XMP))
    reading = read_records([path] * 200)
    assert next(reading).record == FULL
    reading.close()
    assert not [*reading]


def test_the_worker_starts_with_little_more_than_exiv2() -> None:
    program = (
        "import sys, newsroom.pictures.metadata_worker\n"
        "print(*(name for name in sys.modules if name.split('.')[0] in ('newsroom', 'PIL')))"
    )
    loaded = subprocess.run(
        [sys.executable, "-c", program], env=environment(), capture_output=True, check=True
    )
    assert set(loaded.stdout.decode().split()) == {
        "newsroom",
        "newsroom.pictures",
        "newsroom.pictures.metadata_worker",
    }


def test_a_file_that_is_gone_gives_a_warning(tmp_path: Path) -> None:
    assert read_record(tmp_path / "gone.jpg").warnings


def test_the_worker_runs_nothing_that_lies_in_the_current_folder(
    read: Read, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "pyexiv2.py").write_text("raise SystemExit('run from the folder')")
    (tmp_path / "json.py").write_text("raise SystemExit('run from the folder')")
    monkeypatch.chdir(tmp_path)
    assert read(images.encoded(images.scene(), xmp=FULL_XMP)) == MetadataRead(FULL)


@pytest.mark.parametrize("kind", images.KINDS)
def test_damage_anywhere_is_survived(read: Read, kind: str) -> None:
    whole = images.encoded(images.scene(), kind)
    for place in range(0, len(whole), max(1, len(whole) // 3)):
        damaged = whole[:place] + b"\xff\x00\xfe" + whole[place + 3 :]
        assert read(damaged).record == CreditRecord()


@pytest.mark.parametrize(
    ("credit", "charset"),
    [
        ("Қазақстан темір жолы", "kz1048"),
        ("Әсем Нұрлан / Егемен", "kz1048"),
        ("Таңғы ақпарат", "kz1048"),
        ("Қазақстан темір жолы", "utf-8"),
        ("Журавлёв Ёжик", "cp1251"),
        ("Київ / Укрінформ", "cp1251"),
        ("Ёлка «Фото»", "cp1251"),
        ("Ångström Ærø", "cp1252"),
        ("José", "cp1252"),
        ("Photo: André", "cp1252"),
        ("Jääskeläinen", "cp1252"),
        ("Pääkkönen / «Yle»", "cp1252"),
    ],
)
def test_the_letters_of_neighbours_are_told_apart(read: Read, credit: str, charset: str) -> None:
    jpeg = images.with_iim(images.encoded(images.scene()), {"Credit": credit.encode(charset)})
    assert read(jpeg).record.credit == credit


def test_a_heic_picture_gives_its_metadata(read: Read) -> None:
    avif = images.encoded(images.scene(), "AVIF", xmp=FULL_XMP, exif=EXIF)
    heic = avif.replace(b"ftypavif\0\0\0\0avif", b"ftypheic\0\0\0\0heic")
    assert heic != avif
    found = read(heic)
    assert found.record == FULL
    assert {one.field for one in found.disagreements} == {"creator", "copyright", "caption"}


def test_disagreements_are_told_field_by_field_in_order_of_precedence(read: Read) -> None:
    packet = images.xmp("<photoshop:Credit>XMP Credit</photoshop:Credit>")
    jpeg = images.with_iim(
        images.encoded(images.scene(), xmp=packet, exif=EXIF),
        {"Credit": b"IIM Credit", "Copyright": b"IIM Copyright", "Byline": [b"Exif Artist"]},
    )
    assert read(jpeg).disagreements == (
        Disagreement(
            "creator",
            (Claim("IIM", ("Exif Artist",)), Claim("Exif", ("Exif Artist", "Second Artist"))),
        ),
        Disagreement("credit", (Claim("XMP", "XMP Credit"), Claim("IIM", "IIM Credit"))),
        Disagreement("copyright", (Claim("IIM", "IIM Copyright"), Claim("Exif", "Exif Copyright"))),
    )


def test_what_iim_had_to_cut_is_no_disagreement(read: Read) -> None:
    credit = "Управление гражданской авиации"
    place = "Международный аэропорт имени Назарбаева, Астана, Казахстан"
    packet = images.xmp(
        f"<photoshop:Credit>{credit}</photoshop:Credit>"
        f"<Iptc4xmpCore:Location>{place.split(', ', maxsplit=1)[0]}</Iptc4xmpCore:Location>"
        "<photoshop:City>Астана</photoshop:City><photoshop:Country>Казахстан</photoshop:Country>"
        "<photoshop:DateCreated>2023-05-02T14:07:33</photoshop:DateCreated>"
    )
    iim = {
        "Credit": credit.encode()[:31],
        "SubLocation": place.encode()[:32],
        "City": "Астана".encode(),
        "CountryName": "Казахстан".encode(),
        "DateCreated": b"20230502",
        "TimeCreated": b"140733+0600",
    }
    jpeg = images.with_iim(images.encoded(images.scene(), xmp=packet), iim, utf8=True)
    found = read(jpeg)
    assert found.disagreements == ()
    assert (found.record.credit, found.record.place) == (credit, place)


def test_a_shorter_text_that_iim_need_not_have_cut_is_a_disagreement(read: Read) -> None:
    packet = images.xmp("<photoshop:Credit>Agency One and Two</photoshop:Credit>")
    jpeg = images.with_iim(images.encoded(images.scene(), xmp=packet), {"Credit": b"Agency One"})
    assert [one.field for one in read(jpeg).disagreements] == ["credit"]


def test_every_field_of_the_standard_is_read_back_from_a_real_file(read: Read) -> None:
    record = replace(
        filled_record("Жұмыс"),
        web_statement="https://example.org/rights",
        created="2026-04-14",
        rights=RightsPeriod("2026-01-01", "2027-01-01"),
        ai=AiUse("Model", "1", "a prompt", "a writer"),
    )
    for kind in ("JPEG", "PNG", "WEBP", "TIFF", "AVIF"):
        options = images.xmp_option(kind, write_packet(record))
        assert read(images.encoded(images.scene(), kind, **options)).record == record


def test_the_dates_of_rights_are_read_from_iim(read: Read) -> None:
    fields = {"ReleaseDate": b"20260101", "ExpirationDate": b"20261231"}
    jpeg = images.with_iim(images.encoded(images.scene()), fields)
    assert read(jpeg).record.rights == RightsPeriod("2026-01-01", "2026-12-31")


@pytest.mark.parametrize(
    ("written", "ends"),
    [
        ("20261231", "2026-12-31"),
        ("2026-12-31T23:59:59Z", "2026-12-31"),
        ("2026-12", "2026-12"),
        ("31.12.2026", "31.12.2026"),
    ],
)
def test_an_end_of_rights_is_never_taken_for_none(read: Read, written: str, ends: str) -> None:
    packet = write_packet(CreditRecord(rights=RightsPeriod(ends=written)))
    assert read(images.encoded(images.scene(), xmp=packet)).record.rights.ends == ends


def test_zeros_are_no_end_of_rights(read: Read) -> None:
    jpeg = images.with_iim(images.encoded(images.scene()), {"ExpirationDate": b"00000000"})
    assert read(jpeg).record.rights == RightsPeriod()


def test_a_rights_period_is_put_together_from_two_standards(read: Read) -> None:
    packet = write_packet(CreditRecord(rights=RightsPeriod(starts="2026-01-01")))
    jpeg = images.with_iim(
        images.encoded(images.scene(), xmp=packet), {"ExpirationDate": b"20261231"}
    )
    assert read(jpeg).record.rights == RightsPeriod("2026-01-01", "2026-12-31")


def test_a_value_of_which_more_is_said_is_still_read(read: Read) -> None:
    said = "<dc:type>more</dc:type>"
    packet = images.xmp(
        f'<photoshop:Credit rdf:parseType="Resource"><rdf:value>AFP</rdf:value>{said}'
        "</photoshop:Credit><dc:creator><rdf:Seq><rdf:li><rdf:Description>"
        f"<rdf:value>Aidar Kim</rdf:value>{said}</rdf:Description></rdf:li></rdf:Seq></dc:creator>"
    )
    record = read(images.encoded(images.scene(), xmp=packet)).record
    assert (record.credit, record.creator) == ("AFP", ("Aidar Kim",))


@pytest.mark.parametrize(
    "written",
    [
        "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia",
        "https://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia/",
        "TrainedAlgorithmicMedia",
    ],
)
def test_a_picture_made_by_ai_says_so_however_its_term_is_written(read: Read, written: str) -> None:
    packet = images.xmp(f"<Iptc4xmpExt:DigitalSourceType>{written}</Iptc4xmpExt:DigitalSourceType>")
    assert read(images.encoded(images.scene(), xmp=packet)).record.source_type is SourceType.AI


def test_a_web_statement_without_its_scheme_is_completed(read: Read) -> None:
    packet = images.xmp("<xmpRights:WebStatement>www.agency.example/terms</xmpRights:WebStatement>")
    found = read(images.encoded(images.scene(), xmp=packet))
    assert (found.record.web_statement, found.warnings) == ("https://www.agency.example/terms", ())
