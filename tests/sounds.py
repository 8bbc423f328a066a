"""Sounds for tests."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import soundfile
from numpy.typing import NDArray


def tone(hertz: float, seconds: float = 0.3, rate: int = 8_000) -> NDArray[np.float32]:
    """A pure tone of half the greatest loudness."""
    times = np.arange(round(seconds * rate)) / rate
    return (0.5 * np.sin(2 * np.pi * hertz * times)).astype(np.float32)


def write_tones(
    folder: Path, count: int, hertz: float, rate: int = 8_000, suffix: str = ".wav"
) -> list[Path]:
    """Some tones that differ a little, one file each."""
    folder.mkdir(parents=True, exist_ok=True)
    files = [folder / f"{at:03}{suffix}" for at in range(count)]
    for at, file in enumerate(files):
        soundfile.write(file, tone(hertz + at, 0.3 + 0.01 * at, rate), rate)
    return files


def two_pitches(folder: Path, count: int = 4) -> Path:
    """A folder with the classes "high" and "low", of ``count`` sounds each."""
    write_tones(folder / "high", count, 2_000)
    write_tones(folder / "low", count, 300)
    return folder
