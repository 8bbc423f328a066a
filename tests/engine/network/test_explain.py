"""A network in plain words: whole sentences, of every layer, without slips of the plural."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from hypothesis import given, settings

from netstudio.core.kinds import AUTO
from netstudio.core.project import Project
from netstudio.core.spec import TOKENS, TensorSpec
from netstudio.core.translate import fill
from netstudio.core.tree import Stack, walk
from netstudio.engine.network.analyse import analyse
from netstudio.engine.network.explain import Explanation, LayerExplanation, explain
from netstudio.layers import LAYERS
from tests.projects import PICTURE, VECTOR, node, project
from tests.strategies import projects


def explained(first: Project) -> Explanation:
    return explain(first, analyse(first))


def all_layers(layers: tuple[LayerExplanation, ...]) -> Iterator[LayerExplanation]:
    for layer in layers:
        yield layer
        for branch in layer.branches:
            yield from all_layers(branch.layers)


def words(layer: LayerExplanation) -> str:
    return " ".join(map(str, layer.sentences))


def opening(first: Project) -> str:
    return " ".join(map(str, explained(first).opening))


CNN = project(
    node("Conv2d", out_channels=8, padding="same"),
    node("ReLU"),
    node("MaxPool2d"),
    node("Flatten"),
    node("Linear", out_features=AUTO),
    sample=PICTURE,
)


def test_the_opening_tells_what_goes_in_what_comes_out_and_what_it_costs() -> None:
    text = opening(CNN)
    assert "One sample of 3×10×12 goes into the network: pictures (channels×height×width)." in text
    assert "10 numbers come out." in text
    assert "Between them lie 5 layers (" in text
    assert "Convolution: 1" in text
    assert "It learns 2\u2009634 numbers, its parameters." in text
    assert "A sample passes 2 layers that learn, in a row." in text
    assert "Most parameters are in linear_1: 91 % of all." in text
    assert "Most calculation is in conv2d_1: 92 % of all." in text
    assert "Its windows see 4×4 of the input at once at most (the receptive field)." in text


def test_a_layer_tells_its_help_its_settings_and_what_it_makes_of_what() -> None:
    convolution, relu, *_ = explained(CNN).layers
    assert (convolution.name, str(convolution.title)) == ("conv2d_1", "Conv2d")
    text = words(convolution)
    assert text.startswith(LAYERS["Conv2d"].help)
    assert "Settings: 8 filters, 3×3, same." in text
    assert "It makes 8×10×12 out of 3×10×12." in text
    assert "It has 224 parameters, 9 % of all." in text
    assert "Each of its numbers depends on 3×3 of the input." in text
    assert "It keeps the shape 8×10×12." in words(relu)
    assert "parameter" not in words(relu)


def test_one_is_said_as_one() -> None:
    first = project(node("Linear", out_features=1, bias=False), sample=replace(VECTOR, sizes=(1,)))
    text = opening(first)
    assert "One number comes out." in text
    assert "one layer (" in text
    assert "It learns one number, its only parameter." in text
    assert "there is one problem" in text
    (linear,) = explained(first).layers
    assert "It has one parameter, 100 % of all." in words(linear)


def test_containers_hold_the_words_of_their_layers() -> None:
    parallel = node("Parallel").with_slot("branch_1", Stack((node("Linear", out_features=5),)))
    first = project(node("Group", parallel), node("ReLU"), node("Linear", out_features=AUTO))
    group = explained(first).layers[0]
    (body,) = group.branches
    assert body.title is None
    one, two = body.layers[0].branches
    assert [str(branch.title) for branch in (one, two)] == ["Branch 1", "Branch 2"]
    assert [layer.name for layer in one.layers] == ["linear_1"]
    assert two.layers == ()


def test_a_switched_off_layer_says_so_and_is_not_counted() -> None:
    off = replace(node("Group", node("Linear")), enabled=False, note="try without")
    first = project(off, node("Linear", out_features=AUTO))
    explanation = explained(first)
    assert words(explanation.layers[0]) == "Switched off: what comes in goes out unchanged."
    assert (explanation.layers[0].enabled, explanation.layers[0].note) == (False, "try without")
    assert "Between them lies one layer (" in opening(first)


def test_depth_counts_repeated_layers_and_the_longest_branch() -> None:
    repeated = node("Repeat", node("Linear", out_features=12), node("ReLU"), times=5)
    long = Stack((node("Linear"), node("ReLU"), node("Linear", out_features=3)))
    parallel = node("Parallel").with_slot("branch_1", long)
    first = project(repeated, parallel, node("ReLU"), node("Linear", out_features=AUTO))
    assert "A sample passes 8 layers that learn, in a row." in opening(first)


def test_no_window_sees_more_than_the_input_has() -> None:
    first = project(node("Conv2d", kernel_size=3, padding=40, dilation=6), sample=PICTURE)
    assert "Its windows see 10×12 of the input at once at most" in opening(first)
    assert "Each of its numbers depends on 10×12 of the input." in words(explained(first).layers[0])
    tokens = TensorSpec(TOKENS, (9,), "int64", vocabulary=50)
    long = project(node("Embedding"), node("Conv1d", kernel_size=5, padding=3), sample=tokens)
    assert "Its windows see 5 of the input at once at most" in opening(long)


def test_a_layer_in_a_repeat_counts_as_often_as_it_is_built() -> None:
    hidden = node("Linear", out_features=12)
    repeated = node("Repeat", hidden, node("ReLU"), times=4)
    first = project(repeated, node("Linear", out_features=AUTO))
    assert analyse(first).parameters == 4 * (12 * 12 + 12) + 130
    assert "Most parameters are in linear_1: 83 % of all." in opening(first)
    assert "Most calculation is in linear_1: 83 % of all." in opening(first)
    inner = explained(first).layers[0].branches[0].layers[0]
    assert "It is built 4 times; the first has 156 parameters." in words(inner)


def test_shared_weights_count_once_but_calculate_every_time() -> None:
    repeated = node("Repeat", node("Linear", out_features=12), node("ReLU"), times=4, shared=True)
    first = project(repeated, node("Linear", out_features=AUTO))
    assert "Most parameters are in linear_1: 55 % of all." in opening(first)
    assert "Most calculation is in linear_1: 83 % of all." in opening(first)
    assert "A sample passes 5 layers that learn, in a row." in opening(first)
    inner = explained(first).layers[0].branches[0].layers[0]
    assert "It has 156 parameters, 55 % of all." in words(inner)


def test_only_what_widens_the_view_says_how_wide_it_is() -> None:
    conv, relu, *_ = explained(CNN).layers
    assert "depends on 3×3" in words(conv)
    assert "depends on" not in words(relu)


def test_where_only_a_shortcut_learns_no_layer_is_said_to() -> None:
    shortcut = node("Residual", node("AvgPool2d"), node("Dropout"))
    first = project(shortcut, node("Upsample"), sample=PICTURE)
    assert analyse(first).parameters == 9
    assert "Most parameters" not in opening(first)


def test_the_families_are_told_from_the_most_to_the_fewest() -> None:
    first = project(node("Linear"), node("ReLU"), node("Dropout"), node("ReLU"))
    assert "(Activation: 2, Linear layers: 1, Regularisation: 1)" in opening(first)


def test_advice_keeps_no_network_from_training() -> None:
    advised = project(node("Linear"), node("Linear", out_features=AUTO))
    assert analyse(advised).problems
    assert "cannot be trained" not in opening(advised)


def test_what_is_not_known_is_said() -> None:
    first = project(node("Unheard"), node("Linear", out_features=AUTO))
    unknown, linear = explained(first).layers
    assert words(unknown) == "This type of layer is unknown."
    assert "not known before the problems are solved" in words(linear)
    assert "It cannot be trained yet: there is one problem." in opening(first)
    assert "not known yet" in opening(project(node("Linear"), sample=None))


def test_every_sentence_can_be_translated_as_a_whole() -> None:
    seen: set[str] = set()

    def translate(template: str) -> str:
        seen.add(template)
        return template

    for text in explained(CNN).opening:
        fill(text, translate)
    assert "{count} numbers come out." in seen
    assert "Convolution" in seen


@settings(max_examples=30)
@given(projects())
def test_any_project_can_be_explained(first: Project) -> None:
    explanation = explained(first)
    layers = [*all_layers(explanation.layers)]
    assert [layer.uid for layer in layers] == [found.uid for found in walk(first.network)]
    for text in (*explanation.opening, *(each for layer in layers for each in layer.sentences)):
        assert len(str(text).splitlines()) == 1
        assert not re.search(
            r"(?<![\d,.×])1 (numbers|layers|parameters|problems|filters)\b", str(text)
        )


def test_of_texts_the_opening_says_that_what_fills_them_up_does_not_count() -> None:
    layers = [node("Embedding"), node("LSTM"), node("Linear", out_features=2)]
    texts = project(*layers, sample=TensorSpec(TOKENS, (32,), "int64", 30))
    assert "they change no answer." in opening(texts)
    assert "they change no answer." not in opening(CNN)


def test_a_frozen_layer_and_one_with_a_rate_of_its_own_are_told() -> None:
    made = project(
        replace(node("Group", node("Linear", out_features=8), node("ReLU")), frozen=True),
        replace(node("Linear", out_features=AUTO), learning_rate_factor=0.1),
    )
    group, inner, relu, last = map(words, all_layers(explained(made).layers))
    frozen = "It is frozen: training leaves its weights as they are."
    assert [frozen in told for told in (group, inner, relu, last)] == [True, True, False, False]
    assert "It learns with 0.1 times the learning rate." in last
