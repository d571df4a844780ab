"""A theme: a folder with words, templates, a stylesheet, fonts and icons."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateError

from newsroom.domain.errors import Unavailable
from newsroom.export.assets import ASSETS, Asset, asset

_URL = re.compile(r'url\("([^"]+)"\)')
_FONT_TYPES = {"woff2": "font/woff2"}


@dataclass(frozen=True, slots=True, eq=False)
class Theme:
    """A theme in memory: rendering with it reads no file.

    `labels` are its words by language, `language` the one that stands in for others; `languages`
    and `networks` are names as printed, `icons` drawings by name. `assets` holds the stylesheet
    and its fonts, `stylesheet` is where it lies under the site's root.
    """

    name: str
    language: str
    labels: Mapping[str, Mapping[str, str]]
    languages: Mapping[str, str]
    networks: Mapping[str, str]
    icons: Mapping[str, str]
    assets: tuple[Asset, ...]
    stylesheet: PurePosixPath
    environment: Environment

    def words(self, language: str) -> Mapping[str, str]:
        """Give the words in a language, or in the theme's own where it does not speak that one."""
        return self.labels.get(language, self.labels[self.language])

    def render(self, template: str, **values: Any) -> str:
        """Fill a whole template, such as `figure.html`."""
        return self.environment.get_template(template).render(**values)

    def render_block(self, template: str, block: str, values: Mapping[str, Any]) -> str:
        """Fill one named block of a template."""
        page = self.environment.get_template(template)
        return "".join(page.blocks[block](page.new_context(dict(values))))


def load_theme(folder: Path) -> Theme:
    """Read a theme from its folder; its name is the folder's.

    Raises `Unavailable` where a part is missing or cannot be read.
    """
    try:
        table = tomllib.loads((folder / "theme.toml").read_text("utf-8"))
        icons = _icons(folder, table.get("icons", {}))
        assets = _assets(folder)
        theme = _theme(folder, table, icons, assets)
        for template in ("page.html", "figure.html"):
            theme.environment.get_template(template)
    except (OSError, ValueError, KeyError, TemplateError) as error:
        raise Unavailable(
            f"The theme {folder.name!r} cannot be read: {error}.",
            hint="Install the program again, or name another theme in the house file.",
        ) from error
    return theme


def _theme(
    folder: Path, table: Mapping[str, Any], icons: Mapping[str, str], assets: tuple[Asset, ...]
) -> Theme:
    language = table["theme"]["language"]
    own = table["labels"][language]
    return Theme(
        name=folder.name,
        language=language,
        labels={key: {**own, **words} for key, words in table["labels"].items()},
        languages=table.get("languages", {}),
        networks=table.get("networks", {}),
        icons=icons,
        assets=assets,
        stylesheet=assets[-1].path,
        environment=_environment(folder),
    )


def _environment(folder: Path) -> Environment:
    environment = Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        auto_reload=False,
    )
    environment.filters["fill"] = fill
    return environment


def fill(words: str, **values: object) -> str:
    """Put values into the places of a label, such as `{minutes}`; the rest stays as it is."""
    for name, value in values.items():
        words = words.replace(f"{{{name}}}", str(value))
    return words


def _icons(folder: Path, same: Mapping[str, str]) -> dict[str, str]:
    """Read the drawings, which templates set as they are: a theme is part of the program."""
    icons = {
        file.stem: file.read_text("utf-8").strip()
        for file in sorted((folder / "icons").glob("*.svg"))
    }
    return icons | {name: icons[other] for name, other in same.items()}


def _assets(folder: Path) -> tuple[Asset, ...]:
    """Name each font by its bytes, write those names into the stylesheet, and put that last."""
    style = (folder / "style.css").read_text("utf-8")
    fonts = {name: _font(folder, name) for name in dict.fromkeys(_URL.findall(style))}
    named = _URL.sub(
        lambda found: f'url("{fonts[found[1]].path.relative_to(ASSETS)}")', style
    ).encode()
    return (*fonts.values(), asset(ASSETS, folder.name, "css", "text/css", named))


def _font(folder: Path, name: str) -> Asset:
    file = folder / name
    media_type = _FONT_TYPES[file.suffix[1:]]
    return asset(ASSETS / "fonts", file.stem, file.suffix[1:], media_type, file.read_bytes())
