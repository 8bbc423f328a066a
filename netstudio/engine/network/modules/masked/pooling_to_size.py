"""Pooling to a size that is given, from sequences of different lengths."""

from __future__ import annotations

from collections.abc import Iterator

import torch
from torch import Tensor

from netstudio.engine.network.modules.masked.pooling import one
from netstudio.engine.network.modules.masked.running import Masked
from netstudio.engine.network.modules.masked.steps import filled
from netstudio.engine.network.modules.pooling import GlobalAvgPool, GlobalMaxPool
from netstudio.engine.network.modules.pooling_over_time import (
    AdaptiveAvgPool1d,
    AdaptiveMaxPool1d,
)


class MaskedGlobalAvgPool(Masked, GlobalAvgPool):
    """``GlobalAvgPool`` over the steps that count."""

    def masked_forward(self, x: Tensor, lengths: Tensor) -> Tensor:
        return filled(x, lengths).sum(1) / lengths[:, None]

    def lengths_after(self, lengths: Tensor) -> None:
        return None


class MaskedGlobalMaxPool(Masked, GlobalMaxPool):
    """``GlobalMaxPool`` over the steps that count."""

    def masked_forward(self, x: Tensor, lengths: Tensor) -> Tensor:
        return filled(x, lengths, float("-inf")).amax(1)

    def lengths_after(self, lengths: Tensor) -> None:
        return None


class MaskedAdaptiveAvgPool1d(Masked, AdaptiveAvgPool1d):
    """``AdaptiveAvgPool1d`` that divides only the steps that count."""

    def masked_forward(self, x: Tensor, lengths: Tensor) -> Tensor:
        bins = [each.to(x.dtype) for each in bins_of(x, lengths, one(self.output_size))]
        means = [(x * inside).sum(1) / inside.sum(1) for inside in bins]
        return torch.stack(means, 1)

    def lengths_after(self, lengths: Tensor) -> None:
        return None


class MaskedAdaptiveMaxPool1d(Masked, AdaptiveMaxPool1d):
    """``AdaptiveMaxPool1d`` that divides only the steps that count."""

    def masked_forward(self, x: Tensor, lengths: Tensor) -> Tensor:
        bins = bins_of(x, lengths, one(self.output_size))
        return torch.stack([x.masked_fill(~each, float("-inf")).amax(1) for each in bins], 1)

    def lengths_after(self, lengths: Tensor) -> None:
        return None


def bins_of(x: Tensor, lengths: Tensor, count: int) -> Iterator[Tensor]:
    """Which steps belong to each of ``count`` equal parts of a sequence, (N, T, 1) each."""
    steps = torch.arange(x.shape[1], device=x.device)
    for number in range(count):
        start = number * lengths // count
        end = -(-(number + 1) * lengths // count)
        inside = (steps >= start[:, None]) & (steps < end[:, None])
        yield inside[..., None]
