"""Every layer of the catalogue was trained, in a network that then could do something."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest
from torch import nn

from netstudio.core.layer import LayerDef, Role
from netstudio.core.spec import FEATURES, IMAGE, SEQUENCE, TOKENS, TensorSpec
from netstudio.core.tree import Node, Stack
from netstudio.layers import LAYERS
from tests.layers.lessons import (
    BODIES,
    SEEN,
    Lesson,
    bending_lesson,
    loud_patterns,
    raised_patterns,
    two_patterns,
    two_sorts_of_words,
    usual_lesson,
)
from tests.projects import node

VECTOR = TensorSpec(FEATURES, (12,))
SERIES = TensorSpec(SEQUENCE, (10, 6))
PICTURE = TensorSpec(IMAGE, (3, 10, 12))
WORDS = TensorSpec(TOKENS, (10,), "int64", 8)

# The loss of who cannot tell the two classes apart is 0.69.
LEARNED = 0.4
NOTHING_LEARNED = 0.6

# Layers with a lesson of their own; all others have the usual one on their example.
LESSONS: dict[str, Callable[[], Lesson]] = {
    "Embedding": lambda: usual_lesson(
        node("Embedding", embedding_dim=4), WORDS, two_sorts_of_words
    ),
    "Hardsigmoid": lambda: replace(
        bending_lesson(node("Hardsigmoid"), VECTOR, loud_patterns), steps=200
    ),
    "LogSoftmax": lambda: bending_lesson(node("LogSoftmax"), VECTOR, loud_patterns),
    "LPPool1d": lambda: usual_lesson(node("LPPool1d"), SERIES, raised_patterns),
    "LPPool2d": lambda: usual_lesson(node("LPPool2d"), PICTURE, raised_patterns),
}

# Settings that save time.
SMALLER: Mapping[str, Mapping[str, object]] = {
    "ConvTranspose2d": {"out_channels": 4},
    "ConvTranspose3d": {"out_channels": 2},
    "TransformerEncoderLayer": {"dim_feedforward": 32},
}

every_layer = pytest.mark.parametrize("cls", [*LAYERS], ids=lambda cls: cls.type)


def made(cls: type[LayerDef]) -> Node:
    """A layer, with something in it where it can hold something."""
    layer = node(cls.type, **SMALLER.get(cls.type, {}))
    for slot in cls.slots:
        layer = layer.with_slot(slot, Stack(BODIES[cls.example.axes]()))
    return layer


def lesson_for(cls: type[LayerDef]) -> Lesson:
    if (own := LESSONS.get(cls.type)) is not None:
        return own()
    lesson = bending_lesson if cls.role is Role.ACTIVATION else usual_lesson
    return lesson(made(cls), cls.example)


def own_weights(module: nn.Module, cls: type[LayerDef]) -> list[nn.Parameter]:
    """The weights of the one layer of this type, which comes first among those of its name."""
    return [*module.get_submodule(f"{cls.type.lower()}_1").parameters()]


@every_layer
def test_a_network_that_contains_it_learns(cls: type[LayerDef]) -> None:
    lesson = lesson_for(cls)
    module = lesson.module()
    before = lesson.loss(module)
    lesson.teach(module, module.parameters())
    assert before > NOTHING_LEARNED
    assert lesson.loss(module) < LEARNED


@every_layer
def test_its_weights_alone_can_learn_something(cls: type[LayerDef]) -> None:
    lesson = lesson_for(cls)
    module = lesson.module()
    weights = own_weights(module, cls)
    if not weights:
        return
    before = lesson.loss(module, SEEN)
    lesson.teach(module, weights)
    assert lesson.loss(module, SEEN) < 0.98 * before


@pytest.mark.parametrize(
    "cls", [cls for cls in LAYERS if cls.role is Role.ACTIVATION], ids=lambda cls: cls.type
)
def test_without_its_bend_a_network_of_linear_layers_learns_nothing(cls: type[LayerDef]) -> None:
    lesson = lesson_for(cls)
    straight = Lesson((lesson.nodes[0], lesson.nodes[-1]), lesson.sample, lesson.draw)
    module = straight.module()
    straight.teach(module, module.parameters())
    assert straight.loss(module) > NOTHING_LEARNED


@pytest.mark.parametrize("parametrization", ["weight_norm", "spectral_norm"])
@pytest.mark.parametrize(
    ("type_name", "sample"), [("Linear", VECTOR), ("Conv1d", SERIES), ("Conv2d", PICTURE)]
)
def test_weights_in_another_form_learn(
    type_name: str, sample: TensorSpec, parametrization: str
) -> None:
    layer = node(type_name, parametrization=parametrization)
    lesson = usual_lesson(layer, sample, two_patterns)
    module = lesson.module()
    lesson.teach(module, module.parameters())
    assert lesson.loss(module) < LEARNED


def test_lessons_are_for_layers_that_exist() -> None:
    assert {*LESSONS, *SMALLER} <= {*LAYERS.names()}
