"""Samples in memory, undivided and divided."""

from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from torch import Tensor

from netstudio.core.project import DataFacts, PartSizes
from netstudio.core.spec import TensorSpec
from netstudio.core.translate import Message
from netstudio.engine.events import Preparing
from netstudio.tasks.sources import SourceDef

T = TypeVar("T")

# Work that reports its progress while it goes on and gives a result in the end.
Job = Generator[Preparing, None, T]


def finish(job: Job[T], report: Callable[[Preparing], object] = lambda _: None) -> T:
    """Run a job to its end, reporting its progress."""
    while True:
        try:
            report(next(job))
        except StopIteration as end:
            result: T = end.value
            return result


@dataclass(frozen=True)
class Samples:
    """Inputs with their targets.

    Attributes:
        inputs: Stored as they were found: uint8 pictures (N, C, H, W).
        targets: Class numbers, int64 (N,).
    """

    inputs: Tensor
    targets: Tensor

    def __len__(self) -> int:
        return len(self.targets)

    def select(self, index: Tensor) -> Samples:
        """The samples with these numbers."""
        return Samples(self.inputs[index], self.targets[index])


@dataclass(frozen=True)
class RawData:
    """What a source reads: the parts that it brings along.

    Attributes:
        train: What is learned from, and what missing parts are cut from.
        validation: The source's own validation part, if it has one.
        test: The source's official test part, if it has one.
        classes: Class names by class number.
        notes: What the user should know, such as files that were left out.
    """

    train: Samples
    validation: Samples | None
    test: Samples | None
    classes: tuple[str, ...]
    notes: tuple[Message, ...] = ()


@dataclass(frozen=True)
class Dataset:
    """Samples divided into parts that share none."""

    train: Samples
    validation: Samples
    test: Samples
    classes: tuple[str, ...]
    notes: tuple[Message, ...] = ()

    @property
    def facts(self) -> DataFacts:
        """What a project file keeps of it."""
        sizes = tuple(self.train.inputs.shape[1:])
        return DataFacts(
            sample=TensorSpec(("channels", "height", "width"), sizes),
            classes=self.classes,
            counts=PartSizes(len(self.train), len(self.validation), len(self.test)),
        )


@dataclass(frozen=True)
class Reading:
    """What a source's reader is told.

    Attributes:
        source: The declared source with its settings.
        data_root: Where downloaded sets live; None for the user's data folder.
        sample: The sample shape to bring pictures to; None lets the source decide.
    """

    source: SourceDef
    data_root: Path | None = None
    sample: TensorSpec | None = None
