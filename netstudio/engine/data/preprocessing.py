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
from netstudio.core.translate import (
    QT_TRANSLATE_NOOP,
    Message,
    UserError,
    message,
    one_line,
    verbatim,
)
from netstudio.engine.data.dataset import Samples

_BYTES = 256
_LARGEST_SIDE = 4_096


@dataclass(frozen=True)
class ImagePreprocessing:
    """Pictures as bytes to standardised floats: (x / 255 − mean) / std, for each channel.

    Attributes:
        sample: The shape of one picture.
        mean: Of each channel over the training part, for pixels from 0 to 1.
        std: Likewise.
    """

    sample: TensorSpec
    mean: tuple[float, ...]
    std: tuple[float, ...]

    @classmethod
    def fit(cls, train: Samples) -> Self:
        """Mean and standard deviation of the training part.

        They come from exact counts of the 256 byte values, so that they do not depend on the
        number of threads.
        """
        sizes = tuple(train.inputs.shape[1:])
        levels = torch.arange(_BYTES, dtype=torch.float64) / (_BYTES - 1)
        means, stds = [], []
        for channel in range(sizes[0]):
            counts = torch.bincount(train.inputs[:, channel].flatten(), minlength=_BYTES)
            shares = counts.double() / counts.sum()
            mean = float((shares * levels).sum())
            variance = float((shares * (levels - mean) ** 2).sum())
            means.append(round(mean, 6))
            # A channel that is the same everywhere is only centred.
            stds.append(round(variance**0.5, 6) or 1.0)
        return cls(TensorSpec(IMAGE, sizes), tuple(means), tuple(stds))

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
        from netstudio.engine.data.pictures import PictureError, open_picture

        try:
            return torch.from_numpy(open_picture(picture, self.sample).copy())
        except PictureError as error:
            raise UserError(
                QT_TRANSLATE_NOOP(
                    "netstudio",
                    "{picture} cannot be read as a picture: {reason}. Choose a JPEG or PNG file.",
                ),
                picture=input_name(picture, number),
                reason=error,
            ) from error

    def as_json(self) -> dict[str, Any]:
        """What a trained model's file keeps of it."""
        return {
            "sizes": list(self.sample.sizes),
            "mean": list(self.mean),
            "std": list(self.std),
        }

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
        except (KeyError, TypeError, OverflowError) as error:
            raise ValueError(f"incomplete preprocessing: {error}") from error
        fits = len(sizes) == 3 and len(mean) == len(std) == sizes[0] and sizes[0] in (1, 3)
        if not fits or not all(1 <= side <= _LARGEST_SIDE for side in sizes[1:]):
            raise ValueError(f"preprocessing for pictures of {sizes}")
        if not all(0 < value < float("inf") for value in std):
            raise ValueError("a standard deviation that is not positive")
        if not all(abs(value) < float("inf") for value in mean):
            raise ValueError("a mean that is not finite")
        return cls(TensorSpec(IMAGE, sizes), mean, std)


def input_name(picture: object, number: int | None) -> Message:
    """What a sentence calls an input: its path, or its number among several."""
    if isinstance(picture, str | Path):
        return verbatim(one_line(str(picture)))
    if number is None:
        return message(QT_TRANSLATE_NOOP("netstudio", "The input"))
    return message(QT_TRANSLATE_NOOP("netstudio", "Input {number}"), number=number)


def _numbers(values: object, kind: type | UnionType) -> tuple[Any, ...]:
    if not isinstance(values, list | tuple):
        raise TypeError("no list of numbers")
    if any(isinstance(value, bool) or not isinstance(value, kind) for value in values):
        raise TypeError("something that is no number")
    return tuple(values)
