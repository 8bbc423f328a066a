"""Sums in number fields."""

from __future__ import annotations

import ast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netstudio.core.values import Value
from netstudio.gui.forms.arithmetic import calculate
from netstudio.gui.forms.notation import read_integer, read_real, read_size


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("64*2", 128),
        ("64 × 2", 128),
        ("128/4", 32),
        ("128 ÷ 3 * 3", 128),
        ("2**5", 32),
        ("(28+4)/2 - 1", 15),
        ("-3 + 10", 7),
        ("28 // 3 % 4", 1),
        ("0.1*10", 1),
        ("3/2", 1.5),
        ("2**-1", 0.5),
        ("(10**17 + 2)/2", 50_000_000_000_000_001),
        ("1e-3 * 5", 0.005),
    ],
)
def test_a_sum_is_calculated_and_what_is_whole_stays_whole(text: str, result: float) -> None:
    assert calculate(text) == result
    assert type(calculate(text)) is type(result)


@pytest.mark.parametrize(
    "text",
    [
        *("", "64*", "(2", "1/0", "9**9**9", "10**31", "2**101", "1e400", "(-2)**0.5"),
        *("__import__", "x", "True", "1 if 2 else 3", "[1]", "1,2", "1 2", "1_000", "(" * 50),
        *("+" * 61, "1(2)", "1j", "2**5**1000"),
    ],
)
def test_what_is_no_sum_is_nothing(text: str) -> None:
    assert calculate(text) is None


@given(st.text("0123456789eE.+-*/%() ", max_size=80))
def test_whatever_is_typed_it_is_calculated_or_refused_at_once(text: str) -> None:
    result = calculate(text)
    assert result is None or abs(result) <= 10**30


@given(st.text("0123456789+-*() ", max_size=12))
def test_whole_numbers_are_calculated_as_python_does(text: str) -> None:
    result = calculate(text)
    if result is not None and "**" not in text:
        assert result == eval(compile(ast.parse(text.strip(), mode="eval"), "", "eval"), {})


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("007", 7),
        ("64*2", 128),
        ("64*", "64*"),
        ("3/2", "3/2"),
        ("auto", "auto"),
    ],
)
def test_a_field_of_whole_numbers_takes_sums_that_are_whole(text: str, value: Value) -> None:
    assert read_integer(text) == value


def test_the_other_fields_of_numbers_take_sums_too() -> None:
    assert read_real("1/4") == 0.25
    assert read_real("1/") == "1/"
    assert read_size("28/4 × 2**2") == (7, 4)
    assert read_size("3*5") == (3, 5), "one star stands between the sides of a size"
    assert read_size("2**3") == 8
