"""Bringing the project of a run back into the editor."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from netstudio.core.document import Document
from netstudio.core.files import read_project
from netstudio.core.project import Project
from netstudio.core.translate import Message
from netstudio.engine.runs.record import RunRecord
from netstudio.gui.background import Lane
from netstudio.gui.files.project_files import ProjectFiles
from netstudio.gui.messages import show_error
from netstudio.gui.texts import translate


class ProjectRestorer(QObject):
    """Puts the project of a run in place of the present one, or opens it beside it.

    In place of the present one it is one step that undo takes back, so nothing is lost; opened as
    a new one it belongs to no file, so that saving it never changes the run.

    Signals:
        restored: The editor holds a run's project; a sentence that says so.
    """

    restored = Signal(str)

    def __init__(
        self, document: Document, files: ProjectFiles, lane: Lane, window: QWidget
    ) -> None:
        super().__init__(window)
        self._document = document
        self._files = files
        self._lane = lane
        self._window = window

    def restore(self, record: RunRecord) -> None:
        """Put the run's project in place of the present one."""
        self._read(record, lambda project: self._put(record, project))

    def open_as_new(self, record: RunRecord) -> None:
        """Open the run's project as a new one, once nothing is lost by it."""
        self._read(record, self._files.make)

    def _read(self, record: RunRecord, then: Callable[[Project], object]) -> None:
        task = self._lane.start(lambda: read_project(record.project_file))
        task.succeeded.connect(then)
        task.failed.connect(self._tell)

    def _put(self, record: RunRecord, project: Project) -> None:
        label = translate("netstudio", "Restore the run “{name}”").format(name=record.name)
        self._document.edit(label, lambda _: project)
        told = translate("netstudio", "The project of “{name}” is restored; undo takes it back.")
        self.restored.emit(told.format(name=record.name))

    def _tell(self, text: Message, detail: str) -> None:
        show_error(self._window, text, detail)
