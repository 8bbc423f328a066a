"""Weights in another form: what they are, and that they last."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch
from torch import nn

from netstudio.core.project import Project
from netstudio.core.spec import TensorSpec
from netstudio.core.tree import Node
from netstudio.core.values import Fields, freeze
from netstudio.engine.model_file import load_model
from netstudio.layers import LAYERS
from tests.layers.made import layer, report
from tests.models import CLASSES, SAMPLE, module_of, write_model
from tests.projects import PICTURE, SERIES, VECTOR, node, project

FORMS = ("weight_norm", "spectral_norm")


def formed(parametrization: str) -> Project:
    def of(type_name: str, **fields: object) -> Node:
        return node(type_name, parametrization=parametrization, **fields)

    return project(
        of("Conv2d", out_channels=2),
        of("ConvTranspose2d", out_channels=3),
        node("Flatten"),
        of("Linear", out_features="auto"),
        sample=SAMPLE,
        classes=len(CLASSES),
    )


@pytest.mark.parametrize(
    ("type_name", "sample"), [("Linear", VECTOR), ("Conv1d", SERIES), ("Conv2d", PICTURE)]
)
def test_spectral_norm_never_stretches_the_weights(type_name: str, sample: TensorSpec) -> None:
    torch.manual_seed(0)
    spectral = layer(sample, type_name, parametrization="spectral_norm")
    with torch.no_grad():
        for weights in spectral.parameters():
            weights.mul_(50)
    spectral.train()
    for _ in range(100):
        matrix = spectral.weight
    assert isinstance(matrix, torch.Tensor)
    assert torch.linalg.matrix_norm(matrix.flatten(1), 2).item() == pytest.approx(1, abs=1e-3)


def test_weight_norm_learns_a_length_beside_the_direction() -> None:
    plain = sum(weights.numel() for weights in layer(VECTOR, "Linear").parameters())
    normed = layer(VECTOR, "Linear", parametrization="weight_norm")
    assert sum(weights.numel() for weights in normed.parameters()) == plain + 64


@pytest.mark.parametrize("parametrization", FORMS)
def test_a_model_with_them_is_loaded_as_it_was_saved(tmp_path: Path, parametrization: str) -> None:
    path = tmp_path / "model.safetensors"
    saved = write_model(path, formed(parametrization))
    loaded = load_model(path).module
    pictures = torch.randn(5, *SAMPLE.sizes, generator=torch.Generator().manual_seed(3))
    with torch.no_grad():
        assert torch.equal(loaded(pictures), saved(pictures))


@pytest.mark.parametrize("parametrization", FORMS)
def test_the_same_seed_gives_the_same_network_after_a_step(parametrization: str) -> None:
    states = []
    for _ in range(2):
        module = module_of(formed(parametrization)).train()
        optimizer = torch.optim.SGD(module.parameters(), lr=0.1)
        module(torch.ones(4, *SAMPLE.sizes)).square().sum().backward()
        optimizer.step()
        states.append(module.state_dict())
    assert all(torch.equal(states[0][name], states[1][name]) for name in states[0])


@pytest.mark.parametrize("parametrization", FORMS)
def test_pictures_may_have_their_channels_innermost(parametrization: str) -> None:
    module: nn.Module = module_of(formed(parametrization)).to(memory_format=torch.channels_last)
    assert module(torch.ones(4, *SAMPLE.sizes)).shape == (4, len(CLASSES))


@pytest.mark.parametrize("parametrization", ["none", *FORMS])
@pytest.mark.parametrize(
    "type_name", [cls.type for cls in LAYERS if "parametrization" in cls.defaults()]
)
def test_the_form_is_read_back_from_the_call(type_name: str, parametrization: str) -> None:
    cls = LAYERS[type_name]
    made = node(type_name, parametrization=parametrization)
    call = report(cls.example, made).call
    assert call is not None
    raised = cls.raised(call)
    assert raised is not None
    assert raised.fields["parametrization"] == parametrization
    fields = Fields({name: freeze(value) for name, value in raised.fields.items()})
    assert cls.read(fields) == cls.read({"parametrization": parametrization})
