"""What is told of the selected runs: their curves, their figures, and how they differ."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QSplitter, QStackedLayout, QVBoxLayout, QWidget

from netstudio.core.document import Document
from netstudio.engine.runs.record import NO_METRICS, RunRecord
from netstudio.gui.elided import ElidedLabel
from netstudio.gui.plots.compared import MOST_COMPARED, ComparedRun
from netstudio.gui.plots.training_plots import TrainingPlots
from netstudio.gui.runs.comparing import lines_of
from netstudio.gui.runs.comparison_table import ComparisonTable, Heading
from netstudio.gui.runs.loader import LoadedRun, RunLoader
from netstudio.gui.runs.note_edit import NoteEdit
from netstudio.gui.runs.store import RunsStore
from netstudio.gui.texts import translate
from netstudio.gui.theme import metrics

# Whoever walks through the table with the keys waits for no run on the way.
_LOAD_MS = 120


class ComparisonPane(QWidget):
    """Tells of the runs that are selected, beside each other.

    Args:
        store: Where the runs come from.
        document: The project in the editor, which a single run is compared with.

    Attributes:
        plots: The curves.
        table: What is known, line by line.
        note: The note of a single run.

    Signals:
        closed: Nothing shall be compared any more.
    """

    closed = Signal()

    def __init__(self, store: RunsStore, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._document = document
        self._records: Sequence[RunRecord] = ()
        self._loaded: Sequence[LoadedRun] = ()
        self._loader = RunLoader(store.lane, self)
        self._loader.loaded.connect(self._take)
        self._loader.failed.connect(store.failed)
        self._load_later = QTimer(self, singleShot=True, interval=_LOAD_MS)
        self._load_later.timeout.connect(self._load)
        self._title = ElidedLabel()
        self._title.setProperty("role", "heading")
        self.plots = TrainingPlots(None, store.lane)
        self.plots.compared_changed.connect(self._follow_plots)
        self.table = ComparisonTable()
        self.note = NoteEdit()
        self.note.noted.connect(store.note)
        self._lay_out()
        self.destroyed.connect(document.connect(lambda _: self._show_lines()))
        self.show_records((), None)

    @property
    def is_settled(self) -> bool:
        """Whether what is selected is shown."""
        return not self._load_later.isActive() and not self._loader.is_busy

    def show_records(self, records: Sequence[RunRecord], noted: RunRecord | None) -> None:
        """Tell of these runs, and edit the note of one of them."""
        self.note.show_record(noted)
        records = tuple(records[:MOST_COMPARED])
        if records == self._records and records:
            return
        self._records = records
        self._body.setCurrentIndex(1 if records else 0)
        self._title.show_text(_title(records))
        if self.isVisible():
            self._load_later.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._load_later.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._load_later.stop()

    def _lay_out(self) -> None:
        hint = QLabel(
            translate("netstudio", "Select a run to look at it, or several to compare them")
        )
        hint.setProperty("role", "faint")
        hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        hint.setWordWrap(True)
        below = QWidget()
        column = QVBoxLayout(below)
        column.setContentsMargins(metrics.PANEL_PADDING, 6, metrics.PANEL_PADDING, 10)
        column.setSpacing(8)
        column.addWidget(self.table, 1)
        column.addWidget(self.note)
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.setChildrenCollapsible(False)
        parts.setHandleWidth(1)
        parts.addWidget(self.plots)
        parts.addWidget(below)
        parts.setSizes([210, 400])
        self._title.setContentsMargins(metrics.PANEL_PADDING, 10, metrics.PANEL_PADDING, 2)
        told = QWidget()
        all_of_it = QVBoxLayout(told)
        all_of_it.setContentsMargins(0, 0, 0, 0)
        all_of_it.setSpacing(0)
        all_of_it.addWidget(self._title)
        all_of_it.addWidget(parts, 1)
        self._body = QStackedLayout(self)
        self._body.addWidget(hint)
        self._body.addWidget(told)

    def _load(self) -> None:
        self._loader.load(self._records)

    def _take(self, loaded: tuple[LoadedRun, ...]) -> None:
        self._loaded = loaded
        names = (name for each in loaded for name in each.record.validation or each.record.train)
        self.plots.show_metrics(
            tuple(dict.fromkeys(name for name in names if name not in NO_METRICS))
        )
        compared = [each.curves for each in loaded]
        is_single = len(compared) == 1
        # One by itself looks as it did while it was trained.
        self.plots.show_run(compared[0].curves if is_single else None)
        self.plots.compare(() if is_single else compared)
        self._show_lines()

    def _follow_plots(self, compared: tuple[ComparedRun, ...]) -> None:
        if not compared and len(self._loaded) > 1:
            self.closed.emit()

    def _show_lines(self) -> None:
        """Bring the table up to date; not while nobody sees it."""
        if not self.isVisible():
            return
        loaded = self._loaded
        is_single = len(loaded) == 1
        headings = [
            Heading(each.record.name, None if is_single else each.curves.hue) for each in loaded
        ]
        if is_single:
            headings.append(Heading(translate("netstudio", "In the editor now")))
        lines = lines_of(
            [each.record for each in loaded],
            [each.project for each in loaded],
            self._document.project if is_single else None,
            self._store.active,
        )
        self.table.show_lines(headings, lines if loaded else ())


def _title(records: Sequence[RunRecord]) -> str:
    if len(records) == 1:
        return records[0].name
    return translate("netstudio", "{count} runs compared").format(count=len(records))
