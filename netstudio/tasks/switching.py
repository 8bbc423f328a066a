"""Other data, or another purpose for the same, with all that depends on it."""

from __future__ import annotations

from dataclasses import replace

from netstudio.core.declare import Unreadable
from netstudio.core.project import DataChoice, Project, Selected
from netstudio.core.values import Fields
from netstudio.tasks.augmentations import AUGMENTATIONS
from netstudio.tasks.losses import LOSSES
from netstudio.tasks.sources import SOURCES, SourceDef
from netstudio.tasks.task import TASKS, TaskDef, tasks_for

# Options that name columns of one table and mean nothing in another.
_OF_ONE_TABLE = ("group_column", "time_column")


def tasks_of(source: SourceDef | type[SourceDef]) -> tuple[type[TaskDef], ...]:
    """The tasks that a source's samples can serve, the usual one first."""
    return tuple(
        task for task in tasks_for(source.content) if source.serves(task.content, task.aim)
    )


def with_task(project: Project, task: type[TaskDef]) -> Project:
    """The project with another task; what does not suit that takes its default or is left out."""
    before = TASKS.get(project.task.type)
    if before is task:
        return project
    data, training = project.data, project.training
    if before is None or before.preparation is not task.preparation:
        data = replace(data, preparation=Fields())
    steps = (step for step in data.augmentation if _suits(step, task))
    data = replace(data, augmentation=tuple(steps), facts=None)
    if training.loss.type not in task.losses:
        loss = LOSSES[task.losses[0]]
        training = replace(training, loss=Selected(loss.type, loss.defaults()))
    chosen = Selected(task.type, task.defaults())
    return replace(project, task=chosen, data=data, training=training)


def with_source(project: Project, source: Selected, task: type[TaskDef] | None = None) -> Project:
    """The project with other data, and with a task that these serve.

    Args:
        project: The project as it is.
        source: The data.
        task: What they are for; left out, the project's own task where they serve it, and their
            usual one where not.
    """
    project = with_task(project, task or _task_for(project, source))
    if source == project.data.source:
        return project
    kept = project.data
    options = kept.options
    if not _same_data(source, kept.source):
        changed = {name: "" for name in _OF_ONE_TABLE if options.get(name)}
        options = options.replace(**changed)
    data = DataChoice(source, options, preparation=kept.preparation, augmentation=kept.augmentation)
    return replace(project, data=data)


def _task_for(project: Project, source: Selected) -> type[TaskDef]:
    chosen = SOURCES[source.type]
    own = TASKS.get(project.task.type)
    served = tasks_of(chosen)
    return own if own in served and own is not None else served[0]


def _suits(step: Selected, task: type[TaskDef]) -> bool:
    known = AUGMENTATIONS.get(step.type)
    return known is not None and task.content in known.contents


def _same_data(one: Selected, other: Selected) -> bool:
    """Whether two choices read the same file, perhaps in another way."""
    if one.type != other.type:
        return False
    try:
        paths = {SOURCES.make(each.type, each.fields).path for each in (one, other)}
    except Unreadable:
        return False
    return len(paths) == 1
