"""Where the keyboard stands: always in a part of the window that can be seen and used."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from shiboken6 import isValid

from newsroom.ui.look.covering import is_covered

_REASON = Qt.FocusReason
_REMEMBERED = 24
"""Parts that had the keyboard last: more than anybody passes with Tab between two panes."""


class Keyboard(QObject):
    """Follows the keyboard through one window and fetches it from where nobody sees it.

    Qt takes the keyboard from a part that is hidden, disabled or gone, and gives it to whatever
    comes next in the order of Tab, perhaps at the other end of the window, to a pane that takes no
    keys, or to nothing at all. It is then given to what is nearest to where it was.

    `grounds` gives the panes in sight, from the first to the last; `home` the one in which the
    keyboard belongs when it has nowhere else to stand.
    """

    def __init__(
        self,
        window: QWidget,
        app: QApplication,
        grounds: Callable[[], list[QWidget]],
        home: Callable[[], QWidget],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._grounds = grounds
        self._home = home
        self._trail: tuple[QWidget, ...] = ()
        self._stood: tuple[QWidget, ...] = ()
        self._stray: QWidget | None = None
        self._awaited: QWidget | None = None
        self._stand_in: QWidget | None = None
        self._settling = QTimer(self, singleShot=True, interval=0)
        self._settling.timeout.connect(self._settle)
        app.focusChanged.connect(self._on_focus)

    def enter(self, pane: QWidget, held: QWidget | None = None) -> None:
        """Give the keyboard to what had it in a pane before, or to where work begins there."""
        if held is not None and isValid(held) and takes_keys(held) and pane.isAncestorOf(held):
            give(held)
            return
        first = getattr(pane, "first_stop", None)
        if isinstance(first, QWidget) and takes_keys(first):
            give(first)
        elif stop := first_stop(pane):
            give(stop)
            self._await(first if isinstance(first, QWidget) else None, stop)

    def go_on(self, step: int) -> None:
        """Give the keyboard to the pane after the one that has it, or to one before.

        There it stands where it stood last: who only looks at the page goes on writing afterwards.
        """
        panes = [(pane, stop) for pane in self._grounds() if (stop := first_stop(pane))]
        now = QApplication.focusWidget() or self._window
        here = [number for number, (pane, _) in enumerate(panes) if pane.isAncestorOf(now)]
        if panes:
            start = here[-1] if here else -1
            pane, stop = panes[(start + step) % len(panes)]
            inner = [one for one, _ in panes if one is not pane and pane.isAncestorOf(one)]
            give(self._former(pane, inner) or stop, _REASON.ShortcutFocusReason)

    def _former(self, pane: QWidget, inner: list[QWidget]) -> QWidget | None:
        """Find what had the keyboard last in a pane, not in those within it, if it still can."""
        self._stood = tuple(part for part in self._stood if isValid(part))
        for part in self._stood:
            within = pane.isAncestorOf(part) and not any(one.isAncestorOf(part) for one in inner)
            if within and takes_keys(part):
                return part
        return None

    def settle_soon(self) -> None:
        """Look, when what happens now has happened, whether the keyboard can be seen."""
        self._settling.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go on to where work begins, once that is in sight and nobody went elsewhere."""
        if event.type() == QEvent.Type.Show and watched is self._awaited:
            self.settle_soon()
        return False

    def _await(self, part: QWidget | None, stand_in: QWidget) -> None:
        if self._awaited is not None and isValid(self._awaited):
            self._awaited.removeEventFilter(self)
        self._awaited, self._stand_in = part, stand_in
        if part is not None:
            part.installEventFilter(self)

    def _on_focus(self, old: QWidget | None, now: QWidget | None) -> None:
        if not isValid(self._window):
            return
        if now is None or not takes_keys(now):
            self.settle_soon()
        elif self._window.isAncestorOf(now):
            if self._strayed(old, now):
                self._stray = now
                self.settle_soon()
            else:
                self._trail = tuple(_up(now, self._window))
                others = (part for part in self._stood if part is not now)
                self._stood = (now, *others)[:_REMEMBERED]
                if hidden_in(now):
                    self.settle_soon()

    def _strayed(self, old: QWidget | None, now: QWidget) -> bool:
        """Whether Qt itself took the keyboard from a part that cannot have it any more."""
        if old is None or not isValid(old) or takes_keys(old):
            return False
        mine = [pane for pane in self._grounds() if pane.isAncestorOf(old)]
        return bool(mine) and not any(pane.isAncestorOf(now) for pane in mine)

    def _settle(self) -> None:
        stray, self._stray = self._stray, None
        now = QApplication.focusWidget()
        if not self._window.isActiveWindow() or QApplication.activePopupWidget():
            return
        if now is None or not takes_keys(now) or now is stray:
            self._fetch()
        elif now is self._stand_in and self._awaited and takes_keys(self._awaited):
            give(self._awaited)
        else:
            show(now)

    def _fetch(self) -> None:
        home = self._home()
        for part in self._trail:
            if part is home or not isValid(part) or part.isAncestorOf(home):
                break
            if part.isVisible() and (stop := first_stop(part)):
                give(stop)
                return
        self.enter(home)


