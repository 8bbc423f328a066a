"""Noise while training: what is dropped together, how much of it, and nothing afterwards."""

from __future__ import annotations

import math

import pytest
import torch
from torch import Tensor

from netstudio.core.spec import FEATURES, IMAGE, SEQUENCE, VOLUME, TensorSpec
from tests.layers.made import layer

VECTOR = TensorSpec(FEATURES, (50,))
SERIES = TensorSpec(SEQUENCE, (10, 6))
PICTURE = TensorSpec(IMAGE, (6, 5, 4))
SOLID = TensorSpec(VOLUME, (6, 3, 5, 4))
MANY = 400


def noisy(sample: TensorSpec, type_name: str, **fields: object) -> Tensor:
    """What becomes of ones while training."""
    torch.manual_seed(0)
    y = layer(sample, type_name, **fields).train()(torch.ones(MANY, *sample.sizes))
    assert isinstance(y, Tensor)
    return y


@pytest.mark.parametrize(
    ("type_name", "sample"),
    [
        ("Dropout", VECTOR),
        ("Dropout1d", SERIES),
        ("Dropout2d", PICTURE),
        ("Dropout3d", SOLID),
        ("StochasticDepth", SERIES),
        ("GaussianDropout", VECTOR),
    ],
)
@pytest.mark.parametrize("p", [0.1, 0.5])
def test_the_mean_stays_and_the_deviation_is_that_of_dropout(
    type_name: str, sample: TensorSpec, p: float
) -> None:
    y = noisy(sample, type_name, p=p)
    assert y.mean().item() == pytest.approx(1, abs=0.12)
    assert y.std().item() == pytest.approx(math.sqrt(p / (1 - p)), rel=0.15)


@pytest.mark.parametrize(
    ("type_name", "sample", "together"),
    [
        ("Dropout1d", SERIES, (1,)),
        ("Dropout2d", PICTURE, (2, 3)),
        ("Dropout3d", SOLID, (2, 3, 4)),
        ("FeatureAlphaDropout", PICTURE, (2, 3)),
        ("FeatureAlphaDropout", SOLID, (2, 3, 4)),
        ("StochasticDepth", PICTURE, (1, 2, 3)),
        ("StochasticDepth", VECTOR, (1,)),
    ],
)
def test_what_belongs_together_is_dropped_together(
    type_name: str, sample: TensorSpec, together: tuple[int, ...]
) -> None:
    y = noisy(sample, type_name, p=0.5)
    assert torch.equal(y.amax(together), y.amin(together))
    assert 0.4 < (y.amax(together) <= 0).float().mean() < 0.6


@pytest.mark.parametrize("type_name", ["Dropout", "AlphaDropout", "GaussianDropout"])
def test_numbers_are_dropped_one_by_one_where_nothing_is_said_of_more(type_name: str) -> None:
    y = noisy(VECTOR, type_name, p=0.5)
    assert (y.amax(1) > y.amin(1)).all()


def test_alpha_dropout_keeps_mean_and_variance_of_what_selu_gives() -> None:
    torch.manual_seed(0)
    x = torch.randn(MANY, *VECTOR.sizes)
    y = layer(VECTOR, "AlphaDropout", p=0.3).train()(x)
    assert y.mean().item() == pytest.approx(0, abs=0.03)
    assert y.std().item() == pytest.approx(1, abs=0.03)


def test_gaussian_noise_is_as_strong_as_it_says() -> None:
    y = noisy(VECTOR, "GaussianNoise", std=0.4)
    assert y.mean().item() == pytest.approx(1, abs=0.02)
    assert y.std().item() == pytest.approx(0.4, rel=0.03)


@pytest.mark.parametrize(
    ("type_name", "sample"),
    [
        ("Dropout", VECTOR),
        ("Dropout1d", SERIES),
        ("Dropout2d", PICTURE),
        ("Dropout3d", SOLID),
        ("AlphaDropout", VECTOR),
        ("FeatureAlphaDropout", PICTURE),
        ("GaussianDropout", VECTOR),
        ("GaussianNoise", VECTOR),
        ("StochasticDepth", PICTURE),
    ],
)
def test_outside_training_nothing_changes(type_name: str, sample: TensorSpec) -> None:
    x = torch.randn(3, *sample.sizes)
    assert torch.equal(layer(sample, type_name).eval()(x), x)
