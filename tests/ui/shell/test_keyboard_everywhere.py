"""The keyboard is never trapped, never lost and always seen: in every place, whatever is open."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product, starmap

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QApplication, QLabel, QToolButton, QWidget

from newsroom.desk import reviewing
from newsroom.domain.changes import Changes
from newsroom.ui.frame.keyboard import first_stop, hidden_in, takes_keys
from newsroom.ui.frame.places import Place
from tests.support.windows import Hands
from tests.ui.shell.conftest import Stage, a_lead, write
from tests.ui.shell.fields import enter, press

LAST = "Open the page in a browser"
WIDE, NARROW = (1440, 900), (1100, 700)
_LEADING = 2
_FINE = 8
_MOST = 120
"""Steps after which a walk that has not come back never will."""

BODY = "Snow [fell](https://example.org/snow).\n\n![A hall](picture:{} 'The hall')\n\nThe end.\n"


def here(stage: Stage) -> QWidget:
    """Give what has the keyboard; something always has."""
    now = QApplication.focusWidget()
    assert now is not None, "The keyboard is nowhere"
    assert now.isVisible()
    assert now.isEnabled()
    assert stage.window.isAncestorOf(now)
    return now


def strike(stage: Stage, keys: str) -> QWidget:
    """Press keys where the keyboard is; give where it is then."""
    # There is no window manager that keeps the window in front while the browser starts.
    stage.window.activateWindow()
    stage.until(stage.window.isActiveWindow)
    press(here(stage), keys)
    QApplication.processEvents()
    return here(stage)


def is_stop(part: QWidget) -> bool:
    """Whether Tab must lead to a part."""
    tabbed = part.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(tabbed) and takes_keys(part) and part.focusProxy() is None


def stops(stage: Stage) -> set[QWidget]:
    """Find every part of the window that takes the keyboard."""
    return {part for part in stage.window.findChildren(QWidget) if is_stop(part)}


def name(part: QWidget) -> str:
    """Name a part for whoever reads that a test failed."""
    words = part.accessibleName() or str(getattr(part, "text", str)())
    return f"{type(part).__name__} {words!r}"


def is_seen(stage: Stage, part: QWidget) -> bool:
    """Whether a person sees where the keyboard is: by the ring, or by the caret in the text."""
    return (
        not hidden_in(part)
        and (stage.window.ring.isVisible() or bool(part.property("ringless")))
        and lies_open(stage, part)
    )


def lies_open(stage: Stage, part: QWidget) -> bool:
    """Whether something of a part lies under nothing else: there a mouse could reach it."""
    columns = [round(part.width() * across) for across in (0.1, 0.3, 0.5, 0.7, 0.9)]
    for point in starmap(QPoint, product(columns, range(2, part.height(), _FINE))):
        under = stage.window.childAt(part.mapTo(stage.window, point))
        if under is not None and (under is part or part.isAncestorOf(under)):
            return True
    return False


def ink(stage: Stage, label: QLabel) -> QRect:
    """Give where the words of a label are, in the window; their leading aside."""
    box, letters = label.contentsRect(), label.fontMetrics()
    height = min(box.height(), letters.height()) - 2 * _LEADING
    width = min(box.width(), letters.horizontalAdvance(label.text().strip()))
    corner = QPoint(box.left(), box.top() + (box.height() - height) // 2)
    return QRect(label.mapTo(stage.window, corner), QSize(width, height))


def struck(stage: Stage, part: QWidget) -> list[str]:
    """List the words beside a part that the ring around it is drawn over, those in sight."""
    ring, home = stage.window.ring, part.parentWidget()
    if home is None or not ring.isVisible():
        return []
    beside = [one for one in home.findChildren(QLabel) if not part.isAncestorOf(one)]
    spoken = [one for one in beside if one.isVisible() and any(map(str.isalnum, one.text()))]
    return [
        label.text()
        for label in spoken
        if (area := ink(stage, label)).intersects(ring.geometry())
        and stage.window.childAt(area.center()) is label
    ]


def walk(stage: Stage, key: str) -> tuple[set[QWidget], set[QWidget]]:
    """Press a key until the keyboard is back where it began.

    Gives what it came to, and what could have the keyboard all the way: tools of the text can have
    it only while it is the text that was left last.
    """
    begun, wanted = here(stage), stops(stage)
    passed: list[QWidget] = []
    while len(passed) < _MOST:
        now = strike(stage, key)
        passed.append(now)
        wanted &= stops(stage)
        assert is_seen(stage, now), f"{key} came to {name(now)}, and nobody sees it"
        assert not struck(stage, now), f"The ring around {name(now)} lies over words"
        if now is begun:
            return set(passed), wanted
    pytest.fail(f"{key} never came back to {name(begun)}: {[name(one) for one in passed[-9:]]}")


def full(stage: Stage) -> None:
    """Fill the library with what shows every part of the window, and open an article."""
    lead = a_lead(stage.desk)
    article = write(stage.desk, "Snow", lead=lead, place="Oral")
    approved = write(stage.desk, "Rain", lead=a_lead(stage.desk, credit=""))
    for one in (article, approved):
        reviewing.submit(stage.desk, one)
    reviewing.approve(stage.desk, approved)
    body = BODY.format(lead.picture).replace("'", '"')
    stage.open(stage.write("Hail", lead=lead, body=body))
    stage.until(lambda: not stage.lanes.busy)
    enter(stage, stage.room.panes.editor.body)


def walk_everywhere(stage: Stage, what: str, *, back: bool = True) -> None:
    """Walk with Tab and from pane to pane; nothing is left out, and every walk comes back."""
    for key in ("Tab", "Shift+Tab")[: 1 + back]:
        passed, wanted = walk(stage, key)
        assert not wanted - passed, (what, key, [name(one) for one in wanted - passed])
    begun = here(stage)
    strike(stage, "F6")
    for key in ("F6", "Shift+F6")[: 1 + back]:
        walk(stage, key)
    begun.setFocus(Qt.FocusReason.ShortcutFocusReason)


def some_chosen(stage: Stage) -> None:
    view = stage.room.panes.list.view
    enter(stage, view)
    for row in (0, 1):
        flag = QItemSelectionModel.SelectionFlag.Select
        view.selectionModel().select(view.model().index(row, 0), flag)


AROUND: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "details": (("Ctrl+Alt+D",), ("Ctrl+Alt+D",)),
    "source": (("Ctrl+Alt+M",), ("Ctrl+Alt+M",)),
    "replace": (("Ctrl+H",), ("Escape",)),
    "focus mode with find": (("F11", "Ctrl+F"), ("Escape", "Escape")),
    "link": (("Ctrl+Home", *["Right"] * 6, "Ctrl+L"), ("Escape",)),
    "target": (("Ctrl+Alt+W",), ("Escape",)),
    "picture in the text": (("Ctrl+Home", "Down", "Return"), ("Escape",)),
}
"""What can be open around the text: the keys that open it, and those that lead back."""
BESIDE = ("preview", "social", "print", "pictures", "checks", "history")


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_every_place_can_be_walked_through(stage: Stage, size: tuple[int, int]) -> None:
    stage.window.resize(*size)
    for filled in (False, True):
        if filled:
            full(stage)
        for place in Place:
            stage.window.activateWindow()
            stage.room.go_to(place)
            stage.until(lambda: not stage.lanes.busy)
            if place is not Place.ARTICLES:
                assert stage.window.pane(place).isAncestorOf(here(stage))
            walk_everywhere(stage, place, back=filled)
    stage.room.go_to(Place.REVIEW)
    stage.room.panes.review.show_side("decision")
    walk_everywhere(stage, "decision")


@pytest.mark.parametrize("state", list(AROUND))
def test_what_opens_over_the_text_can_be_walked_through_and_left(stage: Stage, state: str) -> None:
    stage.window.resize(*NARROW)
    full(stage)
    opening, leaving = AROUND[state]
    for one in opening:
        strike(stage, one)
    walk_everywhere(stage, state)
    for one in leaving:
        strike(stage, one)
    editor = stage.room.panes.editor
    assert here(stage) is editor.body
    assert editor.toolbar.isVisible()
    assert not stage.room.tools.finding.bar.isVisible()


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_what_stands_beside_the_text_can_be_walked_through_and_left(
    stage: Stage, size: tuple[int, int]
) -> None:
    stage.window.resize(*size)
    full(stage)
    panes = stage.room.panes
    for tab in BESIDE:
        if tab in {"social", "print"}:
            stage.room.look(tab)
        else:
            panes.articles.open_tab(tab)
        stage.until(lambda: not stage.lanes.busy)
        walk_everywhere(stage, tab, back=False)
        stop = first_stop(panes.inspector)
        assert stop is not None
        stop.setFocus(Qt.FocusReason.ShortcutFocusReason)
        strike(stage, "Escape")
        assert panes.inspector.isVisible() is not panes.articles.inspector_folded
        assert here(stage) is panes.editor.body


def test_escape_closes_a_drawer_from_wherever_the_keyboard_is(stage: Stage) -> None:
    stage.window.resize(*NARROW)
    full(stage)
    panes = stage.room.panes
    panes.articles.open_tab("preview")
    for part in sorted(stops(stage), key=name):
        panes.articles.open_tab("preview")
        enter(stage, part)
        strike(stage, "Escape")
        assert not panes.inspector.isVisible(), f"Escape did nothing at {name(part)}"
        here(stage)


def test_what_lies_under_a_drawer_does_not_take_the_keyboard(stage: Stage) -> None:
    stage.window.resize(*NARROW)
    full(stage)
    panes = stage.room.panes
    submit = next(one for one in stops(stage) if "Submit for approval" in name(one))
    panes.articles.open_tab("preview")
    stage.until(lambda: not takes_keys(submit))
    assert here(stage) is panes.editor.body, "Who writes goes on writing beside the page"
    ring = stage.window.ring
    enter(stage, panes.editor.body)
    stage.window.show_focus()
    strike(stage, "Tab")
    strike(stage, "Shift+Tab")
    drawer = panes.inspector.parentWidget()
    assert drawer is not None
    over = QRect(drawer.mapTo(stage.window, QPoint(0, 0)), drawer.size())
    if ring.isVisible():
        assert not ring.mask().translated(ring.pos()).intersects(over)
    strike(stage, "Escape")
    assert takes_keys(submit)


def test_the_list_is_walked_through_with_some_chosen_and_as_a_drawer(stage: Stage) -> None:
    full(stage)
    stage.room.presenter.tell("Something was done.", "Undo", lambda: None)
    some_chosen(stage)
    walk_everywhere(stage, "chosen")
    enter(stage, stage.room.panes.editor.body)
    stage.window.resize(900, 700)
    stage.room.toggle_list()
    walk_everywhere(stage, "drawer")
    strike(stage, "Escape")
    assert not stage.room.panes.list.isVisible()
    assert here(stage) is stage.room.panes.editor.body


def test_the_page_in_the_preview_is_scrolled_and_left_by_keys(stage: Stage) -> None:
    link = "[a link](https://example.org) "
    stage.open(stage.write("Long", body=f"{link * 3}\n\n" * 60))
    preview, hands = stage.room.panes.preview, Hands(stage.bot)
    hands.until(lambda: hands.ask_page(preview.view, "document.links.length") > 100)
    hands.until(preview.view.isEnabled)
    enter(stage, stage.room.panes.editor.body)
    preview.view.setFocus()
    assert preview.view.isAncestorOf(here(stage))

    def scrolled() -> bool:
        """Press as a person would, again: the browser takes no key before its first frame."""
        strike(stage, "PgDown")
        return float(str(hands.ask_page(preview.view, "scrollY"))) > 0

    hands.until(scrolled)
    for key in ("Tab", "Shift+Tab"):
        assert not preview.view.isAncestorOf(strike(stage, key))
        assert is_seen(stage, here(stage))
        preview.view.setFocus()
    assert strike(stage, "Escape") is stage.room.panes.editor.body


def _disable(part: QWidget) -> None:
    part.setEnabled(False)


def _hide(part: QWidget) -> None:
    part.hide()


def _hide_around(part: QWidget) -> None:
    part.parentWidget().hide()


@pytest.mark.parametrize("take", [_disable, _hide, _hide_around])
def test_the_keyboard_goes_on_nearby_where_its_part_goes_away(
    stage: Stage, take: Callable[[QWidget], None]
) -> None:
    full(stage)
    inspector = stage.room.panes.inspector
    (part,) = (one for one in inspector.findChildren(QToolButton) if one.accessibleName() == LAST)
    stage.until(part.isEnabled)
    enter(stage, part)
    take(part)
    stage.until(lambda: inspector.isAncestorOf(here(stage)))


def test_the_keyboard_never_stays_where_it_can_do_nothing(stage: Stage) -> None:
    full(stage)
    stage.room.go_to(Place.PUBLISH)
    place = stage.window.pane(Place.PUBLISH)
    place.setFocus()
    assert QApplication.focusWidget() is place
    stage.until(lambda: here(stage) is stage.room.panes.publish.list)
    stage.room.panes.publish.list.clearFocus()
    stage.until(lambda: QApplication.focusWidget() is stage.room.panes.publish.list)


def test_a_list_that_fills_later_takes_the_keyboard_then(stage: Stage) -> None:
    stage.window.activateWindow()
    stage.until(stage.window.isActiveWindow)
    stage.room.go_to(Place.REVIEW)
    stage.until(lambda: not stage.lanes.busy)
    review = stage.room.panes.review
    assert not review.queue.isVisible()
    assert review.isAncestorOf(here(stage))
    stage.window.activateWindow()
    stage.until(stage.window.isActiveWindow)
    article = stage.write("Snow")
    reviewing.submit(stage.desk, article)
    stage.link.changed.emit(Changes(articles=frozenset({article})), None)

    def taken() -> bool:
        # The browser may still start and take the window's place in front, which nobody gives back.
        stage.window.activateWindow()
        return QApplication.focusWidget() is review.queue

    stage.until(taken)


def test_the_key_of_the_place_on_show_fetches_the_keyboard_from_the_top_bar(stage: Stage) -> None:
    stage.room.go_to(Place.REVIEW)
    enter(stage, stage.window.top_bar.findChild(QToolButton))
    strike(stage, "Ctrl+3")
    assert stage.room.panes.review.isAncestorOf(here(stage))
