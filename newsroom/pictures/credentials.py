"""Content Credentials of picture files: found, read offline, and signed into our copies.

c2pa is an extra that may be missing; then a credential is seen, and said to be unchecked. It is a
large parser of hostile files, so it runs in a process of its own.
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

from newsroom import __version__
from newsroom.domain.canonical import Json
from newsroom.domain.credentials import ContentCredentials, SigningFiles, Standing
from newsroom.domain.errors import Unavailable
from newsroom.pictures.worker import command, run

WORKER = command("newsroom.pictures.credentials_worker")
TIME_LIMIT = 60.0
"""Seconds for all files of one call. One is read in ten milliseconds and signed in forty."""

_MARK = b"jumb"
_MAKER = b"c2pa"
_UNTRUSTED = "signingCredential.untrusted"
_MOST_STEPS = 50

_FAULTS = {
    "assertion.dataHash.mismatch": "It was changed after it was signed.",
    "assertion.bmffHash.mismatch": "It was changed after it was signed.",
    "assertion.hashedURI.mismatch": "What the credential says was changed after it was signed.",
    "claimSignature.mismatch": "The signature is not that of its signer.",
    "claimSignature.outsideValidity": "The signer's certificate was not in force.",
    "signingCredential.invalid": "The signer's certificate is not one for pictures.",
    "signingCredential.expired": "The signer's certificate has expired.",
    "signingCredential.revoked": "The signer's certificate was withdrawn.",
    "manifest.inaccessible": "It lies on the web, where this program does not look.",
}
_EDITS = {
    "c2pa.created": "made",
    "c2pa.opened": "",
    "c2pa.edited": "edited",
    "c2pa.color_adjustments": "colours changed",
    "c2pa.converted": "saved in another format",
    "c2pa.transcoded": "saved in another format",
    "c2pa.placed": "another picture put into it",
    "c2pa.drawing": "drawn on",
    "c2pa.unknown": "something not named",
}
_ALGORITHMS = ("trainedAlgorithmicMedia", "compositeWithTrainedAlgorithmicMedia")

Thing = Mapping[str, Json]


def has_credentials(data: bytes) -> bool:
    """Whether a file seems to carry a credential; costs a look through its bytes."""
    return _MARK in data and _MAKER in data


def can_be_checked() -> bool:
    """Whether c2pa is installed."""
    return find_spec("c2pa") is not None


def read_credentials(
    paths: Sequence[Path],
    anchors: str = "",
    worker: Sequence[str] = WORKER,
    time_limit: float = TIME_LIMIT,
) -> tuple[ContentCredentials | None, ...]:
    """Read the credential of each file, None for one without; never asks the network.

    `anchors` are certificates in PEM that are trusted to vouch for signers. Never raises for what a
    file holds: where the worker fails, the credential is unchecked and says so.
    """
    asked = json.dumps({"read": [str(path.absolute()) for path in paths], "anchors": anchors})
    try:
        said = [_credentials(one) for one in _answers(run(worker, asked.encode(), time_limit))]
    except (OSError, subprocess.SubprocessError, ValueError):
        said = []
    missing = len(paths) - len(said)
    return (*said, *[_unchecked("The file could not be read.")] * missing)


def sign_copies(
    original: Path,
    media_type: str,
    copies: Sequence[tuple[str, bytes]],
    files: SigningFiles,
    time_limit: float = TIME_LIMIT,
) -> tuple[bytes, ...]:
    """Sign copies, given as media type and bytes, with their original as ingredient.

    The answer differs at every call: a signature holds its time and a random number. Raises
    `Unavailable` where c2pa, the certificate or the key cannot be used.
    """
    with TemporaryDirectory(prefix="newsroom-") as name:
        folder = Path(name)
        job = {
            "original": str(original.absolute()),
            "media_type": media_type,
            "certificate": str(files.certificate.absolute()),
            "key": str(files.key.absolute()),
            "algorithm": files.algorithm,
            "version": __version__,
            "copies": list(_laid_out(folder, copies)),
        }
        try:
            said = _answers(run(WORKER, json.dumps({"sign": job}).encode(), time_limit))
            if len(said) != len(copies) or not all("signed" in one for one in said):
                raise _cannot_sign(absent=any("absent" in one for one in said))
            return tuple((folder / f"{at}.signed").read_bytes() for at in range(len(copies)))
        except (OSError, subprocess.SubprocessError, ValueError) as error:
            raise _cannot_sign(absent=False) from error


def _laid_out(folder: Path, copies: Sequence[tuple[str, bytes]]) -> Iterator[tuple[str, str, str]]:
    for at, (media_type, data) in enumerate(copies):
        source = folder / f"{at}.copy"
        source.write_bytes(data)
        yield str(source), str(folder / f"{at}.signed"), media_type


def _cannot_sign(*, absent: bool) -> Unavailable:
    if absent:
        return Unavailable(
            "Pictures cannot be signed: this installation has no c2pa.",
            hint="Install newsroom with its extra c2pa, or take the certificate out of its file.",
        )
    return Unavailable(
        "The pictures could not be signed.",
        hint="Look at the certificate and the key: they must belong together and be in force.",
    )


def _answers(output: bytes) -> list[dict[str, Json]]:
    found = [json.loads(line) for line in output.splitlines() if line.startswith(b"{")]
    return [one for one in found if isinstance(one, dict)]


def _unchecked(fault: str) -> ContentCredentials:
    return ContentCredentials(Standing.UNCHECKED, faults=(fault,))


def _credentials(answer: Thing) -> ContentCredentials | None:
    if "none" in answer:
        return None
    if "absent" in answer:
        return _unchecked("This installation has no c2pa.")
    if "store" not in answer:
        return _unchecked("What it says cannot be read.")
    return credentials_of(str(answer.get("state", "")), _thing(answer["store"]))


def credentials_of(state: str, store: Thing) -> ContentCredentials:
    """Read what c2pa says of a file: its state and its manifest store."""
    manifests = _thing(store.get("manifests"))
    chain = list(_chain(manifests, str(store.get("active_manifest", ""))))
    actions = [action for manifest in reversed(chain) for action in _actions(manifest)]
    active = chain[0] if chain else {}
    signature = _thing(active.get("signature_info"))
    status = [str(one.get("code", "")) for one in _things(store.get("validation_status"))]
    standings = {"Trusted": Standing.TRUSTED, "Valid": Standing.VALID}
    return ContentCredentials(
        standing=standings.get(state, Standing.INVALID),
        signer=_text(signature, "common_name") or _text(signature, "issuer"),
        issuer=_text(signature, "issuer"),
        signed_at=_text(signature, "time"),
        generator=_generator(active),
        edits=tuple(dict.fromkeys(words for one in actions if (words := _edit(one)))),
        ai=any(_text(one, "digitalSourceType").endswith(_ALGORITHMS) for one in actions),
        faults=tuple(dict.fromkeys(_FAULTS.get(c, c) for c in status if c != _UNTRUSTED)),
    )


def _chain(manifests: Thing, name: str) -> Iterator[Thing]:
    """Walk from the newest manifest to the pictures it was made of, each once."""
    waiting, seen = [name], set[str]()
    while waiting and len(seen) < _MOST_STEPS:
        at = waiting.pop(0)
        manifest = manifests.get(at)
        if at in seen or not isinstance(manifest, dict):
            continue
        seen.add(at)
        yield manifest
        waiting += [_text(one, "active_manifest") for one in _things(manifest.get("ingredients"))]


def _actions(manifest: Thing) -> Iterator[Thing]:
    for assertion in _things(manifest.get("assertions")):
        if _text(assertion, "label").startswith("c2pa.actions"):
            yield from _things(_thing(assertion.get("data")).get("actions"))


def _edit(action: Thing) -> str:
    name = _text(action, "action")
    return _EDITS.get(name, name.rpartition(".")[2].replace("_", " "))


def _generator(manifest: Thing) -> str:
    info = next(iter(_things(manifest.get("claim_generator_info"))), {})
    named = f"{_text(info, 'name')} {_text(info, 'version')}".strip()
    return named or _text(manifest, "claim_generator")


def _thing(value: Json) -> Thing:
    return value if isinstance(value, dict) else {}


def _things(value: Json) -> list[Thing]:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def _text(thing: Thing, name: str) -> str:
    value = thing.get(name)
    return value if isinstance(value, str) else ""
