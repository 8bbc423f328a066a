"""Convolutions that look at each channel by itself: Howard et al., 2017, and Chollet, 2016."""

from __future__ import annotations

from torch import Tensor, nn


class DepthwiseConv2d(nn.Conv2d):
    """``depth_multiplier`` filters for each channel, which see no other channel.

    Shapes: (N, C, H, W) -> (N, C · depth_multiplier, H', W').
    """

    def __init__(
        self,
        in_channels: int,
        kernel_size: tuple[int, int] = (3, 3),
        stride: tuple[int, int] = (1, 1),
        padding: tuple[int, int] | str = "valid",
        dilation: tuple[int, int] = (1, 1),
        depth_multiplier: int = 1,
        bias: bool = True,
    ) -> None:
        super().__init__(
            in_channels,
            in_channels * depth_multiplier,
            kernel_size,
            stride,
            padding,
            dilation,
            groups=in_channels,
            bias=bias,
        )


class SeparableConv2d(nn.Module):
    """Filters for each channel by itself, then a 1×1 convolution that mixes the channels.

    Shapes: (N, in_channels, H, W) -> (N, out_channels, H', W').
    """

    def __init__(
        self,
        in_channels: int,
        out_channels: int,
        kernel_size: tuple[int, int] = (3, 3),
        stride: tuple[int, int] = (1, 1),
        padding: tuple[int, int] | str = "valid",
        dilation: tuple[int, int] = (1, 1),
        depth_multiplier: int = 1,
        bias: bool = True,
    ) -> None:
        super().__init__()
        between = in_channels * depth_multiplier
        self.depthwise = nn.Conv2d(
            in_channels,
            between,
            kernel_size,
            stride,
            padding,
            dilation,
            groups=in_channels,
            bias=False,
        )
        self.pointwise = nn.Conv2d(between, out_channels, 1, bias=bias)

    def forward(self, x: Tensor) -> Tensor:
        y: Tensor = self.pointwise(self.depthwise(x))
        return y
