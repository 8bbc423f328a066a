"""Numbers that divide others evenly: groups, heads."""

from __future__ import annotations

from math import gcd

from netstudio.core.layer import FieldFix
from netstudio.core.translate import QT_TRANSLATE_NOOP, Message, message


def nearest_divisor(wanted: int, *counts: int) -> int:
    """The number nearest to ``wanted`` that divides all ``counts``; the smaller of two as near."""
    common = gcd(*counts)
    divisors = (number for number in range(1, common + 1) if common % number == 0)
    return min(divisors, key=lambda number: (abs(number - wanted), number))


def divisor_fix(field: str, label: str, wanted: int, *counts: int) -> FieldFix:
    """Set a field to the number nearest to ``wanted`` that divides all ``counts``.

    Args:
        field: The field's name.
        label: The field's label (marked text).
        wanted: What the field is now.
        counts: What it must divide.
    """
    value = nearest_divisor(wanted, *counts)
    template = QT_TRANSLATE_NOOP("netstudio", "Set {setting} to {value}")
    return FieldFix(message(template, setting=Message(label), value=value), {field: value})
