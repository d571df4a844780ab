"""Where a person's keys are kept, and which of the two places this laptop uses."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from newsroom.domain.ids import MemberId
from newsroom.identity.key_file import KeyFile
from newsroom.identity.signing import PrivateKey
from newsroom.identity.system_keyring import SystemKeyring, system_backend

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

__all__ = ["KeyCabinet", "KeyFile", "SystemKeyring", "choose_cabinet"]

PROBE_LIMIT = 3.0
"""Seconds that a keyring has to show it is there, once, before the first key is made."""


class KeyCabinet(Protocol):
    """A place where keys lie."""

    def members(self) -> tuple[MemberId, ...]:
        """Name the members whose keys lie here."""
        ...

    def load(self, member: MemberId) -> PrivateKey:
        """Give a member's key; raises `Unavailable` with a hint where it is absent or locked."""
        ...

    def save(self, key: PrivateKey) -> None:
        """Keep a key for good; raises `Unavailable` where that fails."""
        ...


def choose_cabinet(
    folder: Path,
    passphrase: Callable[[], str | None],
    find: Callable[[], KeyringBackend] = system_backend,
    probe_limit: float = PROBE_LIMIT,
) -> KeyCabinet:
    """Choose the place where keys lie: where they already lie, else a keyring that answers.

    A place once used is kept, even while it is locked: choosing the other one would make the
    person a stranger to their own newsroom. Answers within seconds and asks for nothing.
    """
    files = KeyFile(folder, passphrase)
    if files.members():
        return files
    system = SystemKeyring(folder, find)
    if system.members() or SystemKeyring(folder, find, probe_limit).answers():
        return system
    return files
