"""Gates that weigh channels and places of a picture by what the whole picture shows."""

from __future__ import annotations

import torch
from torch import Tensor, nn


class SqueezeExcitation(nn.Module):
    """Squeeze-and-excitation of Hu et al., 2017: each channel times a learned share.

    Shapes: (N, channels, H, W) -> (N, channels, H, W).
    """

    def __init__(self, channels: int, reduction: int = 16) -> None:
        super().__init__()
        squeezed = max(1, channels // reduction)
        self.squeeze = nn.Linear(channels, squeezed)
        self.excite = nn.Linear(squeezed, channels)

    def forward(self, x: Tensor) -> Tensor:
        shares: Tensor = self.excite(self.squeeze(x.mean((2, 3))).relu()).sigmoid()
        return x * shares[:, :, None, None]


class CBAM(nn.Module):
    """Convolutional block attention of Woo et al., 2018: first channels, then places.

    Shapes: (N, channels, H, W) -> (N, channels, H, W).
    """

    def __init__(self, channels: int, reduction: int = 16, kernel_size: int = 7) -> None:
        super().__init__()
        squeezed = max(1, channels // reduction)
        self.squeeze = nn.Linear(channels, squeezed)
        self.excite = nn.Linear(squeezed, channels)
        self.places = nn.Conv2d(2, 1, kernel_size, padding="same", bias=False)

    def forward(self, x: Tensor) -> Tensor:
        pooled = torch.stack((x.mean((2, 3)), x.amax((2, 3))))
        shares: Tensor = self.excite(self.squeeze(pooled).relu()).sum(0).sigmoid()
        x = x * shares[:, :, None, None]
        seen = torch.cat((x.mean(1, keepdim=True), x.amax(1, keepdim=True)), 1)
        where: Tensor = self.places(seen).sigmoid()
        return x * where
