"""Longer sequences, laid out (batch, time, features): padding and upsampling by torch's layers."""

from __future__ import annotations

from torch import Tensor, nn


class ZeroPad1d(nn.ZeroPad1d):
    """``nn.ZeroPad1d`` over time.

    Shapes: (N, T, F) -> (N, T', F).
    """

    def forward(self, x: Tensor) -> Tensor:
        return super().forward(x.transpose(1, 2)).transpose(1, 2)


class ReflectionPad1d(nn.ReflectionPad1d):
    """``nn.ReflectionPad1d`` over time.

    Shapes: (N, T, F) -> (N, T', F).
    """

    def forward(self, x: Tensor) -> Tensor:
        return super().forward(x.transpose(1, 2)).transpose(1, 2)


class ReplicationPad1d(nn.ReplicationPad1d):
    """``nn.ReplicationPad1d`` over time.

    Shapes: (N, T, F) -> (N, T', F).
    """

    def forward(self, x: Tensor) -> Tensor:
        return super().forward(x.transpose(1, 2)).transpose(1, 2)


class UpsampleOverTime(nn.Upsample):
    """``nn.Upsample`` over time.

    Shapes: (N, T, F) -> (N, T', F).
    """

    def forward(self, x: Tensor) -> Tensor:
        return super().forward(x.transpose(1, 2)).transpose(1, 2)
