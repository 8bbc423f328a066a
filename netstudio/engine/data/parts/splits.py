"""Dividing samples into training, validation and test part."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from netstudio.core.translate import QT_TRANSLATE_NOOP, UserError, counted
from netstudio.engine.data.contents import Compared, Contents, compare, units
from netstudio.engine.data.dataset import Divided
from netstudio.engine.data.job import Job
from netstudio.engine.data.parts.cleaning import clean
from netstudio.engine.data.parts.division import Pool, cut, folds, latest, strata, time_folds
from netstudio.engine.data.parts.learnable import require_learnable
from netstudio.engine.data.parts.training_part import as_wanted
from netstudio.engine.data.records import Finding, Indices, RawData, Records, some_origins
from netstudio.tasks.content import Aim
from netstudio.tasks.options import DataOptions

_TRAINING_REPEATS = (
    QT_TRANSLATE_NOOP(
        "netstudio",
        "1 training sample also occurs in the validation or test part and is left out.",
    ),
    QT_TRANSLATE_NOOP(
        "netstudio",
        "{count} training samples also occur in the validation or test part and are left out.",
    ),
)
_VALIDATION_REPEATS = (
    QT_TRANSLATE_NOOP(
        "netstudio", "1 validation sample also occurs in the test part and is left out."
    ),
    QT_TRANSLATE_NOOP(
        "netstudio", "{count} validation samples also occur in the test part and are left out."
    ),
)


def divide(raw: RawData, options: DataOptions, aim: Aim) -> Job[Divided]:
    """Clean the samples and cut the parts that the source does not bring from its training samples.

    Parts share no sample: equal samples, and those of one group, stay together, and those that
    also occur in a later part of the source's own (training, validation, test) are left out. What
    is learned from becomes smaller or worse on purpose where the options say so.

    Raises:
        UserError: There are too few samples or classes to learn from.
    """
    by_time = raw.is_ordered or options.split_by == "time"
    count = len(raw.train)
    compared = _all_different(raw) if raw.is_ordered else (yield from compare(raw))
    compared = clean(compared, options, aim)
    if not by_time:
        compared = _apart(compared)
    raw = compared.raw
    require_learnable(raw, aim)
    parts = _by_time(raw, options) if by_time else _by_chance(compared, options)
    _require_training_samples(len(parts.train), count)
    divided = Divided(
        train=raw.train.select(parts.train),
        validation=_own_or_cut(raw.validation, raw.train, parts.validation),
        test=raw.train.select(parts.test)
        if options.fold
        else _own_or_cut(raw.test, raw.train, parts.test),
        classes=raw.classes,
        values=raw.values,
        findings=raw.findings,
    )
    return as_wanted(divided, options, aim, by_time)


@dataclass(frozen=True)
class _Parts:
    """Which of the source's training samples go into each part."""

    train: Indices
    validation: Indices
    test: Indices


def _by_chance(compared: Compared, options: DataOptions) -> _Parts:
    raw = compared.raw
    generator = np.random.default_rng(options.split_seed)
    pool = Pool(
        units(compared.contents.train, _groups(raw.train, options)),
        strata(raw.train)
        if options.split_by == "stratified"
        else np.zeros(len(raw.train), dtype=np.int64),
        np.arange(len(raw.train)),
    )
    test = validation = np.empty(0, dtype=np.int64)
    if options.fold:
        number, count = options.fold
        _require_units(len(np.unique(pool.units)), count)
        test = pool.among[folds(pool, count, generator) == number - 1]
    elif raw.test is None:
        test = cut(pool, options.test_share, generator)
    pool = pool.without(test)
    if raw.validation is None:
        validation = cut(pool, options.validation_share, generator)
    return _Parts(pool.without(validation).among, validation, test)


def _by_time(raw: RawData, options: DataOptions) -> _Parts:
    """Parts that follow each other in time: training, validation, test."""
    train = np.arange(len(raw.train))
    test = validation = np.empty(0, dtype=np.int64)
    if options.fold:
        number, count = options.fold
        _require_units(len(train) - 1, count)
        train, test = time_folds(train, count, number - 1, raw.overlap)
    elif raw.test is None:
        train, test = latest(train, options.test_share, raw.overlap)
    if raw.validation is None:
        train, validation = latest(train, options.validation_share, raw.overlap)
    return _Parts(train, validation, test)


def _groups(train: Records, options: DataOptions) -> Indices | None:
    if options.split_by == "groups" and train.groups is None:
        raise UserError(
            QT_TRANSLATE_NOOP(
                "netstudio",
                "The data are to be divided by groups, but nothing says which samples belong "
                "together. Name the group column, or divide them in another way.",
            )
        )
    if train.groups is None or (
        options.near_duplicates == "apart" and options.split_by != "groups"
    ):
        return None
    return np.asarray(train.groups)


def _apart(compared: Compared) -> Compared:
    """Without the samples that also occur in a later part of the source's own."""
    contents, findings = compared.contents, []
    later = np.concatenate((contents.validation, contents.test))
    train = np.flatnonzero(~np.isin(contents.train, later))
    validation = np.flatnonzero(~np.isin(contents.validation, contents.test))
    for part, kept, texts in (
        (compared.raw.train, train, _TRAINING_REPEATS),
        (compared.raw.validation, validation, _VALIDATION_REPEATS),
    ):
        if part is not None and len(part) > len(kept):
            gone = np.setdiff1d(np.arange(len(part)), kept)
            text = counted(len(gone), *texts)
            findings.append(
                Finding("repeated-across-parts", text, examples=some_origins(part, gone))
            )
    if not findings:
        return compared
    apart = compared.only(train, validation)
    return replace(apart, raw=replace(apart.raw, findings=(*apart.raw.findings, *findings)))


def _all_different(raw: RawData) -> Compared:
    """Samples that are never compared: courses of numbers often repeat themselves."""
    lengths = [0 if part is None else len(part) for part in (raw.train, raw.validation, raw.test)]
    train, validation, test = np.split(np.arange(sum(lengths)), np.cumsum(lengths[:2]))
    return Compared(raw, Contents(train, validation, test))


def _own_or_cut(own: Records | None, train: Records, numbers: Indices) -> Records:
    return train.select(numbers) if own is None else own


def _require_units(count: int, wanted: int) -> None:
    if count < wanted:
        raise UserError(
            QT_TRANSLATE_NOOP(
                "netstudio",
                "{folds} folds need as many samples or groups, but there are {count}. Choose "
                "fewer folds.",
            ),
            folds=wanted,
            count=count,
        )


def _require_training_samples(left: int, count: int) -> None:
    if not left:
        raise UserError(
            QT_TRANSLATE_NOOP(
                "netstudio",
                "No training samples are left of {count}. Add samples, or lower the validation "
                "and test share.",
            ),
            count=count,
        )
