"""Vectors of token ids, of places and of patches."""

from __future__ import annotations

import math

import pytest
import torch
from torch import Tensor, nn

from netstudio.core.spec import IMAGE, SEQUENCE, TOKENS, TensorSpec
from netstudio.engine.network.analyse import analyse
from tests.layers.made import fault, layer, output
from tests.projects import PICTURE, SERIES, VECTOR, node, project

WORDS = TensorSpec(TOKENS, (10,), "int64", 30)


def test_an_embedding_has_a_vector_for_every_word_of_the_vocabulary() -> None:
    made = layer(WORDS, "Embedding", embedding_dim=7)
    assert isinstance(made, nn.Embedding)
    assert made.weight.shape == (30, 7)
    assert output(WORDS, node("Embedding", embedding_dim=7)) == TensorSpec(SEQUENCE, (10, 7))
    ids = torch.tensor([[0, 29, 3]])
    assert torch.equal(made(ids)[0], made.weight[[0, 29, 3]])


def test_the_vector_of_padding_is_zero_and_stays_so() -> None:
    made = layer(WORDS, "Embedding", mask_zero=True)
    made(torch.tensor([[0, 1, 0, 2]])).sum().backward()
    weight = made.get_parameter("weight")
    assert weight.grad is not None
    assert not weight[0].any()
    assert not weight.grad[0].any()
    assert weight.grad[1].all()


@pytest.mark.parametrize("sample", [VECTOR, SERIES, PICTURE])
def test_an_embedding_of_numbers_is_a_problem_and_its_fix_mends_it(sample: TensorSpec) -> None:
    first = project(node("Embedding"), node("Linear"), sample=sample)
    found = next(found for found in analyse(first).errors if found.code == "embedding-without-ids")
    assert found.fix is not None
    again = analyse(found.fix.apply(first)).errors
    assert "embedding-without-ids" not in {left.code for left in again}


@pytest.mark.parametrize("type_name", ["Linear", "Conv1d", "LSTM", "Dropout", "PositionalEncoding"])
def test_layers_that_calculate_refuse_token_ids_and_an_embedding_mends_it(type_name: str) -> None:
    calculating = node(type_name)
    found = fault(WORDS, calculating)
    assert found.fix is not None
    mended = found.fix.apply(project(calculating, sample=WORDS))
    assert [made.type for made in mended.network] == ["Embedding", type_name]


def test_sinusoidal_positions_are_the_waves_of_the_paper() -> None:
    made = layer(TensorSpec(SEQUENCE, (50, 8)), "PositionalEncoding")
    added = made(torch.zeros(1, 50, 8))[0]
    for step, pair in ((0, 0), (1, 0), (7, 1), (49, 3)):
        angle = step / 10_000 ** (2 * pair / 8)
        assert added[step, 2 * pair].item() == pytest.approx(math.sin(angle), abs=1e-5)
        assert added[step, 2 * pair + 1].item() == pytest.approx(math.cos(angle), abs=1e-5)


@pytest.mark.parametrize("encoding", ["sinusoidal", "learned"])
@pytest.mark.parametrize("features", [1, 7, 8])
def test_positions_tell_equal_steps_apart_and_allow_shorter_sequences(
    encoding: str, features: int
) -> None:
    torch.manual_seed(0)
    made = layer(TensorSpec(SEQUENCE, (12, features)), "PositionalEncoding", encoding=encoding)
    added = made(torch.zeros(2, 12, features))
    assert torch.equal(added[0], added[1])
    assert len(added[0].unique(dim=0)) == 12
    assert torch.equal(made(torch.zeros(2, 5, features)), added[:, :5])


def test_fixed_positions_are_kept_with_the_model_but_not_learned() -> None:
    fixed = layer(SERIES, "PositionalEncoding")
    learned = layer(SERIES, "PositionalEncoding", encoding="learned")
    assert set(fixed.state_dict()) == set(learned.state_dict()) == {"positions"}
    assert not list(fixed.parameters())
    assert len(list(learned.parameters())) == 1


def test_a_patch_becomes_a_weighted_sum_of_its_pixels_row_by_row() -> None:
    sample = TensorSpec(IMAGE, (3, 8, 12))
    made = layer(sample, "PatchEmbedding", embed_dim=5, patch_size=[4, 6])
    assert output(sample, node("PatchEmbedding", embed_dim=5, patch_size=[4, 6])).sizes == (4, 5)
    x = torch.randn(2, *sample.sizes)
    assert torch.allclose(made(x), _by_hand(made, x), atol=1e-5)


def _by_hand(made: nn.Module, x: Tensor) -> Tensor:
    weight, bias = made.get_parameter("weight"), made.get_parameter("bias")
    patches = [x[:, :, i : i + 4, j : j + 6] for i in (0, 4) for j in (0, 6)]
    return torch.stack([patch.flatten(1) @ weight.flatten(1).T + bias for patch in patches], 1)


def test_patches_that_leave_a_rest_are_a_problem_and_a_size_that_fits_is_offered() -> None:
    sample = TensorSpec(IMAGE, (1, 28, 30))
    made = node("PatchEmbedding", patch_size=[8, 8])
    found = fault(sample, made)
    assert (found.code, found.field) == ("patches-do-not-fit", "patch_size")
    assert "28×30 into patches of 8×8" in str(found.text)
    assert found.fix is not None
    (mended,) = found.fix.apply(project(made, sample=sample)).network
    assert mended.fields["patch_size"] == (7, 6)
    output(sample, mended)


def test_the_class_token_comes_first_and_is_the_same_for_every_sample() -> None:
    made = layer(SERIES, "ClassToken")
    x = torch.randn(3, *SERIES.sizes)
    y = made(x)
    assert torch.equal(y[:, 1:], x)
    assert torch.equal(y[:, 0], made.get_parameter("token")[0].expand(3, -1))
    assert output(SERIES, node("ClassToken")) == TensorSpec(SEQUENCE, (11, 6))
