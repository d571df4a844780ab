"""Content Credentials (C2PA): what a picture's signed history says, as values."""

from __future__ import annotations

import base64
import binascii
import re
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class Standing(StrEnum):
    """How far a credential can be relied on.

    The signer of a trusted one has a certificate that one of the house's vouches for; that of a
    valid one may be anybody.
    """

    TRUSTED = "trusted"
    VALID = "valid"
    INVALID = "invalid"
    UNCHECKED = "unchecked"

    @property
    def words(self) -> str:
        """Say it in a sentence."""
        return _WORDS[self]


_WORDS = {
    Standing.TRUSTED: "Signer known to the house: the signature holds.",
    Standing.VALID: "Unknown signer: the signature holds, but the house does not know whose it is.",
    Standing.INVALID: "Invalid: it does not hold.",
    Standing.UNCHECKED: "It could not be checked on this laptop.",
}

_CERTIFICATE = re.compile(
    r"-----BEGIN CERTIFICATE-----\s+([A-Za-z0-9+/=\s]+?)\s*-----END CERTIFICATE-----"
)


def certificates_in(text: str) -> tuple[str, ...]:
    """Give the certificates of a PEM file, each in one spelling and once; what stands between them
    is left out, and so is what is no Base64."""
    found = ("".join(one.split()) for one in _CERTIFICATE.findall(text))
    return tuple(dict.fromkeys(_pem(one) for one in found if _is_base64(one)))


def _is_base64(text: str) -> bool:
    try:
        return bool(base64.b64decode(text, validate=True))
    except binascii.Error:
        return False


def _pem(content: str) -> str:
    lines = [content[at : at + 64] for at in range(0, len(content), 64)]
    return "\n".join(("-----BEGIN CERTIFICATE-----", *lines, "-----END CERTIFICATE-----", ""))


@dataclass(frozen=True, slots=True)
class ContentCredentials:
    """What a picture's credential says: who signed it, when, by which program, and what was done.

    `edits` are in words, oldest first. `ai` tells whether any step says that a picture, or a part
    of it, was made by a trained algorithm. `faults` say why it does not hold or was not checked.
    """

    standing: Standing
    signer: str = ""
    issuer: str = ""
    signed_at: str = ""
    generator: str = ""
    edits: tuple[str, ...] = ()
    ai: bool = False
    faults: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SigningFiles:
    """Where a house's own certificate chain and key lie on this laptop, both as PEM.

    `algorithm` is C2PA's name of it: es256, es384, es512, ps256, ps384, ps512 or ed25519.
    """

    certificate: Path
    key: Path
    algorithm: str = "es256"
