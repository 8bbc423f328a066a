"""Steps from recorded operations."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from torch import Tensor, nn
from torch.nn.utils import get_total_norm
from torch.optim import Optimizer

from netstudio.engine.training.steps.plain import PlainStep
from netstudio.engine.training.steps.recording import NotRecorded, Recording
from netstudio.engine.training.steps.step import BatchShare, Learned
from netstudio.engine.training.steps.updates import Update, open_update


class Replays:
    """Records the first shape that comes twice in a row, and replays batches of that shape.

    Args:
        module: The network, on the CPU or on CUDA.
        loss: What is minimised.

    Attributes:
        weights: The weights that have gradients; empty as long as nothing is recorded.
    """

    def __init__(self, module: nn.Module, loss: nn.Module) -> None:
        self.weights: Mapping[str, nn.Parameter] = {}
        self._module = module
        self._loss = loss
        self._last: _Shape | None = None
        self._recorded: _Shape | None = None
        self._recording: Recording | None = None

    def compute(self, inputs: Tensor, targets: Tensor) -> Sequence[Tensor] | None:
        """Mean loss (), outputs (N, …) and the gradients of ``weights``; None where it cannot.

        Batches of another shape, such as the last one of an epoch, are none of its business, and
        nothing is where recording is impossible.
        """
        shape = _shape(inputs, targets)
        if shape == self._last and self._recorded is None:
            self._record(shape, inputs, targets)
        self._last = shape
        if self._recording is None or shape != self._recorded:
            return None
        return self._recording.replay(inputs, targets)

    def into_gradients(self, inputs: Tensor, targets: Tensor) -> tuple[Tensor, Tensor] | None:
        """Like ``compute``, with the gradients put where a backward pass would put them."""
        found = self.compute(inputs, targets)
        if found is None:
            return None
        loss, outputs, *gradients = found
        for weight, gradient in zip(self.weights.values(), gradients, strict=True):
            weight.grad = gradient
        return loss, outputs

    def _record(self, shape: _Shape, inputs: Tensor, targets: Tensor) -> None:
        self._recorded = shape
        try:
            self._recording = Recording(self._module, self._loss, inputs, targets)
        except NotRecorded:
            return
        self.weights = self._recording.weights


class ReplayedStep:
    """Does what the plain step does, bit for bit, with less of everything around the arithmetic.

    Args:
        plain: What it does, and does itself where nothing is recorded.
        replays: The recorded operations.
        optimizer: How weights are updated.
    """

    def __init__(self, plain: PlainStep, replays: Replays, optimizer: Optimizer) -> None:
        self._plain = plain
        self._replays = replays
        self._optimizer = optimizer
        self._update: Update | None = None

    def learn(
        self,
        inputs: Tensor,
        targets: Tensor,
        measure: bool = False,
        share: BatchShare | None = None,
    ) -> Learned:
        found = self._replays.compute(inputs, targets)
        if found is None:
            return self._plain.learn(inputs, targets, measure)
        if self._update is None:
            self._update = open_update(self._optimizer, list(self._replays.weights.values()))
        loss, outputs, *gradients = found
        if not measure:
            self._update(gradients)
            return Learned(loss, outputs)
        norm = get_total_norm(gradients)
        kept = [each.clone() for each in gradients]
        self._update(gradients)
        named = dict(zip(self._replays.weights, kept, strict=True))
        return Learned(loss, outputs, norm, named)

    def finish(self) -> None:
        """Nothing is ever left over."""

    def state(self) -> Mapping[str, Any]:
        return {}

    def load_state(self, state: Mapping[str, Any]) -> None:
        """It has none."""


# Everything of a batch that the recorded operations depend on.
_Shape = tuple[object, ...]


def _shape(inputs: Tensor, targets: Tensor) -> _Shape:
    return (
        inputs.shape,
        inputs.stride(),
        inputs.dtype,
        targets.shape,
        targets.stride(),
        targets.dtype,
    )
