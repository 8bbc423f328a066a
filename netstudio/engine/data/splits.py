"""Dividing samples into training, validation and test part."""

from __future__ import annotations

from hashlib import blake2b

import numpy as np
import torch
from numpy.typing import NDArray

from netstudio.core.translate import QT_TRANSLATE_NOOP, Message, UserError, message
from netstudio.engine.data.dataset import Dataset, Job, RawData, Samples
from netstudio.engine.events import Preparing
from netstudio.tasks.options import DataOptions

Indices = NDArray[np.int64]

_HASHED_AT_ONCE = 4_096

_TRAINING_REPEATS = QT_TRANSLATE_NOOP(
    "netstudio",
    "{count} training samples also occur in the validation or test part and are left out.",
)
_VALIDATION_REPEATS = QT_TRANSLATE_NOOP(
    "netstudio", "{count} validation samples also occur in the test part and are left out."
)


def divide(raw: RawData, options: DataOptions) -> Job[Dataset]:
    """Cut the parts that the source does not bring from its training samples.

    Parts are stratified by class and share no sample: equal samples stay together, and those that
    also occur in a later part of the source's own (training, validation, test) are left out.

    Raises:
        UserError: There are too few samples or classes to learn from.
    """
    _require_classes(raw)
    keys = yield from sample_keys(raw.train)
    test_keys = yield from sample_keys(raw.test)
    validation_keys = yield from sample_keys(raw.validation)
    kept = _apart_from(keys, validation_keys, test_keys)
    notes = _repeats(len(keys) - len(kept), _TRAINING_REPEATS)
    validation = raw.validation
    if validation is not None:
        only_here = _apart_from(validation_keys, test_keys)
        notes += _repeats(len(validation) - len(only_here), _VALIDATION_REPEATS)
        validation = validation.select(torch.from_numpy(only_here))
    generator = np.random.default_rng(options.split_seed)
    parts: dict[str, Samples] = {}
    for name, own, share in (
        ("test", raw.test, options.test_share),
        ("validation", validation, options.validation_share),
    ):
        if own is not None:
            parts[name] = own
            continue
        labels = raw.train.targets.numpy()
        cut = stratified_cut(kept, labels, keys, share, generator)
        parts[name] = raw.train.select(torch.from_numpy(cut))
        kept = np.setdiff1d(kept, cut)
    if not len(kept):
        raise UserError(
            QT_TRANSLATE_NOOP(
                "netstudio",
                "No training samples are left of {count}. Add samples, or lower the validation "
                "and test share.",
            ),
            count=len(raw.train),
        )
    return Dataset(
        train=raw.train.select(torch.from_numpy(kept)),
        validation=parts["validation"],
        test=parts["test"],
        classes=raw.classes,
        notes=(*raw.notes, *notes),
    )


def sample_keys(samples: Samples | None) -> Job[list[bytes]]:
    """A hash of each sample's content; none where there are no samples."""
    if samples is None:
        return []
    keys: list[bytes] = []
    for block in torch.split(samples.inputs, _HASHED_AT_ONCE):
        yield Preparing("compare", len(keys), len(samples))
        contents = block.contiguous().flatten(1).numpy()
        keys.extend(blake2b(content, digest_size=16).digest() for content in contents)
    return keys


def stratified_cut(
    among: Indices,
    labels: NDArray[np.int64],
    keys: list[bytes],
    share: float,
    generator: np.random.Generator,
) -> Indices:
    """Choose a share of the samples, the same share of each class, equal samples together.

    Args:
        among: The samples to choose from.
        labels: The class of every sample.
        keys: A hash of every sample's content.
        share: Which part of ``among`` is wanted.
        generator: Where chance comes from.

    Returns:
        The chosen samples' numbers, in ascending order. Each class keeps at least one sample.
    """
    alike: dict[bytes, list[int]] = {}
    for index in among.tolist():
        alike.setdefault(keys[index], []).append(index)
    groups_by_class: dict[int, list[list[int]]] = {}
    for group in alike.values():
        groups_by_class.setdefault(int(labels[group[0]]), []).append(group)
    numbers = sorted(groups_by_class)
    counts = np.array([len(groups_by_class[number]) for number in numbers])
    chosen: list[int] = []
    for number, quota in zip(numbers, _quotas(counts, share), strict=True):
        groups = groups_by_class[number]
        for at in generator.permutation(len(groups))[:quota]:
            chosen.extend(groups[at])
    cut = np.array(sorted(chosen), dtype=np.int64)
    return _giving_back(cut, among, labels, keys)


def _giving_back(
    cut: Indices, among: Indices, labels: NDArray[np.int64], keys: list[bytes]
) -> Indices:
    """The cut, less one group of each class that would be gone: equal samples may disagree."""
    for number in np.setdiff1d(labels[among], labels[np.setdiff1d(among, cut)]).tolist():
        returned = next(keys[at] for at in cut.tolist() if labels[at] == number)
        cut = np.array([at for at in cut.tolist() if keys[at] != returned], dtype=np.int64)
    return cut


def _quotas(counts: NDArray[np.int64], share: float) -> NDArray[np.int64]:
    """How many of each class make up ``share`` of all, by largest remainder."""
    exact = counts * share
    quotas = np.floor(exact).astype(np.int64)
    missing = round(float(exact.sum())) - int(quotas.sum())
    quotas[np.argsort(quotas - exact, kind="stable")[:missing]] += 1
    chosen: Indices = np.minimum(quotas, counts - 1)
    return chosen


def _apart_from(keys: list[bytes], *parts: list[bytes]) -> Indices:
    """The numbers of the samples that occur in none of these parts."""
    elsewhere = {key for part in parts for key in part}
    return np.array([i for i, key in enumerate(keys) if key not in elsewhere], dtype=np.int64)


def _repeats(count: int, template: str) -> list[Message]:
    return [message(template, count=count)] if count else []


def _require_classes(raw: RawData) -> None:
    if len(raw.classes) < 2:
        raise UserError(
            QT_TRANSLATE_NOOP(
                "netstudio",
                "The data have {count} class ({names}), but at least 2 are needed. Add a folder "
                "of samples for another class.",
            ),
            count=len(raw.classes),
            names=", ".join(raw.classes),
        )
