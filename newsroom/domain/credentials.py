"""Content Credentials (C2PA): what a picture's signed history says, as values."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class Standing(StrEnum):
    """How far a credential can be relied on."""

    TRUSTED = "trusted"
    VALID = "valid"
    INVALID = "invalid"
    UNCHECKED = "unchecked"

    @property
    def words(self) -> str:
        """Say it in a sentence."""
        return _WORDS[self]


_WORDS = {
    Standing.TRUSTED: "The signature holds, and its signer is on the list of those trusted.",
    Standing.VALID: "The signature holds; nobody here vouches for its signer.",
    Standing.INVALID: "It does not hold.",
    Standing.UNCHECKED: "It could not be checked on this laptop.",
}


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
