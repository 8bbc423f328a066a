"""Optimizers in code become those of the project, with the defaults that they have there."""

from __future__ import annotations

from collections.abc import Mapping
from textwrap import dedent

import pytest

from netstudio.core.project import Selected
from netstudio.core.values import Value
from netstudio.engine.network.source import read_source
from netstudio.tasks.optimizers import OPTIMIZERS


def from_torch(call: str) -> Selected:
    code = f"""
        import torch
        from torch import nn, optim
        model = nn.Sequential(nn.Flatten(), nn.Linear(784, 10))
        optimizer = {call}
        """
    return told(code)


def from_keras(call: str) -> Selected:
    code = f"""
        import keras
        from keras import layers
        model = keras.Sequential([layers.Flatten(), layers.Dense(10)])
        model.compile(optimizer={call}, loss="mse")
        """
    return told(code)


def told(code: str) -> Selected:
    optimizer = read_source(dedent(code)).training.optimizer
    assert optimizer is not None
    return optimizer


@pytest.mark.parametrize("name", [cls.__name__ for cls in OPTIMIZERS])
def test_every_optimizer_of_torch_is_known_by_its_name(name: str) -> None:
    selected = from_torch(f"optim.{name}(model.parameters(), lr=0.25, weight_decay=0.125)")
    assert selected.type == name.lower()
    assert (selected.fields["lr"], selected.fields["weight_decay"]) == (0.25, 0.125)


@pytest.mark.parametrize(
    ("call", "settings"),
    [
        (
            "optim.Adam(model.parameters(), betas=(0.5, 0.9), eps=1e-6, amsgrad=True)",
            {"beta1": 0.5, "beta2": 0.9, "eps": 1e-6, "amsgrad": True},
        ),
        ("optim.AdamW(model.parameters())", {"lr": 0.001, "weight_decay": 0.01, "beta2": 0.999}),
        ("optim.SGD(model.parameters(), 0.1)", {"lr": 0.1, "momentum": 0.0}),
        ("optim.RMSprop(model.parameters(), centered=True)", {"alpha": 0.99, "centered": True}),
        ("torch.optim.Muon(model.parameters())", {"momentum": 0.95, "weight_decay": 0.1}),
    ],
)
def test_settings_of_torch_are_taken_over(call: str, settings: Mapping[str, Value]) -> None:
    fields = from_torch(call).fields
    assert {name: fields[name] for name in settings} == settings


@pytest.mark.parametrize(
    ("call", "type_name", "settings"),
    [
        ('"nadam"', "nadam", {"lr": 0.001, "eps": 1e-7}),
        ('"rmsprop"', "rmsprop", {"lr": 0.001, "alpha": 0.9, "momentum": 0.0}),
        ("keras.optimizers.RMSprop(rho=0.8)", "rmsprop", {"alpha": 0.8}),
        ("keras.optimizers.Adadelta(0.5, rho=0.8)", "adadelta", {"lr": 0.5, "rho": 0.8}),
        ('"adagrad"', "adagrad", {"initial_accumulator_value": 0.1}),
        (
            "keras.optimizers.Adam(learning_rate=0.01, beta_1=0.8, beta_2=0.95, epsilon=1e-4)",
            "adam",
            {"lr": 0.01, "beta1": 0.8, "beta2": 0.95, "eps": 1e-4},
        ),
    ],
)
def test_settings_of_keras_are_taken_over_with_its_defaults(
    call: str, type_name: str, settings: Mapping[str, Value]
) -> None:
    selected = from_keras(call)
    assert selected.type == type_name
    assert {name: selected.fields[name] for name in settings} == settings
