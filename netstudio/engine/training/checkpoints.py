"""The state of a run on disk, from which it goes on bit for bit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch

from netstudio.core.safe_write import replacing
from netstudio.core.translate import QT_TRANSLATE_NOOP, UserError

_FORMAT = 1


@dataclass(frozen=True)
class Checkpoint:
    """Where a run is.

    Attributes:
        epoch: How many epochs have ended.
        batch: How many batches of the next epoch are done.
        meter: The sums of that epoch so far.
        best_epoch: The epoch with the best weights; 0 before the first.
        best_loss: Its monitored loss; None before the first.
        seconds: How long the run has trained.
        history_length: The length of the history file at this point, in bytes.
        execution: How steps are executed.
        learner: Weights, optimizer and random state.
    """

    epoch: int
    batch: int
    meter: Mapping[str, Any] | None
    best_epoch: int
    best_loss: float | None
    seconds: float
    history_length: int
    execution: Mapping[str, Any]
    learner: Mapping[str, Any]


def save_checkpoint(checkpoint: Checkpoint, path: Path) -> None:
    """Write a checkpoint; the old one stays whole until the new one is complete.

    Raises:
        UserError: It could not be written.
    """
    # Not asdict(checkpoint) as a whole: it would copy every tensor.
    content = {"format": _FORMAT, **vars(checkpoint)}
    with replacing(path) as temporary:
        try:
            torch.save(content, temporary)
        except RuntimeError as error:  # torch's own writer reports a full disk so
            raise OSError(0, "the disk may be full") from error


def load_checkpoint(path: Path) -> Checkpoint:
    """Read a checkpoint; nothing in it is executed.

    Raises:
        UserError: It is missing, damaged or of another version.
    """
    try:
        content = torch.load(path, map_location="cpu", weights_only=True)
        if content.pop("format") != _FORMAT:
            raise ValueError("unknown format")
        return Checkpoint(**content)
    except Exception as error:  # a damaged file can make torch raise almost anything
        raise UserError(
            QT_TRANSLATE_NOOP(
                "netstudio",
                "The checkpoint {path} cannot be read; it is damaged or was not written by this "
                "version. Delete it to train the run from its start.",
            ),
            path=path,
        ) from error
