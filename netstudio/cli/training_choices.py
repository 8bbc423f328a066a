"""Loss, optimizer, schedule and any setting of the training, from the command line."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from heapq import nlargest
from typing import Any

from netstudio.core.declare import Declared, FieldSpec, Registry, Unreadable
from netstudio.core.project import Project, Selected, TrainingChoice
from netstudio.core.translate import QT_TRANSLATE_NOOP, UserError, shorten
from netstudio.core.values import Fields, Value, freeze
from netstudio.tasks.losses import LOSSES
from netstudio.tasks.optimizers import OPTIMIZERS
from netstudio.tasks.schedules import SCHEDULES
from netstudio.tasks.training.options import TrainingOptions

_OPTIONS = "training"
# Of more names than these, only the nearest are told.
_MOST_LISTED = 5
_REGISTRIES: Mapping[str, Registry[Any]] = {
    "optimizer": OPTIMIZERS,
    "schedule": SCHEDULES,
    "loss": LOSSES,
}


def with_choices(
    project: Project,
    loss: str | None = None,
    optimizer: str | None = None,
    schedule: str | None = None,
    settings: Sequence[str] = (),
) -> Project:
    """The project with other choices of how it is trained; None leaves one as it is.

    Args:
        project: The project as it is.
        loss: A loss's name.
        optimizer: An optimizer's name; it comes with its own defaults.
        schedule: A schedule's name.
        settings: Each ``NAME=VALUE``, for a setting of these or of the training; where two of them
            have one of that name, ``optimizer.NAME`` and so on.

    Raises:
        UserError: There is no such thing, or it does not take the value.
    """
    training = project.training
    for part, name in (("loss", loss), ("optimizer", optimizer), ("schedule", schedule)):
        if name is not None and name != getattr(training, part).type:
            training = _with(training, part, _chosen(_REGISTRIES[part], name))
    for setting in settings:
        training = _with_setting(training, setting)
    return replace(project, training=training)


def _chosen(registry: Registry[Any], name: str) -> Selected:
    return Selected(name, _sound(lambda: registry.make(name, {})).defaults())


def _with_setting(training: TrainingChoice, setting: str) -> TrainingChoice:
    full_name, equals, text = setting.partition("=")
    part, dot, name = full_name.rpartition(".")
    declared = _declared(training)
    if not name or not equals or (dot and part not in declared):
        raise UserError(
            QT_TRANSLATE_NOOP(
                "netstudio",
                "--set {setting} does not say what to set. Write NAME=VALUE, such as patience=5 "
                "or optimizer.momentum=0.9.",
            ),
            setting=shorten(setting),
        )
    if not dot:
        part = _part_with(name, declared)
    cls = declared[part]
    value = _value(text)
    # Read by itself: other settings of the project may be wrong, and are told elsewhere.
    _sound(lambda: cls.read({name: value}))
    if part == _OPTIONS:
        return replace(training, options=training.options.replace(**{name: value}))
    chosen: Selected = getattr(training, part)
    return _with(training, part, replace(chosen, fields=chosen.fields.replace(**{name: value})))


def _with(training: TrainingChoice, part: str, chosen: Selected) -> TrainingChoice:
    changed: dict[str, Any] = {part: chosen}
    return replace(training, **changed)


def _declared(training: TrainingChoice) -> Mapping[str, type[Declared]]:
    """What has settings, by the name that stands before a point."""
    chosen = {
        part: registry.get(getattr(training, part).type) for part, registry in _REGISTRIES.items()
    }
    return {_OPTIONS: TrainingOptions, **{part: cls for part, cls in chosen.items() if cls}}


def _part_with(name: str, declared: Mapping[str, type[Declared]]) -> str:
    """Which of these has a setting called ``name``."""
    parts = [part for part, cls in declared.items() if name in cls.defaults()]
    if len(parts) == 1:
        return parts[0]
    if parts:
        raise UserError(
            QT_TRANSLATE_NOOP(
                "netstudio", "--set {name} may mean several settings. Write one of: {known}."
            ),
            name=shorten(name),
            known=", ".join(f"{part}.{name}" for part in parts),
        )
    raise UserError(
        QT_TRANSLATE_NOOP(
            "netstudio",
            "With {choices} the training has no setting called {name}. The nearest names are: "
            "{known}.",
        ),
        name=shorten(name),
        choices=", ".join(cls.type for part, cls in declared.items() if part != _OPTIONS),
        known=", ".join(_nearest(name[:80], declared)),
    )


def _nearest(name: str, declared: Mapping[str, type[Declared]]) -> list[str]:
    """The settings that are called or labelled most like ``name``: lr for learning_rate, too."""

    def likeness(spec: FieldSpec) -> float:
        label = spec.label.lower().replace(" ", "_")
        return max(SequenceMatcher(None, name.lower(), each).ratio() for each in (spec.name, label))

    specs = {spec.name: spec for cls in declared.values() for spec in cls.fields()}
    return nlargest(_MOST_LISTED, specs, key=lambda each: likeness(specs[each]))


def _value(text: str) -> Value:
    """What is meant: numbers, true and false, several numbers with commas between them, or text."""
    for written in (text, f"[{text}]") if text else ():
        try:
            value: Value = freeze(json.loads(written))
        except ValueError:
            continue
        if not isinstance(value, Fields):
            return value
    return text


def _sound(make: Callable[[], Declared]) -> Declared:
    """What ``make`` gives.

    Raises:
        UserError: What it was given does not fit.
    """
    try:
        return make()
    except Unreadable as error:
        text = error.faults[0].text
        raise UserError(text.template, **text.values) from None
