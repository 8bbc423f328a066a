"""Projects and curves of the runs that are selected, read in the background."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from netstudio.core.files import read_project
from netstudio.core.project import Project
from netstudio.engine.runs.record import RunRecord
from netstudio.engine.runs.scanning import events
from netstudio.gui.background import Lane, Task
from netstudio.gui.plots.compared import MOST_COMPARED, ComparedRun


@dataclass(frozen=True)
class LoadedRun:
    """A run with what is needed to compare it.

    Attributes:
        record: What is known of it.
        project: What was trained.
        curves: Its curves, as they are drawn beside others.
    """

    record: RunRecord
    project: Project
    curves: ComparedRun


class RunLoader(QObject):
    """Reads the selected runs; what was read before and has not changed is not read again.

    Signals:
        loaded: The selected runs (``tuple[LoadedRun, ...]``), as many as can be compared.
        failed: The sentence for the user, and a traceback or "".
    """

    loaded = Signal(object)
    failed = Signal(object, str)

    def __init__(self, lane: Lane, parent: QObject) -> None:
        super().__init__(parent)
        self._lane = lane
        self._wanted: Sequence[RunRecord] = ()
        self._reading: Sequence[RunRecord] = ()
        self._task: Task | None = None
        self._known: dict[tuple[Path, datetime], LoadedRun] = {}

    def load(self, records: Sequence[RunRecord]) -> None:
        """Read these runs; the newest wish counts."""
        self._wanted = records[:MOST_COMPARED]
        if self._task is None:
            self._start()

    @property
    def is_busy(self) -> bool:
        """Whether runs are being read."""
        return self._task is not None

    def _start(self) -> None:
        wanted, known = self._wanted, self._known
        self._reading = wanted
        self._task = self._lane.start(lambda: _load(wanted, known))
        self._task.succeeded.connect(self._take)
        self._task.failed.connect(self.failed)
        self._task.ended.connect(self._end)

    def _take(self, loaded: tuple[LoadedRun, ...]) -> None:
        self._known = {(each.record.path, each.record.when): each for each in loaded}
        if self._reading is self._wanted:
            self.loaded.emit(loaded)

    def _end(self) -> None:
        self._task = None
        if self._reading is not self._wanted:
            self._start()


def _load(
    records: Sequence[RunRecord], known: dict[tuple[Path, datetime], LoadedRun]
) -> tuple[LoadedRun, ...]:
    return tuple(
        _renewed(before, record, hue)
        if (before := known.get((record.path, record.when))) is not None
        else _read(record, hue)
        for hue, record in enumerate(records)
    )


def _renewed(before: LoadedRun, record: RunRecord, hue: int) -> LoadedRun:
    """What was read before, in another colour or under another name."""
    curves = replace(before.curves, name=record.name, hue=hue)
    return replace(before, record=record, curves=curves)


def _read(record: RunRecord, hue: int) -> LoadedRun:
    history = record.path / "history.jsonl"
    curves = ComparedRun.of_history(str(record.path), record.name, hue, events(history))
    return LoadedRun(record, read_project(record.project_file), curves)
