"""Records sounds."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from netstudio.core.translate import Message, UserError
from netstudio.gui.sound.devices import device_error, sound_card

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from netstudio.engine.data.sounds.files import Wave

LONGEST_SECONDS = 10
_BLOCK_SECONDS = 0.05


class Recorder(QObject):
    """Records from the microphone until it is stopped, on a thread of its own.

    Signals:
        started: The microphone is open.
        recorded: What was recorded, a ``Wave``.
        failed: Why nothing could be recorded (``Message``).
    """

    started = Signal()
    recorded = Signal(object)
    failed = Signal(object)
    _over = Signal(object, object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._stopping = threading.Event()
        self._discarded = threading.Event()
        self._thread: threading.Thread | None = None
        self._over.connect(self._take_end)
        for event in (self._discarded, self._stopping):
            parent.destroyed.connect(event.set)

    @property
    def is_recording(self) -> bool:
        """Whether the microphone is open."""
        return self._thread is not None

    def record(self) -> None:
        """Begin; it ends by itself after ``LONGEST_SECONDS``."""
        if self.is_recording:
            return
        stopping, discarded = self._stopping, self._discarded
        stopping.clear()
        discarded.clear()

        def run() -> None:
            outcome = _record(stopping)
            if not discarded.is_set():  # else nobody waits for it, or nobody is left
                self._over.emit(threading.current_thread(), outcome)

        self._thread = threading.Thread(target=run, name="recorder", daemon=True)
        self._thread.start()
        self.started.emit()

    def stop(self) -> None:
        """End the recording; what was recorded comes soon."""
        self._stopping.set()

    def discard(self) -> None:
        """End the recording and forget it."""
        self._discarded.set()
        self._stopping.set()
        if self._thread is not None:
            self._thread.join()
            self._thread = None

    def _take_end(self, thread: threading.Thread, outcome: Wave | Message) -> None:
        if thread is not self._thread:
            return  # it was discarded
        thread.join()
        self._thread = None
        if isinstance(outcome, Message):
            self.failed.emit(outcome)
        else:
            self.recorded.emit(outcome)


def _record(stopping: threading.Event) -> Wave | Message:
    """Record until it is to stop; gives the sound, or why there is none."""
    import numpy as np

    from netstudio.engine.data.sounds.files import from_numbers

    try:
        card = sound_card()
        blocks: list[NDArray[np.int16]] = []
        with card.InputStream(channels=1, dtype="int16") as stream:
            rate = round(stream.samplerate)
            size = max(1, round(rate * _BLOCK_SECONDS))
            while not stopping.is_set() and len(blocks) * size < LONGEST_SECONDS * rate:
                block, _ = stream.read(size)
                blocks.append(block[:, 0].copy())
        return from_numbers(np.concatenate(blocks) if blocks else np.empty(0, np.int16), rate)
    except UserError as error:
        return error.message
    except Exception as error:  # noqa: BLE001 (drivers raise whatever they like)
        return device_error(error).message
