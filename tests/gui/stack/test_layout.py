from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from netstudio.core.tree import Location, Node, Stack, find, walk
from netstudio.gui.stack.geometry import INPUT, OUTPUT, Layout, Rect
from netstudio.gui.stack.layout import NARROWEST_BRANCH, lay_out, wanted_width
from tests.strategies import networks, places


@st.composite
def layouts(draw: st.DrawFn) -> tuple[Stack, set[str], Layout]:
    network = _with_branches(draw(networks()))
    containers = [node.uid for node in walk(network) if node.slots]
    collapsed = set(draw(st.lists(st.sampled_from(containers)))) if containers else set()
    uids = [INPUT, OUTPUT, *(node.uid for node in walk(network))]
    heights = draw(
        st.dictionaries(st.sampled_from(uids), st.lists(st.integers(20, 90), max_size=2))
    )
    width = draw(st.sampled_from([180.0, 300.0, 440.0, 760.0]))
    return (
        network,
        collapsed,
        lay_out(network, collapsed, lambda uid, _: heights.get(uid, ()), width),
    )


def _with_branches(stack: Stack) -> Stack:
    """The stack with a Parallel in place of every container that has several slots."""

    def branched(node: Node) -> Node:
        bodies = [_with_branches(body) for _, body in node.slots]
        if len(bodies) == 1:
            return replace(node, slots=((node.slots[0][0], bodies[0]),))
        slots = tuple((f"branch_{at}", body) for at, body in enumerate(bodies, start=1))
        return replace(node, type="Parallel", slots=slots)

    return Stack(tuple(branched(node) if node.slots else node for node in stack))


def _shown(stack: Stack, collapsed: set[str]) -> Stack:
    """The stack as if collapsed containers were plain layers."""

    def plain(node: Node) -> Node:
        slots = () if node.uid in collapsed else node.slots
        return Node(
            node.uid,
            node.type,
            node.name,
            node.fields,
            tuple((name, _shown(body, collapsed)) for name, body in slots),
        )

    return Stack(tuple(plain(node) for node in stack))


def _siblings(stack: Stack) -> Iterator[list[str]]:
    yield [node.uid for node in stack]
    for node in walk(stack):
        yield from ([inner.uid for inner in body] for _, body in node.slots)


def _within(inner: Rect, outer: Rect) -> bool:
    return (
        outer.x <= inner.x
        and inner.right <= outer.right
        and outer.y <= inner.y
        and inner.bottom <= outer.bottom
    )


@given(layouts())
def test_cards_beside_each_other_never_overlap(drawn: tuple[Stack, set[str], Layout]) -> None:
    network, collapsed, layout = drawn
    for uids in _siblings(_shown(network, collapsed)):
        for above, below in pairwise(uids):
            assert layout.cards[above].rect.bottom < layout.cards[below].rect.y


@given(layouts())
def test_what_a_container_holds_lies_within_it(drawn: tuple[Stack, set[str], Layout]) -> None:
    network, collapsed, layout = drawn
    shown = _shown(network, collapsed)
    for node in walk(shown):
        card = layout.cards[node.uid]
        assert all(_within(note, card.rect) for note in card.notes)
        for inner in (inner for _, body in node.slots for inner in body):
            assert _within(layout.cards[inner.uid].rect, card.rect)
            assert layout.cards[inner.uid].rect.y >= card.head.bottom
    for gap in layout.gaps.values():
        assert _within(gap.plus, gap.rect)
        if gap.place.parent is not None:
            assert _within(gap.rect, layout.cards[gap.place.parent].rect)


@given(layouts())
def test_every_place_that_is_shown_has_one_drop_place(
    drawn: tuple[Stack, set[str], Layout],
) -> None:
    network, collapsed, layout = drawn
    there = {place for place, gap in layout.gaps.items() if not gap.is_new}
    assert there == set(places(_shown(network, collapsed)))
    taken = [gap.rect for gap in layout.gaps.values()]
    heads = [card.head for card in layout.cards.values()]
    for one in taken:
        for other in (*taken, *heads):
            assert one is other or not one.grown(-0.01).meets(other)


@given(layouts())
def test_branches_never_overlap(drawn: tuple[Stack, set[str], Layout]) -> None:
    network, collapsed, layout = drawn
    for node in walk(_shown(network, collapsed)):
        branches = [[layout.cards[inner.uid].rect for inner in body] for _, body in node.slots]
        for left, right in combinations(branches, 2):
            assert not any(one.grown(-0.01).meets(other) for one in left for other in right)


