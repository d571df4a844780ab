"""Signing entries with Ed25519, and checking a signature with nothing but the entry itself."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NoReturn

from nacl.exceptions import CryptoError
from nacl.signing import SigningKey, VerifyKey

from newsroom.domain.entry import Entry, SignedEntry, entry_bytes, entry_id
from newsroom.domain.errors import Refused
from newsroom.domain.ids import MemberId

SEED_LENGTH = 32
SIGNATURE_LENGTH = 64
_MEMBER_ID = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class PrivateKey:
    """A person's signing key: the 32 bytes that RFC 8032 calls the private key.

    It is neither printed nor pickled, so that it cannot slip into a log or a crash note.
    """

    seed: bytes = field(repr=False)

    def __post_init__(self) -> None:
        if len(self.seed) != SEED_LENGTH:
            raise ValueError(f"a private key has {SEED_LENGTH} bytes")

    def __reduce__(self) -> NoReturn:
        raise TypeError("a private key is not pickled or copied")


def generate() -> PrivateKey:
    """Make a new key from the system's randomness."""
    return PrivateKey(bytes(SigningKey.generate()))


def member_id(key: PrivateKey) -> MemberId:
    """Give the public key that names this key's owner, as 64 hexadecimal digits."""
    return MemberId(bytes(SigningKey(key.seed).verify_key).hex())


def is_member_id(text: str) -> bool:
    """Whether a text has the one form of a member id: 64 lower-case hexadecimal digits."""
    return _MEMBER_ID.fullmatch(text) is not None


def sign(entry: Entry, key: PrivateKey) -> SignedEntry:
    """Sign an entry's canonical bytes; raises `ValueError` where the key is not its author's."""
    if entry.author != member_id(key):
        raise ValueError("an entry is signed by its author only")
    signature = SigningKey(key.seed).sign(entry_bytes(entry)).signature
    return SignedEntry(entry, entry_id(entry), signature)


def is_genuine(signed: SignedEntry) -> bool:
    """Whether the id is that of the entry's bytes and the signature is its author's.

    Never raises, whatever the entry holds: entries come from other people's files.
    """
    try:
        return _holds(signed)
    except (CryptoError, Refused, ValueError, TypeError, AttributeError, RecursionError):
        return False


def _holds(signed: SignedEntry) -> bool:
    author, signature = signed.entry.author, signed.signature
    if not is_member_id(author) or len(signature) != SIGNATURE_LENGTH:
        return False
    if entry_id(signed.entry) != signed.id:
        return False
    VerifyKey(bytes.fromhex(author)).verify(entry_bytes(signed.entry), signature)
    return True
