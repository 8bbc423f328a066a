"""Numbers that divide others evenly: groups, heads."""

from __future__ import annotations

from math import gcd


def nearest_divisor(wanted: int, *counts: int) -> int:
    """The number nearest to ``wanted`` that divides all ``counts``; the smaller of two as near."""
    common = gcd(*counts)
    divisors = (number for number in range(1, common + 1) if common % number == 0)
    return min(divisors, key=lambda number: (abs(number - wanted), number))
