#!/usr/bin/env python3
"""Draw every place of the real window on the sample library, light and dark, large and small.

python packaging/screenshots.py                    all pictures, into build/screenshots
python packaging/screenshots.py --only review      those whose name holds a word
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
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from environment import ROOT
from PIL import Image
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from run import offscreen_variables

from newsroom.app import Composition
from newsroom.desk import browsing, opening
from newsroom.domain.ids import ArticleId
from newsroom.domain.summary import ArticleQuery
from newsroom.settings import Appearance, Preferences, read_settings
from newsroom.ui.inspector.inspector import CHECKS, HISTORY, PICTURES, PREVIEW
from newsroom.ui.places import Place
from newsroom.ui.preview.scheme import register_scheme
from newsroom.ui.rehearsal import enter, leave, settle, wait_for
from newsroom.ui.room import Room
from newsroom.ui.start import Visit

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
LOOKS = (Appearance.LIGHT, Appearance.DARK)
STORY = "Six countries agree"
_SAMPLE = "steppe-courier"
_BYTES = 250_000
_PAINT_MS = 350
_FETCH_MS = 4_000
"""How long thumbnails may take to arrive, once for each scene."""


@dataclass(slots=True)
class Stage:
    """An open window and what the scenes need to know of its library."""

    visit: Visit
    folder: Path
    stories: dict[str, ArticleId]
    shown: list[int]
    exported: bool = False

    @property
    def room(self) -> Room:
        """The room, which is furnished."""
        assert self.visit.room is not None
        return self.visit.room

    def open(self, headline: str) -> None:
        """Put the story whose headline begins so on the desk, and wait for its page."""
        room = self.room
        room.go_to(Place.ARTICLES)
        room.panes.articles.open_tab(PREVIEW)
        wanted = next(name for words, name in self.stories.items() if words.startswith(headline))
        if room.panes.editor.article == wanted:
            return
        self.shown.clear()
        room.desk.open(wanted)
        wait_for("an article", lambda: room.panes.editor.article == wanted)
        wait_for("its page", lambda: bool(self.shown))
        settle(_PAINT_MS)


Scene = Callable[[Stage], QWidget | None]
"""Brings the window into a state; gives what to draw where that is not the window."""


def articles(stage: Stage) -> None:
    stage.open(STORY)
    stage.room.panes.preview.show_page()
    if stage.room.panes.articles.inspector_folded:
        stage.room.panes.articles.toggle_inspector()


def drawer(stage: Stage) -> None:
    stage.open(STORY)
    stage.room.panes.articles.open_tab(PREVIEW)


def middle(stage: Stage) -> None:
    articles(stage)
    bar = stage.room.panes.editor.paper.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)


def social(stage: Stage) -> None:
    stage.open(STORY)
    stage.room.look("social")


def printed(stage: Stage) -> None:
    stage.open(STORY)
    preview = stage.room.panes.preview
    preview.show_page()
    stage.room.look("print")
    wait_for("its sheets", lambda: preview.printed.document.pageCount() > 0)


def russian(stage: Stage) -> None:
    stage.open("В Костанае")


def kazakh(stage: Stage) -> None:
    stage.open("Ақтөбеде")


def source(stage: Stage) -> None:
    articles(stage)
    if not stage.room.panes.editor.slot.source_on:
        stage.room.toggle_source()


def details(stage: Stage) -> None:
    articles(stage)
    if stage.room.panes.editor.slot.source_on:
        stage.room.toggle_source()
    stage.room.actions["view.details"].trigger()


def finding(stage: Stage) -> None:
    articles(stage)
    stage.room.tool("replace")
    stage.room.tools.finding.bar.words.setText("screening")
    stage.room.tools.finding.bar.template.setText("inspection")


def link(stage: Stage) -> None:
    articles(stage)
    stage.room.tools.finding.close()
    body = stage.room.panes.editor.body
    body.setTextCursor(body.document().find("screening failures"))
    stage.room.format("link")
    stage.room.inserting.linking.popover.field.setText("javascript:alert(1)")
    stage.room.inserting.linking.popover.given.emit("javascript:alert(1)")


def figure(stage: Stage) -> None:
    articles(stage)
    stage.room.inserting.put_away()
    body = stage.room.panes.editor.body
    held = body.hold_figure(0)
    drawn = held.figure()
    assert drawn is not None
    body.figure_activated.emit(0, drawn)


def focus(stage: Stage) -> None:
    articles(stage)
    stage.room.inserting.put_away()
    if not stage.room.tools.focus_mode.on:
        stage.room.tool("focus")
    stage.room.tools.target.popover.given.emit(600)
    stage.room.tools.target.ask()
    body = stage.room.panes.editor.body
    body.setTextCursor(body.document().find("Security chiefs"))


def moving(stage: Stage) -> None:
    articles(stage)
    stage.room.tools.focus_mode.leave()
    body = stage.room.panes.editor.body
    body.setTextCursor(body.document().find("Security chiefs"))
    body.point_at(body.cursorRect().center())
    body.handle.dragged.emit(body.cursorRect().bottom() + 160)


def tab(key: str) -> Scene:
    """Show a tab of the inspector."""

    def show(stage: Stage) -> None:
        stage.open(STORY)
        stage.room.panes.articles.open_tab(key)

    return show


def earlier(stage: Stage) -> None:
    """Look at what the story was before its last sentence was written."""
    tab(HISTORY)(stage)
    history = stage.room.panes.history
    wait_for("its states", lambda: history.slider.maximum() > 0)
    if history.slider.maximum() == 1:
        stage.room.panes.editor.body.insertPlainText("More than thirty people met on Tuesday. ")
        stage.room.desk.keeper.flush()
    wait_for("a state before", lambda: history.slider.maximum() > 1)
    history.slider.setValue(0)
    wait_for("what it was", history.view.isVisible)


def palette(stage: Stage) -> None:
    articles(stage)
    stage.room.show_palette()


def nothing_found(stage: Stage) -> None:
    articles(stage)
    stage.room.panes.list.search.setText("zeppelin")
    settle(_PAINT_MS)


def pictures(stage: Stage) -> None:
    stage.room.panes.list.search.clear()
    stage.room.go_to(Place.PICTURES)
    grid = stage.room.panes.library_pictures.grid
    wait_for("its pictures", lambda: grid.view.model().rowCount() > 0)
    grid.view.setCurrentIndex(grid.view.model().index(1, 0))
    settle(_PAINT_MS)


def no_pictures(stage: Stage) -> None:
    stage.room.go_to(Place.PICTURES)
    stage.room.panes.library_pictures.grid.search.setText("zeppelin")
    settle(_PAINT_MS)


def review(row: int) -> Scene:
    """Show a story of the queue."""

    def show(stage: Stage) -> None:
        stage.room.go_to(Place.REVIEW)
        place = stage.room.panes.review
        wait_for("its queue", lambda: place.queue.model().rowCount() > row)
        place.show_side("story")
        place.queue.setCurrentIndex(place.queue.model().index(row, 0))
        settle(_PAINT_MS)

    return show


def decision(stage: Stage) -> None:
    """Show what is to be decided, where the window is too narrow to show it beside the story."""
    review(1)(stage)
    stage.room.panes.review.show_side("decision")


def publish(stage: Stage) -> None:
    place = stage.room.panes.publish
    stage.room.go_to(Place.PUBLISH)
    place.choose_folder(stage.folder / "Desktop" / "site")
    wait_for("its list", lambda: place.list.model().rowCount() > 0)


def exported(stage: Stage) -> None:
    publish(stage)
    place = stage.room.panes.publish
    if not stage.exported:
        stage.exported = True
        place.tick_all()
        wait_for("its ticks", place.export_button.isEnabled)
        place.export()
        wait_for("its report", lambda: not place.exporting)


def settings(stage: Stage) -> None:
    stage.room.go_to(Place.SETTINGS)


def keys(stage: Stage) -> QWidget | None:
    stage.room.show_keys()
    return _dialog()


def passphrase(stage: Stage) -> QWidget | None:
    stage.room.protect_key()
    return _dialog()


def place(which: Place) -> Scene:
    """Go to a place of an empty library."""
    return lambda stage: stage.room.go_to(which)


def new_article(stage: Stage) -> None:
    stage.room.go_to(Place.ARTICLES)
    if stage.room.panes.editor.article is None:
        stage.room.new_article()
        wait_for("a new article", lambda: stage.room.panes.editor.article is not None)


SCENES: dict[str, Scene] = {
    "articles": articles,
    "articles-drawer": drawer,
    "articles-middle": middle,
    "preview-social": social,
    "preview-print": printed,
    "articles-russian": russian,
    "articles-kazakh": kazakh,
    "articles-source": source,
    "articles-details": details,
    "articles-find": finding,
    "articles-link": link,
    "articles-figure": figure,
    "articles-focus": focus,
    "articles-moving": moving,
    "tab-pictures": tab(PICTURES),
    "tab-checks": tab(CHECKS),
    "tab-history": tab(HISTORY),
    "palette": palette,
    "articles-none-found": nothing_found,
    "pictures": pictures,
    "pictures-none-found": no_pictures,
    "review": review(0),
    "review-second": review(1),
    "review-third": review(2),
    "review-decision": decision,
    "publish-before": publish,
    "publish": exported,
    "settings": settings,
    "keys": keys,
    "passphrase": passphrase,
    "tab-history-earlier": earlier,
}
EMPTY_SCENES: dict[str, Scene] = {
    "empty-articles": place(Place.ARTICLES),
    "empty-pictures": place(Place.PICTURES),
    "empty-review": place(Place.REVIEW),
    "empty-publish": place(Place.PUBLISH),
    "empty-new-article": new_article,
}


class Camera:
    """Draws a scene in every look and size."""

    def __init__(self, out: Path, only: str) -> None:
        self._out = out
        self._only = only

    def wants(self, name: str) -> bool:
        """Whether pictures of this name were asked for."""
        return self._only in name

    def shoot(self, stage: Stage, scenes: dict[str, Scene]) -> None:
        """Draw every scene that is wanted."""
        for name, scene in scenes.items():
            if self.wants(name):
                stage.visit.window.resize(*SIZES[0])
                scene(stage)
                settle(_FETCH_MS)
                for look in LOOKS:
                    stage.room.choose_appearance(look)
                    self._shoot_sizes(stage, name, look, scene)

    def _shoot_sizes(self, stage: Stage, name: str, look: Appearance, scene: Scene) -> None:
        for width, height in SIZES:
            stage.visit.window.resize(width, height)
            settle(50)
            part = scene(stage)
            settle(_PAINT_MS)
            self.draw(part or stage.visit.window, f"{name}-{look.value}", width)
            if isinstance(part, QDialog):
                part.close()
            else:
                stage.room.palette.put_away()

    def draw(self, part: QWidget, name: str, width: int) -> None:
        """Write the picture of a widget."""
        size = "" if width == SIZES[0][0] else f"-{width}"
        path = self._out / f"{name}{size}.png"
        part.grab().save(str(path))
        print(path.name, flush=True)


def _dialog() -> QWidget | None:
    settle(_PAINT_MS)
    found = [one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog)]
    return next((one for one in found if one.isVisible()), None)


@contextmanager
def on_stage(parts: Composition, library: Path) -> Iterator[Stage]:
    """Open the window on a library, and close it as a person does."""
    desk = parts.open_desk(library)
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
    for look in LOOKS:
        visit = Visit(
            app, parts.opener(), replace(parts.settings, preferences=Preferences(appearance=look))
        )
        visit.enter(library)
        settle(_PAINT_MS)
        for width, height in SIZES:
            visit.window.resize(width, height)
            settle(_PAINT_MS)
            camera.draw(visit.window, f"welcome-{look.value}", width)
        visit.window.close()
        settle(50)


def keep_for_readme(out: Path) -> None:
    """Renew the pictures of the README, small enough to be looked at on a slow line."""
    KEPT.mkdir(parents=True, exist_ok=True)
    for name in README_SET:
        target = KEPT / f"{name}.png"
        with Image.open(out / target.name) as picture:
            plain = picture.convert("RGB")
        plain.save(target, optimize=True)
        if target.stat().st_size > _BYTES:
            plain.quantize(256, Image.Quantize.MEDIANCUT).save(target, optimize=True)
        print(f"{target.relative_to(ROOT)}  {target.stat().st_size // 1000} kB", flush=True)


def main(arguments: Sequence[str]) -> int:
    """Make the libraries, open the window on them, and draw."""
    options = _parser().parse_args(arguments)
    os.environ.update(offscreen_variables())
    register_scheme()
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
    if camera.wants("welcome"):
        shoot_welcome(parts, out / "data" / "nothing-here", camera)
    if any(camera.wants(name) for name in EMPTY_SCENES):
        house = ROOT / "resources" / "samples" / _SAMPLE / "house.toml"
        empty = out / "data" / "empty"
        parts.begin(empty, opening.read_house_file(house), "Aigerim Sadykova").close()
        with on_stage(parts, empty) as stage:
            camera.shoot(stage, EMPTY_SCENES)
    if options.readme:
        keep_for_readme(out)
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
