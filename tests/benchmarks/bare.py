"""Training loops that people write by hand: the measure for the engine's speed."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional
from torch.utils.data import DataLoader, TensorDataset

from netstudio.core.spec import Call
from netstudio.engine.resolve import build


@dataclass(frozen=True)
class Variant:
    """How the bare loop is tuned."""

    threads: int
    channels_last: bool
    fused: bool = True

    def __str__(self) -> str:
        layout = "channels last" if self.channels_last else "contiguous"
        update = "fused" if self.fused else "unfused"
        return f"bare: {self.threads} thread{'s' if self.threads > 1 else ''}, {layout}, {update}"


@dataclass(frozen=True)
class Task:
    """What every contender trains.

    Attributes:
        network: The lowered network that the engine trains.
        inputs: Standardised pictures (N, C, H, W).
        targets: Class numbers (N,).
        batch_size: Samples for each update.
    """

    network: Call
    inputs: Tensor
    targets: Tensor
    batch_size: int


class BareLoop:
    """An expert's loop: ready-made numbers in one tensor, whole batches by index, fused Adam."""

    def __init__(self, task: Task, variant: Variant) -> None:
        torch.manual_seed(0)
        layout = torch.channels_last if variant.channels_last else torch.contiguous_format
        self._variant = variant
        self._module: nn.Module = build(task.network).to(memory_format=layout)
        self._inputs = task.inputs.contiguous(memory_format=layout)
        self._task = task
        self._optimizer = torch.optim.Adam(self._module.parameters(), 0.001, fused=variant.fused)

    def __call__(self) -> None:
        """Train one epoch."""
        torch.set_num_threads(self._variant.threads)
        module, optimizer, targets = self._module, self._optimizer, self._task.targets
        order = torch.randperm(len(targets))
        for index in torch.split(order, self._task.batch_size):
            loss = functional.cross_entropy(module(self._inputs[index]), targets[index])
            torch.autograd.backward(loss)
            optimizer.step()
            optimizer.zero_grad()


class TutorialLoop:
    """The tutorials' loop: samples one by one from a ``Dataset``, through a ``DataLoader``."""

    def __init__(self, task: Task, threads: int) -> None:
        torch.manual_seed(0)
        self._threads = threads
        self._module: nn.Module = build(task.network)
        samples = TensorDataset(task.inputs, task.targets)
        self._loader = DataLoader(samples, batch_size=task.batch_size, shuffle=True)
        self._optimizer = torch.optim.Adam(self._module.parameters(), 0.001)

    def __call__(self) -> None:
        """Train one epoch."""
        torch.set_num_threads(self._threads)
        criterion = nn.CrossEntropyLoss()
        for inputs, targets in self._loader:
            self._optimizer.zero_grad()
            loss = criterion(self._module(inputs), targets)
            loss.backward()
            self._optimizer.step()
