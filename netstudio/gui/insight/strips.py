"""Histograms side by side, as they follow each other in time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor, QImage

from netstudio.engine.insight.histograms import Histogram

if TYPE_CHECKING:
    from netstudio.engine.insight.layers import LayerSeen, Numbers

# When there are so many columns, pairs of them become one.
MOST_COLUMNS = 240

Columns = NDArray[np.float64]


class Strip:
    """Shares of numbers by size (up) and time (to the right); the whole run is always in it."""

    def __init__(self) -> None:
        self._columns: list[Columns] = []
        # Looks that are not a whole column yet, and how many make one.
        self._waiting: list[Columns] = []
        self._looks_in_column = 1
        self._low, self._high = 0.0, 0.0
        self._rms = 0.0

    @property
    def reach(self) -> tuple[float, float]:
        """Where the lowest step begins, and where the highest ends."""
        return self._low, self._high

    @property
    def rms(self) -> float:
        """The root of the mean square of the numbers at the latest look."""
        return self._rms

    @property
    def is_filled(self) -> bool:
        """Whether there is anything to be seen."""
        return bool(self._columns or self._waiting)

    @property
    def length(self) -> int:
        """How many columns there are."""
        return len(self._columns)

    def add(self, numbers: Numbers, *, is_symmetric: bool) -> None:
        """Add a look; ``is_symmetric`` says that numbers are spread around zero."""
        self._rms = numbers.rms
        histogram = numbers.histogram
        if is_symmetric and self._columns:
            histogram = histogram.widened(max(histogram.high, self._high))
            if histogram.high > self._high:
                self._widen(histogram.high)
        self._low, self._high = histogram.low, histogram.high
        self._waiting.append(histogram.shares)
        if len(self._waiting) == self._looks_in_column:
            self._columns.append(np.mean(self._waiting, axis=0))
            self._waiting = []
        if len(self._columns) >= MOST_COLUMNS:
            self._join_columns()

    def image(self, colour: QColor) -> QImage:
        """The strip as a picture of one pixel for each step and column; dense is opaque."""
        shares = np.stack(self._columns or self._waiting, axis=1)[::-1]
        pixels = np.zeros((*shares.shape, 4), dtype=np.uint8)
        # The root lets rare numbers be seen beside frequent ones.
        alpha = np.sqrt(shares)
        for channel, value in enumerate((colour.blue(), colour.green(), colour.red(), 255)):
            pixels[..., channel] = np.rint(alpha * value)
        height, width = shares.shape
        wanted = QImage.Format.Format_ARGB32_Premultiplied
        return QImage(pixels.data, width, height, 4 * width, wanted).copy()

    def _widen(self, reach: float) -> None:
        def widened(column: Columns) -> Columns:
            return Histogram(self._low, self._high, column).widened(reach).shares

        self._columns = [widened(column) for column in self._columns]
        self._waiting = [widened(column) for column in self._waiting]

    def _join_columns(self) -> None:
        pairs = zip(self._columns[::2], self._columns[1::2], strict=False)
        self._columns = [(first + second) / 2 for first, second in pairs]
        self._looks_in_column *= 2


class LayerCourse:
    """All that was seen of one layer in a run.

    Attributes:
        latest: The newest look.
        weights: Its learned numbers over time.
        gradients: Their gradients, by powers of ten.
        outputs: What it puts out.
    """

    def __init__(self, seen: LayerSeen) -> None:
        self.latest = seen
        self.weights, self.gradients, self.outputs = Strip(), Strip(), Strip()

    def add(self, seen: LayerSeen) -> None:
        """Take in one more look."""
        self.latest = seen
        for strip, numbers, is_symmetric in (
            (self.weights, seen.weights, True),
            (self.gradients, seen.gradients, False),
            (self.outputs, seen.outputs, True),
        ):
            if numbers is not None:
                strip.add(numbers, is_symmetric=is_symmetric)
