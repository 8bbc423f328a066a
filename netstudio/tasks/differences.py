"""What differs between two projects: network, data, and how they are trained."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from netstudio.core.declare import D, Registry
from netstudio.core.differences import (
    NOTHING,
    TYPE,
    Difference,
    Section,
    Sort,
    changed,
    changed_fields,
    yes_or_no,
)
from netstudio.core.network_differences import network_differences
from netstudio.core.project import DataChoice, DataFacts, Project, Selected
from netstudio.core.spec import TensorSpec
from netstudio.core.translate import (
    QT_TRANSLATE_NOOP,
    Message,
    grouped,
    listing,
    shorten,
    verbatim,
)
from netstudio.core.values import Fields
from netstudio.tasks.augmentations import AUGMENTATIONS
from netstudio.tasks.losses import LOSSES
from netstudio.tasks.optimizers import OPTIMIZERS
from netstudio.tasks.options import DataOptions
from netstudio.tasks.schedules import SCHEDULES
from netstudio.tasks.sources import SOURCES
from netstudio.tasks.task import TASKS
from netstudio.tasks.training.options import TrainingOptions

_SOURCE = QT_TRANSLATE_NOOP("netstudio", "Data set")
_ENABLED = QT_TRANSLATE_NOOP("netstudio", "Switched on")
_ORDER = QT_TRANSLATE_NOOP("netstudio", "Order of the augmentation")
_TRAIN = QT_TRANSLATE_NOOP("netstudio", "Training samples")
_VALIDATION = QT_TRANSLATE_NOOP("netstudio", "Validation samples")
_TEST = QT_TRANSLATE_NOOP("netstudio", "Test samples")
_CLASSES = QT_TRANSLATE_NOOP("netstudio", "Classes")
_SAMPLE = QT_TRANSLATE_NOOP("netstudio", "Shape of a sample")


def differences(before: Project, after: Project) -> tuple[Difference, ...]:
    """Everything that differs, section by section; the names of the projects do not count.

    Settings that are left out have their default, so that only what has an effect is told.
    """
    return tuple(_differences(before, after))


def _differences(before: Project, after: Project) -> Iterator[Difference]:
    yield from network_differences(before.network, after.network)
    yield from _chosen(Section.TASK, TYPE, TASKS, before.task, after.task)
    yield from _data(before, after)
    old, new = before.training, after.training
    yield from _chosen(Section.LOSS, TYPE, LOSSES, old.loss, new.loss)
    yield from _chosen(Section.OPTIMIZER, TYPE, OPTIMIZERS, old.optimizer, new.optimizer)
    yield from _chosen(Section.SCHEDULE, TYPE, SCHEDULES, old.schedule, new.schedule)
    yield from changed_fields(
        Section.TRAINING, NOTHING, TrainingOptions.fields(), old.options, new.options
    )


def _chosen(
    section: Section, what: str, registry: Registry[D], before: Selected, after: Selected
) -> Iterator[Difference]:
    """Another thing chosen and what both have, or other settings of the same."""
    if before.type != after.type:
        old, new = _label(registry, before), _label(registry, after)
        yield changed(section, NOTHING, what, old, new)
        yield from _shared(section, registry, before, after)
        return
    definition = registry.get(after.type)
    specs = definition.fields() if definition is not None else ()
    yield from changed_fields(section, NOTHING, specs, before.fields, after.fields)


def _shared(
    section: Section, registry: Registry[D], before: Selected, after: Selected
) -> Iterator[Difference]:
    """The settings that both have, such as the learning rate of two optimizers."""
    old, new = registry.get(before.type), registry.get(after.type)
    if old is None or new is None:
        return
    was = {**old.defaults(), **before.fields}
    is_now = {**new.defaults(), **after.fields}
    specs = [spec for spec in new.fields() if spec.name in old.defaults()]
    names = [spec.name for spec in specs]
    yield from changed_fields(
        section,
        NOTHING,
        specs,
        Fields({name: was[name] for name in names}),
        Fields({name: is_now[name] for name in names}),
    )


def _label(registry: Registry[D], selected: Selected) -> Message:
    definition = registry.get(selected.type)
    return Message(definition.label) if definition else verbatim(shorten(selected.type))


def _data(before: Project, after: Project) -> Iterator[Difference]:
    old, new = before.data, after.data
    yield from _chosen(Section.DATA, _SOURCE, SOURCES, old.source, new.source)
    yield from changed_fields(Section.DATA, NOTHING, DataOptions.fields(), old.options, new.options)
    task = TASKS.get(after.task.type)
    specs = task.preparation.fields() if task is not None else ()
    yield from changed_fields(Section.DATA, NOTHING, specs, old.preparation, new.preparation)
    yield from _augmentation(old, new)
    if old.facts is not None and new.facts is not None:
        yield from _facts(old.facts, new.facts)


def _augmentation(before: DataChoice, after: DataChoice) -> Iterator[Difference]:
    old, new = before.augmentation, after.augmentation
    common_old, removed = _common(old, new)
    common_new, added = _common(new, old)
    for step in removed:
        yield _step(Sort.REMOVED, step)
    for step in added:
        yield _step(Sort.ADDED, step)
    if [step.type for step in common_old] != [step.type for step in common_new]:
        yield changed(Section.DATA, NOTHING, _ORDER, _labels(common_old), _labels(common_new))
    by_type = sorted(common_old, key=_type), sorted(common_new, key=_type)
    for was, is_now in zip(*by_type, strict=True):
        subject = _label(AUGMENTATIONS, is_now)
        if was.enabled != is_now.enabled:
            flags = yes_or_no(was.enabled), yes_or_no(is_now.enabled)
            yield changed(Section.DATA, subject, _ENABLED, *flags)
        definition = AUGMENTATIONS.get(is_now.type)
        specs = definition.fields() if definition is not None else ()
        yield from changed_fields(Section.DATA, subject, specs, was.fields, is_now.fields)


def _common(
    steps: Sequence[Selected], others: Sequence[Selected]
) -> tuple[list[Selected], list[Selected]]:
    """The steps for which the others have one of the same type, and the rest."""
    left = [step.type for step in others]
    common: list[Selected] = []
    rest: list[Selected] = []
    for step in steps:
        if step.type in left:
            left.remove(step.type)
            common.append(step)
        else:
            rest.append(step)
    return common, rest


def _type(step: Selected) -> str:
    return step.type


def _step(sort: Sort, step: Selected) -> Difference:
    label = _label(AUGMENTATIONS, step)
    is_added = sort is Sort.ADDED
    before, after = (NOTHING, label) if is_added else (label, NOTHING)
    return Difference(Section.DATA, sort, NOTHING, label, before, after)


def _labels(steps: Sequence[Selected]) -> Message:
    return listing(_label(AUGMENTATIONS, step) for step in steps)


def _facts(before: DataFacts, after: DataFacts) -> Iterator[Difference]:
    """The data themselves have changed, though they may be chosen alike."""
    for what, old, new in (
        (_TRAIN, before.counts.train, after.counts.train),
        (_VALIDATION, before.counts.validation, after.counts.validation),
        (_TEST, before.counts.test, after.counts.test),
        (_CLASSES, len(before.classes), len(after.classes)),
    ):
        if old != new:
            sizes = verbatim(grouped(old)), verbatim(grouped(new))
            yield changed(Section.DATA, NOTHING, what, *sizes)
    if before.sample.sizes != after.sample.sizes:
        yield changed(Section.DATA, NOTHING, _SAMPLE, _shape(before.sample), _shape(after.sample))


def _shape(spec: TensorSpec) -> Message:
    return verbatim(" × ".join(map(str, spec.sizes)))
