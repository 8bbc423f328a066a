"""The update with everything that options can ask of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn.utils import get_total_norm
from torch.optim import Optimizer

from netstudio.engine.training.steps.amendments import Amendment
from netstudio.engine.training.steps.plain import gradients_of
from netstudio.engine.training.steps.precision import Mixed
from netstudio.engine.training.steps.replayed import Replays
from netstudio.engine.training.steps.step import BatchShare, Forward, Learned


class FullStep:
    """Mixed precision, accumulation, batches in pieces, penalties, clipping, averaging.

    The gradients of a group of batches, and of the pieces of a batch, are added up such that each
    sample counts the same: the update is that of one batch with all these samples, whatever their
    number in each.

    Args:
        forward: From inputs to outputs.
        loss: What is minimised: the mean over the samples of a batch.
        optimizer: How weights are updated.
        parameters: The weights by name.
        mixed: In which precision it computes.
        amendments: What is done to the gradients before an update.
        accumulate: How many batches make an update.
        pieces: In how many parts a batch is computed, so that less memory is needed.
        after_update: Called after each update.
        exchange: Adds up the gradients of all processes that train together; None for a single one.
        replays: Computes gradients from recorded operations, where it can; None to compute all.
    """

    def __init__(
        self,
        forward: Forward,
        loss: nn.Module,
        optimizer: Optimizer,
        parameters: Mapping[str, nn.Parameter],
        *,
        mixed: Mixed,
        amendments: Sequence[Amendment] = (),
        accumulate: int = 1,
        pieces: int = 1,
        after_update: Callable[[], None] | None = None,
        exchange: Callable[[Sequence[Tensor]], None] | None = None,
        replays: Replays | None = None,
    ) -> None:
        self._forward = forward
        self._loss = loss
        self._optimizer = optimizer
        self._parameters = parameters
        self._mixed = mixed
        self._amendments = amendments
        self._accumulate = accumulate
        self._pieces = pieces
        self._after_update = after_update
        self._exchange = exchange
        self._replays = replays
        # The group of batches that makes the next update: how many there were, how many samples
        # they had, and how many samples were expected when it began.
        self._batches = 0
        self._samples = 0
        self._expected = 0
        self._measuring = False

    def learn(
        self,
        inputs: Tensor,
        targets: Tensor,
        measure: bool = False,
        share: BatchShare | None = None,
    ) -> Learned:
        own, whole = share or (len(inputs), len(inputs))
        if self._batches == 0:
            self._expected = whole * self._accumulate
        losses, outputs = [], []
        for some_inputs, some_targets in _pieces(inputs, targets, self._pieces):
            part = len(some_inputs) / len(inputs)
            loss, output = self._compute(some_inputs, some_targets, part * own / self._expected)
            losses.append(_times(loss.detach(), part))
            outputs.append(output.detach())
        self._batches += 1
        self._samples += whole
        self._measuring |= measure
        loss = losses[0] if len(losses) == 1 else torch.stack(losses).sum()
        answer = outputs[0] if len(outputs) == 1 else torch.cat(outputs)
        if self._batches < self._accumulate:
            return Learned(loss, answer)
        return Learned(loss, answer, *self._update())

    def finish(self) -> Tensor | None:
        return self._update()[0] if self._batches else None

    def state(self) -> Mapping[str, Any]:
        return {
            "batches": self._batches,
            "samples": self._samples,
            "expected": self._expected,
            "gradients": gradients_of(self._parameters),
            "scaler": self._mixed.state(),
        }

    def load_state(self, state: Mapping[str, Any]) -> None:
        self._batches = state["batches"]
        self._samples = state["samples"]
        self._expected = state["expected"]
        for name, gradient in state["gradients"].items():
            weights = self._parameters[name]
            weights.grad = torch.empty_like(weights).copy_(gradient)
        self._mixed.load_state(state["scaler"])

    def _compute(self, inputs: Tensor, targets: Tensor, share: float) -> tuple[Tensor, Tensor]:
        """Loss and outputs; the gradients, times ``share``, are added to those of the weights."""
        if self._replays is not None and share == 1:
            replayed = self._replays.into_gradients(inputs, targets)
            if replayed is not None:
                return replayed
        loss, outputs = self._mixed.forward(self._forward, self._loss, inputs, targets)
        self._mixed.backward(_times(loss, share))
        return loss, outputs

    def _update(self) -> tuple[Tensor | None, Mapping[str, Tensor] | None]:
        by_name = gradients_of(self._parameters)
        if self._exchange is not None:
            # Before anybody looks at them: all have to find the same, infinite ones included.
            self._exchange(list(by_name.values()))
        self._mixed.unscale(self._optimizer)
        weights: list[Tensor] = [self._parameters[name] for name in by_name]
        gradients = list(by_name.values())
        if self._samples != self._expected:
            torch._foreach_mul_(gradients, self._expected / self._samples)
        norm = get_total_norm(gradients) if self._measuring else None
        for amend in self._amendments:
            amend(weights, gradients)
        self._mixed.step(self._optimizer)
        self._optimizer.zero_grad()
        if self._after_update is not None:
            self._after_update()
        measured = by_name if self._measuring else None
        self._batches, self._samples, self._measuring = 0, 0, False
        return norm, measured


def _pieces(inputs: Tensor, targets: Tensor, count: int) -> Iterator[tuple[Tensor, Tensor]]:
    """The batch in parts of nearly equal size, and of two samples at least: norms need them."""
    count = max(1, min(count, len(inputs) // 2))
    return zip(torch.tensor_split(inputs, count), torch.tensor_split(targets, count), strict=True)


def _times(value: Tensor, share: float) -> Tensor:
    # Not multiplied by 1, so that a single batch costs nothing more than in the plain step.
    return value if share == 1 else value * share
