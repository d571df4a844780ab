"""Address parts made from headlines in the house's languages, and from hostile text."""

from __future__ import annotations

import pytest

from newsroom.domain.errors import Refused
from newsroom.domain.slug import MAX_LENGTH, require_slug, slugify, transliterate


@pytest.mark.parametrize(
    ("headline", "slug"),
    [
        ("Snowmelt closes two bridges", "snowmelt-closes-two-bridges"),
        ("В Костанае посевную начали на неделю раньше срока",
         "v-kostanae-posevnuyu-nachali-na-nedelyu-ranshe-sroka"),
        ("Ақтөбеде түнгі кітапхана ашылды", "aqtobede-tungi-kitapkhana-ashyldy"),
        ("Щука, объезд и ёлка", "shchuka-obezd-i-yolka"),
        ("Power banks: what you may carry — 100 Wh", "power-banks-what-you-may-carry-100-wh"),
        ("The reporter’s day isn't over", "the-reporters-day-isnt-over"),
        ("Café Łódź, Straße, Ærø", "cafe-lodz-strasse-aero"),
        ("İstanbul'da ılık hava", "istanbulda-ilik-hava"),
        ("№5 ½ price ﬁne", "no5-1-2-price-fine"),
        ("Е\u0308лка", "yolka"),
        ("Київ і Чернівці", "kiiv-i-chernivtsi"),
        ("The bridge—closed", "the-bridge-closed"),
        ("Жарты‑жартылай\u00a0жол", "zharty-zhartylay-zhol"),
        ("soft\u00adhyphen", "softhyphen"),
    ],
)  # fmt: skip
def test_headlines(headline: str, slug: str) -> None:
    assert slugify(headline) == slug


@pytest.mark.parametrize(
    ("letter", "latin"),
    [("Ә", "a"), ("Ғ", "g"), ("Қ", "q"), ("Ң", "n"), ("Ө", "o"), ("Ұ", "u"), ("Ү", "u"),
     ("Һ", "h"), ("І", "i")],
)  # fmt: skip
def test_kazakh_letters_in_both_cases(letter: str, latin: str) -> None:
    assert transliterate(letter) == latin
    assert transliterate(letter.lower()) == latin


def test_every_letter_of_both_alphabets_has_a_latin_form() -> None:
    kazakh = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщыіэюя"
    assert all(transliterate(letter).isalpha() for letter in kazakh + kazakh.upper())
    assert transliterate("ъЪьЬ") == ""


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("../../etc/passwd", "etc-passwd"),
        ("..\\..\\windows", "windows"),
        ("<script>alert(1)</script>", "script-alert-1-script"),
        ("a\x00b\nc\u202ed", "a-b-cd"),
        ("CON", "con"),
        ("—", ""),
        ("雪融け", ""),
        ("🐎🐎", ""),
        ("", ""),
    ],
)
def test_hostile_text(text: str, slug: str) -> None:
    assert slugify(text) == slug


def test_long_headlines_are_cut_between_words() -> None:
    slug = slugify("bridge " * 30)
    assert slug == "-".join(["bridge"] * 11)
    assert len(slug) <= MAX_LENGTH


def test_one_endless_word_is_cut_within() -> None:
    assert slugify("щ" * 100) == ("shch" * 100)[:MAX_LENGTH]


@pytest.mark.parametrize("slug", ["a", "2026", "six-countries", "a" * 80])
def test_usable_slugs(slug: str) -> None:
    assert require_slug(slug) == slug


@pytest.mark.parametrize(
    "slug",
    ["", ".", "..", "../a", "a/b", "a b", "A", "снег", "a--b", "-a", "a-", "a_b", "a.html", "a\n",
     "a" * 81, "a\x00", "%2e%2e"],
)  # fmt: skip
def test_refused_slugs(slug: str) -> None:
    with pytest.raises(Refused, match="cannot be used") as refusal:
        require_slug(slug)
    assert "hyphens" in refusal.value.hint
