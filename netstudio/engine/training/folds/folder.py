"""What a cross-validation leaves on disk: a run's folder that holds one for each fold."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

from netstudio.core.files import write_project
from netstudio.core.project import Project
from netstudio.core.safe_write import replacing
from netstudio.core.translate import QT_TRANSLATE_NOOP, UserError
from netstudio.engine.events import Figures, FoldEnded
from netstudio.engine.training.keeping.run_folder import RunFolder, create_run


class FoldsFolder:
    """The folder of a cross-validation, made with its first fold's.

    Args:
        out: Where run folders go.
        project: What is trained, with the number of folds.
        resume: The folder of a cross-validation to go on with.
    """

    def __init__(self, out: Path, project: Project, resume: RunFolder | None = None) -> None:
        self._out = out
        self._project = project
        self.run = resume

    def fold(self, number: int) -> RunFolder | None:
        """The folder of a fold that was begun before; None where it was not."""
        folder = RunFolder(self._path(number)) if self.run else None
        return folder if folder and folder.project_file.is_file() else None

    def make(self, number: int, project: Project) -> RunFolder:
        """Make the folder of a fold.

        Raises:
            UserError: It cannot be made.
        """
        if self.run is None:
            facts = project.data.facts
            whole = replace(self._project, data=replace(self._project.data, facts=facts))
            self.run = create_run(self._out, whole)
        folder = RunFolder(self._path(number))
        try:
            folder.path.mkdir(exist_ok=True)
        except OSError as error:
            raise UserError(
                QT_TRANSLATE_NOOP(
                    "netstudio",
                    "The folder {path} cannot be made ({reason}). Free some space or choose "
                    "another place.",
                ),
                path=folder.path,
                reason=error.strerror or error,
            ) from error
        write_project(project, folder.project_file)
        return folder

    def ended(self) -> list[FoldEnded]:
        """The folds that were finished before, in order."""
        history = self.run.history() if self.run else ()
        found = {event["fold"]: event for event in history if event["event"] == "fold"}
        # Where it is now: the run's folder may have been moved.
        models = {number: RunFolder(self._path(number)).model_file for number in found}
        return [
            _read(found[number], models[number])
            for number in sorted(found)
            if models[number].is_file()
        ]

    def take_model(self, model: Path) -> Path:
        """Copy a fold's trained model to where a run has its own.

        Raises:
            UserError: It cannot be written.
        """
        assert self.run is not None
        with replacing(self.run.model_file) as temporary:
            shutil.copyfile(model, temporary)
        return self.run.model_file

    def _path(self, number: int) -> Path:
        assert self.run is not None
        return self.run.path / f"fold-{number}"


def best_validation_loss(folder: RunFolder, epoch: int) -> float | None:
    """The validation loss of a fold's best epoch; None where there is no validation part."""
    for event in folder.history():
        if event["event"] == "epoch" and event["epoch"] == epoch and event.get("val"):
            return float(event["val"]["loss"])
    return None


def _read(event: dict[str, Any], model: Path) -> FoldEnded:
    names = ("fold", "folds", "validation_loss", "seconds")
    values = {name: event[name] for name in names}
    test = dict(event["test"])
    figures = Figures(test.pop("loss"), samples=test.pop("samples"), metrics=test)
    return FoldEnded(test=figures, model=str(model), **values)
