"""Convolutions over sequences of different lengths."""

from __future__ import annotations

from torch import Tensor
from torch.nn import functional

from netstudio.engine.network.modules.masked.running import Masked
from netstudio.engine.network.modules.masked.steps import at_least, filled, with_edges
from netstudio.engine.network.modules.over_time import Conv1d, ConvTranspose1d


class MaskedConv1d(Masked, Conv1d):
    """``Conv1d`` for which each sequence ends behind its own last step."""

    def masked_forward(self, x: Tensor, lengths: Tensor) -> Tensor:
        x = with_edges(x, lengths, *self._edges(), self.padding_mode)
        x = at_least(x, self._span()).transpose(1, 2)
        y = functional.conv1d(x, self.weight, self.bias, self.stride, 0, self.dilation, self.groups)
        return y.transpose(1, 2)

    def lengths_after(self, lengths: Tensor) -> Tensor:
        places = lengths + sum(self._edges()) - self._span()
        return (places // self.stride[0] + 1).clamp(min=1)

    def _edges(self) -> tuple[int, int]:
        """How many steps are added before and behind."""
        if self.padding == "same":
            return (self._span() - 1) // 2, self._span() // 2
        added = 0 if isinstance(self.padding, str) else self.padding[0]
        return added, added

    def _span(self) -> int:
        """How many steps a filter reaches over."""
        return self.dilation[0] * (self.kernel_size[0] - 1) + 1


class MaskedConvTranspose1d(Masked, ConvTranspose1d):
    """``ConvTranspose1d`` for which each sequence ends behind its own last step."""

    def forward(
        self,
        x: Tensor,
        lengths: Tensor | None = None,
        output_size: list[int] | None = None,
    ) -> Tensor:
        return ConvTranspose1d.forward(
            self, x if lengths is None else filled(x, lengths), output_size
        )

    def lengths_after(self, lengths: Tensor) -> Tensor:
        padding = self.padding[0]
        assert isinstance(padding, int)
        span = self.dilation[0] * (self.kernel_size[0] - 1) + 1
        end = (lengths - 1) * self.stride[0] + span + self.output_padding[0]
        return (end - 2 * padding).clamp(min=1)
