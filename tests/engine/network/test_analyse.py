"""Analysis: shapes, counts, names, blocked layers, and that little is done twice."""

from __future__ import annotations

import importlib
import json
import keyword
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from torch import nn

from netstudio.core import edits
from netstudio.core.files import dumps, loads
from netstudio.core.kinds import AUTO
from netstudio.core.problems import DATA, NETWORK, Severity
from netstudio.core.project import Project
from netstudio.core.spec import IMAGE, Call, TensorSpec
from netstudio.core.translate import UserError
from netstudio.core.tree import Node, walk
from netstudio.engine.network.analyse import Analysis, analyse
from netstudio.engine.resolve import build
from tests.projects import PICTURE, SERIES, VECTOR, network, node, project, renamed
from tests.strategies import json_values, projects

measuring = importlib.import_module("netstudio.engine.network.measure")


def codes(analysis: Analysis) -> list[str]:
    return [found.code for found in analysis.problems]


def outputs(first: Project) -> list[str | None]:
    """The shape after every layer, from top to bottom."""
    reports = analyse(first).layers
    return [
        output.shape if (output := reports[found.uid].output) else None
        for found in walk(first.network)
    ]


CNN = (
    node("Conv2d", out_channels=8),
    node("MaxPool2d"),
    node("Flatten"),
    node("Linear", out_features=AUTO),
)


def test_every_layer_is_reported_with_its_output_and_its_parameters() -> None:
    first = project(*CNN, sample=PICTURE)
    analysis = analyse(first)
    assert outputs(first) == ["8×8×10", "8×4×5", "160", "10"]
    assert [analysis.layers[found.uid].parameters for found in first.network] == [224, 0, 0, 1610]
    assert analysis.parameters == 1834
    assert analysis.output == TensorSpec(("features",), (10,))
    assert not analysis.problems


def test_multiply_and_add_count_as_two_operations_of_one_sample() -> None:
    first = project(*CNN, sample=PICTURE)
    analysis = analyse(first)
    convolution = 2 * (3 * 3 * 3) * 8 * (8 * 10)
    linear = 2 * 160 * 10
    flops = [analysis.layers[found.uid].flops for found in first.network]
    assert flops == [convolution, 0, 0, linear]
    assert analysis.flops == convolution + linear


def test_a_container_counts_what_it_holds_and_its_projection() -> None:
    first = project(node("Residual", node("Linear", out_features=10)))
    (residual, linear) = walk(first.network)
    reports = analyse(first).layers
    assert reports[linear.uid].parameters == 130
    assert reports[residual.uid].parameters == 130 + 120
    assert reports[residual.uid].flops == 2 * reports[linear.uid].flops
    assert analyse(first).parameters == 250


def test_a_group_is_the_sum_of_what_it_holds() -> None:
    first = project(node("Group", *CNN[:2], node("Group", *CNN[2:])), sample=PICTURE)
    analysis = analyse(first)
    reports = [analysis.layers[found.uid] for found in walk(first.network)]
    assert analysis.output == reports[0].output == TensorSpec(("features",), (10,))
    assert reports[0].parameters == analysis.parameters == 1834
    assert reports[3].parameters == 1610
    plain = analyse(project(*CNN, sample=PICTURE))
    assert reports[0].flops == analysis.flops == plain.flops
    assert not analysis.problems


def test_the_keys_of_the_weights_are_the_names_of_the_layers() -> None:
    first = project(
        renamed(node("Conv2d", out_channels=4), "stem"),
        node(
            "Residual",
            node("Conv2d", out_channels=4, padding="same"),
            node("Group", node("BatchNorm2d")),
        ),
        node("Residual", node("Conv2d", out_channels=4, padding=1)),
        sample=PICTURE,
    )
    analysis = analyse(first)
    assert analysis.call is not None
    weights = [key for key in build(analysis.call).state_dict() if key.endswith("weight")]
    assert weights == [
        "stem.weight",
        "residual_1.body.conv2d_1.weight",
        "residual_1.body.group_1.batchnorm2d_1.weight",
        "residual_2.body.conv2d_2.weight",
    ]


def test_a_projection_stands_beside_the_body() -> None:
    first = project(node("Residual", node("Conv2d", out_channels=8, padding=1)), sample=PICTURE)
    analysis = analyse(first)
    assert analysis.call is not None
    assert [*build(analysis.call).state_dict()] == [
        "residual_1.body.conv2d_1.weight",
        "residual_1.body.conv2d_1.bias",
        "residual_1.shortcut.weight",
    ]


def test_everything_below_a_failing_layer_is_blocked_and_no_second_error() -> None:
    first = project(
        node("Conv2d", out_channels=8),
        node("Conv2d", kernel_size=99),
        node("Linear"),
        node("Residual", node("BatchNorm1d"), node("Conv1d")),
        node("Softmax"),
        sample=PICTURE,
    )
    analysis = analyse(first)
    assert codes(analysis) == ["window-too-large"]
    assert analysis.problems[0].target == first.network.nodes[1].uid
    assert outputs(first) == ["8×8×10", None, None, None, None, None, None]
    assert analysis.call is None
    assert analysis.output is None
    assert analysis.layers.keys() == {found.uid for found in walk(first.network)}


