"""What is done to the gradients before the weights follow them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn.utils import clip_grads_with_norm_, get_total_norm

from netstudio.tasks.training.regularization import Regularization

# Changes the gradients (second) of the weights (first) in place.
Amendment = Callable[[list[Tensor], list[Tensor]], None]


def amendments(options: Regularization) -> tuple[Amendment, ...]:
    """What a project's options do to the gradients, in the order in which it is done."""
    found: list[Amendment] = []
    if options.l1 or options.l2:
        found.append(Penalty(options.l1, options.l2))
    if options.clip_value:
        found.append(ClipValue(options.clip_value))
    if options.clip_norm:
        found.append(ClipNorm(options.clip_norm))
    return tuple(found)


@dataclass(frozen=True)
class Penalty:
    """The gradient of ``l1 · Σ|w| + l2 · ½ Σw²``, as if both were part of the loss.

    Added to the gradients directly: backpropagation would find the same, in more steps. In
    contrast to decoupled weight decay, momentum and adaptive step sizes see it.
    """

    l1: float
    l2: float

    @torch.no_grad()
    def __call__(self, weights: list[Tensor], gradients: list[Tensor]) -> None:
        if self.l1:
            torch._foreach_add_(gradients, torch._foreach_sign(weights), alpha=self.l1)
        if self.l2:
            torch._foreach_add_(gradients, weights, alpha=self.l2)


@dataclass(frozen=True)
class ClipValue:
    """No single gradient is larger than this, in either direction."""

    limit: float

    @torch.no_grad()
    def __call__(self, weights: list[Tensor], gradients: list[Tensor]) -> None:
        torch._foreach_clamp_min_(gradients, -self.limit)
        torch._foreach_clamp_max_(gradients, self.limit)


@dataclass(frozen=True)
class ClipNorm:
    """All gradients together are no longer than this; longer ones keep their direction.

    Pascanu, Mikolov and Bengio, On the difficulty of training recurrent neural networks, 2013.
    """

    limit: float

    @torch.no_grad()
    def __call__(self, weights: list[Tensor], gradients: list[Tensor]) -> None:
        clip_grads_with_norm_(weights, self.limit, get_total_norm(gradients))
