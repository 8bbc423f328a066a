"""Measuring a trained model on a part of the data that its project chooses."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from netstudio.core.translate import QT_TRANSLATE_NOOP, Message, UserError
from netstudio.engine.data.dataset import Divided, Samples
from netstudio.engine.data.job import Job
from netstudio.engine.data.load import divide_for, learned_targets, read_source
from netstudio.engine.data.parts.labels import known_as, renumbered
from netstudio.engine.data.records import Records
from netstudio.engine.data.storage.batches import Finish
from netstudio.engine.data.storage.finishing import OfItself, Plain
from netstudio.engine.data.storage.memory import batched
from netstudio.engine.evaluation.evaluate import evaluate
from netstudio.engine.evaluation.metrics import Measuring, Metrics, open_metrics
from netstudio.engine.events import Figures
from netstudio.engine.network.analyse import require_sound
from netstudio.engine.resolve import build
from netstudio.engine.trained_model import TrainedModel
from netstudio.tasks.content import Aim
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


@dataclass(frozen=True)
class MeasuredPart:
    """The samples of one part as a model knows them.

    Attributes:
        samples: Encoded as the model does, with the model's class numbers.
        records: The same samples as they are in the world.
        notes: What the user should know about the data.
    """

    samples: Samples
    records: Records
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
    read = yield from read_part(model, part, data_root)
    settings, _ = read_settings(model.project)
    assert settings.loss is not None
    figures = yield from evaluate(
        model.module,
        build(settings.loss.measured().call()).to(model.device),
        metrics_of(model),
        finish_of(model),
        batched(read.samples, model.device, channels_last=False),
        model.batch_size,
    )
    return Measured(figures, read.notes)


def metrics_of(model: TrainedModel) -> Metrics:
    """What is measured beside the loss."""
    settings, _ = read_settings(model.project)
    assert settings.loss is not None
    measuring = Measuring(len(model.classes), model.scaling, settings.loss.expects_logits)
    return open_metrics(settings.metrics, measuring)


def finish_of(model: TrainedModel) -> Finish:
    """Makes batches of stored samples, as the model takes them."""
    plain = Plain(model.preprocessing.on(model.device))
    if model.task.aim is Aim.ITSELF:
        return OfItself(plain, model.preprocessing.noise)
    return plain


def read_part(model: TrainedModel, part: Part, data_root: Path | None = None) -> Job[MeasuredPart]:
    """The samples of one part as the model knows them.

    Args:
        model: The model whose project chooses the data.
        part: Which samples.
        data_root: Where downloaded data sets live; the user's data folder when left out.

    Raises:
        UserError: The data cannot be read, do not fit the model, or have no such part.
    """
    settings, problems = read_settings(model.project)
    require_sound(model.project, problems)
    raw = yield from read_source(settings, data_root, model.preprocessing.sample)
    if part is Part.ALL:
        records = raw.train if raw.test is None else raw.test
        classes = raw.classes
        findings = raw.findings
    else:
        divided = yield from divide_for(settings, raw)
        records, classes, findings = _part(divided, part), divided.classes, divided.findings
    inputs = yield from model.preprocessing.encode(records.inputs)
    known = _for_model(records, classes, model)
    samples = Samples(inputs, learned_targets(known, model.scaling, model.task.aim))
    return MeasuredPart(samples, known, tuple(finding.text for finding in findings))


def _part(divided: Divided, part: Part) -> Records:
    match part:
        case Part.TRAIN:
            return divided.train
        case Part.VALIDATION:
            return divided.validation
        case _:
            return divided.test


def _for_model(records: Records, classes: tuple[str, ...], model: TrainedModel) -> Records:
    """The records with the model's class numbers."""
    if not len(records):
        raise UserError(
            QT_TRANSLATE_NOOP(
                "netstudio",
                "This part of the data has no samples. Choose another: train, val or test.",
            )
        )
    if model.task.aim not in (Aim.CLASS, Aim.LABELS) or records.targets is None:
        return records
    numbers = {name: known_as(name, model.classes) for name in classes}
    unknown = sorted(name for name, number in numbers.items() if number is None)
    if unknown:
        raise UserError(
            QT_TRANSLATE_NOOP(
                "netstudio",
                "The data have a class {name} that the model does not know. Rename it to one of: "
                "{known}.",
            ),
            name=unknown[0],
            known=", ".join(model.classes),
        )
    moves = [number for number in numbers.values() if number is not None]
    return replace(records, targets=renumbered(records.targets, moves, len(model.classes)))
