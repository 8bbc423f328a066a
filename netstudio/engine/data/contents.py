"""Which samples are equal, and which must stay together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import torch

from netstudio.engine.data.job import Job
from netstudio.engine.data.records import Indices, RawData, Records

NO_SAMPLES: Indices = np.empty(0, dtype=np.int64)


@dataclass(frozen=True)
class Contents:
    """What each sample is, as a number: equal inputs have equal numbers, in all parts.

    Attributes:
        train: Of every sample that is learned from.
        validation: Of the source's own validation part; empty where it has none.
        test: Of its official test part, likewise.
    """

    train: Indices
    validation: Indices
    test: Indices


@dataclass(frozen=True)
class Compared:
    """What a source reads, and which of its samples are equal."""

    raw: RawData
    contents: Contents

    @property
    def has_repeats(self) -> bool:
        """Whether any two training samples are equal."""
        return bool((np.bincount(self.contents.train) > 1).any())

    def only(
        self,
        train: Indices | None = None,
        validation: Indices | None = None,
        test: Indices | None = None,
    ) -> Compared:
        """Only these samples of each part; None keeps all of it."""
        raw, contents = self.raw, self.contents
        if train is not None:
            raw = replace(raw, train=raw.train.select(train))
            contents = replace(contents, train=contents.train[train])
        if validation is not None and raw.validation is not None:
            raw = replace(raw, validation=raw.validation.select(validation))
            contents = replace(contents, validation=contents.validation[validation])
        if test is not None and raw.test is not None:
            raw = replace(raw, test=raw.test.select(test))
            contents = replace(contents, test=contents.test[test])
        return Compared(raw, contents)


def compare(raw: RawData) -> Job[Compared]:
    """Find out which samples are equal."""
    seen: dict[bytes, int] = {}

    def numbers(part: Records | None) -> Job[Indices]:
        if part is None:
            return NO_SAMPLES
        keys = yield from part.inputs.keys()
        return np.array([seen.setdefault(key, len(seen)) for key in keys], dtype=np.int64)

    train = yield from numbers(raw.train)
    validation = yield from numbers(raw.validation)
    test = yield from numbers(raw.test)
    return Compared(raw, Contents(train, validation, test))


def units(contents: Indices, groups: Indices | None) -> Indices:
    """What must stay in one part: equal samples, and samples of one group.

    Args:
        contents: What each sample is.
        groups: Its group; None where there are no groups.

    Returns:
        A number for each sample; samples with the same number stay together, also where it takes
        several steps from one to the other.
    """
    if groups is None:
        return contents
    parents: dict[tuple[str, int], tuple[str, int]] = {}

    def root(node: tuple[str, int]) -> tuple[str, int]:
        path = []
        while (parent := parents.setdefault(node, node)) != node:
            path.append(node)
            node = parent
        for passed in path:
            parents[passed] = node
        return node

    for content, group in zip(contents.tolist(), groups.tolist(), strict=True):
        parents[root(("content", content))] = root(("group", group))
    numbers: dict[tuple[str, int], int] = {}
    roots = (root(("group", group)) for group in groups.tolist())
    return np.array([numbers.setdefault(each, len(numbers)) for each in roots], dtype=np.int64)


def group_numbers(values: Sequence[object]) -> torch.Tensor:
    """The same number for equal values, int64 (N,)."""
    seen: dict[object, int] = {}
    return torch.tensor([seen.setdefault(value, len(seen)) for value in values], dtype=torch.int64)
