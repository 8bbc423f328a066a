"""Class numbers under other names: misspelt classes are joined, small ones merged or dropped."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
import torch
from torch import Tensor

from netstudio.engine.data.contents import Compared
from netstudio.engine.data.records import Indices, RawData, Records

# What several small classes are called together.
OTHER = "other"


def class_counts(records: Records | None, classes: int) -> Indices:
    """How many samples each class or label has, (K,)."""
    if records is None or records.targets is None:
        return np.zeros(classes, dtype=np.int64)
    if records.targets.is_floating_point():
        counts = records.targets.sum(0).round().to(torch.int64)
    else:
        counts = torch.bincount(records.targets, minlength=classes)
    return np.asarray(counts)


def all_counts(raw: RawData) -> Indices:
    """How many samples of all parts each class or label has, (K,)."""
    parts = (raw.train, raw.validation, raw.test)
    return np.asarray(sum(class_counts(part, len(raw.classes)) for part in parts))


def misspelt(names: Sequence[str], counts: Sequence[int]) -> dict[int, int]:
    """Names that differ from another only in blanks, invisible characters, width or case.

    Case does not count for single characters: ``a`` and ``A`` are two letters.

    Args:
        names: The class names.
        counts: How many samples each has.

    Returns:
        The number of each such class -> that of the most frequent spelling.
    """
    alike: dict[str, list[int]] = {}
    for number, name in enumerate(names):
        alike.setdefault(_plain(name), []).append(number)
    joined = {}
    for numbers in alike.values():
        # A name without stray blanks is the better one of two that are as frequent.
        best = max(numbers, key=lambda at: (counts[at], names[at] == names[at].strip(), -at))
        joined.update({number: best for number in numbers if number != best})
    return joined


def known_as(name: str, known: Sequence[str]) -> int | None:
    """The number of the class that has this name, be it in another spelling; None where none has.

    What is known as none of them belongs to the class of all others, where there is one.
    """
    for wanted, plain in ((name, str), (_plain(name), _plain), (OTHER, str)):
        for number, each in enumerate(known):
            if plain(each) == wanted:
                return number
    return None


def _plain(name: str) -> str:
    visible = (
        character
        for character in unicodedata.normalize("NFKC", name)
        if unicodedata.category(character) != "Cf"
    )
    plain = " ".join("".join(visible).split())
    return plain.casefold() if len(plain) > 1 else plain


def joined(raw: RawData, into: Mapping[int, int], names: Sequence[str] | None = None) -> RawData:
    """The same samples with some classes counted as others; those classes are gone.

    Args:
        raw: The samples, with classes or labels.
        into: The number of each class that goes -> that of the class it joins.
        names: All class names by their numbers so far, where some change.
    """
    kept = [number for number in range(len(raw.classes)) if number not in into]
    places = {number: at for at, number in enumerate(kept)}
    moves = [places[into.get(number, number)] for number in range(len(raw.classes))]
    named = raw.classes if names is None else names
    return _relabelled(raw, moves, [named[number] for number in kept])


def without_classes(compared: Compared, gone: Sequence[int]) -> Compared:
    """Only the samples of other classes; of labels only the label goes."""
    raw = compared.raw
    kept = [number for number in range(len(raw.classes)) if number not in set(gone)]
    fewer = compared.only(
        *(_of_classes(part, kept) for part in (raw.train, raw.validation, raw.test))
    )
    places = {number: at for at, number in enumerate(kept)}
    moves = [places.get(number, -1) for number in range(len(raw.classes))]
    return replace(
        fewer, raw=_relabelled(fewer.raw, moves, [raw.classes[number] for number in kept])
    )


def _of_classes(records: Records | None, kept: Sequence[int]) -> Indices | None:
    if records is None or records.targets is None or records.targets.is_floating_point():
        return None
    return np.flatnonzero(np.isin(records.targets.numpy(), kept))


def _relabelled(raw: RawData, moves: Sequence[int], names: Sequence[str]) -> RawData:
    def part(records: Records | None) -> Records | None:
        if records is None or records.targets is None:
            return records
        return replace(records, targets=renumbered(records.targets, moves, len(names)))

    train = part(raw.train)
    assert train is not None
    return replace(
        raw,
        train=train,
        validation=part(raw.validation),
        test=part(raw.test),
        classes=tuple(names),
    )


def renumbered(targets: Tensor, moves: Sequence[int], classes: int) -> Tensor:
    """Class numbers, or columns of labels, under other numbers.

    Args:
        targets: Class numbers int64 (N,), or labels float32 (N, K).
        moves: The new number of each class; a negative one leaves a label out.
        classes: How many classes there are then.
    """
    if not targets.is_floating_point():
        return torch.tensor(moves, dtype=torch.int64)[targets]
    columns = torch.zeros(len(targets), classes)
    for old, new in enumerate(moves):
        if new >= 0:
            columns[:, new] = torch.maximum(columns[:, new], targets[:, old])
    return columns
