"""torch's one-dimensional layers for sequences that are laid out (batch, time, features)."""

from __future__ import annotations

from torch import Tensor, nn


class Conv1d(nn.Conv1d):
    """``nn.Conv1d`` over time.

    Shapes: (N, T, in_channels) -> (N, T', out_channels).
    """

    def forward(self, x: Tensor) -> Tensor:
        return super().forward(x.transpose(1, 2)).transpose(1, 2)


class BatchNormOverTime(nn.BatchNorm1d):
    """``nn.BatchNorm1d`` of each feature over batch and time.

    Shapes: (N, T, num_features) -> (N, T, num_features).
    """

    def forward(self, x: Tensor) -> Tensor:
        return super().forward(x.transpose(1, 2)).transpose(1, 2)
