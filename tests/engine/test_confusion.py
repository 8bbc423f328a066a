"""A model's predictions are counted by true and predicted class."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from sklearn.metrics import accuracy_score, f1_score

from netstudio.core.project import Selected
from netstudio.core.translate import UserError
from netstudio.core.values import Fields
from netstudio.engine.data.job import finish
from netstudio.engine.evaluation.confusion import (
    Confusion,
    calibration_error,
    confuse,
    wilson_interval,
)
from netstudio.engine.evaluation.measure import Part, measure_model
from netstudio.engine.events import Preparing
from netstudio.engine.model_file import load_model
from netstudio.engine.trained_model import TrainedModel
from tests.data import pixels
from tests.models import PREPROCESSING, write_model
from tests.pictures import write_class


@pytest.fixture
def model(tmp_path: Path) -> TrainedModel:
    """A model that guesses, on pictures of its classes."""
    folder = tmp_path / "pictures"
    for seed in range(3):
        write_class(folder / f"class {seed}", 20, size=(8, 8), seed=seed)
    write_model(tmp_path / "m.safetensors")
    return on_folder(load_model(tmp_path / "m.safetensors"), folder)


def on_folder(model: TrainedModel, folder: Path) -> TrainedModel:
    source = Selected("image_folder", Fields(folder=str(folder)))
    return replace(
        model,
        project=replace(model.project, data=replace(model.project.data, source=source)),
    )


@pytest.fixture
def confusion(model: TrainedModel) -> Confusion:
    return finish(confuse(model, Part.ALL))


def test_rows_are_true_classes_and_columns_predicted_ones(
    model: TrainedModel, confusion: Confusion
) -> None:
    with torch.no_grad():
        outputs = model.module(PREPROCESSING.on(torch.device("cpu"))(pixels(confusion.records)))
    expected = np.zeros((3, 3), int)
    for true, predicted in zip(confusion.targets, outputs.argmax(1).tolist(), strict=True):
        expected[true, predicted] += 1
    assert confusion.matrix.tolist() == expected.tolist()
    assert confusion.matrix.sum(axis=1).tolist() == [20, 20, 20]
    assert confusion.classes == model.classes


@pytest.mark.parametrize("part", list(Part))
def test_figures_are_those_of_measuring(model: TrainedModel, part: Part) -> None:
    assert finish(confuse(model, part)).figures == finish(measure_model(model, part)).figures


def test_matrix_accuracy_and_predictions_agree(confusion: Confusion) -> None:
    accuracy = confusion.figures.metrics["accuracy"]
    assert np.trace(confusion.matrix) / confusion.matrix.sum() == pytest.approx(accuracy)
    assert accuracy_score(confusion.targets, confusion.predicted) == pytest.approx(accuracy)
    assert confusion.interval[0] < accuracy < confusion.interval[1]
    assert confusion.macro_f1 == f1_score(confusion.targets, confusion.predicted, average="macro")


def test_scores_follow_from_the_matrix(confusion: Confusion) -> None:
    for number, score in enumerate(confusion.scores):
        right = confusion.matrix[number, number]
        assert score.label == f"class {number}"
        assert score.samples == 20
        assert score.recall == pytest.approx(right / 20)
        taken = confusion.matrix[:, number].sum()
        if taken:
            assert score.precision == pytest.approx(right / taken)
        else:
            assert score.precision is None


def test_a_class_that_does_not_occur_has_no_recall_and_leaves_the_mean_alone(
    model: TrainedModel, tmp_path: Path
) -> None:
    write_class(tmp_path / "one" / "class 1", 30, size=(8, 8), seed=5)
    found = finish(confuse(on_folder(model, tmp_path / "one"), Part.ALL))
    assert found.scores[0].recall is None
    assert found.scores[0].samples == 0
    present = [score.f1 for score in found.scores if score.f1 is not None]
    assert found.macro_f1 == pytest.approx(sum(present) / len(present))


def test_a_cell_lists_its_samples_the_most_confident_first(confusion: Confusion) -> None:
    listed = []
    for true in range(3):
        for predicted in range(3):
            numbers = confusion.samples_in(true, predicted)
            assert len(numbers) == confusion.matrix[true, predicted]
            assert {int(confusion.targets[at]) for at in numbers} <= {true}
            sure = [float(confusion.probabilities[at, predicted]) for at in numbers]
            assert sure == sorted(sure, reverse=True)
            assert sure == [float(confusion.probabilities[at].max()) for at in numbers]
            listed += numbers
    assert sorted(listed) == list(range(60))


def test_the_most_frequent_error_is_found(confusion: Confusion) -> None:
    matrix = np.array([[90, 0, 2], [5, 80, 1], [0, 7, 60]])
    assert replace(confusion, matrix=matrix).most_confused() == (2, 1)
    assert replace(confusion, matrix=np.diag([3, 4, 5])).most_confused() is None


def test_it_tells_how_far_it_is_and_can_be_left(model: TrainedModel) -> None:
    events: list[Preparing] = []
    finish(confuse(model, Part.ALL), events.append)
    assert events[-1] == Preparing("evaluate", 60, 60)
    job = confuse(model, Part.ALL)
    next(job)
    job.close()


def test_data_that_are_gone_are_an_error(model: TrainedModel, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="nowhere"):
        finish(confuse(on_folder(model, tmp_path / "nowhere"), Part.TEST))


@pytest.mark.parametrize(
    ("right", "count", "low", "high"),
    # From scipy: binomtest(right, count).proportion_ci(method="wilson")
    [(9820, 10_000, 0.97920, 0.98443), (1, 2, 0.09453, 0.90547), (10, 10, 0.72247, 1.0)],
)
def test_the_interval_is_wilsons(right: int, count: int, low: float, high: float) -> None:
    assert wilson_interval(right, count) == pytest.approx((low, high), abs=2e-5)


def test_the_calibration_error_is_the_mean_gap_between_confidence_and_accuracy() -> None:
    sure = np.array([1.0, 1.0, 0.55, 0.55])
    right = np.array([True, True, True, False])
    assert calibration_error(sure, right) == pytest.approx(0.5 * 0.05)
    assert calibration_error(np.full(10, 0.9), np.zeros(10, bool)) == pytest.approx(0.9)
