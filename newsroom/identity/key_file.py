"""Keys in files: one of mode 0600 for each member, sealed once a passphrase is set."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from newsroom.domain.errors import Refused, Unavailable
from newsroom.domain.ids import MemberId
from newsroom.identity.private_files import write_private
from newsroom.identity.sealing import (
    Cost,
    KeyRecord,
    from_bytes,
    plain,
    proven,
    seal,
    to_bytes,
    unseal,
)
from newsroom.identity.signing import PrivateKey, is_member_id, member_id

_SUFFIX = ".key.json"


class KeyFile:
    """A cabinet of key files in `folder`, which is made private to the person.

    `passphrase` is asked each time a sealed key is needed and answers None where nobody can say.
    """

    def __init__(
        self, folder: Path, passphrase: Callable[[], str | None], cost: Cost | None = None
    ) -> None:
        self._folder = folder
        self._passphrase = passphrase
        self._cost = cost or Cost()

    def members(self) -> tuple[MemberId, ...]:
        """Name the members whose keys lie here, sorted; damaged files included."""
        names = (path.name.removesuffix(_SUFFIX) for path in self._folder.glob(f"*{_SUFFIX}"))
        return tuple(sorted(MemberId(name) for name in names if is_member_id(name)))

    @property
    def sealed(self) -> bool:
        """Whether a passphrase protects the keys; raises `Unavailable` for a damaged file."""
        return any(self._record(member).sealed for member in self.members())

    def load(self, member: MemberId) -> PrivateKey:
        """Give a member's key.

        Raises `Unavailable` where it is absent, damaged or sealed with no passphrase at hand, and
        `Refused` where the passphrase is wrong.
        """
        return self._opened(self._record(member))

    def save(self, key: PrivateKey) -> None:
        """Write a key, sealed like those that are here; a key that is here already stays as it is.

        Raises `Unavailable` where the disk refuses or the file that is here is damaged.
        """
        if member_id(key) in self.members():
            self._record(member_id(key))
            return
        self._write(self._like_the_others(key))

    def set_passphrase(self, new: str) -> None:
        """Seal every key with a new passphrase; the old one is asked for where there is one.

        Nothing is written unless every key could be opened. Raises as `load` does, and `Refused`
        for an empty passphrase.
        """
        if not new:
            raise Refused("A passphrase cannot be empty.", hint="Type at least a few words.")
        keys = [self.load(member) for member in self.members()]
        for key in keys:
            self._write(seal(key, new, self._cost))

    def _like_the_others(self, key: PrivateKey) -> KeyRecord:
        for member in self.members():
            record = self._record(member)
            if record.sealed:
                passphrase = self._asked()
                unseal(record, passphrase)
                return seal(key, passphrase, self._cost)
        return plain(key)

    def _opened(self, record: KeyRecord) -> PrivateKey:
        try:
            if record.sealed:
                return unseal(record, self._asked())
            return proven(record.member, record.secret)
        except ValueError as error:
            raise self._damaged(record.member) from error

    def _asked(self) -> str:
        passphrase = self._passphrase()
        if passphrase is None:
            raise Unavailable(
                "Your signing key is locked.",
                hint="Give its passphrase in the window, or set NEWSROOM_PASSPHRASE.",
            )
        return passphrase

    def _path(self, member: MemberId) -> Path:
        return self._folder / f"{member}{_SUFFIX}"

    def _record(self, member: MemberId) -> KeyRecord:
        if not is_member_id(member):
            raise _absent(member)
        try:
            record = from_bytes(self._path(member).read_bytes())
        except FileNotFoundError as error:
            raise _absent(member) from error
        except OSError as error:
            raise Unavailable(
                f"The key file {self._path(member)} cannot be read: {error.strerror}.",
                hint="Check who owns the file and the disk it lies on.",
            ) from error
        except (ValueError, RecursionError) as error:
            raise self._damaged(member) from error
        if record.member != member:
            raise self._damaged(member)
        return record

    def _damaged(self, member: MemberId) -> Unavailable:
        return Unavailable(
            f"The key file {self._path(member)} is damaged.",
            hint="Put back a copy from a backup. Newsroom does not write over it.",
        )

    def _write(self, record: KeyRecord) -> None:
        write_private(self._path(record.member), to_bytes(record))


def _absent(member: str) -> Unavailable:
    return Unavailable(
        f"The signing key of member {member[:12]} is not on this laptop.",
        hint="Sign on the laptop where the key was made, or copy its key file here.",
    )
