"""From records to what the network receives; the part of it that is fitted goes into the model."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Protocol, Self

import torch
from torch import Tensor

from netstudio.core.spec import TensorSpec
from netstudio.engine.data.job import Job
from netstudio.engine.data.records import Inputs, Records
from netstudio.engine.data.storage.rows import StoredRows
from netstudio.tasks.preparation import PreparationDef

OnDevice = Callable[[Tensor], Tensor]


class Preprocessing(Protocol):
    """How one kind of content becomes numbers; frozen, and fitted on the training part only.

    ``encode`` runs once and gives the smallest form that can be indexed by whole batches (bytes of
    pictures, token ids, 16-bit sound); ``on`` does the rest for each batch, on the device.
    """

    @property
    def sample(self) -> TensorSpec:
        """What the network receives of one sample."""
        ...

    @property
    def noise(self) -> float:
        """The standard deviation of noise laid over inputs that are their own targets."""
        return 0.0

    @classmethod
    def fit(cls, train: Records, options: PreparationDef) -> Job[Self]:
        """Learn from the training part what there is to learn: means, vocabularies, categories.

        Raises:
            UserError: Nothing can be learned from it.
        """
        ...

    def encode(self, inputs: Inputs) -> Job[Tensor | StoredRows]:
        """All inputs in the form in which they are kept for training, (N, …) on the CPU or disk."""
        ...

    def on(self, device: torch.device, channels_last: bool = False) -> OnDevice:
        """The function that turns a batch of encoded inputs into the network's input there."""
        ...

    def read(self, given: object, number: int | None = None) -> Tensor:
        """One input as a person gives it (a path, an array, a text, a row), encoded.

        Args:
            given: The input.
            number: Which of several inputs it is, counted from 1.

        Raises:
            UserError: It cannot be read.
        """
        ...

    def as_json(self) -> dict[str, Any]:
        """What a trained model's file keeps of it."""
        ...

    @classmethod
    def from_json(cls, raw: Mapping[str, Any]) -> Self:
        """The inverse of ``as_json``.

        Raises:
            ValueError: ``raw`` is not what ``as_json`` gives.
        """
        ...
