"""How numbers are spread, in a form that can be compared over time."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, log2

import numpy as np
from numpy.typing import NDArray

BINS = 48
# Sizes are spread over these powers of ten; whatever is smaller or larger counts at the end.
SMALLEST, LARGEST = -10, 2
# The few values beyond this share of all, by size, count at the end as well.
_WITHIN = 0.99

Floats = NDArray[np.float32]
Counts = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Histogram:
    """How many of some numbers lie in each of ``BINS`` equal steps.

    Attributes:
        low: Where the first step begins.
        high: Where the last one ends.
        counts: float64 (BINS,), the lowest step first.
    """

    low: float
    high: float
    counts: Counts

    @property
    def shares(self) -> Counts:
        """The counts, scaled so that the highest is 1."""
        highest = self.counts.max()
        return self.counts / highest if highest else self.counts

    def widened(self, reach: float) -> Histogram:
        """The same numbers in steps that go from ``-reach`` to ``reach``.

        Exact, since both reaches are powers of two: steps around the middle are joined in pairs.
        """
        counts = self.counts
        high = self.high
        while high < reach:
            joined = counts.reshape(-1, 2).sum(1)
            counts = np.pad(joined, BINS // 4)
            high *= 2
        return Histogram(-high, high, counts)


def spread(values: Floats) -> Histogram:
    """How values lie around zero, over a reach that is a power of two and takes in nearly all."""
    found = np.sort(np.abs(values))
    size = float(found[int(_WITHIN * (len(found) - 1))])
    reach = 2.0 ** ceil(log2(size)) if size > 0 else 2.0**-10
    return _counted(values, -reach, reach)


def sizes(values: Floats) -> Histogram:
    """How large values are, in powers of ten; zeros are left out."""
    found = np.abs(values)
    exponents = np.log10(found[found > 0])
    return _counted(exponents, SMALLEST, LARGEST)


def _counted(values: Floats, low: float, high: float) -> Histogram:
    steps = ((values - low) * (BINS / (high - low))).astype(np.int64).clip(0, BINS - 1)
    return Histogram(low, high, np.bincount(steps, minlength=BINS).astype(np.float64))
