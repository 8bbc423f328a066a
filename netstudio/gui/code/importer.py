"""Networks from code: a file, or what is pasted."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from netstudio.core.document import Document
from netstudio.core.project import Project
from netstudio.core.translate import Message
from netstudio.gui.background import Lane
from netstudio.gui.code.files import CODE_SUFFIXES, read_code
from netstudio.gui.code.import_dialog import ImportDialog
from netstudio.gui.messages import show_error
from netstudio.gui.texts import translate

if TYPE_CHECKING:
    from netstudio.engine.network.source import Reading


class CodeImporter(QObject):
    """Reads code for one window, shows what was understood, and does what the user chooses.

    Signals:
        project_made: A new ``Project`` with the network of the code.
        replaced: The document's network was replaced.
    """

    project_made = Signal(object)
    replaced = Signal()

    def __init__(self, document: Document, lane: Lane, window: QWidget) -> None:
        super().__init__(window)
        self._document = document
        self._lane = lane
        self._window = window
        self._name = ""

    def ask_for_file(self, folder: str = "") -> None:
        """Let the user choose a file with code."""
        patterns = " ".join(f"*{suffix}" for suffix in CODE_SUFFIXES)
        pattern = translate("netstudio", "Python code and notebooks ({patterns})")
        title = translate("netstudio", "Import code")
        dialog = QFileDialog(self._window, title, folder, pattern.format(patterns=patterns))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda chosen: self.open(Path(chosen)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def open(self, path: Path) -> None:
        """Show what can be understood of a file."""
        task = self._lane.start(lambda: read_code(path))
        task.succeeded.connect(lambda text: self._show(text, path.stem))
        task.failed.connect(self._tell)

    def paste(self) -> None:
        """Let the user paste code."""
        self.take("")

    def take(self, text: str) -> None:
        """Show what can be understood of a text that was pasted."""
        self._show(text, translate("netstudio", "Pasted network"))

    def _show(self, text: str, name: str) -> None:
        self._name = name
        dialog = ImportDialog(self._lane, text, self._window)
        dialog.new_project_chosen.connect(self._make_project)
        dialog.replacing_chosen.connect(self._replace)
        dialog.failed.connect(self._tell)
        dialog.open()

    def _make_project(self, reading: Reading) -> None:
        name = self._name
        task = self._lane.start(lambda: _project(reading, name))
        task.succeeded.connect(self.project_made)
        task.failed.connect(self._tell)

    def _replace(self, reading: Reading) -> None:
        network, training = reading.network, reading.training
        if network is not None:
            self._document.edit(
                translate("netstudio", "Import code"),
                lambda project: training.apply(project.with_network(network)),
            )
            self.replaced.emit()

    def _tell(self, text: Message, detail: str) -> None:
        show_error(self._window, text, detail)


def _project(reading: Reading, name: str) -> Project:
    from netstudio.engine.network.source import project_from_reading

    return project_from_reading(reading, name)
