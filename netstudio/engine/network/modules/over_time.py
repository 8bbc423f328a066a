"""torch's one-dimensional layers for sequences that are laid out (batch, time, features)."""

from __future__ import annotations

from torch import Tensor, nn


class Conv1d(nn.Conv1d):
    """``nn.Conv1d`` over time.

    Shapes: (N, T, in_channels) -> (N, T', out_channels).
    """

    def forward(self, x: Tensor) -> Tensor:
        return super().forward(x.transpose(1, 2)).transpose(1, 2)


class ConvTranspose1d(nn.ConvTranspose1d):
    """``nn.ConvTranspose1d`` over time.

    Shapes: (N, T, in_channels) -> (N, T', out_channels).
    """

    def forward(self, x: Tensor, output_size: list[int] | None = None) -> Tensor:
        return super().forward(x.transpose(1, 2), output_size).transpose(1, 2)


class BatchNormOverTime(nn.BatchNorm1d):
    """``nn.BatchNorm1d`` of each feature over batch and time.

    Shapes: (N, T, num_features) -> (N, T, num_features).
    """

    def forward(self, x: Tensor) -> Tensor:
        return super().forward(x.transpose(1, 2)).transpose(1, 2)


class InstanceNorm1d(nn.InstanceNorm1d):
    """``nn.InstanceNorm1d`` of each feature over time.

    Shapes: (N, T, num_features) -> (N, T, num_features).
    """

    def forward(self, x: Tensor) -> Tensor:
        return super().forward(x.transpose(1, 2)).transpose(1, 2)


class GroupNormOverTime(nn.GroupNorm):
    """``nn.GroupNorm`` of groups of features over time.

    Shapes: (N, T, num_channels) -> (N, T, num_channels).
    """

    def forward(self, x: Tensor) -> Tensor:
        return super().forward(x.transpose(1, 2)).transpose(1, 2)


class PReLUOverTime(nn.PReLU):
    """``nn.PReLU`` with a slope for each feature.

    Shapes: (N, T, num_parameters) -> (N, T, num_parameters).
    """

    def forward(self, x: Tensor) -> Tensor:
        return super().forward(x.transpose(1, 2)).transpose(1, 2)
