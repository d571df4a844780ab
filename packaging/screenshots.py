#!/usr/bin/env python3
"""Draw every place of the real window on the sample library, in every look, large and small.

The looks are light, dark, high contrast, and light with text at 200 %.

python packaging/screenshots.py                    all pictures, into build/screenshots
python packaging/screenshots.py --only review      those whose name holds a word
python packaging/screenshots.py --only contrast    those of one look
python packaging/screenshots.py --readme           also renew the few kept in resources/screenshots

Runs with the interpreter of the project's environment; no display is needed.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from environment import ROOT
from picture_scenes import PICTURE_SCENES, prepare
from PIL import Image
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from run import offscreen_variables
from scenes import EMPTY_SCENES, PAINT_MS, SCENES, Scene, Stage, tidy

from newsroom.app import Composition
from newsroom.desk import browsing, opening
from newsroom.desk.room import Desk
from newsroom.domain.summary import ArticleQuery
from newsroom.settings import Appearance, Preferences, read_settings
from newsroom.ui.look.tokens import TEXT_SIZES
from newsroom.ui.preview.scheme import expect_browser
from newsroom.ui.rehearsal import enter, leave, settle, wait_for
from newsroom.ui.review.comparison_view import ComparisonView
from newsroom.ui.start import Visit
from newsroom.ui.thumbnails import SentPicture, Thumbnails
from newsroom.ui.welcome import Welcome

KEPT = ROOT / "resources" / "screenshots"
README_SET = (
    "articles-light",
    "articles-dark",
    "pictures-light",
    "review-light",
    "publish-light",
)
"""The pictures that the README shows; the window is large in all of them."""
SIZES = ((1440, 900), (1100, 700))
_SAMPLE = "steppe-courier"
_BYTES = 250_000
_ROUNDS = 3
"""Times that the few colours left are moved nearer to those of the picture: flags stay green."""


@dataclass(frozen=True, slots=True)
class Look:
    """An appearance and a size of text, in percent; `name` ends the names of its pictures."""

    name: str
    appearance: Appearance
    text: int = 100

    def put_on(self, stage: Stage) -> None:
        """Let the window look so."""
        stage.room.choose_appearance(self.appearance)
        stage.room.resize_text(0)
        for _ in range(TEXT_SIZES.index(self.text)):
            stage.room.resize_text(1)


LOOKS = (
    Look("light", Appearance.LIGHT),
    Look("dark", Appearance.DARK),
    Look("contrast", Appearance.CONTRAST),
    Look("text-200", Appearance.LIGHT, 200),
)


class Camera:
    """Draws a scene in every look and size; `drawn` are the names of the pictures of this run."""

    def __init__(self, out: Path, only: str) -> None:
        self._out = out
        self._only = only
        self.drawn: set[str] = set()

    def looks(self, scene: str) -> list[Look]:
        """Give the looks in which a scene was asked for."""
        return [look for look in LOOKS if self._only in f"{scene}-{look.name}"]

    def shoot(self, stage: Stage, scenes: dict[str, Scene]) -> None:
        """Draw every scene that is wanted."""
        for name, scene in scenes.items():
            looks = self.looks(name)
            if looks:
                stage.visit.window.resize(*SIZES[0])
                tidy(stage)
                scene(stage)
                settle(PAINT_MS)
            for look in looks:
                look.put_on(stage)
                self._shoot_sizes(stage, f"{name}-{look.name}", scene)
            if looks:
                LOOKS[0].put_on(stage)

    def _shoot_sizes(self, stage: Stage, name: str, scene: Scene) -> None:
        for width, height in SIZES:
            stage.visit.window.resize(width, height)
            settle(50)
            tidy(stage)
            part = scene(stage)
            settle(PAINT_MS)
            _wait_for_thumbnails(stage)
            self.draw(part or stage.visit.window, name, width)
            if isinstance(part, QDialog):
                part.close()

    def draw(self, part: QWidget, name: str, width: int) -> None:
        """Write the picture of a widget."""
        size = "" if width == SIZES[0][0] else f"-{width}"
        path = self._out / f"{name}{size}.png"
        part.grab().save(str(path))
        self.drawn.add(path.stem)
        print(path.name, flush=True)


def _wait_for_thumbnails(stage: Stage) -> None:
    """Let every thumbnail arrive that was asked for when the window was painted, and be painted."""
    window = stage.visit.window
    fetching = window.findChildren(Thumbnails)
    wait_for("its thumbnails", lambda: all(one.still for one in fetching))
    sent = [one for one in window.findChildren(SentPicture) if one.isVisible()]
    wait_for("what was sent", lambda: all(one.shown for one in sent))
    compared = [one for one in window.findChildren(ComparisonView) if one.isVisible()]
    wait_for("what is compared", lambda: all(one.still for one in compared))
    settle(50)


@contextmanager
def on_stage(
    parts: Composition, library: Path, ready: Callable[[Desk], None] | None = None
) -> Iterator[Stage]:
    """Open the window on a library, made ready where asked, and close it as a person does."""
    desk = parts.open_desk(library)
    if ready:
        ready(desk)
    found = browsing.articles(desk, ArticleQuery(limit=100))
    desk.close()
    visit, room = enter(parts.opener(), parts.settings, library)
    shown: list[int] = []
    room.panes.preview.shown.connect(shown.append)
    yield Stage(visit, library.parent, {one.headline: one.id for one in found}, shown)
    leave(visit)


def shoot_welcome(parts: Composition, library: Path, camera: Camera) -> None:
    """Draw what a newcomer sees; there is no room yet, so the look is chosen beforehand."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    for look in camera.looks("welcome"):
        chosen = Preferences(appearance=look.appearance, text_size=look.text)
        visit = Visit(app, parts.opener(), replace(parts.settings, preferences=chosen))
        visit.enter(library)
        wait_for("its welcome", partial(_is_welcoming, visit))
        for width, height in SIZES:
            visit.window.resize(width, height)
            settle(PAINT_MS)
            camera.draw(visit.window, f"welcome-{look.name}", width)
        visit.window.close()
        settle(50)


