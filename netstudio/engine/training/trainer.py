"""One training run, from the project to the trained model, as a stream of events."""

from __future__ import annotations

import time
import traceback
from collections.abc import Callable, Generator, Iterator
from contextlib import closing, nullcontext, suppress
from functools import partial
from pathlib import Path
from typing import TypeVar

import torch

from netstudio.core.files import write_project
from netstudio.core.project import Project
from netstudio.core.translate import QT_TRANSLATE_NOOP, Message, UserError, message
from netstudio.engine.data.dataset import Dataset
from netstudio.engine.data.job import Job
from netstudio.engine.data.load import load_dataset
from netstudio.engine.data.records import RawData
from netstudio.engine.data.storage.batches import BatchedSamples
from netstudio.engine.devices import choose_device, describe
from netstudio.engine.evaluation.evaluate import evaluate
from netstudio.engine.events import (
    CheckpointSaved,
    Event,
    Failed,
    Figures,
    Finished,
    Preparing,
    Started,
    Stopped,
    Watched,
)
from netstudio.engine.model_file import load_weights
from netstudio.engine.network.analyse import require_sound
from netstudio.engine.training.checkpoints import Checkpoint, load_checkpoint, save_checkpoint
from netstudio.engine.training.control import RunControl
from netstudio.engine.training.epoch import REPORT_EVERY, Epoch, StopRequested, Stopwatch
from netstudio.engine.training.runs import RunFolder, create_run, save_best
from netstudio.engine.training.session import Session, open_session, with_facts
from netstudio.tasks.settings import read_settings

T = TypeVar("T")


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
        raw: What the project's source reads, where that was done before.
        make_folder: Makes the run's folder once all is well; one with time and name in ``out``
            where it is left out.
    """

    def __init__(
        self,
        project: Project,
        device: str | None = None,
        *,
        out: Path = Path("runs"),
        data_root: Path | None = None,
        resume: RunFolder | None = None,
        raw: RawData | None = None,
        make_folder: Callable[[Project], RunFolder] | None = None,
    ) -> None:
        self._project = project
        self._device = device
        self._make_folder = make_folder or partial(create_run, out)
        self._data_root = data_root
        self._folder = resume
        self._raw = raw

    def run(self, control: RunControl) -> Generator[Event, None, None]:
        """Train, reporting as it goes; the last event is Finished, Stopped or Failed."""
        threads = torch.get_num_threads()
        try:
            for event in self._events(control):
                self._record(event)
                yield event
        except UserError as error:
            yield self._failed(error.message)
        except Exception as error:  # noqa: BLE001 (whatever happens, the front end hears of it)
            if _is_out_of_memory(error):
                yield self._failed(_out_of_memory(self._project), str(error))
            else:
                yield self._failed(_unexpected(error), traceback.format_exc())
        finally:
            torch.set_num_threads(threads)
            if self._folder is not None:
                self._folder.close()

    def _events(self, control: RunControl) -> Iterator[Event]:
        checkpoint = self._load_checkpoint()
        device = choose_device(self._device or (checkpoint.device if checkpoint else "auto"))
        try:
            dataset = yield from self._read_data(control)
            session, folder = self._open(dataset, device, checkpoint)
            yield _started(session, dataset, folder)
            yield from self._train(session, folder, control)
            test = yield from self._test(session, folder, control)
        except StopRequested:
            yield self._stopped()
            return
        position = session.position
        yield Finished(
            str(folder.model_file), str(folder.path), position.best_epoch, test, position.seconds
        )

    def _load_checkpoint(self) -> Checkpoint | None:
        if self._folder is None or not self._folder.checkpoint_file.exists():
            return None
        checkpoint = load_checkpoint(self._folder.checkpoint_file)
        if self._data_root is None and checkpoint.data_root is not None:
            self._data_root = Path(checkpoint.data_root)
        return checkpoint

    def _read_data(self, control: RunControl) -> Job[Dataset]:
        settings, problems = read_settings(self._project)
        require_sound(self._project, problems)
        job = load_dataset(settings, self._data_root, self._raw)
        dataset = yield from steered(job, control)
        return dataset

    def _open(
        self, dataset: Dataset, device: torch.device, checkpoint: Checkpoint | None
    ) -> tuple[Session, RunFolder]:
        """Build the network; only when all is well is a folder made or changed."""
        project = with_facts(self._project, dataset)
        session = open_session(project, dataset, device, checkpoint)
        if self._folder is None:
            self._folder = self._make_folder(project)
        else:
            self._folder.remove_leftovers()
            if self._folder.project() != project:  # it was asked to train longer
                write_project(project, self._folder.project_file)
        folder = self._folder
        folder.begin_history(checkpoint.history_length if checkpoint else 0)
        return session, folder

    def _train(self, session: Session, folder: RunFolder, control: RunControl) -> Iterator[Event]:
        """Train the remaining epochs."""
        position = session.position
        while position.epoch < session.options.epochs:
            epoch = Epoch(session)
            try:
                yield from epoch.run(control)
                validation = yield from _evaluate(
                    session, session.validation, control, epoch.stopwatch
                )
            except StopRequested:
                epoch.leave(position)
                self._save_checkpoint(session, folder)
                yield CheckpointSaved(str(folder.checkpoint_file), position.epoch)
                if not position.best_epoch:
                    save_best(session, folder)
                raise
            # Recorded first, so that model and checkpoint know of it.
            yield epoch.end(position, validation)
            if position.best_epoch == position.epoch:
                save_best(session, folder)
            self._save_checkpoint(session, folder)
            yield CheckpointSaved(str(folder.checkpoint_file), position.epoch)
            yield from epoch.look(control)
            if control.stop_after_epoch and position.epoch < session.options.epochs:
                raise StopRequested

    def _test(
        self, session: Session, folder: RunFolder, control: RunControl
    ) -> Generator[Event, None, Figures | None]:
        """Measure the best weights on the test part and complete the trained model's file."""
        load_weights(folder.model_file, session.learner.module)
        test = yield from _evaluate(session, session.test, control)
        save_best(session, folder, test)
        return test

    def _save_checkpoint(self, session: Session, folder: RunFolder) -> None:
        checkpoint = Checkpoint(
            position=session.position,
            history_length=folder.save_history(),
            data_digest=session.data_digest,
            data_root=str(self._data_root) if self._data_root else None,
            device=str(session.learner.device),
            execution=session.execution.as_json(),
            learner=session.learner.state(),
        )
        save_checkpoint(checkpoint, folder.checkpoint_file)

    def _stopped(self) -> Stopped:
        folder = self._folder
        if folder is None:
            return Stopped(run=None, model=None)
        return Stopped(run=str(folder.path), model=self._model())

    def _failed(self, text: Message, detail: str = "") -> Failed:
        folder = self._folder
        failed = Failed(text, detail, str(folder.path) if folder else None, self._model())
        with suppress(UserError):  # the reason may be that nothing can be written
            self._record(failed)
        return failed

    def _record(self, event: Event) -> None:
        unwritten = Preparing | CheckpointSaved | Watched
        if self._folder is not None and not isinstance(event, unwritten):
            self._folder.append(event)

    def _model(self) -> str | None:
        folder = self._folder
        return str(folder.model_file) if folder and folder.model_file.exists() else None


