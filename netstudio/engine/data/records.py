"""What a source reads: samples as they are in the world, before anything is learned from them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol, Self, runtime_checkable

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from netstudio.core.translate import Message
from netstudio.engine.data.job import Job

Indices = NDArray[np.int64]

_MOST_EXAMPLES = 5


@runtime_checkable
class Inputs(Protocol):
    """What is given of every sample: pictures, rows of a table, texts, …

    Each kind of content has a frozen class of its own that holds them in the smallest form.
    """

    def __len__(self) -> int: ...

    def select(self, index: Indices) -> Self:
        """The inputs with these numbers, in this order."""
        ...

    def keys(self) -> Job[list[bytes]]:
        """A hash of each input's content: equal inputs have equal keys."""
        ...


@dataclass(frozen=True)
class Records:
    """Inputs with what is known of them.

    Attributes:
        inputs: What is given.
        targets: What is to be learned, in the form of the task's ``Aim``: class numbers int64 (N,),
            labels float32 (N, K), values float32 (N, K) in their own units; None where a sample is
            its own target or nothing is known.
        origins: Where each comes from, in words: a file's name, "row 17"; empty where that says
            nothing, as for MNIST.
        groups: Samples with the same number must stay in one part (a patient, a series of shots);
            int64 (N,), or None.
    """

    inputs: Inputs
    targets: Tensor | None
    origins: Sequence[str] = ()
    groups: Tensor | None = None

    def __len__(self) -> int:
        return len(self.inputs)

    def select(self, index: Indices) -> Records:
        """The records with these numbers, in this order."""
        numbers = torch.from_numpy(index)
        return replace(
            self,
            inputs=self.inputs.select(index),
            targets=None if self.targets is None else self.targets[numbers],
            origins=[self.origins[at] for at in index.tolist()] if self.origins else (),
            groups=None if self.groups is None else self.groups[numbers],
        )


def some_origins(records: Records, index: Indices) -> tuple[str, ...]:
    """Where a few of these records come from."""
    if not records.origins:
        return ()
    return tuple(records.origins[at] for at in index[:_MOST_EXAMPLES].tolist())


@dataclass(frozen=True)
class Finding:
    """Something about the data that the user should know.

    Attributes:
        code: Stable identifier of this kind of finding.
        text: What was found, with how many and where, and what is done about it.
        setting: Where another treatment can be chosen: ``options.duplicates``,
            ``preparation.missing_numbers``, ``source.columns``; "" where there is no choice.
        examples: The origins of a few of the samples.
        is_harmless: Whether it merely informs.
    """

    code: str
    text: Message
    setting: str = ""
    examples: tuple[str, ...] = ()
    is_harmless: bool = False


@dataclass(frozen=True)
class RawData:
    """What a source reads: the parts that it brings along.

    Attributes:
        train: What is learned from, and what missing parts are cut from.
        validation: The source's own validation part, if it has one.
        test: The source's official test part, if it has one.
        classes: Names by number, where targets are classes or labels.
        values: What each number of the targets is, where they are values.
        findings: What was found while reading, such as files that cannot be read.
        is_ordered: Whether the samples follow each other in time, so that parts must, too.
        overlap: Of how many following samples each knows some of the targets; as many are left out
            before each later part.
    """

    train: Records
    validation: Records | None = None
    test: Records | None = None
    classes: tuple[str, ...] = ()
    values: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = field(default=())
    is_ordered: bool = False
    overlap: int = 0

    @property
    def notes(self) -> tuple[Message, ...]:
        """The sentences of its findings."""
        return tuple(finding.text for finding in self.findings)
