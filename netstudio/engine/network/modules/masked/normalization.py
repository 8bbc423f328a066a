"""Normalisation with the mean and variance of the steps that count."""

from __future__ import annotations

import torch
from torch import Tensor, nn

from netstudio.engine.network.modules.masked.running import Masked
from netstudio.engine.network.modules.masked.steps import counting_steps, filled
from netstudio.engine.network.modules.over_time import (
    BatchNormOverTime,
    GroupNormOverTime,
    InstanceNorm1d,
)


class MaskedBatchNormOverTime(Masked, BatchNormOverTime):
    """``BatchNormOverTime`` whose statistics are those of the steps that count."""

    def masked_forward(self, x: Tensor, lengths: Tensor) -> Tensor:
        if not self.training and self.track_running_stats:
            return BatchNormOverTime.forward(self, x)
        counting = counting_steps(x, lengths)
        y = torch.zeros_like(x)
        y[counting] = nn.BatchNorm1d.forward(self, x[counting])
        return y


class MaskedInstanceNorm1d(Masked, InstanceNorm1d):
    """``InstanceNorm1d`` over the steps that count."""

    def masked_forward(self, x: Tensor, lengths: Tensor) -> Tensor:
        y = normalized(x, lengths, x.shape[2], self.eps)
        return y if self.weight is None else y * self.weight + self.bias


class MaskedGroupNormOverTime(Masked, GroupNormOverTime):
    """``GroupNormOverTime`` over the steps that count."""

    def masked_forward(self, x: Tensor, lengths: Tensor) -> Tensor:
        y = normalized(x, lengths, self.num_groups, self.eps)
        return y if self.weight is None else y * self.weight + self.bias


def normalized(x: Tensor, lengths: Tensor, groups: int, eps: float) -> Tensor:
    """Each group of features with mean 0 and variance 1 over the steps that count."""
    grouped = x.reshape(*x.shape[:2], groups, -1)
    count = (lengths * grouped.shape[3]).reshape(-1, 1, 1, 1)
    mean = filled(grouped, lengths).sum((1, 3), keepdim=True) / count
    apart = filled(grouped - mean, lengths)
    variance = apart.square().sum((1, 3), keepdim=True) / count
    return (apart * (variance + eps).rsqrt()).flatten(2)
