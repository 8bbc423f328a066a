"""From stored samples to what the network receives; part of the trained model."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import UnionType
from typing import Any, Self

import torch
from torch import Tensor

from netstudio.core.spec import IMAGE, TensorSpec
from netstudio.core.translate import QT_TRANSLATE_NOOP, UserError
from netstudio.engine.data.images.inputs import Pictures, portions
from netstudio.engine.data.input_names import input_name
from netstudio.engine.data.job import Job
from netstudio.engine.data.records import Inputs, Records
from netstudio.engine.data.storage.rows import StoredRows
from netstudio.engine.events import Preparing
from netstudio.tasks.preparation import PreparationDef
from netstudio.tasks.preparation.images import AutoencodingPreparation, ImagePreparation

_BYTES = 256
_LARGEST_SIDE = 4_096
# Of red, green and blue over ImageNet's training part, as torchvision's models have them.
_IMAGENET_MEAN = (0.485, 0.456, 0.406)
_IMAGENET_STD = (0.229, 0.224, 0.225)


@dataclass(frozen=True)
class ImagePreprocessing:
    """Pictures as bytes to standardised floats: (x / 255 − mean) / std, for each channel.

    Attributes:
        sample: The shape of one picture.
        mean: Of each channel over the training part, for pixels from 0 to 1.
        std: Likewise.
        noise: The standard deviation of noise that is laid over the network's input when the
            picture itself is the target.
        fitting: How pictures of other proportions are brought to the shape; see ``see_picture``.
    """

    sample: TensorSpec
    mean: tuple[float, ...]
    std: tuple[float, ...]
    noise: float = 0.0
    fitting: str = "crop"

    @classmethod
    def fit(cls, train: Records, options: PreparationDef) -> Job[Self]:
        """The scale of the pixels, from the training part where the options say so."""
        assert isinstance(train.inputs, Pictures)
        pixels, fitting = train.inputs.pixels, train.inputs.fit
        sizes = tuple(pixels.shape[1:])
        sample, channels = TensorSpec(IMAGE, sizes), sizes[0]
        if isinstance(options, AutoencodingPreparation):
            return cls(sample, (0.0,) * channels, (1.0,) * channels, options.noise, fitting)
        assert isinstance(options, ImagePreparation)
        match options.normalisation:
            case "imagenet":
                mean, std = _imagenet(channels)
            case "zero_one":
                mean, std = (0.0,) * channels, (1.0,) * channels
            case _:
                mean, std = yield from _statistics(pixels)
        return cls(sample, mean, std, fitting=fitting)

    def encode(self, inputs: Inputs) -> Job[Tensor | StoredRows]:
        """The bytes as they are: uint8 (N, C, H, W)."""
        assert isinstance(inputs, Pictures)
        found = tuple(inputs.pixels.shape[1:])
        if found != self.sample.sizes:
            raise UserError(
                QT_TRANSLATE_NOOP(
                    "netstudio",
                    "The model reads pictures of {wanted}, but the data have {found}. Choose data "
                    "of the same shape.",
                ),
                wanted=self.sample.shape,
                found="×".join(map(str, found)),
            )
        yield Preparing("read", len(inputs), len(inputs))
        return inputs.pixels

    def on(self, device: torch.device, channels_last: bool = False) -> Callable[[Tensor], Tensor]:
        """The function that standardises a batch there.

        Shapes: uint8 (N, C, H, W) -> float32 (N, C, H, W), in the same memory format.

        Args:
            device: Where the batches are.
            channels_last: Which memory format it is fast for.
        """
        scale = [1 / (255 * std) for std in self.std]
        shift = [-mean / std for mean, std in zip(self.mean, self.std, strict=True)]
        if len(scale) == 1:
            return lambda pictures: pictures.to(torch.float32).mul_(scale[0]).add_(shift[0])
        # As large as a picture: to repeat three numbers along the innermost axis is five times as
        # slow.
        layout = torch.channels_last if channels_last else torch.contiguous_format
        scales, shifts = (
            torch.tensor(values, device=device)[None, :, None, None]
            .expand(1, *self.sample.sizes)
            .contiguous(memory_format=layout)
            for values in (scale, shift)
        )
        return lambda pictures: pictures.to(torch.float32).mul_(scales).add_(shifts)

    def read(self, picture: object, number: int | None = None) -> Tensor:
        """A picture as it would be stored: uint8 (C, H, W).

        Args:
            picture: A path, a PIL image, a uint8 array or a uint8 tensor of (C, H, W).
            number: Which of several inputs it is, counted from 1.

        Raises:
            UserError: It is none of these, or cannot be read.
        """
        # Imported here, so that training on data in memory needs no PIL.
        from netstudio.engine.data.images.pictures import PictureError, open_picture

        try:
            return torch.from_numpy(open_picture(picture, self.sample, self.fitting).copy())
        except PictureError as error:
            raise UserError(
                QT_TRANSLATE_NOOP(
                    "netstudio",
                    "{picture} cannot be read as a picture: {reason}. Choose a JPEG or PNG file.",
                ),
                picture=input_name(Path(picture) if isinstance(picture, str) else picture, number),
                reason=error.reason,
            ) from error

    def as_json(self) -> dict[str, Any]:
        """What a trained model's file keeps of it."""
        kept: dict[str, Any] = {
            "sizes": list(self.sample.sizes),
            "mean": list(self.mean),
            "std": list(self.std),
        }
        if self.noise:
            kept["noise"] = self.noise
        if self.fitting != "crop":
            kept["fit"] = self.fitting
        return kept

    @classmethod
    def from_json(cls, raw: Mapping[str, Any]) -> Self:
        """The inverse of ``as_json``.

        Raises:
            ValueError: ``raw`` is not what ``as_json`` gives.
        """
        try:
            sizes = _numbers(raw["sizes"], int)
            mean = tuple(map(float, _numbers(raw["mean"], int | float)))
            std = tuple(map(float, _numbers(raw["std"], int | float)))
            (noise,) = _numbers([raw.get("noise", 0.0)], int | float)
            fitting = raw.get("fit", "crop")
        except (KeyError, TypeError, OverflowError) as error:
            raise ValueError(f"incomplete preprocessing: {error}") from error
        fits = len(sizes) == 3 and len(mean) == len(std) == sizes[0] and sizes[0] in (1, 3)
        if not fits or not all(1 <= side <= _LARGEST_SIDE for side in sizes[1:]):
            raise ValueError(f"preprocessing for pictures of {sizes}")
        if not all(0 < value < float("inf") for value in std):
            raise ValueError("a standard deviation that is not positive")
        if not all(abs(value) < float("inf") for value in mean):
            raise ValueError("a mean that is not finite")
        if not 0 <= noise < float("inf"):
            raise ValueError("noise that is none")
        if fitting not in ("crop", "pad", "stretch"):
            raise ValueError("pictures that are fitted in an unknown way")
        return cls(TensorSpec(IMAGE, sizes), mean, std, float(noise), fitting)


