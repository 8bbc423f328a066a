"""What turns pictures and places into the vectors that Transformers work on."""

from __future__ import annotations

import math

import torch
from torch import Tensor, nn


class PatchEmbedding(nn.Conv2d):
    """Cuts a picture into patches, row by row, and maps each to a vector.

    Shapes: (N, in_channels, H, W) -> (N, T, embed_dim); T is the number of patches.
    """

    def __init__(
        self, in_channels: int, embed_dim: int, patch_size: tuple[int, int], bias: bool = True
    ) -> None:
        super().__init__(in_channels, embed_dim, patch_size, stride=patch_size, bias=bias)

    def forward(self, x: Tensor) -> Tensor:
        return super().forward(x).flatten(2).transpose(1, 2)


class ClassToken(nn.Module):
    """Puts a learned vector before the first step.

    Shapes: (N, T, features) -> (N, T + 1, features).
    """

    def __init__(self, features: int) -> None:
        super().__init__()
        self.token = nn.Parameter(torch.empty(1, 1, features))
        nn.init.normal_(self.token, std=0.02)

    def forward(self, x: Tensor) -> Tensor:
        return torch.cat((self.token.expand(x.shape[0], -1, -1), x), 1)


class LearnedPositions(nn.Module):
    """Adds to each step a vector that is learned for its place.

    Shapes: (N, T, features) -> (N, T, features) for T up to ``length``.
    """

    def __init__(self, length: int, features: int) -> None:
        super().__init__()
        self.positions = nn.Parameter(torch.empty(length, features))
        nn.init.normal_(self.positions, std=0.02)

    def forward(self, x: Tensor) -> Tensor:
        return x + self.positions[: x.shape[1]]


class SinusoidalPositions(nn.Module):
    """Adds to each step sines and cosines of its place, from fast to slow.

    Shapes: (N, T, features) -> (N, T, features) for T up to ``length``.
    """

    positions: Tensor

    def __init__(self, length: int, features: int) -> None:
        super().__init__()
        steps = torch.arange(length, dtype=torch.float32).unsqueeze(1)
        even = torch.arange(0, features, 2, dtype=torch.float32)
        angles = steps * torch.exp(even * (-math.log(10_000) / features))
        waves = torch.stack((angles.sin(), angles.cos()), -1).flatten(1)
        self.register_buffer("positions", waves[:, :features].contiguous())

    def forward(self, x: Tensor) -> Tensor:
        return x + self.positions[: x.shape[1]]


class SelectStep(nn.Module):
    """Keeps one step of a sequence.

    Shapes: (N, T, features) -> (N, features).
    """

    def __init__(self, index: int = -1) -> None:
        super().__init__()
        self.index = index

    def forward(self, x: Tensor) -> Tensor:
        return x[:, self.index]

    def extra_repr(self) -> str:
        return f"index={self.index}"
