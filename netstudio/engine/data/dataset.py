"""Samples that are ready to be learned from, divided into parts."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor

from netstudio.core.project import DataFacts, PartSizes
from netstudio.core.translate import Message
from netstudio.engine.data.preprocessing import Preprocessing
from netstudio.engine.data.records import Finding, Records
from netstudio.engine.data.scaling import ValueScaling
from netstudio.engine.data.storage.rows import StoredRows


@dataclass(frozen=True)
class Samples:
    """Encoded inputs with their targets, from which whole batches are indexed.

    Attributes:
        inputs: As ``Preprocessing.encode`` gives them, (N, …), in memory or on the disk.
        targets: What the loss compares with: class numbers int64 (N,), labels float32 (N, K),
            scaled values float32 (N, K); (N, 0) where a sample is its own target.
    """

    inputs: Tensor | StoredRows
    targets: Tensor

    def __len__(self) -> int:
        return len(self.inputs)

    def select(self, index: Tensor) -> Samples:
        """The samples with these numbers."""
        inputs = self.inputs
        chosen = inputs.select(index.numpy()) if isinstance(inputs, StoredRows) else inputs[index]
        return Samples(chosen, self.targets[index])


@dataclass(frozen=True)
class Divided:
    """Records in parts that share none.

    Attributes:
        classes: Names by number, where targets are classes or labels.
        values: What each number of the targets is, where they are values.
        findings: What is to be known about the data.
    """

    train: Records
    validation: Records
    test: Records
    classes: tuple[str, ...] = ()
    values: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()

    @property
    def parts(self) -> tuple[Records, Records, Records]:
        """Training, validation and test part."""
        return self.train, self.validation, self.test


@dataclass(frozen=True)
class Dataset:
    """A project's data, ready for its network.

    Attributes:
        train: What is learned from.
        validation: What progress is watched on.
        test: What the final figure comes from.
        records: The same samples as they are in the world.
        preprocessing: How records were encoded, and what is left to do for each batch.
        scaling: The scale of predicted values; None for other aims.
    """

    train: Samples
    validation: Samples
    test: Samples
    records: Divided
    preprocessing: Preprocessing
    scaling: ValueScaling | None = None

    @property
    def classes(self) -> tuple[str, ...]:
        """Class names by class number."""
        return self.records.classes

    @property
    def notes(self) -> tuple[Message, ...]:
        """What the user should know about the data."""
        return tuple(finding.text for finding in self.records.findings)

    @property
    def facts(self) -> DataFacts:
        """What a project file keeps of it."""
        return DataFacts(
            sample=self.preprocessing.sample,
            classes=self.records.classes,
            counts=PartSizes(len(self.train), len(self.validation), len(self.test)),
            values=self.records.values,
        )


def without_targets(count: int) -> Tensor:
    """What stands for the targets of samples that are their own."""
    return torch.zeros(count, 0)
