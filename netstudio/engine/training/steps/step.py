"""What every way of updating the weights has in common."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple, Protocol

from torch import Tensor

# From a batch of inputs to the network's outputs.
Forward = Callable[[Tensor], Tensor]


class BatchShare(NamedTuple):
    """What part of a batch this process computes, where several train together.

    Attributes:
        own: How many of its samples count here.
        whole: How many samples the batch has over all processes.
    """

    own: int
    whole: int


class Learned(NamedTuple):
    """What came out of one batch; all of it stays on the device until somebody reads it.

    Attributes:
        loss: The batch's mean loss (), without penalties on the weights.
        outputs: The outputs from before the update (N, …).
        gradient_norm: The Euclidean norm of all gradients together (), before penalties and
            clipping; None unless the batch was to be measured and brought an update. It is not
            finite where the update was left out because numbers of 16 bits had overflown.
        gradients: By the parameter's name, what the update went by; None in the same cases.
    """

    loss: Tensor
    outputs: Tensor
    gradient_norm: Tensor | None = None
    gradients: Mapping[str, Tensor] | None = None


class Step(Protocol):
    """One way of learning from a batch; which one is chosen when the learner opens.

    Nothing in it may wait for the device.
    """

    def learn(
        self,
        inputs: Tensor,
        targets: Tensor,
        measure: bool = False,
        share: BatchShare | None = None,
    ) -> Learned:
        """Learn from one batch.

        Args:
            inputs: What the network receives (N, …).
            targets: What the loss compares its outputs with (N, …).
            measure: Whether norm and gradients of the update are wanted.
            share: Which part of the batch these are; None for all of it.
        """
        ...

    def finish(self) -> Tensor | None:
        """Update the weights by what has been added up since the last update, if anything.

        Returns:
            The gradients' norm (), where one of the batches was to be measured.
        """
        ...

    def state(self) -> Mapping[str, Any]:
        """What the next batch depends on, beside weights and optimizer."""
        ...

    def load_state(self, state: Mapping[str, Any]) -> None:
        """Go on from what ``state`` gave."""
        ...
