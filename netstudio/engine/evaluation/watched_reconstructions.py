"""What comes back of a few pictures while an autoencoder learns."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from netstudio.engine.data.storage.batches import derived_seed
from netstudio.engine.watching import Sight

Pixels = NDArray[np.uint8]


@dataclass(frozen=True)
class SeenReconstructions:
    """A few pictures as bytes (N, channels, height, width).

    Attributes:
        originals: As they are.
        given: As the network received them.
        returned: What came out.
        is_noisy: Whether noise was laid over what the network received.
    """

    originals: Pixels
    given: Pixels
    returned: Pixels
    is_noisy: bool


@dataclass(frozen=True)
class ReconstructionWatch:
    """Runs the first pictures of the validation part through the network.

    Attributes:
        count: How many.
    """

    count: int

    def look(self, sight: Sight) -> SeenReconstructions:
        """What comes back of them now; always the same pictures with the same noise."""
        dataset = sight.dataset
        samples = dataset.validation if len(dataset.validation) else dataset.train
        stored = samples.inputs[: self.count].to(sight.device)
        clean = sight.preprocess(stored)
        noise = dataset.preprocessing.noise
        given = clean
        if noise:
            generator = torch.Generator(sight.device).manual_seed(derived_seed(0))
            given = clean + noise * torch.empty_like(clean).normal_(generator=generator)
        returned = sight.answer(sight.module(given))
        return SeenReconstructions(_bytes(clean), _bytes(given), _bytes(returned), noise > 0)


def _bytes(pictures: Tensor) -> Pixels:
    found: Pixels = pictures.clamp(0, 1).mul(255).round().byte().cpu().numpy()
    return found
