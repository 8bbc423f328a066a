"""Rearranging sequences of different lengths."""

from __future__ import annotations

from torch import Tensor, nn

from netstudio.engine.network.modules.masked.running import Masked
from netstudio.engine.network.modules.masked.steps import filled, picked
from netstudio.engine.network.modules.reshaping import Permute, Reshape
from netstudio.engine.network.modules.tokens import ClassToken, SelectStep


class MaskedFlatten(Masked, nn.Flatten):
    """``nn.Flatten`` with zeros for the steps that do not count."""

    def masked_forward(self, x: Tensor, lengths: Tensor) -> Tensor:
        return nn.Flatten.forward(self, filled(x, lengths))

    def lengths_after(self, lengths: Tensor) -> None:
        return None


class MaskedReshape(Masked, Reshape):
    """``Reshape`` with zeros for the steps that do not count."""

    def masked_forward(self, x: Tensor, lengths: Tensor) -> Tensor:
        return Reshape.forward(self, filled(x, lengths))

    def lengths_after(self, lengths: Tensor) -> None:
        return None


class MaskedPermute(Masked, Permute):
    """``Permute`` with zeros for the steps that do not count."""

    def masked_forward(self, x: Tensor, lengths: Tensor) -> Tensor:
        return Permute.forward(self, filled(x, lengths))

    def lengths_after(self, lengths: Tensor) -> None:
        return None


class MaskedClassToken(Masked, ClassToken):
    """``ClassToken`` before the steps that count."""

    def masked_forward(self, x: Tensor, lengths: Tensor) -> Tensor:
        return ClassToken.forward(self, x)

    def lengths_after(self, lengths: Tensor) -> Tensor:
        return lengths + 1


class MaskedSelectStep(Masked, SelectStep):
    """``SelectStep`` that counts from each sequence's own last step."""

    def masked_forward(self, x: Tensor, lengths: Tensor) -> Tensor:
        steps = lengths + self.index if self.index < 0 else lengths * 0 + self.index
        return picked(x, steps[:, None].clamp(min=0))[:, 0]

    def lengths_after(self, lengths: Tensor) -> None:
        return None
