"""Round values on an axis, and how they are written."""

from __future__ import annotations

import math

# What round values are, times a power of ten.
ROUND = (1.0, 2.0, 5.0, 10.0)

# What round times are, in seconds.
_TIMES = (1.0, 2.0, 5.0, 10.0, 15.0, 30.0, 60.0, 120.0, 300.0, 600.0, 900.0, 1800.0, 3600.0)


def nice_step(span: float, count: int) -> float:
    """The smallest of 1, 2, 5 times a power of ten of which ``count`` reach over ``span``."""
    raw = max(span, 1e-300) / max(count, 1)
    power = 10.0 ** math.floor(math.log10(raw))
    return next(power * unit for unit in ROUND if power * unit >= raw * (1 - 1e-9))


def linear_ticks(
    low: float, high: float, count: int, least: float = 0.0
) -> tuple[float, list[float]]:
    """The step and the round values between ``low`` and ``high``, at most about ``count``."""
    step = max(nice_step(high - low, count), least)
    first, last = math.ceil(low / step - 1e-6), math.floor(high / step + 1e-6)
    return step, [number * step for number in range(first, last + 1)]


def time_step(span: float, count: int) -> float:
    """The smallest round time of which ``count`` reach over ``span`` seconds."""
    hours = _TIMES[-1] * nice_step(span / _TIMES[-1], count)
    return next((time for time in _TIMES if time * count >= span * (1 - 1e-9)), hours)


def time_ticks(low: float, high: float, count: int) -> list[float]:
    """Round times between ``low`` and ``high`` in seconds, at most about ``count``."""
    step = time_step(high - low, count)
    first, last = math.ceil(low / step - 1e-6), math.floor(high / step + 1e-6)
    return [number * step for number in range(first, last + 1)]


def brief(value: float) -> str:
    """A round value in few characters: 0.02, 20k, 3M, 1e-08."""
    for unit, size in (("M", 1e6), ("k", 1e3)):
        if size <= abs(value) < 1000 * size:
            return f"{value / size:.4g}{unit}"
    return f"{value:.4g}"


def scientific(value: float) -> str:
    """A small value in few characters: 5e-4, 1.5e-3, and 0."""
    if not value:
        return "0"
    mantissa, exponent = f"{value:.1e}".split("e")
    return f"{mantissa.removesuffix('.0')}e{int(exponent)}"
