"""What a stranger gets: the locks, the two commands, the wheel, and a README that is true."""

from __future__ import annotations

import ast
import os
import re
import shlex
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from newsroom import __version__
from newsroom.cli.main import newsroom
from tests.support.commands import command_line

ROOT = Path(__file__).resolve().parent.parent
PACKAGING = ROOT / "packaging"
LOCKS = [PACKAGING / "requirements.txt", PACKAGING / "requirements-dev.txt"]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
TOP_LEVEL = {
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "LICENSE",
    "README.md",
    "newsroom",
    "packaging",
    "pyproject.toml",
    "resources",
    "tests",
}
SHELL_WORDS = {"cd", "git", "cp", "source"}
"""What README's code may say besides our own commands."""


# The locks


def _locked(lock: Path) -> dict[str, tuple[str, list[str]]]:
    """Read a lock: version and options of each distribution, by its canonical name."""
    found = {}
    for line in lock.read_text("utf-8").replace("\\\n", "").splitlines():
        if line and not line.startswith("#"):
            requirement, *options = line.split(" --")
            name, _, version = requirement.split(";")[0].strip().partition("==")
            found[canonicalize_name(name)] = (version, [option.strip() for option in options])
    return found


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_a_lock_names_exact_files_by_hash(lock: Path) -> None:
    for name, (version, options) in _locked(lock).items():
        assert version, f"{name} has no exact version"
        assert options, f"{name} has no hash"
        for option in options:
            assert re.fullmatch(r"hash=sha256:[0-9a-f]{64}", option), f"{name}: {option}"


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_a_lock_holds_no_address_and_no_path(lock: Path) -> None:
    text = lock.read_text("utf-8")
    assert not re.search(r"://|file:|@ |[a-z0-9]/[a-z0-9]|--(?!hash=)|^-", text, re.MULTILINE)


@pytest.mark.parametrize(
    ("lock", "declared"),
    [
        (LOCKS[0], PROJECT["dependencies"]),
        (LOCKS[1], PROJECT["dependencies"] + PROJECT["optional-dependencies"]["dev"]),
    ],
    ids=["requirements.txt", "requirements-dev.txt"],
)
def test_a_lock_answers_to_the_project(lock: Path, declared: list[str]) -> None:
    locked = _locked(lock)
    for requirement in map(Requirement, declared):
        version, _ = locked[canonicalize_name(requirement.name)]
        assert requirement.specifier.contains(version), f"{requirement} but {version} is locked"


def test_tests_run_on_what_people_get() -> None:
    people, developers = map(_locked, LOCKS)
    assert people.items() <= developers.items()


# The two commands


def _set_up_modules() -> dict[str, ast.Module]:
    """Parse run.py, test.py and every module beside them that they import."""
    found: dict[str, ast.Module] = {}
    waiting = ["run", "test"]
    while waiting:
        name = waiting.pop()
        if name not in found:
            # The grammar of an old Python, so that it can still read why it is refused.
            source = (PACKAGING / f"{name}.py").read_text("utf-8")
            found[name] = ast.parse(source, feature_version=(3, 8))
            waiting += [one for one in _imports(found[name]) if (PACKAGING / f"{one}.py").exists()]
    return found


def _imports(module: ast.Module) -> Iterator[str]:
    for node in ast.walk(module):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield (node.module or "").partition(".")[0]


def test_the_two_commands_need_nothing_but_python() -> None:
    modules = _set_up_modules()
    for name, module in modules.items():
        assert set(_imports(module)) <= sys.stdlib_module_names | set(modules), name


@pytest.mark.parametrize("command", ["run.py", "test.py"])
def test_a_python_that_is_too_old_is_told_so(command: str) -> None:
    pretend = (
        "import runpy, sys; sys.version_info = (3, 9, 2); sys.argv = [sys.argv[1]]; "
        f"runpy.run_path({str(PACKAGING / command)!r}, run_name='__main__')"
    )
    done = _run(
        [
            sys.executable,
            "-c",
            f"import sys; sys.path.insert(0, {str(PACKAGING)!r}); {pretend}",
            command,
        ]
    )
    assert done.returncode == 3
    assert "needs Python 3.11 or newer; this one is 3.9" in done.stderr
    assert "Traceback" not in done.stderr


def test_run_explains_itself() -> None:
    done = _run([sys.executable, str(PACKAGING / "run.py"), "--help"])
    assert done.returncode == 0
    assert "sample library" in done.stdout


# README


def _code_lines(text: str) -> Iterator[list[str]]:
    """Give the commands of a page's shell blocks, each as its words."""
    for block in re.findall(r"^```sh\n(.*?)^```", text, re.MULTILINE | re.DOTALL):
        for line in block.replace("\\\n", " ").splitlines():
            if words := shlex.split(line, comments=True):
                yield words


PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md"]
README_LINES = list(_code_lines(PAGES[0].read_text("utf-8")))


def _name(words: list[str]) -> str:
    return " ".join(words)[:60]


