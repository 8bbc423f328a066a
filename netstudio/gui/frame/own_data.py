"""The way from the user's files to a network that learns from them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from netstudio.core.project import Project
from netstudio.gui.background import Lane
from netstudio.gui.data.arrival_dialog import ArrivalDialog
from netstudio.gui.texts import translate


class OwnData(QObject):
    """Asks what is to be begun with a file or folder of the user's.

    Args:
        lane: Where it is looked at.
        window: Over which it asks.

    Signals:
        project_made: A new project for the data (a ``Project``).
        data_chosen: Data for the project that is open (``Selected``, the task's class).
    """

    project_made = Signal(object)
    data_chosen = Signal(object, object)

    def __init__(self, lane: Lane, window: QWidget) -> None:
        super().__init__(window)
        self._lane = lane
        self._window = window

    def take(self, path: Path, project: Project | None) -> None:
        """Look at a file or folder and ask what is to be begun with it.

        Args:
            path: The file or folder.
            project: The project that is open; None where none is worth keeping.
        """
        dialog = ArrivalDialog(path, self._lane, project, self._window)
        dialog.new_wanted.connect(self.project_made)
        dialog.data_wanted.connect(self.data_chosen)
        dialog.open()

    def look_for(self, project: Project | None) -> None:
        """Let the user choose a file or folder, and go on with it; see ``take``."""
        menu = QMenu(self._window)
        menu.setObjectName("ownDataMenu")
        folder = menu.addAction(translate("netstudio", "A folder…"))
        file = menu.addAction(translate("netstudio", "A file or an archive…"))
        folder.triggered.connect(lambda: self._choose(QFileDialog.FileMode.Directory, project))
        file.triggered.connect(lambda: self._choose(QFileDialog.FileMode.ExistingFile, project))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(QCursor.pos())

    def _choose(self, mode: QFileDialog.FileMode, project: Project | None) -> None:
        dialog = QFileDialog(self._window, translate("netstudio", "Your data"))
        dialog.setObjectName("ownDataDialog")
        dialog.setFileMode(mode)
        dialog.fileSelected.connect(lambda chosen: self.take(Path(chosen), project))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
