"""Edits of the stack: pure, and uids and names stay unique."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netstudio.core import edits
from netstudio.core.edits import EditError
from netstudio.core.tree import (
    DEEPEST_NESTING,
    Location,
    Node,
    Stack,
    find,
    free_name,
    is_identifier,
    locate,
    walk,
    walk_paths,
)
from netstudio.core.values import Fields
from netstudio.layers import LAYERS
from tests.projects import END_OF_NOTHING, network, node
from tests.strategies import edited, json_values, networks, places, texts


def uids(stack: Stack) -> list[str]:
    return [found.uid for found in walk(stack)]


def names(stack: Stack) -> list[str]:
    return [found.name for found in walk(stack)]


def types(stack: Stack) -> list[str]:
    return [found.type for found in walk(stack)]


@pytest.fixture
def stack() -> Stack:
    """Linear, Group(Conv2d, ReLU), Residual(Group(Tanh)), Flatten."""
    return network(
        node("Linear"),
        node("Group", node("Conv2d"), node("ReLU")),
        node("Residual", node("Group", node("Tanh"))),
        node("Flatten"),
    )


@settings(max_examples=150)
@given(st.data())
def test_uids_and_names_stay_unique_whatever_is_done(data: st.DataObject) -> None:
    stack = data.draw(networks())
    for _ in range(data.draw(st.integers(1, 6))):
        stack = data.draw(edited(stack))
        assert max(Counter(uids(stack)).values(), default=1) == 1
        assert max(Counter(names(stack)).values(), default=1) == 1


@given(st.data())
def test_moving_keeps_every_layer_as_it_was(data: st.DataObject) -> None:
    stack = data.draw(networks().filter(len))
    moving = data.draw(st.lists(st.sampled_from(uids(stack)), min_size=1, unique=True))
    place = data.draw(st.sampled_from(places(stack)))
    try:
        moved = edits.move(stack, moving, place)
    except EditError:
        return
    plain = {found.uid: replace(found, slots=()) for found in walk(stack)}
    assert {found.uid: replace(found, slots=()) for found in walk(moved)} == plain
    assert len(uids(moved)) == len(uids(stack))


@given(st.data())
def test_a_drop_lands_between_the_two_cards_it_was_dropped_between(data: st.DataObject) -> None:
    stack = network(*(node("ReLU") for _ in range(data.draw(st.integers(1, 6)))))
    order = uids(stack)
    moving = data.draw(st.lists(st.sampled_from(order), min_size=1, unique=True))
    gap = data.draw(st.integers(0, len(order)))
    moved = uids(edits.move(stack, moving, Location(None, "", gap)))
    above = [uid for uid in order[:gap] if uid not in moving]
    below = [uid for uid in order[gap:] if uid not in moving]
    assert moved == [*above, *(uid for uid in order if uid in moving), *below]


@given(st.data())
def test_wrapping_and_unwrapping_gives_the_same_stack_back(data: st.DataObject) -> None:
    stack = data.draw(networks().filter(len))
    place = data.draw(st.sampled_from(uids(stack)))
    wrapped = edits.wrap(stack, [place], edits.new_node("Group", Fields(), ("body",)), "body")
    (container,) = set(uids(wrapped)) - set(uids(stack))
    assert edits.unwrap(wrapped, container) == stack


@given(st.data())
def test_removing_takes_out_the_layer_and_all_it_holds_and_nothing_else(
    data: st.DataObject,
) -> None:
    stack = data.draw(networks().filter(len))
    gone = data.draw(st.sampled_from([*walk(stack)]))
    held = uids(Stack((gone,)))
    left = uids(edits.remove(stack, [gone.uid]))
    assert left == [uid for uid in uids(stack) if uid not in held]


@given(networks(), st.data())
def test_every_layer_is_found_where_it_is(stack: Stack, data: st.DataObject) -> None:
    for found in walk(stack):
        place = locate(stack, found.uid)
        assert place is not None
        parent = find(stack, place.parent) if place.parent is not None else None
        there = parent.slot(place.slot) if parent is not None else stack
        assert there.nodes[place.index] is found


@given(networks(), json_values)
def test_a_changed_setting_changes_one_layer_and_leaves_the_others_the_same_objects(
    stack: Stack, value: object
) -> None:
    if not len(stack):
        return
    last = [*walk(stack)][-1]
    changed = edits.set_fields(stack, last.uid, p=value)
    assert find(changed, last.uid) == replace(last, fields=last.fields.replace(p=value))
    kept = [one is other for one, other in zip(changed, stack, strict=True)]
    assert kept.count(False) == 1


@given(texts, st.sets(texts))
def test_a_free_name_is_always_an_identifier_that_is_not_taken(
    type_name: str, taken: set[str]
) -> None:
    name = free_name(type_name, taken)
    assert is_identifier(name)
    assert name not in taken


def test_pasting_a_container_renames_what_it_holds_too(stack: Stack) -> None:
    group = stack.nodes[1]
    pasted = edits.insert(stack, Location(None, "", 4), [group])
    assert names(pasted)[-3:] == ["group_3", "conv2d_2", "relu_2"]
    assert pasted.nodes[4].fields == group.fields


def test_duplicates_land_after_the_last_of_their_originals(stack: Stack) -> None:
    copied = edits.duplicate(stack, {stack.nodes[0].uid, stack.nodes[1].uid})
    assert [found.type for found in copied] == [
        "Linear",
        "Group",
        "Linear",
        "Group",
        "Residual",
        "Flatten",
    ]


def test_a_layer_moves_out_of_its_container(stack: Stack) -> None:
    tanh = names(stack).index("tanh_1")
    moved = edits.move(stack, {uids(stack)[tanh]}, Location(None, "", 0))
    assert types(moved)[:2] == ["Tanh", "Linear"]
    assert types(moved)[-2:] == ["Group", "Flatten"]
    assert len(moved.nodes[3].slot("body").nodes[0].slot("body")) == 0


def test_a_container_cannot_be_moved_into_what_it_holds(stack: Stack) -> None:
    residual = stack.nodes[2]
    inner = residual.slot("body").nodes[0]
    for parent in (residual.uid, inner.uid):
        with pytest.raises(EditError, match="into itself"):
            edits.move(stack, {residual.uid}, Location(parent, "body", 0))


def test_selected_layers_inside_a_selected_container_move_with_it(stack: Stack) -> None:
    group = stack.nodes[1]
    inner = group.slot("body").nodes[0]
    moved = edits.move(stack, {group.uid, inner.uid}, Location(None, "", 4))
    assert moved.nodes[-1] is group


def test_neighbours_are_wrapped_in_their_place(stack: Stack) -> None:
    wrapped = edits.wrap(stack, uids(stack)[:2], node("Residual"), "body")
    assert types(wrapped)[:5] == ["Residual", "Linear", "Group", "Conv2d", "ReLU"]
    assert wrapped.nodes[0].name == "residual_2"


def test_a_group_around_a_group_gets_a_name_of_its_own(stack: Stack) -> None:
    wrapped = edits.wrap(stack, {stack.nodes[1].uid}, node("Group"), "body")
    assert wrapped.nodes[1].name == "group_3"
    assert wrapped.nodes[1].slot("body").nodes == (stack.nodes[1],)


def test_layers_that_are_not_neighbours_cannot_be_wrapped(stack: Stack) -> None:
    for apart in ((0, 3), (0, 2)):
        with pytest.raises(EditError, match="neighbouring"):
            edits.wrap(stack, {uids(stack)[at] for at in apart}, node("Group"), "body")


@pytest.mark.parametrize("name", ["", "2nd", "a b", "class", "a.b", "a-b"])
def test_a_name_that_python_cannot_use_is_refused(stack: Stack, name: str) -> None:
    with pytest.raises(EditError):
        edits.rename(stack, stack.nodes[0].uid, name)


def test_a_name_that_another_layer_has_is_refused_and_ones_own_is_not(stack: Stack) -> None:
    first = stack.nodes[0]
    with pytest.raises(EditError, match="tanh_1"):
        edits.rename(stack, first.uid, "tanh_1")
    assert edits.rename(stack, first.uid, first.name) == stack
    assert edits.rename(stack, first.uid, "Größe").nodes[0].name == "Größe"


def test_edits_of_layers_that_are_not_there_are_refused(stack: Stack) -> None:
    nowhere = Location("nobody", "body", 0)
    relu: Node = node("ReLU")
    with pytest.raises(EditError):
        edits.remove(stack, {"nobody"})
    with pytest.raises(EditError):
        edits.remove(stack, ())
    with pytest.raises(EditError):
        edits.set_fields(stack, "nobody", p=1)
    with pytest.raises(EditError):
        edits.unwrap(stack, "nobody")
    with pytest.raises(EditError):
        edits.insert(stack, nowhere, [relu])
    with pytest.raises(EditError):
        edits.insert(stack, Location(None, "", 5), [relu])
    with pytest.raises(EditError):
        edits.insert(stack, Location(stack.nodes[0].uid, "body", 0), [relu])


def test_layers_nest_only_as_deep_as_a_file_can_hold_them() -> None:
    stack = network(node("ReLU"))
    for _ in range(DEEPEST_NESTING):
        stack = edits.wrap(stack, {stack.nodes[0].uid}, node("Group"), "body")
    with pytest.raises(EditError, match="deep"):
        edits.wrap(stack, {stack.nodes[0].uid}, node("Group"), "body")
    with pytest.raises(EditError, match="deep"):
        edits.insert(network(node("Group")), END_OF_NOTHING, [node("Group", *stack)])


def test_a_path_names_the_containers_and_slots_that_lead_to_a_layer(stack: Stack) -> None:
    paths = {found.name: path for path, found in walk_paths(stack)}
    assert paths["linear_1"] == ()
    assert paths["tanh_1"] == ("residual_1", "body", "group_2", "body")


@given(networks(), st.data())
def test_another_type_keeps_what_fits_and_leaves_the_others_as_they_were(
    stack: Stack, data: st.DataObject
) -> None:
    if not (found := list(walk(stack))):
        return
    before = data.draw(st.sampled_from(found))
    definition = data.draw(st.sampled_from(sorted(LAYERS, key=lambda cls: cls.type)))
    try:
        changed = edits.change_type(stack, before.uid, definition)
    except EditError:
        assert any(len(body) for _, body in before.slots)
        assert not definition.slots
        return
    after = find(changed, before.uid)
    assert after is not None
    assert after.type == definition.type
    assert (after.enabled, after.note) == (before.enabled, before.note)
    definition.read(after.fields)  # raises where a setting does not fit
    assert [inner.uid for _, body in after.slots for inner in walk(body)] == [
        inner.uid for _, body in before.slots for inner in walk(body)
    ] or len(before.slots) > 1
    assert sorted(uids(changed)) == sorted(uids(stack))
    for other in found:
        if other.uid != before.uid and before.uid not in {one.uid for one in walk(Stack((other,)))}:
            assert find(changed, other.uid) == other


def test_another_type_keeps_shared_settings_and_a_name_that_was_given_by_hand() -> None:
    stack = network(node("Conv2d", out_channels=48, kernel_size=5), node("Conv2d"))
    first, second = stack.nodes
    stack = edits.rename(stack, second.uid, "stem")
    stack = edits.change_type(stack, first.uid, LAYERS["Conv1d"])
    stack = edits.change_type(stack, second.uid, LAYERS["MaxPool2d"])
    assert names(stack) == ["conv1d_1", "stem"]
    assert stack.nodes[0].fields["out_channels"] == 48
    assert stack.nodes[0].fields["kernel_size"] == 5
    assert "out_channels" not in stack.nodes[1].fields


def test_a_layer_that_becomes_its_own_type_keeps_its_name() -> None:
    stack = network(node("ReLU"))
    assert names(edits.change_type(stack, stack.nodes[0].uid, LAYERS["ReLU"])) == ["relu_1"]


def test_a_container_that_holds_layers_becomes_no_plain_layer(stack: Stack) -> None:
    group = stack.nodes[1]
    with pytest.raises(EditError, match="cannot hold layers"):
        edits.change_type(stack, group.uid, LAYERS["ReLU"])
    changed = edits.change_type(stack, group.uid, LAYERS["Parallel"])
    assert types(changed) == [
        "Linear",
        "Parallel",
        "Conv2d",
        "ReLU",
        "Residual",
        "Group",
        "Tanh",
        "Flatten",
    ]
    back = edits.change_type(changed, group.uid, LAYERS["Group"])
    assert types(back) == types(stack)