def _parallel(*sizes: int) -> Stack:
    """One Parallel whose branches hold so many layers."""
    slots = tuple(
        (
            f"branch_{at}",
            Stack(tuple(Node(f"n{at}{i}", "ReLU", f"relu_{at}{i}") for i in range(size))),
        )
        for at, size in enumerate(sizes, start=1)
    )
    return Stack((Node("box", "Parallel", "parallel_1", slots=slots),))


def _bare(network: Stack, width: float) -> Layout:
    return lay_out(network, (), lambda uid, width: (), width)


def test_branches_are_side_by_side_while_there_is_room() -> None:
    network = _parallel(1, 2)
    wide, narrow = _bare(network, 440), _bare(network, 320)
    assert wide.cards["n10"].head.y == wide.cards["n20"].head.y
    assert wide.cards["n10"].head.width >= NARROWEST_BRANCH
    assert narrow.cards["n10"].head.bottom < narrow.cards["n20"].head.y
    enough = wanted_width(_parallel(1, 1, 1, 1), ())
    four = _bare(_parallel(1, 1, 1, 1), enough)
    assert len({four.cards[f"n{at}0"].head.y for at in (1, 2, 3, 4)}) == 1


def test_a_drop_means_the_branch_that_it_is_over_or_a_new_one() -> None:
    layout = _bare(_parallel(1, 3), 440)
    first, second = layout.cards["n10"].head, layout.cards["n20"].head
    low = layout.cards["n22"].head.bottom - 3
    assert layout.drop_at(first.x + 20, low) == Location("box", "branch_1", 1)
    assert layout.drop_at(second.x + 20, low) == Location("box", "branch_2", 3)
    new = layout.drop_at(second.right + 15, low)
    assert new == Location("box", "branch_3", 0)
    assert layout.gaps[new].is_new


def test_every_branch_is_wired_to_the_merge() -> None:
    for width in (440, 300):
        layout = _bare(_parallel(1, 2, 0), width)
        (merge,) = layout.merges
        into = [wire for wire in layout.wires if wire.points[-1][1] >= merge.rect.y]
        assert len(into) == 4  # three branches, and on to the layer below
        assert merge.text == "concat"


@given(layouts())
def test_a_drop_in_a_gap_means_its_place(drawn: tuple[Stack, set[str], Layout]) -> None:
    _, _, layout = drawn
    for place, gap in layout.gaps.items():
        rect = gap.rect
        assert layout.drop_at(rect.x + rect.width / 2, rect.y + rect.height / 2) == place
        found = layout.gap_with_plus_at(gap.plus.x + 1, gap.plus.y + 1)
        assert found is not None
        assert found.place == place


@given(layouts())
def test_a_point_on_a_card_finds_the_card(drawn: tuple[Stack, set[str], Layout]) -> None:
    network, collapsed, layout = drawn
    assert list(layout.cards) == [
        INPUT,
        *(node.uid for node in walk(_shown(network, collapsed))),
        OUTPUT,
    ]
    for uid, card in layout.cards.items():
        found = layout.card_at(card.head.x + 1, card.head.y + card.head.height - 1)
        assert found is not None
        assert found.uid == uid


@given(layouts(), st.floats(-500, 900), st.floats(-500, 3000))
def test_every_point_means_some_place(
    drawn: tuple[Stack, set[str], Layout], x: float, y: float
) -> None:
    network, _, layout = drawn
    place = layout.drop_at(x, y)
    assert layout.gaps[place].is_new or place in places(network)


def test_a_drop_on_a_card_goes_before_or_after_it_by_its_half() -> None:
    network = Stack((Node("a", "ReLU", "relu_1"), Node("b", "ReLU", "relu_2")))
    layout = lay_out(network, (), lambda uid, width: (), 440)
    head = layout.cards["a"].head
    assert layout.drop_at(100, head.y + 4) == Location(None, "", 0)
    assert layout.drop_at(100, head.bottom - 4) == Location(None, "", 1)


def test_the_upper_half_of_a_containers_first_line_means_before_it() -> None:
    body = Stack((Node("in", "ReLU", "relu_1"),))
    network = Stack((Node("box", "Group", "group_1", slots=(("body", body),)),))
    layout = lay_out(network, (), lambda uid, width: (), 440)
    head = layout.cards["box"].head
    assert layout.drop_at(100, head.y + 4) == Location(None, "", 0)
    assert layout.drop_at(100, head.bottom - 4) == Location("box", "body", 0)
    assert find(network, "box") is not None


def test_500_cards_are_laid_out_at_once() -> None:
    network = Stack(tuple(Node(f"n{i}", "ReLU", f"relu_{i}") for i in range(500)))
    took = []
    for _ in range(5):
        start = time.perf_counter()
        layout = lay_out(network, (), lambda uid, width: (), 440)
        layout.drop_at(200, 9000)
        took.append(time.perf_counter() - start)
    assert min(took) < 0.02
