"""The processes that train together, as one of them sees them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import timedelta
from functools import wraps
from typing import ParamSpec, Protocol, TypeVar, cast

import torch
import torch.distributed as dist
from torch import Tensor, nn

from netstudio.core.translate import QT_TRANSLATE_NOOP, UserError

P = ParamSpec("P")
T = TypeVar("T")

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

    def sum_gradients(self, gradients: Sequence[Tensor]) -> None:
        """Put the sum over all ranks in the place of each gradient."""
        ...

    def spread(self, module: nn.Module) -> None:
        """Give every rank the weights and buffers of the first one."""
        ...

    def sum(self, numbers: Sequence[float]) -> list[float]:
        """The sum over all ranks of each number."""
        ...

    def any(self, flag: bool) -> bool:
        """Whether any rank says so."""
        ...

    def first(self, number: float) -> float:
        """The number that the first rank has."""
        ...

    def gather(self, value: T) -> list[T]:
        """What each rank has, in their order: numbers, lists and the like."""
        ...

    def wait(self) -> None:
        """Return when all ranks have come here."""
        ...


class Alone:
    """A single process."""

    rank = 0
    size = 1
    local = 0

    def sum_gradients(self, gradients: Sequence[Tensor]) -> None:
        pass

    def spread(self, module: nn.Module) -> None:
        pass

    def sum(self, numbers: Sequence[float]) -> list[float]:
        return list(numbers)

    def any(self, flag: bool) -> bool:
        return flag

    def first(self, number: float) -> float:
        return number

    def gather(self, value: T) -> list[T]:
        return [value]

    def wait(self) -> None:
        pass


ALONE = Alone()


def _exchanging(exchange: Callable[P, T]) -> Callable[P, T]:
    """Says in plain words that the others are gone, which shows only where they are needed."""

    @wraps(exchange)
    def told(*arguments: P.args, **named: P.kwargs) -> T:
        try:
            return exchange(*arguments, **named)
        except RuntimeError as error:
            raise UserError(
                QT_TRANSLATE_NOOP(
                    "netstudio",
                    "Another process of this training has ended ({reason}). Start the training "
                    "again with --resume; with --max-restarts, torchrun does so by itself.",
                ),
                reason=str(error).splitlines()[0],
            ) from error

    return told


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

    @_exchanging
    def sum_gradients(self, gradients: Sequence[Tensor]) -> None:
        # One exchange of everything: each costs far more than what small gradients weigh.
        joined = torch.cat([gradient.reshape(-1) for gradient in gradients])
        dist.all_reduce(joined)
        parts = torch.split(joined, [gradient.numel() for gradient in gradients])
        for gradient, part in zip(gradients, parts, strict=True):
            gradient.copy_(part.view(gradient.shape))

    @_exchanging
    def spread(self, module: nn.Module) -> None:
        for tensor in module.state_dict().values():
            dist.broadcast(tensor, 0)

    @_exchanging
    def sum(self, numbers: Sequence[float]) -> list[float]:
        exact = torch.tensor(numbers, dtype=torch.float64, device=self._device)
        dist.all_reduce(exact)
        summed: list[float] = exact.tolist()
        return summed

    def any(self, flag: bool) -> bool:
        return self.sum([flag])[0] > 0

    @_exchanging
    def first(self, number: float) -> float:
        told = torch.tensor([number], dtype=torch.float64, device=self._device)
        dist.broadcast(told, 0)
        return float(told.item())

    @_exchanging
    def gather(self, value: T) -> list[T]:
        found: list[T | None] = [None] * self.size
        dist.all_gather_object(found, value)
        return cast("list[T]", found)

    def wait(self) -> None:
        self.sum([0.0])


def local_rank() -> int:
    """Which process this is on its machine, as ``torchrun`` tells."""
    return int(os.environ.get("LOCAL_RANK", "0"))


def speaks() -> bool:
    """Whether this process is the one that speaks for all."""
    return int(os.environ.get("RANK", "0")) == 0


def started_together() -> bool:
    """Whether ``torchrun`` started this process as one of several."""
    return dist.is_available() and int(os.environ.get("WORLD_SIZE", "1")) > 1


def device_of_rank(name: str | None) -> str:
    """Where this process computes if ``--device`` says ``name``: each has a GPU of its own.

    Raises:
        UserError: That device cannot be shared out.
    """
    if name in (None, "auto"):
        name = "cuda" if torch.cuda.is_available() else "cpu"
    match name:
        case "cuda":
            return f"cuda:{local_rank()}"
        case "cpu":
            return name
    raise UserError(
        QT_TRANSLATE_NOOP(
            "netstudio",
            "Several processes cannot train on the device {name}. Use cuda, where each takes a GPU "
            "of its own, or cpu.",
        ),
        name=name,
    )


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
