"""A run's record, made of what its history, its project and its files tell."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from math import fsum
from pathlib import Path
from typing import Any

from netstudio.core.project import Project
from netstudio.core.translate import Message, shorten, verbatim
from netstudio.core.tree import walk
from netstudio.core.values import Fields
from netstudio.engine.runs.notes import RunNote
from netstudio.engine.runs.record import (
    PartFigures,
    RunEnd,
    RunRecord,
    Setup,
    main_metric,
)
from netstudio.engine.runs.scanning import Json, Scan
from netstudio.tasks.optimizers import OPTIMIZERS
from netstudio.tasks.sources import SOURCES
from netstudio.tasks.training.options import TrainingOptions

# The files of a folder by name: when they were changed last, in nanoseconds, and their sizes.
Files = Mapping[str, tuple[int, int]]

# How the name of a run's folder begins.
_BEGAN = "%Y-%m-%d_%H-%M-%S"
_BEGAN_LENGTH = 19
_HISTORY, _PROJECT = "history.jsonl", "project.netstudio"
_MODEL, _CHECKPOINT = "best.safetensors", "last.ckpt"


def fold_numbers(project: Project, files: Files) -> list[int]:
    """The folds that were begun, where the run is a cross-validation."""
    planned = _whole(project, "folds")
    return [
        number
        for number in range(1, planned + 1)
        if planned > 1 and f"fold-{number}/{_HISTORY}" in files
    ]


def make_record(
    path: Path,
    files: Files,
    told: Scan,
    project: Project,
    note: RunNote,
    folds: tuple[RunRecord, ...],
) -> RunRecord:
    """The record of the run in ``path``."""
    end = _end(told.last)
    is_over = end is RunEnd.FINISHED
    planned_folds = _whole(project, "folds")
    has_folds = planned_folds > 1
    train, validation = _figures(told.best.get("train")), _figures(told.best.get("val"))
    test = _means(told.folds.values()) if has_folds else _figures(told.last.get("test"))
    return RunRecord(
        path=path,
        name=note.name or project.name,
        note=note.text,
        began=_began(path, files),
        when=datetime.fromtimestamp(files[_HISTORY][0] / 1e9),
        end=end,
        reason=str(told.last.get("reason") or told.last.get("message") or ""),
        epochs=len(told.folds) if has_folds else told.epochs,
        planned=planned_folds if has_folds else int(told.started.get("epochs", told.epochs)),
        best_epoch=int(told.best.get("epoch", 0)),
        metric=main_metric(validation, test, train),
        train=train,
        validation=validation,
        test=test,
        seconds=sum(fold.seconds for fold in folds) if has_folds else told.seconds,
        device=str(told.started.get("device", folds[0].device if folds else "")),
        parameters=told.started.get("parameters", folds[0].parameters if folds else None),
        size=sum(size for _, size in files.values()),
        model=path / _MODEL if _MODEL in files else None,
        can_resume=not is_over and (has_folds or _CHECKPOINT in files),
        can_extend=is_over and not has_folds and _CHECKPOINT in files,
        setup=_setup(project),
        notices=told.notices + sum(fold.notices for fold in folds),
        has_folds=has_folds,
        folds=folds,
    )


def _end(last: Json) -> RunEnd:
    name = str(last.get("event"))
    ends = (RunEnd.FINISHED, RunEnd.STOPPED, RunEnd.FAILED)
    return RunEnd(name) if name in ends else RunEnd.OPEN


def _figures(written: Any) -> PartFigures:
    """The figures of a part as the history has them; empty where it has none."""
    if not isinstance(written, dict):
        return {}
    return {name: value for name, value in written.items() if isinstance(value, int | float)}


def _means(folds: Iterable[Json]) -> PartFigures:
    """The means over the folds that have ended."""
    tests = [_figures(fold.get("test")) for fold in folds]
    names = [name for name in (tests[0] if tests else ()) if name != "samples"]
    return {name: _mean([test[name] for test in tests if name in test]) for name in names}


def _mean(values: Sequence[float]) -> float:
    return fsum(values) / len(values)  # the statistics module takes long to import


def _began(path: Path, files: Files) -> datetime:
    """As the folder's name says, else when its project was written."""
    try:
        return datetime.strptime(path.name[:_BEGAN_LENGTH], _BEGAN)
    except ValueError:
        return datetime.fromtimestamp(files[_PROJECT][0] / 1e9)


def _setup(project: Project) -> Setup:
    training = project.training
    optimizer = OPTIMIZERS.get(training.optimizer.type)
    defaults = optimizer.defaults() if optimizer is not None else Fields()
    rate = training.optimizer.fields.get("lr", defaults.get("lr"))
    return Setup(
        task=project.task.type,
        data=_data(project),
        loss=training.loss.type,
        optimizer=training.optimizer.type,
        schedule=training.schedule.type,
        learning_rate=float(rate) if isinstance(rate, int | float) else None,
        batch_size=_whole(project, "batch_size"),
        seed=_whole(project, "seed"),
        layers=sum(not node.slots for node in walk(project.network)),
    )


def _data(project: Project) -> Message:
    """The name of the user's file or folder, else the data set's label."""
    source = project.data.source
    definition = SOURCES.get(source.type)
    if definition is None:
        return verbatim(shorten(source.type))
    if definition.path_field and (path := source.fields.get(definition.path_field)):
        return verbatim(shorten(Path(str(path)).name))
    return Message(definition.label)


def _whole(project: Project, name: str) -> int:
    """A whole number among the training options; its default where it is none."""
    value = project.training.options.get(name, TrainingOptions.defaults()[name])
    return value if isinstance(value, int) else 0
