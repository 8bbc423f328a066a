"""What becomes of the training part alone once the samples are divided."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from netstudio.core.translate import (
    QT_TRANSLATE_NOOP,
    grouped,
    listing,
    message,
    shorten,
    verbatim,
)
from netstudio.engine.data.dataset import Divided
from netstudio.engine.data.parts.balance import UNBALANCED, imbalance
from netstudio.engine.data.parts.division import strata
from netstudio.engine.data.parts.labels import class_counts
from netstudio.engine.data.parts.learning_aids import fewer, spoiled
from netstudio.engine.data.records import Finding
from netstudio.tasks.content import Aim
from netstudio.tasks.options import DataOptions

_MOST_NAMED = 5


def as_wanted(divided: Divided, options: DataOptions, aim: Aim, by_time: bool) -> Divided:
    """The parts with fewer training samples or wrong labels where the options want them so.

    Args:
        divided: The parts.
        options: What is wanted.
        aim: What is learned of a sample.
        by_time: Whether the samples are in order of time; then the latest ones are used.
    """
    divided = _fewer(divided, options, by_time)
    if aim is Aim.CLASS:
        divided = _with_balance(_with_unlearned(divided), options)
    return divided if aim is Aim.ITSELF else _spoiled(divided, options)


def _fewer(divided: Divided, options: DataOptions, by_time: bool) -> Divided:
    train, count = divided.train, len(divided.train)
    wanted = min(
        options.use_samples or count,
        max(1, round(options.use_share * count)),
    )
    if wanted >= count:
        return divided
    if by_time:
        chosen = np.arange(count - wanted, count)
    else:
        chosen = fewer(wanted, strata(train), options.split_seed)
    by_number = options.use_samples and wanted == options.use_samples
    finding = Finding(
        "fewer-samples",
        message(
            QT_TRANSLATE_NOOP(
                "netstudio", "Only {count} of {total} training samples are learned from, as chosen."
            ),
            count=grouped(wanted),
            total=grouped(count),
        ),
        "options.use_samples" if by_number else "options.use_share",
        is_harmless=True,
    )
    return _with(replace(divided, train=train.select(chosen)), finding)


def _spoiled(divided: Divided, options: DataOptions) -> Divided:
    train, count = spoiled(
        divided.train, options.spoiled_labels, len(divided.classes), options.split_seed
    )
    if not count:
        return divided
    finding = Finding(
        "spoiled-labels",
        message(
            QT_TRANSLATE_NOOP(
                "netstudio", "{count} of {total} training samples have a wrong target, as chosen."
            ),
            count=grouped(count),
            total=grouped(len(train)),
        ),
        "options.spoiled_labels",
        is_harmless=True,
    )
    return _with(replace(divided, train=train), finding)


def _with_unlearned(divided: Divided) -> Divided:
    """Name classes that are to be recognised and of which nothing can be learned."""
    learned, *others = (class_counts(part, len(divided.classes)) for part in divided.parts)
    unlearned = np.flatnonzero((learned == 0) & (sum(others) > 0)).tolist()
    if not unlearned:
        return divided
    names = listing(verbatim(shorten(divided.classes[at])) for at in unlearned[:_MOST_NAMED])
    text = QT_TRANSLATE_NOOP(
        "netstudio",
        "Some classes have samples in the validation or test part only, so that nothing is learned "
        "of them: {names}.",
    )
    return _with(divided, Finding("unlearned-classes", message(text, names=names)))


def _with_balance(divided: Divided, options: DataOptions) -> Divided:
    """Name classes of very unequal size."""
    counts = class_counts(divided.train, len(divided.classes))
    if imbalance(counts) < UNBALANCED:
        return divided
    text = {
        "none": QT_TRANSLATE_NOOP(
            "netstudio",
            "The classes are of unequal size: {large} has {most} training samples, {small} {fewest}"
            "; the network may favour the larger.",
        ),
        "class_weights": QT_TRANSLATE_NOOP(
            "netstudio",
            "The classes are of unequal size: {large} has {most} training samples, {small} {fewest}"
            "; errors in smaller classes count more.",
        ),
        "oversampling": QT_TRANSLATE_NOOP(
            "netstudio",
            "The classes are of unequal size: {large} has {most} training samples, {small} {fewest}"
            "; samples of smaller classes are shown more often.",
        ),
    }[options.imbalance]
    present = np.flatnonzero(counts)
    large = int(present[counts[present].argmax()])
    small = int(present[counts[present].argmin()])
    finding = Finding(
        "unequal-classes",
        message(
            text,
            large=divided.classes[large],
            most=grouped(int(counts[large])),
            small=divided.classes[small],
            fewest=grouped(int(counts[small])),
        ),
        "options.imbalance",
        is_harmless=options.imbalance != "none",
    )
    return _with(divided, finding)


def _with(divided: Divided, finding: Finding) -> Divided:
    return replace(divided, findings=(*divided.findings, finding))
