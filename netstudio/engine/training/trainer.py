"""One training run, from the project to the trained model, as a stream of events."""

from __future__ import annotations

import logging
import traceback
from collections.abc import Callable, Generator, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import torch

from netstudio.core.files import write_project
from netstudio.core.project import Project
from netstudio.core.safe_write import NotWritten
from netstudio.core.translate import Message, UserError
from netstudio.engine.data.dataset import Dataset
from netstudio.engine.data.job import Job
from netstudio.engine.data.load import load_dataset
from netstudio.engine.data.records import RawData
from netstudio.engine.data.storage.batches import BatchedSamples
from netstudio.engine.devices import choose_device, describe
from netstudio.engine.evaluation.evaluate import evaluate
from netstudio.engine.evaluation.meter import NotFinite
from netstudio.engine.events import (
    Event,
    Failed,
    Figures,
    Finished,
    Noticed,
    PlaceWanted,
    Started,
    Stopped,
)
from netstudio.engine.network.analyse import require_sound
from netstudio.engine.ranks import ALONE, Ranks
from netstudio.engine.training.control import RunControl
from netstudio.engine.training.distributed.agreement import agreed
from netstudio.engine.training.epoch import Epoch
from netstudio.engine.training.faults.blame import blame
from netstudio.engine.training.faults.failures import is_out_of_memory, out_of_memory, unexpected
from netstudio.engine.training.keeping.checkpoints import Checkpoint, load_checkpoint
from netstudio.engine.training.keeping.keeper import Keeper, Onlooker
from netstudio.engine.training.keeping.run_folder import RunFolder, create_run
from netstudio.engine.training.notices.observer import Observer
from netstudio.engine.training.opening import open_session, with_facts
from netstudio.engine.training.session import Session
from netstudio.engine.training.steering import StopRequested, Stopwatch, steered
from netstudio.tasks.settings import read_settings

_log = logging.getLogger(__name__)


