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

_log = logging.getLogger(__name__)

# Events travel in bundles. Four a second look alive, and what the window does with each bundle it
# takes from the training, with which it shares Python's lock: at ten a second twice as much.
_SEND_EVERY = 0.25


def _epochs(run: str) -> tuple[dict[str, Any], ...]:
    """The events of the epochs that a run has gone through, as JSON."""
    from netstudio.engine.training.runs import RunFolder

    history = RunFolder(Path(run)).history()
    return tuple(event for event in history if event.get("event") == "epoch")


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
    ) -> None:
        super().__init__()
        self._project = project
        self._device = device
        self._out = out
        self._control = control
        self._resume = resume

    def run(self) -> None:
        """Train; called on the training thread."""
        try:
            self._stream(self._events())
        finally:
            self.done.emit()

    def _events(self) -> Iterator[Event]:
        from netstudio.engine.events import Failed, Started
        from netstudio.engine.training.cross_validation import open_training
        from netstudio.engine.training.runs import RunFolder

        try:
            folder = RunFolder(self._resume) if self._resume else None
            device = None if self._resume else self._device
            training = open_training(self._project, device, out=self._out, resume=folder)
            for event in training.run(self._control):
                if folder is not None and isinstance(event, Started):
                    self.recalled.emit(event.run, _epochs(event.run))
                yield event
        except Exception as error:  # noqa: BLE001 (whatever happens, the window tells it)
            _log.exception("training failed")
            yield Failed(unexpected(error), traceback.format_exc())

    def _stream(self, events: Iterator[Event]) -> None:
        bundle: list[Event] = []
        next_sending = 0.0
        for event in events:
            bundle.append(event)
            if time.monotonic() >= next_sending:
                self.sent.emit(tuple(bundle))
                bundle.clear()
                next_sending = time.monotonic() + _SEND_EVERY
        if bundle:
            self.sent.emit(tuple(bundle))
