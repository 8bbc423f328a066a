"""A growing curve, and few points of it that look the same."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

_FIRST_ROOM = 1024


class Series:
    """Points with rising x, kept in one preallocated block that doubles when it is full."""

    def __init__(self) -> None:
        self._points: Floats = np.empty((2, _FIRST_ROOM))
        self._count = 0

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

    def append(self, x: float, y: float) -> None:
        """Add a point; one that is not finite is left out."""
        if not (np.isfinite(x) and np.isfinite(y)):
            return
        self._make_room(1)
        self._points[:, self._count] = x, y
        self._count += 1

    def extend(self, x: Floats, y: Floats) -> None:
        """Add points; those that are not finite are left out."""
        finite = np.isfinite(x) & np.isfinite(y)
        added = int(finite.sum())
        self._make_room(added)
        self._points[:, self._count : self._count + added] = x[finite], y[finite]
        self._count += added

    def cut(self, x: float) -> None:
        """Forget the points from ``x`` on."""
        if self._count and self.x[-1] >= x:
            self._count = int(np.searchsorted(self.x, x))

    def thinned(
        self, limit: int, low: float = -np.inf, high: float = np.inf
    ) -> tuple[Floats, Floats]:
        """At most about ``limit`` points between ``low`` and ``high`` that look like all of them.

        Each bucket of neighbours is drawn by its lowest and its highest point. Buckets hold a power
        of two of points, counted from the first, so that the picture stands still while the curve
        grows.
        """
        # One neighbour on each side, so that the line goes on to the edge.
        first = max(0, int(np.searchsorted(self.x, low)) - 1)
        last = min(self._count, int(np.searchsorted(self.x, high, side="right")) + 1)
        if last - first <= limit:
            return self.x[first:last].copy(), self.y[first:last].copy()
        size = 1 << int(np.ceil(np.log2(2 * (last - first) / limit)))
        first -= first % size
        buckets = np.pad(self.y[first:last], (0, (first - last) % size), mode="edge")
        buckets = buckets.reshape(-1, size)
        starts = np.arange(first, last, size)
        lowest, highest = starts + buckets.argmin(axis=1), starts + buckets.argmax(axis=1)
        kept = np.unique(np.concatenate(([first], lowest, highest, [last - 1])))
        return self.x[kept], self.y[kept]

    def _make_room(self, added: int) -> None:
        needed = self._count + added
        room = self._points.shape[1]
        if needed <= room:
            return
        while room < needed:
            room *= 2
        larger = np.empty((2, room))
        larger[:, : self._count] = self._points[:, : self._count]
        self._points = larger
