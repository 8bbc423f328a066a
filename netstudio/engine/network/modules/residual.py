"""The shortcut connection of He et al., Deep residual learning for image recognition, 2015."""

from __future__ import annotations

from torch import Tensor, nn
from torch.nn import functional


class Residual(nn.Module):
    """``body(x) + x``, or ``body(x) + shortcut(x)`` where the body changes the shape."""

    def __init__(self, body: nn.Module, shortcut: nn.Module | None = None) -> None:
        super().__init__()
        self.body = body
        self.shortcut = shortcut

    def forward(self, x: Tensor) -> Tensor:
        shortcut = x if self.shortcut is None else self.shortcut(x)
        y: Tensor = self.body(x)
        return y + shortcut


class PaddedShortcut(nn.Module):
    """The shortcut without weights: takes every n-th place and adds zeros to the channels.

    Args:
        strides: The n of each dimension behind the batch.
        padding: How many zeros come before and after.
        dim: The dimension of the channels.
    """

    def __init__(self, strides: tuple[int, ...], padding: tuple[int, int], dim: int = 1) -> None:
        super().__init__()
        self.strides = strides
        self.padding = padding
        self.dim = dim

    def forward(self, x: Tensor) -> Tensor:
        x = x[(slice(None), *(slice(None, None, stride) for stride in self.strides))]
        return functional.pad(x, (0, 0) * (x.ndim - 1 - self.dim) + self.padding)

    def extra_repr(self) -> str:
        return f"strides={self.strides}, padding={self.padding}, dim={self.dim}"
