"""The state of a run on disk, from which it goes on bit for bit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import Any, Self

import torch

from netstudio.core.safe_write import replacing
from netstudio.core.translate import QT_TRANSLATE_NOOP, UserError
from netstudio.engine.data.dataset import Dataset
from netstudio.engine.data.storage.rows import StoredRows
from netstudio.engine.training.stopping import Standing

_FORMAT = 2


@dataclass
class Position:
    """Where a run stands.

    Attributes:
        epoch: How many epochs have ended.
        batch: How many batches of the next epoch are done.
        meter: That epoch's sums so far.
        epoch_seconds: How long that epoch has taken so far, pauses left out.
        best_epoch: The epoch whose weights are the trained model; 0 before the first.
        standing: How far the monitored figure has come.
        seconds: How long the run has trained before that epoch.
        limited_from: Since when, in the same seconds, the time limit counts.
    """

    epoch: int = 0
    batch: int = 0
    meter: Mapping[str, Any] | None = None
    epoch_seconds: float = 0.0
    best_epoch: int = 0
    standing: Standing = field(default_factory=Standing)
    seconds: float = 0.0
    limited_from: float = 0.0

    def as_state(self) -> dict[str, Any]:
        """What a checkpoint holds of it."""
        return {**vars(self), "standing": vars(self.standing)}

    @classmethod
    def from_state(cls, state: Mapping[str, Any]) -> Self:
        """What ``as_state`` gave."""
        return cls(**{**state, "standing": Standing(**state["standing"])})


@dataclass(frozen=True)
class Checkpoint:
    """Everything from which a run goes on.

    Attributes:
        position: Where it stands.
        history_length: The length of the history file at this point, in bytes.
        data_digest: Tells whether the data are still the same.
        data_root: Where downloaded data sets were.
        device: What it computed on.
        execution: How steps are executed.
        learner: Weights, optimizer and random state.
    """

    position: Position
    history_length: int
    data_digest: str
    data_root: str | None
    device: str
    execution: Mapping[str, Any]
    learner: Mapping[str, Any]


def digest(dataset: Dataset) -> str:
    """A hash of all samples and of how they are divided."""
    hashed = blake2b("\0".join(dataset.classes).encode(errors="backslashreplace"), digest_size=16)
    for part in (dataset.train, dataset.validation, dataset.test):
        hashed.update(str(tuple(part.inputs.shape)).encode())
        for kept in (part.inputs, part.targets):
            hashed.update(
                kept.digest if isinstance(kept, StoredRows) else kept.contiguous().numpy().data
            )
    return hashed.hexdigest()


def save_checkpoint(checkpoint: Checkpoint, path: Path) -> None:
    """Write a checkpoint; the old one stays whole until the new one is complete.

    Raises:
        UserError: It could not be written.
    """
    # Not asdict(checkpoint) as a whole: it would copy every tensor.
    content = {"format": _FORMAT, **vars(checkpoint), "position": checkpoint.position.as_state()}
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
        return Checkpoint(**{**content, "position": Position.from_state(content["position"])})
    except Exception as error:  # a damaged file can make torch raise almost anything
        raise UserError(
            QT_TRANSLATE_NOOP(
                "netstudio",
                "The checkpoint {path} cannot be read; it is damaged or was not written by this "
                "version. Delete it to train the run from its start.",
            ),
            path=path,
        ) from error
