"""Texts varied, as token ids (N, length).

Padding stays what and where it is; all leave the targets as they are.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor

from netstudio.engine.data.texts.tokens import PADDING, UNKNOWN


@dataclass(frozen=True)
class TokenDropout:
    """Makes some words unknown."""

    share: float

    def __call__(
        self, inputs: Tensor, targets: Tensor, draw: torch.Generator
    ) -> tuple[Tensor, Tensor]:
        dropped = _chance(inputs, draw) < self.share
        return inputs.masked_fill(dropped & (inputs != PADDING), UNKNOWN), targets


@dataclass(frozen=True)
class TokenSwap:
    """Lets some words change places with their neighbours."""

    share: float

    def __call__(
        self, inputs: Tensor, targets: Tensor, draw: torch.Generator
    ) -> tuple[Tensor, Tensor]:
        length = inputs.shape[1]
        wants = _chance(inputs, draw) < self.share
        wants[:, -1:] = False
        # A word that has changed places with the one before it stays there: of a run of words
        # that want to change, every second does.
        at = torch.arange(length, device=inputs.device)
        last_break = torch.where(wants, -1, at).cummax(1).values
        real = inputs != PADDING
        first = wants & ((at - last_break) % 2 == 1) & real & real.roll(-1, 1)
        second = first.roll(1, 1)
        source = at + first.long() - second.long()
        return inputs.gather(1, source), targets


def _chance(like: Tensor, draw: torch.Generator) -> Tensor:
    return torch.rand(like.shape, generator=draw, device=draw.device).to(like.device)
