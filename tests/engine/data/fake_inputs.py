"""Inputs that are nothing but a number, for tests of what holds whatever the samples are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch

from netstudio.engine.data.job import Job
from netstudio.engine.data.records import Indices, Records
from netstudio.engine.events import Preparing


@dataclass(frozen=True)
class Numbers:
    """Each input is a number; the columns are named."""

    contents: Indices

    def __len__(self) -> int:
        return len(self.contents)

    def select(self, index: Indices) -> Numbers:
        return Numbers(self.contents[index])

    def keys(self) -> Job[list[bytes]]:
        yield Preparing("compare", 0, len(self))
        return [b"%d" % content for content in self.contents.tolist()]


def records(
    contents: Sequence[int],
    classes: Sequence[int] | None = None,
    groups: Sequence[int] | None = None,
    values: Sequence[Sequence[float]] | None = None,
) -> Records:
    """Records of these numbers; the origin of each is its place."""
    targets = None
    if classes is not None:
        targets = torch.tensor(classes, dtype=torch.int64)
    if values is not None:
        targets = torch.tensor(values, dtype=torch.float32)
    return Records(
        inputs=Numbers(np.array(contents, dtype=np.int64)),
        targets=targets,
        origins=[f"row {at + 1}" for at in range(len(contents))],
        groups=None if groups is None else torch.tensor(groups, dtype=torch.int64),
    )


def contents_of(part: Records) -> list[int]:
    """The numbers that are a part's inputs."""
    assert isinstance(part.inputs, Numbers)
    numbers: list[int] = part.inputs.contents.tolist()
    return numbers


def classes_of(part: Records) -> list[int]:
    """The classes of a part's samples."""
    assert part.targets is not None
    classes: list[int] = part.targets.tolist()
    return classes
