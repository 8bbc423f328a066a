"""Cross-validation: as many networks as folds, each tested on samples that it has not seen."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from statistics import fmean, stdev
from typing import Protocol

from netstudio.core.project import Project
from netstudio.core.translate import QT_TRANSLATE_NOOP, UserError
from netstudio.core.values import Fields
from netstudio.engine.data.load import read_source
from netstudio.engine.data.records import RawData
from netstudio.engine.events import (
    CrossValidated,
    Event,
    Failed,
    Figures,
    Finished,
    FoldEnded,
    Stopped,
)
from netstudio.engine.network.analyse import require_sound
from netstudio.engine.training.control import RunControl
from netstudio.engine.training.folds.folder import FoldsFolder, best_validation_loss
from netstudio.engine.training.keeping.run_folder import RunFolder
from netstudio.engine.training.steering import StopRequested, steered
from netstudio.engine.training.trainer import Trainer
from netstudio.tasks.settings import read_settings


class Training(Protocol):
    """Something that trains and reports as it goes."""

    def run(self, control: RunControl) -> Generator[Event, None, None]:
        """Train; the last event is Finished, Stopped or Failed."""
        ...


def open_training(
    project: Project,
    device: str | None = None,
    *,
    out: Path = Path("runs"),
    data_root: Path | None = None,
    resume: RunFolder | None = None,
    longer: bool = False,
) -> Training:
    """A cross-validation where the project asks for one, or the training of one network.

    The arguments are those of ``Trainer``.
    """
    training, _ = read_settings(project)
    folds = training.training.folds if training.training else 0
    if folds < 2:
        return Trainer(project, device, out=out, data_root=data_root, resume=resume, longer=longer)
    return CrossValidation(project, folds, device, out=out, data_root=data_root, resume=resume)


class CrossValidation:
    """Trains a project once for each fold.

    Args:
        project: What to train.
        folds: How many folds there are.
        device: As ``Trainer`` takes it.
        out: Where the run's folder goes; each fold has a folder ``fold-1``, … in it.
        data_root: Where downloaded data sets live; the user's data folder when left out.
        resume: A cross-validation to go on with: folds that are finished are kept.
    """

    def __init__(
        self,
        project: Project,
        folds: int,
        device: str | None = None,
        *,
        out: Path = Path("runs"),
        data_root: Path | None = None,
        resume: RunFolder | None = None,
    ) -> None:
        self._project = project
        self._folds = folds
        self._device = device
        self._data_root = data_root
        self._resume = resume
        self._folder = FoldsFolder(out, project, resume)
        self._ended: list[FoldEnded] = []
        # The last event of a fold that did not come to its end.
        self._broken: Stopped | Failed | None = None

    def run(self, control: RunControl) -> Generator[Event, None, None]:
        """Train, reporting as it goes; the last event is Finished, Stopped or Failed."""
        try:
            yield from self._events(control)
        except StopRequested:
            yield self._ending(Stopped(None, None))
        except UserError as error:
            yield self._ending(Failed(error.message))

    def _events(self, control: RunControl) -> Iterator[Event]:
        if self._resume is not None:
            self._require_unchanged(self._resume)
            self._ended = self._folder.ended()
        raw = yield from self._read(control)
        done = {event.fold for event in self._ended}
        for number in range(1, self._folds + 1):
            if number in done:
                continue
            yield from self._train_fold(number, raw, control)
            if self._broken is not None:
                yield self._ending(self._broken)
                return
            if control.stop_after_epoch and number < self._folds:
                raise StopRequested
        yield from self._conclude()

    def _read(self, control: RunControl) -> Generator[Event, None, RawData]:
        settings, problems = read_settings(self._project)
        require_sound(self._project, problems)
        raw = yield from steered(read_source(settings, self._data_root), control)
        return raw

    def _train_fold(self, number: int, raw: RawData, control: RunControl) -> Iterator[Event]:
        trainer = Trainer(
            fold_project(self._project, self._folds, number),
            self._device,
            data_root=self._data_root,
            resume=self._folder.fold(number),
            raw=raw,
            make_folder=partial(self._folder.make, number),
        )
        for event in trainer.run(control):
            match event:
                case Finished(test=Figures() as test):
                    yield self._record(
                        FoldEnded(
                            number,
                            self._folds,
                            test,
                            best_validation_loss(RunFolder(Path(event.run)), event.best_epoch),
                            event.model,
                            event.seconds,
                        )
                    )
                case Stopped() | Failed():
                    self._broken = event
                case _:
                    yield event

    def _record(self, ended: FoldEnded) -> FoldEnded:
        assert self._folder.run is not None
        self._ended.append(ended)
        self._folder.run.append(ended)
        return ended

    def _conclude(self) -> Iterator[Event]:
        folder = self._folder.run
        assert folder is not None
        figures = [{"loss": each.test.loss, **each.test.metrics} for each in self._ended]
        means = {name: fmean(each[name] for each in figures) for name in figures[0]}
        deviations = {name: stdev(each[name] for each in figures) for name in figures[0]}
        best = self._best()
        model = self._folder.take_model(Path(best.model))
        concluded = CrossValidated(self._folds, means, deviations, best.fold)
        folder.append(concluded)
        yield concluded
        loss = means.pop("loss")
        finished = Finished(
            str(model),
            str(folder.path),
            0,
            Figures(loss, means, sum(each.test.samples for each in self._ended)),
            sum(each.seconds for each in self._ended),
        )
        folder.append(finished)
        yield finished

    def _best(self) -> FoldEnded:
        """The fold with the smallest validation loss; the first one where there is none."""
        return min(self._ended, key=lambda each: each.validation_loss or 0.0)

    def _ending(self, broken: Stopped | Failed) -> Stopped | Failed:
        """How a fold ended, as the end of all."""
        ending = replace(broken, run=self._path(), model=self._model() or broken.model)
        if self._folder.run is not None:
            with suppress(UserError):  # the reason may be that nothing can be written
                self._folder.run.append(ending)
        return ending

    def _path(self) -> str | None:
        return str(self._folder.run.path) if self._folder.run else None

    def _model(self) -> str | None:
        """The best model of the folds that are done, if any."""
        if self._ended:
            with suppress(UserError):
                return str(self._folder.take_model(Path(self._best().model)))
        return None

    def _require_unchanged(self, resumed: RunFolder) -> None:
        before = resumed.project()
        if before.training != self._project.training:
            raise UserError(
                QT_TRANSLATE_NOOP(
                    "netstudio",
                    "A cross-validation goes on as it began, but its epochs were changed. Leave "
                    "--epochs out, or start a new run.",
                )
            )


def fold_project(project: Project, folds: int, number: int) -> Project:
    """The project of one fold: its data say by themselves which samples are the test part."""
    options: Fields = project.data.options.replace(fold=(number, folds))
    training = project.training.options.replace(folds=0)
    return replace(
        project,
        data=replace(project.data, options=options),
        training=replace(project.training, options=training),
    )
