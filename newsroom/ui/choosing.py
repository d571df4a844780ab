"""Ask for files, folders and places to save to: the window works on while the question stands.

None of Qt's own questions that wait for their answer: those run a loop of their own inside the
deed that asked, and whatever happens meanwhile happens in the middle of it.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

_Mode = QFileDialog.FileMode
Chosen = Callable[[Path], None]


def ask_for_file(parent: QWidget, title: str, kinds: str, chosen: Chosen) -> None:
    """Ask for a file that is there."""
    dialog = _dialog(parent, title, chosen)
    dialog.setFileMode(_Mode.ExistingFile)
    dialog.setNameFilter(kinds)
    dialog.open()


def ask_for_files(
    parent: QWidget, title: str, kinds: str, chosen: Callable[[list[Path]], None]
) -> None:
    """Ask for one file or several, beginning where the person is at home."""
    dialog = _question(parent, title)
    dialog.setDirectory(str(Path.home()))
    dialog.setFileMode(_Mode.ExistingFiles)
    dialog.setNameFilter(kinds)
    dialog.filesSelected.connect(lambda names: chosen([Path(name) for name in names]))
    dialog.open()


def ask_for_folder(parent: QWidget, title: str, chosen: Chosen, begin: Path | None = None) -> None:
    """Ask for a folder, beginning in one."""
    dialog = _dialog(parent, title, chosen)
    dialog.setDirectory(str(begin or Path.home()))
    dialog.setFileMode(_Mode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.open()


def ask_where_to_save(
    parent: QWidget,
    title: str,
    kinds: str,
    chosen: Chosen,
    *,
    name: str,
    folder: Path | None = None,
    given_up: Callable[[], None] | None = None,
) -> None:
    """Ask for a file to write; its ending is that of `name`. `given_up` runs if none was named."""
    dialog = _dialog(parent, title, chosen)
    dialog.setDirectory(str(folder or documents()))
    dialog.setFileMode(_Mode.AnyFile)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilter(kinds)
    dialog.setDefaultSuffix(Path(name).suffix.removeprefix("."))
    dialog.selectFile(name)
    if given_up:
        dialog.rejected.connect(given_up)
    dialog.open()


def documents() -> Path:
    """Give the folder in which the system keeps a person's documents."""
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))


def _dialog(parent: QWidget, title: str, chosen: Chosen) -> QFileDialog:
    dialog = _question(parent, title)
    dialog.fileSelected.connect(lambda name: chosen(Path(name)))
    return dialog


def _question(parent: QWidget, title: str) -> QFileDialog:
    dialog = QFileDialog(parent, title)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return dialog
