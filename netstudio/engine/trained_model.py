"""A network that has learned, ready to be used."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from torch import nn

from netstudio.core.project import Project
from netstudio.core.translate import QT_TRANSLATE_NOOP, UserError
from netstudio.engine.data.preprocessing import ImagePreprocessing
from netstudio.engine.predictions import Prediction
from netstudio.engine.resolve import resolve


@dataclass(frozen=True)
class TrainedModel:
    """Weights with all that is needed to use and to understand them.

    Attributes:
        module: The network, in eval mode on ``device``.
        project: What it was trained from.
        preprocessing: From stored samples to the network's input.
        probabilities: From the network's outputs to probabilities.
        decoder: From probabilities to predictions.
        figures: Loss and metrics by part (``train``, ``val``, ``test``).
        history: One event for each epoch.
        best_epoch: The epoch that the weights are from.
        device: Where it computes.
        batch_size: How many samples it computes at a time, so that they fit into memory.
    """

    module: nn.Module
    project: Project
    preprocessing: ImagePreprocessing
    probabilities: nn.Module
    decoder: str
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

    def predict(self, inputs: object) -> list[Prediction]:
        """Classify pictures.

        Args:
            inputs: A picture or a sequence of them; each a path, a PIL image, a uint8 array
                (height, width) or (height, width, 3), or a uint8 tensor (channels, height, width).

        Returns:
            A prediction for each picture, with all classes in falling probability.

        Raises:
            UserError: An input cannot be read, or the network gives no finite answer.
        """
        several = isinstance(inputs, Sequence) and not isinstance(inputs, str)
        pictures = list(inputs) if several else [inputs]  # type: ignore[call-overload]
        if not pictures:
            return []
        stored = torch.stack([self.preprocessing.read(picture) for picture in pictures])
        ready = self.preprocessing.on(self.device)(stored.to(self.device))
        with torch.no_grad():
            probabilities = self.probabilities(self.module(ready)).cpu()
        for picture, row in zip(pictures, probabilities, strict=True):
            if not row.isfinite().all():
                raise UserError(
                    QT_TRANSLATE_NOOP(
                        "netstudio",
                        "The model gives no finite answer for {picture}. Its weights are probably "
                        "damaged; train it again.",
                    ),
                    picture=picture if isinstance(picture, str | Path) else "this picture",
                )
        decoded: list[Prediction] = resolve(self.decoder)(probabilities, self.classes)
        return decoded