def give(part: QWidget, reason: Qt.FocusReason = _REASON.OtherFocusReason) -> None:
    """Give the keyboard to a part, and bring that into sight."""
    part.setFocus(reason)
    show(part)


def show(part: QWidget) -> None:
    """Scroll to a part that is scrolled out of sight."""
    for area in hidden_in(part):
        area.ensureWidgetVisible(part)


def hidden_in(part: QWidget) -> list[QScrollArea]:
    """Find what a part is scrolled out of sight in, from the innermost outwards."""
    areas = [one for one in _up(part, part.window()) if isinstance(one, QScrollArea)]
    return [one for one in areas if one is not part and not _shows(one.viewport(), part)]


def _shows(port: QWidget, part: QWidget) -> bool:
    return port.rect().intersects(QRect(part.mapTo(port, QPoint(0, 0)), part.size()))


def takes_keys(part: QWidget) -> bool:
    """Whether a part can have the keyboard and is in sight, not under an open drawer."""
    able = part.isVisible() and part.isEnabled() and part.focusPolicy() != Qt.FocusPolicy.NoFocus
    return able and not is_covered(part)


@contextmanager
def covered_passed_over(window: QWidget) -> Iterator[None]:
    """Let the Tab key lead past what lies under an open drawer, for as long as it is pressed."""
    tab = Qt.FocusPolicy.TabFocus
    stops = [part for part in window.findChildren(QWidget) if part.focusPolicy() & tab]
    covered = [part for part in stops if part.isVisible() and is_covered(part)]
    policies = [part.focusPolicy() for part in covered]
    for part, policy in zip(covered, policies, strict=True):
        part.setFocusPolicy(policy & ~tab)
    try:
        yield
    finally:
        for part, policy in zip(covered, policies, strict=True):
            part.setFocusPolicy(policy)


def first_stop(pane: QWidget) -> QWidget | None:
    """Find the part of a pane, or the pane itself, at which the Tab key enters it: the topmost.

    Not by `nextInFocusChain`: PySide makes each widget that it gives a child of the one before, a
    ring that nothing takes apart again when the window goes.
    """
    if _is_stop(pane):
        return pane
    window = pane.window()
    inside = (part for part in pane.findChildren(QWidget) if part.window() is window)
    stops = [part for part in inside if _is_stop(part)]
    return min(stops, key=lambda part: _corner(part, pane), default=None)


def _is_stop(part: QWidget) -> bool:
    return bool(part.focusPolicy() & Qt.FocusPolicy.TabFocus) and takes_keys(part)


def _corner(part: QWidget, pane: QWidget) -> tuple[int, int]:
    """Give where a part stands in a pane, down and across, however far it is scrolled."""
    down = across = 0
    for here in _up(part, pane):
        port = here.parentWidget()
        if port is None or not isinstance(port.parentWidget(), QScrollArea):
            down, across = down + here.y(), across + here.x()
    return down, across


def _up(part: QWidget, window: QWidget) -> Iterator[QWidget]:
    """Walk from a part to what it stands in, up to the window."""
    here: QWidget | None = part
    while here is not None and here is not window:
        yield here
        here = here.parentWidget()
