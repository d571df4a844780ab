"""The preview pane: the page at the width of a phone, a tablet or a desk, and its fingerprint."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from newsroom import desk as deeds
from newsroom.domain.article import Story
from newsroom.domain.errors import NewsroomError
from newsroom.domain.links import is_web_link
from newsroom.ui.choosing import ask_where_to_save
from newsroom.ui.desk_link import DeskLink
from newsroom.ui.frame.drawer import motion_wanted
from newsroom.ui.look.bars import Footer, Surface, ToolRow
from newsroom.ui.look.controls import IconButton, Segments
from newsroom.ui.look.theme import Theme
from newsroom.ui.preview.device_stage import DEVICES, DeviceStage
from newsroom.ui.preview.patching import Shown
from newsroom.ui.preview.pointing import PARTS, Place, Pointed
from newsroom.ui.preview.proof import ProofLine
from newsroom.ui.preview.scheme import PAGE_URL, Answer, path_of
from newsroom.ui.spot import BODY, Spot

if TYPE_CHECKING:
    from newsroom.desk.previewing import Preview
    from newsroom.ui.preview.page_view import PageView
    from newsroom.ui.preview.print_view import PrintView
    from newsroom.ui.preview.social_view import SocialView

SOCIAL = "social"
_BROWSER_MS = 200
"""How long after it came into sight the pane starts its browser, if no page has come by then:
whoever opens the program sees his list first."""
_PARTS = (
    *((one.key, one.words, one.icon) for one in DEVICES),
    (SOCIAL, "Social", "mdi6.share-variant-outline"),
)


class PreviewPane(Surface):
    """Shows a story as its page, and says which bytes that page is.

    `shown` tells that the story with that number is painted; `appeared` that the pane has come into
    sight, perhaps with a page that is behind; `spot_wanted` carries the place in the story that was
    clicked; `pdf_saved` the path of a PDF that was written; `escaped` and `left` are the page's.
    """

    shown = Signal(int)
    appeared = Signal()
    spot_wanted = Signal(object)
    pdf_saved = Signal(object)
    escaped = Signal()
    left = Signal()

    def __init__(self, theme: Theme, link: DeskLink) -> None:
        super().__init__("desk")
        self._link = link
        self._preview: Preview | None = None
        self._story: Story | None = None
        self._number = 0
        self._standing = 0
        self._typed = False
        self._sought: tuple[Spot, Spot | None] | None = None
        self._form = DEVICES[0].key
        self._theme = theme
        self._starting = QTimer(self, singleShot=True, interval=_BROWSER_MS)
        self._starting.timeout.connect(self._start_browser)
        self._build(theme)

    @cached_property
    def view(self) -> PageView:
        """The browser that shows the page; it starts when it is asked for first."""
        from newsroom.ui.preview.page_view import PageView

        view = PageView(self._fetch)
        view.setAccessibleName("Preview of the page")
        view.shown.connect(self._on_shown)
        view.pointed.connect(self._on_pointed)
        view.link_wanted.connect(_follow)
        view.escaped.connect(self.escaped)
        view.left.connect(self.left)
        self._stage.hold(view)
        return view

    @cached_property
    def social(self) -> SocialView:
        """What others see of the page where it is shared."""
        from newsroom.ui.preview.social_picture import SocialPicture
        from newsroom.ui.preview.social_view import SocialView

        social = SocialView(self._theme, SocialPicture(self._link))
        self._layers.addWidget(social)
        if self._preview:
            social.show_preview(self._preview)
        return social

    @cached_property
    def printed(self) -> PrintView:
        """The page as it is printed."""
        from newsroom.ui.preview.print_view import PrintView

        printed = PrintView(self._theme, self.view.print_page)
        printed.save_wanted.connect(self.save_pdf)
        self._layers.addWidget(printed)
        return printed

    def _has(self, part: str) -> bool:
        """Whether a part that is made when it is first asked for is there."""
        return part in self.__dict__

    def _start_browser(self) -> None:
        """Let the browser start before its first page comes."""
        self.view.update()

    def _build(self, theme: Theme) -> None:
        self._forms = Segments(theme, _PARTS)
        self._forms.setAccessibleName("Form of the preview")
        self._forms.chosen.connect(self.choose_form)
        tools = ToolRow("pane")
        tools.row.addWidget(self._forms, 1)
        self._stage = DeviceStage()
        self._layers = QStackedWidget()
        self._layers.addWidget(self._stage)
        self.proof = ProofLine(theme)
        self._print = IconButton(theme, "mdi6.printer-outline", "Print view")
        self._print.setCheckable(True)
        self._print.toggled.connect(self._show_printed)
        self._open = IconButton(theme, "mdi6.open-in-new", "Open the page in a browser")
        self._open.clicked.connect(self.open_page)
        self._open.setEnabled(False)
        footer = Footer("pane")
        footer.add(self.proof)
        footer.stretch()
        footer.add(self._print, self._open)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(tools)
        column.addWidget(self._layers, 1)
        column.addWidget(footer)

    @property
    def preview(self) -> Preview | None:
        """The page that is on its way to the screen or stands there."""
        return self._preview

    def show_story(self, story: Story) -> int:
        """Show a story, saved or not; give the number that `shown` will tell when it stands."""
        self._number += 1
        number = self._number
        if self._story is None or self._story.id != story.id:
            self._sought = None
        self._story = story
        self._typed = False
        self._open.setEnabled(True)
        self.proof.await_page()
        self._stage.await_page()
        self._link.read(
            lambda desk: deeds.previewing.preview(desk, story),
            lambda made: self._on_made(number, made),
            "preview",
            self._on_failed,
        )
        return number

    def open_page(self) -> None:
        """Open the page in the person's own browser, marked as a draft."""
        story = self._story
        if story is None:
            return
        self._open.setEnabled(False)
        self._link.picture(
            lambda desk: deeds.previewing.write_draft(desk, story),
            self._on_written,
            self._on_not_written,
        )

    def _on_written(self, page: Path) -> None:
        self._open.setEnabled(True)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(page)))

    def _on_not_written(self, error: Exception) -> None:
        self._open.setEnabled(True)
        self._link.failed.emit(error)

    def choose_form(self, key: str) -> None:
        """Look at the page in another width, or at what others see of it where it is shared."""
        self._forms.choose(key)
        self._form = key
        for device in DEVICES:
            if device.key == key:
                self._stage.choose(device)
        self._print.setChecked(False)
        self._show_layer()

    def show_page(self) -> None:
        """Show the page itself, in the width that was chosen last."""
        device = self._form if self._form != SOCIAL else DEVICES[0].key
        self.choose_form(device)

    def toggle_print(self) -> None:
        """Show the page as it is printed, or as it is read again."""
        self._print.toggle()

    def _show_printed(self, printed: bool) -> None:
        self._show_layer()

    def _show_layer(self) -> None:
        if self._print.isChecked():
            self._layers.setCurrentWidget(self.printed)
        else:
            self._layers.setCurrentWidget(self.social if self._form == SOCIAL else self._stage)

    def save_pdf(self) -> None:
        """Ask for a place, and write the page there as it is printed."""
        name = f"{self._preview.page.path.parent.name if self._preview else 'page'}.pdf"
        title = "Save the page as PDF, to print or to send"
        ask_where_to_save(self, title, "PDF (*.pdf)", self.write_pdf, name=name)

    def write_pdf(self, path: Path) -> None:
        """Write the page to a file as it is printed; `pdf_saved` tells when it is there."""
        self.view.print_page(lambda data: self._write(path, bytes(data.data())))

    def _write(self, path: Path, data: bytes) -> None:
        self._link.picture(
            lambda _: deeds.previewing.write_file(path, data),
            lambda _: self.pdf_saved.emit(path),
            self._link.failed.emit,
        )

    def await_story(self) -> None:
        """Vouch for nothing until the story that is being typed is shown."""
        self._typed = True
        self.proof.await_page()

    def reveal(self, spot: Spot, beside: Spot | None = None) -> None:
        """Bring a spot of the story into sight, where it is not.

        With `beside`, only if that one is in sight, as for somebody who writes on from there. A
        page that is behind has perhaps no such spot yet: it is sought when the page has come.
        """
        if self._typed or self._standing != self._number:
            former = self._sought[1] if self._sought else beside
            self._sought = spot, former if beside else None
            return
        place = self._place(spot)
        if place:
            near = self._place(beside) if beside else None
            self.view.reveal(place, smooth=motion_wanted(), beside=near)

    def _place(self, spot: Spot) -> Place | None:
        if self._preview and spot.part == BODY:
            return Place(BODY, self._preview.element_of(spot.block), spot.share)
        return Place(spot.part) if self._preview and spot.part in PARTS else None

    def _on_made(self, number: int, made: Preview) -> None:
        if number != self._number:
            return
        former, self._preview = self._preview, made
        other = former is None or former.page.article != made.page.article
        self.view.show_page(number, _shown(made), at_top=other)
        if self._has("social"):
            self.social.show_preview(made)

    def _on_failed(self, error: Exception) -> None:
        words = error.message if isinstance(error, NewsroomError) else "No page can be shown."
        self.proof.fail(words)
        self._stage.say_why(words)

    def _on_shown(self, number: int) -> None:
        self._standing = number
        self._stage.uncover()
        if self._sought and number == self._number and not self._typed:
            sought, self._sought = self._sought, None
            self.reveal(*sought)
        if number == self._number and self._preview and self._story:
            dated = self._story.content.published is not None
            self.proof.show_page(self._preview.fingerprint, dated=dated)
        if self._has("printed"):
            self.printed.page_changed()
        self.shown.emit(number)

    def _on_pointed(self, found: Pointed) -> None:
        if found.part in PARTS:
            self.spot_wanted.emit(Spot(found.part, before=found.before))
        elif found.part == BODY and self._preview:
            block = self._preview.block_of(found.element, found.note)
            if block is not None:
                self.spot_wanted.emit(Spot(BODY, block, found.before))

    def _fetch(self, path: str, answer: Answer) -> None:
        preview = self._preview
        if preview is None:
            answer(None)
        else:
            wanted = _in_site(path, preview)
            self._link.picture(
                lambda desk: deeds.previewing.preview_file(desk, preview, wanted),
                answer,
                lambda _error: answer(None),
            )

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._starting.start()
        self.appeared.emit()

    def minimumSizeHint(self) -> QSize:
        return QSize(320, 240)

    def closing(self) -> None:
        """Let go of the browser before the window goes; answers still to come are dropped."""
        self._number += 1
        self._story = None
        self._starting.stop()
        if self._has("view"):
            self.view.closing()


def _follow(link: str) -> None:
    """Open a link of the page in the person's own browser."""
    if is_web_link(link):
        QDesktopServices.openUrl(QUrl(link))


def _in_site(path: str, preview: Preview) -> str:
    """Give a file's path in the site: a page without a section lies less deep than it is shown."""
    deeper = path_of(PAGE_URL).count("/") - len(preview.page.path.parents) + 1
    return "/".join(path.split("/")[max(0, deeper) :])


def _shown(made: Preview) -> Shown:
    return Shown(made.before, made.blocks, made.after, made.data)
