"""Pooling over windows of sequences that have different lengths."""

from __future__ import annotations

from typing import TypeVar

from torch import Tensor
from torch.nn import functional

from netstudio.engine.network.modules.masked.running import Masked
from netstudio.engine.network.modules.masked.steps import filled
from netstudio.engine.network.modules.pooling_over_time import AvgPool1d, LPPool1d, MaxPool1d

Count = TypeVar("Count", int, Tensor)


class MaskedMaxPool1d(Masked, MaxPool1d):
    """``MaxPool1d`` for which each sequence ends behind its own last step."""

    def masked_forward(self, x: Tensor, lengths: Tensor) -> Tensor:
        kernel, stride, dilation = one(self.kernel_size), one(self.stride), one(self.dilation)
        lowest = float("-inf")
        x = filled(x, lengths, lowest).transpose(1, 2)
        x = functional.pad(x, self._windows.edges(x.shape[2]), value=lowest)
        y = functional.max_pool1d(x, kernel, stride, 0, dilation).transpose(1, 2)
        # Layers behind it could make no number of minus infinity.
        return filled(y, self.lengths_after(lengths))

    def lengths_after(self, lengths: Tensor) -> Tensor:
        return self._windows.count(lengths).clamp(min=1)

    @property
    def _windows(self) -> Windows:
        span = one(self.dilation) * (one(self.kernel_size) - 1) + 1
        return Windows(span, one(self.stride), one(self.padding), self.ceil_mode)


class MaskedAvgPool1d(Masked, AvgPool1d):
    """``AvgPool1d`` for which each sequence ends behind its own last step."""

    def masked_forward(self, x: Tensor, lengths: Tensor) -> Tensor:
        return self._windows.means(x, lengths, self.count_include_pad)

    def lengths_after(self, lengths: Tensor) -> Tensor:
        return self._windows.count(lengths).clamp(min=1)

    @property
    def _windows(self) -> Windows:
        return Windows(one(self.kernel_size), one(self.stride), one(self.padding), self.ceil_mode)


class MaskedLPPool1d(Masked, LPPool1d):
    """``LPPool1d`` for which each sequence ends behind its own last step."""

    def masked_forward(self, x: Tensor, lengths: Tensor) -> Tensor:
        means = self._windows.means(x.pow(self.norm_type), lengths)
        # The root of nothing has no slope, which training would take into its weights.
        means = filled(means, self.lengths_after(lengths), 1.0)
        return (means * one(self.kernel_size)).pow(1 / self.norm_type)

    def lengths_after(self, lengths: Tensor) -> Tensor:
        return self._windows.count(lengths).clamp(min=1)

    @property
    def _windows(self) -> Windows:
        kernel = one(self.kernel_size)
        return Windows(
            kernel, kernel if self.stride is None else one(self.stride), 0, self.ceil_mode
        )


class Windows:
    """Windows that slide over time.

    Args:
        span: How many steps one reaches over.
        stride: How far it moves.
        padding: How many steps are added at both ends.
        ceil_mode: Whether a last window that hangs over the end counts.
    """

    def __init__(self, span: int, stride: int, padding: int, ceil_mode: bool) -> None:
        self.span = span
        self.stride = stride
        self.padding = padding
        self.ceil_mode = ceil_mode

    def count(self, steps: Count) -> Count:
        """How many windows there are."""
        room = steps + 2 * self.padding - self.span
        if not self.ceil_mode:
            return room // self.stride + 1
        # The last one begins within the sequence or before it.
        fitting, starting = -(-room // self.stride), (steps + self.padding - 1) // self.stride
        return (fitting + starting - abs(fitting - starting)) // 2 + 1

    def edges(self, steps: int) -> tuple[int, int]:
        """How many steps before and behind give this number of windows, and one at least."""
        last = (max(self.count(steps), 1) - 1) * self.stride
        return self.padding, last + self.span - steps - self.padding

    def means(self, x: Tensor, lengths: Tensor, count_padding: bool = True) -> Tensor:
        """The mean of what each window sees of each sequence, (N, T, F) -> (N, T', F)."""
        x = filled(x, lengths).transpose(1, 2)
        x = functional.pad(x, self.edges(x.shape[2]))
        counted = x.new_ones(len(x), x.shape[2], 1)
        if count_padding:
            counted = filled(counted, lengths + 2 * self.padding)
        else:
            counted = filled(counted, lengths + self.padding)
            counted[:, : self.padding] = 0
        sums = functional.avg_pool1d(x, self.span, self.stride)
        shares = functional.avg_pool1d(counted.transpose(1, 2), self.span, self.stride)
        return (sums / shares.clamp(min=1 / self.span)).transpose(1, 2)


def one(sides: int | tuple[int, ...]) -> int:
    """The number that torch may also write as a tuple of one."""
    return sides if isinstance(sides, int) else sides[0]
