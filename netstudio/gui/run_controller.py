"""Owns the training thread: starts, pauses and stops runs, and tells how they go."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThread, Signal

from netstudio.core.project import Project
from netstudio.gui.worker import ALL_GPUS, TrainingWorker

if TYPE_CHECKING:
    from netstudio.engine.events import Event
    from netstudio.engine.training.control import RunControl
    from netstudio.engine.watching import Watch


class RunState(StrEnum):
    """What the controller is doing."""

    IDLE = "idle"
    PREPARING = "preparing"
    RUNNING = "running"
    PAUSED = "paused"
    # It cannot be written, and waits for another place.
    WAITING = "waiting"
    # It stops after the epoch that goes on.
    ENDING = "ending"
    STOPPING = "stopping"


_ENDS_WITH_EPOCH = (RunState.PREPARING, RunState.RUNNING, RunState.PAUSED)


@dataclass(frozen=True)
class Run:
    """A run that goes on, or has ended.

    Attributes:
        project: The snapshot that is trained.
        started: When it was started.
        device: The device that was asked for.
        folder: Where it is kept; None until that is made.
    """

    project: Project
    started: datetime
    device: str
    folder: Path | None = None


class RunController(QObject):
    """Drives one training run at a time in a thread of its own.

    Signals:
        state_changed: The new ``RunState``.
        started: The new ``Run``; what was shown of an earlier one is over.
        recalled: The folder of a run that is resumed, and its epochs so far, as JSON.
        received: Each engine ``Event``, in order, in bundles (a tuple) a few times a second.
        ended: The last event: ``Finished``, ``Stopped`` or ``Failed``.
    """

    state_changed = Signal(object)
    started = Signal(object)
    recalled = Signal(str, object)
    received = Signal(object)
    ended = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state = RunState.IDLE
        self._run: Run | None = None
        self._thread: QThread | None = None
        self._worker: TrainingWorker | None = None
        self._control: RunControl | None = None
        self._last: Event | None = None
        self._watches: dict[str, Mapping[str, Watch]] = {}

    @property
    def state(self) -> RunState:
        """What it is doing."""
        return self._state

    @property
    def is_busy(self) -> bool:
        """Whether a run goes on, be it paused or stopping."""
        return self._state is not RunState.IDLE

    @property
    def run(self) -> Run | None:
        """The run that goes on, or the last one; None before the first."""
        return self._run

    @property
    def is_steerable(self) -> bool:
        """Whether the run can be paused, and its learning rate changed: not on several GPUs."""
        return self._run is not None and self._run.device != ALL_GPUS

    def start(
        self,
        project: Project,
        device: str,
        out: Path,
        resume: Path | None = None,
        longer: bool = False,
    ) -> None:
        """Train a snapshot.

        Args:
            project: What to train.
            device: ``auto``, ``cpu``, ``cuda``, ``cuda:N`` or ``mps``, or all GPUs together.
            out: Where the run's folder goes.
            resume: The folder of a run to go on with instead; it keeps its own device.
            longer: Whether that run goes on even if it had come to an end.

        Raises:
            RuntimeError: A run goes on already.
        """
        from netstudio.engine.training.control import RunControl

        if self.is_busy:
            raise RuntimeError("a run goes on already")
        self._run = Run(project, datetime.now(), device, resume)
        self._last = None
        self._control = RunControl(answers=True)
        self._let_look()
        self._worker = TrainingWorker(project, device, out, self._control, resume, longer)
        self._thread = QThread()
        self._thread.setObjectName("training")
        self._worker.moveToThread(self._thread)
        self._thread.started.connect(self._worker.run)
        self._worker.recalled.connect(self.recalled)
        self._worker.sent.connect(self._take)
        self._worker.done.connect(self._end)
        self._set_state(RunState.PREPARING)
        self.started.emit(self._run)
        self._thread.start()

    def pause(self) -> None:
        """Wait before the next batch."""
        if self._control is not None and self._state is RunState.RUNNING and self.is_steerable:
            self._control.pause()
            self._set_state(RunState.PAUSED)

    def resume(self) -> None:
        """Go on after a pause."""
        if self._control is not None and self._state is RunState.PAUSED:
            self._control.resume()
            self._set_state(RunState.RUNNING)

    def set_learning_rate(self, learning_rate: float) -> None:
        """Learn with another rate from the next batch on; a schedule goes on from there.

        Raises:
            ValueError: It is not a positive number.
        """
        if self._control is not None and self.is_steerable:
            self._control.set_learning_rate(learning_rate)

    def go_on_in(self, place: Path) -> None:
        """Keep a run that could not be written in ``place`` from now on."""
        if self._control is not None and self._state is RunState.WAITING:
            self._control.go_on_in(place)

    def stop_after_epoch(self) -> None:
        """End the run when the epoch that goes on has ended; it can be resumed later."""
        if self._control is not None and self._state in _ENDS_WITH_EPOCH:
            self._control.stop_when_epoch_ends()
            self._control.resume()
            self._set_state(RunState.ENDING)

    def stop(self) -> None:
        """End the run before the next batch; it can be resumed later."""
        if self._control is not None and self.is_busy:
            self._control.stop()
            self._set_state(RunState.STOPPING)

    def watch(self, owner: str, watches: Mapping[str, Watch]) -> None:
        """Let these look at the network that learns now or next.

        What they see is ``received`` as ``Watched`` events.

        Args:
            owner: Whose watches they are; those that it had before look no more.
            watches: By names that no other owner uses.
        """
        self._watches[owner] = watches
        self._let_look()

    def close(self) -> None:
        """Stop, and wait until the thread has ended."""
        if self._thread is not None:
            self.stop()
            self._join()

    def _let_look(self) -> None:
        if self._control is not None:
            self._control.watch(
                {name: one for watches in self._watches.values() for name, one in watches.items()}
            )

    def _take(self, events: tuple[Event, ...]) -> None:
        from netstudio.engine.events import Preparing

        for event in events:
            self._follow(event)
        self._last = next(
            (event for event in reversed(events) if not isinstance(event, Preparing)), self._last
        )
        self.received.emit(events)

    def _follow(self, event: Event) -> None:
        """Take note of what an event says about where the run stands."""
        from netstudio.engine.events import Moved, PlaceWanted, Started

        if isinstance(event, Started | Moved):
            assert self._run is not None
            self._run = replace(self._run, folder=Path(event.run))
        match self._state:
            case RunState.PREPARING if isinstance(event, Started):
                self._set_state(RunState.RUNNING)
            case RunState.WAITING if not isinstance(event, PlaceWanted):
                self._set_state(RunState.RUNNING)
            case _ if isinstance(event, PlaceWanted) and self._state is not RunState.STOPPING:
                self._set_state(RunState.WAITING)

    def _end(self) -> None:
        if self._thread is None:
            return  # the window was closed meanwhile
        self._join()
        self._set_state(RunState.IDLE)
        self.ended.emit(self._last)

    def _join(self) -> None:
        assert self._thread is not None
        # Both, in this order: a queued quit would never arrive while this thread waits.
        self._thread.quit()
        self._thread.wait()
        self._thread = self._worker = self._control = None

    def _set_state(self, state: RunState) -> None:
        if state is not self._state:
            self._state = state
            self.state_changed.emit(state)
