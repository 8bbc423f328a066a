"""Declared things: reading, writing, what does not fit."""

from __future__ import annotations

from dataclasses import FrozenInstanceError

import pytest

from netstudio.core.declare import Declared, Registry, Unreadable, field
from netstudio.core.kinds import (
    AUTO,
    Auto,
    Choice,
    File,
    Flag,
    Folder,
    Integer,
    Kind,
    Names,
    Padding1d,
    Padding2d,
    PlacedPoints,
    Real,
    Roles,
    Size2d,
    Text,
    Unfit,
)
from netstudio.core.translate import fill
from netstudio.core.values import Fields, Value, freeze
from tests.strategies import unfitting


class Thing(Declared):
    label = "Thing"
    help = "For tests."

    count: int | Auto = field(
        Integer(1, 9, auto=True), default=3, label="Count", help="How many.", argument="n"
    )
    share: float = field(
        Real(0.0, 1.0, below_maximum=True), default=0.5, label="Share", help="How much."
    )
    remark: bool = field(
        Flag(), default=True, label="Note", help="Whether.", argument=None, advanced=True
    )


class Other(Thing):
    type = "other"
    label = "Other thing"

    share: float = field(Real(0.0, 9.0), default=7.0, label="Share", help="Another share.")


def faults(values: dict[str, Value]) -> dict[str, str]:
    with pytest.raises(Unreadable) as caught:
        Thing.read(values)
    return {fault.name: str(fault.text) for fault in caught.value.faults}


def test_absent_settings_take_their_default() -> None:
    assert Thing.read({}).written() == Thing.defaults()
    assert Thing.read({"share": 0.25}) == Thing(count=3, share=0.25, remark=True)
    assert Thing.defaults() == Fields(count=3, share=0.5, remark=True)


def test_written_settings_are_read_back() -> None:
    thing = Thing(count=AUTO, share=0.1, remark=False)
    assert Thing.read(thing.written()) == thing


def test_a_whole_number_is_read_as_a_real_one_where_that_is_meant() -> None:
    assert isinstance(Thing.read({"share": 0}).share, float)


def test_every_fault_is_reported_with_label_value_and_what_would_fit() -> None:
    found = faults({"count": 10, "share": 1.0, "unheard": 1})
    assert found == {
        "count": 'Thing: Count is 10, but it must be a whole number from 1 to 9 or "auto".',
        "share": "Thing: Share is 1.0, but it must be a number, 0 or more and below 1.",
        "unheard": "Thing has no setting called unheard. Remove it or use one of: "
        "count, share, remark.",
    }


def test_a_long_value_is_cut_in_what_is_said_of_it() -> None:
    assert len(faults({"count": "x" * 10_000})["count"]) < 250
    assert len(faults({"x" * 10_000: 1})["x" * 10_000]) < 250


def test_arguments_are_the_settings_that_fill_one() -> None:
    assert Thing.read({}).arguments() == {"n": 3, "share": 0.5}


def test_a_setting_is_common_unless_it_is_declared_to_be_advanced() -> None:
    advanced = {spec.name: spec.advanced for spec in Thing.fields()}
    assert advanced == {"count": False, "share": False, "remark": True}


def test_a_subclass_inherits_settings_and_may_declare_them_anew() -> None:
    assert [spec.name for spec in Other.fields()] == ["count", "share", "remark"]
    assert Other.read({}).share == 7.0
    assert (Thing.type, Other.type) == ("Thing", "other")
    assert Thing.read({}).share == 0.5


def test_a_declared_thing_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        Thing.read({}).count = 4  # type: ignore[misc]


def test_a_default_that_does_not_fit_is_refused_at_once() -> None:
    with pytest.raises(Unfit):
        field(Integer(1, 9), default=10, label="Count")


def test_a_registry_makes_what_is_registered_and_names_what_is_not() -> None:
    registry: Registry[Thing] = Registry("thing")
    registry.register(Thing)
    registry.register(Other)
    assert registry.make("other", {"count": 4}) == Other(count=4, share=7.0, remark=True)
    assert registry.names() == ("Thing", "other")
    assert len(registry) == len([*registry]) == 2
    assert registry.get("nothing") is None
    with pytest.raises(Unreadable, match=r'no thing called "nothing". Use one of: Thing, other'):
        registry.make("nothing", {})
    with pytest.raises(ValueError, match="two thing types called other"):
        registry.register(Other)


def test_a_registry_lists_what_it_is_told_to_list_first() -> None:
    registry: Registry[Declared] = Registry("thing")
    for name in ("One", "Two", "Three", "Four"):
        registry.register(type(name, (Declared,), {"label": name, "help": "For tests."}))
    registry.arrange("Three", "One")
    assert registry.names() == ("Three", "One", "Two", "Four")
    with pytest.raises(KeyError):
        registry.arrange("Five")


