"""What is held in memory while training, and what stays on the disk."""

from __future__ import annotations

import torch
from torch import Tensor

from netstudio.engine.data.dataset import Samples
from netstudio.engine.data.storage.batches import BatchedSamples, ResidentSamples
from netstudio.engine.data.storage.rows import StoredRows
from netstudio.engine.data.storage.streaming import StreamedSamples

# Decoded samples up to this size are held in main memory; more of them are read from the disk,
# which takes little longer, so that the memory is left to the network and to others however large
# a folder is.
MOST_IN_MEMORY = 256 * 2**20
# How much of a GPU's free memory samples may take.
_SHARE_OF_GPU = 0.4
_MOVED_AT_ONCE = 64 * 2**20


def fits_in_memory(size: int) -> bool:
    """Whether so many bytes of decoded samples are held in main memory."""
    return size <= MOST_IN_MEMORY


def batched(samples: Samples, device: torch.device, channels_last: bool) -> BatchedSamples:
    """Samples as whole batches on a device, held there where they fit.

    Args:
        samples: The samples, in memory or on the disk.
        device: Where batches are wanted.
        channels_last: Whether pictures are laid out with channels innermost.
    """
    inputs = samples.inputs
    if not isinstance(inputs, StoredRows):
        return ResidentSamples(samples, device, channels_last)
    if device.type == "cuda" and _fits_on(device, len(inputs) * inputs.row_bytes):
        moved = Samples(_moved(inputs, device), samples.targets)
        return ResidentSamples(moved, device, channels_last)
    return StreamedSamples(inputs, samples.targets, device, channels_last)


def _fits_on(device: torch.device, size: int) -> bool:
    free, _ = torch.cuda.mem_get_info(device)
    return size <= _SHARE_OF_GPU * free


def _moved(rows: StoredRows, device: torch.device) -> Tensor:
    """All rows on a device, without all of them passing main memory at once."""
    together = max(1, _MOVED_AT_ONCE // rows.row_bytes)
    parts = [rows[at : at + together].to(device) for at in range(0, len(rows), together)]
    return torch.cat(parts)
