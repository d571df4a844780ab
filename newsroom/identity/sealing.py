"""How a key looks in its file: plain, or sealed with a passphrase."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field

import nacl.pwhash.argon2id as kdf
from nacl.exceptions import CryptoError
from nacl.secret import SecretBox
from nacl.utils import random

from newsroom.domain.errors import Refused, Unavailable
from newsroom.domain.ids import MemberId
from newsroom.identity.signing import PrivateKey, member_id

VERSION = 1
_KDF = "argon2id13"


@dataclass(frozen=True, slots=True)
class Cost:
    """What a guess at the passphrase costs: Argon2id passes over so many bytes of memory."""

    passes: int = kdf.OPSLIMIT_MODERATE
    memory: int = kdf.MEMLIMIT_MODERATE


@dataclass(frozen=True, slots=True)
class KeyRecord:
    """A key file's content; `salt` is empty and `secret` the seed itself where nothing seals it."""

    member: MemberId
    secret: bytes
    salt: bytes = b""
    cost: Cost = field(default_factory=Cost)

    @property
    def sealed(self) -> bool:
        """Whether a passphrase is needed."""
        return bool(self.salt)


def plain(key: PrivateKey) -> KeyRecord:
    """Hold a key as it is."""
    return KeyRecord(member_id(key), key.seed)


def seal(key: PrivateKey, passphrase: str, cost: Cost) -> KeyRecord:
    """Encrypt a key with XSalsa20-Poly1305 under a key that Argon2id makes of the passphrase."""
    salt = random(kdf.SALTBYTES)
    secret = bytes(SecretBox(_stretched(passphrase, salt, cost)).encrypt(key.seed))
    return KeyRecord(member_id(key), secret, salt, cost)


def unseal(record: KeyRecord, passphrase: str) -> PrivateKey:
    """Decrypt a sealed key; raises `Refused` for a wrong passphrase, `ValueError` for damage."""
    box = SecretBox(_stretched(passphrase, record.salt, record.cost))
    try:
        seed = box.decrypt(record.secret)
    except CryptoError as error:
        raise Refused(
            "This is not the passphrase of your signing key.",
            hint="Check the keyboard's language and Caps Lock, and try again.",
        ) from error
    return proven(record.member, seed)


def proven(member: MemberId, seed: bytes) -> PrivateKey:
    """Make a key of its bytes; raises `ValueError` where they are not the named member's."""
    key = PrivateKey(seed)
    if member_id(key) != member:
        raise ValueError("the key is not the one its file is named after")
    return key


def _stretched(passphrase: str, salt: bytes, cost: Cost) -> bytes:
    # The same letters may arrive composed or not, depending on keyboard and system.
    text = unicodedata.normalize("NFKC", passphrase).encode()
    try:
        return kdf.kdf(SecretBox.KEY_SIZE, text, salt, cost.passes, cost.memory)
    except (CryptoError, MemoryError) as error:
        raise Unavailable(
            "There is not enough free memory to open your signing key.",
            hint=f"It takes {cost.memory // 1024**2} megabytes; close other programs.",
        ) from error


def to_bytes(record: KeyRecord) -> bytes:
    """Write a record as the JSON of a key file."""
    data: dict[str, object] = {"version": VERSION, "member": record.member}
    if record.sealed:
        data |= {"kdf": _KDF, "passes": record.cost.passes, "memory": record.cost.memory}
        data |= {"salt": record.salt.hex(), "sealed": record.secret.hex()}
    else:
        data["seed"] = record.secret.hex()
    return (json.dumps(data, indent=2) + "\n").encode()


def from_bytes(data: bytes) -> KeyRecord:
    """Read a key file; raises `ValueError` where it is damaged or of a version not known."""
    found = json.loads(data)
    if not isinstance(found, dict) or found.get("version") != VERSION:
        raise ValueError("not a key file of this version")
    member = MemberId(_text(found, "member"))
    if "seed" in found:
        key = proven(member, bytes.fromhex(_text(found, "seed")))
        return KeyRecord(member, key.seed)
    if _text(found, "kdf") != _KDF:
        raise ValueError("sealed in a way not known")
    secret, salt = (bytes.fromhex(_text(found, name)) for name in ("sealed", "salt"))
    if len(salt) != kdf.SALTBYTES or len(secret) <= SecretBox.NONCE_SIZE + SecretBox.MACBYTES:
        raise ValueError("the sealed key is cut short")
    return KeyRecord(member, secret, salt, _cost(found))


def _cost(found: Mapping[str, object]) -> Cost:
    """Read the cost; one beyond what libsodium calls sensitive was not written by us."""
    passes, memory = _number(found, "passes"), _number(found, "memory")
    if not kdf.OPSLIMIT_MIN <= passes <= kdf.OPSLIMIT_SENSITIVE:
        raise ValueError("no such number of passes")
    if not kdf.MEMLIMIT_MIN <= memory <= kdf.MEMLIMIT_SENSITIVE:
        raise ValueError("no such amount of memory")
    return Cost(passes, memory)


def _number(found: Mapping[str, object], name: str) -> int:
    value = found.get(name)
    return value if isinstance(value, int) else 0


def _text(found: Mapping[str, object], name: str) -> str:
    value = found.get(name)
    return value if isinstance(value, str) else ""
