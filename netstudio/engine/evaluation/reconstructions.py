"""How well pictures come back from a network that puts them out again."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from netstudio.core.translate import Message
from netstudio.engine.data.job import Job
from netstudio.engine.data.storage.memory import batched
from netstudio.engine.evaluation.answers import Answered, answer_all
from netstudio.engine.evaluation.measure import Part, finish_of, read_part
from netstudio.engine.events import Figures, Preparing
from netstudio.engine.trained_model import TrainedModel

# How many pictures are shown: the worst, the best, and some from all along the way between.
SHOWN_OF_EACH = 24


@dataclass(frozen=True)
class Reconstruction:
    """One picture on its way through the network, as bytes (channels, height, width).

    Attributes:
        number: Which sample of the part it is, from 0.
        error: The mean squared difference of its pixels, which run from 0 to 1.
        original: The picture as it is.
        given: What the network received, which may have noise on it.
        returned: What came out.
    """

    number: int
    error: float
    original: NDArray[np.uint8]
    given: NDArray[np.uint8]
    returned: NDArray[np.uint8]


@dataclass(frozen=True)
class Reconstructions:
    """A part's pictures and what came back of them.

    Attributes:
        errors: The mean squared difference of each picture's pixels, which run from 0 to 1 (N,).
        shown: Some of them, from the worst to the best.
        is_noisy: Whether noise was laid over what the network received.
        figures: Loss and metrics, as ``measure_model`` gives them.
        notes: What the user should know about the data.
    """

    errors: NDArray[np.float64]
    shown: tuple[Reconstruction, ...]
    is_noisy: bool
    figures: Figures
    notes: tuple[Message, ...]


def reconstruct(
    model: TrainedModel, part: Part, data_root: Path | None = None
) -> Job[Reconstructions]:
    """Run an autoencoder over one part of the data that its project chooses.

    Args:
        model: The model; the data choice of its project may have been replaced.
        part: Which samples.
        data_root: Where downloaded data sets live; the user's data folder when left out.

    Raises:
        UserError: The data cannot be read, do not fit the model, or have no such part.
        NotFinite: The loss is NaN or infinite.
    """
    read = yield from read_part(model, part, data_root)

    def errors_of(batch: Answered) -> Tensor:
        returned: Tensor = model.answer(batch.outputs)
        return (returned - batch.targets).square().flatten(1).mean(1)

    figures, found = yield from answer_all(model, read.samples, errors_of)
    errors = found.double().numpy()
    wanted = _chosen(errors)
    shown: dict[int, Reconstruction] = {}
    done = 0
    batches = batched(read.samples, model.device, channels_last=False)
    # Again in the same batches, so that the same noise is laid over each picture.
    for chunk in batches.in_order(finish_of(model), model.batch_size):
        for inputs, targets in chunk:
            here = sorted(number for number in wanted if done <= number < done + len(inputs))
            if here:
                at = torch.tensor(here) - done
                with torch.no_grad():
                    returned = model.answer(model.module(inputs[at]))
                for number, pictures in zip(
                    here, zip(targets[at], inputs[at], returned, strict=True), strict=True
                ):
                    error = float(errors[number])
                    shown[number] = Reconstruction(number, error, *map(_bytes, pictures))
            done += len(inputs)
            yield Preparing("evaluate", done, len(read.samples))
    return Reconstructions(
        errors=errors,
        shown=tuple(sorted(shown.values(), key=lambda one: -one.error)),
        is_noisy=model.preprocessing.noise > 0,
        figures=figures,
        notes=read.notes,
    )


def _chosen(errors: NDArray[np.float64]) -> set[int]:
    """The numbers of the pictures to show."""
    order = np.argsort(-errors, kind="stable")
    between = np.linspace(0, len(order) - 1, SHOWN_OF_EACH).round().astype(np.int64)
    chosen = (order[:SHOWN_OF_EACH], order[-SHOWN_OF_EACH:], order[between])
    return {int(number) for numbers in chosen for number in numbers}


def _bytes(picture: Tensor) -> NDArray[np.uint8]:
    found: NDArray[np.uint8] = picture.clamp(0, 1).mul(255).round().byte().cpu().numpy()
    return found
