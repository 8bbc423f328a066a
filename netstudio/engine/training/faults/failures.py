"""What a run says when something goes wrong that is not the project's fault."""

from __future__ import annotations

import torch

from netstudio.core.translate import QT_TRANSLATE_NOOP, Message, message
from netstudio.core.values import Fields
from netstudio.engine.events import Noticed, Remedy


def is_out_of_memory(error: BaseException) -> bool:
    """Whether there was no memory left, of the machine or of the GPU."""
    if isinstance(error, MemoryError | torch.OutOfMemoryError):
        return True
    # On the CPU torch raises a plain RuntimeError: "DefaultCPUAllocator: can't allocate memory".
    return isinstance(error, RuntimeError) and "allocate memory" in str(error)


def out_of_memory(batch_size: int) -> Message:
    """The sentence for a full memory."""
    return message(
        QT_TRANSLATE_NOOP(
            "netstudio",
            "The memory is full with a batch size of {size}. Use a smaller batch size, smaller "
            "pictures or a smaller network.",
        ),
        size=batch_size,
    )


def memory_full(batch_size: int, at_a_time: int, epoch: int) -> Noticed:
    """What is told when a run goes on in smaller pieces because the memory was full.

    Args:
        batch_size: Of how many samples an update is made.
        at_a_time: How many of them go through the network at once from now on.
        epoch: In which epoch it is, from 1.
    """
    text = message(
        QT_TRANSLATE_NOOP(
            "netstudio",
            "The memory was full with a batch size of {size}. Training goes on with {part} samples "
            "at a time; updates are still made from {size}.",
        ),
        size=batch_size,
        part=at_a_time,
    )
    label = message(QT_TRANSLATE_NOOP("netstudio", "Batch size {size}"), size=at_a_time)
    smaller = Remedy(label, "training", Fields(batch_size=at_a_time))
    return Noticed("memory-full", text, epoch, remedies=(smaller,))


def unexpected(error: Exception) -> Message:
    """The sentence for a fault of the program itself, or of a layer."""
    return message(
        QT_TRANSLATE_NOOP(
            "netstudio",
            "Something went wrong that should not have ({type}: {error}). Please report it with "
            "the details.",
        ),
        type=type(error).__name__,
        error=str(error).splitlines()[0] if str(error) else "",
    )
