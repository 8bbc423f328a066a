"""What differs between two networks is told layer by layer, and nothing else is."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netstudio.core import edits
from netstudio.core.differences import Difference, Sort
from netstudio.core.network_differences import network_differences
from netstudio.core.tree import Location, Node, Stack, alike, new_uid
from netstudio.core.values import Fields
from netstudio.layers import LAYERS
from tests.projects import network, node
from tests.strategies import edited, networks


def told(before: Stack, after: Stack) -> list[str]:
    return [str(found.sentence) for found in network_differences(before, after)]


def sorts(before: Stack, after: Stack) -> list[tuple[Sort, str]]:
    return [(found.sort, str(found.subject)) for found in network_differences(before, after)]


def with_new_uids(stack: Stack) -> Stack:
    """The same network as another file would hold it."""
    return Stack(
        tuple(
            replace(
                each,
                uid=new_uid(),
                slots=tuple((slot, with_new_uids(body)) for slot, body in each.slots),
            )
            for each in stack
        )
    )


MLP = network(
    node("Flatten"),
    node("Linear", out_features=128),
    node("ReLU"),
    node("Dropout", p=0.2),
    node("Linear", out_features="auto"),
)


def on(index: int, **changes: object) -> Stack:
    nodes = list(MLP.nodes)
    nodes[index] = replace(nodes[index], **changes)  # type: ignore[arg-type]
    return Stack(tuple(nodes))


@given(networks())
def test_a_network_does_not_differ_from_itself_under_other_uids(stack: Stack) -> None:
    assert told(stack, stack) == []
    assert told(stack, with_new_uids(stack)) == []


@given(st.data())
def test_an_edited_network_differs_exactly_where_it_is_another(data: st.DataObject) -> None:
    before = data.draw(networks())
    after = data.draw(edited(before))
    found = told(before, after)
    if alike(before, after):
        assert found == []
    back = told(after, before)
    assert bool(found) == bool(back)


def test_a_changed_setting_is_told_by_its_label_with_both_values() -> None:
    assert told(MLP, on(1, fields=Fields(out_features=64))) == ["linear_1: Outputs 128 → 64"]


def test_a_setting_that_is_left_out_has_its_default() -> None:
    default = LAYERS["Dropout"].defaults()["p"]
    assert told(on(3, fields=Fields()), on(3, fields=Fields(p=default))) == []
    assert len(told(on(3, fields=Fields()), MLP)) == 1


def test_added_and_removed_layers_are_told_with_their_type() -> None:
    longer = edits.insert(MLP, Location(None, "", 2), [node("BatchNorm1d")])
    assert sorts(MLP, longer) == [(Sort.ADDED, "batchnorm1d_1")]
    assert sorts(longer, MLP) == [(Sort.REMOVED, "batchnorm1d_1")]
    assert told(MLP, longer) == ["batchnorm1d_1: BatchNorm1d added"]


def test_a_container_counts_once_with_all_it_holds() -> None:
    longer = edits.insert(
        MLP, Location(None, "", 2), [node("Residual", node("Linear"), node("ReLU"))]
    )
    assert sorts(MLP, longer) == [(Sort.ADDED, "residual_1")]
    assert sorts(longer, MLP) == [(Sort.REMOVED, "residual_1")]


def test_only_the_layer_that_was_moved_is_told() -> None:
    first, *rest = MLP.nodes
    moved = Stack((*rest, first))
    (found,) = network_differences(MLP, moved)
    assert (found.sort, str(found.subject)) == (Sort.MOVED, "flatten_1")
    assert (str(found.before), str(found.after)) == ("place 1", "place 5")
    assert str(found.sentence) == "flatten_1: moved from place 1 to place 5"


def test_a_layer_in_another_container_has_moved() -> None:
    holder = edits.insert(MLP, Location(None, "", 5), [node("Group", node("ReLU"))])
    group = holder.nodes[-1]
    after = edits.move(holder, [MLP.nodes[3].uid], Location(group.uid, "body", 0))
    (found,) = network_differences(holder, after)
    assert found.sort is Sort.MOVED
    assert str(found.after) == f"place 1 in {group.name}"


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"enabled": False}, "linear_1: Switched on yes → no"),
        ({"frozen": True}, "linear_1: Frozen no → yes"),
        ({"learning_rate_factor": 0.1}, "linear_1: Learning-rate factor 1 → 0.1"),
        ({"note": "wide"}, "linear_1: Note – → wide"),
        ({"name": "hidden"}, "hidden: Name linear_1 → hidden"),
    ],
)
def test_what_is_no_setting_is_told_too(changes: dict[str, object], sentence: str) -> None:
    assert told(MLP, on(1, **changes)) == [sentence]


def test_another_type_in_the_same_place_is_one_difference() -> None:
    other = on(2, type="Tanh", fields=Fields())
    assert told(MLP, other) == ["relu_1: Type ReLU → Tanh"]


def test_a_difference_leads_to_its_layer() -> None:
    found: list[Difference] = list(network_differences(MLP, on(1, fields=Fields(out_features=64))))
    assert [each.target for each in found] == [MLP.nodes[1].uid]


def test_an_unknown_layer_is_told_by_what_is_written() -> None:
    strange = Node(new_uid(), "Quantum", "quantum_1", Fields(spin=1))
    other = replace(strange, fields=Fields(spin=2))
    assert told(Stack((strange,)), Stack((other,))) == ["quantum_1: spin 1 → 2"]
