"""A project's choices, checked and typed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from netstudio.core.declare import BadField, Declared, Registry, Unreadable
from netstudio.core.problems import DATA, NETWORK, TRAINING, Problem, Severity
from netstudio.core.project import Project, Selected
from netstudio.core.translate import QT_TRANSLATE_NOOP, Message, listing, message
from netstudio.tasks.losses import LOSSES, LossDef
from netstudio.tasks.metrics import METRICS, MetricDef
from netstudio.tasks.optimizers import OPTIMIZERS, OptimizerDef
from netstudio.tasks.options import DataOptions, TrainingOptions
from netstudio.tasks.sources import SOURCES, SourceDef
from netstudio.tasks.task import TASKS, TaskDef

D = TypeVar("D", bound=Declared)


@dataclass(frozen=True)
class Settings:
    """Everything a project says beside its network; None where what it says does not hold."""

    task: TaskDef | None
    source: SourceDef | None
    data: DataOptions | None
    loss: LossDef | None
    optimizer: OptimizerDef | None
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

    settings = Settings(
        task=choose(NETWORK, TASKS, project.task),
        source=choose(DATA, SOURCES, project.data.source),
        data=read(DATA, lambda: DataOptions.read(project.data.options)),
        loss=choose(TRAINING, LOSSES, project.training.loss),
        optimizer=choose(TRAINING, OPTIMIZERS, project.training.optimizer),
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
    if task and source and source.task != task.type:
        text = message(
            QT_TRANSLATE_NOOP(
                "netstudio",
                "The data of {source} are made for {made_for}, not for {task}. Choose other data "
                "or another task.",
            ),
            source=Message(source.label),
            made_for=Message(TASKS[source.task].label),
            task=Message(task.label),
        )
        problems.append(Problem("data-do-not-suit", Severity.ERROR, DATA, text, "source"))
    if source and source.is_folder and not source.written().get("folder"):
        text = message(
            QT_TRANSLATE_NOOP(
                "netstudio",
                "No folder of pictures is chosen yet. Choose one under Data set, or with --data.",
            )
        )
        problems.append(Problem("no-folder", Severity.ERROR, DATA, text, "folder"))
    return problems
