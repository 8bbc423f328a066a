"""Pictures of one size in memory."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b

import torch
from torch import Tensor

from netstudio.engine.data.job import Job
from netstudio.engine.data.records import Indices
from netstudio.engine.events import Preparing

_HASHED_AT_ONCE = 4_096


@dataclass(frozen=True)
class Pictures:
    """Pixels as bytes.

    Attributes:
        pixels: uint8 (N, C, H, W).
    """

    pixels: Tensor

    def __len__(self) -> int:
        return len(self.pixels)

    def select(self, index: Indices) -> Pictures:
        return Pictures(self.pixels[torch.from_numpy(index)])

    def keys(self) -> Job[list[bytes]]:
        keys: list[bytes] = []
        for block in torch.split(self.pixels, _HASHED_AT_ONCE):
            yield Preparing("compare", len(keys), len(self))
            contents = block.contiguous().flatten(1).numpy()
            keys.extend(blake2b(content, digest_size=16).digest() for content in contents)
        return keys

    @staticmethod
    def joined(parts: Sequence[Pictures]) -> Pictures:
        """All pictures of several parts, in their order."""
        return Pictures(torch.cat([part.pixels for part in parts]))
