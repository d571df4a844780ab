"""Text as old files hold it: of unknown alphabet, padded, cut in the middle of a letter."""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Iterable, Sequence

_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff\ufeff]")
_KAZAKH = re.compile(
    rb"[\x8d\x9d\xa3\xbc\xbd\xbe][\xc0-\xff]|[\xc0-\xff][\x8d\x9d\xa3\xbc\xbd\xbe]"
)
"""Қ, қ, Ә, ә, Ң or ң of KZ-1048 beside another Cyrillic letter."""
_WORD = re.compile(
    rb"[A-Za-z\x80\x81\x83\x8a\x8c-\x90\x9a\x9c-\x9f\xa1-\xa3\xa5\xa8\xaa\xaf\xb2-\xb4\xb8\xba"
    rb"\xbc-\xff]+"
)
"""What is a letter in Windows Latin or in Windows Cyrillic; quotes, dashes and signs part words."""
_HIGH = re.compile(rb"[\x80-\xff]")
_PLAIN = re.compile(rb"[A-Za-z]")

_JOINER = "\u200d"
_SKIN_TONES = range(0x1F3FB, 0x1F400)
_FLAGS = re.compile(r"[\U0001f1e6-\U0001f1ff]+\Z")
"""A flag is two letters of its own alphabet."""

_SHORTEST_CUT = 31
"""Bytes. The narrowest field of IIM holds 32, one less where a writer ends it with a NUL."""


def tidy(text: str) -> str:
    """Strip control characters and outer space, make line ends `\\n`, and put into NFC."""
    if text.isascii() and text.isprintable():
        return text.strip()
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", _UNPRINTABLE.sub("", lines)).strip()


def cut(text: str, limit: int) -> bytes:
    """Encode a text in UTF-8, cut between two characters where it is longer than so many bytes.

    A letter keeps the marks that stand on it, or goes with them; so do the parts of an emoji.
    """
    if len(data := text.encode("utf-8", "ignore")) <= limit:
        return data
    whole = data.decode()
    end = len(data[:limit].decode("utf-8", "ignore"))
    while end and _is_within_character(whole, end):
        end -= 1
    return whole[:end].encode()


def _is_within_character(text: str, place: int) -> bool:
    """Whether a reader sees one character where two code points meet (Unicode 16, UAX 29)."""
    before, after = text[place - 1], text[place]
    if _JOINER in (before, after) or ord(after) in _SKIN_TONES:
        return True
    if unicodedata.category(after).startswith("M"):
        return True
    flags = _FLAGS.search(text, 0, place)
    return bool(flags and _FLAGS.search(after) and len(flags[0]) % 2)


def alphabet(values: Iterable[bytes]) -> str:
    """Judge in which character set one file's texts are written.

    UTF-8 where every value is valid in it; the last letter may be cut, because IIM allows a credit
    32 bytes and writers cut blindly. Else Windows Latin or Cyrillic: a Cyrillic word is high bytes
    alone, a Latin one holds plain letters too, however many accented ones stand side by side. The
    Kazakh standard KZ-1048 is the Windows Cyrillic set but for the letters that Russian lacks; it
    is told by those of them that stand within words and would otherwise be Serbian or Macedonian.
    """
    texts = [value for value in values if not value.isascii()]
    if _are_utf8(texts):
        return "utf-8"
    words = [word for value in texts for word in _WORD.findall(value)]
    high = sum(len(_HIGH.findall(word)) for word in words)
    cyrillic = sum(len(word) for word in words if len(word) > 1 and not _PLAIN.search(word))
    if cyrillic * 2 <= high:
        return "cp1252"
    return "kz1048" if any(_KAZAKH.search(value) for value in texts) else "cp1251"


def decoded(value: bytes, charset: str) -> str:
    """Decode bytes in the character set that `alphabet` named, and tidy them."""
    if value.isascii():
        return tidy(value.decode())
    if charset == "utf-8":
        return tidy(_incremental().decode(value, final=False))
    return tidy(value.decode(charset, errors="replace"))


def _are_utf8(texts: Sequence[bytes]) -> bool:
    """Whether texts are UTF-8, of which a field may have cut the last letter.

    Where not one letter is whole, only a text as long as a field can have been cut: the “é” at the
    end of “José” in Latin-1 is no beginning of a letter.
    """
    try:
        read = [_incremental().decode(text, final=False) for text in texts]
    except UnicodeDecodeError:
        return False
    whole = any(not text.isascii() for text in read)
    return whole or all(len(text) >= _SHORTEST_CUT for text in texts)


def _incremental() -> codecs.IncrementalDecoder:
    return codecs.getincrementaldecoder("utf-8")()