@pytest.mark.parametrize("words", README_LINES, ids=_name)
def test_readme_names_only_commands_that_exist(
    words: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    # The files of ours that it names are named from there.
    monkeypatch.chdir(ROOT)
    program = Path(words[0]).name
    if program == "newsroom":
        _parse(newsroom, words[1:], None)
    elif program in {"python3", "python"}:
        assert (ROOT / words[1]).is_file()
    else:
        assert program in SHELL_WORDS


def _parse(command: click.Command, words: list[str], parent: click.Context | None) -> None:
    """Let click read the words of a call, down to the last command, without running anything."""
    context = click.Context(command, info_name=command.name, parent=parent, obj=_Unused())
    if not isinstance(command, click.Group):
        command.parse_args(context, words)
        return
    _, rest, _ = command.make_parser(context).parse_args(list(words))
    if rest:
        _, found, left = command.resolve_command(context, rest)
        assert found is not None
        _parse(found, left, context)


class _Unused:
    """Stands where the options of a call are remembered."""

    as_json = False


def test_readme_shows_every_command() -> None:
    shown = {tuple(words[1:]) for words in README_LINES if Path(words[0]).name == "newsroom"}
    for path in _commands(newsroom):
        assert any(_follows(words, path) for words in shown), f"{' '.join(path)} is not in README"


def _commands(group: click.Group, before: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from _commands(command, (*before, name))
        elif not command.hidden:
            yield (*before, name)


def _follows(words: tuple[str, ...], path: tuple[str, ...]) -> bool:
    start = words[2:] if words[:1] == ("--library",) else words
    return start[: len(path)] == path


@pytest.mark.parametrize("path", [(), *_commands(newsroom)], ids=" ".join)
def test_every_command_explains_itself(
    path: tuple[str, ...], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    answer = command_line(tmp_path, capsys)(*path, "--help")
    assert answer.code == 0
    assert answer.out.startswith("Usage: newsroom")
    assert "--json" in answer.out or path == ("self-test",)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_points_only_at_files_that_are_there(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#]+)[^)]*\)", page.read_text("utf-8")):
        if "://" not in target:
            assert (ROOT / target).exists(), f"{page.name} points at {target}"


# The tree and the wheel


def test_the_licence_is_the_one_that_is_declared() -> None:
    licence = (ROOT / "LICENSE").read_text("utf-8")
    assert PROJECT["license"] == "GPL-3.0-or-later"
    assert licence.split()[:6] == ["GNU", "GENERAL", "PUBLIC", "LICENSE", "Version", "3,"]


def test_the_top_level_holds_what_the_design_says() -> None:
    assert {path.name for path in ROOT.iterdir()} >= TOP_LEVEL


def test_nothing_else_is_kept_at_the_top_level() -> None:
    if not (ROOT / ".git").exists():
        pytest.skip("not a clone")
    done = _run(["git", "-c", f"safe.directory={ROOT}", "ls-files"])
    assert done.returncode == 0, done.stderr
    kept = {line.partition("/")[0] for line in done.stdout.splitlines()}
    assert {name for name in kept if not name.startswith(".")} <= TOP_LEVEL


def test_the_version_is_one() -> None:
    assert PROJECT["version"] == __version__


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a wheel from the tree."""
    folder = tmp_path_factory.mktemp("wheel")
    options = ["--no-deps", "--no-build-isolation", "--no-index", "--no-cache-dir"]
    done = _run([sys.executable, "-m", "pip", "wheel", *options, "-w", str(folder), str(ROOT)])
    assert done.returncode == 0, done.stderr
    return next(folder.glob("newsroom-*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the wheel into a folder of its own."""
    folder = tmp_path_factory.mktemp("installed")
    options = ["--no-deps", "--no-index", "--no-cache-dir", "--target", str(folder)]
    done = _run([sys.executable, "-m", "pip", "install", *options, str(wheel)])
    assert done.returncode == 0, done.stderr
    return folder


def test_the_wheel_carries_every_resource(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        packed = {
            name.removeprefix("newsroom/_resources/"): archive.getinfo(name).file_size
            for name in archive.namelist()
            if name.startswith("newsroom/_resources/")
        }
    resources = ROOT / "resources"
    there = {
        path.relative_to(resources).as_posix(): path.stat().st_size
        for path in resources.rglob("*")
        if path.is_file()
    }
    assert packed == there


def test_the_wheel_carries_the_licence_and_the_types(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    assert "newsroom/py.typed" in names
    assert any(name.endswith(".dist-info/licenses/LICENSE") for name in names)
    assert not [name for name in names if name.startswith(("tests/", "packaging/"))]


def test_an_installed_newsroom_works_from_any_folder(installed: Path, tmp_path: Path) -> None:
    version = _newsroom(installed, tmp_path, "--version")
    assert version.stdout.split()[-1] == __version__
    assert "Usage: newsroom" in _newsroom(installed, tmp_path, "--help").stdout


def test_an_installed_newsroom_finds_what_it_brought(installed: Path, tmp_path: Path) -> None:
    question = (
        "import newsroom.settings as s; r = s.read_settings({}).resources; "
        "print(s.__file__, r, (r / 'themes').is_dir(), sep='\\n')"
    )
    done = _run([sys.executable, "-c", question], cwd=tmp_path, PYTHONPATH=str(installed))
    module, resources, has_themes = done.stdout.splitlines()
    assert Path(module).is_relative_to(installed)
    assert Path(resources) == installed / "newsroom" / "_resources"
    assert has_themes == "True"


def test_an_installed_newsroom_passes_its_own_test(installed: Path, tmp_path: Path) -> None:
    _newsroom(installed, tmp_path, "self-test")
    assert list(tmp_path.iterdir()) == []


def _newsroom(installed: Path, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    script = installed / "bin" / "newsroom"
    done = _run([sys.executable, str(script), *arguments], folder, PYTHONPATH=str(installed))
    assert done.returncode == 0, done.stderr
    return done


def _run(
    command: list[str], cwd: Path = ROOT, **variables: Any
) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, **variables}
    return subprocess.run(
        command, cwd=cwd, env=environment, capture_output=True, text=True, check=False
    )
