"""What is seen of a sound: its wave, and the spectrogram that the network receives."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QImage

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from netstudio.engine.data.preprocessing import Preprocessing
    from netstudio.engine.data.sounds.files import Wave

# From silence to the loudest, as red, green and blue.
_STOPS = (
    (0, 0, 12),
    (60, 15, 112),
    (143, 40, 129),
    (222, 73, 104),
    (254, 159, 109),
    (252, 253, 191),
)
# Standardised loudness beyond these looks the same.
_QUIETEST, _LOUDEST = -2.0, 2.5


@dataclass(frozen=True)
class Envelope:
    """The lowest and highest point of a wave, from -1 to 1, in each of equally long stretches."""

    low: tuple[float, ...]
    high: tuple[float, ...]


@dataclass(frozen=True)
class SoundLook:
    """A sound, ready to be shown and played.

    Attributes:
        wave: What is played.
        envelope: Its wave in few numbers.
        spectrogram: What the network receives of it; None where no network is known.
    """

    wave: Wave
    envelope: Envelope
    spectrogram: QImage | None = None


def envelope_of(samples: NDArray[np.int16], columns: int) -> Envelope:
    """The course of a wave over ``columns`` stretches; fewer for very short ones."""
    import numpy as np

    count = min(columns, len(samples))
    edges = np.linspace(0, len(samples), count + 1).astype(np.int64)[:-1]
    low, high = (reduce.reduceat(samples, edges) / 32_768 for reduce in (np.minimum, np.maximum))
    return Envelope(tuple(low.tolist()), tuple(high.tolist()))


def look_at(
    wave: Wave, preprocessing: Preprocessing | None = None, columns: int = 280
) -> SoundLook:
    """All that is shown of a sound; in the background."""
    spectrogram = None if preprocessing is None else spectrogram_of(wave, preprocessing)
    return SoundLook(wave, envelope_of(wave.samples, columns), spectrogram)


def spectrogram_of(wave: Wave, preprocessing: Preprocessing) -> QImage:
    """What the network receives, with low pitches at the bottom."""
    import torch

    stored = preprocessing.read(wave)
    bands = preprocessing.on(torch.device("cpu"))(stored[None])[0, 0]
    return heat_picture(bands.flip(0).numpy())


def heat_picture(values: NDArray[np.floating[Any]]) -> QImage:
    """Standardised numbers (height, width) as a picture from dark to bright."""
    import numpy as np

    shares = ((values - _QUIETEST) / (_LOUDEST - _QUIETEST)).clip(0, 1)
    places = np.linspace(0, 1, len(_STOPS))
    stops = np.array(_STOPS)
    pixels = np.stack([np.interp(shares, places, stops[:, at]) for at in range(3)], -1)
    pixels = np.ascontiguousarray(pixels.astype(np.uint8))
    height, width, _ = pixels.shape
    return QImage(pixels.tobytes(), width, height, 3 * width, QImage.Format.Format_RGB888).copy()
