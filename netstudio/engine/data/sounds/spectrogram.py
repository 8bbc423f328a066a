"""From waves to log-mel spectrograms, in whole batches on the device."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor

# Of silence: about the loudness of rounding to 16 bits, over a window.
_FLOOR = 1e-6
_QUIETEST_PEAK = 0.01


@dataclass(frozen=True)
class MelSettings:
    """How a wave becomes a picture of pitch over time.

    Attributes:
        rate: Samples a second.
        window: Over how many samples the strength of each pitch is taken.
        hop: How many samples further the next column is.
        bands: How many pitches there are, evenly spaced on the mel scale.
        same_level: Whether each sound is first brought to the same loudness.
    """

    rate: int
    window: int
    hop: int
    bands: int
    same_level: bool

    def columns(self, length: int) -> int:
        """How many columns a wave of that many samples gives."""
        return 1 + length // self.hop


class LogMel:
    """Waves (N, length), int16 or floats from -1 to 1, to spectrograms (N, bands, columns).

    Args:
        settings: What it is to be like.
        device: Where it is computed.
    """

    def __init__(self, settings: MelSettings, device: torch.device) -> None:
        self._settings = settings
        self._hann = torch.hann_window(settings.window, device=device)
        self._filters = mel_filters(settings).to(device)

    def __call__(self, waves: Tensor) -> Tensor:
        courses = to_floats(waves)
        if self._settings.same_level:
            peak = courses.abs().amax(dim=1, keepdim=True)
            courses = courses / peak.clamp(min=_QUIETEST_PEAK)
        spectra = torch.stft(
            courses,
            self._settings.window,
            self._settings.hop,
            window=self._hann,
            pad_mode="constant",
            return_complex=True,
        )
        power = spectra.real.square() + spectra.imag.square()
        return (self._filters @ power / self._settings.window).add_(_FLOOR).log_()


def to_floats(waves: Tensor) -> Tensor:
    """Samples from -1 to 1, whatever they are kept as."""
    return waves if waves.is_floating_point() else waves.to(torch.float32).mul_(1 / 32_768)


def mel_filters(settings: MelSettings) -> Tensor:
    """How much each frequency of a spectrum belongs to each band.

    Triangles of height 1 that overlap by half, evenly spaced on the mel scale
    m = 2595 log₁₀(1 + f / 700) between 0 and half the rate (Young et al., The HTK Book, 2002,
    section 5.4).

    Shapes: () -> (bands, window // 2 + 1).
    """
    highest = settings.rate / 2
    frequencies = torch.linspace(0, highest, settings.window // 2 + 1, dtype=torch.float64)
    mels = 2595 * torch.log10(1 + frequencies / 700)
    edges = torch.linspace(0, float(mels[-1]), settings.bands + 2, dtype=torch.float64)
    position = (mels[None, :] - edges[:, None]) / (edges[1] - edges[0])
    # Band b has its foot at the edges b and b + 2, and its top at b + 1.
    rising, falling = position[:-2], 2 - position[:-2]
    return torch.minimum(rising, falling).clamp(min=0).to(torch.float32)
