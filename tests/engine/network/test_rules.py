"""What commonly goes wrong, in words a beginner can follow, and one click that mends it."""

from __future__ import annotations

from dataclasses import replace

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from netstudio.core import edits
from netstudio.core.kinds import AUTO
from netstudio.core.problems import TRAINING, Problem, Severity
from netstudio.core.project import Project
from netstudio.core.spec import FEATURES, IMAGE, TensorSpec
from netstudio.core.tree import Node, Stack, walk
from netstudio.engine.network.analyse import analyse
from netstudio.engine.resolve import build
from tests.projects import PICTURE, SERIES, VECTOR, node, project


def output() -> Node:
    return node("Linear", out_features=AUTO)


def only(first: Project) -> Problem:
    (found,) = analyse(first).problems
    return found


def mended(first: Project) -> Project:
    """The project after the fix of its only problem."""
    fix = only(first).fix
    assert fix is not None
    return fix.apply(first)


def types(first: Project) -> list[str]:
    return [found.type for found in walk(first.network)]


def assert_strictly_better(first: Project) -> None:
    """Every fix mends what it says, and what is left is fewer or other problems."""
    before = analyse(first).problems
    for found in before:
        if found.fix is None:
            continue
        after = found.fix.apply(first)
        assert after != first, found.code
        assert str(found.fix.label)
        left = [(other.code, other.target) for other in analyse(after).problems]
        assert (found.code, found.target) not in left
        names = [layer.name for layer in walk(after.network)]
        assert len(set(names)) == len(names)


def test_linear_on_pictures_is_a_missing_flatten_which_one_click_inserts() -> None:
    first = project(node("Conv2d"), node("ReLU"), output(), sample=PICTURE)
    found = only(first)
    assert found.code == "missing-flatten"
    assert found.target == first.network.nodes[2].uid
    assert str(found.text) == (
        "Linear expects a flat vector but receives 32×8×10. Add Flatten before it."
    )
    assert types(mended(first)) == ["Conv2d", "ReLU", "Flatten", "Linear"]
    assert not analyse(mended(first)).problems


def test_a_missing_flatten_is_inserted_where_it_is_missing() -> None:
    body = [node("Conv2d"), node("ReLU"), node("Linear"), node("ReLU")]
    first = project(node("Group", *body), output(), sample=PICTURE)
    assert types(mended(first)) == [
        "Group",
        "Conv2d",
        "ReLU",
        "Flatten",
        "Linear",
        "ReLU",
        "Linear",
    ]
    assert not analyse(mended(first)).problems


def test_where_nothing_can_be_inserted_there_is_no_fix() -> None:
    found = only(project(node("Conv2d")))
    assert (found.code, found.fix) == ("wrong-axes", None)


def test_softmax_before_a_loss_that_applies_it_is_a_warning_and_can_be_removed() -> None:
    first = project(output(), node("Softmax"))
    found = only(first)
    assert (found.code, found.severity) == ("softmax-twice", Severity.WARNING)
    assert found.target == first.network.nodes[1].uid
    assert types(mended(first)) == ["Linear"]
    assert not analyse(mended(first)).problems


def test_softmax_is_found_at_the_end_of_a_group() -> None:
    first = project(node("Group", output(), node("Group", node("Softmax"))))
    assert only(first).code == "softmax-twice"
    assert not analyse(mended(first)).problems


def test_softmax_is_found_before_an_empty_group() -> None:
    first = project(output(), node("Softmax"), node("Group", node("Group")))
    assert only(first).code == "softmax-twice"


def test_softmax_before_another_loss_is_fine() -> None:
    squared = project(output(), node("Softmax"), loss="mean_squared_error")
    assert not analyse(squared).problems


def test_a_wrong_number_of_outputs_can_be_made_to_fit() -> None:
    first = project(node("Linear", out_features=7))
    found = only(first)
    assert found.code == "wrong-output"
    assert "7 numbers but needs 10" in str(found.text)
    assert "Set the outputs of Linear to auto" in str(found.text)
    assert mended(first).network.nodes[0].fields["out_features"] == AUTO
    assert not analyse(mended(first)).problems


