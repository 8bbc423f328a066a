"""Edits of a document's steps of augmentation, each of which can be undone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from netstudio.core.document import Document
from netstudio.core.project import Project, Selected
from netstudio.gui.texts import translate, words
from netstudio.tasks.augmentations import AUGMENTATIONS

Steps = tuple[Selected, ...]


def step_name(step: Selected) -> str:
    """What people call a step; its type where nobody knows it."""
    declared = AUGMENTATIONS.get(step.type)
    return words(declared.label) if declared else step.type


def add(document: Document, type_name: str) -> None:
    """Put a step with its defaults behind the others."""
    step = Selected(type_name)
    label = translate("netstudio", "Add {step}").format(step=step_name(step))
    _edit(document, label, lambda steps: (*steps, step))


def remove(document: Document, at: int) -> None:
    """Take a step out."""
    label = translate("netstudio", "Remove {step}").format(step=_name(document, at))
    _edit(document, label, lambda steps: (*steps[:at], *steps[at + 1 :]))


def move(document: Document, at: int, to: int) -> None:
    """Let a step change its place: it becomes the one with number ``to``."""

    def moved(steps: Steps) -> Steps:
        others = [*steps[:at], *steps[at + 1 :]]
        return (*others[:to], steps[at], *others[to:])

    label = translate("netstudio", "Move {step}").format(step=_name(document, at))
    _edit(document, label, moved)


def switch(document: Document, at: int, enabled: bool) -> None:
    """Switch a step on or off."""
    template = translate("netstudio", "Switch {step} off")
    if enabled:
        template = translate("netstudio", "Switch {step} on")
    label = template.format(step=_name(document, at))
    _edit(document, label, lambda steps: _with(steps, at, replace(steps[at], enabled=enabled)))


def change(document: Document, at: int, name: str, value: object) -> None:
    """Give a setting of a step another value."""
    step = document.project.data.augmentation[at]
    changed = replace(step, fields=step.fields.replace(**{name: value}))
    label = translate("netstudio", "Change {step}").format(step=step_name(step))
    _edit(
        document,
        label,
        lambda steps: _with(steps, at, changed),
        merge_key=f"data.augmentation.{at}.{name}",
    )


def _edit(
    document: Document, label: str, edit: Callable[[Steps], Steps], merge_key: str | None = None
) -> None:
    def edited(project: Project) -> Project:
        steps = edit(project.data.augmentation)
        return replace(project, data=replace(project.data, augmentation=steps))

    document.edit(label, edited, merge_key=merge_key)


def _with(steps: Steps, at: int, step: Selected) -> Steps:
    return (*steps[:at], step, *steps[at + 1 :])


def _name(document: Document, at: int) -> str:
    return step_name(document.project.data.augmentation[at])
