"""torch's one-dimensional pooling for sequences that are laid out (batch, time, features)."""

from __future__ import annotations

from torch import Tensor, nn


class MaxPool1d(nn.MaxPool1d):
    """``nn.MaxPool1d`` over time.

    Shapes: (N, T, F) -> (N, T', F).
    """

    def forward(self, x: Tensor) -> Tensor:
        y: Tensor = super().forward(x.transpose(1, 2))
        return y.transpose(1, 2)


class AvgPool1d(nn.AvgPool1d):
    """``nn.AvgPool1d`` over time.

    Shapes: (N, T, F) -> (N, T', F).
    """

    def forward(self, x: Tensor) -> Tensor:
        return super().forward(x.transpose(1, 2)).transpose(1, 2)


class LPPool1d(nn.LPPool1d):
    """``nn.LPPool1d`` over time.

    Shapes: (N, T, F) -> (N, T', F).
    """

    def forward(self, x: Tensor) -> Tensor:
        return super().forward(x.transpose(1, 2)).transpose(1, 2)


class AdaptiveAvgPool1d(nn.AdaptiveAvgPool1d):
    """``nn.AdaptiveAvgPool1d`` over time.

    Shapes: (N, T, F) -> (N, output_size, F).
    """

    def forward(self, x: Tensor) -> Tensor:
        return super().forward(x.transpose(1, 2)).transpose(1, 2)


class AdaptiveMaxPool1d(nn.AdaptiveMaxPool1d):
    """``nn.AdaptiveMaxPool1d`` over time.

    Shapes: (N, T, F) -> (N, output_size, F).
    """

    def forward(self, x: Tensor) -> Tensor:
        y: Tensor = super().forward(x.transpose(1, 2))
        return y.transpose(1, 2)
