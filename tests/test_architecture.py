"""Who may import whom, and how large a module may grow: DESIGN §4, read from the tables below."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parent.parent / "newsroom"

LAYERS = {
    "domain": set[str](),
    "markup": {"domain"},
    "pictures": {"domain"},
    "checks": {"domain"},
    "identity": {"domain"},
    "store": {"domain"},
    "exchange": {"domain", "markup"},
    "export": {"domain", "markup", "pictures"},
    "desk": {
        "domain",
        "markup",
        "pictures",
        "checks",
        "identity",
        "store",
        "exchange",
        "export",
    },
    "settings": set[str](),
    "ui": {"domain", "desk", "settings"},
    "cli": {"domain", "desk", "settings"},
}
"""Each layer, and the layers it may import besides itself. `app`, which wires, may import all."""

WIRING = {"app", "__main__", "__init__"}

HOMES = {
    "rfc8785": {"domain"},
    "markdown": {"markup"},
    "nh3": {"markup"},
    "yaml": {"markup"},
    "PIL": {"pictures"},
    "pillow_heif": {"pictures"},
    "pyexiv2": {"pictures"},
    "c2pa": {"pictures"},
    "nacl": {"identity"},
    "keyring": {"identity"},
    "sqlalchemy": {"store"},
    "alembic": {"store"},
    "Stemmer": {"store"},
    "sqlite3": {"store"},
    "merge3": {"exchange"},
    "psycopg": {"exchange"},
    "jinja2": {"export"},
    "platformdirs": {"settings"},
    "PySide6": {"ui"},
    "shiboken6": {"ui"},
    "qtawesome": {"ui"},
    "click": {"cli"},
}
"""Each third-party package (and sqlite3), and the layers that may import it. No other is used."""

WIRED = {"PySide6", "click"}
"""What `app` may import besides our own layers: it starts the window and the command line."""

LONGEST_MODULE = 400
FORBIDDEN_NAME = re.compile(
    r"(?:Manager|Helper|Utils?)(?![a-z])|(?:^|_)(?:manager|helpers?|utils?)$"
)


def test_every_module_keeps_to_its_layer() -> None:
    assert [
        fault for path in _modules() for fault in import_faults(path.read_text(), _name(path))
    ] == []


def test_every_layer_holds_its_charter() -> None:
    for folder in _layer_folders():
        charter = ast.get_docstring(ast.parse((folder / "__init__.py").read_text())) or ""
        assert len(charter) > 80, f"{folder.name}/__init__.py does not say what the layer knows"
        assert re.search(r"(?i)\bnever\b|\bimports\s+only\b", charter), (
            f"{folder.name} does not say its limits"
        )


def test_every_folder_is_a_known_layer() -> None:
    assert {folder.name for folder in _layer_folders()} <= set(LAYERS)
    assert {path.stem for path in PACKAGE.glob("*.py")} <= set(LAYERS) | WIRING


def test_every_module_is_of_a_readable_size() -> None:
    sizes = {_name(path): len(path.read_text().splitlines()) for path in _modules()}
    assert {name: size for name, size in sizes.items() if size > LONGEST_MODULE} == {}


def test_no_name_says_nothing() -> None:
    assert [
        fault for path in _modules() for fault in name_faults(path.read_text(), _name(path))
    ] == []


def test_nothing_waits_for_an_answer_in_a_loop_of_its_own() -> None:
    waiting = re.compile(
        r"\.exec\(|QFileDialog\.get|\bQInputDialog\b|\bQMessageBox\b|\bQEventLoop\("
    )
    found = {
        f"{_name(path)}: {line.strip()}"
        for path in (PACKAGE / "ui").rglob("*.py")
        for line in path.read_text().splitlines()
        if waiting.search(line)
    }
    assert found == {"newsroom.ui.start: return app.exec()"}


def import_faults(source: str, module: str) -> Iterator[str]:
    """Name every import in a module that its layer does not allow, wherever in it that stands."""
    layer = _layer(module)
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ImportFrom) and node.level:
            yield f"{module}:{node.lineno} imports by a relative name"
            continue
        for imported in _imported(node):
            if fault := _fault(layer, imported):
                yield f"{module}:{getattr(node, 'lineno', 0)} {fault}"


def name_faults(source: str, module: str) -> Iterator[str]:
    """Name every class, function and module that is called after nothing in particular."""
    named = [module.rpartition(".")[2]] + [
        node.name
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
    ]
    return (f"{module}: {name}" for name in named if FORBIDDEN_NAME.search(name))


def _imported(node: ast.AST) -> list[str]:
    match node:
        case ast.Import(names=names):
            return [alias.name for alias in names]
        case ast.ImportFrom(module="newsroom", names=names):
            return [f"newsroom.{alias.name}" for alias in names]
        case ast.ImportFrom(module=str(module)):
            return [module]
        case ast.Call(
            func=ast.Name(id="__import__" | "import_module") | ast.Attribute(attr="import_module"),
            args=[ast.Constant(value=str(module)), *_],
        ):
            return [module]
        case _:
            return []


def _fault(layer: str, imported: str) -> str:
    first, _, rest = imported.partition(".")
    if first == "newsroom":
        other = rest.partition(".")[0]
        own = other in {"", "__version__", layer, *LAYERS.get(layer, ())}
        allowed = own or layer in WIRING
        return "" if allowed else f"imports {imported}, which {layer} may not know"
    if layer in WIRING and first in WIRED:
        return ""
    homes = HOMES.get(first)
    if homes is None:
        known = first in sys.stdlib_module_names
        return "" if known else f"imports {first}, which has no home in the table"
    return "" if layer in homes else f"imports {first}, whose home is {', '.join(sorted(homes))}"


def _modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def _layer_folders() -> list[Path]:
    return sorted({path.parent for path in PACKAGE.glob("*/*.py")})


def _name(path: Path) -> str:
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__")


def _layer(module: str) -> str:
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else "__init__"


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("newsroom.domain.slug", "from newsroom.store.library import Library"),
        ("newsroom.domain.slug", "from newsroom import store"),
        ("newsroom.checks.rules", "import newsroom.markup.reader"),
        ("newsroom.ui.window", "from newsroom.store.library import Library"),
        ("newsroom.ui.window", "def show():\n    from newsroom.store.library import Library"),
        (
            "newsroom.cli",
            "if TYPE_CHECKING:\n    from newsroom.export.page import Page",
        ),
        ("newsroom.store.library", "from newsroom.exchange.merge import merge"),
        ("newsroom.exchange.merge", "from newsroom.store.library import Library"),
        ("newsroom.settings", "from newsroom.domain.house import House"),
        ("newsroom.desk.drafting", "from newsroom.ui.window import Window"),
        ("newsroom.desk.drafting", "from newsroom.app import main"),
        ("newsroom.desk.drafting", "from PySide6.QtCore import QObject"),
        ("newsroom.desk.drafting", "import sqlalchemy.orm"),
        ("newsroom.ui.window", "import sqlite3"),
        ("newsroom.app", "import sqlalchemy"),
        ("newsroom.markup.reader", "import requests"),
        ("newsroom.markup.reader", "from . import writer"),
        ("newsroom.markup.reader", "import importlib\nimportlib.import_module('PySide6')"),
        ("newsroom.markup.reader", "yaml = __import__('PIL.Image')"),
    ],
)
def test_a_breach_is_found(module: str, source: str) -> None:
    faults = list(import_faults(source, module))
    assert len(faults) == 1
    assert faults[0].startswith(f"{module}:")


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("newsroom.domain.slug", "import re\nfrom newsroom.domain.errors import Refused"),
        ("newsroom.checks.rules", "from newsroom.checks import fields"),
        ("newsroom.checks.rules", "from newsroom.domain import document"),
        ("newsroom.desk.drafting", "from newsroom.store.library import Library"),
        ("newsroom.ui.window", "from PySide6 import QtCore\nimport newsroom.desk.drafting"),
        ("newsroom.export.page", "from newsroom.markup.html import body_html\nimport jinja2"),
        ("newsroom.app", "from newsroom.store.library import Library\nimport click"),
    ],
)
def test_what_is_allowed_passes(module: str, source: str) -> None:
    assert list(import_faults(source, module)) == []


def test_empty_names_are_found() -> None:
    source = "class LibraryManager: ...\ndef string_utils(): ...\nclass ManagerialRole: ..."
    assert list(name_faults(source, "newsroom.ui.helpers")) == [
        "newsroom.ui.helpers: helpers",
        "newsroom.ui.helpers: LibraryManager",
        "newsroom.ui.helpers: string_utils",
    ]