def _is_welcoming(visit: Visit) -> bool:
    found = visit.window.findChild(Welcome)
    return isinstance(found, Welcome) and found.isVisible()


def keep_for_readme(out: Path, drawn: set[str]) -> None:
    """Renew those pictures of the README that were drawn now, small enough for a slow line.

    Pictures of an earlier run, which may lie in the folder, show an earlier window.
    """
    KEPT.mkdir(parents=True, exist_ok=True)
    for name in README_SET:
        if name not in drawn:
            continue
        target = KEPT / f"{name}.png"
        with Image.open(out / target.name) as picture:
            plain = picture.convert("RGB")
        plain.save(target, optimize=True)
        if target.stat().st_size > _BYTES:
            few = plain.quantize(256, Image.Quantize.MEDIANCUT, kmeans=_ROUNDS)
            few.save(target, optimize=True)
        print(f"{target.relative_to(ROOT)}  {target.stat().st_size // 1000} kB", flush=True)


def main(arguments: Sequence[str]) -> int:
    """Make the libraries, open the window on them, and draw."""
    options = _parser().parse_args(arguments)
    os.environ.update(offscreen_variables())
    expect_browser()
    out: Path = options.folder.absolute()
    shutil.rmtree(out / "data", ignore_errors=True)
    out.mkdir(parents=True, exist_ok=True)
    data = str(out / "data")
    # So that no picture shows where this machine keeps its files.
    os.environ["HOME"] = os.environ["USERPROFILE"] = data
    parts = Composition(
        read_settings({"NEWSROOM_DATA_DIR": data, "NEWSROOM_CONFIG_DIR": data}), keyring=False
    )
    camera = Camera(out, options.only)
    with on_stage(parts, parts.sample()) as stage:
        camera.shoot(stage, SCENES)
    if any(camera.looks(name) for name in PICTURE_SCENES):
        with on_stage(parts, parts.sample(), prepare) as stage:
            camera.shoot(stage, PICTURE_SCENES)
    shoot_welcome(parts, out / "data" / "nothing-here", camera)
    if any(camera.looks(name) for name in EMPTY_SCENES):
        house = ROOT / "resources" / "samples" / _SAMPLE / "house.toml"
        empty = out / "data" / "empty"
        parts.begin(empty, opening.read_house_file(house), "Aigerim Sadykova").close()
        with on_stage(parts, empty) as stage:
            camera.shoot(stage, EMPTY_SCENES)
    if options.readme:
        keep_for_readme(out, camera.drawn)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="screenshots.py", description="Draw every place of the window into pictures."
    )
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT / "build" / "screenshots")
    parser.add_argument("--only", default="", help="draw those whose name holds this word")
    parser.add_argument(
        "--readme", action="store_true", help="also renew the pictures in resources/screenshots"
    )
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