def test_a_fault_inside_a_container_is_its_own_and_blocks_the_container() -> None:
    first = project(node("Group", node("ReLU"), node("Conv2d")), node("Linear"))
    analysis = analyse(first)
    assert [found.target for found in analysis.problems] == [[*walk(first.network)][2].uid]
    assert outputs(first) == [None, "12", None, None]


def test_bad_settings_are_found_below_a_failing_layer_too() -> None:
    first = project(node("Unheard"), node("Linear", out_features=0), node("ReLU", unheard=1))
    assert codes(analyse(first)) == ["unknown-layer", "bad-setting", "bad-setting"]


def test_an_unknown_layer_says_which_there_are() -> None:
    first = project(node("Unheard", node("Linear", out_features=0)))
    unknown, inner = analyse(first).problems
    assert (unknown.code, unknown.field) == ("unknown-layer", "type")
    assert '"Unheard"' in str(unknown.text)
    assert "The nearest names are: " in str(unknown.text)
    assert inner.code == "bad-setting"


def test_layers_in_a_slot_that_a_layer_does_not_have_are_a_problem() -> None:
    first = project(node("Linear", node("ReLU")))
    analysis = analyse(first)
    assert "unknown-slot" in codes(analysis)
    assert analysis.call is None


def test_auto_stands_for_the_number_of_classes() -> None:
    assert outputs(project(node("Linear", out_features=AUTO), classes=7)) == ["7"]


def test_auto_without_facts_is_unknown_and_the_shapes_are_too() -> None:
    analysis = analyse(project(node("Linear", out_features=AUTO), sample=None))
    assert codes(analysis) == ["data-not-read"]
    assert analysis.problems[0].severity is Severity.WARNING
    assert analysis.problems[0].target == DATA
    assert analysis.call is None


def test_auto_without_a_task_that_knows_is_a_problem() -> None:
    first = project(node("Linear", out_features=AUTO), classes=0)
    (found,) = [found for found in analyse(first).problems if found.code == "auto-unknown"]
    assert found.field == "out_features"
    other_task = replace(first, task=replace(first.task, type="unheard"))
    assert "auto-unknown" in codes(analyse(other_task))


def test_a_network_without_weights_has_nothing_to_learn() -> None:
    for nodes in ((), (node("ReLU"),), (node("Group", node("Tanh")),)):
        analysis = analyse(project(*nodes, sample=VECTOR, classes=12))
        (found,) = analysis.errors
        assert (found.code, found.target) == ("nothing-to-learn", NETWORK)


BAD_NAMES = [
    "",
    "2nd",
    "a b",
    "a.b",
    "class",
    "None",
    "a\nb",
    *(name for name in dir(nn.Sequential()) if not keyword.iskeyword(name)),
]


def test_a_name_that_cannot_name_a_module_is_a_problem() -> None:
    for name in BAD_NAMES:
        (found,) = analyse(project(renamed(node("Linear", out_features=10), name))).errors
        assert (found.code, found.field) == ("bad-name", "name"), name
        assert len(str(found.text).splitlines()) == 1


@given(st.text(max_size=5) | st.sampled_from(["body", "shortcut", "in_features", "Größe", "T"]))
def test_a_name_without_a_problem_can_be_built_and_saved(name: str) -> None:
    for first in (
        project(renamed(node("Linear", out_features=10), name)),
        project(node("Residual", renamed(node("Linear", out_features=10), name))),
    ):
        analysis = analyse(first)
        if analysis.errors:
            assert codes(analysis) == ["bad-name"]
        else:
            assert analysis.call is not None
            assert any(f"{name}.weight" in key for key in build(analysis.call).state_dict())


def test_a_name_that_two_layers_have_is_a_problem_of_both() -> None:
    raw = json.loads(dumps(project(node("Linear"), node("Group", node("Linear", out_features=10)))))
    raw["network"][1]["slots"]["body"][0]["name"] = "linear_1"
    first = loads(json.dumps(raw), "file")
    twice = [found for found in analyse(first).errors if found.code == "name-twice"]
    assert [found.target for found in twice] == [
        found.uid for found in walk(first.network) if found.name == "linear_1"
    ]
    assert analyse(first).call is None


