"""Data for tests: a project's choices without a project, and what is read under them."""

from __future__ import annotations

from torch import Tensor

from netstudio.engine.data.dataset import Divided
from netstudio.engine.data.images.inputs import Pictures
from netstudio.engine.data.images.preprocessing import ImagePreprocessing
from netstudio.engine.data.job import finish
from netstudio.engine.data.parts.splits import divide
from netstudio.engine.data.records import RawData, Records
from netstudio.engine.data.storage.rows import StoredRows
from netstudio.engine.predictions import ClassPrediction, Prediction
from netstudio.tasks.content import Aim
from netstudio.tasks.images import ImageClassification
from netstudio.tasks.options import DataOptions
from netstudio.tasks.preparation import PreparationDef
from netstudio.tasks.preparation.images import ImagePreparation
from netstudio.tasks.settings import Settings
from netstudio.tasks.sources import SourceDef
from netstudio.tasks.task import TaskDef


def settings_for(
    source: SourceDef,
    options: DataOptions | None = None,
    task: TaskDef | None = None,
    preparation: PreparationDef | None = None,
) -> Settings:
    """The choices of a project that concern its data."""
    chosen = task or ImageClassification()
    return Settings(
        task=chosen,
        source=source,
        data=options or DataOptions(),
        preparation=preparation or chosen.preparation(),
        augmentation=(),
        loss=None,
        optimizer=None,
        schedule=None,
        training=None,
    )


def divided(raw: RawData, options: DataOptions | None = None) -> Divided:
    """What was read, divided by class."""
    return finish(divide(raw, options or DataOptions(), Aim.CLASS))


def pixels(records: Records | None) -> Tensor:
    """The bytes of pictures."""
    assert records is not None
    assert isinstance(records.inputs, Pictures)
    assert isinstance(records.inputs.pixels, Tensor)
    return records.inputs.pixels


def classes(records: Records | None) -> Tensor:
    """The class numbers of records."""
    assert records is not None
    assert records.targets is not None
    return records.targets


def fitted(stored: Tensor) -> ImagePreprocessing:
    """The usual preprocessing, fitted on pictures (N, C, H, W)."""
    return finish(ImagePreprocessing.fit(Records(Pictures(stored), None), ImagePreparation()))


def ranked(prediction: Prediction) -> ClassPrediction:
    """A prediction of classes."""
    assert isinstance(prediction, ClassPrediction)
    return prediction


def in_memory(inputs: Tensor | StoredRows) -> Tensor:
    """Encoded inputs that are not on disk."""
    assert isinstance(inputs, Tensor)
    return inputs
