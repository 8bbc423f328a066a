"""The training thread's side: drives the trainer and streams its events."""

from __future__ import annotations

import logging
import time
import traceback
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from netstudio.gui.background import unexpected

if TYPE_CHECKING:
    from netstudio.core.project import Project
    from netstudio.engine.events import Event
    from netstudio.engine.training.control import RunControl
    from netstudio.engine.training.folds.cross_validation import Training

_log = logging.getLogger(__name__)

# What the device is called where all GPUs of this computer train together.
ALL_GPUS = "all"

# Events travel in bundles. Four a second look alive, and what the window does with each bundle it
# takes from the training, with which it shares Python's lock: at ten a second twice as much.
_SEND_EVERY = 0.25


def _epochs(run: str) -> tuple[dict[str, Any], ...]:
    """The events of the epochs that a run has gone through, as JSON."""
    from netstudio.engine.training.keeping.run_folder import RunFolder

    history = RunFolder(Path(run)).history()
    return tuple(event for event in history if event.get("event") == "epoch")


def _on_all_gpus(project: Project, out: Path, resume: Path | None) -> Training:
    import torch

    from netstudio.engine.training.distributed.launch import LaunchedTraining

    return LaunchedTraining(project, torch.cuda.device_count(), out=out, resume=resume)


class TrainingWorker(QObject):
    """Runs one training from its first event to its last; lives on the training thread.

    Signals:
        sent: A tuple of events, at most about four times a second.
        recalled: The folder of a run that is resumed, and its epochs so far, as JSON; before its
            first event after that.
        done: The run is over; its last event has been sent.
    """

    sent = Signal(object)
    recalled = Signal(str, object)
    done = Signal()

    def __init__(
        self,
        project: Project,
        device: str,
        out: Path,
        control: RunControl,
        resume: Path | None = None,
        longer: bool = False,
    ) -> None:
        super().__init__()
        self._project = project
        self._device = device
        self._out = out
        self._control = control
        self._resume = resume
        self._longer = longer

    def run(self) -> None:
        """Train; called on the training thread."""
        try:
            self._stream(self._events())
        finally:
            self.done.emit()

    def _events(self) -> Iterator[Event]:
        from netstudio.engine.events import Failed, Started

        try:
            for event in self._training().run(self._control):
                if self._resume is not None and isinstance(event, Started):
                    self.recalled.emit(event.run, _epochs(event.run))
                yield event
        except Exception as error:  # noqa: BLE001 (whatever happens, the window tells it)
            _log.exception("training failed")
            yield Failed(unexpected(error), traceback.format_exc())

    def _training(self) -> Training:
        from netstudio.engine.training.folds.cross_validation import open_training
        from netstudio.engine.training.keeping.run_folder import RunFolder

        if self._device == ALL_GPUS:
            return _on_all_gpus(self._project, self._out, self._resume)
        return open_training(
            self._project,
            None if self._resume else self._device,
            out=self._out,
            resume=RunFolder(self._resume) if self._resume else None,
            longer=self._longer,
        )

    def _stream(self, events: Iterator[Event]) -> None:
        from netstudio.engine.events import PlaceWanted

        bundle: list[Event] = []
        next_sending = 0.0
        for event in events:
            bundle.append(event)
            # The answer to a question is waited for: nothing would come after it.
            if time.monotonic() >= next_sending or isinstance(event, PlaceWanted):
                self.sent.emit(tuple(bundle))
                bundle.clear()
                next_sending = time.monotonic() + _SEND_EVERY
        if bundle:
            self.sent.emit(tuple(bundle))
