"""The runs in a folder, read in the background and kept up to date."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QFile, QObject, QTimer, Signal

from netstudio.engine.runs.notes import RunNote, write_note
from netstudio.engine.runs.reading import Known, Seen, read_one_again, read_runs
from netstudio.engine.runs.record import RunRecord
from netstudio.engine.runs.removal import delete_run
from netstudio.gui.background import Lane, Task
from netstudio.gui.run_controller import RunController

if TYPE_CHECKING:
    from netstudio.engine.events import Event

# How often a run that goes on is looked at again, at most.
_FOLLOW_MS = 1_000


class RunsStore(QObject):
    """Knows all runs; whoever shows them hears of changes here.

    Args:
        folder: Where run folders lie.
        lane: Where they are read.
        run_controller: Tells which run goes on.

    Attributes:
        lane: Where runs are read.

    Signals:
        changed: The runs are others, or have gone on.
        read: How many folders are read for the first time, and how many there are.
        failed: The sentence for the user, and a traceback or "".
        untrashed: The folders that the system's wastebasket does not take (``tuple[Path, ...]``).
    """

    changed = Signal()
    read = Signal(int, int)
    failed = Signal(object, str)
    untrashed = Signal(object)

    def __init__(
        self, folder: Path, lane: Lane, run_controller: RunController, parent: QObject
    ) -> None:
        super().__init__(parent)
        self.lane = lane
        self._folder = folder
        self._known: Known = {}
        self._task: Task | None = None
        self._is_stale = False
        self._has_read = False
        self._active: Path | None = None
        self._told_active: Path | None = None
        self._follow_later = QTimer(self, singleShot=True, interval=_FOLLOW_MS)
        self._follow_later.timeout.connect(self._look_at_active)
        run_controller.received.connect(self._follow)
        run_controller.ended.connect(self._end)

    @property
    def records(self) -> list[RunRecord]:
        """All runs, the newest first."""
        return [seen.record for seen in self._known.values()]

    @property
    def active(self) -> Path | None:
        """The run that goes on; None while none does."""
        return self._active

    @property
    def has_read(self) -> bool:
        """Whether the folder was read at least once."""
        return self._has_read

    @property
    def is_busy(self) -> bool:
        """Whether the folder is being read."""
        return self._task is not None

    def refresh(self) -> None:
        """Read what has changed in the folder."""
        if self._task is not None:
            self._is_stale = True
            return
        folder, known = self._folder, self._known
        task = self._read(lambda: read_runs(folder, known))
        if not self._has_read:
            task.progressed.connect(self._tell_progress)

    def note(self, run: Path, note: RunNote) -> None:
        """Keep what the user says of a run."""
        self._change(lambda: write_note(run, note))

    def trash(self, runs: Sequence[Path]) -> None:
        """Move runs to the system's wastebasket; ``untrashed`` tells those it does not take."""
        task = self._change(lambda: _moved_to_trash(runs))
        task.succeeded.connect(self._tell_untrashed)

    def delete(self, runs: Sequence[Path]) -> None:
        """Delete runs for good."""

        def delete_all() -> None:
            for run in runs:
                delete_run(run)

        self._change(delete_all)

    def set_active(self, run: Path | None) -> None:
        """Note which run goes on."""
        self._active = run
        self.refresh()

    def close(self) -> None:
        """Follow no run any more."""
        self._follow_later.stop()

    def _look_at_active(self) -> None:
        """Read what the run that goes on has written, and no other one."""
        active, known = self._active, self._known
        if self._task is None and active is not None:
            self._read(lambda: read_one_again(active, known))

    def _read(self, work: Callable[[], object]) -> Task:
        self._task = task = self.lane.start(work)
        task.succeeded.connect(self._take)
        task.failed.connect(self.failed)
        task.ended.connect(self._ended)
        return task

    def _change(self, work: Callable[[], object]) -> Task:
        task = self.lane.start(work)
        task.failed.connect(self.failed)
        task.ended.connect(self.refresh)
        return task

    def _take(self, known: dict[Path, Seen]) -> None:
        is_new = not self._has_read or known != self._known or self._active != self._told_active
        self._known, self._has_read, self._told_active = known, True, self._active
        if is_new:
            self.changed.emit()

    def _ended(self) -> None:
        self._task = None
        if self._is_stale:
            self._is_stale = False
            self.refresh()

    def _tell_progress(self, progress: tuple[int, int]) -> None:
        self.read.emit(*progress)

    def _tell_untrashed(self, left: tuple[Path, ...]) -> None:
        if left:
            self.untrashed.emit(left)

    def _follow(self, events: tuple[Event, ...]) -> None:
        from netstudio.engine.events import EpochEnded, FoldEnded, Moved, Started

        for event in events:
            match event:
                case Started():
                    # A fold's run lies in that of its cross-validation, which is what is listed.
                    run = Path(event.run)
                    self.set_active(run.parent if event.folds else run)
                case Moved():
                    self.set_active(Path(event.run))
                case EpochEnded() | FoldEnded():
                    if not self._follow_later.isActive():
                        self._follow_later.start()

    def _end(self) -> None:
        self._follow_later.stop()
        self.set_active(None)


def _moved_to_trash(runs: Sequence[Path]) -> tuple[Path, ...]:
    """Move folders to the wastebasket; returns those that are left."""
    return tuple(run for run in runs if not QFile(str(run)).moveToTrash())