def _started(session: Session, dataset: Dataset, folder: RunFolder) -> Started:
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
        validation_samples=len(session.validation),
        test_samples=len(session.test),
        execution=session.execution.as_json(),
        notes=dataset.notes,
        fold=fold,
        folds=folds,
    )


def _evaluate(
    session: Session,
    samples: BatchedSamples,
    control: RunControl,
    stopwatch: Stopwatch | None = None,
) -> Job[Figures | None]:
    """Figures on a part, or None where it is empty."""
    if not len(samples):
        return None
    job = evaluate(
        session.learner.module,
        session.learner.loss,
        session.metrics,
        session.finish,
        samples,
        session.evaluation_batch,
    )
    figures = yield from steered(job, control, stopwatch)
    return figures


def steered(job: Job[T], control: RunControl, stopwatch: Stopwatch | None = None) -> Job[T]:
    """Pass on a job's progress a few times a second until it ends or the control says stop.

    Args:
        job: What is done.
        control: Read between its steps.
        stopwatch: Leaves out the pauses.

    Raises:
        StopRequested: The control says stop.
    """
    next_report = 0.0
    with closing(job):
        while True:
            if control.stop_now:
                raise StopRequested
            with stopwatch.stopped() if stopwatch else nullcontext():
                control.wait_while_paused()
            try:
                event = next(job)
            except StopIteration as end:
                result: T = end.value
                return result
            if time.perf_counter() >= next_report:
                yield event
                next_report = time.perf_counter() + REPORT_EVERY


def _is_out_of_memory(error: Exception) -> bool:
    if isinstance(error, MemoryError | torch.OutOfMemoryError):
        return True
    # On the CPU torch raises a plain RuntimeError: "DefaultCPUAllocator: can't allocate memory".
    return isinstance(error, RuntimeError) and "allocate memory" in str(error)


def _out_of_memory(project: Project) -> Message:
    return message(
        QT_TRANSLATE_NOOP(
            "netstudio",
            "The memory is full with a batch size of {size}. Use a smaller batch size, smaller "
            "pictures or a smaller network.",
        ),
        size=str(project.training.options.get("batch_size", 32)),
    )


def _unexpected(error: Exception) -> Message:
    return message(
        QT_TRANSLATE_NOOP(
            "netstudio",
            "Something went wrong that should not have ({type}: {error}). Please report it with "
            "the details.",
        ),
        type=type(error).__name__,
        error=str(error).splitlines()[0] if str(error) else "",
    )