@pytest.mark.parametrize(
    ("nodes", "sample"),
    [
        ([node("Linear"), node("ReLU")], VECTOR),
        ([node("Conv2d")], PICTURE),
        ([node("Residual", node("Linear"))], VECTOR),
        ([node("Group", node("Linear"))], VECTOR),
        ([node("Linear"), node("Group")], VECTOR),
        ([node("Linear")], SERIES),
        ([output()], SERIES),
        ([node("Group", output())], SERIES),
        ([node("Conv1d")], SERIES),
    ],
)
def test_a_network_that_ends_otherwise_is_made_to_end_in_classes(
    nodes: list[Node], sample: TensorSpec
) -> None:
    first = project(*nodes, sample=sample)
    assert only(first).code == "wrong-output"
    assert not analyse(mended(first)).problems


def test_a_network_whose_layers_are_all_off_has_one_problem() -> None:
    first = project(node("Flatten"), output(), sample=PICTURE)
    off = {layer.uid for layer in first.network}
    assert only(first.with_network(edits.set_enabled(first.network, off, False))).fix is not None


def test_an_untouched_output_of_the_right_size_on_the_wrong_axes_is_wrong() -> None:
    first = project(
        node("Conv2d", out_channels=10, kernel_size=(10, 12)), sample=PICTURE, classes=10
    )
    assert only(first).code == "wrong-output"


def test_batches_of_one_are_a_problem_only_with_batch_normalisation() -> None:
    first = project(node("Group", node("BatchNorm1d")), output(), batch_size=1)
    found = only(first)
    assert (found.code, found.target, found.field) == ("batch-of-one", TRAINING, "batch_size")
    assert found.severity is Severity.ERROR
    assert mended(first).training.options["batch_size"] == 32
    assert not analyse(mended(first)).problems
    assert not analyse(project(node("LayerNorm"), output(), batch_size=1)).problems
    assert not analyse(project(node("BatchNorm1d"), output(), batch_size=2)).problems
    off = replace(node("Group", node("BatchNorm1d")), enabled=False)
    assert not analyse(project(off, output(), batch_size=1)).problems


FAULTY = [
    project(node("Conv2d"), output(), sample=PICTURE),
    project(node("Residual", node("Linear")), output(), sample=PICTURE),
    project(node("Linear"), node("Linear"), node("ReLU"), sample=PICTURE),
    project(node("Linear", out_features=3), node("Softmax")),
    project(node("Group", node("Softmax"))),
    project(node("BatchNorm1d"), node("Softmax"), batch_size=1),
    project(node("ReLU"), sample=SERIES, batch_size=1),
    project(output(), sample=VECTOR, classes=0),
    project(),
]


@pytest.mark.parametrize("first", FAULTY, ids=lambda first: "-".join(types(first)))
def test_every_fix_leaves_fewer_or_other_problems(first: Project) -> None:
    assert_strictly_better(first)


@pytest.mark.parametrize("first", FAULTY, ids=lambda first: "-".join(types(first)))
def test_taking_every_fix_there_is_comes_to_an_end(first: Project) -> None:
    for _ in range(10):
        assert_strictly_better(first)
        fixes = [found.fix for found in analyse(first).problems if found.fix]
        if not fixes:
            break
        first = fixes[0].apply(first)
    assert not [found for found in analyse(first).problems if found.fix]


@pytest.mark.parametrize("first", FAULTY, ids=lambda first: "-".join(types(first)))
def test_a_fix_of_what_is_gone_meanwhile_does_no_harm(first: Project) -> None:
    emptied = replace(first, network=project().network)
    for found in analyse(first).problems:
        if found.fix is not None:
            analyse(found.fix.apply(emptied))


def residual(first: TensorSpec, *body: Node) -> Project:
    return project(node("Residual", *body), node("Flatten"), output(), sample=first)


