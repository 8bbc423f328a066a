"""How well each of several labels is given."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from netstudio.core.translate import Message
from netstudio.engine.data.job import Job
from netstudio.engine.data.records import Records
from netstudio.engine.evaluation.answers import answer_all
from netstudio.engine.evaluation.confusion import ClassScore, class_scores
from netstudio.engine.evaluation.measure import Part, read_part
from netstudio.engine.events import Figures
from netstudio.engine.trained_model import TrainedModel

# From which probability on a label is given.
GIVEN = 0.5


@dataclass(frozen=True)
class LabelScores:
    """What a model says about every sample of a part that may have several labels.

    Attributes:
        scores: Of each label.
        probabilities: Of every label for every sample, float32 (N, K).
        targets: Which labels are true, (N, K).
        all_right: Which share of samples has exactly the true labels.
        figures: Loss and metrics, as ``measure_model`` gives them.
        records: The samples.
        notes: What the user should know about the data.
    """

    scores: tuple[ClassScore, ...]
    probabilities: NDArray[np.float32]
    targets: NDArray[np.bool_]
    all_right: float
    figures: Figures
    records: Records
    notes: tuple[Message, ...]


def score_labels(
    model: TrainedModel, part: Part, data_root: Path | None = None
) -> Job[LabelScores]:
    """Run a model that gives labels over one part of the data that its project chooses.

    Args:
        model: The model; the data choice of its project may have been replaced.
        part: Which samples.
        data_root: Where downloaded data sets live; the user's data folder when left out.

    Raises:
        UserError: The data cannot be read, do not fit the model, or have no such part.
        NotFinite: The loss is NaN or infinite.
    """
    # Imported here, so that training needs no scikit-learn.
    from sklearn.metrics import precision_recall_fscore_support

    read = yield from read_part(model, part, data_root)
    figures, probabilities = yield from answer_all(
        model, read.samples, lambda batch: model.answer(batch.outputs)
    )
    targets = (read.samples.targets > GIVEN).numpy()
    given = (probabilities > GIVEN).numpy()
    columns = precision_recall_fscore_support(targets, given, zero_division=np.nan)
    return LabelScores(
        scores=class_scores(model.classes, columns),
        probabilities=probabilities.numpy(),
        targets=targets,
        all_right=float((targets == given).all(1).mean()),
        figures=figures,
        records=read.records,
        notes=read.notes,
    )
