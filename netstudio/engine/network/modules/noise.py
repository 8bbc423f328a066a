"""Noise that makes over-fitting harder; without effect outside training."""

from __future__ import annotations

import math

import torch
from torch import Tensor, nn


class Dropout1d(nn.Dropout1d):
    """``nn.Dropout1d`` of whole features, for all steps at once.

    Shapes: (N, T, F) -> (N, T, F).
    """

    def forward(self, x: Tensor) -> Tensor:
        return super().forward(x.transpose(1, 2)).transpose(1, 2)


class StochasticDepth(nn.Module):
    """Sets all of a sample to zero with probability ``p``, others growing by 1 / (1 − p)."""

    def __init__(self, p: float = 0.1) -> None:
        super().__init__()
        self.p = p

    def forward(self, x: Tensor) -> Tensor:
        if not self.training:
            return x
        kept = x.new_empty(x.shape[0], *[1] * (x.ndim - 1)).bernoulli_(1 - self.p)
        return x * (kept / (1 - self.p))

    def extra_repr(self) -> str:
        return f"p={self.p}"


class GaussianNoise(nn.Module):
    """Adds normal noise."""

    def __init__(self, std: float = 0.1) -> None:
        super().__init__()
        self.std = std

    def forward(self, x: Tensor) -> Tensor:
        return x + torch.randn_like(x) * self.std if self.training else x

    def extra_repr(self) -> str:
        return f"std={self.std}"


class GaussianDropout(nn.Module):
    """Multiplies by normal noise of mean 1 and variance p / (1 − p), as dropout has it."""

    def __init__(self, p: float = 0.5) -> None:
        super().__init__()
        self.p = p

    def forward(self, x: Tensor) -> Tensor:
        if not self.training:
            return x
        std = math.sqrt(self.p / (1 - self.p))
        return x * (1 + torch.randn_like(x) * std)

    def extra_repr(self) -> str:
        return f"p={self.p}"
