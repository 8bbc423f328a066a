"""Sounds as records hold them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b

from netstudio.engine.data.job import Job
from netstudio.engine.data.records import Indices
from netstudio.engine.data.sounds.files import Samples16
from netstudio.engine.events import Preparing

_HASHED_AT_ONCE = 512


@dataclass(frozen=True)
class Sounds:
    """Mono sounds of any length, all at one rate.

    Attributes:
        waves: The samples of each, int16 (length,).
        rate: Samples a second.
    """

    waves: Sequence[Samples16]
    rate: int

    def __len__(self) -> int:
        return len(self.waves)

    def select(self, index: Indices) -> Sounds:
        return replace(self, waves=[self.waves[at] for at in index.tolist()])

    def keys(self) -> Job[list[bytes]]:
        found: list[bytes] = []
        for wave in self.waves:
            if len(found) % _HASHED_AT_ONCE == 0:
                yield Preparing("compare", len(found), len(self))
            found.append(blake2b(wave.tobytes(), digest_size=16).digest())
        return found
