"""The private environment is made, found again, and made anew after a broken start."""

from __future__ import annotations

import base64
import hashlib
import importlib
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

PACKAGING = Path(__file__).resolve().parents[3] / "packaging"
MODULES = ("environment", "system_libraries")


@pytest.fixture(scope="module")
def setup() -> Iterator[ModuleType]:
    """Import the module as run.py does: from the folder it lies in."""
    sys.path.insert(0, str(PACKAGING))
    yield importlib.import_module("environment")
    sys.path.remove(str(PACKAGING))
    for name in MODULES:
        sys.modules.pop(name, None)


@pytest.fixture(scope="module")
def lock(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write a lock of one distribution, which lies beside it."""
    folder = tmp_path_factory.mktemp("lock")
    wheel = folder / "ferry-1.0-py3-none-any.whl"
    about = "ferry-1.0.dist-info"
    files = {
        "ferry.py": "ROUTE = 'west'\n",
        f"{about}/METADATA": "Metadata-Version: 2.1\nName: ferry\nVersion: 1.0\n",
        f"{about}/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    with zipfile.ZipFile(wheel, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
        archive.writestr(f"{about}/RECORD", "".join(map(_recorded, files, files.values())))
    digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
    path = folder / "requirements.txt"
    path.write_text(f"ferry==1.0 --hash=sha256:{digest}\n")
    return path


def _recorded(name: str, text: str) -> str:
    digest = base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).rstrip(b"=")
    return f"{name},sha256={digest.decode()},{len(text)}\n"


@pytest.fixture(scope="module")
def made(setup: ModuleType, lock: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make an environment from the lock, after a start that was broken off."""
    folder: Path = tmp_path_factory.mktemp("made") / "Ортасы бар"
    folder.mkdir()
    (folder / "building").touch()
    (folder / "half-written").write_text("left by the broken start")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PIP_NO_INDEX", "1")
        patch.setenv("PIP_FIND_LINKS", lock.parent.as_uri())
        setup.prepare(folder, lock)
    return folder


def test_a_broken_start_is_cleared_and_made_anew(setup: ModuleType, made: Path, lock: Path) -> None:
    assert setup.is_ready(made, lock)
    assert not (made / "half-written").exists()


def test_the_environment_holds_the_lock_and_the_checkout(setup: ModuleType, made: Path) -> None:
    question = "import ferry, newsroom; print(ferry.ROUTE, newsroom.__file__)"
    done = subprocess.run(
        [str(setup.python(made)), "-I", "-c", question], capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["west", str(PACKAGING.parent / "newsroom" / "__init__.py")]


@pytest.mark.skipif(sys.platform == "win32", reason="the command is a .cmd file there")
def test_the_environment_has_the_command(made: Path) -> None:
    command = made / "bin" / "newsroom"
    assert command.stat().st_mode & 0o111
    assert "-m newsroom.app" in command.read_text()


def test_another_lock_is_not_ready(setup: ModuleType, made: Path, lock: Path) -> None:
    changed = made.parent / lock.name
    changed.write_text(lock.read_text() + "# changed\n")
    assert not setup.is_ready(made, changed)


def test_a_wrong_hash_is_refused_with_a_sentence(
    setup: ModuleType, lock: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", lock.parent.as_uri())
    forged = tmp_path / lock.name
    forged.write_text(f"ferry==1.0 --hash=sha256:{'0' * 64}\n")
    with pytest.raises(setup.NotReady, match="could not be installed"):
        setup.prepare(tmp_path / "venv", forged)
    assert not setup.is_ready(tmp_path / "venv", forged)


def test_a_folder_of_somebody_else_is_left_alone(
    setup: ModuleType, lock: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "letters"
    folder.mkdir()
    (folder / "to-mother.txt").write_text("Dear mother")
    with pytest.raises(setup.NotReady, match="was not made by this command"):
        setup.prepare(folder, lock)
    assert (folder / "to-mother.txt").read_text() == "Dear mother"
