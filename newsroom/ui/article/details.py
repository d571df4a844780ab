"""The fields that readers do not see at once: sources, tags, the page's address, the embargo."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit

from newsroom.domain.article import Content
from newsroom.domain.errors import Refused
from newsroom.domain.house import House
from newsroom.domain.lines import date_line
from newsroom.domain.slug import require_slug, slugify
from newsroom.domain.times import zone
from newsroom.ui.article.bringing import Step, bring
from newsroom.ui.article.moment_field import MomentField
from newsroom.ui.look.bars import Surface
from newsroom.ui.look.fitting import fit
from newsroom.ui.look.labels import Label
from newsroom.ui.look.one_line import OneLine
from newsroom.ui.look.theme import Theme
from newsroom.ui.look.tokens import BUTTON, META, SPACE_8, SPACE_12, SPACE_16, Ink


class Details(Surface):
    """A card of four fields."""

    edited = Signal()

    def __init__(self, theme: Theme, now: Callable[[], datetime]) -> None:
        super().__init__("card")
        self._house: House | None = None
        self._language = ""
        self._embargo: datetime | None = None
        self.sources = _field("Sources", "Names, with semicolons between them")
        self.tags = _field("Tags", "Words, with commas between them")
        self.slug = _field("Address", "Made from the headline")
        self._slug_line = Label("", META, Ink.AMBER)
        self._slug_line.setWordWrap(True)
        self._slug_line.hide()
        self.time = MomentField(theme, "No embargo", now, META)
        grid = QGridLayout(self)
        grid.setContentsMargins(SPACE_16, SPACE_12, SPACE_16, SPACE_12)
        grid.setHorizontalSpacing(SPACE_16)
        grid.setVerticalSpacing(SPACE_8)
        for row, (words, field) in enumerate(
            (("Sources", self.sources), ("Tags", self.tags), ("Address", self.slug))
        ):
            grid.addWidget(Label(words, META, Ink.INK_2), row, 0)
            grid.addWidget(field, row, 1)
            field.textEdited.connect(self._on_edited)
        grid.addWidget(self._slug_line, 3, 1)
        grid.addWidget(Label("Embargo", META, Ink.INK_2), 4, 0)
        grid.addWidget(self.time, 4, 1, Qt.AlignmentFlag.AlignLeft)
        self.time.chosen.connect(self._on_time)

    def show_house(self, house: House) -> None:
        """Write times in a house's form from now on."""
        self._house = house
        self._show_time()

    def show_content(self, content: Content) -> None:
        """Show another article's further fields."""
        self.sources.setText("; ".join(content.sources))
        self.tags.setText(", ".join(content.tags))
        self.slug.setText(content.slug)
        self._show_rest(content)

    def renew(self, content: Content) -> None:
        """Show other values; a field that has its value already keeps its caret and undo."""
        now = self.put_into(content)
        if now.sources != content.sources:
            self.sources.setText("; ".join(content.sources))
        if now.tags != content.tags:
            self.tags.setText(", ".join(content.tags))
        if now.slug != content.slug:
            self.slug.setText(content.slug)
        self._show_rest(content)

    def bring(self, content: Content, step: Step | None) -> None:
        """Show other values, which the fields remember as a step of their own."""
        now = self.put_into(content)
        if now.sources != content.sources:
            bring(self.sources, "; ".join(content.sources), step)
        if now.tags != content.tags:
            bring(self.tags, ", ".join(content.tags), step)
        if now.slug != content.slug:
            bring(self.slug, content.slug, step)
        self._show_rest(content)

    def _show_rest(self, content: Content) -> None:
        self.slug.setPlaceholderText(slugify(content.headline) or "Made from the headline")
        self._embargo = content.embargo
        self._language = content.language
        self._judge_slug()
        self._show_time()

    def put_into(self, content: Content) -> Content:
        """Give the content with what stands in the fields; an unfit address is left out."""
        return replace(
            content,
            sources=_parts(self.sources.text(), ";"),
            tags=_parts(self.tags.text(), ","),
            slug="" if self._slug_fault() else self.slug.text().strip(),
            embargo=self._embargo,
        )

    def _on_edited(self) -> None:
        self._judge_slug()
        self.edited.emit()

    def _on_time(self, moment: datetime | None) -> None:
        self._embargo = moment
        self._show_time()
        self.edited.emit()

    def _slug_fault(self) -> str:
        slug = self.slug.text().strip()
        try:
            require_slug(slug) if slug else None
        except Refused as refused:
            return f"{refused.message} {refused.hint}"
        return ""

    def _judge_slug(self) -> None:
        fault = self._slug_fault()
        self._slug_line.setText(fault)
        self._slug_line.setVisible(bool(fault))

    def _show_time(self) -> None:
        if self._house is None:
            return
        shown = date_line(self._embargo, self._house, self._language) if self._embargo else ""
        self.time.show_moment(self._embargo, shown, zone(self._house.time_zone))


def _field(words: str, hint: str) -> QLineEdit:
    field = OneLine()
    fit(field, height=BUTTON)
    field.setAccessibleName(words)
    field.setPlaceholderText(hint)
    return field


def _parts(words: str, mark: str) -> tuple[str, ...]:
    return tuple(part for one in words.split(mark) if (part := one.strip()))
