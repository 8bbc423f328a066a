"""The parts that a project's training consists of, and how one of them is changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from netstudio.core.declare import Declared, FieldSpec, Registry, Unreadable
from netstudio.core.kinds import Choice
from netstudio.core.problems import TRAINING, Fix, Problem, Severity
from netstudio.core.project import Project, Selected, TrainingChoice
from netstudio.core.translate import QT_TRANSLATE_NOOP, message, shorten
from netstudio.core.values import Fields, Value
from netstudio.tasks.losses import LOSSES
from netstudio.tasks.optimizers import OPTIMIZERS
from netstudio.tasks.schedules import SCHEDULES
from netstudio.tasks.task import TaskDef
from netstudio.tasks.training.options import TrainingOptions
from netstudio.tasks.training.stopping import LOSS as VALIDATION_LOSS

LOSS, OPTIMIZER, SCHEDULE, OPTIONS = "loss", "optimizer", "schedule", "options"
PARTS = (LOSS, OPTIMIZER, SCHEDULE, OPTIONS)

# What of them is chosen from a list.
CHOSEN: Mapping[str, Registry[Any]] = {LOSS: LOSSES, OPTIMIZER: OPTIMIZERS, SCHEDULE: SCHEDULES}


def selected(training: TrainingChoice, part: str) -> Selected:
    """What is chosen for a part that is chosen from a list."""
    chosen: Selected = getattr(training, part)
    return chosen


def declaration(training: TrainingChoice, part: str) -> type[Declared] | None:
    """What is declared of a part; None where its type is unknown."""
    return TrainingOptions if part == OPTIONS else CHOSEN[part].get(selected(training, part).type)


def fields_of(training: TrainingChoice, part: str) -> Fields:
    """A part's settings as written."""
    return training.options if part == OPTIONS else selected(training, part).fields


def with_selected(project: Project, part: str, chosen: Selected) -> Project:
    """The project with something else chosen for a part."""
    changed: dict[str, Any] = {part: chosen}
    return replace(project, training=replace(project.training, **changed))


def changing(part: str, change: Callable[[Fields], Fields]) -> Callable[[Project], Project]:
    """The edit that changes the settings of a part."""

    def apply(project: Project) -> Project:
        training = project.training
        if part == OPTIONS:
            return replace(project, training=replace(training, options=change(training.options)))
        chosen = selected(training, part)
        return with_selected(project, part, replace(chosen, fields=change(chosen.fields)))

    return apply


def offered_fields(
    cls: type[Declared], task: TaskDef | type[TaskDef] | None
) -> Iterator[FieldSpec]:
    """A part's fields, with the choices that a task leaves: only what it measures is monitored."""
    for spec in cls.fields():
        kind = spec.kind
        if spec.name == "monitor" and task is not None and isinstance(kind, Choice):
            labels = dict(zip(kind.options, kind.labels, strict=True))
            left = [name for name in (VALIDATION_LOSS, *task.metrics) if name in labels]
            kind = Choice(tuple(left), tuple(labels[name] for name in left))
        yield replace(spec, kind=kind)


# Options that have no effect unless another one has a certain value.
_NEEDS: Mapping[str, tuple[str, Callable[[Value], bool]]] = {
    "ema_decay": ("averaging", lambda averaging: averaging == "ema"),
    "swa_start": ("averaging", lambda averaging: averaging == "swa"),
    "minimum_change": ("patience", lambda patience: patience != 0),
    "base_momentum": ("cycle_momentum", lambda cycles: cycles is not False),
    "max_momentum": ("cycle_momentum", lambda cycles: cycles is not False),
}


def idle_fields(cls: type[Declared], fields: Fields) -> frozenset[str]:
    """The settings of a part that have no effect as the others stand."""
    written = {**cls.defaults(), **fields}
    return frozenset(
        name
        for name, (other, is_met) in _NEEDS.items()
        if name in written and not is_met(written[other])
    )


def unknown(part: str, chosen: Selected) -> Problem:
    """Why there is no such loss, optimizer or schedule."""
    try:
        CHOSEN[part].make(chosen.type, Fields())
    except Unreadable as error:
        return Problem("unknown-type", Severity.ERROR, TRAINING, error.faults[0].text, part)
    raise ValueError(f"{chosen.type} is known")


def place_of(problem: Problem, training: TrainingChoice) -> str | None:
    """Which part has the setting that a problem is about, where one has.

    Two parts may have a setting of the same name: then its own fault tells which is meant.
    """
    having = []
    for part in PARTS:
        cls = declaration(training, part)
        if cls is None or problem.field not in cls.defaults():
            continue
        having.append(part)
        try:
            cls.read(fields_of(training, part))
        except Unreadable as error:
            if any(fault.text == problem.text for fault in error.faults):
                return part
    return having[0] if having else None


def with_removal(problem: Problem, training: TrainingChoice) -> Problem:
    """A setting that a choice does not have can be removed with one click."""
    name = problem.field
    part = next((part for part in PARTS if name in fields_of(training, part)), None)
    if name is None or part is None or problem.fix is not None:
        return problem
    label = message(QT_TRANSLATE_NOOP("netstudio", "Remove {setting}"), setting=shorten(name))
    return replace(problem, fix=Fix(label, changing(part, lambda fields: fields.without(name))))


def carried_over(before: type[Declared] | None, fields: Fields, after: type[Declared]) -> Fields:
    """The settings of another type, with what was set by hand: each has defaults of its own."""
    defaults = before.defaults() if before is not None else Fields()
    by_hand = {
        name: value
        for name, value in fields.items()
        if name not in defaults or Fields(value=value) != Fields(value=defaults[name])
    }
    return Fields({name: by_hand.get(name, value) for name, value in after.defaults().items()})
