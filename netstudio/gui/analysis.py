"""Keeps the analysis of the current project up to date, in the background."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from netstudio.core.document import Change, Document
from netstudio.core.project import Project
from netstudio.core.spec import TensorSpec
from netstudio.core.tree import Location, find, locate
from netstudio.gui.background import Lane, Task

if TYPE_CHECKING:
    from netstudio.engine.network.analyse import Analysis

# By then a change has been painted: whatever runs beside the painting makes it take longer.
_AFTER_PAINTING_MS = 12


class Analyser(QObject):
    """Analyses the document's project after every change; stale answers are dropped.

    Signals:
        analysed: The current project's ``Analysis``.
        failed: The sentence for the user and the traceback; the program itself is at fault.
    """

    analysed = Signal(object)
    failed = Signal(object, str)

    def __init__(self, document: Document, lane: Lane, parent: QObject) -> None:
        super().__init__(parent)
        self._document = document
        self._lane = lane
        self._task: Task | None = None
        self._asked_revision = -1
        self._latest: Analysis | None = None
        self._latest_revision = -1
        self._later = QTimer(self, singleShot=True, interval=_AFTER_PAINTING_MS)
        self._later.timeout.connect(self._ask)
        self._disconnect = document.connect(self._document_changed)
        self._ask()

    @property
    def current(self) -> Analysis | None:
        """The analysis of the project as it is now; None while it is being made."""
        return self._latest if self._latest_revision == self._document.revision else None

    def try_out(self, project: Project) -> Task:
        """Analyse a project that is not the document's, such as one with a layer dropped in."""
        return self._lane.start(lambda: _analyse(project))

    def close(self) -> None:
        """Hear of no more changes."""
        self._disconnect()
        self._later.stop()

    def _document_changed(self, change: Change) -> None:
        if not self._later.isActive():
            self._later.start()

    def _ask(self) -> None:
        if self._task is not None:
            return  # the newest value is asked for when this one has been answered
        project = self._document.project
        self._asked_revision = self._document.revision
        self._task = self._lane.start(lambda: _analyse(project))
        self._task.succeeded.connect(self._take)
        self._task.failed.connect(self.failed)
        self._task.ended.connect(self._look_for_newer)

    def _take(self, analysis: Analysis) -> None:
        if self._asked_revision == self._document.revision:
            self._latest, self._latest_revision = analysis, self._asked_revision
            self.analysed.emit(analysis)

    def _look_for_newer(self) -> None:
        self._task = None
        if self._asked_revision != self._document.revision and not self._later.isActive():
            self._later.start()


def _analyse(project: Project) -> Analysis:
    from netstudio.engine.network.analyse import analyse

    return analyse(project)


def input_of(project: Project, analysis: Analysis, uid: str) -> TensorSpec | None:
    """What goes into a layer: the output of the one above it, or what its container receives."""
    place = locate(project.network, uid)
    return output_above(project, analysis, place) if place is not None else None


def output_above(project: Project, analysis: Analysis, place: Location) -> TensorSpec | None:
    """What goes into a layer that is at this place, or would be."""
    if place.index > 0:
        parent = find(project.network, place.parent) if place.parent is not None else None
        above = (parent.slot(place.slot) if parent else project.network).nodes[place.index - 1]
        report = analysis.layers.get(above.uid)
        return report.output if report else None
    if place.parent is not None:
        return input_of(project, analysis, place.parent)
    return project.data.facts.sample if project.data.facts else None