def _statistics(pixels: Tensor | StoredRows) -> Job[tuple[tuple[float, ...], tuple[float, ...]]]:
    """Mean and standard deviation of each channel, for pixels from 0 to 1.

    They come from exact counts of the 256 byte values, so that they do not depend on the number of
    threads.
    """
    counts = torch.zeros(pixels.shape[1], _BYTES, dtype=torch.int64)
    done = 0
    for portion in portions(pixels):
        yield Preparing("measure", done, len(pixels))
        for channel in range(len(counts)):
            counts[channel] += torch.bincount(portion[:, channel].flatten(), minlength=_BYTES)
        done += len(portion)
    values = torch.arange(_BYTES, dtype=torch.float64) / (_BYTES - 1)
    shares = counts.double() / counts.sum(1, keepdim=True)
    means = (shares * values).sum(1)
    variances = (shares * (values - means[:, None]) ** 2).sum(1)
    # A channel that is the same everywhere is only centred.
    stds = (round(variance**0.5, 6) or 1.0 for variance in variances.tolist())
    return tuple(round(mean, 6) for mean in means.tolist()), tuple(stds)


def _imagenet(channels: int) -> tuple[tuple[float, ...], tuple[float, ...]]:
    if channels == len(_IMAGENET_MEAN):
        return _IMAGENET_MEAN, _IMAGENET_STD
    grey = sum(_IMAGENET_MEAN) / 3, sum(_IMAGENET_STD) / 3
    return (round(grey[0], 6),) * channels, (round(grey[1], 6),) * channels


def _numbers(values: object, kind: type | UnionType) -> tuple[Any, ...]:
    if not isinstance(values, list | tuple):
        raise TypeError("no list of numbers")
    if any(isinstance(value, bool) or not isinstance(value, kind) for value in values):
        raise TypeError("something that is no number")
    return tuple(values)