class Trainer:
    """Trains a project.

    Args:
        project: What to train.
        device: ``auto``, ``cpu``, ``cuda``, ``cuda:N`` or ``mps``; None stands for the device of
            the run that is resumed, or ``auto``.
        out: Where the run's folder goes.
        data_root: Where downloaded data sets live; left out, that of the run that is resumed, or
            the user's data folder.
        resume: A run to go on with, instead of starting a new one.
        longer: Whether the run that is resumed goes on even if it had come to an end of its own,
            such as by early stopping.
        raw: What the project's source reads, where that was done before.
        make_folder: Makes the run's folder once all is well; one with time and name in ``out``
            where it is left out. A folder that was made so stays where it is.
        ranks: The processes that train together; the first one keeps the run.
    """

    def __init__(
        self,
        project: Project,
        device: str | None = None,
        *,
        out: Path = Path("runs"),
        data_root: Path | None = None,
        resume: RunFolder | None = None,
        longer: bool = False,
        raw: RawData | None = None,
        make_folder: Callable[[Project], RunFolder] | None = None,
        ranks: Ranks = ALONE,
    ) -> None:
        self._project = project
        self._device = device
        self._make_folder = make_folder or partial(create_run, out)
        self._may_move = make_folder is None
        self._out = out
        self._data_root = data_root
        self._resume = resume
        self._longer = longer and resume is not None
        self._raw = raw
        self._ranks = ranks
        self._keeper: Keeper | None = None

    def run(self, control: RunControl) -> Generator[Event, None, None]:
        """Train, reporting as it goes; the last event is Finished, Stopped or Failed."""
        threads = torch.get_num_threads()
        try:
            for event in self._events(agreed(control, self._ranks)):
                if self._keeper is not None:
                    yield from self._keeper.record(event)
                yield self._where_it_is(event)
        except UserError as error:
            yield self._failed(error.message)
        except Exception as error:  # noqa: BLE001 (whatever happens, the front end hears of it)
            if is_out_of_memory(error):
                yield self._failed(self._out_of_memory(), str(error))
            else:
                yield self._failed(unexpected(error), traceback.format_exc())
        finally:
            torch.set_num_threads(threads)
            if (folder := self._folder) is not None:
                folder.release()

    @property
    def _folder(self) -> RunFolder | None:
        """Where the run is kept, as soon as there is such a place."""
        return self._keeper.folder if self._keeper is not None else self._resume

    def _events(self, control: RunControl) -> Iterator[Event]:
        checkpoint = self._load_checkpoint()
        device = choose_device(self._device or (checkpoint.device if checkpoint else "auto"))
        try:
            dataset = yield from self._read_data(control)
            session, keeper = yield from self._open(dataset, device, checkpoint, control)
            yield _started(session, keeper.folder)
            observer = Observer(session, keeper.folder.history())
            yield from observer.following(self._train(session, keeper, control))
            test = yield from self._test(session, keeper, control)
            yield from observer.after_test(test)
        except StopRequested:
            yield self._stopped()
            return
        position, folder = session.position, keeper.folder
        is_early = position.epoch < session.options.epochs
        yield Finished(
            str(folder.model_file),
            str(folder.path),
            position.best_epoch,
            test,
            position.seconds,
            session.why_to_end() if is_early else None,
        )

    def _load_checkpoint(self) -> Checkpoint | None:
        if self._resume is None or not self._resume.checkpoint_file.exists():
            return None
        checkpoint = load_checkpoint(self._resume.checkpoint_file)
        if self._data_root is None and checkpoint.data_root is not None:
            self._data_root = Path(checkpoint.data_root)
        return checkpoint

    def _read_data(self, control: RunControl) -> Job[Dataset]:
        settings, problems = read_settings(self._project)
        require_sound(self._project, problems)
        if self._ranks.rank:  # the first reads alone, so that what it unpacks is there for all
            self._ranks.wait()
        job = load_dataset(settings, self._data_root, self._raw)
        dataset = yield from steered(job, control)
        if not self._ranks.rank:
            self._ranks.wait()
        return dataset

    def _open(
        self,
        dataset: Dataset,
        device: torch.device,
        checkpoint: Checkpoint | None,
        control: RunControl,
    ) -> Generator[Event, None, tuple[Session, Keeper]]:
        """Build the network; only when all is well is a folder made or changed."""
        project = with_facts(self._project, dataset)
        session = open_session(project, dataset, device, checkpoint, self._ranks)
        if self._longer:
            session.go_on()
        if self._ranks.rank:
            self._keeper = Onlooker(session)
            return session, self._keeper
        folder = self._resume or (yield from self._new_folder(project, control))
        folder.claim()
        self._keeper = Keeper(folder, session, self._data_root, control if self._may_move else None)
        if self._resume is not None:
            folder.remove_leftovers()
            if folder.project() != project:  # it was asked to train longer
                write_project(project, folder.project_file)
        folder.begin_history(checkpoint.history_length if checkpoint else 0)
        return session, self._keeper

    def _new_folder(
        self, project: Project, control: RunControl
    ) -> Generator[Event, None, RunFolder]:
        make = self._make_folder
        while True:
            try:
                return make(project)
            except NotWritten as error:
                if not (self._may_move and control.answers):
                    raise
                yield PlaceWanted(error.message, str(self._out))
                if (place := control.wait_for_place()) is None:
                    raise
            make = partial(create_run, place)

    def _train(self, session: Session, keeper: Keeper, control: RunControl) -> Iterator[Event]:
        """Train the remaining epochs."""
        if self._longer:  # killed now, it must not take itself for ended again
            yield from keeper.save_checkpoint()
        position, options = session.position, session.options
        while session.goes_on:
            epoch = Epoch(session)
            try:
                yield from epoch.run(control)
                yield from steered(session.settle(), control, epoch.stopwatch)
                validation = yield from _evaluate(
                    session, session.validation, control, epoch.stopwatch
                )
            except (StopRequested, RuntimeError, MemoryError) as error:
                if isinstance(error, StopRequested) or is_out_of_memory(error):
                    epoch.leave(position)
                    yield from self._leave(session, keeper)
                raise
            except NotFinite:
                yield from _blame(session, keeper)
                raise
            # Recorded first, so that model and checkpoint know of it.
            yield epoch.end(position, validation)
            if position.best_epoch == position.epoch:
                yield from keeper.save_model()
            if position.epoch % options.checkpoint_every == 0 or not session.goes_on:
                yield from keeper.save_checkpoint()
            yield from epoch.look(control)
            if control.stop_after_epoch and session.goes_on:
                yield from self._leave(session, keeper)
                raise StopRequested

    def _leave(self, session: Session, keeper: Keeper) -> Iterator[Event]:
        """Write everything from which the run goes on, and a model that can be used."""
        yield from keeper.save_checkpoint()
        if not keeper.folder.model_file.exists():
            yield from keeper.save_model()

    def _test(
        self, session: Session, keeper: Keeper, control: RunControl
    ) -> Generator[Event, None, Figures | None]:
        """Measure the best weights on the test part and complete the trained model's file."""
        yield from keeper.restore_best()
        test = yield from _evaluate(session, session.test, control)
        yield from keeper.save_model(test)
        return test

    def _where_it_is(self, event: Event) -> Event:
        """The run may have moved while its end was written."""
        folder = self._folder
        if isinstance(event, Finished) and folder is not None:
            return replace(event, model=str(folder.model_file), run=str(folder.path))
        return event

    def _out_of_memory(self) -> Message:
        options = read_settings(self._project)[0].training
        assert options is not None
        return out_of_memory(options.batch_size)

    def _stopped(self) -> Stopped:
        folder = self._folder
        if folder is None:
            return Stopped(run=None, model=None)
        return Stopped(run=str(folder.path), model=self._model())

    def _failed(self, text: Message, detail: str = "") -> Failed:
        folder = self._folder
        failed = Failed(text, detail, str(folder.path) if folder else None, self._model())
        if self._keeper is not None:
            self._keeper.record_end(failed)
        return failed

    def _model(self) -> str | None:
        folder = self._folder
        return str(folder.model_file) if folder and folder.model_file.exists() else None