def test_a_large_registry_names_only_what_is_nearest() -> None:
    registry: Registry[Thing] = Registry("thing")
    for number in range(100):
        registry.register(type(f"Thing{number}", (Thing,), {}))
    with pytest.raises(Unreadable) as caught:
        registry.make("thing42", {})
    words = str(caught.value)
    assert words.startswith('There is no thing called "thing42". The nearest names are: Thing42, ')
    assert len(words) < 150


@pytest.mark.parametrize("name", ["type", "name", "uid", "slots"])
def test_a_field_cannot_be_called_like_an_entry_that_stands_beside_it(name: str) -> None:
    declared = field(Flag(), default=True, label="Flag", help="Whether.")
    namespace = {"__annotations__": {name: bool}, name: declared, "__module__": __name__}
    clashing = type("Clashing", (Thing,), namespace)
    with pytest.raises(ValueError, match=f"Clashing must not have a field called {name}"):
        Registry[Thing]("thing").register(clashing)


ROLES = Roles(("number", "ignore"))

KINDS: tuple[Kind, ...] = (
    Integer(1, 9),
    Integer(-3, 2**32, auto=True),
    Real(0.0, 1.0),
    Real(0.0, 1.0, above_minimum=True, below_maximum=True),
    Flag(),
    Choice(("one", "two")),
    Size2d(1, 9),
    Size2d(0, 9, optional=True),
    Padding1d(9),
    Padding2d(9),
    Folder(),
    File((".csv",)),
    Text(),
    Names(),
    ROLES,
    PlacedPoints(2, 10.0),
)


@pytest.mark.parametrize("kind", KINDS, ids=repr)
def test_a_kind_says_what_would_fit_instead_of_what_does_not(kind: Kind) -> None:
    for value in unfitting(kind):
        with pytest.raises(Unfit) as caught:
            kind.parse(freeze(value))
        assert str(caught.value.wanted) == str(caught.value)


@pytest.mark.parametrize(
    ("kind", "value", "parsed"),
    [
        (Integer(1, 9), 1, 1),
        (Integer(1, 9), 9, 9),
        (Integer(1, 9, auto=True), "auto", AUTO),
        (Real(0.0, 1.0), 1, 1.0),
        (Real(0.0, 1.0), 0.0, 0.0),
        (Flag(), False, False),
        (Choice(("one", "two")), "two", "two"),
        (Size2d(1, 9), 3, (3, 3)),
        (Size2d(1, 9), [3, 4], (3, 4)),
        (Size2d(1, 9, optional=True), None, None),
        (Padding1d(9), "same", "same"),
        (Padding1d(9), 0, 0),
        (Padding2d(9), "valid", "valid"),
        (Padding2d(9), 2, (2, 2)),
        (Padding2d(9), [0, 2], (0, 2)),
        (Folder(), "", ""),
        (File((".csv",)), "a/b.txt", "a/b.txt"),
        (Text(), "price in €", "price in €"),
        (Names(), ["one", "two"], ("one", "two")),
        (Names(), "one", ("one",)),
        (Names(), [], ()),
        (ROLES, {"age": "number"}, Fields(age="number")),
        (ROLES, {}, Fields()),
        (PlacedPoints(2, 10.0), [[1, -2.5, 0]], ((1.0, -2.5, 0),)),
    ],
)
def test_a_kind_takes_what_fits(kind: Kind, value: object, parsed: object) -> None:
    assert kind.parse(freeze(value)) == parsed
    assert type(kind.parse(freeze(value))) is type(parsed)


@pytest.mark.parametrize(
    ("kind", "wanted"),
    [
        (Integer(1, 9), "a whole number from 1 to 9"),
        (Real(0.5, 1.0, above_minimum=True), "a number, above 0.5 and 1 at most"),
        (Choice(("one", "two")), "one of one, two"),
        (
            Size2d(0, 9, optional=True),
            "a whole number from 0 to 9, or two of them for height and width, or null",
        ),
        (Padding1d(9), '"valid", "same", or a whole number from 0 to 9'),
        (
            Padding2d(9),
            '"valid", "same", or a whole number from 0 to 9, or two of them for height and width',
        ),
    ],
    ids=repr,
)
def test_what_would_fit_ends_the_sentence(kind: Kind, wanted: str) -> None:
    with pytest.raises(Unfit) as caught:
        kind.parse(Fields())
    assert str(caught.value.wanted) == wanted


def test_what_would_fit_is_translated_with_the_sentence_that_it_ends() -> None:
    german = {
        "{type}: {name} is {value}, but it must be {wanted}.": "{name} ist {value}, {wanted}",
        "a number, {low} and {high}": "eine Zahl, {low} und {high}",
        "{bound} or more": "mindestens {bound}",
        "below {bound}": "unter {bound}",
    }
    with pytest.raises(Unreadable) as caught:
        Thing.read({"share": 2})
    (fault,) = caught.value.faults
    words = fill(fault.text, lambda template: german.get(template, template))
    assert words == "Share ist 2, eine Zahl, mindestens 0 und unter 1"
