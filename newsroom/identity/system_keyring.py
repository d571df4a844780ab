"""Keys in the system's own keyring, which may be locked, absent or waiting for a dialog."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Generic, TypeVar

from newsroom.domain.errors import Unavailable
from newsroom.domain.ids import MemberId
from newsroom.identity.private_files import write_private
from newsroom.identity.sealing import proven
from newsroom.identity.signing import PrivateKey, is_member_id, member_id

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

SERVICE = "Newsroom"
TIME_LIMIT = 10.0
"""Seconds that a keyring has to answer; long enough to type its password in its own dialog."""

_MARK = ".in-keyring"
T = TypeVar("T")


def system_backend() -> KeyringBackend:
    """Find this system's keyring; raises `LookupError` where there is none worth the name.

    Imported here, because `keyring` takes a tenth of a second and asks the desktop for services.
    """
    import keyring

    backend = keyring.get_keyring()
    # The library's own line: below 1 are the backends that keep nothing or keep it in plain text.
    if float(backend.priority) < 1:
        raise LookupError("no keyring is running")
    return backend


class SystemKeyring:
    """A cabinet in the system's keyring; `folder` remembers which members' keys are there.

    Keyrings cannot be asked what they hold, hence the marks in the folder. They hold no secret.
    """

    def __init__(
        self,
        folder: Path,
        find: Callable[[], KeyringBackend] = system_backend,
        time_limit: float = TIME_LIMIT,
    ) -> None:
        self._folder = folder
        self._find = find
        self._time_limit = time_limit

    def members(self) -> tuple[MemberId, ...]:
        """Name the members whose keys were put into the keyring, sorted, without asking it."""
        names = (path.name.removesuffix(_MARK) for path in self._folder.glob(f"*{_MARK}"))
        return tuple(sorted(MemberId(name) for name in names if is_member_id(name)))

    def answers(self) -> bool:
        """Whether there is a keyring that answers within the time limit."""
        try:
            self._ask(lambda backend: backend.get_password(SERVICE, "is anybody there"))
        except Unavailable:
            return False
        return True

    def load(self, member: MemberId) -> PrivateKey:
        """Give a member's key; raises `Unavailable` where it is absent, locked or unanswered."""
        found = self._ask(lambda backend: backend.get_password(SERVICE, member))
        if found is None:
            raise Unavailable(
                f"The signing key of member {member[:12]} is not in this laptop's keyring.",
                hint="Sign on the laptop where the key was made.",
            )
        try:
            return proven(member, bytes.fromhex(found))
        except ValueError as error:
            raise Unavailable(
                f"What the keyring holds for member {member[:12]} is not their key.",
                hint="Put the keyring back from a backup. Newsroom does not write over it.",
            ) from error

    def save(self, key: PrivateKey) -> None:
        """Put a key into the keyring and read it back, because some keyrings keep nothing."""
        member = member_id(key)
        self._ask(lambda backend: backend.set_password(SERVICE, member, key.seed.hex()))
        self.load(member)
        write_private(self._folder / f"{member}{_MARK}", b"")

    def _ask(self, question: Callable[[KeyringBackend], T]) -> T:
        answer: _Answer[T] = _Answer()

        def ask() -> None:
            with answer:
                answer.value = question(self._find())

        # A daemon, so that a keyring that never answers does not keep the program from ending.
        threading.Thread(target=ask, name="newsroom-keyring", daemon=True).start()
        return answer.within(self._time_limit)


class _Answer(Generic[T]):
    """What a question in another thread came to: a value, an error, or nothing in time."""

    value: T

    def __init__(self) -> None:
        self._given = threading.Event()
        self._error: BaseException | None = None

    def __enter__(self) -> None:
        return None

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        error: BaseException | None,
        _trace: TracebackType | None,
    ) -> bool:
        self._error = error
        self._given.set()
        return True

    def within(self, seconds: float) -> T:
        """Wait for the value; raises `Unavailable` for an error or when time is up."""
        if not self._given.wait(seconds):
            raise Unavailable(
                "The system's keyring does not answer.",
                hint="Unlock it, or answer its question, and try again.",
            )
        if self._error is not None:
            raise Unavailable(
                "The system's keyring refuses to open.",
                hint="Unlock it in your system's settings and try again.",
            ) from self._error
        return self.value
