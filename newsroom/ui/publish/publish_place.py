"""The publish place: choose stories and a folder, export, read the report."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QResizeEvent
from PySide6.QtWidgets import (
    QListView,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from newsroom.desk.foreseeing import Outlook, foresee
from newsroom.domain.changes import Changes
from newsroom.domain.errors import Cancelled, NewsroomError
from newsroom.domain.ids import ArticleId, PictureId
from newsroom.ui.catching_up import CatchingUp
from newsroom.ui.choosing import ask_for_folder
from newsroom.ui.desk_link import DeskLink
from newsroom.ui.look.bars import Footer, PaneHeader, Surface
from newsroom.ui.look.controls import Button, Kind
from newsroom.ui.look.fitting import fit
from newsroom.ui.look.focus import in_order
from newsroom.ui.look.labels import AsideLabel, EmptyState, IconLabel, Label
from newsroom.ui.look.scale import grown, tall
from newsroom.ui.look.scrolling import ScrollingColumn
from newsroom.ui.look.theme import Theme
from newsroom.ui.look.tokens import FOLD_REPORT, META, PANE_TITLE, RAIL_FOLDED, Ink
from newsroom.ui.look.turns import Turns, stack
from newsroom.ui.publish.export_job import ExportJob, Verified
from newsroom.ui.publish.progress_card import ProgressCard
from newsroom.ui.publish.ready_delegate import ReadyDelegate
from newsroom.ui.publish.ready_model import ReadyModel
from newsroom.ui.publish.report_pane import ReportPane
from newsroom.ui.publish.rights_bar import RightsBar

if TYPE_CHECKING:
    from newsroom.desk.publishing import Exported

_NO_FOLDER = "Choose a folder to see what will change"
_LOOKING = "Comparing with what lies in the folder"
_NO_STORIES = "Tick a story to see what will change"
_FORESEEN = 500
_TOO_MANY = f"With more than {_FORESEEN} stories, what changes is told while it is written"
FOLDER = "export-folder"
"""The key under which this laptop keeps the folder that was exported to last."""
_LIST, _LIST_LEAST, _EXPORT_LEAST, _REPORT = 336, 260, 400, 440
_THUMBNAIL = 160


class PublishPlace(CatchingUp):
    """Exports what is ticked into a folder, one export at a time.

    `review_wanted` tells that the person would rather approve something first.
    """

    review_wanted = Signal()

    def __init__(self, theme: Theme, link: DeskLink) -> None:
        super().__init__("chrome", self.look_again)
        self._link = link
        self._job: ExportJob | None = None
        self._folder = _known_folder(link)
        self._model = ReadyModel(link)
        self._model.setParent(self)
        self.list = _list(ReadyDelegate(theme, self), self._model)
        self._count = Label("", META, Ink.INK_3)
        self._chosen = Label("", META, Ink.INK_2)
        self._select = Button(theme, "Select none")
        self.export_button = Button(theme, "Export", Kind.PRIMARY, "mdi6.tray-arrow-up")
        self.export_button.setEnabled(False)
        self._open_folder = Button(theme, "Open folder", icon="mdi6.folder-open-outline")
        self.progress = ProgressCard(theme)
        self.report = ReportPane(theme, self._thumbnail)
        self.rights = RightsBar(theme, link)
        self._turns = Turns(
            theme,
            ScrollingColumn(self.progress, name="Progress"),
            self.report,
            ("Export", "Report"),
        )
        self._title = Label("Export", PANE_TITLE)
        self._lists = QStackedWidget()
        self._empty = EmptyState(theme, "No approved stories", "Open Review")
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._build(theme)
        self._connect(theme)
        self._show_folder()
        self.catch_up()

    def _build(self, theme: Theme) -> None:
        splitter = self._splitter
        splitter.setHandleWidth(1)
        splitter.setChildrenCollapsible(False)
        self._panes = (self._list_pane(), self._export_pane(theme), self.report)
        for pane in self._panes:
            splitter.addWidget(pane)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([grown(_LIST), 560, grown(_REPORT)])
        self.first_stop = self.list
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.rights)
        column.addWidget(splitter, 1)
        in_order(
            self._select,
            self.list,
            self._turns.switch,
            self._open_folder,
            self.export_button,
            *self.progress.stops(),
            self.report,
        )

    def _list_pane(self) -> Surface:
        pane = Surface("pane")
        pane.setAccessibleName("Stories")
        fit(pane, least=_LIST_LEAST)
        header = PaneHeader("pane")
        header.add(Label("Publish", PANE_TITLE), self._count)
        header.stretch()
        header.add(self._select)
        footer = Footer("pane")
        footer.add(self._chosen)
        footer.stretch()
        self._lists.addWidget(self.list)
        self._lists.addWidget(self._empty)
        _column(pane, header, self._lists, footer)
        return pane

    def _export_pane(self, theme: Theme) -> Surface:
        pane = Surface("paper")
        pane.setAccessibleName("Export")
        pane.setMinimumWidth(_EXPORT_LEAST)
        header = PaneHeader("paper")
        header.add(self._turns.switch, self._title)
        header.row.addWidget(AsideLabel("Publish-ready HTML", META, Ink.INK_3), 1)
        header.add(self._open_folder, self.export_button)
        footer = Footer("paper")
        words = "Stopping half-way leaves the old pages in place"
        footer.add(IconLabel(theme, "mdi6.shield-check-outline", words, META, Ink.INK_2))
        footer.stretch()
        _column(pane, header, self._turns, footer)
        return pane

    def _connect(self, theme: Theme) -> None:
        theme.theme_changed.connect(self.fold)
        self._model.ticked.connect(self._on_ticked)
        self._empty.wanted.connect(self.review_wanted)
        self._select.clicked.connect(self._on_select)
        self.export_button.clicked.connect(self.export)
        self._open_folder.clicked.connect(self._on_open_folder)
        self.progress.change_wanted.connect(self.ask_for_folder)
        self.progress.stop_wanted.connect(self.stop)
        self._link.changed.connect(self._on_changed)

    def panes(self) -> list[QWidget]:
        """Give the panes on show: the bar over them, then from left to right."""
        return [pane for pane in (self.rights, *self._panes) if pane.isVisible()]

    def fold(self) -> None:
        """Take the form for the width that this place has now."""
        beside, report = grown(_LIST), grown(_REPORT)
        sizes = (beside, self.width() - beside - report, report)
        narrow = self.width() < grown(FOLD_REPORT) - tall(RAIL_FOLDED)
        stack(self._splitter, beside)
        if self._turns.fold(self._splitter, sizes, folded=narrow):
            self._title.setVisible(not narrow)
            self.report.fold(folded=narrow)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fold()

    def look_again(self) -> None:
        """List the stories as they stand now."""
        self._model.refresh()
        self.rights.look_again()

    def choose_folder(self, folder: Path) -> None:
        """Export into this folder from now on."""
        self._folder = folder
        self._link.remember(FOLDER, str(folder))
        self._show_folder()

    @property
    def exporting(self) -> bool:
        """Whether an export is under way."""
        return self._job is not None

    def export(self) -> None:
        """Export the ticked stories; asks for a folder where none is chosen yet."""
        if self._folder is None:
            self._ask(self._export_into)
            return
        articles = self._model.chosen()
        if self._job is not None or not articles:
            return
        job = ExportJob(articles, self._folder)
        job.stepped.connect(self.progress.show_step)
        self._job = job
        self.progress.begin(len(articles))
        self.report.begin()
        self._turns.show_side(side=False)
        self._on_ticked(len(articles))
        self._link.long(job, self._on_exported, self, self._on_failed)

    def choose(self, articles: Iterable[ArticleId]) -> None:
        """Tick these stories, as far as they are ready, and no others."""
        self._model.tick_only(frozenset(articles))

    def tick_all(self) -> None:
        """Tick every story that is ready."""
        self._model.tick_all(True)

    def _foresee(self) -> None:
        """Ask what an export would do now."""
        out, articles = self._folder, self._model.chosen()
        if out is None or not 0 < len(articles) <= _FORESEEN:
            self._model.show_steps({})
            words = _NO_STORIES if not articles else _TOO_MANY
            self.progress.show_no_outlook(_NO_FOLDER if out is None else words)
            return
        self.progress.await_outlook(_LOOKING)
        self._link.read(
            lambda desk: foresee(desk, articles, out),
            self._on_foreseen,
            "publish-outlook",
            self._on_unforeseen,
        )

    def _on_foreseen(self, outlook: Outlook) -> None:
        self._model.show_steps({page.article: page.step for page in outlook.pages})
        self.progress.show_outlook(outlook)

    def _on_unforeseen(self, error: Exception) -> None:
        self._model.show_steps({})
        words = error.message if isinstance(error, NewsroomError) else "That cannot be told now."
        self.progress.show_no_outlook(words)

    def _thumbnail(self, picture: PictureId, done: Callable[[bytes], None]) -> None:
        self._link.thumbnail(picture, _THUMBNAIL, done)

    def stop(self) -> None:
        """Stop the export that is under way."""
        if self._job:
            self._job.stop()

    def _on_exported(self, exported: Exported) -> None:
        job = self._job
        assert job is not None
        self.progress.show_comparing()
        self._link.read(
            job.verify,
            lambda verified: self._on_verified(exported, verified),
            failed=self._on_failed,
        )

    def _on_verified(self, exported: Exported, verified: Verified) -> None:
        self._job = None
        self.progress.finish(len(exported.pages), len(verified.agreements))
        self.report.show_report(exported, verified, self._link.now())
        self._turns.show_side(side=True)
        self._on_ticked(len(self._model.chosen()))

    def _on_failed(self, error: Exception) -> None:
        self._job = None
        stopped = isinstance(error, Cancelled)
        self.progress.fail("Stopped. The old pages are in place." if stopped else "Not exported")
        self.report.show_failure(error)
        self._on_ticked(len(self._model.chosen()))
        if not stopped:
            self._link.failed.emit(error)

    def _on_changed(self, changes: Changes, by: object) -> None:
        del by
        if changes.articles or changes.pictures:
            self.catch_up()

    def _on_ticked(self, ticked: int) -> None:
        ready = self._model.ready()
        self._count.setText(f"{ready:,} approved")
        self._chosen.setText(f"{ticked:,} of {ready:,} selected")
        self._select.setText("Select none" if ticked else "Select all")
        self._select.setEnabled(ready > 0)
        self.export_button.setEnabled(ticked > 0 and self._job is None)
        self._lists.setCurrentIndex(0 if self._model.rowCount() else 1)
        if self._job is None:
            self._foresee()

    def _on_select(self) -> None:
        self._model.tick_all(not self._model.chosen())

    def ask_for_folder(self) -> None:
        """Ask for the folder to export into."""
        self._ask(self.choose_folder)

    def _ask(self, chosen: Callable[[Path], None]) -> None:
        ask_for_folder(self, "Folder to export into", chosen, self._folder)

    def _export_into(self, folder: Path) -> None:
        self.choose_folder(folder)
        self.export()

    def _on_open_folder(self) -> None:
        if self._folder:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))

    def _show_folder(self) -> None:
        self.progress.show_folder(self._folder)
        self._open_folder.setEnabled(self._folder is not None)
        self._foresee()


def _known_folder(link: DeskLink) -> Path | None:
    kept = link.recall(FOLDER)
    return Path(kept) if kept else None


def _list(delegate: ReadyDelegate, model: ReadyModel) -> QListView:
    view = QListView()
    view.setModel(model)
    view.setItemDelegate(delegate)
    view.setUniformItemSizes(True)
    view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setFrameShape(QListView.Shape.NoFrame)
    view.setAccessibleName("Stories to export")
    return view


def _column(pane: Surface, header: QWidget, middle: QWidget, footer: QWidget) -> None:
    column = QVBoxLayout(pane)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(header)
    column.addWidget(middle, 1)
    column.addWidget(footer)
