"""Points as samples."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor

from netstudio.engine.data.job import Job
from netstudio.engine.data.records import Indices
from netstudio.engine.events import Preparing


@dataclass(frozen=True)
class Points:
    """Places in the plane.

    Attributes:
        places: x and y of each, float32 (N, 2).
    """

    places: Tensor

    def __len__(self) -> int:
        return len(self.places)

    def select(self, index: Indices) -> Points:
        return Points(self.places[torch.from_numpy(index)])

    def keys(self) -> Job[list[bytes]]:
        yield Preparing("compare", 0, len(self))
        return [place.tobytes() for place in self.places.numpy()]
