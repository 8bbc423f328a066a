"""What options of the command line change in a project."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from netstudio import paths
from netstudio.cli.output import say
from netstudio.cli.progress import ProgressText
from netstudio.core.project import Project, Selected
from netstudio.core.translate import QT_TRANSLATE_NOOP, Message, UserError, shorten
from netstudio.engine.data.job import finish
from netstudio.tasks.sources import SOURCES
from netstudio.tasks.switching import with_source
from netstudio.tasks.task import TASKS

# By which field a source takes the official test part, and the columns to predict.
_TEST_FIELDS = ("test_folder", "test_file")
_TARGET_FIELDS = ("target_columns", "label_column")


def with_data(
    project: Project,
    data: str | None,
    test_data: Path | None = None,
    target: str | None = None,
    data_root: Path | None = None,
) -> Project:
    """The project with another data choice.

    Args:
        project: The project as it is.
        data: A data set's name, or the path of a file, a folder or an archive; None to leave the
            choice.
        test_data: A file or folder with the test part; None for none.
        target: The columns to predict, with commas between them; None to leave the choice.
        data_root: Where data sets and unpacked archives live; None for the user's data folder.

    Raises:
        UserError: There are no such data, or they or the options do not suit the project.
    """
    source = project.data.source
    if data is not None:
        source = _source(project, data, data_root)
    if test_data is not None:
        path = str(paths.expanded(test_data).absolute())
        source = _with_field(source, _TEST_FIELDS, path, f"--test-data {shorten(path)}")
    if source is not project.data.source:
        project = with_source(project, source)
    return project if target is None else with_target(project, target)


def with_target(project: Project, target: str) -> Project:
    """The project with other columns to predict, given with commas between them.

    Raises:
        UserError: Its data have no columns.
    """
    source = project.data.source
    return with_source(
        project, _with_field(source, _TARGET_FIELDS, target, f"--target {shorten(target)}")
    )


def _source(project: Project, data: str, data_root: Path | None) -> Selected:
    cls = SOURCES.get(data)
    if cls is not None and not cls.path_field:
        task = TASKS.get(project.task.type)
        if task is not None and not cls.serves(task.content, task.aim):
            raise UserError(
                QT_TRANSLATE_NOOP(
                    "netstudio",
                    "The data of {source} do not suit {task}. Choose other data or another task.",
                ),
                source=Message(cls.label),
                task=Message(task.label),
            )
        return Selected(data, cls.defaults())
    path = paths.expanded(data)
    if not paths.exists(path):
        raise UserError(
            QT_TRANSLATE_NOOP(
                "netstudio",
                "{data} is neither a file, a folder nor a data set. Name your own data, or one "
                "of: {known}.",
            ),
            data=shorten(data),
            known=", ".join(source.type for source in SOURCES if not source.path_field),
        )
    from netstudio.engine.data.guessing.suit import source_for

    with ProgressText() as text:
        source, why = finish(source_for(project, path, data_root), text.show)
    if why is not None:
        say(f"{data}: {why}.")
    return source


def _with_field(source: Selected, names: Sequence[str], value: str, option: str) -> Selected:
    """The source with one of these fields set, whichever it has."""
    cls = SOURCES.get(source.type)
    specs = {spec.name: spec for spec in cls.fields()} if cls is not None else {}
    for name in names:
        if name in specs:
            several = isinstance(specs[name].default, tuple)
            written = tuple(map(str.strip, value.split(","))) if several else value
            return replace(source, fields=source.fields.replace(**{name: written}))
    raise UserError(
        QT_TRANSLATE_NOOP(
            "netstudio",
            "{option} does not go with the data set {source}. Name your own data with --data, or "
            "leave it out.",
        ),
        option=option,
        source=source.type,
    )


def with_training(
    project: Project,
    epochs: int | None = None,
    batch_size: int | None = None,
    learning_rate: float | None = None,
    seed: int | None = None,
    folds: int | None = None,
    start_from: Path | None = None,
) -> Project:
    """The project with other training options; None leaves one as it is.

    Raises:
        UserError: The learning rate is no number that a project can hold.
    """
    options = {"epochs": epochs, "batch_size": batch_size, "seed": seed, "folds": folds}
    changed: dict[str, object] = {
        name: value for name, value in options.items() if value is not None
    }
    if start_from is not None:
        # So that the run's own folder names the file from wherever it is resumed.
        changed["start_from"] = str(paths.expanded(start_from).absolute())
    training = replace(project.training, options=project.training.options.replace(**changed))
    if learning_rate is not None:
        if not math.isfinite(learning_rate):
            raise UserError(
                QT_TRANSLATE_NOOP(
                    "netstudio",
                    "--lr {value} is no learning rate. Give a positive number, such as 0.001.",
                ),
                value=str(learning_rate),
            )
        optimizer = training.optimizer
        fields = optimizer.fields.replace(lr=learning_rate)
        training = replace(training, optimizer=replace(optimizer, fields=fields))
    return replace(project, training=training)
