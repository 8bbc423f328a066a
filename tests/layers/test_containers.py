"""Containers: branches, shortcuts and copies, and the well-known networks made of them."""

from __future__ import annotations

import pytest
import torch
from torch import nn

from netstudio.core.spec import FEATURES, IMAGE, SEQUENCE, TOKENS, VOLUME, TensorSpec
from netstudio.core.tree import Node, Stack
from netstudio.engine.network.analyse import analyse
from netstudio.engine.resolve import build
from tests.layers.made import fault, module, output, report
from tests.projects import PICTURE, SERIES, VECTOR, network, node, project

WORDS = TensorSpec(TOKENS, (10,), "int64", 30)
SOLID = TensorSpec(VOLUME, (3, 4, 6, 8))


def parallel(*branches: tuple[Node, ...], merge: str = "concat") -> Node:
    """Branches side by side, each with layers of names that no other has."""
    together = iter(network(*(made for branch in branches for made in branch)))
    made = node("Parallel", merge=merge)
    for number, branch in enumerate(branches, 1):
        made = made.with_slot(f"branch_{number}", Stack(tuple(next(together) for _ in branch)))
    return made


def conv(filters: int, kernel: int = 3, stride: int = 1) -> Node:
    padding = "same" if stride == 1 else kernel // 2
    return node("Conv2d", out_channels=filters, kernel_size=kernel, stride=stride, padding=padding)


@pytest.mark.parametrize(
    ("merge", "expected"),
    [("add", 6.0), ("mean", 2.0), ("multiply", 0.0), ("max", 5.0)],
)
def test_branches_are_merged_number_by_number(merge: str, expected: float) -> None:
    made = parallel((), (node("ReLU"),), (node("Linear", out_features=12),), merge=merge)
    built = module(VECTOR, made)
    with torch.no_grad():
        built.get_parameter("branch_3.linear_1.weight").zero_()
        built.get_parameter("branch_3.linear_1.bias").fill_(5.0 if merge != "multiply" else 0.0)
    given = {"add": 0.5, "mean": 0.5, "multiply": 3.0, "max": -1.0}[merge]
    assert torch.allclose(built(torch.full((2, 12), given)), torch.full((2, 12), expected))


@pytest.mark.parametrize(
    ("sample", "joined"),
    [
        (VECTOR, (24,)),
        (SERIES, (10, 12)),
        (PICTURE, (6, 10, 12)),
        (SOLID, (6, 4, 6, 8)),
    ],
)
def test_outputs_are_joined_along_channels_or_features(
    sample: TensorSpec, joined: tuple[int, ...]
) -> None:
    made = parallel((), (node("ReLU"),))
    assert output(sample, made) == TensorSpec(sample.axes, joined)
    x = torch.randn(2, *sample.sizes)
    dim = 2 if sample.axes == SEQUENCE else 1
    assert torch.equal(module(sample, made)(x), torch.cat((x, x.relu()), dim))


def test_branches_of_different_size_are_a_problem_that_tells_the_sizes() -> None:
    made = parallel((conv(4),), (conv(4, stride=2),), merge="add")
    found = fault(PICTURE, made)
    assert found.code == "branches-do-not-merge"
    assert "4×10×12, 4×5×6" in str(found.text)
    assert "Add" in str(found.text)


def test_branches_with_other_channels_can_be_joined_but_not_added() -> None:
    branches = ((conv(4),), (conv(5),))
    assert output(PICTURE, parallel(*branches)).sizes == (9, 10, 12)
    assert fault(PICTURE, parallel(*branches, merge="add")).code == "branches-do-not-merge"


@pytest.mark.parametrize(
    "made",
    [
        node("Residual"),
        node("Residual", node("Embedding")),
        parallel((), ()),
        parallel((), (node("Embedding"),)),
    ],
    ids=["residual", "residual of an embedding", "branches", "one branch without embedding"],
)
def test_token_ids_are_not_added_or_joined(made: Node) -> None:
    found = fault(WORDS, made)
    assert found.code == "ids-cannot-be-merged"
    assert "Embedding" in str(found.text)


def test_containers_that_only_hold_layers_pass_token_ids_on() -> None:
    embedding = node("Embedding", embedding_dim=8)
    for container in (node("Group"), node("Repeat"), node("Repeat", shared=True)):
        assert output(WORDS, container, embedding) == TensorSpec(SEQUENCE, (10, 8))
    assert output(WORDS, node("Group", embedding)) == TensorSpec(SEQUENCE, (10, 8))


def test_several_embeddings_of_the_same_ids_are_joined() -> None:
    made = parallel((node("Embedding", embedding_dim=8),), (node("Embedding", embedding_dim=4),))
    assert output(WORDS, made) == TensorSpec(SEQUENCE, (10, 12))


# Bodies that change the shape, each on its sort of input.
CHANGING: dict[str, tuple[TensorSpec, Node]] = {
    "features": (VECTOR, node("Linear", out_features=20)),
    "sequence": (SERIES, node("Linear", out_features=9)),
    "shorter sequence": (SERIES, node("Conv1d", out_channels=9, stride=2, padding=1)),
    "picture": (PICTURE, conv(8, stride=2)),
    "volume": (SOLID, node("Conv3d", out_channels=8, kernel_size=1, stride=2)),
}


