"""The house file: what a person may write, and what each slip is told."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from newsroom.domain.errors import Refused
from newsroom.domain.house import DEFAULT_REQUIRED, House, Logo, Section, SocialLink
from newsroom.domain.house_file import MAX_LOGO_BYTES, house_from_toml
from newsroom.domain.house_pictures import Agency, PictureRules, Preset
from newsroom.domain.house_record import house_from_json, house_to_json
from newsroom.domain.picture import CreditRecord, Licensor, RightsPeriod
from newsroom.domain.vocabularies import SourceType

MINIMAL = """
[house]
name = "The Steppe Courier"
url = "https://steppe-courier.example/"
"""
FULL = """
[house]
name = "The Steppe Courier"
short_name = "Courier"
tagline = "News from the middle of the continent"
url = "https://steppe-courier.example"
language = "kk"
languages = ["kk", "ru"]
time_zone = "Asia/Almaty"
home_label = "Басты бет"
date_format = "%d %B, %Y"
dateline = "{date}, {place}"
credit_prefix = "Сурет: "
feed = "rss.xml"
theme = "ink"
logo = "logo.SVG"

[[house.social]]
kind = "telegram"
url = "https://t.me/courier"
[[house.social]]
kind = "youtube"
url = "https://youtube.example/courier"

[[house.section]]
slug = "news"
name = "Жаңалықтар"
[[house.section]]
slug = "city"

[house.republication]
share = 0.30
notice = "30 пайызы ғана."

[house.checks]
required = ["credit-missing"]

