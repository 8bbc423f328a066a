"""Longer and shorter sequences, of those that have different lengths already."""

from __future__ import annotations

import torch
from torch import Tensor

from netstudio.engine.network.modules.edges_over_time import (
    ReflectionPad1d,
    ReplicationPad1d,
    UpsampleOverTime,
    ZeroPad1d,
)
from netstudio.engine.network.modules.masked.running import Masked
from netstudio.engine.network.modules.masked.steps import at_least, filled, picked, with_edges
from netstudio.engine.network.modules.reshaping import Crop1d


class MaskedZeroPad1d(Masked, ZeroPad1d):
    """``ZeroPad1d`` behind each sequence's own last step."""

    def masked_forward(self, x: Tensor, lengths: Tensor) -> Tensor:
        return with_edges(x, lengths, *self.padding)

    def lengths_after(self, lengths: Tensor) -> Tensor:
        return lengths + sum(self.padding)


class MaskedReflectionPad1d(Masked, ReflectionPad1d):
    """``ReflectionPad1d`` behind each sequence's own last step."""

    def masked_forward(self, x: Tensor, lengths: Tensor) -> Tensor:
        return with_edges(x, lengths, *self.padding, "reflect")

    def lengths_after(self, lengths: Tensor) -> Tensor:
        return lengths + sum(self.padding)


class MaskedReplicationPad1d(Masked, ReplicationPad1d):
    """``ReplicationPad1d`` behind each sequence's own last step."""

    def masked_forward(self, x: Tensor, lengths: Tensor) -> Tensor:
        return with_edges(x, lengths, *self.padding, "replicate")

    def lengths_after(self, lengths: Tensor) -> Tensor:
        return lengths + sum(self.padding)


class MaskedUpsampleOverTime(Masked, UpsampleOverTime):
    """``UpsampleOverTime`` that ends in each sequence's own last step."""

    def masked_forward(self, x: Tensor, lengths: Tensor) -> Tensor:
        steps = torch.arange(x.shape[1], device=x.device)
        # Between the last step and itself there is nothing to run smoothly to.
        x = picked(x, torch.minimum(steps, lengths[:, None] - 1))
        return UpsampleOverTime.forward(self, x)

    def lengths_after(self, lengths: Tensor) -> Tensor:
        assert isinstance(self.scale_factor, float)
        return lengths * int(self.scale_factor)


class MaskedCrop1d(Masked, Crop1d):
    """``Crop1d`` of each sequence's own end."""

    def masked_forward(self, x: Tensor, lengths: Tensor) -> Tensor:
        return Crop1d.forward(self, at_least(filled(x, lengths), sum(self.cropping) + 1))

    def lengths_after(self, lengths: Tensor) -> Tensor:
        return (lengths - sum(self.cropping)).clamp(min=1)