def _started(session: Session, folder: RunFolder) -> Started:
    device = session.learner.device
    options = session.analysis.settings.data
    assert options is not None
    fold, folds = options.fold or (0, 0)
    return Started(
        run=str(folder.path),
        device=f"{device} ({describe(device)})",
        epoch=session.position.epoch + 1,
        epochs=session.options.epochs,
        batch_size=session.options.batch_size,
        parameters=session.analysis.parameters,
        train_samples=len(session.train),
        validation_samples=len(session.dataset.validation),
        test_samples=len(session.dataset.test),
        execution=session.execution.as_json(),
        notes=session.notes,
        fold=fold,
        folds=folds,
        frozen=session.analysis.cost.frozen,
    )


def _blame(session: Session, keeper: Keeper) -> Iterator[Noticed]:
    """Say where the numbers ceased to be finite, where that can be found."""
    file = keeper.folder.checkpoint_file
    try:
        notice = blame(session, load_checkpoint(file) if file.exists() else None)
    except Exception:  # noqa: BLE001 (what failed is told; only the reason is missing)
        _log.exception("it was not found where numbers ceased to be finite")
        return
    if notice is not None:
        yield notice


def _evaluate(
    session: Session,
    samples: BatchedSamples,
    control: RunControl,
    stopwatch: Stopwatch | None = None,
) -> Job[Figures | None]:
    """Figures on a part, or None where it is empty."""
    if not session.ranks.any(len(samples) > 0):
        return None
    at_a_time = session.evaluation_batch
    while True:
        job = evaluate(
            session.learner.evaluated,
            session.learner.loss,
            session.metrics,
            session.finish,
            samples,
            at_a_time,
            session.ranks,
        )
        try:
            figures = yield from steered(job, control, stopwatch)
        except (RuntimeError, MemoryError) as error:
            if at_a_time == 1 or not is_out_of_memory(error):
                raise
        else:
            return figures
        at_a_time //= 2
