"""The shortcut connection of He et al., Deep residual learning for image recognition, 2015."""

from __future__ import annotations

from torch import Tensor, nn


class Residual(nn.Module):
    """``body(x) + x``, or ``body(x) + projection(x)`` where the body changes the shape."""

    def __init__(self, body: nn.Module, projection: nn.Module | None = None) -> None:
        super().__init__()
        self.body = body
        self.projection = projection

    def forward(self, x: Tensor) -> Tensor:
        shortcut = x if self.projection is None else self.projection(x)
        y: Tensor = self.body(x)
        return y + shortcut
