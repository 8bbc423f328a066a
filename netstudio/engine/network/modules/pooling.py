"""Pooling that torch has no module for."""

from __future__ import annotations

from torch import Tensor, nn


class GlobalAvgPool(nn.Module):
    """Mean over some dimensions.

    Shapes: (N, C, H, W) -> (N, C) for ``dim=(2, 3)``; (N, T, F) -> (N, F) for ``dim=(1,)``.
    """

    def __init__(self, dim: tuple[int, ...]) -> None:
        super().__init__()
        self.dim = dim

    def forward(self, x: Tensor) -> Tensor:
        return x.mean(self.dim)

    def extra_repr(self) -> str:
        return f"dim={self.dim}"


class GlobalMaxPool(nn.Module):
    """Largest value over some dimensions.

    Shapes: (N, C, H, W) -> (N, C) for ``dim=(2, 3)``; (N, T, F) -> (N, F) for ``dim=(1,)``.
    """

    def __init__(self, dim: tuple[int, ...]) -> None:
        super().__init__()
        self.dim = dim

    def forward(self, x: Tensor) -> Tensor:
        return x.amax(self.dim)

    def extra_repr(self) -> str:
        return f"dim={self.dim}"
