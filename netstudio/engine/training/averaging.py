"""Means of the weights over the training, which are often better than the last weights."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from copy import deepcopy
from math import floor
from typing import Any, Protocol

import torch
from torch import Tensor, nn
from torch.nn.modules.batchnorm import _BatchNorm

from netstudio.engine.training.beginning.layer_learning import keeps_statistics
from netstudio.tasks.training.regularization import Regularization

# How many samples' statistics are as good as those of all.
ENOUGH_SAMPLES = 10_000


class Averaging(Protocol):
    """Keeps a mean of a network's weights beside the network that learns.

    Attributes:
        renews: Whether the statistics of its batch normalisation have to be renewed before it is
            used; see ``renew_statistics``.
    """

    renews: bool

    @property
    def module(self) -> nn.Module | None:
        """The network with the mean weights; None as long as there is no mean."""
        ...

    @property
    def after_update(self) -> Callable[[], None] | None:
        """To be called after each update of the weights; None where only ends of epochs count."""
        ...

    def epoch_ended(self, number: int) -> None:
        """Take note of the end of an epoch; a second time changes nothing."""
        ...

    def state(self) -> Mapping[str, Any]:
        """What the mean depends on."""
        ...

    def load_state(self, state: Mapping[str, Any]) -> None:
        """Go on from what ``state`` gave."""
        ...


def open_averaging(learning: nn.Module, options: Regularization, epochs: int) -> Averaging | None:
    """What a project's options say about averages of weights; None for none.

    Args:
        learning: The network that learns, on its device.
        options: The project's options.
        epochs: How many epochs there will be.
    """
    if options.averaging == "ema":
        return MovingAverage(learning, options.ema_decay)
    if options.averaging == "swa":
        return EpochMean(learning, floor(options.swa_start * epochs) + 1)
    return None


class MovingAverage:
    """An exponential moving average (EMA) of weights and buffers, taken at each update.

    After update u the mean moves by 1 − d towards the weights, where d is ``decay`` or
    (1 + u) / (10 + u), whichever is less: so the first weights, which are nothing but chance, are
    soon forgotten.

    Args:
        learning: The network that learns.
        decay: How much of the mean is kept at each update.
    """

    renews = False

    def __init__(self, learning: nn.Module, decay: float) -> None:
        self.module = deepcopy(learning)
        self._decay = decay
        self._updates = 0
        means, values = _tensors(self.module), _tensors(learning)
        # Looked up once: an update must cost little.
        self._means = [each for each in means if each.is_floating_point()]
        self._values = [each for each in values if each.is_floating_point()]
        self._counts = [
            pair for pair in zip(means, values, strict=True) if not pair[0].is_floating_point()
        ]

    @torch.no_grad()
    def after_update(self) -> None:
        """Move the mean towards the weights."""
        self._updates += 1
        decay = min(self._decay, (1 + self._updates) / (10 + self._updates))
        torch._foreach_lerp_(self._means, self._values, 1 - decay)
        for mean, value in self._counts:
            mean.copy_(value)

    def epoch_ended(self, number: int) -> None:
        """Only updates count."""

    def state(self) -> Mapping[str, Any]:
        return {"updates": self._updates, "module": self.module.state_dict()}

    def load_state(self, state: Mapping[str, Any]) -> None:
        self._updates = state["updates"]
        self.module.load_state_dict(state["module"])


class EpochMean:
    """The mean of the weights at the ends of the last epochs: stochastic weight averaging (SWA).

    Izmailov et al., Averaging weights leads to wider optima and better generalization, 2018.

    Args:
        learning: The network that learns.
        first: The first epoch that counts, from 1.
    """

    renews = True
    after_update = None

    def __init__(self, learning: nn.Module, first: int) -> None:
        self.module: nn.Module | None = None
        self._learning = learning
        self._first = first
        self._count = 0
        self._last = 0

    @torch.no_grad()
    def epoch_ended(self, number: int) -> None:
        if number < self._first or number <= self._last:
            return
        self._last = number
        self._count += 1
        if self.module is None:
            self.module = deepcopy(self._learning)
            return
        means: list[Tensor] = list(self.module.parameters())
        weights: list[Tensor] = list(self._learning.parameters())
        torch._foreach_lerp_(means, weights, 1 / self._count)

    def state(self) -> Mapping[str, Any]:
        return {
            "count": self._count,
            "last": self._last,
            "module": None if self.module is None else self.module.state_dict(),
        }

    def load_state(self, state: Mapping[str, Any]) -> None:
        self._count, self._last = state["count"], state["last"]
        if state["module"] is not None:
            self.module = deepcopy(self._learning)
            self.module.load_state_dict(state["module"])


def has_batch_statistics(module: nn.Module) -> bool:
    """Whether anything in it normalises by statistics that it has gathered."""
    return any(True for _ in _norms(module))


def renew_statistics(module: nn.Module, batches: Iterable[Tensor]) -> Generator[int, None, None]:
    """Gather the statistics of batch normalisation anew, with the weights as they are now.

    The statistics of averaged weights are no average of statistics. Everything else is in eval
    mode meanwhile, so that no random number is drawn. Broken off, it leaves the old ones.

    Args:
        module: The network; only its statistics change, and not those of frozen layers.
        batches: Inputs (N, …) on the network's device.

    Yields:
        How many samples it was.
    """
    norms = list(_norms(module))
    momenta = [norm.momentum for norm in norms]
    before = [[each.clone() for each in norm.buffers()] for norm in norms]
    was_training, is_complete = module.training, False
    module.eval()
    try:
        for norm in norms:
            norm.reset_running_stats()
            norm.momentum = None  # the plain mean over all batches
            norm.train()
        for inputs in batches:
            # Never around the yield, which would leave the caller without gradients.
            with torch.no_grad():
                module(inputs)
            yield len(inputs)
        is_complete = True
    finally:
        for norm, momentum, buffers in zip(norms, momenta, before, strict=True):
            norm.momentum = momentum
            if not is_complete:
                for buffer, value in zip(norm.buffers(), buffers, strict=True):
                    buffer.copy_(value)
        module.train(was_training)


def _norms(module: nn.Module) -> Iterator[_BatchNorm]:
    for each in module.modules():
        if not isinstance(each, _BatchNorm) or keeps_statistics(each):
            continue
        if each.track_running_stats:
            yield each


def _tensors(module: nn.Module) -> list[Tensor]:
    return [*module.parameters(), *module.buffers()]
