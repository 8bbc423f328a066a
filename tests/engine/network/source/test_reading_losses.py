"""Losses in PyTorch and Keras code, with their settings."""

from __future__ import annotations

import pytest

from netstudio.engine.network.source import read_source

TORCH = """
from torch import nn
model = nn.Sequential(nn.Linear(4, 2))
criterion = nn.{loss}
"""
KERAS = """
from keras import layers, losses, models
model = models.Sequential([layers.Dense(2)])
model.compile(optimizer="adam", loss={loss})
"""


@pytest.mark.parametrize(
    ("code", "loss", "settings"),
    [
        ("CrossEntropyLoss(label_smoothing=0.1)", "cross_entropy", {"label_smoothing": 0.1}),
        ("CrossEntropyLoss(reduction='sum')", "cross_entropy", {"label_smoothing": 0.0}),
        ("CrossEntropyLoss(label_smoothing=smoothing)", "cross_entropy", {"label_smoothing": 0.0}),
        ("CrossEntropyLoss(label_smoothing=7)", "cross_entropy", {"label_smoothing": 0.0}),
        ("BCEWithLogitsLoss()", "binary_cross_entropy", {}),
        ("MSELoss()", "mean_squared_error", {}),
        ("L1Loss()", "mean_absolute_error", {}),
        ("HuberLoss(delta=2.5)", "huber", {"delta": 2.5}),
        ("SmoothL1Loss()", "huber", {"delta": 1.0}),
    ],
)
def test_of_torch(code: str, loss: str, settings: dict[str, float]) -> None:
    chosen = read_source(TORCH.format(loss=code)).training.loss
    assert chosen is not None
    assert chosen.type == loss
    assert settings.items() <= dict(chosen.fields).items()


def test_of_torch_that_is_not_known_here() -> None:
    assert read_source(TORCH.format(loss="MultiMarginLoss()")).training.loss is None


@pytest.mark.parametrize(
    ("code", "loss", "settings"),
    [
        (
            "losses.CategoricalCrossentropy(from_logits=True, label_smoothing=0.2)",
            "cross_entropy",
            {"label_smoothing": 0.2},
        ),
        ("losses.BinaryCrossentropy(label_smoothing=0.1)", "binary_cross_entropy", {}),
        ("losses.CategoricalFocalCrossentropy(gamma=3.0)", "focal", {"gamma": 3.0}),
        (
            "losses.BinaryFocalCrossentropy(gamma=1.0, alpha=0.4)",
            "binary_focal",
            {"gamma": 1.0, "alpha": 0.4},
        ),
        ("'categorical_hinge'", "hinge", {}),
        ("'mse'", "mean_squared_error", {}),
        ("'log_cosh'", "log_cosh", {}),
        ("losses.Huber(delta=0.5)", "huber", {"delta": 0.5}),
    ],
)
def test_of_keras(code: str, loss: str, settings: dict[str, float]) -> None:
    chosen = read_source(KERAS.format(loss=code)).training.loss
    assert chosen is not None
    assert chosen.type == loss
    assert settings.items() <= dict(chosen.fields).items()


def test_a_learning_rate_that_only_running_would_show_is_the_usual_one() -> None:
    code = TORCH.format(loss="CrossEntropyLoss()")
    rate = "torch.optim.SGD(model.parameters(), lr=rate, momentum=0.5)"
    chosen = read_source(f"import torch{code}optimizer = {rate}").training.optimizer
    assert chosen is not None
    assert (chosen.fields["lr"], chosen.fields["momentum"]) == (0.01, 0.5)
