"""From a sound file to a mono course of 16-bit numbers; training and prediction both read so."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from netstudio.core.translate import QT_TRANSLATE_NOOP, UserError, message
from netstudio.engine.data.class_folders import UnreadableFile, system_reason

# What libsndfile reads without being told how the numbers are laid out.
SOUND_SUFFIXES = frozenset(
    (".wav", ".flac", ".ogg", ".oga", ".opus", ".mp3", ".aif", ".aiff", ".au", ".w64", ".caf")
)
SLOWEST_RATE, FASTEST_RATE = 1_000, 384_000
# Of longer recordings only the beginning is read; a sound to be classified is short.
LONGEST_SECONDS = 60
_BLOCK = 65_536
_MOST_CHANNELS = 32
_FULL_SCALE = 32_767

Samples16 = NDArray[np.int16]


@dataclass(frozen=True)
class Wave:
    """A sound.

    Attributes:
        samples: Mono, int16 (length,).
        rate: Samples a second.
        is_cut: Whether the file goes on after it.
    """

    samples: Samples16
    rate: int
    is_cut: bool = False

    @property
    def seconds(self) -> float:
        """How long it is."""
        return len(self.samples) / self.rate


def sound_rate(path: Path) -> int:
    """How many samples a second a file has, from its head alone.

    Raises:
        UnreadableFile: It cannot be read.
    """
    soundfile = _soundfile()
    _require_file(path)
    try:
        with path.open("rb") as file, soundfile.SoundFile(file) as sound:
            return int(sound.samplerate)
    except Exception as error:  # decoders raise whatever damaged files provoke
        raise _unreadable(error) from error


def read_sound(path: Path, rate: int | None = None) -> Wave:
    """Read a sound as mono.

    Args:
        path: The file.
        rate: The rate to bring it to; None keeps its own.

    Raises:
        UnreadableFile: It cannot be read, or there is nothing in it.
    """
    soundfile = _soundfile()
    _require_file(path)
    try:
        with path.open("rb") as file, soundfile.SoundFile(file) as sound:
            wave = _read_mono(sound)
    except UnreadableFile:
        raise
    except Exception as error:  # decoders raise whatever damaged files provoke
        raise _unreadable(error) from error
    return resampled(wave, rate or wave.rate)


def _read_mono(sound: Any) -> Wave:
    """The beginning of an open sound, the mean of its channels."""
    rate = int(sound.samplerate)
    _require_sane(rate, int(sound.channels))
    wanted = LONGEST_SECONDS * rate
    blocks: list[NDArray[np.float32]] = []
    # Block by block: what the head of a damaged file promises may not fit into memory.
    while (got := sum(map(len, blocks))) <= wanted:
        block = sound.read(min(_BLOCK, wanted + 1 - got), "float32", always_2d=True)
        if not len(block):
            break
        blocks.append(block.mean(axis=1))
    if not blocks:
        raise UnreadableFile(message(QT_TRANSLATE_NOOP("netstudio", "it has no sound in it")))
    mono = np.nan_to_num(np.concatenate(blocks), posinf=0.0, neginf=0.0)
    return Wave(_to_int16(mono[:wanted]), rate, is_cut=len(mono) > wanted)


def resampled(wave: Wave, rate: int) -> Wave:
    """The same sound with another number of samples a second."""
    if rate == wave.rate:
        return wave
    import soxr

    course = soxr.resample(wave.samples.astype(np.float32) / _FULL_SCALE, wave.rate, rate)
    if not len(course):
        raise UnreadableFile(message(QT_TRANSLATE_NOOP("netstudio", "it is too short")))
    return Wave(_to_int16(course), rate, wave.is_cut)


def from_numbers(numbers: object, rate: int) -> Wave:
    """A sound from an array: whole numbers of 16 bits, or floats from -1 to 1.

    Shapes: (length,), or (length, channels) as sound cards record.

    Raises:
        UnreadableFile: It is no such array, or empty.
    """
    course = np.asarray(numbers)
    is_known = course.dtype == np.int16 or np.issubdtype(course.dtype, np.floating)
    if course.ndim not in (1, 2) or not is_known or not course.size:
        raise UnreadableFile(
            message(
                QT_TRANSLATE_NOOP(
                    "netstudio", "it is {kind} of shape {shape}, not a course of samples"
                ),
                kind=course.dtype,
                shape=course.shape,
            )
        )
    if not SLOWEST_RATE <= rate <= FASTEST_RATE:
        raise _rate_error(rate)
    if course.dtype == np.int16 and course.ndim == 1:
        return Wave(course, rate)
    floats = course / _FULL_SCALE if course.dtype == np.int16 else course
    mono = floats.mean(axis=1) if course.ndim == 2 else floats
    return Wave(_to_int16(np.nan_to_num(mono, posinf=0.0, neginf=0.0)), rate)


def _to_int16(course: NDArray[np.floating]) -> Samples16:
    scaled: Samples16 = np.rint(course.clip(-1, 1) * _FULL_SCALE).astype(np.int16)
    return scaled


def _require_file(path: Path) -> None:
    try:
        if path.is_file():
            return
        exists = path.exists()
    except (OSError, ValueError) as error:
        raise UnreadableFile(system_reason(error)) from error
    # A pipe would be waited for, and a folder is no sound.
    no_file = QT_TRANSLATE_NOOP("netstudio", "it is not a file")
    absent = QT_TRANSLATE_NOOP("netstudio", "there is no such file")
    raise UnreadableFile(message(no_file if exists else absent))


def _require_sane(rate: int, channels: int) -> None:
    if not SLOWEST_RATE <= rate <= FASTEST_RATE:
        raise _rate_error(rate)
    if channels > _MOST_CHANNELS:
        raise UnreadableFile(
            message(QT_TRANSLATE_NOOP("netstudio", "it has {count} channels"), count=channels)
        )


def _rate_error(rate: int) -> UnreadableFile:
    return UnreadableFile(
        message(QT_TRANSLATE_NOOP("netstudio", "it has {rate} samples a second"), rate=rate)
    )


def _unreadable(error: Exception) -> UnreadableFile:
    if isinstance(error, OSError) and error.strerror:
        return UnreadableFile(system_reason(error))
    return UnreadableFile(message(QT_TRANSLATE_NOOP("netstudio", "it is no sound or damaged")))


def _soundfile() -> Any:
    """The library that decodes, imported where sounds are read and nowhere else."""
    try:
        import soundfile
    except (ImportError, OSError) as error:
        raise UserError(
            QT_TRANSLATE_NOOP(
                "netstudio",
                "Sounds cannot be read, because the library soundfile is missing. Install it with "
                "“pip install soundfile”.",
            )
        ) from error
    return soundfile
