"""Sums that people type into number fields: ``64*2``, ``(28+4)/2``, ``2**5``."""

from __future__ import annotations

import ast
import operator
import re
from collections.abc import Callable

Number = int | float

_LONGEST = 60
_LARGEST = 10.0**30
_LARGEST_EXPONENT = 100

# Nothing else can begin a name or a call.
_SUM = re.compile(r"[0-9eE.+\-*/%()\s]+")

_SIGNS: dict[type[ast.unaryop], Callable[[Number], Number]] = {
    ast.UAdd: operator.pos,
    ast.USub: operator.neg,
}


def calculate(text: str) -> Number | None:
    """What a sum comes to, or None where ``text`` is none.

    A result that is whole is an ``int``, however it came about: ``128/4`` is 32.
    """
    said = text.strip().replace("×", "*").replace("÷", "/").replace("−", "-")
    if len(said) > _LONGEST or not _SUM.fullmatch(said):
        return None
    try:
        return _whole(_value(ast.parse(said, mode="eval").body))
    except (SyntaxError, ValueError, ArithmeticError, RecursionError, MemoryError):
        return None


def _value(node: ast.expr) -> Number:
    match node:
        case ast.Constant(value=int() | float() as number):
            return _bounded(number)
        case ast.UnaryOp(op=sign, operand=inner) if type(sign) in _SIGNS:
            return _SIGNS[type(sign)](_value(inner))
        case ast.BinOp(left=left, op=sign, right=right) if type(sign) in _OPERATIONS:
            return _bounded(_OPERATIONS[type(sign)](_value(left), _value(right)))
    raise ValueError("not a sum")


def _quotient(left: Number, right: Number) -> Number:
    """Exact where it is whole, also for numbers that no float holds."""
    if isinstance(left, int) and isinstance(right, int) and left % right == 0:
        return left // right
    return left / right


def _power(base: Number, exponent: Number) -> Number:
    if abs(exponent) > _LARGEST_EXPONENT or (base < 0 and not isinstance(exponent, int)):
        raise ValueError("too large, or no real number")
    return base**exponent


_OPERATIONS: dict[type[ast.operator], Callable[[Number, Number], Number]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: _quotient,
    ast.FloorDiv: operator.floordiv,
    ast.Mod: operator.mod,
    ast.Pow: _power,
}


def _bounded(number: Number) -> Number:
    if not abs(number) <= _LARGEST:  # not a number is not below it either
        raise ValueError("too large")
    return number


def _whole(number: Number) -> Number:
    return int(number) if isinstance(number, float) and number.is_integer() else number
