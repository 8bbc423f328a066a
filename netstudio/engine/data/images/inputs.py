"""Pictures of one size, in memory or on disk."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from hashlib import blake2b

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from netstudio.engine.data.job import Job
from netstudio.engine.data.records import Indices
from netstudio.engine.data.storage.rows import StoredRows
from netstudio.engine.events import Preparing

# In bytes; some such portions are in memory at a time.
_PORTION = 16 * 2**20


@dataclass(frozen=True)
class Pictures:
    """Pixels as bytes.

    Attributes:
        pixels: uint8 (N, C, H, W).
        fit: How pictures of other proportions were brought to that size.
        sizes: The width and the height that each had in its file, (N, 2); None where that is the
            size they have.
        known_keys: The keys of all, where they are known already, (N, 16).
    """

    pixels: Tensor | StoredRows
    fit: str = "crop"
    sizes: Indices | None = field(default=None, repr=False)
    known_keys: NDArray[np.uint8] | None = field(default=None, repr=False)

    def __len__(self) -> int:
        return len(self.pixels)

    def select(self, index: Indices) -> Pictures:
        return replace(
            self,
            pixels=_selected(self.pixels, index),
            sizes=None if self.sizes is None else self.sizes[index],
            known_keys=None if self.known_keys is None else self.known_keys[index],
        )

    def keys(self) -> Job[list[bytes]]:
        if self.known_keys is not None:
            return [key.tobytes() for key in self.known_keys]
        keys: list[bytes] = []
        for portion in portions(self.pixels):
            yield Preparing("compare", len(keys), len(self))
            keys.extend(map(pixel_key, portion.numpy()))
        return keys

    @staticmethod
    def joined(parts: Sequence[Pictures]) -> Pictures:
        """All pictures of several parts in memory, in their order."""
        return Pictures(torch.cat([part.pixels[:] for part in parts]))


def _selected(pixels: Tensor | StoredRows, index: Indices) -> Tensor | StoredRows:
    if isinstance(pixels, StoredRows):
        return pixels.select(index)
    if len(index) and (np.diff(index) == 1).all():  # neighbours need no second place in memory
        return pixels[int(index[0]) : int(index[-1]) + 1]
    return pixels[torch.from_numpy(index)]


def pixel_key(pixels: NDArray[np.uint8]) -> bytes:
    """What tells a picture (C, H, W) from others; equal pixels have equal keys."""
    return blake2b(np.ascontiguousarray(pixels).data, digest_size=16).digest()


def portions(pixels: Tensor | StoredRows) -> Iterator[Tensor]:
    """All pictures in order, some at a time."""
    together = max(1, _PORTION // max(1, int(np.prod(pixels.shape[1:]))))
    for at in range(0, len(pixels), together):
        yield pixels[at : at + together]
