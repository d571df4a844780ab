"""The first start: open a library, or begin a newsroom in a folder."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from newsroom import desk as deeds
from newsroom.domain.errors import NewsroomError, Refused
from newsroom.domain.house import House, Section
from newsroom.domain.house_rules import require_web_address
from newsroom.ui.choosing import ask_for_file, ask_for_folder
from newsroom.ui.look.bars import Surface
from newsroom.ui.look.controls import Button, Kind, Segments
from newsroom.ui.look.fitting import fit
from newsroom.ui.look.forms import beside, line_field
from newsroom.ui.look.labels import Label
from newsroom.ui.look.theme import Theme
from newsroom.ui.look.tokens import (
    BASE,
    FIGURE,
    META,
    SPACE_4,
    SPACE_8,
    SPACE_16,
    SPACE_24,
    Ink,
)

_WIDTH = 480
_LANGUAGES = (("en", "English", ""), ("ru", "Русский", ""), ("kk", "Қазақша", ""))
_FIRST_SECTIONS = {"en": "News", "ru": "Новости", "kk": "Жаңалықтар"}


@dataclass(frozen=True, slots=True)
class Beginning:
    """What a person said to begin a newsroom."""

    folder: Path
    house: House
    person: str


def simple_house(name: str, language: str, address: str = "") -> House:
    """Make a house of what is known at first; everything else can be told in Settings later."""
    section = Section("news", _FIRST_SECTIONS.get(language, "News"))
    return House(
        name=name,
        short_name=name,
        url=require_web_address(address) if address else "",
        language=language,
        languages=(language,),
        sections=(section,),
    )


class Welcome(Surface):
    """Asks for a folder. `open_wanted` carries one with a library, `begin_wanted` a `Beginning`."""

    open_wanted = Signal(object)
    begin_wanted = Signal(object)

    def __init__(self, theme: Theme, folder: Path) -> None:
        super().__init__("paper")
        self._house: House | None = None
        self.house = line_field("Name of the publication")
        self.address = line_field("Web address", "https:// · can be told later")
        self.person = line_field("Your name")
        self.folder = line_field("Folder")
        self.folder.setText(str(folder))
        self._language = Segments(theme, _LANGUAGES)
        self._language.setAccessibleName("Language")
        self._chosen_language = _LANGUAGES[0][0]
        self._language.chosen.connect(self._on_language)
        self._from_file = Label("", META, Ink.GREEN)
        self._from_file.hide()
        self._fault = Label("", BASE, Ink.AMBER)
        self._fault.setWordWrap(True)
        self._fault.hide()
        self.begin = Button(theme, "Begin a newsroom", Kind.PRIMARY)
        self.begin.clicked.connect(self._on_begin)
        for field in (self.house, self.address, self.person, self.folder):
            field.returnPressed.connect(self._on_begin)
        self._arrange(theme)

    def show_fault(self, error: NewsroomError) -> None:
        """Say what went wrong, and leave the choice to the person."""
        self._fault.setText(f"{error.message} {error.hint}".strip())
        self._fault.show()

    @property
    def fault(self) -> str:
        """What went wrong; empty when nothing did."""
        return self._fault.text()

    def _arrange(self, theme: Theme) -> None:
        file = Button(theme, "Use a house file", Kind.PLAIN)
        file.clicked.connect(self._on_house_file)
        other = Button(theme, "Open a library", Kind.PLAIN)
        other.clicked.connect(self._on_open)
        choose = Button(theme, "Choose", Kind.PLAIN)
        choose.setAccessibleName("Choose the folder")
        choose.clicked.connect(self._on_folder)
        column = QVBoxLayout()
        column.setSpacing(SPACE_4)
        column.addWidget(Label("Begin a newsroom", FIGURE))
        line = Label(
            "Everything is kept in one folder on this laptop. No server and no network are needed.",
            BASE,
            Ink.INK_2,
        )
        line.setWordWrap(True)
        column.addWidget(line)
        column.addSpacing(SPACE_16)
        for words, part in (
            ("Name of the publication", beside(self.house, file)),
            ("", self._from_file),
            ("Web address of the publication", self.address),
            ("Language", self._language),
            ("Your name, as on a byline", self.person),
            ("Folder", beside(self.folder, choose)),
        ):
            if words:
                column.addSpacing(SPACE_8)
                column.addWidget(Label(words, META, Ink.INK_2))
            column.addWidget(part)
        column.addSpacing(SPACE_16)
        column.addWidget(self._fault)
        column.addSpacing(SPACE_8)
        column.addWidget(beside(None, other, self.begin))
        self._center(column)

    def _center(self, column: QVBoxLayout) -> None:
        middle = QWidget()
        fit(middle, most=_WIDTH)
        middle.setLayout(column)
        ground = Surface("paper")
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(ground)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)
        row = QHBoxLayout(ground)
        row.setContentsMargins(SPACE_24, SPACE_24, SPACE_24, SPACE_24)
        row.addStretch(1)
        row.addWidget(middle, 4, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)

    def _on_language(self, language: str) -> None:
        self._chosen_language = language

    def _on_house_file(self) -> None:
        ask_for_file(self, "House file", "House files (*.toml)", self.use_house_file)

    def use_house_file(self, path: Path) -> None:
        """Take the house from a file."""
        try:
            self._house = deeds.opening.read_house_file(path)
        except NewsroomError as error:
            self.show_fault(error)
            return
        self._fault.hide()
        self.house.setText(self._house.name)
        self.house.setReadOnly(True)
        self.address.setText(self._house.url)
        self.address.setReadOnly(True)
        self._language.setEnabled(False)
        self._from_file.setText(f"From {path.name}: {len(self._house.sections)} sections.")
        self._from_file.show()

    def _on_folder(self) -> None:
        ask_for_folder(self, "Folder for the library", self._on_folder_chosen)

    def _on_folder_chosen(self, folder: Path) -> None:
        self.folder.setText(str(folder))

    def _on_open(self) -> None:
        ask_for_folder(self, "Open a library", self.open_wanted.emit)

    def _on_begin(self) -> None:
        try:
            wanted = self._beginning()
        except Refused as refused:
            self.show_fault(refused)
            return
        self._fault.hide()
        self.begin_wanted.emit(wanted)

    def _beginning(self) -> Beginning:
        name, person = self.house.text().strip(), self.person.text().strip()
        if not name:
            self.house.setFocus()
            raise Refused("A newsroom needs a name.", hint="Type the name of the publication.")
        if not person:
            self.person.setFocus()
            raise Refused("A newsroom needs a person.", hint="Type your own name.")
        if not self.folder.text().strip():
            self.folder.setFocus()
            raise Refused("A newsroom needs a folder.", hint="Choose one.")
        try:
            house = self._house or simple_house(
                name, self._chosen_language, self.address.text().strip()
            )
        except Refused:
            self.address.setFocus()
            raise
        return Beginning(Path(self.folder.text().strip()).expanduser(), house, person)
