"""From sounds of any length to standardised spectrograms; part of the trained model."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, Self

import numpy as np
import torch
from torch import Tensor

from netstudio.core.kinds import AUTO
from netstudio.core.spec import IMAGE, TensorSpec
from netstudio.core.translate import QT_TRANSLATE_NOOP, UserError
from netstudio.engine.data.class_folders import UnreadableFile
from netstudio.engine.data.input_names import input_name
from netstudio.engine.data.job import Job
from netstudio.engine.data.records import Inputs, Records
from netstudio.engine.data.sounds.files import (
    FASTEST_RATE,
    LONGEST_SECONDS,
    SLOWEST_RATE,
    Samples16,
    Wave,
    from_numbers,
    read_sound,
    resampled,
)
from netstudio.engine.data.sounds.inputs import Sounds
from netstudio.engine.data.sounds.spectrogram import LogMel, MelSettings
from netstudio.engine.events import Preparing
from netstudio.tasks.preparation import PreparationDef
from netstudio.tasks.preparation.sounds import SoundPreparation

# Auto takes the length that this share of the training sounds does not exceed.
_COVERED = 0.95
_AT_ONCE = 256
_LARGEST_BANDS = 512


@dataclass(frozen=True)
class SoundPreprocessing:
    """Mono sounds of one length to log-mel spectrograms, standardised for each band.

    Attributes:
        mel: How the spectrogram is made.
        length: How many samples each sound has.
        mean: Of each band over the training part.
        std: Likewise.
    """

    mel: MelSettings
    length: int
    mean: tuple[float, ...]
    std: tuple[float, ...]

    @property
    def sample(self) -> TensorSpec:
        return TensorSpec(IMAGE, (1, self.mel.bands, self.mel.columns(self.length)))

    @classmethod
    def fit(cls, train: Records, options: PreparationDef) -> Job[Self]:
        """Choose the length and measure each band's mean and standard deviation.

        Raises:
            UserError: The sounds are shorter than one window.
        """
        sounds = train.inputs
        assert isinstance(sounds, Sounds)
        assert isinstance(options, SoundPreparation)
        mel = _mel_settings(sounds.rate, options)
        length = _length(sounds, options, mel)
        raw = cls(mel, length, (0.0,) * mel.bands, (1.0,) * mel.bands)
        waves = yield from raw.encode(sounds)
        mean, std = yield from _band_statistics(waves, raw.on(torch.device("cpu")))
        return replace(raw, mean=mean, std=std)

    def encode(self, inputs: Inputs) -> Job[Tensor]:
        """The samples, brought to the same rate and length: int16 (N, length)."""
        assert isinstance(inputs, Sounds)
        stored = np.zeros((len(inputs), self.length), np.int16)
        for at, wave in enumerate(inputs.waves):
            if at % _AT_ONCE == 0:
                yield Preparing("encode", at, len(inputs))
            stored[at] = self._fitted(Wave(wave, inputs.rate))
        return torch.from_numpy(stored)

    def on(self, device: torch.device, channels_last: bool = False) -> Callable[[Tensor], Tensor]:
        """The function that makes spectrograms of a batch there.

        Shapes: int16 (N, length), or floats from -1 to 1 -> float32 (N, 1, bands, columns).
        """
        log_mel = LogMel(self.mel, device)
        scale = torch.tensor([1 / std for std in self.std], device=device)[:, None]
        shift = torch.tensor(
            [-mean / std for mean, std in zip(self.mean, self.std, strict=True)], device=device
        )[:, None]
        # One channel: both memory formats are the same.
        return lambda waves: log_mel(waves).mul_(scale).add_(shift)[:, None]

    def read(self, given: object, number: int | None = None) -> Tensor:
        """A sound as it would be stored: int16 (length,).

        Args:
            given: A path, a ``Wave``, or an array of samples at the model's own rate.
            number: Which of several inputs it is, counted from 1.

        Raises:
            UserError: It is none of these, or cannot be read.
        """
        sound = Path(given) if isinstance(given, str) else given
        try:
            return torch.from_numpy(self._fitted(self._wave(sound)))
        except UnreadableFile as error:
            raise UserError(
                QT_TRANSLATE_NOOP(
                    "netstudio",
                    "{sound} cannot be read as a sound: {reason}. Choose a WAV or FLAC file.",
                ),
                sound=input_name(sound, number),
                reason=error.reason,
            ) from error

    def _wave(self, given: object) -> Wave:
        if isinstance(given, Path):
            return read_sound(given, self.mel.rate)
        if isinstance(given, Wave):
            return given
        return from_numbers(given, self.mel.rate)

    def _fitted(self, wave: Wave) -> Samples16:
        return fitted(resampled(wave, self.mel.rate).samples, self.length)

    def as_json(self) -> dict[str, Any]:
        return {
            **asdict(self.mel),
            "length": self.length,
            "mean": list(self.mean),
            "std": list(self.std),
        }

    @classmethod
    def from_json(cls, raw: Mapping[str, Any]) -> Self:
        try:
            rate, window, hop, bands = (
                _whole(raw[name]) for name in ("rate", "window", "hop", "bands")
            )
            mel = MelSettings(rate, window, hop, bands, bool(raw["same_level"]))
            length = _whole(raw["length"])
            mean = tuple(float(value) for value in raw["mean"])
            std = tuple(float(value) for value in raw["std"])
        except (KeyError, TypeError, OverflowError) as error:
            raise ValueError(f"incomplete preprocessing: {error}") from error
        if not SLOWEST_RATE <= mel.rate <= FASTEST_RATE or not 1 <= mel.bands <= _LARGEST_BANDS:
            raise ValueError(f"a spectrogram of {mel.bands} bands at {mel.rate} samples a second")
        if not 1 <= mel.hop <= mel.window <= mel.rate:
            raise ValueError(f"windows of {mel.window} samples every {mel.hop}")
        if not mel.window <= length <= LONGEST_SECONDS * mel.rate:
            raise ValueError(f"sounds of {length} samples")
        if not len(mean) == len(std) == mel.bands:
            raise ValueError("as many means as bands are needed")
        if not all(0 < value < math.inf for value in std) or not all(map(math.isfinite, mean)):
            raise ValueError("a mean or standard deviation that is no proper number")
        return cls(mel, length, mean, std)


def fitted(samples: Samples16, length: int) -> Samples16:
    """A sound with exactly ``length`` samples.

    Longer ones keep their loudest stretch, shorter ones stand in the middle of silence.
    """
    spare = length - len(samples)
    if spare >= 0:
        return np.pad(samples, (spare // 2, spare - spare // 2))
    energy = np.concatenate(([0.0], np.cumsum(np.square(samples.astype(np.float64)))))
    start = int(np.argmax(energy[length:] - energy[:-length]))
    return samples[start : start + length]


def _mel_settings(rate: int, options: SoundPreparation) -> MelSettings:
    # The next power of two is what a fast Fourier transform likes best.
    window = 2 ** math.ceil(math.log2(max(16, rate * options.window_ms / 1000)))
    hop = max(1, round(rate * options.hop_ms / 1000))
    return MelSettings(rate, window, min(hop, window), options.bands, options.same_level)


def _length(sounds: Sounds, options: SoundPreparation, mel: MelSettings) -> int:
    """How many samples every sound is brought to: whole columns, at least one window."""
    if options.length_ms == AUTO:
        lengths = [len(wave) for wave in sounds.waves]
        wanted = float(np.quantile(lengths, _COVERED, method="inverted_cdf"))
    else:
        wanted = sounds.rate * options.length_ms / 1000
    return max(mel.window, math.ceil(wanted / mel.hop) * mel.hop)


def _band_statistics(
    waves: Tensor, spectrograms: Callable[[Tensor], Tensor]
) -> Job[tuple[tuple[float, ...], tuple[float, ...]]]:
    """Mean and standard deviation of each band, in double precision over all columns."""
    sums = torch.zeros(2, 1, dtype=torch.float64)
    count = done = 0
    for block in torch.split(waves, _AT_ONCE):
        yield Preparing("measure", done, len(waves))
        values = spectrograms(block)[:, 0].double()
        sums = sums + torch.stack((values.sum((0, 2)), values.square().sum((0, 2))))
        count += values.shape[0] * values.shape[2]
        done += len(block)
    mean, square = sums / count
    std = (square - mean.square()).clamp(min=0).sqrt()
    # A band that is the same everywhere is only centred.
    stds = tuple(round(value, 6) or 1.0 for value in std.tolist())
    return tuple(round(value, 6) for value in mean.tolist()), stds


def _whole(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise TypeError("something that is no whole number")
    return value