[house.local.ru]
tagline = "Новости"
home_label = "Главная"
credit_prefix = "Фото: "
[house.local.ru.sections]
news = "Новости"
"""


def no_file(path: str) -> bytes:
    raise AssertionError(f"{path} was read")


def read(text: str, read_file: Callable[[str], bytes] = no_file) -> House:
    return house_from_toml(text, read_file)


def test_name_and_url_are_enough() -> None:
    house = read(MINIMAL)
    assert house == House(
        name="The Steppe Courier",
        short_name="The Steppe Courier",
        url="https://steppe-courier.example",
        language="en",
        languages=("en",),
    )
    assert house.required == DEFAULT_REQUIRED


def test_every_key_is_read() -> None:
    house = read(FULL, lambda path: path.encode())
    assert house.short_name == "Courier"
    assert house.languages == ("kk", "ru")
    assert house.time_zone == "Asia/Almaty"
    assert house.dateline == "{date}, {place}"
    assert house.credit_prefix == "Сурет: "
    assert house.feed == "rss.xml"
    assert house.theme == "ink"
    assert house.logo == Logo("image/svg+xml", b"logo.SVG")
    assert house.social == (
        SocialLink("telegram", "https://t.me/courier"),
        SocialLink("youtube", "https://youtube.example/courier"),
    )
    assert house.sections == (Section("news", "Жаңалықтар"), Section("city", "city"))
    assert (house.share, house.notice) == (30, "30 пайызы ғана.")
    assert house.required == {"credit-missing"}


def test_a_house_speaks_its_other_languages() -> None:
    house = read(FULL, lambda _path: b"").in_language("ru")
    assert house.tagline == "Новости"
    assert house.home_label == "Главная"
    assert house.credit_prefix == "Фото: "
    assert house.date_format == "%d %B, %Y"
    assert house.sections == (Section("news", "Новости"), Section("city", "city"))


def test_a_language_without_wordings_gets_the_house_as_it_is() -> None:
    house = read(FULL, lambda _path: b"")
    assert house.in_language("kk") is house


def test_a_house_may_require_nothing() -> None:
    assert read(MINIMAL + "[house.checks]\nrequired = []").required == frozenset()


def test_sections_are_found_by_slug() -> None:
    house = read(FULL, lambda _path: b"")
    assert house.section("city") == Section("city", "city")
    assert house.section("sport") is None


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("[house", "cannot be read"),
        ('[house]\nname = "A"\nname = "B"', "cannot be read"),
        ("", r"no \[house\] table"),
        ('house = "The Steppe Courier"', r"no \[house\] table"),
        ('[house]\nurl = "https://a.example"', "lacks a value for 'name'"),
        ('[house]\nname = " "\nurl = "https://a.example"', "lacks a value for 'name'"),
        ('[house]\nname = "A"', "lacks a value for 'url'"),
        ('[house]\nname = 3\nurl = "https://a.example"', "'name' must be text"),
        ('[house]\nname = "A"\nurl = "a.example"', "url is not a web address: a.example"),
        ('[house]\nname = "A"\nurl = "javascript:alert(1)"', "url is not a web address"),
        (MINIMAL + 'time_zone = "Asia/Nowhere"', "time zone is not known: Asia/Nowhere"),
        (MINIMAL + 'time_zone = "../etc/passwd"', "time zone is not known"),
        (MINIMAL + 'languages = "en"', "'languages' must be a list of texts"),
        (MINIMAL + "languages = [1]", "'languages' must be a list of texts"),
        (MINIMAL + 'theme = "../ink"', "cannot be used"),
        (MINIMAL + "credit_prefix = 1", "'credit_prefix' must be text"),
        (MINIMAL + 'social = "telegram"', r"\[\[house.social\]\]"),
        (MINIMAL + '[[house.social]]\nkind = "x"', "lacks a value for 'url'"),
        (MINIMAL + '[[house.social]]\nkind = "x"\nurl = "javascript:a"', "not a web address"),
        (
            MINIMAL + "[[house.social]]\nkind = 'x'\nurl = 'https://a.example/\"'",
            "not a web address",
        ),
        (MINIMAL + '[[house.social]]\nkind = "x"\nurl = "mailto:a@b.example"', "not a web address"),
        (MINIMAL + '[house.section]\nslug = "news"', r"\[\[house.section\]\]"),
        (MINIMAL + '[[house.section]]\nname = "News"', "lacks a value for 'slug'"),
        (MINIMAL + '[[house.section]]\nslug = "../news"', "cannot be used"),
        (MINIMAL + "republication = 0.3", "'republication' must be a table"),
        (MINIMAL + "[house.republication]\nshare = 30", "from 0 to 1"),
        (MINIMAL + "[house.republication]\nshare = -0.1", "from 0 to 1"),
        (MINIMAL + "[house.republication]\nshare = true", "from 0 to 1"),
        (MINIMAL + '[house.republication]\nshare = "30%"', "from 0 to 1"),
        (MINIMAL + "[house.republication]\nshare = nan", "from 0 to 1"),
        (MINIMAL + '[house.checks]\nrequired = "all"', "'required' must be a list"),
        (MINIMAL + "[house.local]\nru = 1", "'ru' must be a table"),
        (MINIMAL + "[house.local.ru.sections]\nnews = 1", "'news' must be text"),
        (MINIMAL + 'logo = "logo.gif"', "logo.gif is not an SVG, PNG"),
        (MINIMAL + 'logo = "logo"', "logo is not an SVG, PNG"),
    ],
)
def test_a_slip_is_refused_in_one_sentence(text: str, sentence: str) -> None:
    with pytest.raises(Refused, match=sentence) as refusal:
        read(text)
    assert "\n" not in refusal.value.message


def test_a_logo_of_256_kib_is_small_enough() -> None:
    house = read(MINIMAL + 'logo = "a.png"', lambda _path: b"x" * MAX_LOGO_BYTES)
    assert house.logo == Logo("image/png", b"x" * MAX_LOGO_BYTES)


def test_a_larger_logo_is_refused() -> None:
    with pytest.raises(Refused, match="larger than 256 KiB"):
        read(MINIMAL + 'logo = "a.png"', lambda _path: b"x" * (MAX_LOGO_BYTES + 1))


def test_what_the_reader_of_files_says_is_passed_on(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read(MINIMAL + 'logo = "a.png"', lambda path: (tmp_path / path).read_bytes())


PICTURES = (
    MINIMAL
    + """
