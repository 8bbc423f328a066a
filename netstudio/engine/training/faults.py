"""What a run says when something goes wrong that is not the project's fault."""

from __future__ import annotations

import torch

from netstudio.core.translate import QT_TRANSLATE_NOOP, Message, message


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
