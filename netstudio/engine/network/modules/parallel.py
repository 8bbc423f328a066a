"""Branches that run side by side on the same input."""

from __future__ import annotations

from functools import reduce

import torch
from torch import Tensor, nn


class Parallel(nn.Module):
    """Gives the same input to every branch and merges what they put out.

    Shapes: along ``dim`` the outputs are joined by ``concat``; all other merges need outputs of one
    shape and keep it.
    """

    def __init__(self, merge: str = "concat", dim: int = 1, **branches: nn.Module) -> None:
        super().__init__()
        self.merge = merge
        self.dim = dim
        for name, branch in branches.items():
            self.add_module(name, branch)

    def forward(self, x: Tensor) -> Tensor:
        return self.merged([branch(x) for branch in self.children()] or [x])

    def merged(self, outputs: list[Tensor]) -> Tensor:
        """What the outputs of the branches make together."""
        if self.merge == "concat":
            return torch.cat(outputs, self.dim)
        if self.merge == "multiply":
            return reduce(torch.mul, outputs)
        if self.merge == "max":
            return reduce(torch.maximum, outputs)
        total = reduce(torch.add, outputs)
        return total / len(outputs) if self.merge == "mean" else total

    def extra_repr(self) -> str:
        return f"merge={self.merge!r}, dim={self.dim}"
