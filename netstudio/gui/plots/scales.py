"""How values lie on an axis: ranges that grow in steps, and round ticks."""

from __future__ import annotations

import math
from abc import ABC, abstractmethod
from dataclasses import dataclass

import numpy as np

from netstudio.gui.plots.series import Floats
from netstudio.gui.ticks import ROUND, brief, linear_ticks, nice_step, scientific

# A range is chosen as if it had so many ticks; how many are shown depends on the room.
_STEPS = 5
# Where no sample is wrong, the error scale has no end: this is taken for one.
_LEAST_ERROR = 1e-3


@dataclass(frozen=True)
class Range:
    """The part of an axis that is shown, in its own coordinates."""

    low: float
    high: float


class Scale(ABC):
    """Turns values into places on an axis, and back."""

    @abstractmethod
    def place(self, values: Floats) -> Floats:
        """Where the values lie."""

    @abstractmethod
    def value(self, place: float) -> float:
        """What lies there."""

    @abstractmethod
    def fit(self, low: float, high: float) -> Range:
        """The range for values from ``low`` to ``high``: it changes in steps as these change."""

    @abstractmethod
    def ticks(self, shown: Range, count: int) -> list[tuple[float, str]]:
        """Places and texts of at most about ``count`` ticks."""


@dataclass(frozen=True)
class Linear(Scale):
    """Values as they are.

    Attributes:
        is_share: Whether they run from 0 to 1 and are written in percent.
        from_zero: Whether zero is always shown.
    """

    is_share: bool = False
    from_zero: bool = False

    def place(self, values: Floats) -> Floats:
        return values

    def value(self, place: float) -> float:
        return place

    def fit(self, low: float, high: float) -> Range:
        if self.is_share:
            low, high = max(0.0, min(low, 0.98)), 1.0
        elif self.from_zero:
            low, high = min(low, 0.0), max(high, 0.0)
        if high - low < 1e-12 * max(1.0, abs(high)):
            high = low + 1.0
        step = nice_step(high - low, _STEPS)
        bottom = math.floor(low / step + 1e-6) * step
        return Range(bottom, math.ceil(high / step - 1e-6) * step)

    def ticks(self, shown: Range, count: int) -> list[tuple[float, str]]:
        step, values = linear_ticks(shown.low, shown.high, count)
        return [(value, self._text(value, step)) for value in values]

    def _text(self, value: float, step: float) -> str:
        factor = 100.0 if self.is_share else 1.0
        digits = max(0, -math.floor(math.log10(step * factor) + 1e-9))
        if self.is_share:
            return f"{100 * value:.{digits}f}%"
        if digits > 3:
            return scientific(value)
        return brief(value) if step >= 1000 else f"{value:.{digits}f}"


@dataclass(frozen=True)
class Logarithmic(Scale):
    """Decimal logarithms; values that have none lie at the lowest place.

    Attributes:
        floor: The smallest value that has a place.
    """

    floor: float

    def place(self, values: Floats) -> Floats:
        placed: Floats = np.log10(np.maximum(values, self.floor))
        return placed

    def value(self, place: float) -> float:
        return float(10.0**place)

    def fit(self, low: float, high: float) -> Range:
        bottom = _round_down(max(low, self.floor))
        top = _round_up(max(high, bottom * 2))
        return Range(math.log10(bottom), math.log10(top))

    def ticks(self, shown: Range, count: int) -> list[tuple[float, str]]:
        return [(math.log10(value), brief(value)) for value in _round_values(shown, count)]


@dataclass(frozen=True)
class Error(Scale):
    """Shares by the logarithm of what they lack: 90 %, 99 % and 99.9 % are equally far apart.

    Attributes:
        floor: The smallest lack that has a place; 100 % lies there.
    """

    floor: float

    def place(self, values: Floats) -> Floats:
        placed: Floats = -np.log10(np.maximum(1 - values, self.floor))
        return placed

    def value(self, place: float) -> float:
        return float(1 - 10.0**-place)

    def fit(self, low: float, high: float) -> Range:
        most = _round_up(max(1 - low, self.floor))
        least = min(_round_down(max(1 - high, self.floor)), most / 2)
        return Range(-math.log10(most), -math.log10(least))

    def ticks(self, shown: Range, count: int) -> list[tuple[float, str]]:
        lacks = _round_values(Range(-shown.high, -shown.low), count)
        return [(-math.log10(lack), f"{100 * (1 - lack):.6g}%") for lack in lacks]


def choose_scale(values: Floats, is_share: bool, is_log: bool) -> Scale:
    """The scale for these values."""
    if not is_log:
        return Linear(is_share, from_zero=not is_share)
    sizes = 1 - values if is_share else values
    positive = sizes[sizes > 1e-12]
    if is_share:
        return Error(float(positive.min()) if len(positive) else _LEAST_ERROR)
    return Logarithmic(float(positive.min()) if len(positive) else 1.0)


def _round_down(value: float) -> float:
    power = 10.0 ** math.floor(math.log10(value) + 1e-9)
    return max(power * unit for unit in ROUND if power * unit <= value * (1 + 1e-9))


def _round_up(value: float) -> float:
    power = 10.0 ** math.floor(math.log10(value) + 1e-9)
    return min(power * unit for unit in ROUND if power * unit >= value * (1 - 1e-9))


def _round_values(shown: Range, count: int) -> list[float]:
    """1, 2 and 5 times each power of ten between two exponents; powers alone where these do."""
    powers = range(math.floor(shown.low + 1e-9), math.ceil(shown.high - 1e-9) + 1)
    for units in ((1.0, 2.0, 5.0), (1.0, 3.0), (1.0,)):
        values = [
            unit * 10.0**power
            for power in powers
            for unit in units
            if shown.low - 1e-6 <= power + math.log10(unit) <= shown.high + 1e-6
        ]
        if len(values) <= max(count, 2):
            return values
    stride = math.ceil(len(values) / max(count, 2))
    return values[::stride]
