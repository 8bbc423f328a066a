"""Windows of a long course, and short courses of their own, as records hold them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b

import numpy as np

from netstudio.engine.data.job import Job
from netstudio.engine.data.records import Indices
from netstudio.engine.data.series.course import Course, Values
from netstudio.engine.events import Preparing

_HASHED_AT_ONCE = 2_048


@dataclass(frozen=True)
class Windows:
    """Stretches of one course; they share its numbers.

    Attributes:
        course: All of it, with the rows to be forecast.
        starts: The first row of each window.
        window: How many rows each has.
        horizon: How many rows behind it are forecast.
        targets: The columns that are forecast.
    """

    course: Course
    starts: Indices
    window: int
    horizon: int
    targets: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.starts)

    def select(self, index: Indices) -> Windows:
        return replace(self, starts=self.starts[index])

    def keys(self) -> Job[list[bytes]]:
        """Two windows that look alike are still two points in time: only the place counts."""
        yield Preparing("compare", 0, len(self))
        return [start.tobytes() for start in self.starts.astype(np.int64)]

    def rows(self) -> Indices:
        """The numbers of all rows that these windows look at, in ascending order."""
        is_seen = np.zeros(len(self.course) + 1, np.int64)
        np.add.at(is_seen, self.starts, 1)
        np.add.at(is_seen, self.starts + self.window, -1)
        return np.flatnonzero(is_seen.cumsum()[:-1] > 0)


@dataclass(frozen=True)
class Sequences:
    """Short courses of numbers, each a sample.

    Attributes:
        courses: The numbers of each, float32 (time, features); NaN where one is missing.
        features: What the features are called.
    """

    courses: Sequence[Values]
    features: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.courses)

    def select(self, index: Indices) -> Sequences:
        return replace(self, courses=[self.courses[at] for at in index.tolist()])

    def keys(self) -> Job[list[bytes]]:
        found: list[bytes] = []
        for course in self.courses:
            if len(found) % _HASHED_AT_ONCE == 0:
                yield Preparing("compare", len(found), len(self))
            content = np.ascontiguousarray(course).tobytes()
            found.append(blake2b(content, digest_size=16).digest())
        return found