@pytest.mark.parametrize("kind", CHANGING)
def test_a_projection_is_the_smallest_learned_map_to_the_new_shape(kind: str) -> None:
    sample, body = CHANGING[kind]
    built = module(sample, node("Residual", body))
    shortcut = built.get_submodule("shortcut")
    x = torch.randn(2, *sample.sizes)
    before, after = sample, output(sample, body)
    channel = before.axes.index("features") if "features" in before.axes else 0
    count = sum(weights.numel() for weights in shortcut.parameters())
    assert count == before.sizes[channel] * after.sizes[channel]
    assert torch.equal(built(x), built.get_submodule("body")(x) + shortcut(x))


@pytest.mark.parametrize("kind", CHANGING)
def test_a_padded_shortcut_leaves_out_places_and_adds_channels_of_zeros(kind: str) -> None:
    sample, body = CHANGING[kind]
    built = module(sample, node("Residual", body, shortcut="padded"))
    shortcut = built.get_submodule("shortcut")
    assert not list(shortcut.parameters())
    x = torch.randn(2, *sample.sizes)
    y = shortcut(x)
    assert y.shape[1:] == output(sample, body).sizes
    dim = 1 + (sample.axes.index("features") if "features" in sample.axes else 0)
    added = y.shape[dim] - x.shape[dim]
    kept = y.narrow(dim, added // 2, x.shape[dim])
    halves = [axis != dim and x.shape[axis] != y.shape[axis] for axis in range(x.ndim)]
    assert torch.equal(kept, x[tuple(slice(None, None, 2 if half else 1) for half in halves)])
    assert y.count_nonzero() == kept.count_nonzero()


@pytest.mark.parametrize("shortcut", ["projection", "padded"])
def test_nothing_stands_in_the_shortcut_where_the_body_keeps_the_shape(shortcut: str) -> None:
    built = module(PICTURE, node("Residual", conv(3), shortcut=shortcut))
    assert set(built.state_dict()) == {"body.conv2d_1.weight", "body.conv2d_1.bias"}


def test_a_padded_shortcut_cannot_take_channels_away_but_a_projection_can() -> None:
    found = fault(PICTURE, node("Residual", conv(2), shortcut="padded"))
    assert (found.code, found.field) == ("residual-shapes-differ", "shortcut")
    assert "Choose a learned projection" in str(found.text)
    output(PICTURE, node("Residual", conv(2)))


def test_a_body_that_enlarges_its_input_is_matched_by_no_shortcut() -> None:
    for shortcut in ("projection", "padded"):
        found = fault(PICTURE, node("Residual", node("Upsample"), shortcut=shortcut))
        assert (found.code, found.field) == ("residual-shapes-differ", None)
        assert "3×10×12 to 3×20×24" in str(found.text)


def test_an_inception_block_joins_four_branches() -> None:
    pool = node("MaxPool2d", kernel_size=3, stride=1, padding=1)
    block = parallel(
        (conv(16, 1),), (conv(8, 1), conv(24)), (conv(4, 1), conv(8, 5)), (pool, conv(8, 1))
    )
    sample = TensorSpec(IMAGE, (12, 14, 14))
    assert output(sample, block).sizes == (56, 14, 14)
    by_hand = (12 * 16 + 16) + (12 * 8 + 8 + 8 * 24 * 9 + 24) + (12 * 4 + 4 + 4 * 8 * 25 + 8)
    assert report(sample, block).parameters == by_hand + (12 * 8 + 8)


def test_a_dense_block_grows_by_the_same_number_of_channels_each_time() -> None:
    grow = (node("BatchNorm2d"), node("ReLU"), conv(12))
    block = node("Repeat", parallel((), grow), times=4)
    assert output(PICTURE, block).sizes == (3 + 4 * 12, 10, 12)
    built = module(PICTURE, block)
    inputs = [made.in_channels for made in built.modules() if isinstance(made, nn.Conv2d)]
    assert inputs == [3, 15, 27, 39]


def test_nested_branches_have_skips_across_all_depths_like_u_net() -> None:
    def level(filters: int, *below: Node) -> tuple[Node, ...]:
        down = node("MaxPool2d", kernel_size=2)
        return (conv(filters), parallel((), (down, *below, node("Upsample"))), conv(filters))

    sample = TensorSpec(IMAGE, (3, 16, 24))
    unet = node("Group", *network(*level(4, *level(8, *level(16, conv(32))))))
    first = project(unet, sample=sample)
    analysis = analyse(first)
    assert analysis.output == TensorSpec(IMAGE, (4, 16, 24))
    assert analysis.call is not None
    built = build(analysis.call)
    convolutions = [made for made in built.modules() if isinstance(made, nn.Conv2d)]
    channels = [(made.in_channels, made.out_channels) for made in convolutions]
    assert channels == [(3, 4), (4, 8), (8, 16), (16, 32), (48, 16), (24, 8), (12, 4)]
    assert built(torch.randn(2, *sample.sizes)).shape == (2, 4, 16, 24)


def test_copies_that_share_weights_pass_the_same_layer_again() -> None:
    once = module(VECTOR, node("Repeat", node("Linear", out_features=12), times=3, shared=True))
    x = torch.randn(2, 12)
    linear = once.get_submodule("body.linear_1")
    assert torch.equal(once(x), linear(linear(linear(x))))
    assert output(TensorSpec(FEATURES, (12,)), node("Repeat", node("ReLU"), times=9)).sizes == (12,)
