"""Canonical bytes: JSON as RFC 8785 writes it, text in NFC, so that equal content hashes alike."""

from __future__ import annotations

import hashlib
import unicodedata
from typing import Union

import rfc8785

from newsroom.domain.errors import Refused
from newsroom.domain.ids import Sha256

Json = Union[None, bool, int, str, "list[Json]", "dict[str, Json]"]
"""JSON without floats: RFC 8785 allows them, the ledger has no use for them."""


def nfc(value: Json) -> Json:
    """Put every string, keys included, into Unicode NFC."""
    match value:
        case str():
            return unicodedata.normalize("NFC", value)
        case list():
            return [nfc(item) for item in value]
        case dict():
            return {unicodedata.normalize("NFC", key): nfc(item) for key, item in value.items()}
        case _:
            return value


def canonical_bytes(value: Json) -> bytes:
    """Write JSON in the one spelling of RFC 8785, after NFC.

    Raises `Refused` for a text with halves of characters, which a name or an argument of another
    encoding gives and no file of UTF-8 can hold.
    """
    try:
        return rfc8785.dumps(nfc(value))
    except rfc8785.CanonicalizationError as error:
        if not isinstance(error.__cause__, UnicodeEncodeError):
            raise
        raise Refused(
            "A text holds bytes that are no characters, so it cannot be kept.",
            hint="Type it again, or have your terminal write UTF-8.",
        ) from error


def sha256_of(data: bytes) -> Sha256:
    """Hash bytes with SHA-256, as 64 hexadecimal digits."""
    return Sha256(hashlib.sha256(data).hexdigest())
