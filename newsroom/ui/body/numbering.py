"""The numbers that list items are shown with: the same that the page gives them."""

from __future__ import annotations

from newsroom.ui.body.line import Line, Role, joins


class Numbering:
    """Counts items as their lines are met, in reading order."""

    def __init__(self) -> None:
        self._first: Line | None = None
        self._last: Line | None = None
        self._open: list[tuple[Line, int]] = []

    def number(self, line: Line) -> int:
        """Give an item's number within its list; a line that is no item ends the list."""
        if line.role is not Role.ITEM:
            self._first = self._last = None
            self._open = []
            return 0
        if self._first is None or self._last is None or not self._follows(line):
            self._first, self._open = line, []
        self._last = line
        return self._count(line)

    def _follows(self, line: Line) -> bool:
        assert self._first is not None
        assert self._last is not None
        if not joins(self._first, self._last, line):
            return False
        if line.level == self._first.level:
            return line.list_key == self._first.list_key
        return line.level > self._first.level

    def _count(self, line: Line) -> int:
        while self._open and self._open[-1][0].level > line.level:
            self._open.pop()
        if self._open and self._open[-1][0].level == line.level:
            begun, index = self._open.pop()
            if begun.list_key == line.list_key:
                self._open.append((begun, index + 1))
                return begun.start + index + 1
        self._open.append((line, 0))
        return line.start
