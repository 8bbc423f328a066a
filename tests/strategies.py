"""What hypothesis draws: JSON values, networks, projects, edits and settings."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Sequence

from hypothesis import strategies as st

from netstudio.core import edits
from netstudio.core.declare import RESERVED
from netstudio.core.kinds import (
    AUTO,
    Choice,
    File,
    Flag,
    Folder,
    Integer,
    Kind,
    Names,
    OneOf,
    Padding1d,
    Padding2d,
    Padding3d,
    PlacedPoints,
    Real,
    Roles,
    Size2d,
    Size3d,
    Text,
)
from netstudio.core.project import (
    DataChoice,
    DataFacts,
    PartSizes,
    Project,
    Selected,
    TrainingChoice,
)
from netstudio.core.rows import Rising
from netstudio.core.shapes import Margins1d, Margins2d, Order, Shape
from netstudio.core.spec import TensorSpec
from netstudio.core.tree import Location, Node, Stack, find, locate, walk
from netstudio.core.values import Fields

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
scalars = (
    st.none()
    | st.booleans()
    | st.integers(-(2**70), 2**70)
    | st.floats(allow_nan=False, allow_infinity=False)
    | texts
)
json_values: st.SearchStrategy[object] = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=6,
)

CONTAINERS = ("Group", "Residual")
LEAVES = ("Linear", "Conv2d", "ReLU", "Flatten", "Dropout")


def fields(*reserved: str) -> st.SearchStrategy[Fields]:
    """Any settings, known or not, whose keys the file does not need for itself."""
    keys = (texts | st.sampled_from(["out_features", "p", "kernel_size"])).filter(
        lambda key: key not in reserved
    )
    return st.dictionaries(keys, json_values, max_size=3).map(Fields)


@st.composite
def networks(draw: st.DrawFn, deepest: int = 3) -> Stack:
    """Any network, nested, with unknown layers, strange names and unique uids."""
    numbers = itertools.count()

    def stack(depth: int) -> Stack:
        return Stack(tuple(one(depth) for _ in range(draw(st.integers(0, 3)))))

    def one(depth: int) -> Node:
        holds = depth > 0 and draw(st.booleans())
        slots = draw(st.lists(st.just("body") | texts, min_size=1, max_size=2, unique=True))
        number = next(numbers)
        return Node(
            uid=f"uid{number}",
            type=draw(st.sampled_from(CONTAINERS if holds else LEAVES) | texts),
            name=f"{draw(texts)}_{number}",
            fields=draw(fields(*RESERVED)),
            slots=tuple((slot, stack(depth - 1)) for slot in slots) if holds else (),
            enabled=draw(st.booleans()),
            note=draw(texts),
            frozen=draw(st.booleans()),
            learning_rate_factor=draw(st.floats(allow_nan=False, allow_infinity=False)),
        )

    return stack(deepest)


def _selected(*types: str) -> st.SearchStrategy[Selected]:
    return st.builds(Selected, st.sampled_from(types) | texts, fields("type"))


@st.composite
def _specs(draw: st.DrawFn) -> TensorSpec:
    axes = draw(st.lists(texts, max_size=4))
    sizes = [draw(st.integers(1, 2**40)) for _ in axes]
    dtype = draw(st.sampled_from(["float32", "int64"]) | texts)
    vocabulary = draw(st.none() | st.integers(1, 2**40))
    return TensorSpec(tuple(axes), tuple(sizes), dtype, vocabulary)


_counts = st.integers(0, 2**40)
facts = st.builds(
    DataFacts,
    _specs(),
    st.lists(texts, max_size=4).map(tuple),
    st.builds(PartSizes, _counts, _counts, _counts),
)


def projects() -> st.SearchStrategy[Project]:
    """Any project that a file can hold, sensible or not."""
    return st.builds(
        Project,
        name=texts,
        task=_selected("image_classification"),
        data=st.builds(
            DataChoice,
            _selected("mnist", "image_folder"),
            fields("source", "facts", "preparation", "augmentation"),
            st.none() | facts,
            fields(),
            st.lists(
                st.builds(
                    Selected, st.sampled_from(("flip", "noise")), fields("enabled"), st.booleans()
                ),
                max_size=3,
            ).map(tuple),
        ),
        training=st.builds(
            TrainingChoice,
            _selected("cross_entropy"),
            _selected("adam", "sgd"),
            fields("loss", "optimizer"),
        ),
        network=networks(),
    )


@st.composite
def fresh_nodes(draw: st.DrawFn, deepest: int = 1) -> Node:
    """A layer to insert, perhaps a container that already holds some."""
    if deepest and draw(st.booleans()):
        container = edits.new_node(draw(st.sampled_from(CONTAINERS)), Fields(), ("body",))
        inner = draw(st.lists(fresh_nodes(deepest=deepest - 1), max_size=2))
        return container.with_slot("body", Stack(tuple(inner)))
    return edits.new_node(draw(st.sampled_from(LEAVES)), Fields())


def places(stack: Stack) -> list[Location]:
    """Every place in the tree where a layer may go."""

    def inside(body: Stack, parent: str | None, slot: str) -> Iterator[Location]:
        yield from (Location(parent, slot, index) for index in range(len(body) + 1))
        for node in body:
            for name, inner in node.slots:
                yield from inside(inner, node.uid, name)

    return list(inside(stack, None, ""))


def _some_uids(draw: st.DrawFn, stack: Stack) -> list[str]:
    uids = [node.uid for node in walk(stack)]
    return draw(st.lists(st.sampled_from(uids), min_size=1, max_size=3, unique=True))


def _neighbours(draw: st.DrawFn, stack: Stack) -> list[str]:
    place = locate(stack, draw(st.sampled_from([node.uid for node in walk(stack)])))
    assert place is not None
    parent = find(stack, place.parent) if place.parent is not None else None
    there: Sequence[Node] = (parent.slot(place.slot) if parent else stack).nodes
    until = draw(st.integers(place.index + 1, len(there)))
    return [node.uid for node in there[place.index : until]]


@st.composite
def edited(draw: st.DrawFn, stack: Stack) -> Stack:
    """``stack`` after one edit of any kind; an edit that makes no sense leaves it as it is."""
    present = [*walk(stack)]
    # Pasting a node that is there already must give it a uid and a name of its own.
    pasted = fresh_nodes() | st.sampled_from(present) if present else fresh_nodes()
    operations: list[Callable[[], Stack]] = [
        lambda: edits.insert(
            stack, draw(st.sampled_from(places(stack))), draw(st.lists(pasted, max_size=2))
        )
    ]
    if present:
        node = draw(st.sampled_from(present))
        container = edits.new_node(draw(st.sampled_from(CONTAINERS)), Fields(), ("body",))
        operations += [
            lambda: edits.remove(stack, _some_uids(draw, stack)),
            lambda: edits.move(
                stack, _some_uids(draw, stack), draw(st.sampled_from(places(stack)))
            ),
            lambda: edits.duplicate(stack, _some_uids(draw, stack)),
            lambda: edits.set_fields(stack, node.uid, p=draw(json_values)),
            lambda: edits.rename(stack, node.uid, draw(st.sampled_from("abcdef"))),
            lambda: edits.wrap(stack, _neighbours(draw, stack), container, "body"),
            lambda: edits.unwrap(stack, node.uid),
            lambda: edits.set_frozen(stack, _some_uids(draw, stack), draw(st.booleans())),
            lambda: edits.set_learning_rate_factor(stack, (node.uid,), draw(st.floats(0.0, 2.0))),
        ]
    try:
        return draw(st.sampled_from(operations))()
    except edits.EditError:
        return stack


def fitting(kind: Kind, largest: int = 4) -> st.SearchStrategy[object]:
    """Values that ``kind`` takes, numbers no larger than ``largest``."""
    match kind:
        case Integer(minimum, maximum, auto):
            numbers = st.integers(minimum, max(minimum, min(maximum, largest)))
            return numbers | st.just(AUTO) if auto else numbers
        case Real(minimum, maximum, above, below):
            return st.floats(minimum, maximum, exclude_min=above, exclude_max=below)
        case Flag():
            return st.booleans()
        case Choice(options):
            return st.sampled_from(options)
        case Size2d(minimum, maximum, optional):
            side = st.integers(minimum, max(minimum, min(maximum, largest)))
            sizes = side | st.tuples(side, side)
            return sizes | st.none() if optional else sizes
        case Size3d(minimum, maximum, optional):
            side = st.integers(minimum, max(minimum, min(maximum, largest)))
            solids = side | st.tuples(side, side, side)
            return solids | st.none() if optional else solids
        case Padding1d():
            return st.sampled_from(["valid", "same"]) | st.integers(0, largest)
        case Padding2d():
            side = st.integers(0, largest)
            return st.sampled_from(["valid", "same"]) | side | st.tuples(side, side)
        case Padding3d():
            side = st.integers(0, largest)
            return st.sampled_from(["valid", "same"]) | side | st.tuples(side, side, side)
        case Margins1d():
            side = st.integers(0, largest)
            return side | st.tuples(side, side)
        case Margins2d():
            side = st.integers(0, largest)
            return side | st.tuples(side, side, side, side)
        case Shape(_, fewest):
            return st.lists(st.integers(1, largest), min_size=fewest, max_size=4).flatmap(
                lambda sizes: st.sampled_from([tuple(sizes), (-1, *sizes[1:]), (*sizes[:-1], -1)])
            )
        case Order():
            orders = (itertools.permutations(range(1, count + 1)) for count in (2, 3, 4))
            return st.sampled_from([*itertools.chain(*orders)])
        case Rising(minimum, maximum):
            numbers = st.integers(minimum, min(maximum, minimum + 9))
            return st.sets(numbers, min_size=1, max_size=4).map(lambda row: tuple(sorted(row)))
        case Folder() | File():
            return texts.filter(lambda text: "\0" not in text)
        case Text():
            return texts.filter(str.isprintable)
        case Names():
            return st.lists(texts.filter(bool), max_size=3).map(tuple)
    raise AssertionError(f"say here what fits {kind}")


def unfitting(kind: Kind) -> tuple[object, ...]:
    """Values that ``kind`` does not take: of the wrong type, and just out of range."""
    anything: tuple[object, ...] = (
        {},
        {"a": 1},
        [1, 2, 3],
        [[1, 1]],
        -(10**400),
        10**400,
        "½",
        "a\nb\0",
    )
    match kind:
        case Integer(minimum, maximum):
            return (*anything, minimum - 1, maximum + 1, None, True, 1.5, [1])
        case Real(minimum, maximum, above, below):
            ends = ([minimum] if above else []) + ([maximum] if below else [])
            return (*anything, minimum - 1, maximum + 1, *ends, None, True, [1.0])
        case Flag():
            return (*anything, None, 0, 1, "true")
        case Choice():
            return (*anything, None, True, 0)
        case Size2d(minimum, maximum, optional):
            wrong = (minimum - 1, [maximum + 1, 1], [1], [True, 1], [1, None], 1.5, True)
            return (*anything, *wrong) if optional else (*anything, *wrong, None)
        case Size3d(minimum, maximum, optional):
            others = (value for value in anything if value != [1, 2, 3])
            odd = (minimum - 1, [maximum + 1, 1, 1], [1, 1], [True, 1, 1], 1.5, True)
            return (*others, *odd) if optional else (*others, *odd, None)
        case Margins1d(maximum) | Margins2d(maximum):
            return (*anything, -1, maximum + 1, None, True, 1.5, [1], [1, 1, 1, 1, 1])
        case Shape(maximum):
            others = (value for value in anything if value != [1, 2, 3])
            return (*others, 0, -2, [0, 1], [-1, -1], [maximum + 1, 1], [1] * 5, [], None, True)
        case Order():
            others = (value for value in anything if value != [1, 2, 3])
            return (*others, 1, [1], [0, 1], [1, 3], [1, 1], [2, 1, 3, 5, 4], None, True)
        case Rising(minimum, maximum):
            others = (value for value in anything if value != [1, 2, 3])
            falling = ([2, 1], [1, 1], [minimum, maximum + 1], [True, 2], [1, 2.5])
            return (*others, minimum - 1, maximum + 1, [], *falling, None, True, 1.5)
        case Padding3d(maximum):
            others = (value for value in anything if value != [1, 2, 3])
            return (*others, -1, maximum + 1, [1, 1], None, True, 1.5)
        case Padding1d(maximum) | Padding2d(maximum):
            return (*anything, -1, maximum + 1, None, True, 1.5)
        case Folder() | File() | Text():
            return (*(value for value in anything if value != "½"), None, True, 3)
        case Names():
            others = (value for value in anything if not isinstance(value, str))
            return (*others, None, True, 3, "", ["one", 2], ["one", ""])
        case OneOf(most):
            others = (value for value in anything if value != [1, 2, 3])
            return (*others, 1, [1], [0, 2], [3, 2], [1, most + 1], [1, 2, 3], True, [True, 2])
        case Roles():
            others = (value for value in anything if value != {})
            return (*others, None, True, 3, {"age": "½"}, {"age": 3})
        case PlacedPoints(classes, limit):
            far = [[limit + 1, 0, 0]], [[0, -limit - 1, 0]]
            return (*anything, *far, [[0, 0, classes]], [[0, 0, 0.5]], [[0, True, 0]], None, 3)
    raise AssertionError(f"say here what does not fit {kind}")
