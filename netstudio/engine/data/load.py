"""Reading, cleaning, dividing and encoding the data that a project chooses."""

from __future__ import annotations

from pathlib import Path

from torch import Tensor

from netstudio.core.spec import TensorSpec
from netstudio.engine.data.dataset import Dataset, Divided, Samples, without_targets
from netstudio.engine.data.job import Job
from netstudio.engine.data.parts.splits import divide
from netstudio.engine.data.preprocessing import Preprocessing
from netstudio.engine.data.reading import Reading
from netstudio.engine.data.records import RawData, Records
from netstudio.engine.data.scaling import ValueScaling
from netstudio.engine.resolve import resolve
from netstudio.tasks.content import Aim
from netstudio.tasks.settings import Settings


def read_source(
    settings: Settings, data_root: Path | None = None, sample: TensorSpec | None = None
) -> Job[RawData]:
    """Read all samples of a project's source.

    Args:
        settings: The project's choices, without problems.
        data_root: Where downloaded sets live; the user's data folder when left out.
        sample: The shape to bring samples to; None lets the source decide.

    Raises:
        UserError: The data cannot be read.
    """
    assert settings.source is not None
    assert settings.task is not None
    assert settings.data is not None
    reading = Reading(settings.source, settings.task, settings.data, data_root, sample)
    job: Job[RawData] = resolve(settings.source.target)(reading)
    raw = yield from job
    return raw


def load_dataset(
    settings: Settings, data_root: Path | None = None, raw: RawData | None = None
) -> Job[Dataset]:
    """Everything from reading to encoding; see ``read_source``, ``divide`` and ``prepare``.

    Args:
        settings: The project's choices, without problems.
        data_root: Where downloaded sets live; the user's data folder when left out.
        raw: What the source reads, where that was done before.
    """
    if raw is None:
        raw = yield from read_source(settings, data_root)
    divided = yield from divide_for(settings, raw)
    dataset = yield from prepare(settings, divided)
    return dataset


def divide_for(settings: Settings, raw: RawData) -> Job[Divided]:
    """Clean and divide what was read, as the project says."""
    assert settings.task is not None
    assert settings.data is not None
    assert settings.preparation is not None
    if settings.preparation.cleaner:
        raw = resolve(settings.preparation.cleaner)(raw, settings.preparation)
    divided = yield from divide(raw, settings.data, settings.task.aim)
    return divided


def prepare(settings: Settings, divided: Divided) -> Job[Dataset]:
    """Fit the preprocessing on the training part and encode all parts with it.

    Raises:
        UserError: Nothing can be learned from the training part.
    """
    assert settings.task is not None
    assert settings.preparation is not None
    fit = resolve(settings.task.preprocessing).fit
    preprocessing: Preprocessing = yield from fit(divided.train, settings.preparation)
    scaling = None
    if settings.task.aim is Aim.VALUES and divided.train.targets is not None:
        scaling = ValueScaling.fit(divided.train.targets)
    parts = []
    for records in divided.parts:
        samples = yield from encode(records, preprocessing, scaling, settings.task.aim)
        parts.append(samples)
    train, validation, test = parts
    return Dataset(train, validation, test, divided, preprocessing, scaling)


def encode(
    records: Records, preprocessing: Preprocessing, scaling: ValueScaling | None, aim: Aim
) -> Job[Samples]:
    """Records as the network's samples."""
    inputs = yield from preprocessing.encode(records.inputs)
    return Samples(inputs, learned_targets(records, scaling, aim))


def learned_targets(records: Records, scaling: ValueScaling | None, aim: Aim) -> Tensor:
    """What the loss compares with: class numbers, labels, scaled values, or nothing."""
    if aim is Aim.ITSELF or records.targets is None:
        return without_targets(len(records))
    return records.targets if scaling is None else scaling.scale(records.targets)
