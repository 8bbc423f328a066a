"""What options of the command line change in a project."""

from __future__ import annotations

import math
from dataclasses import replace
from pathlib import Path

from netstudio import paths
from netstudio.core.project import DataChoice, Project, Selected
from netstudio.core.translate import QT_TRANSLATE_NOOP, UserError, shorten
from netstudio.tasks.sources import SOURCES

_FOLDER = "image_folder"


def with_data(project: Project, data: str | None, test_data: Path | None) -> Project:
    """The project with another data choice.

    Args:
        project: The project as it is.
        data: A data set's name or the path of a folder; None to leave the choice.
        test_data: A folder with test pictures; None for none.

    Raises:
        UserError: There is no such data set or folder, or test pictures do not suit it.
    """
    source = project.data.source if data is None else _source(data, project.data.source)
    if test_data is not None:
        if source.type != _FOLDER:
            raise UserError(
                QT_TRANSLATE_NOOP(
                    "netstudio",
                    "--test-data {path} goes with a folder of pictures, but the data set is "
                    "{source}. Name the folder with --data, or leave --test-data out.",
                ),
                path=test_data,
                source=source.type,
            )
        folder = str(paths.expanded(test_data).absolute())
        source = replace(source, fields=source.fields.replace(test_folder=folder))
    if source is project.data.source:
        return project
    return replace(project, data=DataChoice(source, project.data.options))


def with_training(
    project: Project,
    epochs: int | None = None,
    batch_size: int | None = None,
    learning_rate: float | None = None,
    seed: int | None = None,
    folds: int | None = None,
) -> Project:
    """The project with other training options; None leaves one as it is.

    Raises:
        UserError: The learning rate is no number that a project can hold.
    """
    options = {"epochs": epochs, "batch_size": batch_size, "seed": seed, "folds": folds}
    changed = {name: value for name, value in options.items() if value is not None}
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


def _source(data: str, current: Selected) -> Selected:
    cls = SOURCES.get(data)
    if cls is not None and not cls.is_folder:
        return Selected(data, cls.defaults())
    folder = paths.expanded(data)
    if paths.is_folder(folder):
        kept = current.fields if current.type == _FOLDER else SOURCES[_FOLDER].defaults()
        return Selected(_FOLDER, kept.replace(folder=str(folder.absolute()), test_folder=""))
    raise UserError(
        QT_TRANSLATE_NOOP(
            "netstudio",
            "{data} is neither a folder nor a data set. Name a folder of class folders, or one "
            "of: {known}.",
        ),
        data=shorten(data),
        known=", ".join(source.type for source in SOURCES if not source.is_folder),
    )
