"""A project's choices, checked and typed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from netstudio.core.declare import BadField, Declared, Registry, Unreadable
from netstudio.core.problems import DATA, NETWORK, TRAINING, Problem, Severity
from netstudio.core.project import Project, Selected
from netstudio.core.translate import QT_TRANSLATE_NOOP, Message, listing, message
from netstudio.tasks.augmentations import AUGMENTATIONS, AugmentationDef
from netstudio.tasks.losses import LOSSES, LossDef
from netstudio.tasks.metrics import METRICS, MetricDef
from netstudio.tasks.optimizers import OPTIMIZERS, OptimizerDef
from netstudio.tasks.options import DataOptions
from netstudio.tasks.preparation import PreparationDef
from netstudio.tasks.schedules import SCHEDULES, ScheduleDef
from netstudio.tasks.sources import SOURCES, SourceDef
from netstudio.tasks.task import TASKS, TaskDef
from netstudio.tasks.training.options import TrainingOptions
from netstudio.tasks.training.stopping import LOSS, VALIDATION_LOSS

D = TypeVar("D", bound=Declared)


# The problem of a source that reads the user's file or folder while none is chosen.
NO_PATH = "no-folder"

_NO_FOLDER = QT_TRANSLATE_NOOP(
    "netstudio", "No folder is chosen yet. Choose one under Data set, or with --data."
)
_NO_FILE = QT_TRANSLATE_NOOP(
    "netstudio", "No file is chosen yet. Choose one under Data set, or with --data."
)


@dataclass(frozen=True)
class Settings:
    """Everything a project says beside its network; None where what it says does not hold."""

    task: TaskDef | None
    source: SourceDef | None
    data: DataOptions | None
    preparation: PreparationDef | None
    augmentation: tuple[AugmentationDef, ...]
    loss: LossDef | None
    optimizer: OptimizerDef | None
    schedule: ScheduleDef | None
    training: TrainingOptions | None

    @property
    def metrics(self) -> tuple[MetricDef, ...]:
        """What is measured beside the loss."""
        return tuple(METRICS[name]() for name in self.task.metrics) if self.task else ()


def read_settings(project: Project) -> tuple[Settings, tuple[Problem, ...]]:
    """The project's choices and what is wrong with them."""
    problems: list[Problem] = []

    def read(target: str, make: Callable[[], D]) -> D | None:
        try:
            return make()
        except Unreadable as error:
            problems.extend(_problem(target, fault) for fault in error.faults)
            return None

    def choose(target: str, registry: Registry[D], selected: Selected) -> D | None:
        return read(target, lambda: registry.make(selected.type, selected.fields))

    task = choose(NETWORK, TASKS, project.task)
    used = (step for step in project.data.augmentation if step.enabled)
    steps = [choose(DATA, AUGMENTATIONS, step) for step in used]
    settings = Settings(
        task=task,
        source=choose(DATA, SOURCES, project.data.source),
        data=read(DATA, lambda: DataOptions.read(project.data.options)),
        preparation=read(DATA, lambda: task.preparation.read(project.data.preparation))
        if task
        else None,
        augmentation=tuple(step for step in steps if step is not None),
        loss=choose(TRAINING, LOSSES, project.training.loss),
        optimizer=choose(TRAINING, OPTIMIZERS, project.training.optimizer),
        schedule=choose(TRAINING, SCHEDULES, project.training.schedule),
        training=read(TRAINING, lambda: TrainingOptions.read(project.training.options)),
    )
    problems.extend(_mismatches(settings))
    return settings, tuple(problems)


def _problem(target: str, fault: BadField) -> Problem:
    return Problem("bad-setting", Severity.ERROR, target, fault.text, field=fault.name)


def _mismatches(settings: Settings) -> list[Problem]:
    """Choices that are fine by themselves and do not go together."""
    task, source, loss = settings.task, settings.source, settings.loss
    problems = []
    if task and loss and loss.type not in task.losses:
        text = message(
            QT_TRANSLATE_NOOP(
                "netstudio", "The loss {loss} does not suit {task}. Use one of: {known}."
            ),
            loss=Message(loss.label),
            task=Message(task.label),
            known=listing(LOSSES[name].label for name in task.losses),
        )
        problems.append(Problem("loss-does-not-suit", Severity.ERROR, TRAINING, text, "loss"))
    if task and settings.training and settings.training.monitor not in (LOSS, *task.metrics):
        text = message(
            QT_TRANSLATE_NOOP(
                "netstudio", "{figure} is not measured for {task}. Monitor one of: {known}."
            ),
            figure=Message(METRICS[settings.training.monitor].label),
            task=Message(task.label),
            known=listing((VALIDATION_LOSS, *(METRICS[name].label for name in task.metrics))),
        )
        problems.append(Problem("not-measured", Severity.ERROR, TRAINING, text, "monitor"))
    if settings.optimizer and (misfit := settings.optimizer.misfit()) is not None:
        name, text = misfit
        problems.append(Problem("bad-setting", Severity.ERROR, TRAINING, text, name))
    if settings.schedule and settings.training:
        misfit = settings.schedule.misfit(settings.training.epochs)
        if misfit is not None:
            name, text = misfit
            problems.append(
                Problem("schedule-does-not-suit", Severity.WARNING, TRAINING, text, name)
            )
    if task and source and not source.serves(task.content, task.aim):
        text = message(
            QT_TRANSLATE_NOOP(
                "netstudio",
                "The data of {source} do not suit {task}. Choose other data or another task.",
            ),
            source=Message(source.label),
            task=Message(task.label),
        )
        problems.append(Problem("data-do-not-suit", Severity.ERROR, DATA, text, "source"))
    for step in settings.augmentation:
        if task and task.content not in step.contents:
            text = message(
                QT_TRANSLATE_NOOP(
                    "netstudio",
                    "The augmentation {step} does not suit {task}. Remove it from the data's "
                    "augmentation.",
                ),
                step=Message(step.label),
                task=Message(task.label),
            )
            problems.append(Problem("augmentation-does-not-suit", Severity.ERROR, DATA, text))
    if source and source.path_field and not source.path:
        text = message(_NO_FOLDER if source.is_folder else _NO_FILE)
        problems.append(Problem(NO_PATH, Severity.ERROR, DATA, text, source.path_field))
    return problems
