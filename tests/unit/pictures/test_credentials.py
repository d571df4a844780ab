"""Content Credentials: read offline from hostile files, told in words, signed into copies."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

from newsroom.domain.credentials import ContentCredentials, SigningFiles, Standing
from newsroom.domain.errors import Unavailable
from newsroom.pictures.credentials import (
    credentials_of,
    has_credentials,
    read_credentials,
    sign_copies,
)
from newsroom.pictures.embedding import look_inside
from newsroom.pictures.renditions import make_all, plan
from tests.support import images
from tests.support.credentials import needs_c2pa, signed, signing_files
from tests.unit.pictures.test_renditions import RECORD, arrived

SCENE = images.encoded(images.scene(500, 400), quality=90)


@pytest.fixture
def files(tmp_path: Path) -> SigningFiles:
    return signing_files(tmp_path / "keys")


def read(data: bytes, folder: Path, anchors: str = "") -> ContentCredentials | None:
    path = folder / "picture.jpg"
    path.write_bytes(data)
    (found,) = read_credentials([path], anchors)
    return found


STORE = {
    "active_manifest": "b",
    "manifests": {
        "a": {
            "signature_info": {"issuer": "Camera Works"},
            "assertions": [
                {
                    "label": "c2pa.actions",
                    "data": {
                        "actions": [
                            {
                                "action": "c2pa.created",
                                "digitalSourceType": "http://x/trainedAlgorithmicMedia",
                            },
                            {"action": "c2pa.color_adjustments"},
                        ]
                    },
                }
            ],
        },
        "b": {
            "claim_generator_info": [{"name": "Editor", "version": "7"}],
            "signature_info": {
                "common_name": "Desk",
                "issuer": "House",
                "time": "2026-01-01T00:00:00+00:00",
            },
            "ingredients": [{"active_manifest": "a"}, {"title": "no manifest"}],
            "assertions": [
                {
                    "label": "c2pa.actions.v2",
                    "data": {"actions": [{"action": "c2pa.opened"}, {"action": "c2pa.cropped"}]},
                }
            ],
        },
    },
}


def test_the_whole_history_is_told_oldest_first() -> None:
    assert credentials_of("Trusted", STORE) == ContentCredentials(
        standing=Standing.TRUSTED,
        signer="Desk",
        issuer="House",
        signed_at="2026-01-01T00:00:00+00:00",
        generator="Editor 7",
        edits=("made", "colours changed", "cropped"),
        ai=True,
    )


@pytest.mark.parametrize(
    ("state", "code", "standing", "faults"),
    [
        ("Valid", "signingCredential.untrusted", Standing.VALID, ()),
        (
            "Invalid",
            "assertion.dataHash.mismatch",
            Standing.INVALID,
            ("It was changed after it was signed.",),
        ),
        ("Invalid", "something.new", Standing.INVALID, ("something.new",)),
        ("", "", Standing.INVALID, ("",)),
    ],
)
def test_why_it_does_not_hold_is_told(
    state: str, code: str, standing: Standing, faults: tuple[str, ...]
) -> None:
    found = credentials_of(state, {"validation_status": [{"code": code}]})
    assert (found.standing, found.faults) == (standing, faults)


@pytest.mark.parametrize(
    "store",
    [
        {},
        {"manifests": []},
        {"active_manifest": 7, "manifests": {"7": None}},
        {"active_manifest": "a", "manifests": {"a": {"ingredients": [{"active_manifest": "a"}]}}},
        {"active_manifest": "a", "manifests": {"a": {"assertions": [{"label": None}, 3]}}},
    ],
)
def test_a_strange_store_is_read_as_far_as_it_goes(store: Any) -> None:
    found = credentials_of("Valid", store)
    assert (found.signer, found.edits, found.ai) == ("", (), False)


def test_a_worker_that_dies_or_hangs_costs_only_its_answer(tmp_path: Path) -> None:
    path = tmp_path / "a.jpg"
    path.write_bytes(SCENE)
    for code in ("import os; os.abort()", "print('{')", "import time; time.sleep(60)"):
        worker = (sys.executable, "-c", code)
        (found,) = read_credentials([path], worker=worker, time_limit=2)
        assert found
        assert found.standing is Standing.UNCHECKED


def test_most_files_are_known_to_carry_none_without_a_worker() -> None:
    for kind in images.KINDS:
        assert not has_credentials(images.encoded(images.scene(), kind))


@needs_c2pa
def test_a_camera_s_credential_is_read(tmp_path: Path, files: SigningFiles) -> None:
    data = signed(SCENE, files)
    assert has_credentials(data)
    found = read(data, tmp_path)
    assert found
    assert (found.standing, found.faults) == (Standing.VALID, ())
    assert (found.signer, found.issuer) == ("Courier Desk", "The Steppe Courier")
    assert found.generator == "Camera 1"
    assert found.edits == ("made", "colours changed")
    assert not found.ai
    anchors = (tmp_path / "keys" / "root.pem").read_text()
    trusted = read(data, tmp_path, anchors)
    assert trusted
    assert trusted.standing is Standing.TRUSTED


@needs_c2pa
def test_what_a_machine_made_says_so(tmp_path: Path, files: SigningFiles) -> None:
    found = read(signed(SCENE, files, ai=True), tmp_path)
    assert found
    assert found.ai


@needs_c2pa
def test_a_change_after_signing_is_told(tmp_path: Path, files: SigningFiles) -> None:
    data = bytearray(signed(SCENE, files))
    data[-500] ^= 1
    found = read(bytes(data), tmp_path)
    assert found
    assert found.standing is Standing.INVALID
    assert found.faults == ("It was changed after it was signed.",)


@needs_c2pa
def test_damage_anywhere_in_a_credential_is_survived(tmp_path: Path, files: SigningFiles) -> None:
    data = signed(SCENE, files)
    paths = []
    for number, place in enumerate(range(0, len(data) - 4, len(data) // 40)):
        path = tmp_path / f"{number}.jpg"
        path.write_bytes(data[:place] + b"\xff\x00\xfe" + data[place + 3 :])
        paths.append(path)
    assert len(read_credentials(paths)) == len(paths)


@needs_c2pa
@pytest.mark.parametrize("carries", [True, False])
def test_copies_go_on_from_their_original(
    tmp_path: Path, files: SigningFiles, carries: bool
) -> None:
    original = signed(SCENE, files, ai=True) if carries else SCENE
    path = tmp_path / "original"
    path.write_bytes(original)
    made = list(make_all(plan(arrived(original)), original, RECORD))
    plain = [(one.media_type, data) for one, data in made]
    sealed = sign_copies(path, "image/jpeg", plain, files)
    targets = [tmp_path / f"copy-{at}" for at in range(len(sealed))]
    for target, data, (one, _) in zip(targets, sealed, made, strict=True):
        target.write_bytes(data)
        assert look_inside(data).record.credit == RECORD.credit
        assert images.opened(data).size == (one.width, one.height)
    for found in read_credentials(targets):
        assert found
        assert found.standing is Standing.VALID
        assert found.generator.startswith("Newsroom ")
        assert found.ai is carries
        assert found.edits[-2:] == ("resized", "saved in another format")


@needs_c2pa
def test_what_cannot_sign_is_told(tmp_path: Path, files: SigningFiles) -> None:
    path = tmp_path / "original"
    path.write_bytes(SCENE)
    other = signing_files(tmp_path / "other")
    gone = SigningFiles(tmp_path / "none.pem", files.key)
    for wrong in (SigningFiles(files.certificate, other.key), gone):
        with pytest.raises(Unavailable):
            sign_copies(path, "image/jpeg", [("image/jpeg", SCENE)], wrong)