@pytest.fixture
def builds(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The targets of all modules built to be measured, from a cold start."""
    built: list[str] = []
    plain: Callable[[Call], nn.Module] = build

    def counting(call: Call) -> nn.Module:
        built.append(call.target)
        return plain(call)

    monkeypatch.setattr(measuring, "build", counting)
    measuring.measure.cache_clear()
    return built


def deep_network(layers: int) -> Project:
    nodes: list[Node] = [node("Linear", out_features=20 + number % 7) for number in range(layers)]
    return project(*nodes, node("Linear", out_features=AUTO))


def test_only_what_an_edit_changed_is_measured_again(builds: list[str]) -> None:
    first = deep_network(499)
    assert not analyse(first).errors
    assert len(builds) <= 9
    builds.clear()
    analyse(first)
    assert builds == []
    edited = edits.set_fields(first.network, first.network.nodes[250].uid, out_features=99)
    assert not analyse(first.with_network(edited)).errors
    assert len(builds) == 2
    builds.clear()
    analyse(first)
    assert builds == []


def test_names_and_uids_do_not_matter_for_what_is_measured(builds: list[str]) -> None:
    first = project(*(node("Linear", out_features=12) for _ in range(20)))
    analyse(first)
    assert builds == ["nn.Linear"]
    again = project(*(renamed(node("Linear", out_features=12), f"a{n}") for n in range(20)))
    analyse(again)
    assert builds == ["nn.Linear"]


def test_an_edit_or_a_name_inside_a_group_measures_no_other_layer_again(builds: list[str]) -> None:
    inner = [node("Linear", out_features=20 + number) for number in range(5)]
    first = project(node("Group", *inner, node("ReLU")), node("Linear", out_features=AUTO))
    assert not analyse(first).errors
    assert sorted(builds) == ["nn.Linear"] * 6 + ["nn.ReLU"]
    builds.clear()
    uid = first.network.nodes[0].slot("body").nodes[0].uid
    called = edits.rename(first.network, uid, "first")
    assert not analyse(first.with_network(called)).errors
    assert builds == []
    edited = edits.set_fields(first.network, uid, out_features=99)
    assert not analyse(first.with_network(edited)).errors
    assert builds == ["nn.Linear"] * 2


def test_measuring_allocates_no_weights_and_draws_no_random_numbers() -> None:
    measuring.measure.cache_clear()
    state = torch.get_rng_state()
    huge = [node("Linear", out_features=1_000_000), node("Linear", out_features=1_000_000)]
    analysis = analyse(project(*huge, node("Linear", out_features=AUTO)))
    assert analysis.parameters > 10**12
    assert torch.equal(torch.get_rng_state(), state)


@settings(max_examples=100)
@given(projects())
def test_any_project_is_analysed_without_an_exception(first: Project) -> None:
    assert_plain_words(analyse(first), first)


def assert_plain_words(analysis: Analysis, first: Project) -> None:
    targets = {found.uid for found in walk(first.network)} | {"data", "training", "network"}
    for found in analysis.problems:
        words = str(found.text)
        assert len(words.splitlines()) == 1
        assert len(words) < 500
        assert found.target in targets
    assert (analysis.call is None) <= bool(analysis.problems)


def entries(value: Any) -> Iterator[tuple[Any, Any]]:
    """Every holder and key of a JSON tree."""
    for key, item in value.items() if isinstance(value, dict) else enumerate(value):
        yield value, key
        if isinstance(item, dict | list):
            yield from entries(item)


@settings(max_examples=200)
@given(st.data(), json_values | st.sampled_from([0, 1, 10**12, 10**30, "int64", "bool", "nn", []]))
def test_any_file_that_opens_is_analysed_without_an_exception(
    data: st.DataObject, value: object
) -> None:
    nodes = (*CNN[:2], node("Residual", node("BatchNorm2d"), node("Softmax")), *CNN[2:])
    raw = json.loads(dumps(project(*nodes, sample=PICTURE)))
    places = [*entries(raw)]
    holder, key = places[data.draw(st.integers(0, len(places) - 1))]
    holder[key] = value
    try:
        opened = loads(json.dumps(raw), "file")
    except UserError:
        return
    assert_plain_words(analyse(opened), opened)


@pytest.mark.parametrize(
    "sample",
    [
        TensorSpec(IMAGE, (3, 10**12, 10**12)),
        TensorSpec(IMAGE, (10**30, 4, 4)),
        replace(PICTURE, dtype="unheard"),
        replace(PICTURE, dtype="nn"),
        TensorSpec((), ()),
        TensorSpec(("frames", "channels", "height", "width"), (2, 3, 4, 4)),
    ],
    ids=str,
)
def test_a_strange_sample_is_a_problem_in_plain_words(sample: TensorSpec) -> None:
    first = project(*CNN, sample=sample)
    analysis = analyse(first)
    assert analysis.errors
    assert_plain_words(analysis, first)


def test_layers_nested_as_deep_as_allowed_are_analysed_and_run() -> None:
    inner = node("Linear", out_features=12)
    for _ in range(40):
        inner = node("Residual", inner)
    first = project(inner, classes=12)
    analysis = analyse(first)
    assert not analysis.problems
    assert analysis.call is not None
    assert build(analysis.call)(torch.zeros(2, 12)).shape == (2, 12)


def test_a_network_over_time_is_analysed() -> None:
    nodes = (node("Conv1d", stride=2), node("BatchNorm1d"), node("GlobalAvgPool"))
    first = project(*nodes, node("Linear", out_features=AUTO), sample=SERIES)
    assert outputs(first) == ["4×32", "4×32", "32", "10"]
    assert not analyse(first).problems


def test_an_empty_network_gives_what_it_gets() -> None:
    analysis = analyse(replace(project(classes=12), network=network()))
    assert analysis.output == VECTOR
    assert codes(analysis) == ["nothing-to-learn"]
