"""Losses that torch lacks, and the way from outputs to probabilities."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional


class OneHotMSELoss(nn.Module):
    """Mean squared distance between outputs and the one-hot vector of the class.

    Shapes: outputs (N, K), targets (N,) -> ().
    """

    def forward(self, outputs: Tensor, targets: Tensor) -> Tensor:
        wanted = functional.one_hot(targets, outputs.shape[1]).to(outputs.dtype)
        return functional.mse_loss(outputs, wanted)


class ClampedShares(nn.Module):
    """Outputs that were trained towards one-hot vectors, as probabilities: negative ones are 0.

    Shapes: (N, K) -> (N, K); where no output is positive, all classes are equally likely.
    """

    def forward(self, outputs: Tensor) -> Tensor:
        positive = outputs.clamp(min=0)
        total = positive.sum(-1, keepdim=True)
        uniform = torch.full_like(outputs, 1 / outputs.shape[-1])
        return torch.where(total > 0, positive / total.clamp(min=1e-12), uniform)
