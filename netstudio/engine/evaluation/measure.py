"""Figures of a trained model on data."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import torch

from netstudio.core.translate import QT_TRANSLATE_NOOP, Message, UserError
from netstudio.engine.data.batches import ResidentSamples
from netstudio.engine.data.dataset import Job, RawData, Samples
from netstudio.engine.data.load import read_source
from netstudio.engine.data.splits import divide
from netstudio.engine.evaluation.evaluate import evaluate, metric_sums
from netstudio.engine.events import Figures
from netstudio.engine.network.analyse import require_sound
from netstudio.engine.resolve import build
from netstudio.engine.trained_model import TrainedModel
from netstudio.tasks.options import DataOptions
from netstudio.tasks.settings import read_settings


class Part(StrEnum):
    """Which samples to measure on; ``ALL`` is the source's own test part, or all it has."""

    TRAIN = "train"
    VALIDATION = "val"
    TEST = "test"
    ALL = "all"


@dataclass(frozen=True)
class Measured:
    """Figures on some samples, and what the user should know about the data."""

    figures: Figures
    notes: tuple[Message, ...]


def measure_model(model: TrainedModel, part: Part, data_root: Path | None = None) -> Job[Measured]:
    """Loss and metrics of a model on one part of the data that its project chooses.

    Args:
        model: The model; the data choice of its project may have been replaced.
        part: Which samples.
        data_root: Where downloaded data sets live; the user's data folder when left out.

    Raises:
        UserError: The data cannot be read, do not fit the model, or have no such part.
    """
    samples, notes = yield from read_part(model, part, data_root)
    settings, _ = read_settings(model.project)
    assert settings.loss is not None
    figures = yield from evaluate(
        model.module,
        build(settings.loss.call()).to(model.device),
        metric_sums(settings.metrics),
        model.preprocessing.on(model.device),
        ResidentSamples(samples, model.device, channels_last=False),
        model.batch_size,
    )
    return Measured(figures, notes)


def read_part(
    model: TrainedModel, part: Part, data_root: Path | None = None
) -> Job[tuple[Samples, tuple[Message, ...]]]:
    """The samples of one part with the model's class numbers, and the notes on the data.

    Args:
        model: The model whose project chooses the data.
        part: Which samples.
        data_root: Where downloaded data sets live; the user's data folder when left out.

    Raises:
        UserError: The data cannot be read, do not fit the model, or have no such part.
    """
    settings, problems = read_settings(model.project)
    require_sound(model.project, problems)
    assert settings.source is not None
    assert settings.data is not None
    raw = yield from read_source(settings.source, data_root, model.preprocessing.sample)
    chosen, notes = yield from _choose(raw, part, settings.data)
    return _for_model(chosen, raw.classes, model), notes


def _choose(
    raw: RawData, part: Part, options: DataOptions
) -> Job[tuple[Samples, tuple[Message, ...]]]:
    """The samples of a part, and the notes on the data."""
    if part is Part.ALL:
        return (raw.train if raw.test is None else raw.test), raw.notes
    dataset = yield from divide(raw, options)
    match part:
        case Part.TRAIN:
            return dataset.train, dataset.notes
        case Part.VALIDATION:
            return dataset.validation, dataset.notes
        case Part.TEST:
            return dataset.test, dataset.notes


def _for_model(samples: Samples, classes: tuple[str, ...], model: TrainedModel) -> Samples:
    """The samples with the model's class numbers."""
    if not len(samples):
        raise UserError(
            QT_TRANSLATE_NOOP(
                "netstudio",
                "This part of the data has no samples. Choose another: train, val or test.",
            )
        )
    wanted, found = model.preprocessing.sample.sizes, tuple(samples.inputs.shape[1:])
    if wanted != found:
        raise UserError(
            QT_TRANSLATE_NOOP(
                "netstudio",
                "The model reads pictures of {wanted}, but the data have {found}. Choose data of "
                "the same shape.",
            ),
            wanted="×".join(map(str, wanted)),
            found="×".join(map(str, found)),
        )
    unknown = sorted(set(classes) - set(model.classes))
    if unknown:
        raise UserError(
            QT_TRANSLATE_NOOP(
                "netstudio",
                "The data have a class {name} that the model does not know. Rename its folder to "
                "one of: {known}.",
            ),
            name=unknown[0],
            known=", ".join(model.classes),
        )
    numbers = torch.tensor([model.classes.index(name) for name in classes])
    return Samples(samples.inputs, numbers[samples.targets])
