"""Immutable JSON values."""

from __future__ import annotations

import json
import math

import pytest
from hypothesis import given

from netstudio.core.spec import FEATURES, IMAGE, TensorSpec
from netstudio.core.values import Fields, freeze, thaw, written
from tests.strategies import fields, json_values


@given(json_values)
def test_freezing_and_thawing_gives_the_same_json_back(value: object) -> None:
    assert written(freeze(value)) == json.dumps(value, ensure_ascii=False)
    assert freeze(thaw(freeze(value))) == freeze(value)


@given(fields(), fields())
def test_fields_are_equal_exactly_where_they_are_written_alike(one: Fields, other: Fields) -> None:
    alike = written(one) == written(other)
    assert (one == other) is alike
    if alike:
        assert hash(one) == hash(other)
    assert one == Fields(thaw(one))  # type: ignore[arg-type]


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf, object(), {1, 2}, b"x"])
def test_what_a_file_cannot_hold_is_refused(value: object) -> None:
    with pytest.raises(ValueError, match=r".+"):
        Fields(p=[{"deep": value}])


def test_one_and_true_and_one_point_zero_all_differ() -> None:
    assert len({Fields(p=1), Fields(p=True), Fields(p=1.0), Fields(p="1")}) == 4


def test_fields_cannot_be_changed_through_what_they_were_made_from() -> None:
    source: dict[str, list[int]] = {"sizes": [1, 2]}
    made = Fields(source)
    source["sizes"].append(3)
    assert made["sizes"] == (1, 2)


def test_a_replaced_value_keeps_its_place_and_the_original_stays() -> None:
    made = Fields(a=1, b=2)
    assert list(made.replace(a=3, c=4).items()) == [("a", 3), ("b", 2), ("c", 4)]
    assert made == Fields(a=1, b=2)
    assert made.without("a") == Fields(b=2)


def test_a_spec_needs_a_name_for_every_size() -> None:
    with pytest.raises(ValueError, match="1 axes but 2 sizes"):
        TensorSpec(FEATURES, (1, 2))


def test_a_spec_knows_its_sizes_by_axis() -> None:
    spec = TensorSpec(IMAGE, (3, 32, 26))
    assert spec.size("height") == 32
    with pytest.raises(KeyError, match="time"):
        spec.size("time")
