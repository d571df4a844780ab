"""Text as old files hold it: of unknown alphabet, padded, cut in the middle of a letter."""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Iterable

_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff\ufeff]")
_KAZAKH = re.compile(
    rb"[\x8d\x9d\xa3\xbc\xbd\xbe][\xc0-\xff]|[\xc0-\xff][\x8d\x9d\xa3\xbc\xbd\xbe]"
)
"""Қ, қ, Ә, ә, Ң or ң of KZ-1048 beside another Cyrillic letter."""
_HIGH_RUN = re.compile(rb"[\x80-\xff]+")


def tidy(text: str) -> str:
    """Strip control characters and outer space, make line ends `\\n`, and put into NFC."""
    if text.isascii() and text.isprintable():
        return text.strip()
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", _UNPRINTABLE.sub("", lines)).strip()


def cut(text: str, limit: int) -> bytes:
    """Encode a text in UTF-8, cut between two characters where it is longer than so many bytes.

    A letter keeps the marks that stand on it, or goes with them.
    """
    if len(data := text.encode("utf-8", "ignore")) <= limit:
        return data
    kept = data[:limit].decode("utf-8", "ignore")
    if unicodedata.combining(text[len(kept)]):
        while kept and unicodedata.combining(kept[-1]):
            kept = kept[:-1]
        kept = kept[:-1]
    return kept.encode()


def alphabet(values: Iterable[bytes]) -> str:
    """Judge in which character set one file's texts are written.

    UTF-8 where every value is valid in it; the last letter may be cut, because IIM allows a credit
    32 bytes and writers cut blindly. Else Windows Latin or Cyrillic: Cyrillic words are runs of
    high bytes, Latin words hold single accented ones. The Kazakh standard KZ-1048 is the Windows
    Cyrillic set but for the letters that Russian lacks; it is told by those of them that stand
    within words and would otherwise be Serbian or Macedonian.
    """
    texts = [value for value in values if not value.isascii()]
    if all(_is_utf8(value) for value in texts):
        return "utf-8"
    runs = [len(run) for value in texts for run in _HIGH_RUN.findall(value)]
    in_words = sum(length for length in runs if length > 1)
    if in_words * 2 <= sum(runs):
        return "cp1252"
    return "kz1048" if any(_KAZAKH.search(value) for value in texts) else "cp1251"


def decoded(value: bytes, charset: str) -> str:
    """Decode bytes in the character set that `alphabet` named, and tidy them."""
    if value.isascii():
        return tidy(value.decode())
    if charset == "utf-8":
        return tidy(_incremental().decode(value, final=False))
    return tidy(value.decode(charset, errors="replace"))


def _is_utf8(value: bytes) -> bool:
    try:
        _incremental().decode(value, final=False)
    except UnicodeDecodeError:
        return False
    return True


def _incremental() -> codecs.IncrementalDecoder:
    return codecs.getincrementaldecoder("utf-8")()
