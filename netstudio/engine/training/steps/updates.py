"""Updates of the weights from a list of gradients, with as little around them as possible."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import torch
from torch import Tensor, nn
from torch.optim import Adam, AdamW, Optimizer


class Update(Protocol):
    """Lets the weights follow their gradients."""

    def __call__(self, gradients: Sequence[Tensor]) -> None:
        """Update once; the gradients are those of the weights that it was made for."""
        ...


def open_update(optimizer: Optimizer, weights: Sequence[nn.Parameter]) -> Update:
    """The quickest way there is for an optimizer and those of its weights that learn."""
    usual = UsualUpdate(optimizer, weights)
    if type(optimizer) in (Adam, AdamW) and all(map(_is_usual, optimizer.param_groups)):
        return QuickAdam(optimizer, weights, usual)
    return usual


class UsualUpdate:
    """What the optimizer itself does.

    Args:
        optimizer: How weights are updated.
        weights: Whose gradients are given.
    """

    def __init__(self, optimizer: Optimizer, weights: Sequence[nn.Parameter]) -> None:
        self._optimizer = optimizer
        self._weights = weights

    def __call__(self, gradients: Sequence[Tensor]) -> None:
        for weight, gradient in zip(self._weights, gradients, strict=True):
            weight.grad = gradient
        self._optimizer.step()
        for weight in self._weights:
            weight.grad = None


class QuickAdam:
    """Fused Adam and AdamW, without what ``Optimizer.step`` looks up anew at each step.

    Args:
        optimizer: Whose settings and state are used; others may go on using it at any time.
        weights: Whose gradients are given.
        first: Makes the first update, which makes the optimizer's state.
    """

    def __init__(
        self, optimizer: Optimizer, weights: Sequence[nn.Parameter], first: Update
    ) -> None:
        self._optimizer = optimizer
        self._weights = weights
        self._first = first
        self._groups: list[_Group] = []
        optimizer.register_load_state_dict_post_hook(self._forget)

    @torch.no_grad()
    def __call__(self, gradients: Sequence[Tensor]) -> None:
        if not self._groups:
            if any(weight not in self._optimizer.state for weight in self._weights):
                self._first(gradients)
                return
            self._groups = self._look_up()
        for group in self._groups:
            settings = group.settings
            beta1, beta2 = settings["betas"]
            torch._foreach_add_(group.steps, 1)
            group.update(
                group.weights,
                [gradients[place] for place in group.places],
                group.means,
                group.squares,
                [],
                group.steps,
                lr=settings["lr"],
                beta1=beta1,
                beta2=beta2,
                weight_decay=settings["weight_decay"],
                eps=settings["eps"],
                amsgrad=False,
                maximize=False,
            )

    def _look_up(self) -> list[_Group]:
        place_of: dict[Tensor, int] = {weight: place for place, weight in enumerate(self._weights)}
        return [
            _Group.of(settings, place_of, self._optimizer.state)
            for settings in self._optimizer.param_groups
        ]

    def _forget(self, _: Optimizer) -> None:
        """The optimizer has got other tensors."""
        self._groups = []


@dataclass(frozen=True)
class _Group:
    """Weights with settings of their own, and what Adam keeps of each."""

    settings: Mapping[str, Any]
    update: Callable[..., None]
    places: list[int]
    weights: list[Tensor]
    means: list[Tensor]
    squares: list[Tensor]
    steps: list[Tensor]

    @classmethod
    def of(
        cls,
        settings: Mapping[str, Any],
        place_of: Mapping[Tensor, int],
        state: Mapping[Tensor, Mapping[str, Tensor]],
    ) -> _Group:
        weights = [weight for weight in settings["params"] if weight in place_of]
        kept = [state[weight] for weight in weights]
        decoupled = settings["decoupled_weight_decay"]
        return cls(
            settings,
            torch._fused_adamw_ if decoupled else torch._fused_adam_,
            [place_of[weight] for weight in weights],
            weights,
            [each["exp_avg"] for each in kept],
            [each["exp_avg_sq"] for each in kept],
            [each["step"] for each in kept],
        )


def _is_usual(settings: Mapping[str, Any]) -> bool:
    unusual = ("amsgrad", "maximize", "capturable", "differentiable")
    return bool(settings["fused"]) and not any(settings[name] for name in unusual)
