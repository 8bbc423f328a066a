"""Attention: who sees whom, what a head is, and what pools what."""

from __future__ import annotations

import pytest
import torch
from torch import Tensor, nn

from netstudio.core.spec import FEATURES, SEQUENCE, TensorSpec
from netstudio.engine.network.analyse import analyse
from tests.layers.made import fault, layer, output, report
from tests.projects import node, project

STEPS = TensorSpec(SEQUENCE, (10, 12))
TYPES = ("MultiheadAttention", "TransformerEncoderLayer")
HEADS = {"MultiheadAttention": "num_heads", "TransformerEncoderLayer": "nhead"}
every_type = pytest.mark.parametrize("type_name", TYPES)


def batch() -> Tensor:
    return torch.randn(3, *STEPS.sizes, generator=torch.Generator().manual_seed(1))


@every_type
@pytest.mark.parametrize("is_causal", [False, True])
@pytest.mark.parametrize("gradients", [False, True])
def test_a_causal_step_sees_only_itself_and_earlier_ones(
    type_name: str, is_causal: bool, gradients: bool
) -> None:
    torch.manual_seed(0)
    made = layer(STEPS, type_name, is_causal=is_causal).eval()
    x = batch()
    later = x.clone()
    later[:, 6:] = 9 * x[:, 6:].flip(0)
    with torch.set_grad_enabled(gradients):
        before, after = made(x)[:, :6], made(later)[:, :6]
    assert torch.allclose(before, after, atol=1e-5) is is_causal
    assert not torch.allclose(made(x)[:, 6:], made(later)[:, 6:], atol=1e-3)


@every_type
def test_without_positions_the_order_of_the_steps_makes_no_difference(type_name: str) -> None:
    torch.manual_seed(0)
    made = layer(STEPS, type_name).eval()
    order = torch.randperm(10, generator=torch.Generator().manual_seed(2))
    assert torch.allclose(made(batch())[:, order], made(batch()[:, order]), atol=1e-5)


@every_type
@pytest.mark.parametrize("is_causal", [False, True])
def test_it_gives_the_same_with_and_without_gradients(type_name: str, is_causal: bool) -> None:
    torch.manual_seed(0)
    made = layer(STEPS, type_name, is_causal=is_causal).eval()
    with torch.no_grad():
        without = made(batch())
    assert torch.allclose(without, made(batch()), atol=1e-5)


def test_it_computes_what_torchs_own_attention_computes() -> None:
    ours = layer(STEPS, "MultiheadAttention", num_heads=3)
    theirs = nn.MultiheadAttention(12, 3, batch_first=True)
    theirs.load_state_dict(ours.state_dict())
    x = batch()
    assert torch.allclose(ours(x), theirs(x, x, x)[0], atol=1e-6)


def test_a_causal_block_has_the_weights_of_any_other() -> None:
    causal = layer(STEPS, "TransformerEncoderLayer", is_causal=True)
    plain = layer(STEPS, "TransformerEncoderLayer")
    assert type(plain) is nn.TransformerEncoderLayer
    plain.load_state_dict(causal.state_dict())


@every_type
def test_the_heads_must_divide_the_features_and_the_nearest_number_that_does_is_offered(
    type_name: str,
) -> None:
    made = node(type_name, **{HEADS[type_name]: 5})
    found = fault(STEPS, made)
    assert (found.code, found.field) == ("heads-do-not-divide", HEADS[type_name])
    assert "12 features to 5 heads" in str(found.text)
    assert found.fix is not None
    (mended,) = found.fix.apply(project(made, sample=STEPS)).network
    assert mended.fields[HEADS[type_name]] == 4


def test_operations_are_those_of_the_projections_and_of_every_pair_of_steps() -> None:
    steps, width = STEPS.sizes
    attention = 2 * (steps * width * 4 * width + 2 * steps * steps * width)
    assert report(STEPS, node("MultiheadAttention")).flops == attention
    block = node("TransformerEncoderLayer", dim_feedforward=40)
    assert report(STEPS, block).flops == attention + 2 * (2 * steps * width * 40)


@pytest.mark.parametrize("changed", [{"norm_first": True}, {"activation": "gelu"}])
def test_settings_of_a_block_change_what_it_computes(changed: dict[str, object]) -> None:
    plain = layer(STEPS, "TransformerEncoderLayer").eval()
    other = layer(STEPS, "TransformerEncoderLayer", **changed).eval()
    other.load_state_dict(plain.state_dict())
    assert not torch.allclose(plain(batch()), other(batch()), atol=1e-3)


def test_attention_pooling_takes_a_mean_whose_weights_add_up_to_one() -> None:
    made = layer(STEPS, "AttentionPooling")
    constant = torch.randn(3, 1, 12).expand(3, 10, 12)
    assert torch.allclose(made(constant), constant[:, 0], atol=1e-5)
    pooled = made(batch())
    assert (pooled <= batch().amax(1)).all()
    assert (pooled >= batch().amin(1)).all()


def test_attention_pooling_prefers_the_steps_that_score_high() -> None:
    made = layer(STEPS, "AttentionPooling", hidden_size=1)
    with torch.no_grad():
        made.get_parameter("hidden.weight").copy_(torch.eye(12)[:1] * 50)
        made.get_parameter("hidden.bias").zero_()
        made.get_parameter("score.weight").fill_(50)
    x = batch().clamp(-1, -0.5)
    x[:, 4, 0] = 1
    assert torch.allclose(made(x), x[:, 4], atol=1e-5)


@pytest.mark.parametrize(("step", "index"), [("last", 9), ("first", 0)])
def test_one_step_is_selected(step: str, index: int) -> None:
    assert torch.equal(layer(STEPS, "SelectStep", step=step)(batch()), batch()[:, index])
    assert output(STEPS, node("SelectStep", step=step)) == TensorSpec(FEATURES, (12,))


def test_a_vision_transformer_is_built_from_these_layers() -> None:
    picture = TensorSpec(("channels", "height", "width"), (1, 28, 28))
    made = project(
        node("PatchEmbedding", embed_dim=48, patch_size=[7, 7]),
        node("ClassToken"),
        node("PositionalEncoding", encoding="learned"),
        node(
            "Repeat",
            node("TransformerEncoderLayer", nhead=4, dim_feedforward=96, norm_first=True),
            times=4,
        ),
        node("LayerNorm"),
        node("SelectStep", step="first"),
        node("Linear", out_features="auto"),
        sample=picture,
    )
    analysis = analyse(made)
    assert not analysis.problems
    shapes = [found.output.shape for found in analysis.layers.values() if found.output]
    assert shapes == ["16×48", "17×48", "17×48", "17×48", "17×48", "17×48", "48", "10"]
