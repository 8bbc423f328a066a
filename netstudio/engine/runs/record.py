"""What is known of a run without loading its model."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

from netstudio.core.translate import Message

# What stands beside the metrics in the figures of a part.
NO_METRICS = ("loss", "samples")

# The figures of a part by name, as the history writes them.
PartFigures = Mapping[str, float]


class RunEnd(StrEnum):
    """How a run has ended, if it has."""

    FINISHED = "finished"
    STOPPED = "stopped"
    FAILED = "failed"
    OPEN = "open"


@dataclass(frozen=True)
class Setup:
    """What of a run's project its line in a table tells.

    Attributes:
        task: The task's type.
        data: The data set's label, or the name of the user's file or folder.
        loss: The loss's type.
        optimizer: The optimizer's type.
        schedule: The learning-rate schedule's type.
        learning_rate: The optimizer's; None where it is not a number.
        batch_size: How many samples there are in a batch.
        seed: Where chance starts.
        layers: How many layers the network has, containers left out.
    """

    task: str
    data: Message
    loss: str
    optimizer: str
    schedule: str
    learning_rate: float | None
    batch_size: int
    seed: int
    layers: int


@dataclass(frozen=True)
class RunRecord:
    """One run, as its folder tells it.

    Attributes:
        path: Its folder.
        name: What the user calls it; the project's name unless it was given another.
        note: What the user wrote about it.
        began: When it was started.
        when: When it was last written to.
        end: How it has ended; open where it goes on, or was torn off.
        reason: Why it ended before its last epoch, or failed, in words; "" where it did not.
        epochs: How many epochs have ended; of a cross-validation, folds.
        planned: How many there were to be.
        best_epoch: The epoch of the weights that were kept; 0 where there are none.
        metric: The metric that tells most; "" where there is none.
        train: Figures on the training part in the best epoch; empty where there are none.
        validation: Figures on the validation part in the best epoch.
        test: Figures on the test part; of a cross-validation, their means over the folds.
        seconds: How long it has trained.
        device: What it computed on, in words; "" before it began.
        parameters: How many numbers the network learns; None before the training began.
        size: How many bytes its folder takes.
        model: The trained model's file, where there is one.
        can_resume: Whether there is a checkpoint, and it did not come to its end.
        can_extend: Whether it came to its end, and there is a checkpoint to train longer from.
        setup: What was trained, and how.
        notices: How many notices there were in the training.
        has_folds: Whether it is a cross-validation.
        folds: The runs of a cross-validation that were begun, in order; empty for others.
    """

    path: Path
    name: str
    note: str
    began: datetime
    when: datetime
    end: RunEnd
    reason: str
    epochs: int
    planned: int
    best_epoch: int
    metric: str
    train: PartFigures
    validation: PartFigures
    test: PartFigures
    seconds: float
    device: str
    parameters: int | None
    size: int
    model: Path | None
    can_resume: bool
    can_extend: bool
    setup: Setup
    notices: int = 0
    has_folds: bool = False
    folds: tuple[RunRecord, ...] = ()

    @property
    def project_file(self) -> Path:
        """The project as it was trained."""
        return self.path / "project.netstudio"

    def as_json(self) -> dict[str, Any]:
        """The record as a JSON object."""
        return {
            "run": str(self.path),
            "name": self.name,
            "note": self.note,
            "began": self.began.isoformat(timespec="seconds"),
            "state": self.end.value,
            "reason": self.reason,
            "epochs": self.epochs,
            "planned": self.planned,
            "best_epoch": self.best_epoch,
            "train": dict(self.train),
            "val": dict(self.validation),
            "test": dict(self.test),
            "seconds": self.seconds,
            "device": self.device,
            "parameters": self.parameters,
            "size": self.size,
            "model": str(self.model) if self.model else None,
            "data": str(self.setup.data),
            "loss": self.setup.loss,
            "optimizer": self.setup.optimizer,
            "schedule": self.setup.schedule,
            "learning_rate": self.setup.learning_rate,
            "batch_size": self.setup.batch_size,
            "seed": self.setup.seed,
            "folds": [fold.as_json() for fold in self.folds],
        }


def main_metric(*parts: PartFigures) -> str:
    """The first metric in the first part that has one; "" where none has."""
    return next((name for part in parts for name in part if name not in NO_METRICS), "")
