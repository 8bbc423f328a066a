"""Reading and dividing the data that a project chooses."""

from __future__ import annotations

from pathlib import Path

from netstudio.core.spec import TensorSpec
from netstudio.engine.data.dataset import Dataset, Job, RawData, Reading
from netstudio.engine.data.splits import divide
from netstudio.engine.resolve import resolve
from netstudio.tasks.options import DataOptions
from netstudio.tasks.sources import SourceDef


def read_source(
    source: SourceDef, data_root: Path | None = None, sample: TensorSpec | None = None
) -> Job[RawData]:
    """Read all samples of a source.

    Args:
        source: The declared source with its settings.
        data_root: Where downloaded sets live; the user's data folder when left out.
        sample: The sample shape to bring pictures to; None lets the source decide.

    Raises:
        UserError: The data cannot be read.
    """
    job: Job[RawData] = resolve(source.target)(Reading(source, data_root, sample))
    raw = yield from job
    return raw


def load_dataset(
    source: SourceDef,
    options: DataOptions,
    data_root: Path | None = None,
    sample: TensorSpec | None = None,
) -> Job[Dataset]:
    """Read a source and divide its samples; see ``read_source`` and ``divide``."""
    raw = yield from read_source(source, data_root, sample)
    dataset = yield from divide(raw, options)
    return dataset
