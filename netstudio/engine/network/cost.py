"""What layers cost: numbers to learn, operations, memory."""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Cost:
    """Figures of a layer, or the sum of several.

    Attributes:
        parameters: How many learned numbers it has.
        buffers: How many numbers it keeps beside them, such as running means.
        flops: Floating-point operations for one sample (a multiply-add counts as two).
        activations: Bytes that training keeps for one sample until the backward pass: its output,
            and whatever else torch saves for the gradients. What a layer takes from the one above
            is counted there.
        stored: Bytes of its weights and buffers in a model file.
        frozen: How many of its parameters training leaves as they are.
    """

    parameters: int = 0
    buffers: int = 0
    flops: int = 0
    activations: int = 0
    stored: int = 0
    frozen: int = 0

    @property
    def trainable(self) -> int:
        """How many of its parameters training changes."""
        return self.parameters - self.frozen

    def as_frozen(self) -> Cost:
        """The cost of a layer that does not learn."""
        return replace(self, frozen=self.parameters)

    def __add__(self, other: Cost) -> Cost:
        return Cost(
            self.parameters + other.parameters,
            self.buffers + other.buffers,
            self.flops + other.flops,
            self.activations + other.activations,
            self.stored + other.stored,
            self.frozen + other.frozen,
        )

    def copies(self, count: int) -> Cost:
        """The cost of ``count`` layers like this one."""
        return Cost(
            self.parameters * count,
            self.buffers * count,
            self.flops * count,
            self.activations * count,
            self.stored * count,
            self.frozen * count,
        )

    def runs(self, count: int) -> Cost:
        """The cost of a layer through which each sample passes ``count`` times."""
        return Cost(
            self.parameters,
            self.buffers,
            self.flops * count,
            self.activations * count,
            self.stored,
            self.frozen,
        )


@dataclass(frozen=True)
class TrainingMemory:
    """How many bytes training takes, part by part; the engine's own overhead is not in it.

    Attributes:
        weights: The parameters and buffers.
        gradients: One number for each parameter that is not frozen.
        optimizer: What the optimizer keeps for each of them.
        activations: What the layers keep of a batch for the backward pass.
        batch: The batch itself.
    """

    weights: int
    gradients: int
    optimizer: int
    activations: int
    batch: int

    @property
    def total(self) -> int:
        """All of it."""
        return self.weights + self.gradients + self.optimizer + self.activations + self.batch
