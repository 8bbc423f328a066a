"""Values as people type and read them, and the next value up or down."""

from __future__ import annotations

import math
import re
from decimal import Decimal

from netstudio.core.kinds import Integer, Real, Size2d, Size3d, Unfit
from netstudio.core.values import Value
from netstudio.gui.forms.arithmetic import calculate

_WHOLE = re.compile(r"[+-]?[0-9]{1,30}")
# Two stars are a power, one stands between sides.
_BETWEEN_SIDES = re.compile(r"(?:[×xX,;\s]|(?<!\*)\*(?!\*))+")

_MANY = 1024

# How far a number moves that is zero: in a range up to 1 it is a share, else a small rate.
_FIRST_SHARE = Decimal("0.1")
_FIRST_RATE = Decimal("0.001")


def read_integer(text: str) -> Value:
    """The whole number that ``text`` says or comes to, or the text itself."""
    said = text.strip()
    if _WHOLE.fullmatch(said):
        return int(said)
    number = calculate(said)
    return number if isinstance(number, int) else said.lower()


def read_real(text: str) -> Value:
    """The number that ``text`` says or comes to, or the text itself; a point in every language."""
    said = text.strip()
    try:
        number = float(said)
    except ValueError:
        result = calculate(said)
        return said if result is None else float(result)
    return number if math.isfinite(number) and "_" not in said else said


def read_size(text: str) -> Value:
    """One or more whole numbers (``3``, ``3 × 5``, ``3x5``, ``3,5``), or the text itself.

    Nothing at all stands for no choice.
    """
    said = text.strip()
    if not said:
        return None
    sides = tuple(read_integer(side) for side in _BETWEEN_SIDES.split(said))
    if all(isinstance(side, int) for side in sides):
        return sides[0] if len(sides) == 1 else sides
    return said.lower()


def real_text(number: float) -> str:
    """The shortest text that says ``number``: 0.001, 1e-5, 10."""
    text = repr(number).removesuffix(".0")
    mantissa, _, exponent = text.partition("e")
    return f"{mantissa}e{int(exponent)}" if exponent else text


def size_text(size: object) -> str:
    """A size as people write it, ``3 × 3``."""
    if size is None:
        return ""
    return " × ".join(map(str, size)) if isinstance(size, tuple) else str(size)


def stepped_integer(kind: Integer, number: int, steps: int) -> int:
    """``number`` moved by ``steps``, within its range."""
    return min(max(number + steps, kind.minimum), kind.maximum)


def row_text(numbers: object) -> str:
    """Numbers in a row as people write them, ``2, 1``."""
    return ", ".join(map(str, numbers)) if isinstance(numbers, tuple) else str(numbers)


def is_count(kind: Integer) -> bool:
    """Whether it counts things by the hundreds, such as filters: such numbers double well."""
    return kind.minimum == 1 and kind.maximum >= _MANY


def doubled_integer(kind: Integer, number: int, up: bool) -> int:
    """Twice ``number``, or half of it, within its range."""
    return min(max(number * 2 if up else number // 2, kind.minimum), kind.maximum)


def stepped_size(kind: Size2d | Size3d, size: tuple[int, ...], steps: int) -> tuple[int, ...]:
    """All sides moved by ``steps``, within their range."""
    return tuple(min(max(side + steps, kind.minimum), kind.maximum) for side in size)


def stepped_real(kind: Real, number: float, steps: int) -> float:
    """``number`` moved by ``steps`` in its own last decimal: 0.001, 0.002 … 0.009, 0.01, 0.02.

    Where that would leave the range the steps are ten times finer: 0.9, 0.91.
    """
    for _ in range(abs(steps)):
        number = _one_step(kind, number, 1 if steps > 0 else -1)
    return number


def _one_step(kind: Real, number: float, direction: int) -> float:
    exact = Decimal(repr(number))
    unit = _unit(kind, exact)
    if abs(exact) == unit and exact * direction < 0:
        unit /= 10  # 0.01 goes down to 0.009
    for step in (unit, unit / 10):
        try:
            return kind.parse(float(exact + direction * step))
        except Unfit:
            continue
    return number


def _unit(kind: Real, number: Decimal) -> Decimal:
    """One in the last decimal of ``number``, the second significant one at most."""
    if not number:
        return _FIRST_SHARE if kind.maximum <= 1 else _FIRST_RATE
    exponent = number.normalize().as_tuple().exponent
    assert isinstance(exponent, int)
    return Decimal(1).scaleb(max(exponent, number.adjusted() - 1))
