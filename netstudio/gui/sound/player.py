"""Plays sounds."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from netstudio.core.translate import Message, UserError
from netstudio.gui.sound.devices import device_error, sound_card

if TYPE_CHECKING:
    from netstudio.engine.data.sounds.files import Wave

# So many samples are handed over at a time; a wish to stop waits no longer than they last.
_BLOCK_SECONDS = 0.05


class Player(QObject):
    """Plays one sound at a time, on a thread of its own: the sound card waits for nobody.

    Signals:
        started: A sound is being played.
        ended: It is over; why it could not be played (``Message``), or None.
    """

    started = Signal()
    ended = Signal(object)
    _over = Signal(object, object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._stopping = threading.Event()
        self._thread: threading.Thread | None = None
        self._over.connect(self._take_end)
        parent.destroyed.connect(self._stopping.set)

    @property
    def is_playing(self) -> bool:
        """Whether a sound is being played."""
        return self._thread is not None

    def play(self, wave: Wave) -> None:
        """Play a sound; one that is being played stops."""
        self.stop()
        stopping = self._stopping
        stopping.clear()

        def run() -> None:
            problem = _play(wave, stopping)
            if not stopping.is_set():  # else nobody waits for it, or nobody is left
                self._over.emit(threading.current_thread(), problem)

        self._thread = threading.Thread(target=run, name="player", daemon=True)
        self._thread.start()
        self.started.emit()

    def stop(self) -> None:
        """Fall silent, and let go of the sound card."""
        if self._thread is not None:
            self._stopping.set()
            self._thread.join()
            self._thread = None
            self.ended.emit(None)

    def _take_end(self, thread: threading.Thread, problem: Message | None) -> None:
        if thread is self._thread:  # else it was stopped, which was told at once
            thread.join()
            self._thread = None
            self.ended.emit(problem)


def _play(wave: Wave, stopping: threading.Event) -> Message | None:
    """Play until the end or until it is to stop; gives why it could not."""
    try:
        card = sound_card()
        size = max(1, round(wave.rate * _BLOCK_SECONDS))
        with card.OutputStream(samplerate=wave.rate, channels=1, dtype="int16") as stream:
            for at in range(0, len(wave.samples), size):
                if stopping.is_set():
                    return None
                stream.write(wave.samples[at : at + size])
    except UserError as error:
        return error.message
    except Exception as error:  # noqa: BLE001 (drivers raise whatever they like)
        return device_error(error).message
    return None
