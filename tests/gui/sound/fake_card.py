"""A sound card for tests: it keeps what is played, and hears a tone."""

from __future__ import annotations

import sys
import threading
from types import ModuleType, TracebackType
from typing import Any, Self

import numpy as np
import pytest
from numpy.typing import NDArray


class FakeCard:
    """What was played, and how often the card was let go of.

    Attributes:
        played: All blocks in their order.
        rate: Of what was played last.
        is_slow: Whether a block takes as long as it lasts, so that playing can be stopped.
    """

    def __init__(self) -> None:
        self.played: list[NDArray[np.int16]] = []
        self.rate = 0
        self.open = 0
        self.pace = threading.Event()
        self.is_slow = False

    @property
    def samples(self) -> int:
        """How many samples were played."""
        return sum(map(len, self.played))


class _Stream:
    def __init__(self, card: FakeCard, samplerate: int = 48_000, **settings: Any) -> None:
        assert settings == {"channels": 1, "dtype": "int16"}
        self._card, self.samplerate = card, float(samplerate)
        card.rate = samplerate

    def __enter__(self) -> Self:
        self._card.open += 1
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._card.open -= 1

    def write(self, block: NDArray[np.int16]) -> None:
        self._card.played.append(block)
        if self._card.is_slow:
            self._card.pace.wait(0.02)

    def read(self, count: int) -> tuple[NDArray[np.int16], bool]:
        self._card.pace.wait(0.005)
        times = np.arange(count) / self.samplerate
        tone = 9_000 * np.sin(2 * np.pi * 440 * times)
        return np.rint(tone).astype(np.int16)[:, None], False


def install(monkeypatch: pytest.MonkeyPatch) -> FakeCard:
    """Put a card in the place of the real one."""
    card = FakeCard()
    module = ModuleType("sounddevice")
    for name in ("OutputStream", "InputStream"):
        setattr(module, name, lambda **settings: _Stream(card, **settings))
    monkeypatch.setitem(sys.modules, "sounddevice", module)
    return card


def take_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """A computer whose system lacks PortAudio."""
    monkeypatch.setitem(sys.modules, "sounddevice", None)
