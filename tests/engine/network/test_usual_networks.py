"""Networks as people build them are free of problems."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from netstudio.core.kinds import AUTO
from netstudio.core.project import Project
from netstudio.core.spec import IMAGE, TOKENS, TensorSpec
from netstudio.core.tree import Node, Stack
from netstudio.engine.network.analyse import analyse
from tests.projects import SERIES, VECTOR, node, project

DIGIT = TensorSpec(IMAGE, (1, 28, 28))
PHOTO = TensorSpec(IMAGE, (3, 32, 32))
WORDS = TensorSpec(TOKENS, (24,), "int64", vocabulary=500)


def classes() -> Node:
    return node("Linear", out_features=AUTO)


def conv(filters: int, kernel: int = 3, **fields: object) -> Node:
    padding = fields.pop("padding", kernel // 2)
    return node("Conv2d", out_channels=filters, kernel_size=kernel, padding=padding, **fields)


def bn_relu() -> tuple[Node, Node]:
    return node("BatchNorm2d"), node("ReLU")


def branches(merge: str, *bodies: tuple[Node, ...]) -> Node:
    made = node("Parallel", merge=merge)
    for number, body in enumerate(bodies, 1):
        made = made.with_slot(f"branch_{number}", Stack(body))
    return made


def lenet() -> Project:
    features = [conv(6, 5), node("Tanh"), node("AvgPool2d"), conv(16, 5, padding=0), node("Tanh")]
    head = [node("Linear", out_features=120), node("Tanh"), node("Linear", out_features=84)]
    rest = [node("AvgPool2d"), node("Flatten"), *head, node("Tanh"), classes()]
    return project(*features, *rest, sample=DIGIT)


def vgg() -> Project:
    blocks = [
        layer
        for filters in (16, 32)
        for layer in (conv(filters), *bn_relu(), conv(filters), *bn_relu(), node("MaxPool2d"))
    ]
    head = [node("Flatten"), node("Linear"), node("ReLU"), node("Dropout"), classes()]
    return project(*blocks, *head, sample=PHOTO)


def resnet() -> Project:
    def block(filters: int, stride: int = 1) -> tuple[Node, Node]:
        body = [conv(filters, stride=stride, bias=False), *bn_relu(), conv(filters, bias=False)]
        return node("Residual", *body, node("BatchNorm2d")), node("ReLU")

    stem = [conv(16, bias=False), *bn_relu()]
    blocks = [*block(16), *block(32, 2), *block(64, 2)]
    return project(*stem, *blocks, node("GlobalAvgPool"), classes(), sample=PHOTO)


def preactivated_resnet() -> Project:
    body = [*bn_relu(), conv(16, bias=False), *bn_relu(), conv(16, bias=False)]
    many = node("Repeat", node("Residual", *body), times=3)
    return project(conv(16), many, *bn_relu(), node("GlobalAvgPool"), classes(), sample=PHOTO)


def mobilenet() -> Project:
    def inverted(filters: int, stride: int) -> tuple[Node, ...]:
        return (
            conv(6 * filters, 1),
            node("BatchNorm2d"),
            node("ReLU6"),
            node("DepthwiseConv2d", kernel_size=3, padding=1, stride=stride),
            node("BatchNorm2d"),
            node("ReLU6"),
            conv(filters, 1),
            node("BatchNorm2d"),
        )

    blocks = [node("Group", *inverted(8, 2)), node("Group", *inverted(16, 2))]
    stem = [conv(8), node("BatchNorm2d"), node("ReLU6")]
    last = [conv(32, 1), *bn_relu(), node("GlobalAvgPool"), node("Dropout"), classes()]
    return project(*stem, *blocks, *last, sample=PHOTO)


def first_mobilenet() -> Project:
    separable = [node("DepthwiseConv2d", padding=1), *bn_relu(), conv(32, 1), *bn_relu()]
    plain = [node("SeparableConv2d", out_channels=32), *bn_relu()]
    bare = [conv(32, 3, groups=32), conv(64, 1), node("ReLU")]
    layers = [conv(16), *bn_relu(), *separable, *plain, *bare]
    return project(*layers, node("GlobalAvgPool"), classes(), sample=PHOTO)


def inception() -> Project:
    block = branches(
        "concat",
        (conv(8, 1), node("ReLU")),
        (conv(4, 1), node("ReLU"), conv(8, 3), node("ReLU")),
        (node("MaxPool2d", kernel_size=3, stride=1, padding=1), conv(4, 1), node("ReLU")),
    )
    return project(conv(16), node("ReLU"), block, node("GlobalAvgPool"), classes(), sample=PHOTO)


def densenet() -> Project:
    dense = branches("concat", (), (*bn_relu(), conv(12)))
    transition = [*bn_relu(), conv(16, 1), node("AvgPool2d")]
    many = [node("Repeat", dense, times=3), *transition, node("Repeat", dense, times=2)]
    return project(conv(16), *many, *bn_relu(), node("GlobalAvgPool"), classes(), sample=PHOTO)


def squeeze_and_excitation() -> Project:
    body = [conv(16), *bn_relu(), conv(16), node("BatchNorm2d"), node("SqueezeExcitation")]
    blocks = [conv(16), *bn_relu(), node("Residual", *body), node("ReLU")]
    return project(*blocks, node("GlobalAvgPool"), classes(), sample=PHOTO)


def vision_transformer() -> Project:
    encoder = node("TransformerEncoderLayer", nhead=4, dim_feedforward=64)
    layers = [
        node("PatchEmbedding", embed_dim=32, patch_size=4),
        node("ClassToken"),
        node("PositionalEncoding"),
        node("Repeat", encoder, times=2),
        node("LayerNorm"),
        node("SelectStep"),
    ]
    return project(*layers, classes(), sample=PHOTO)


def text_network() -> Project:
    layers = [node("Conv1d"), node("ReLU"), node("GlobalMaxPool"), node("Dropout")]
    return project(node("Embedding"), *layers, classes(), sample=WORDS)


def row_by_row() -> Project:
    return project(node("ToSequence"), node("LSTM", output="last"), classes(), sample=DIGIT)


def two_recurrent_layers() -> Project:
    layers = [node("GRU", output="sequence"), node("Dropout"), node("GRU", output="last")]
    return project(*layers, node("Linear"), node("ReLU"), classes(), sample=SERIES)


def transformer_by_hand() -> Project:
    attention = node("Residual", node("LayerNorm"), node("MultiheadAttention", num_heads=2))
    feed = [node("LayerNorm"), node("Linear"), node("GELU"), node("Linear", out_features=8)]
    layers = [node("Linear", out_features=8), node("PositionalEncoding"), attention]
    rest = [node("Residual", *feed, node("Dropout")), node("GlobalAvgPool")]
    return project(*layers, *rest, classes(), sample=SERIES)


def convnext() -> Project:
    inner = [node("DepthwiseConv2d", kernel_size=7, padding=3), node("GroupNorm", num_groups=1)]
    mixed = [node("Conv2d", out_channels=64, kernel_size=1), node("GELU")]
    narrowed = [node("Conv2d", out_channels=16, kernel_size=1), node("StochasticDepth")]
    stem = node("Conv2d", out_channels=16, kernel_size=4, stride=4)
    layers = [stem, node("Residual", *inner, *mixed, *narrowed), node("GlobalAvgPool")]
    return project(*layers, node("LayerNorm"), classes(), sample=PHOTO)


def temporal_convolutions() -> Project:
    def reaching(dilation: int) -> list[Node]:
        padding = node("ZeroPad1d", padding=[2 * dilation, 0])
        conv = node("Conv1d", dilation=dilation, parametrization="weight_norm")
        return [padding, conv, node("ReLU"), node("Dropout")]

    blocks = [node("Residual", *reaching(step), *reaching(step)) for step in (1, 2, 4)]
    activated = [layer for block in blocks for layer in (block, node("ReLU"))]
    return project(*activated, node("SelectStep"), classes(), sample=SERIES)


def mlp() -> Project:
    hidden = [node("Linear"), node("BatchNorm1d"), node("ReLU"), node("Dropout")]
    return project(*hidden, node("Linear"), node("PReLU"), classes(), sample=VECTOR)


def softmax_regression() -> Project:
    return project(node("Flatten"), classes(), sample=DIGIT)


USUAL = [
    lenet,
    vgg,
    resnet,
    preactivated_resnet,
    mobilenet,
    first_mobilenet,
    inception,
    densenet,
    squeeze_and_excitation,
    vision_transformer,
    text_network,
    row_by_row,
    two_recurrent_layers,
    transformer_by_hand,
    convnext,
    temporal_convolutions,
    mlp,
    softmax_regression,
]


@pytest.mark.parametrize("make", USUAL, ids=lambda make: make.__name__)
def test_a_usual_network_is_free_of_problems(make: Callable[[], Project]) -> None:
    analysis = analyse(make())
    assert [str(problem.text) for problem in analysis.problems] == []
    assert analysis.call is not None
