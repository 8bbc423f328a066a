"""Predicted numbers, labels and reconstructions are assessed on every sample of a part."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from sklearn.metrics import mean_absolute_error, r2_score, root_mean_squared_error

from netstudio.engine.data.job import finish
from netstudio.engine.evaluation.measure import Part, measure_model, read_part
from netstudio.engine.evaluation.reconstructions import reconstruct
from netstudio.engine.evaluation.values import compare_values, score_values
from netstudio.engine.trained_model import TrainedModel
from tests.data import in_memory, pixels
from tests.tasks_projects import autoencoder, regression, trained


@pytest.fixture(scope="module")
def regressor(tmp_path_factory: pytest.TempPathFactory) -> TrainedModel:
    return trained(regression(), tmp_path_factory.mktemp("regression"))


@pytest.fixture(scope="module")
def denoiser(tmp_path_factory: pytest.TempPathFactory) -> TrainedModel:
    return trained(autoencoder(noise=0.3), tmp_path_factory.mktemp("denoiser"))


def test_figures_of_numbers_are_those_of_scikit_learn() -> None:
    generator = np.random.default_rng(0)
    truth = generator.normal(50, 20, 200)
    predicted = truth + generator.normal(3, 5, 200)
    score = score_values("price", truth, predicted)
    assert score.mae == pytest.approx(mean_absolute_error(truth, predicted))
    assert score.rmse == pytest.approx(root_mean_squared_error(truth, predicted))
    assert score.r2 == pytest.approx(r2_score(truth, predicted))
    assert score.bias == pytest.approx((predicted - truth).mean())


def test_numbers_without_spread_have_no_share_of_it_explained() -> None:
    assert score_values("flat", np.full(3, 7.0), np.array([6.0, 7.0, 8.0])).r2 is None


def test_numbers_are_compared_in_their_own_units(regressor: TrainedModel) -> None:
    found = finish(compare_values(regressor, Part.TEST))
    records = finish(read_part(regressor, Part.TEST)).records
    assert found.values == ("progression",)
    assert records.targets is not None
    assert found.truth[:, 0] == pytest.approx(records.targets[:, 0].numpy())
    predicted = [one.as_json()["progression"] for one in regressor.predict(records.inputs)]
    assert found.predicted[:, 0] == pytest.approx(predicted, rel=1e-4)
    assert 20 < found.predicted.mean() < 350
    assert found.figures.metrics["mae"] == pytest.approx(found.scores[0].mae, rel=1e-4)
    assert found.figures == finish(measure_model(regressor, Part.TEST)).figures


def test_the_worst_samples_come_first(regressor: TrainedModel) -> None:
    found = finish(compare_values(regressor, Part.TEST))
    errors = np.abs(found.residuals[:, 0])
    worst = found.worst(0, 5)
    assert len(worst) == 5
    assert errors[worst].tolist() == sorted(errors, reverse=True)[:5]


def test_every_picture_has_the_error_of_its_own_reconstruction(denoiser: TrainedModel) -> None:
    found = finish(reconstruct(denoiser, Part.TEST))
    part = finish(read_part(denoiser, Part.TEST))
    assert len(found.errors) == len(part.samples)
    assert found.is_noisy
    assert found.figures.metrics["pixel_error"] == pytest.approx(found.errors.mean(), rel=1e-4)
    originals = pixels(part.records).numpy()
    for one in found.shown:
        assert one.error == pytest.approx(found.errors[one.number])
        assert np.abs(one.original.astype(int) - originals[one.number]).max() <= 1
        assert (one.given != one.original).any()
        returned = one.returned.astype(float) / 255
        rounded = ((returned - originals[one.number] / 255) ** 2).mean()
        # What lies outside 0 to 1 is cut off in pictures, which only helps.
        assert rounded <= one.error + 0.01
    assert [one.error for one in found.shown] == sorted(
        (o.error for o in found.shown), reverse=True
    )
    assert found.shown[0].error == pytest.approx(found.errors.max())


def test_the_noise_of_an_evaluation_is_always_the_same(denoiser: TrainedModel) -> None:
    first, again = (finish(measure_model(denoiser, Part.TEST)).figures for _ in range(2))
    assert first == again


def test_a_model_file_keeps_the_noise_and_the_scale(
    denoiser: TrainedModel, regressor: TrainedModel
) -> None:
    assert denoiser.preprocessing.noise == pytest.approx(0.3)
    assert regressor.scaling is not None
    dataset = finish(read_part(regressor, Part.TRAIN))
    assert dataset.records.targets is not None
    values = dataset.records.targets.double()
    assert regressor.scaling.means == pytest.approx(values.mean(0).tolist(), rel=1e-6)
    scaled = in_memory(dataset.samples.targets)
    assert torch.allclose(scaled.mean(), torch.tensor(0.0), atol=1e-5)
