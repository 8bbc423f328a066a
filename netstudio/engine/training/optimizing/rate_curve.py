"""What a sweep over learning rates says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import isfinite, log10

from netstudio.engine.events import Event

# How much of the mean of the losses is kept from one step to the next.
_KEPT = 0.9
# A loss so many times the lowest one means that the rate is too high.
_DIVERGED = 4.0
# The mean of the first few losses says more of the batches than of the rates.
_TOO_EARLY = 20
# So many points on either side tell how steep a curve is somewhere.
_AROUND = 6
# The lowest point is at the edge of what works; a good rate is a good deal below it.
_BELOW_LOWEST = 10.0
# A loss that falls by less than this part of itself does not fall.
_SMALLEST_FALL = 0.02


def rates_between(lowest: float, highest: float, count: int) -> Iterator[float]:
    """Rates from one to the other, each so many times the one before."""
    for step in range(count):
        yield float(lowest * (highest / lowest) ** (step / (count - 1)))


class Smoothed:
    """The running mean of noisy losses, in which late ones count most.

    As in Adam, it is divided by the share of what it has seen, so that the first values count
    fully.
    """

    def __init__(self) -> None:
        self._mean = 0.0
        self._seen = 0
        self._lowest: float | None = None

    def add(self, loss: float) -> float:
        """The mean with another loss."""
        self._mean = _KEPT * self._mean + (1.0 - _KEPT) * loss
        self._seen += 1
        mean = self._mean / (1.0 - _KEPT**self._seen)
        self._lowest = mean if self._lowest is None else min(self._lowest, mean)
        return mean

    def has_diverged(self, mean: float) -> bool:
        """Whether the loss is far above the lowest one."""
        assert self._lowest is not None
        return not isfinite(mean) or mean > _DIVERGED * self._lowest


@dataclass(frozen=True)
class RatesTried(Event):
    """Some learning rates were tried.

    Attributes:
        rates: All so far, from the lowest.
        losses: The smoothed loss at each.
        done: How many steps are done.
        total: How many there will be at most.
    """

    event = "rates_tried"

    rates: tuple[float, ...]
    losses: tuple[float, ...]
    done: int
    total: int

    @property
    def curve(self) -> RateCurve:
        """What they say."""
        return RateCurve(self.rates, self.losses)


@dataclass(frozen=True)
class RateCurve:
    """The smoothed loss at each learning rate, from the lowest rate on.

    Attributes:
        rates: The learning rates.
        losses: The loss at each.
    """

    rates: tuple[float, ...]
    losses: tuple[float, ...]

    @property
    def suggestion(self) -> float | None:
        """Where the loss falls most steeply; None where it does not fall at all."""
        lowest = self._lowest
        if lowest is None:
            return None
        places = range(min(_TOO_EARLY, lowest), lowest + 1)
        return _rounded(self.rates[min(places, key=self._slope)])

    @property
    def highest_sensible(self) -> float | None:
        """A tenth of the rate with the lowest loss; None where the loss does not fall at all."""
        lowest = self._lowest
        return None if lowest is None else _rounded(self.rates[lowest] / _BELOW_LOWEST)

    @property
    def _lowest(self) -> int | None:
        """The place of the lowest loss, where the curve falls at all on its way there."""
        if not self.losses:
            return None
        place = self.losses.index(min(self.losses))
        fall = max(self.losses[: place + 1]) - self.losses[place]
        return place if fall > _SMALLEST_FALL * abs(self.losses[place]) else None

    def _slope(self, place: int) -> float:
        """How much the loss rises by for each ten times the rate, by a line through some points."""
        around = slice(max(place - _AROUND, 0), place + _AROUND + 1)
        return _slope([log10(rate) for rate in self.rates[around]], self.losses[around])


def _slope(x: Sequence[float], y: Sequence[float]) -> float:
    middle_x, middle_y = sum(x) / len(x), sum(y) / len(y)
    spread = sum((one - middle_x) ** 2 for one in x)
    together = sum((a - middle_x) * (b - middle_y) for a, b in zip(x, y, strict=True))
    return together / spread if spread else 0.0


def _rounded(rate: float) -> float:
    """With the digits that people would give it."""
    return float(f"{rate:.1e}")
