"""How far predicted numbers are from the truth."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from netstudio.core.translate import Message
from netstudio.engine.data.job import Job
from netstudio.engine.data.records import Records
from netstudio.engine.evaluation.answers import answer_all
from netstudio.engine.evaluation.measure import Part, read_part
from netstudio.engine.events import Figures
from netstudio.engine.trained_model import TrainedModel

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class ValueScore:
    """How well one number is predicted, in its own unit.

    Attributes:
        name: What the number is.
        mae: Mean absolute error.
        rmse: Root of the mean squared error.
        bias: Mean error: positive where predictions are too high.
        r2: Which share of the spread is explained; None where the truth has no spread.
    """

    name: str
    mae: float
    rmse: float
    bias: float
    r2: float | None


@dataclass(frozen=True)
class ValueErrors:
    """Predicted numbers beside the true ones.

    Attributes:
        values: What each number is.
        truth: In their own units (N, K).
        predicted: Likewise.
        scores: Of each number.
        figures: Loss and metrics, as ``measure_model`` gives them.
        records: The samples.
        notes: What the user should know about the data.
    """

    values: tuple[str, ...]
    truth: Floats
    predicted: Floats
    scores: tuple[ValueScore, ...]
    figures: Figures
    records: Records
    notes: tuple[Message, ...]

    @property
    def residuals(self) -> Floats:
        """By how much predictions are too high (N, K)."""
        difference: Floats = self.predicted - self.truth
        return difference

    def worst(self, value: int, count: int) -> list[int]:
        """The numbers of the samples whose prediction of a value is farthest off, worst first."""
        order = np.argsort(-np.abs(self.residuals[:, value]), kind="stable")[:count]
        numbers: list[int] = order.tolist()
        return numbers


def compare_values(
    model: TrainedModel, part: Part, data_root: Path | None = None
) -> Job[ValueErrors]:
    """Run a model that predicts numbers over one part of the data that its project chooses.

    Args:
        model: The model; the data choice of its project may have been replaced.
        part: Which samples.
        data_root: Where downloaded data sets live; the user's data folder when left out.

    Raises:
        UserError: The data cannot be read, do not fit the model, or have no such part.
        NotFinite: The loss is NaN or infinite.
    """
    read = yield from read_part(model, part, data_root)
    figures, scaled = yield from answer_all(
        model, read.samples, lambda batch: model.answer(batch.outputs)
    )
    assert read.records.targets is not None
    assert model.scaling is not None
    truth: Floats = read.records.targets.double().numpy()
    predicted: Floats = model.scaling.unscale(scaled).numpy()
    return ValueErrors(
        values=model.values,
        truth=truth,
        predicted=predicted,
        scores=tuple(
            score_values(name, truth[:, at], predicted[:, at])
            for at, name in enumerate(model.values)
        ),
        figures=figures,
        records=read.records,
        notes=read.notes,
    )


def score_values(name: str, truth: Floats, predicted: Floats) -> ValueScore:
    """The figures of one predicted number over all samples (N,)."""
    errors = predicted - truth
    squares, spread = float((errors**2).sum()), float(((truth - truth.mean()) ** 2).sum())
    return ValueScore(
        name=name,
        mae=float(np.abs(errors).mean()),
        rmse=float((errors**2).mean() ** 0.5),
        bias=float(errors.mean()),
        r2=1 - squares / spread if spread > 0 else None,
    )
