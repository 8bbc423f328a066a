"""One body, passed through several times."""

from __future__ import annotations

from torch import Tensor, nn


class Repeat(nn.Module):
    """``body(body(… x))``, the same weights each time; the body keeps the shape."""

    def __init__(self, body: nn.Module, times: int) -> None:
        super().__init__()
        self.body = body
        self.times = times

    def forward(self, x: Tensor) -> Tensor:
        for _ in range(self.times):
            x = self.body(x)
        return x

    def extra_repr(self) -> str:
        return f"times={self.times}"
