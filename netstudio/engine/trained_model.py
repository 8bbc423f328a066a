"""A network that has learned, ready to be used."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from netstudio.core.project import Project
from netstudio.core.translate import QT_TRANSLATE_NOOP, UserError
from netstudio.engine.data.input_names import input_name
from netstudio.engine.data.job import finish
from netstudio.engine.data.preprocessing import Preprocessing
from netstudio.engine.data.records import Inputs
from netstudio.engine.data.scaling import ValueScaling
from netstudio.engine.predictions import Meaning, Prediction
from netstudio.engine.resolve import resolve
from netstudio.tasks.task import TaskDef


@dataclass(frozen=True)
class TrainedModel:
    """Weights with all that is needed to use and to understand them.

    Attributes:
        module: The network, in eval mode on ``device``.
        project: What it was trained from.
        preprocessing: From stored samples to the network's input.
        scaling: The scale of predicted values; None for other aims.
        answer: From the network's outputs to what they mean, such as probabilities.
        task: What kind of problem it solves.
        figures: Loss and metrics by part (``train``, ``val``, ``test``).
        history: One event for each epoch.
        best_epoch: The epoch that the weights are from.
        device: Where it computes.
        batch_size: How many samples it computes at a time, so that they fit into memory.
    """

    module: nn.Module
    project: Project
    preprocessing: Preprocessing
    scaling: ValueScaling | None
    answer: nn.Module
    task: TaskDef
    figures: Mapping[str, Any]
    history: tuple[Mapping[str, Any], ...]
    best_epoch: int
    device: torch.device
    batch_size: int

    @property
    def classes(self) -> tuple[str, ...]:
        """The class names, in the order of the network's outputs."""
        facts = self.project.data.facts
        return facts.classes if facts is not None else ()

    @property
    def values(self) -> tuple[str, ...]:
        """What each number is that the network predicts, where it predicts numbers."""
        facts = self.project.data.facts
        return facts.values if facts is not None else ()

    def predict(self, inputs: object) -> list[Prediction]:
        """Say of new inputs what the network has learned to say.

        Args:
            inputs: One input or a sequence of them, each as ``preprocessing.read`` takes it. For
                pictures a path, a PIL image, a uint8 array (height, width) or (height, width, 3),
                or a uint8 tensor (channels, height, width). Or ``Inputs`` that a source has read.

        Returns:
            A prediction for each input, in their order.

        Raises:
            UserError: An input cannot be read, or the network gives no finite answer.
        """
        if isinstance(inputs, Inputs):
            return self._predict_read(inputs)
        several = isinstance(inputs, Sequence) and not isinstance(inputs, str | bytes)
        given = list(inputs) if several else [inputs]  # type: ignore[call-overload]
        several = len(given) > 1
        numbered = ((one, at if several else None) for at, one in enumerate(given, start=1))
        predictions: list[Prediction] = []
        while batch := list(islice(numbered, self.batch_size)):
            predictions += self._predict_batch(batch)
        return predictions

    def _predict_read(self, inputs: Inputs) -> list[Prediction]:
        """Predict for inputs that a source has read."""
        predictions: list[Prediction] = []
        for at in range(0, len(inputs), self.batch_size):
            stop = min(at + self.batch_size, len(inputs))
            encoded = finish(self.preprocessing.encode(inputs.select(np.arange(at, stop))))
            stored = encoded if isinstance(encoded, Tensor) else encoded.read(np.arange(stop - at))
            predictions += self._answer(stored, [(None, at + 1) for at in range(at, stop)])
        return predictions

    def _predict_batch(self, batch: list[tuple[object, int | None]]) -> list[Prediction]:
        """Predict for some inputs, each with its number among several."""
        stored = torch.stack([self.preprocessing.read(*numbered) for numbered in batch])
        return self._answer(stored, batch)

    def _answer(self, stored: Tensor, batch: list[tuple[object, int | None]]) -> list[Prediction]:
        """Predict for encoded inputs, each with what it was given as and its number."""
        ready = self.preprocessing.on(self.device)(stored.to(self.device))
        with torch.no_grad():
            answers = self.answer(self.module(ready)).cpu()
        for numbered, row in zip(batch, answers, strict=True):
            if not row.isfinite().all():
                raise UserError(
                    QT_TRANSLATE_NOOP(
                        "netstudio",
                        "{picture} gets no finite answer from the model. Its weights are probably "
                        "damaged; train it again.",
                    ),
                    picture=input_name(*numbered),
                )
        return self.decode(answers)

    def decode(self, answers: Tensor) -> list[Prediction]:
        """A prediction for each row of answers (N, …)."""
        meaning = Meaning(self.classes, self.values, self.scaling)
        decoded: list[Prediction] = resolve(self.task.decoder)(answers, meaning)
        return decoded