@given(st.data())
def test_a_residual_projects_to_every_shape_that_a_stride_can_reach(data: st.DataObject) -> None:
    height, width = data.draw(st.tuples(st.integers(1, 12), st.integers(1, 12)))
    kernel = data.draw(st.tuples(st.integers(1, 3), st.integers(1, 3)))
    stride = data.draw(st.tuples(st.integers(1, 4), st.integers(1, 4)))
    padding = data.draw(st.integers(0, 1))
    x = TensorSpec(IMAGE, (3, height, width))
    body = node("Conv2d", out_channels=5, kernel_size=kernel, stride=stride, padding=padding)
    first = residual(x, body)
    analysis = analyse(first)
    outer, inner = first.network.nodes[0], first.network.nodes[0].slot("body").nodes[0]
    y = analysis.layers[inner.uid].output
    if y is None:
        return
    # A 1×1 window with stride s takes n steps to ⌈n / s⌉.
    reachable = all(
        any(-(-before // step) == after for step in range(1, before + 1))
        for before, after in zip(x.sizes[1:], y.sizes[1:], strict=True)
    )
    if reachable:
        assert analysis.layers[outer.uid].output == y
        assert analysis.call is not None
        module = build(analysis.call)
        assert module(torch.zeros(2, *x.sizes)).shape == (2, 10)
    else:
        assert [found.code for found in analysis.errors] == ["residual-shapes-differ"]


def test_a_residual_whose_body_keeps_the_shape_has_no_projection() -> None:
    analysis = analyse(residual(PICTURE, node("Conv2d", out_channels=3, padding="same")))
    assert analysis.call is not None
    assert not [key for key in build(analysis.call).state_dict() if "shortcut" in key]


def test_a_residual_projects_vectors_and_sequences_with_a_linear_map() -> None:
    for sample in (VECTOR, SERIES):
        analysis = analyse(residual(sample, node("Linear", out_features=5)))
        assert not analysis.problems
        assert analysis.call is not None
        weights = build(analysis.call).state_dict()["residual_1.shortcut.weight"]
        assert weights.shape == (5, sample.sizes[-1])


@pytest.mark.parametrize(
    ("sample", "body"),
    [
        (PICTURE, node("Conv2d", padding=2)),
        (PICTURE, node("AdaptiveAvgPool2d", output_size=(9, 12))),
        (PICTURE, node("Flatten")),
        (PICTURE, node("GlobalAvgPool")),
        (SERIES, node("Conv1d")),
        (SERIES, node("GlobalAvgPool")),
    ],
)
def test_a_residual_that_no_projection_can_match_says_which_shapes_differ(
    sample: TensorSpec, body: Node
) -> None:
    first = residual(sample, body)
    found = only(first)
    given_ = analyse(first).layers[body.uid].output
    assert given_ is not None
    assert found.code == "residual-shapes-differ"
    assert found.target == first.network.nodes[0].uid
    assert sample.shape in str(found.text)
    assert given_.shape in str(found.text)


def test_an_edit_that_mends_by_hand_mends_too() -> None:
    first = project(node("Linear", out_features=7))
    uid = first.network.nodes[0].uid
    by_hand = first.with_network(edits.set_fields(first.network, uid, out_features=10))
    assert not analyse(by_hand).problems


@pytest.mark.parametrize(
    ("sample", "type_name", "fields", "label"),
    [
        (PICTURE, "LPPool2d", {"norm_type": 3}, "Set Power to 4"),
        (PICTURE, "MaxPool2d", {"padding": 2}, "Set Padding to 1×1"),
        (PICTURE, "MaxPool2d", {"kernel_size": 20}, "Remove MaxPool2d"),
        (PICTURE, "Conv2d", {"kernel_size": 20}, "Set Padding to same"),
        (PICTURE, "PatchEmbedding", {}, "Set Patch size to 5×4"),
        (SERIES, "LSTM", {"dropout": 0.5}, "Set Dropout between layers to 0"),
        (SERIES, "MultiheadAttention", {"num_heads": 4}, "Set Heads to 3"),
    ],
)
def test_a_fix_calls_a_setting_and_its_value_as_the_form_does(
    sample: TensorSpec, type_name: str, fields: dict[str, object], label: str
) -> None:
    first = project(node(type_name, **fields), sample=sample)
    found = analyse(first).errors[0]
    assert found.fix is not None
    assert str(found.fix.label) == label
    assert found.code not in {left.code for left in analyse(found.fix.apply(first)).errors}


def stacked(*layers: Node) -> Project:
    return project(*layers, output(), sample=SERIES)


@pytest.mark.parametrize(
    "first",
    [
        stacked(node("LSTM"), node("GRU")),
        stacked(node("Group", node("LSTM")), node("Dropout1d"), node("GRU")),
        stacked(node("LSTM"), node("Conv1d"), node("ReLU"), node("GlobalAvgPool")),
    ],
    ids=["behind each other", "in a group", "before a convolution"],
)
def test_what_reads_a_sequence_behind_a_last_step_makes_it_a_whole_sequence(
    first: Project,
) -> None:
    found = analyse(first).errors[0]
    assert "Set Output of lstm_1 to Whole sequence." in str(found.text)
    assert found.fix is not None
    assert str(found.fix.label) == "Set Output of lstm_1 to Whole sequence"
    assert not analyse(found.fix.apply(first)).problems


def test_copies_of_a_last_step_are_made_whole_sequences() -> None:
    repeated = node("Repeat", node("LSTM", hidden_size=8), times=3)
    first = project(repeated, node("SelectStep"), output(), sample=SERIES)
    found = only(first)
    assert found.fix is not None
    assert str(found.fix.label) == "Set Output of lstm_1 to Whole sequence"
    assert not analyse(found.fix.apply(first)).problems


def test_channels_that_become_pixels_need_no_activation() -> None:
    """Lim et al., Enhanced deep residual networks for single image super-resolution, 2017."""
    enlarged = [node("Conv2d", out_channels=32), node("PixelShuffle"), node("Conv2d")]
    rest = [node("ReLU"), node("GlobalAvgPool"), output()]
    assert not analyse(project(*enlarged, *rest, sample=PICTURE)).problems
    repeated = [node("Conv2d"), node("Upsample"), node("Conv2d")]
    assert only(project(*repeated, *rest, sample=PICTURE)).code == "activation-missing"


def test_one_dropout_is_moved_once_though_two_normalisations_follow() -> None:
    before = [node("Linear"), node("ReLU"), node("Dropout"), node("BatchNorm1d")]
    codes = [
        found.code
        for found in analyse(
            project(*before, node("ReLU"), node("BatchNorm1d"), output(), sample=VECTOR)
        ).problems
    ]
    assert codes == ["dropout-before-batch-norm"]


@pytest.mark.parametrize(("wide", "codes"), [(9, []), (8, ["activation-missing"])])
def test_a_bottleneck_is_one_only_if_what_follows_is_wider(wide: int, codes: list[str]) -> None:
    narrow = node("Conv2d", out_channels=8, kernel_size=1)
    layers = [narrow, node("Conv2d", out_channels=wide), node("ReLU"), node("GlobalAvgPool")]
    first = project(*layers, output(), sample=PICTURE)
    assert [found.code for found in analyse(first).problems] == codes


@pytest.mark.parametrize(("wide", "codes"), [(12, []), (11, ["activation-missing"])])
def test_a_code_needs_no_activation_if_as_many_numbers_as_before_come_from_it(
    wide: int, codes: list[str]
) -> None:
    layers = [node("Linear", out_features=4), node("Linear", out_features=wide), node("ReLU")]
    first = project(*layers, output(), sample=TensorSpec(FEATURES, (12,)))
    assert [found.code for found in analyse(first).problems] == codes


def test_a_last_softmax_is_one_problem_however_few_numbers_it_shares() -> None:
    first = project(node("Linear", out_features=1), node("Softmax"))
    codes = {found.code for found in analyse(first).problems}
    assert codes == {"wrong-output", "softmax-twice"}


def test_behind_a_normalisation_there_are_negative_numbers_again() -> None:
    layers = [node("Linear"), node("ReLU"), node("BatchNorm1d"), node("PReLU")]
    assert not analyse(project(*layers, output())).problems


def test_how_branches_merge_does_not_make_a_sequence_of_them() -> None:
    both = node("Parallel")
    for branch in ("branch_1", "branch_2"):
        both = both.with_slot(branch, Stack((node("LSTM"),)))
    found = analyse(stacked(both, node("GRU"))).errors[0]
    assert found.code == "wrong-axes"
    assert found.fix is None


def test_of_the_layers_in_a_residual_only_those_change_that_must() -> None:
    pointwise = node("Conv2d", out_channels=8, kernel_size=1)
    halving = node("Conv2d", out_channels=8, stride=2, padding=1)
    shrinking = node("Conv2d", out_channels=8)
    body = [pointwise, node("ReLU"), halving, node("ReLU"), shrinking]
    rest = [node("ReLU"), node("GlobalAvgPool"), output()]
    square = TensorSpec(IMAGE, (3, 20, 20))
    after = mended(project(node("Residual", *body), *rest, sample=square))
    first, _, second, _, third = after.network.nodes[0].slot("body")
    assert (first, second) == (
        replace(pointwise, name=first.name, uid=first.uid),
        replace(halving, name=second.name, uid=second.uid),
    )
    assert third.fields["padding"] == "same"
    assert not analyse(after).problems
