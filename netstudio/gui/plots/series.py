"""A growing curve, and few points of it that look the same."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Places = NDArray[np.intp]

_FIRST_ROOM = 1024
_COPIED_AT_MOST = 1 << 15
# From here on a curve is thinned, so that days of training take no more memory than an hour.
_MOST_POINTS = 1 << 20
# Lowest and highest point are known for every block of so many.
_BLOCK = 64
# A batch that explodes must not swallow the digits of all the sums after it.
_WILD = 1e6
# A mean over windows of these shares of its length forgets gradually, not all at once.
_WINDOWS = (0.5, 0.75, 1.0)


class Series:
    """Points with rising x in one preallocated block, which grows until it holds ``most``.

    Then half of them go: of any four neighbours the lowest and the highest stay. Means are those
    of everything that was ever added, because each point knows the sum of all up to it.

    Args:
        most: How many points are kept.
    """

    def __init__(self, most: int = _MOST_POINTS) -> None:
        self._most = most
        # x, y, and of all up to the point: the sum of y times weight, and the sum of weights.
        self._points: Floats = np.empty((4, _FIRST_ROOM))
        self._count = 0
        self._lowest: Places = np.empty(0, np.intp)
        self._highest: Places = np.empty(0, np.intp)

    def __len__(self) -> int:
        return self._count

    @property
    def x(self) -> Floats:
        """A view of the x of all points."""
        return self._points[0, : self._count]

    @property
    def y(self) -> Floats:
        """A view of the y of all points."""
        return self._points[1, : self._count]

    @property
    def nbytes(self) -> int:
        """How much memory the points take."""
        return self._points.nbytes + self._lowest.nbytes + self._highest.nbytes

    def append(self, x: float, y: float, weight: float = 1.0) -> None:
        """Add a point; one that is not finite is left out."""
        self.extend(np.array([x], float), np.array([y], float), weight)

    def extend(self, x: Floats, y: Floats, weight: float = 1.0) -> None:
        """Add points; those that are not finite are left out.

        Args:
            x: Where they lie; rising.
            y: Their values.
            weight: How much each of them counts in a mean.
        """
        finite = np.isfinite(x) & np.isfinite(y)
        if not finite.all():
            x, y = x[finite], y[finite]
        if not len(x):
            return
        self._make_room(len(x))
        before, after = self._count, self._count + len(x)
        past_sum, past_weight = self._points[2:, before - 1] if before else (0.0, 0.0)
        usual = abs(past_sum) / past_weight if past_weight else float(np.median(np.abs(y)))
        tame = np.clip(y, -_WILD * usual, _WILD * usual) if usual else y
        self._points[0, before:after] = x
        self._points[1, before:after] = y
        self._points[2, before:after] = past_sum + np.cumsum(tame * weight)
        self._points[3, before:after] = past_weight + weight * np.arange(1, len(x) + 1)
        self._count = after

    def cut(self, x: float) -> None:
        """Forget the points from ``x`` on."""
        if self._count and self.x[-1] >= x:
            self._count = int(np.searchsorted(self.x, x))
            blocks = self._count // _BLOCK
            self._lowest, self._highest = self._lowest[:blocks], self._highest[:blocks]

    def thinned(
        self, limit: int, low: float = -np.inf, high: float = np.inf
    ) -> tuple[Floats, Floats]:
        """At most about ``limit`` points between ``low`` and ``high`` that look like all of them.

        Each bucket of neighbours is drawn by its lowest and its highest point. Buckets hold a power
        of two of points, counted from the first, so that the picture stands still while the curve
        grows.
        """
        first, last = self._between(low, high)
        if last - first <= limit:
            return self.x[first:last].copy(), self.y[first:last].copy()
        size = _bucket_size(2 * (last - first) / limit)
        first -= first % size
        found = self._extremes(first, last, size)
        kept = np.unique(np.concatenate(([first], *found, [last - 1])))
        return self.x[kept], self.y[kept]

    def smoothed(
        self,
        limit: int,
        share: float,
        at_least: int = 1,
        low: float = -np.inf,
        high: float = np.inf,
    ) -> tuple[Floats, Floats]:
        """Means over what came shortly before each of at most about ``limit`` points.

        Args:
            limit: About how many points.
            share: Over which share of all that was seen up to the point the mean goes. A fixed
                number would hide the start of a short run or leave the noise of a long one.
            at_least: Over how many points it goes even at the start.
            low: Where the points begin.
            high: Where they end.
        """
        first, last = self._between(low, high)
        if first >= last:
            return np.empty(0), np.empty(0)
        size = _bucket_size((last - first) / limit)
        # The last of each bucket, counted from the first point of all.
        kept = np.arange(first + size - 1 - first % size, last, size)
        kept = np.unique(np.concatenate(([first], kept, [last - 1])))
        return self.x[kept], self._means(kept, share, at_least)

    def mean_at(self, x: float, share: float, at_least: int = 1) -> float | None:
        """The smooth value at the last point up to ``x``; None before the first."""
        at = self._last_up_to(x)
        return float(self._means(np.array([at]), share, at_least)[0]) if at >= 0 else None

    def value_at(self, x: float) -> float | None:
        """The value of the last point up to ``x``; None before the first."""
        at = self._last_up_to(x)
        return float(self.y[at]) if at >= 0 else None

    def _last_up_to(self, x: float) -> int:
        return int(np.searchsorted(self.x, x + 1e-9, side="right")) - 1

    def _means(self, kept: Places, share: float, at_least: int) -> Floats:
        """The mean before each of these points, over windows of several lengths."""
        sums, weights = self._points[2, : self._count], self._points[3, : self._count]
        now = weights[kept]
        own = now - np.where(kept > 0, weights[kept - 1], 0.0)
        window = np.maximum(at_least * own, share * now)
        means = np.zeros(len(kept))
        for part in _WINDOWS:
            since = np.searchsorted(weights, now - part * window, side="right") - 1
            since = np.minimum(since, kept - 1)
            is_whole = since < 0
            past_sum = np.where(is_whole, 0.0, sums[since])
            past_weight = np.where(is_whole, 0.0, weights[since])
            means += (sums[kept] - past_sum) / (now - past_weight)
        return means / len(_WINDOWS)

    def _between(self, low: float, high: float) -> tuple[int, int]:
        """The points from ``low`` to ``high`` and a neighbour on each side."""
        first = max(0, int(np.searchsorted(self.x, low)) - 1)
        last = min(self._count, int(np.searchsorted(self.x, high, side="right")) + 1)
        return first, last

    def _extremes(self, first: int, last: int, size: int) -> tuple[Places, Places]:
        """The lowest and the highest point of each bucket; ``first`` begins one."""
        if size <= _BLOCK:
            values = np.pad(self.y[first:last], (0, (first - last) % size), mode="edge")
            buckets = values.reshape(-1, size)
            starts = np.arange(first, last, size)
            return starts + buckets.argmin(axis=1), starts + buckets.argmax(axis=1)
        self._summarise()
        blocks = slice(first // _BLOCK, last // _BLOCK)
        rest = np.arange(blocks.stop * _BLOCK, last)
        in_bucket = size // _BLOCK
        lowest = self._least(self._lowest[blocks], in_bucket, 1)
        highest = self._least(self._highest[blocks], in_bucket, -1)
        return (
            np.concatenate((lowest, self._end(rest, 1))),
            np.concatenate((highest, self._end(rest, -1))),
        )

    def _end(self, places: Places, sign: int) -> Places:
        """The lowest of all these points, or the highest; none of none."""
        return self._least(places, max(1, len(places)), sign)

    def _least(self, places: Places, size: int, sign: int) -> Places:
        """The lowest (``sign`` 1) or highest (-1) of each ``size`` of these points."""
        if not len(places):
            return places
        padded = np.pad(places, (0, -len(places) % size), mode="edge").reshape(-1, size)
        found = (sign * self._points[1, padded]).argmin(axis=1)
        least: Places = padded[np.arange(len(padded)), found]
        return least

    def _summarise(self) -> None:
        """Find lowest and highest point of the blocks that have become full."""
        known, full = len(self._lowest), self._count // _BLOCK
        if known < full:
            new = np.arange(known * _BLOCK, full * _BLOCK)
            self._lowest = np.concatenate((self._lowest, self._least(new, _BLOCK, 1)))
            self._highest = np.concatenate((self._highest, self._least(new, _BLOCK, -1)))

    def _make_room(self, added: int) -> None:
        while self._count + added > self._most and self._count >= 8:
            self._halve()
        needed, room = self._count + added, self._points.shape[1]
        if needed <= room:
            return
        while room < needed:
            # Memory that was never written costs nothing, copying does.
            room = 2 * room if room < _COPIED_AT_MOST else max(self._most, needed)
        larger = np.empty((4, room))
        larger[:, : self._count] = self._points[:, : self._count]
        self._points = larger

    def _halve(self) -> None:
        """Of any four neighbours, keep the lowest and the highest."""
        whole = self._count - self._count % 4
        fours = self._points[1, :whole].reshape(-1, 4)
        lowest, highest = fours.argmin(axis=1), fours.argmax(axis=1)
        highest[lowest == highest] = 3  # four alike: argmin and argmax are both the first
        starts = np.arange(0, whole, 4)
        kept = np.empty(whole // 2 + self._count - whole, np.intp)
        kept[0 : whole // 2 : 2] = starts + np.minimum(lowest, highest)
        kept[1 : whole // 2 : 2] = starts + np.maximum(lowest, highest)
        kept[whole // 2 :] = np.arange(whole, self._count)
        for row in self._points:
            row[: len(kept)] = row[kept]
        self._count = len(kept)
        self._lowest = self._highest = np.empty(0, np.intp)


def _bucket_size(needed: float) -> int:
    """The smallest power of two that is not below what is needed."""
    return 1 << max(0, int(np.ceil(np.log2(max(needed, 1.0)))))
