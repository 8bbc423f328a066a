"""Offers to go on with a run that was torn off, by a crash or a power cut."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from netstudio.gui.background import Lane
from netstudio.gui.messages import ask
from netstudio.gui.run_controller import RunController
from netstudio.gui.texts import day_text, translate

if TYPE_CHECKING:
    from netstudio.engine.runs.record import RunRecord


class TornOffRun(QObject):
    """Looks for the newest run that neither ended nor goes on.

    Args:
        runs: The folder with the runs.
        lane: Where they are read.
        controller: Nothing is offered while it trains.
        resume: Goes on with a run.
        window: Where to ask.
    """

    def __init__(
        self,
        runs: Path,
        lane: Lane,
        controller: RunController,
        resume: Callable[[Path], object],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._runs = runs
        self._lane = lane
        self._controller = controller
        self._resume = resume
        self._window = window
        self._record: RunRecord | None = None

    def offer(self) -> None:
        """Ask whether to go on with it, if there is one."""
        runs = self._runs
        task = self._lane.start(lambda: find_torn_off(runs))
        task.succeeded.connect(self._ask)

    def _ask(self, record: RunRecord | None) -> None:
        self._record = record
        other = QApplication.activeModalWidget()
        if isinstance(other, QDialog):  # one question at a time
            other.finished.connect(self._ask_now)
        else:
            self._ask_now()

    def _ask_now(self) -> None:
        record = self._record
        if record is None or self._controller.is_busy:
            return
        when = f"{day_text(record.when.date())} {record.when:%H:%M}"
        text = translate("netstudio", "The training of “{name}” was cut off. Go on with it?")
        more = (
            translate("netstudio", "{done} of {planned} folds were done, on {when}.")
            if record.has_folds
            else translate("netstudio", "{done} of {planned} epochs were done, on {when}.")
        )
        ask(
            self._window,
            "tornOffBox",
            text.format(name=record.name),
            more.format(done=record.epochs, planned=record.planned, when=when),
            translate("netstudio", "Go on"),
            lambda: self._resume(record.path),
            no=translate("netstudio", "Leave it"),
            otherwise=lambda: self._lane.start(lambda: _leave(record.path)),
        )


def find_torn_off(runs: Path) -> RunRecord | None:
    """The newest run in ``runs`` that can be resumed, has no end, and does not go on elsewhere."""
    from netstudio.engine.runs.reading import read_runs
    from netstudio.engine.runs.record import RunEnd
    from netstudio.engine.training.keeping.run_folder import RunFolder

    reading = read_runs(runs, {})
    while True:
        try:
            next(reading)
        except StopIteration as end:
            found = end.value
            break
    for seen in found.values():
        record: RunRecord = seen.record
        if record.end is RunEnd.OPEN and record.can_resume:
            folders = (record.path, *(fold.path for fold in record.folds))
            if not any(RunFolder(path).is_in_use for path in folders):
                return record
    return None


def _leave(path: Path) -> None:
    """Note that the run is stopped, so that it is not offered again; it can still be resumed."""
    from netstudio.engine.events import Stopped
    from netstudio.engine.training.keeping.run_folder import RunFolder

    folder = RunFolder(path)
    model = str(folder.model_file) if folder.model_file.exists() else None
    folder.append(Stopped(str(path), model))
