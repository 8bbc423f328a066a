"""Constants and what Python's operators make of them, within bounds."""

from __future__ import annotations

import ast
import operator
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from netstudio.engine.network.source.values import UNKNOWN, Unknown

LONGEST = 10_000
_LARGEST = 2**64

_BINARY: Mapping[type[ast.operator], Callable[[Any, Any], Any]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.FloorDiv: operator.floordiv,
    ast.Mod: operator.mod,
    ast.Pow: operator.pow,
}
_COMPARISONS: Mapping[type[ast.cmpop], Callable[[Any, Any], Any]] = {
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
    ast.Is: operator.is_,
    ast.IsNot: operator.is_not,
    ast.In: lambda left, right: left in right,
    ast.NotIn: lambda left, right: left not in right,
}


def binary(kind: ast.operator, left: object, right: object) -> Any:
    """``left + right`` and the like; ``UNKNOWN`` where it cannot or should not be worked out."""
    compute = _BINARY.get(type(kind))
    if compute is None:
        return UNKNOWN
    if _is_number(left) and _is_number(right):
        return _of_numbers(kind, compute, left, right)
    if isinstance(kind, ast.Add):
        return _joined(left, right)
    if isinstance(kind, ast.Mult):
        sequence, count = (left, right) if isinstance(right, int) else (right, left)
        if isinstance(sequence, list | tuple) and isinstance(count, int):
            return compute(left, right) if len(sequence) * count <= LONGEST else UNKNOWN
    return UNKNOWN


def _joined(left: Any, right: Any) -> Any:
    """Two lists, tuples or texts as one."""
    match left, right:
        case (list(), list()) | (tuple(), tuple()) | (str(), str()):
            return left + right if len(left) + len(right) <= LONGEST else UNKNOWN
    return UNKNOWN


def _of_numbers(
    kind: ast.operator, compute: Callable[[Any, Any], Any], left: Any, right: Any
) -> Any:
    if isinstance(kind, ast.Pow) and not (abs(left) <= _LARGEST and abs(right) <= 64):
        return UNKNOWN
    try:
        result = compute(left, right)
    except (ArithmeticError, ValueError):
        return UNKNOWN
    return result if _is_number(result) and abs(result) <= _LARGEST else UNKNOWN


def unary(kind: ast.unaryop, value: object) -> Any:
    """``-value`` or ``not value``."""
    if isinstance(kind, ast.Not):
        return UNKNOWN if isinstance(value, Unknown) else not value
    if isinstance(value, int | float) and isinstance(kind, ast.USub | ast.UAdd):
        return -value if isinstance(kind, ast.USub) else value
    return UNKNOWN


def compare(kind: ast.cmpop, left: object, right: object) -> Any:
    """Whether ``left == right`` and the like."""
    if isinstance(left, Unknown) or isinstance(right, Unknown):
        return UNKNOWN
    try:
        return _COMPARISONS[type(kind)](left, right)
    except TypeError:
        return UNKNOWN


def _is_number(value: object) -> bool:
    return isinstance(value, int | float)


def builtin(name: str, given: list[Any]) -> Any:
    """What one of Python's own functions makes of constants."""
    if name == "range" and all(isinstance(value, int) for value in given) and given:
        try:
            return range(*given)
        except (TypeError, ValueError):
            return UNKNOWN
    if any(isinstance(value, Unknown) for value in given):
        return UNKNOWN
    function = _BUILTINS.get(name)
    if function is None:
        return UNKNOWN
    try:
        return function(*given)
    except (TypeError, ValueError, OverflowError, KeyError):
        return UNKNOWN


def listed(values: Any) -> list[Any]:
    """The values in a sequence; one that is not known for what is no sequence, or a long one."""
    try:
        return _listed(values) if isinstance(values, Sequence) else [UNKNOWN]
    except (ValueError, OverflowError):
        return [UNKNOWN]


def _listed(values: Any) -> list[Any]:
    if len(values) > LONGEST:
        raise ValueError
    return list(values)


_BUILTINS: Mapping[str, Callable[..., Any]] = {
    "abs": abs,
    "bool": bool,
    "float": float,
    "int": lambda value: int(value) if _is_number(value) else UNKNOWN,
    "len": len,
    "list": lambda values=(): _listed(values),
    "tuple": lambda values=(): tuple(_listed(values)),
    "max": lambda *values: max(*map(_listed, values)) if len(values) == 1 else max(values),
    "min": lambda *values: min(*map(_listed, values)) if len(values) == 1 else min(values),
    "sum": lambda values: sum(_listed(values)),
    "round": round,
    "str": lambda value: str(value) if isinstance(value, str | int | float) else UNKNOWN,
    "zip": lambda *values: list(zip(*map(_listed, values), strict=False)),
    "enumerate": lambda values, start=0: list(enumerate(_listed(values), start)),
    "reversed": lambda values: _listed(values)[::-1],
    "dict": dict,
    "isinstance": lambda *_: UNKNOWN,
}
BUILTIN_NAMES = frozenset((*_BUILTINS, "range", "super", "print", "type", "getattr", "setattr"))
