"""The processes that train together, as one of them sees them."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import timedelta
from typing import Protocol

import torch
import torch.distributed as dist
from torch import Tensor, nn

from netstudio.core.translate import QT_TRANSLATE_NOOP, UserError

# One rank reads the data while the others wait.
_PATIENCE = timedelta(hours=6)


class Ranks(Protocol):
    """All that train together.

    Attributes:
        rank: Which one this is, from 0; the one with 0 writes the run.
        size: How many there are.
        local: Which one this is on its machine.
    """

    rank: int
    size: int
    local: int

    def sum_gradients(self, parameters: Iterable[nn.Parameter]) -> None:
        """Put the sum over all ranks in the place of each gradient."""
        ...

    def sum(self, numbers: Sequence[float]) -> list[float]:
        """The sum over all ranks of each number."""
        ...

    def any(self, flag: bool) -> bool:
        """Whether any rank says so."""
        ...

    def first(self, flag: bool) -> bool:
        """What the first rank says."""
        ...

    def gather(self, state: Tensor) -> list[Tensor]:
        """What each rank has, by rank; all of the same shape."""
        ...

    def wait(self) -> None:
        """Return when all ranks have come here."""
        ...


class Alone:
    """A single process."""

    rank = 0
    size = 1
    local = 0

    def sum_gradients(self, parameters: Iterable[nn.Parameter]) -> None:
        pass

    def sum(self, numbers: Sequence[float]) -> list[float]:
        return list(numbers)

    def any(self, flag: bool) -> bool:
        return flag

    def first(self, flag: bool) -> bool:
        return flag

    def gather(self, state: Tensor) -> list[Tensor]:
        return [state]

    def wait(self) -> None:
        pass


ALONE = Alone()


class Together:
    """One of several processes; made by ``joined``.

    Args:
        device: Where this rank computes, and numbers are exchanged.
    """

    def __init__(self, device: torch.device) -> None:
        self.rank = dist.get_rank()
        self.size = dist.get_world_size()
        self.local = local_rank()
        self._device = device

    def sum_gradients(self, parameters: Iterable[nn.Parameter]) -> None:
        gradients = [each.grad for each in parameters if each.grad is not None]
        # One exchange of everything: each costs far more than what small gradients weigh.
        for kind in {gradient.dtype for gradient in gradients}:
            alike = [gradient for gradient in gradients if gradient.dtype == kind]
            joined = torch.cat([gradient.reshape(-1) for gradient in alike])
            dist.all_reduce(joined)
            parts = torch.split(joined, [gradient.numel() for gradient in alike])
            for gradient, part in zip(alike, parts, strict=True):
                gradient.copy_(part.view(gradient.shape))

    def sum(self, numbers: Sequence[float]) -> list[float]:
        exact = torch.tensor(numbers, dtype=torch.float64, device=self._device)
        dist.all_reduce(exact)
        summed: list[float] = exact.tolist()
        return summed

    def any(self, flag: bool) -> bool:
        return self.sum([flag])[0] > 0

    def first(self, flag: bool) -> bool:
        told = torch.tensor([int(flag)], device=self._device)
        dist.broadcast(told, 0)
        return bool(told.item())

    def gather(self, state: Tensor) -> list[Tensor]:
        sent = state.to(self._device)
        found = [torch.empty_like(sent) for _ in range(self.size)]
        dist.all_gather(found, sent)
        return [each.to(state.device) for each in found]

    def wait(self) -> None:
        self.sum([0.0])


def local_rank() -> int:
    """Which process this is on its machine, as ``torchrun`` tells."""
    return int(os.environ.get("LOCAL_RANK", "0"))


def started_together() -> bool:
    """Whether ``torchrun`` started this process as one of several."""
    return dist.is_available() and int(os.environ.get("WORLD_SIZE", "1")) > 1


@contextmanager
def joined(device: torch.device) -> Iterator[Ranks]:
    """The ranks of which this process is one; it leaves them at the end.

    Args:
        device: Where this rank computes: GPUs exchange through NCCL, CPUs through gloo.

    Raises:
        UserError: The others cannot be reached.
    """
    if not started_together():
        yield ALONE
        return
    try:
        if device.type == "cuda":
            torch.cuda.set_device(device)
        backend = "nccl" if device.type == "cuda" else "gloo"
        dist.init_process_group(backend, timeout=_PATIENCE)
    except (RuntimeError, ValueError) as error:
        raise UserError(
            QT_TRANSLATE_NOOP(
                "netstudio",
                "The processes of this training could not find each other ({reason}). Check the "
                "addresses and ports that torchrun was given.",
            ),
            reason=str(error).splitlines()[0],
        ) from error
    try:
        yield Together(device)
    finally:
        dist.destroy_process_group()
