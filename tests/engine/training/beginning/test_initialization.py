"""First weights: spread as the papers say, the same for the same seed, and nothing else touched."""

from __future__ import annotations

import math

import pytest
import torch
from torch import Tensor, nn

from netstudio.core.kinds import AUTO
from netstudio.core.project import Project
from netstudio.core.spec import IMAGE, TensorSpec
from netstudio.engine.network.analyse import analyse
from netstudio.engine.training.beginning.initialization import initialize
from netstudio.engine.training.learner import draw
from netstudio.tasks.initializations import INITIALIZATIONS
from tests.projects import SERIES, node, project

PICTURE = TensorSpec(IMAGE, (8, 12, 12))
EVERYTHING = project(
    node("Conv2d", out_channels=16, padding="same", groups=2),
    node("BatchNorm2d"),
    node("PReLU"),
    node("ConvTranspose2d", out_channels=24),
    node("Flatten"),
    node("Linear", out_features=64, parametrization="weight_norm"),
    node("LayerNorm"),
    node("Linear", out_features=AUTO),
    sample=PICTURE,
)
SEQUENCE = project(
    node("LSTM", hidden_size=48, output="sequence"),
    node("MultiheadAttention", num_heads=4),
    node("GRU", hidden_size=32),
    node("Linear", out_features=AUTO),
    sample=SERIES,
)


def drawn(first: Project, scheme: str, seed: int = 0) -> nn.Module:
    analysis = analyse(first)
    assert analysis.call is not None, analysis.problems
    module = draw(analysis.call, seed)
    initialize(module, INITIALIZATIONS.make(scheme, {}), seed)
    return module


def spread(weight: Tensor) -> float:
    return float(weight.detach().square().mean().sqrt())


def expected(scheme: str, inputs: int, outputs: int) -> float:
    """The standard deviation that the papers give."""
    return math.sqrt(2 / inputs if "kaiming" in scheme else 2 / (inputs + outputs))


BY_SIZE = ("xavier_uniform", "xavier_normal", "kaiming_uniform", "kaiming_normal")


@pytest.mark.parametrize("scheme", BY_SIZE)
def test_weights_are_spread_by_the_inputs_and_outputs_of_a_neuron(scheme: str) -> None:
    module = drawn(EVERYTHING, scheme)
    grouped = module.get_submodule("conv2d_1").weight
    assert isinstance(grouped, Tensor)
    for group in grouped.chunk(2):
        assert spread(group) == pytest.approx(expected(scheme, 4 * 9, 8 * 9), rel=0.15)
    turned = module.get_submodule("convtranspose2d_1").weight
    assert isinstance(turned, Tensor)
    places = turned[0, 0].numel()
    wanted = expected(scheme, 16 * places, 24 * places)
    assert spread(turned) == pytest.approx(wanted, rel=0.1)
    normed = module.get_submodule("linear_1").weight
    assert isinstance(normed, Tensor)
    assert spread(normed) == pytest.approx(expected(scheme, normed.shape[1], 64), rel=0.05)
    if "uniform" in scheme:
        assert float(turned.detach().abs().max()) <= math.sqrt(3) * wanted


@pytest.mark.parametrize("scheme", BY_SIZE)
def test_gates_and_projections_are_drawn_each_by_itself(scheme: str) -> None:
    module = drawn(SEQUENCE, scheme)
    for name, inputs, outputs, parts in (
        ("lstm_1.weight_ih_l0", 6, 48, 4),
        ("lstm_1.weight_hh_l0", 48, 48, 4),
        ("multiheadattention_1.in_proj_weight", 48, 48, 3),
        ("gru_1.weight_hh_l0", 32, 32, 3),
    ):
        for part in module.get_parameter(name).chunk(parts):
            wanted = expected(scheme, inputs, outputs)
            assert spread(part) == pytest.approx(wanted, rel=0.15), name


def test_orthogonal_weights_are_rotations_part_by_part() -> None:
    module = drawn(SEQUENCE, "orthogonal")
    for part in module.get_parameter("lstm_1.weight_hh_l0").chunk(4):
        assert torch.allclose(part @ part.T, torch.eye(48), atol=1e-5)
    turned = drawn(EVERYTHING, "orthogonal").get_submodule("convtranspose2d_1").weight
    assert isinstance(turned, Tensor)
    rows = turned.transpose(0, 1).flatten(1)
    assert torch.allclose(rows @ rows.T, torch.eye(24), atol=1e-5)


def test_truncated_and_zero_weights_are_what_they_are_called() -> None:
    weight = drawn(EVERYTHING, "truncated_normal").get_submodule("convtranspose2d_1").weight
    assert isinstance(weight, Tensor)
    assert float(weight.detach().abs().max()) <= 0.04
    assert spread(weight) == pytest.approx(0.0176, rel=0.05)
    assert not drawn(SEQUENCE, "zeros").get_parameter("gru_1.weight_ih_l0").any()


@pytest.mark.parametrize("scheme", [name for name in INITIALIZATIONS.names() if name != "default"])
def test_biases_are_zero_and_whatever_is_no_weighted_sum_stays(scheme: str) -> None:
    before, after = (
        drawn(EVERYTHING, "default").state_dict(),
        drawn(EVERYTHING, scheme).state_dict(),
    )
    for name, value in after.items():
        if name.startswith(("batchnorm", "prelu", "layernorm")):
            assert torch.equal(value, before[name]), name
        elif name.endswith("bias"):
            assert not value.any(), name
    biases = [
        value for name, value in drawn(SEQUENCE, scheme).state_dict().items() if "bias" in name
    ]
    assert not any(bias.any() for bias in biases)


def test_word_vectors_are_of_variance_one_to_kaiming_and_padding_is_always_zero() -> None:
    for scheme, wanted in (("kaiming_normal", 1.0), ("xavier_normal", math.sqrt(2 / (500 + 32)))):
        table = nn.Embedding(500, 32, padding_idx=0)
        initialize(table, INITIALIZATIONS.make(scheme, {}), 0)
        assert spread(table.weight[1:]) == pytest.approx(wanted, rel=0.05)
        assert not table.weight[0].any()


def test_the_default_scheme_changes_nothing() -> None:
    analysis = analyse(EVERYTHING)
    assert analysis.call is not None
    plain = draw(analysis.call, 3).state_dict()
    same = drawn(EVERYTHING, "default", 3).state_dict()
    assert all(torch.equal(plain[name], same[name]) for name in plain)


@pytest.mark.parametrize("scheme", INITIALIZATIONS.names())
def test_a_seed_gives_one_start_and_leaves_all_other_chance_as_it_was(scheme: str) -> None:
    first = drawn(SEQUENCE, scheme, 5).state_dict()
    chance = torch.rand(3)
    again, other = (drawn(SEQUENCE, scheme, seed).state_dict() for seed in (5, 6))
    assert all(torch.equal(first[name], again[name]) for name in first)
    assert scheme == "zeros" or any(not torch.equal(first[name], other[name]) for name in first)
    drawn(SEQUENCE, "default", 5)
    assert torch.equal(torch.rand(3), chance)
