"""Address parts: whatever a headline holds, what comes out is usable or empty."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from newsroom.domain.errors import Refused
from newsroom.domain.slug import MAX_LENGTH, require_slug, slugify, transliterate

HEADLINES = st.one_of(
    st.text(),
    st.text("абвгдеёжзийклмнопрстуфхцчшщъыьэюяәғқңөұүһі ABC-«».,", max_size=200),
)


@given(HEADLINES)
def test_a_slug_is_usable_or_empty(headline: str) -> None:
    slug = slugify(headline)
    assert slug == "" or require_slug(slug) == slug


@given(HEADLINES)
def test_a_slug_of_a_slug_is_itself(headline: str) -> None:
    slug = slugify(headline)
    assert slugify(slug) == slug


@given(HEADLINES)
def test_composed_and_decomposed_headlines_give_one_slug(headline: str) -> None:
    decomposed = unicodedata.normalize("NFD", headline)
    assert slugify(decomposed) == slugify(headline)


@given(HEADLINES)
def test_transliterated_text_is_small_ascii(text: str) -> None:
    latin = transliterate(text)
    assert latin.isascii()
    assert latin == latin.lower()


@given(st.lists(st.from_regex(r"[a-z0-9]{1,12}", fullmatch=True), min_size=1, max_size=20))
def test_latin_words_are_kept_whole_and_in_order(words: list[str]) -> None:
    kept = slugify(" ".join(words)).split("-")
    assert kept == words[: len(kept)]
    longer = "-".join(words[: len(kept) + 1])
    assert len(kept) == len(words) or len(longer) > MAX_LENGTH


@given(st.from_regex(r"[a-z0-9-]{0,90}\n?") | st.text(max_size=90))
def test_what_is_accepted_is_never_a_path(slug: str) -> None:
    try:
        accepted = require_slug(slug)
    except Refused:
        return
    assert not set(accepted) & set("./\\ %\0\n")
