"""What is wrong with samples whatever they are, and what is done about it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

import numpy as np
import torch

from netstudio.core.translate import (
    QT_TRANSLATE_NOOP,
    counted,
    listing,
    message,
    shorten,
    verbatim,
)
from netstudio.engine.data.contents import Compared
from netstudio.engine.data.parts.labels import (
    OTHER,
    all_counts,
    joined,
    misspelt,
    without_classes,
)
from netstudio.engine.data.records import Finding, Indices, RawData, Records, some_origins
from netstudio.tasks.content import Aim
from netstudio.tasks.options import DataOptions

_MOST_NAMED = 3
_LONGEST_NAME = 40

_TINY_KEPT = (
    QT_TRANSLATE_NOOP(
        "netstudio", "The class {names} has fewer than {smallest} samples, too few to learn from."
    ),
    QT_TRANSLATE_NOOP(
        "netstudio",
        "{count} classes have fewer than {smallest} samples, too few to learn from: {names}.",
    ),
)
_TINY_LEFT_OUT = (
    QT_TRANSLATE_NOOP(
        "netstudio", "The class {names} has fewer than {smallest} samples and is left out."
    ),
    QT_TRANSLATE_NOOP(
        "netstudio", "{count} classes have fewer than {smallest} samples and are left out: {names}."
    ),
)
# A single one has nothing to be merged with.
_TINY_MERGED = (
    "",
    QT_TRANSLATE_NOOP(
        "netstudio",
        "{count} classes have fewer than {smallest} samples and are merged into “{other}”: "
        "{names}.",
    ),
)


def clean(compared: Compared, options: DataOptions, aim: Aim) -> Compared:
    """Samples as the options want them, with a finding for all that was found.

    The source's own validation and test part lose no sample, unless its class is left out.
    """
    has_labels = aim in (Aim.CLASS, Aim.LABELS)
    if has_labels:
        compared = replace(compared, raw=_spelling(compared.raw, options.label_spelling))
        compared = _tiny_classes(compared, options.tiny_classes, options.smallest_class)
    if not compared.has_repeats:
        return compared
    if has_labels:
        compared = _conflicting(compared, options.conflicting)
    return _duplicates(compared, options.duplicates)


def _spelling(raw: RawData, treatment: str) -> RawData:
    """Classes that are one under several spellings."""
    names = raw.classes
    into = misspelt(names, all_counts(raw).tolist())
    if not into:
        return raw
    pairs = listing(
        verbatim(f"“{shorten(names[old], _LONGEST_NAME)}” = “{shorten(names[new], _LONGEST_NAME)}”")
        for old, new in list(into.items())[:_MOST_NAMED]
    )
    if treatment == "merge":
        text = QT_TRANSLATE_NOOP(
            "netstudio",
            "Class names that differ only in blanks or capital letters are taken as one: {names}.",
        )
    else:
        text = QT_TRANSLATE_NOOP(
            "netstudio",
            "Some class names differ only in blanks or capital letters and are kept apart: "
            "{names}.",
        )
    finding = Finding(
        "label-spelling",
        message(text, names=pairs),
        "options.label_spelling",
        some_origins(raw.train, _of_classes(raw.train, into)),
    )
    return _with(joined(raw, into) if treatment == "merge" else raw, finding)


def _tiny_classes(compared: Compared, treatment: str, smallest: int) -> Compared:
    """Classes with too few samples to learn from and to measure on."""
    raw = compared.raw
    counts = all_counts(raw)
    tiny = np.flatnonzero(counts < smallest).tolist()
    if not tiny:
        return compared
    names = listing(
        verbatim(f"{shorten(raw.classes[number], _LONGEST_NAME)} ({counts[number]})")
        for number in sorted(tiny, key=lambda at: int(counts[at]))[:_MOST_NAMED]
    )
    changed = compared
    if treatment == "drop":
        one, many = _TINY_LEFT_OUT
        changed = without_classes(compared, tiny)
    elif treatment == "merge" and len(tiny) > 1:
        one, many = _TINY_MERGED
        changed = replace(compared, raw=_merged_into_other(raw, tiny))
    else:
        one, many = _TINY_KEPT
    finding = Finding(
        "tiny-classes",
        counted(len(tiny), one, many, smallest=smallest, names=names, other=OTHER),
        "options.tiny_classes",
        some_origins(raw.train, _of_classes(raw.train, tiny)),
    )
    return replace(changed, raw=_with(changed.raw, finding))


def _merged_into_other(raw: RawData, tiny: Sequence[int]) -> RawData:
    if OTHER in raw.classes:
        target = raw.classes.index(OTHER)
        return joined(raw, {number: target for number in tiny if number != target})
    names = [OTHER if number == tiny[0] else name for number, name in enumerate(raw.classes)]
    return joined(raw, dict.fromkeys(tiny[1:], tiny[0]), names)


def _conflicting(compared: Compared, treatment: str) -> Compared:
    """Equal training samples with different classes, of which at most one can be right."""
    train, contents = compared.raw.train, compared.contents.train
    labels = _label_numbers(train)
    disputed = disagreeing(contents, labels)
    if not disputed.any():
        return compared
    kept = ~disputed
    if treatment == "drop":
        text = QT_TRANSLATE_NOOP(
            "netstudio",
            "{count} training samples equal others with a different label and are left out.",
        )
    elif treatment == "most_frequent":
        kept |= agreeing_with_most(contents, labels)
        text = QT_TRANSLATE_NOOP(
            "netstudio",
            "{count} training samples equal others with a different label; those without the most "
            "frequent label are left out.",
        )
    else:
        kept[:] = True
        text = QT_TRANSLATE_NOOP(
            "netstudio", "{count} training samples equal others with a different label; all stay."
        )
    finding = Finding(
        "conflicting-labels",
        message(text, count=int(disputed.sum())),
        "options.conflicting",
        some_origins(train, np.flatnonzero(disputed)),
    )
    cleaned = compared if kept.all() else compared.only(train=np.flatnonzero(kept))
    return replace(cleaned, raw=_with(cleaned.raw, finding))


def _duplicates(compared: Compared, treatment: str) -> Compared:
    """Training samples that occur more than once."""
    train, contents = compared.raw.train, compared.contents.train
    repeats = repeating(contents, _label_numbers(train))
    count = len(repeats)
    if not count:
        return compared
    if treatment == "drop":
        text = counted(
            count,
            QT_TRANSLATE_NOOP("netstudio", "1 training sample repeats another and is left out."),
            QT_TRANSLATE_NOOP(
                "netstudio", "{count} training samples repeat others and are left out."
            ),
        )
        kept = np.setdiff1d(np.arange(len(contents)), repeats)
        compared = compared.only(train=kept)
    else:
        text = counted(
            count,
            QT_TRANSLATE_NOOP(
                "netstudio", "1 training sample repeats another; both stay in one part."
            ),
            QT_TRANSLATE_NOOP(
                "netstudio",
                "{count} training samples repeat others; equal ones stay in one part.",
            ),
        )
    finding = Finding(
        "duplicates",
        text,
        "options.duplicates",
        some_origins(train, repeats),
        is_harmless=treatment != "drop",
    )
    return replace(compared, raw=_with(compared.raw, finding))


def disagreeing(contents: Indices, labels: Indices) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """Which samples equal one with another label, (N,)."""
    pairs = np.unique(np.stack((contents, labels)), axis=1)
    names, counts = np.unique(pairs[0], return_counts=True)
    return np.isin(contents, names[counts > 1])


def agreeing_with_most(
    contents: Indices, labels: Indices
) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """Which samples have the label that most samples equal to them have, (N,).

    Of labels that are as frequent, the one with the smallest number is taken.
    """
    pairs, of_pair, counts = np.unique(
        np.stack((contents, labels)), axis=1, return_inverse=True, return_counts=True
    )
    order = np.lexsort((pairs[1], -counts, pairs[0]))
    _, first = np.unique(pairs[0][order], return_index=True)
    return np.isin(of_pair.ravel(), order[first])


def repeating(contents: Indices, labels: Indices) -> Indices:
    """The samples that equal an earlier one with the same label, in ascending order."""
    _, first = np.unique(np.stack((contents, labels)), axis=1, return_index=True)
    return np.setdiff1d(np.arange(len(contents)), first)


def _label_numbers(records: Records) -> Indices:
    """A number for each sample's target: equal ones have equal numbers."""
    if records.targets is None:
        return np.zeros(len(records), dtype=np.int64)
    dimension = None if records.targets.dim() == 1 else 0
    numbers: Indices = torch.unique(records.targets, dim=dimension, return_inverse=True)[1].numpy()
    return numbers


def _of_classes(records: Records, numbers: Iterable[int]) -> Indices:
    """The samples of these classes, or with one of these labels."""
    assert records.targets is not None
    wanted = sorted(numbers)
    if records.targets.is_floating_point():
        return np.flatnonzero((records.targets[:, wanted] > 0).any(1).numpy())
    return np.flatnonzero(np.isin(records.targets.numpy(), wanted))


def _with(raw: RawData, finding: Finding) -> RawData:
    return replace(raw, findings=(*raw.findings, finding))
