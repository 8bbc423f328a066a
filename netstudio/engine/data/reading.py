"""What a source's reader is told."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from netstudio.core.spec import TensorSpec
from netstudio.tasks.options import DataOptions
from netstudio.tasks.sources import SourceDef
from netstudio.tasks.task import TaskDef


@dataclass(frozen=True)
class Reading:
    """What a source's reader is told.

    Attributes:
        source: The declared source with its settings.
        task: What the samples are for: which targets are wanted.
        options: How the samples will be cleaned and divided.
        data_root: Where downloaded sets live; None for the user's data folder.
        sample: The shape to bring samples to, for a network that is trained already; None lets
            the source decide.
    """

    source: SourceDef
    task: TaskDef
    options: DataOptions = DataOptions()
    data_root: Path | None = None
    sample: TensorSpec | None = None