credit_forms = ["Photo: {creator} / {credit}"]

[house.local.ru]
credit_forms = ["{creator} для {credit}"]

[house.checks]
wanted = ["release-missing"]
overridable = ["rights-ended"]

[house.pictures]
channels = ["web", "syndication"]
territories = ["kz", "KG"]

[[house.agency]]
name = "QazPhoto"
spellings = ["Qaz Photo"]

[[house.preset]]
name = "AFP"
credit = "AFP"
source_type = "digitalCapture"
licensor = [{ name = "AFP", url = "https://www.afp.com/" }]
rights = { ends = "2030-01-01", channels = ["web"] }
"""
)


def test_what_a_house_says_of_pictures_is_read() -> None:
    house = read(PICTURES)
    assert house.credit_forms == ("Photo: {creator} / {credit}",)
    assert house.in_language("ru").credit_forms == ("{creator} для {credit}",)
    assert (house.wanted, house.overridable) == ({"release-missing"}, {"rights-ended"})
    assert house.pictures == PictureRules(
        channels=("web", "syndication"),
        territories=("KZ", "KG"),
        agencies=(Agency("QazPhoto", ("Qaz Photo",)),),
        presets=(
            Preset(
                "AFP",
                CreditRecord(
                    credit="AFP",
                    source_type=SourceType.CAPTURE,
                    licensor=(Licensor("AFP", "https://www.afp.com/"),),
                    rights=RightsPeriod(ends="2030-01-01", channels=("web",)),
                ),
            ),
        ),
    )
    assert house_from_json(house_to_json(house)) == house


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ('credit_forms = ["Photo"]', "must hold {credit}"),
        ('credit_forms = ["{credit} {year}"]', "{year} is not known"),
        ('[house.pictures]\nterritories = ["XX"]', "not a country's code"),
        ('[house.pictures]\nchannels = ["print"]', "not a channel"),
        ('[[house.preset]]\nname = "A"\nmood = "calm"', "has a field or a value"),
        ('[[house.preset]]\nname = "A"\nsource_type = "magic"', "has a field or a value"),
        ("[[house.agency]]\nspellings = []", "lacks a value for 'name'"),
    ],
)
def test_what_a_house_cannot_say_of_pictures_is_refused(written: str, said: str) -> None:
    with pytest.raises(Refused, match=re.escape(said)):
        read(f"{MINIMAL}\n{written}\n")


def test_a_house_that_says_nothing_of_pictures_has_the_entry_it_always_had() -> None:
    data = house_to_json(read(MINIMAL))
    assert not data.keys() & {"credit_forms", "wanted", "overridable", "pictures"}


PEM = "-----BEGIN CERTIFICATE-----\nQUJD\n-----END CERTIFICATE-----\n"
OTHER = PEM.replace("QUJD", "REVG")


def test_certificates_beside_the_file_vouch_for_signers() -> None:
    files = {
        "list.pem": f"# Subject: A root\r\n{PEM}text between\n{OTHER}{PEM}".encode(),
        "more.pem": OTHER.replace("\n", "\r\n").encode(),
    }
    text = f"{MINIMAL}\n[house.pictures]\nanchors = ['list.pem', 'more.pem']"
    house = read(text, files.__getitem__)
    assert house.pictures.anchors == (PEM, OTHER)
    assert house_from_json(house_to_json(house)) == house


@pytest.mark.parametrize("data", [b"", b"\xff\x00", PEM.replace("QUJD", "Q=JD").encode()])
def test_a_file_without_a_certificate_is_refused(data: bytes) -> None:
    text = f"{MINIMAL}\n[house.pictures]\nanchors = ['list.pem']"
    with pytest.raises(Refused, match=r"list\.pem holds no certificate"):
        read(text, lambda _: data)


def test_a_list_of_certificates_has_a_limit() -> None:
    text = f"{MINIMAL}\n[house.pictures]\nanchors = ['list.pem']"
    with pytest.raises(Refused, match="larger than 1 MiB"):
        read(text, lambda _: PEM.encode() * 20_000)
