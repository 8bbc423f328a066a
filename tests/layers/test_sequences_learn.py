"""What sequences can tell only to layers that remember, look elsewhere or know the order."""

from __future__ import annotations

import pytest
import torch
from torch import Tensor

from netstudio.core.spec import SEQUENCE, TensorSpec
from netstudio.core.tree import Node
from tests.layers.lessons import Lesson
from tests.projects import node

SERIES = TensorSpec(SEQUENCE, (8, 4))
LEARNED = 0.4
NOTHING_LEARNED = 0.6


def which_came_first(
    x: TensorSpec, count: int, generator: torch.Generator
) -> tuple[Tensor, Tensor]:
    """Two marks at two different steps; the class says which of them comes first."""
    places = torch.rand(count, x.sizes[0], generator=generator).argsort(1)[:, :2]
    series = torch.randn(count, *x.sizes, generator=generator) / 10
    for mark in (0, 1):
        series[torch.arange(count), places[:, mark], mark] += 2
    return series, (places[:, 0] < places[:, 1]).long()


def what_is_marked(x: TensorSpec, count: int, generator: torch.Generator) -> tuple[Tensor, Tensor]:
    """Strong signs at all steps and a mark at one; the class is the sign at that one."""
    series = torch.randn(count, *x.sizes, generator=generator) / 10
    signs = torch.randint(0, 2, (count, x.sizes[0]), generator=generator)
    series[:, :, 1] += signs * 4 - 2
    place = torch.randint(0, x.sizes[0], (count,), generator=generator)
    series[torch.arange(count), place, 0] += 3
    return series, signs[torch.arange(count), place]


def loss_after(lesson: Lesson) -> float:
    module = lesson.module()
    lesson.teach(module, module.parameters())
    return lesson.loss(module)


def lesson_of(*nodes: Node, ordered: bool) -> Lesson:
    draw = which_came_first if ordered else what_is_marked
    return Lesson((*nodes, node("Linear", out_features="auto")), SERIES, draw, steps=150)


@pytest.mark.parametrize("type_name", ["RNN", "LSTM", "GRU"])
def test_a_recurrent_layer_remembers_what_came_first(type_name: str) -> None:
    assert loss_after(lesson_of(node(type_name, hidden_size=16), ordered=True)) < LEARNED


@pytest.mark.parametrize(("positions", "learns"), [(True, True), (False, False)])
def test_a_transformer_knows_what_came_first_from_the_positions(
    positions: bool, learns: bool
) -> None:
    wide = node("Linear", out_features=16)
    places = (node("PositionalEncoding"),) if positions else ()
    block = node("TransformerEncoderLayer", dim_feedforward=32, dropout=0.0)
    loss = loss_after(lesson_of(wide, *places, block, node("GlobalAvgPool"), ordered=True))
    assert loss < LEARNED if learns else loss > NOTHING_LEARNED


@pytest.mark.parametrize(
    "pooling",
    [
        (node("AttentionPooling", hidden_size=8),),
        (node("ClassToken"), node("MultiheadAttention"), node("SelectStep", step="first")),
    ],
    ids=["pooling", "class token"],
)
def test_attention_picks_what_is_marked(pooling: tuple[Node, ...]) -> None:
    assert loss_after(lesson_of(*pooling, ordered=False)) < LEARNED


def test_a_mean_over_time_knows_neither_what_is_marked_nor_what_came_first() -> None:
    for ordered in (True, False):
        assert loss_after(lesson_of(node("GlobalAvgPool"), ordered=ordered)) > 0.5
