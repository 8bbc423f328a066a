"""Which classes a trained model takes for which others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from torch import Tensor

from netstudio.core.translate import Message
from netstudio.engine.data.job import Job
from netstudio.engine.data.records import Records
from netstudio.engine.evaluation.answers import answer_all
from netstudio.engine.evaluation.measure import MeasuredPart, Part, read_part
from netstudio.engine.events import Figures
from netstudio.engine.trained_model import TrainedModel

Counts = NDArray[np.int64]
Floats = NDArray[np.float64]

_BINS = 15
# The 97.5 % quantile of the normal distribution, for intervals of 95 %.
_QUANTILE = 1.959963984540054


@dataclass(frozen=True)
class ClassScore:
    """How well one class is recognised; None where a figure would divide by zero.

    Attributes:
        precision: Which share of the samples taken for the class are of it.
        recall: Which share of its samples are recognised.
        f1: The harmonic mean of both.
        samples: How many samples are of it.
    """

    label: str
    precision: float | None
    recall: float | None
    f1: float | None
    samples: int


@dataclass(frozen=True)
class Confusion:
    """What a model says about every sample of a part, and what follows from it.

    Attributes:
        classes: The class names, in the order of the network's outputs.
        matrix: How many samples of each true class (row) were taken for each class (column).
        figures: Loss and metrics, as ``measure_model`` gives them.
        interval: Between which shares the accuracy on unseen samples of this kind lies, with 95 %
            confidence (Wilson, 1927).
        scores: Of each class.
        macro_f1: The mean F1 of the classes that occur, true or predicted.
        calibration_error: How far, on average, the probability of the predicted class is from the
            share of right predictions, over 15 bins of equal width (Naeini et al., 2015).
        records: The samples.
        targets: Their true classes (N,).
        predicted: The classes they were taken for (N,).
        probabilities: Of every class for every sample, float32 (N, K).
        notes: What the user should know about the data.
    """

    classes: tuple[str, ...]
    matrix: Counts
    figures: Figures
    interval: tuple[float, float]
    scores: tuple[ClassScore, ...]
    macro_f1: float
    calibration_error: float
    records: Records
    targets: Counts
    predicted: Counts
    probabilities: NDArray[np.float32]
    notes: tuple[Message, ...]

    def samples_in(self, true: int, predicted: int) -> list[int]:
        """The numbers of the samples in a cell of the matrix, the most confident first."""
        inside = np.flatnonzero((self.targets == true) & (self.predicted == predicted))
        confidence = self.probabilities[inside, predicted]
        order = np.argsort(-confidence, kind="stable")
        numbers: list[int] = inside[order].tolist()
        return numbers

    def share_among_best(self, count: int) -> float:
        """Of how many samples the true class is among so many most probable ones."""
        best = np.argsort(-self.probabilities, axis=1, kind="stable")[:, :count]
        return float((best == self.targets[:, None]).any(1).mean())

    def most_confused(self) -> tuple[int, int] | None:
        """The error that occurs most often, true and predicted class; None without errors."""
        errors = self.matrix.copy()
        np.fill_diagonal(errors, 0)
        if not errors.any():
            return None
        true, predicted = divmod(int(errors.argmax()), len(self.classes))
        return true, predicted


def confuse(model: TrainedModel, part: Part, data_root: Path | None = None) -> Job[Confusion]:
    """Run a model over one part of the data that its project chooses.

    Args:
        model: The model; the data choice of its project may have been replaced.
        part: Which samples.
        data_root: Where downloaded data sets live; the user's data folder when left out.

    Raises:
        UserError: The data cannot be read, do not fit the model, or have no such part.
        NotFinite: The loss is NaN or infinite.
    """
    read = yield from read_part(model, part, data_root)
    figures, probabilities = yield from answer_all(
        model, read.samples, lambda batch: model.answer(batch.outputs)
    )
    return _assess(model.classes, read, figures, probabilities)


def _assess(
    classes: tuple[str, ...],
    read: MeasuredPart,
    figures: Figures,
    probabilities: Tensor,
) -> Confusion:
    # Imported here, so that training needs no scikit-learn.
    from sklearn.metrics import confusion_matrix, f1_score

    targets = read.samples.targets.numpy()
    # As torch chooses among equal ones, so that the matrix agrees with the accuracy.
    predicted = probabilities.argmax(1).numpy()
    return Confusion(
        classes=classes,
        matrix=confusion_matrix(targets, predicted, labels=range(len(classes))),
        figures=figures,
        interval=wilson_interval(int((targets == predicted).sum()), len(targets)),
        scores=_scores(classes, targets, predicted),
        macro_f1=float(f1_score(targets, predicted, average="macro")),
        calibration_error=calibration_error(
            probabilities.amax(1).double().numpy(), targets == predicted
        ),
        records=read.records,
        targets=targets,
        predicted=predicted,
        probabilities=probabilities.numpy(),
        notes=read.notes,
    )


def _scores(classes: tuple[str, ...], targets: Counts, predicted: Counts) -> tuple[ClassScore, ...]:
    from sklearn.metrics import precision_recall_fscore_support

    return class_scores(
        classes,
        precision_recall_fscore_support(
            targets, predicted, labels=range(len(classes)), zero_division=np.nan
        ),
    )


def class_scores(classes: tuple[str, ...], columns: Sequence[Any]) -> tuple[ClassScore, ...]:
    """One score for each class from precision, recall, F1 and count of all of them."""
    return tuple(
        ClassScore(label, _or_none(precision), _or_none(recall), _or_none(f1), int(count))
        for label, precision, recall, f1, count in zip(classes, *columns, strict=True)
    )


def _or_none(value: float) -> float | None:
    return None if np.isnan(value) else float(value)


def wilson_interval(right: int, count: int) -> tuple[float, float]:
    """The 95 % score interval of a share (Wilson, 1927)."""
    share, z2 = right / count, _QUANTILE**2
    middle = (share + z2 / (2 * count)) / (1 + z2 / count)
    spread = (share * (1 - share) / count + z2 / (4 * count**2)) ** 0.5 / (1 + z2 / count)
    return max(0.0, middle - _QUANTILE * spread), min(1.0, middle + _QUANTILE * spread)


def calibration_error(confidence: Floats, is_right: NDArray[np.bool_]) -> float:
    """The expected calibration error over 15 bins of equal width (Naeini et al., 2015).

    Args:
        confidence: The probability of each predicted class (N,).
        is_right: Whether each prediction is right (N,).
    """
    bins = np.minimum((confidence * _BINS).astype(np.int64), _BINS - 1)
    surplus = np.bincount(bins, weights=is_right - confidence, minlength=_BINS)
    return float(np.abs(surplus).sum() / len(confidence))
