"""Looking at a network while it learns, without changing what it learns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Protocol

import torch
from torch import nn

from netstudio.core.tree import Stack
from netstudio.engine.data.dataset import Dataset
from netstudio.engine.data.preprocessing import OnDevice
from netstudio.engine.data.storage.batches import Finish


@dataclass(frozen=True)
class Sight:
    """What a watch may look at.

    Attributes:
        module: The network, in eval mode and without gradients; nothing in it may be changed.
        device: Where it computes.
        dataset: The samples that the run learns from.
        preprocess: From encoded inputs on the device to the network's input.
        answer: From the network's outputs to what they mean, such as probabilities.
        network: The layers that the module was built from.
        finish: From encoded samples on the device to what network and loss receive.
        loss: The mean loss of a batch.
        flops: Floating-point operations of the forward pass of one sample.
        learning: The network with the weights that learn, as it is while it does; ``module`` where
            those are not averaged.
    """

    module: nn.Module
    device: torch.device
    dataset: Dataset
    preprocess: OnDevice
    answer: nn.Module
    network: Stack
    finish: Finish
    loss: nn.Module
    flops: int
    learning: nn.Module


class Watch(Protocol):
    """Looks at a network a few times a second; it must draw no random numbers."""

    def look(self, sight: Sight) -> object:
        """What is seen, as frozen values or arrays that nobody changes any more.

        None where there is nothing to tell this time.
        """
        ...


Watches = Mapping[str, Watch]


@contextmanager
def looking(module: nn.Module) -> Iterator[None]:
    """Lets the network be looked at: eval mode, no gradients; afterwards as it was."""
    was_training = module.training
    module.eval()
    try:
        with torch.no_grad():
            yield
    finally:
        module.train(was_training)
