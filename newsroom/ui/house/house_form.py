"""The house in a form: its names, address, time zone, language, sections and terms."""

from __future__ import annotations

from dataclasses import replace
from zoneinfo import available_timezones

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QCompleter, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from newsroom.domain.errors import NewsroomError, Refused
from newsroom.domain.house import House
from newsroom.domain.house_rules import require_printable
from newsroom.domain.languages import language_words
from newsroom.ui.house.section_rows import SectionRows
from newsroom.ui.house.setting_rows import SettingRow, Stand, card_of
from newsroom.ui.look.controls import Button, Kind, MenuButton
from newsroom.ui.look.fitting import fit
from newsroom.ui.look.forms import beside, line_field
from newsroom.ui.look.labels import IconLabel
from newsroom.ui.look.theme import Theme
from newsroom.ui.look.tokens import BASE, META, SPACE_12, Ink

_LANGUAGES = ("en", "ru", "kk")
_NOTICE_HEIGHT = 92
_SECTIONS = "In the order of the menu. The address of a section stays when its name changes."
_NOTICE = "Under every story"
_TEXTS = (
    ("name", "Name", "", "As it stands over every page"),
    ("short_name", "Short name", "", "In the titles of pages, after the headline"),
    ("tagline", "Tagline", "A line under the name", ""),
    ("url", "Web address", "https://", "Where the pages will lie; feeds and links need it"),
    ("time_zone", "Time zone", "Asia/Almaty", "Datelines tell the time of this place"),
)


class HouseForm(QWidget):
    """Shows a house and lets it be changed; `change_wanted` carries the house as it should be."""

    change_wanted = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._house: House | None = None
        self._fields = {name: line_field(words, hint) for name, words, hint, _ in _TEXTS}
        self._fields["time_zone"].installEventFilter(self)
        self._language = MenuButton(theme, "")
        self._chosen = ""
        for code in _LANGUAGES:
            action = self._language.choices.addAction(language_words(code))
            action.triggered.connect(lambda _=False, code=code: self._choose(code))
        self.sections = SectionRows(theme)
        self.notice = QPlainTextEdit()
        fit(self.notice, role=BASE, height=_NOTICE_HEIGHT)
        self.notice.setTabChangesFocus(True)
        self.notice.setAccessibleName("Republication notice")
        self.notice.setPlaceholderText("What others may reprint, and on what terms")
        self._fault = IconLabel(theme, "mdi6.alert-outline", "", META, Ink.AMBER)
        self._fault.label.setWordWrap(True)
        self.save = Button(theme, "Save the house", Kind.PRIMARY)
        self.put_back = Button(theme, "Put back")
        self._arrange()
        self._connect()
        self._judge()

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_12)
        rows = [
            SettingRow(words, self._fields[name], about, Stand.FIELD)
            for name, words, _, about in _TEXTS
        ]
        column.addWidget(
            card_of(
                *rows,
                SettingRow("Language of new articles", self._language),
                SettingRow("Sections", self.sections, _SECTIONS, Stand.LINES),
                SettingRow("Republication notice", self.notice, _NOTICE, Stand.LINES),
            )
        )
        column.addWidget(self._fault)
        column.addWidget(beside(None, self.put_back, self.save))

    def _connect(self) -> None:
        for field in self._fields.values():
            field.textEdited.connect(self._judge)
        self.notice.textChanged.connect(self._judge)
        self.sections.edited.connect(self._judge)
        self.save.clicked.connect(self._on_save)
        self.put_back.clicked.connect(self._on_put_back)

    def field(self, name: str) -> QLineEdit:
        """Give the field of a text of the house."""
        return self._fields[name]

    def show_house(self, house: House) -> None:
        """Show a house as it stands, unless somebody is changing the one before.

        One that is told of again moves no caret: somebody may be about to write on.
        """
        former, changing = self._house, self._changing()
        self._house = house
        if not changing and house != former:
            self._on_put_back()
        self._judge()

    def _changing(self) -> bool:
        try:
            return self._house is not None and self._wanted() != self._house
        except Refused:
            return True

    def _on_put_back(self) -> None:
        house = self._house
        assert house is not None
        for name, field in self._fields.items():
            field.setText(getattr(house, name))
        self.notice.setPlainText(house.notice)
        self.sections.show_sections(house.sections)
        self._choose(house.language)

    def _choose(self, code: str) -> None:
        self._chosen = code
        self._language.setText(language_words(code))
        self._language.setAccessibleName(f"Language: {language_words(code)}")
        self._judge()

    def _wanted(self) -> House:
        """Give the house as the form says it; what the form does not show stays as it is."""
        house = self._house
        assert house is not None
        texts = {name: field.text().strip() for name, field in self._fields.items()}
        languages = house.languages or (house.language,)
        if self._chosen not in languages:
            languages = (*languages, self._chosen)
        return replace(
            house,
            name=texts["name"],
            short_name=texts["short_name"],
            tagline=texts["tagline"],
            url=texts["url"].rstrip("/"),
            time_zone=texts["time_zone"],
            language=self._chosen,
            languages=house.languages if self._chosen == house.language else languages,
            sections=self.sections.sections(),
            notice=self.notice.toPlainText().strip(),
        )

    def _judge(self) -> None:
        """Say what is wrong while it is typed, and offer to save only what can be."""
        fault, changed = "", False
        if self._house is not None:
            try:
                wanted = self._wanted()
                changed = wanted != self._house
                require_printable(wanted)
            except Refused as refused:
                fault, changed = f"{refused.message} {refused.hint}".strip(), True
        self._fault.say(fault)
        self._fault.setVisible(bool(fault))
        self.put_back.setEnabled(changed)
        self.save.setEnabled(changed and not fault)

    def _on_save(self) -> None:
        self.save.setEnabled(False)
        self.change_wanted.emit(self._wanted())

    def show_fault(self, error: NewsroomError) -> None:
        """Say why the house could not be saved, and let it be tried again."""
        self._judge()
        self._fault.say(f"{error.message} {error.hint}".strip())
        self._fault.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.FocusIn:
            self._offer_zones()
        return False

    def _offer_zones(self) -> None:
        """Complete the names of time zones, which are read from disk, once somebody needs them."""
        field = self._fields["time_zone"]
        if field.completer() is None:
            offered = QCompleter(sorted(available_timezones()), field)
            offered.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            offered.setFilterMode(Qt.MatchFlag.MatchContains)
            offered.activated.connect(self._judge)
            field.setCompleter(offered)
