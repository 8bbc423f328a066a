"""What stands for the body of a container while the container itself is measured."""

from __future__ import annotations

import torch
from torch import Tensor, nn


class StandIn(nn.Module):
    """Puts out numbers of one shape, whatever comes in, and costs nothing.

    Shapes: (N, …) -> (N, sizes).

    Attributes:
        given: What it put out; whoever counts memory leaves that out.
    """

    def __init__(self, sizes: tuple[int, ...], dtype: str) -> None:
        super().__init__()
        self.sizes = sizes
        self.dtype: torch.dtype = getattr(torch, dtype)
        self.given: list[Tensor] = []

    def forward(self, x: Tensor) -> Tensor:
        output = torch.empty(len(x), *self.sizes, dtype=self.dtype, device=x.device)
        if output.is_floating_point():
            output.requires_grad_()
        self.given.append(output)
        return output
