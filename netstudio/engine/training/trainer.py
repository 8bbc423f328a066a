"""One training run, from the project to the trained model, as a stream of events."""

from __future__ import annotations

import traceback
from collections.abc import Generator, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeVar

import torch

from netstudio.core.files import write_project
from netstudio.core.project import Project
from netstudio.core.translate import QT_TRANSLATE_NOOP, Message, UserError, message
from netstudio.engine.data.batches import ResidentSamples
from netstudio.engine.data.dataset import Dataset, Job
from netstudio.engine.data.load import load_dataset
from netstudio.engine.devices import choose_device, describe
from netstudio.engine.evaluation.evaluate import evaluate
from netstudio.engine.events import (
    CheckpointSaved,
    EpochEnded,
    Event,
    Failed,
    Figures,
    Finished,
    Preparing,
    Started,
    Stopped,
)
from netstudio.engine.model_file import load_weights, save_model
from netstudio.engine.network.analyse import require_sound
from netstudio.engine.training.checkpoints import load_checkpoint, save_checkpoint
from netstudio.engine.training.control import RunControl
from netstudio.engine.training.epoch import Epoch, StopRequested
from netstudio.engine.training.runs import RunFolder, create_run
from netstudio.engine.training.session import Session, open_session, with_facts
from netstudio.tasks.settings import read_settings

T = TypeVar("T")


class Trainer:
    """Trains a project.

    Args:
        project: What to train.
        device: ``auto``, ``cpu``, ``cuda``, ``cuda:N`` or ``mps``.
        out: Where the run's folder goes.
        data_root: Where downloaded data sets live; the user's data folder when left out.
        resume: A run to go on with, instead of starting a new one.
    """

    def __init__(
        self,
        project: Project,
        device: str = "auto",
        *,
        out: Path = Path("runs"),
        data_root: Path | None = None,
        resume: RunFolder | None = None,
    ) -> None:
        self._project = project
        self._device_name = device
        self._out = out
        self._data_root = data_root
        self._folder = resume

    def run(self, control: RunControl) -> Iterator[Event]:
        """Train, reporting as it goes; the last event is Finished, Stopped or Failed."""
        threads = torch.get_num_threads()
        try:
            for event in self._events(control):
                self._record(event)
                yield event
        except UserError as error:
            yield self._failed(error.message)
        except Exception as error:  # noqa: BLE001 (whatever happens, the front end hears of it)
            out_of_memory = isinstance(error, MemoryError | torch.OutOfMemoryError)
            if out_of_memory or (isinstance(error, RuntimeError) and "alloc" in str(error)):
                yield self._failed(_out_of_memory(self._project), str(error))
            else:
                yield self._failed(_unexpected(error), traceback.format_exc())
        finally:
            torch.set_num_threads(threads)
            if self._folder is not None:
                self._folder.close()

    def _events(self, control: RunControl) -> Iterator[Event]:
        device = choose_device(self._device_name)
        try:
            dataset = yield from self._read_data(control)
            session, folder = self._open(dataset, device)
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

    def _read_data(self, control: RunControl) -> Job[Dataset]:
        settings, problems = read_settings(self._project)
        require_sound(self._project, problems)
        assert settings.source is not None
        assert settings.data is not None
        job = load_dataset(settings.source, settings.data, self._data_root)
        dataset = yield from _steered(job, control)
        return dataset

    def _open(self, dataset: Dataset, device: torch.device) -> tuple[Session, RunFolder]:
        """Build the network; only when all is well is a folder made."""
        project = with_facts(self._project, dataset)
        checkpoint = None
        if self._folder is not None and self._folder.checkpoint_file.exists():
            checkpoint = load_checkpoint(self._folder.checkpoint_file)
        session = open_session(project, dataset, device, checkpoint)
        if self._folder is None:
            self._folder = create_run(self._out, project)
        else:
            self._folder.remove_leftovers()
            if self._folder.project() != project:  # it was asked to train longer
                write_project(project, self._folder.project_file)
        folder = self._folder
        folder.truncate_history(checkpoint.history_length if checkpoint else 0)
        return session, folder

    def _train(self, session: Session, folder: RunFolder, control: RunControl) -> Iterator[Event]:
        """Train the remaining epochs."""
        while session.position.epoch < session.options.epochs:
            epoch = Epoch(session)
            try:
                yield from epoch.run(control)
                validation = _measured(session, session.validation, control)
            except StopRequested:
                yield from _save_unfinished(session, epoch, folder)
                raise
            yield from _end_epoch(session, epoch, validation, folder)
            if control.stop_after_epoch and session.position.epoch < session.options.epochs:
                raise StopRequested

    def _test(
        self, session: Session, folder: RunFolder, control: RunControl
    ) -> Generator[Event, None, Figures | None]:
        """Measure the best weights on the test part and complete the trained model's file."""
        yield Preparing("test", 0, 1)
        load_weights(folder.model_file, session.learner.module)
        test = _measured(session, session.test, control)
        _save_best(session, folder, test)
        yield Preparing("test", 1, 1)
        return test

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
        if self._folder is not None and not isinstance(event, Preparing | CheckpointSaved):
            self._folder.append(event)

    def _model(self) -> str | None:
        folder = self._folder
        return str(folder.model_file) if folder and folder.model_file.exists() else None


def _started(session: Session, dataset: Dataset, folder: RunFolder) -> Started:
    device = session.learner.device
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
    )


def _end_epoch(
    session: Session, epoch: Epoch, validation: Figures | None, folder: RunFolder
) -> Iterator[Event]:
    """Keep the weights if they are the best, and save a checkpoint."""
    position = session.position
    monitored = validation.loss if validation else None
    is_best = monitored is None or position.best_loss is None or monitored < position.best_loss
    position.epoch, position.batch, position.meter = epoch.number, 0, None
    position.seconds += epoch.seconds
    event = EpochEnded(
        epoch=epoch.number,
        epochs=session.options.epochs,
        train=epoch.meter.figures(),
        val=validation,
        learning_rate=session.learner.learning_rate,
        samples_per_second=epoch.samples_per_second,
        seconds=epoch.seconds,
        is_best=is_best,
    )
    # Recorded first, so that model and checkpoint know of it.
    yield event
    folder.write_curves(event)
    if is_best:
        position.best_epoch, position.best_loss = epoch.number, monitored
        _save_best(session, folder)
    save_checkpoint(session.checkpoint(folder.history_length()), folder.checkpoint_file)
    yield CheckpointSaved(str(folder.checkpoint_file), epoch.number)


def _save_unfinished(session: Session, epoch: Epoch, folder: RunFolder) -> Iterator[Event]:
    """Save a run that stops within an epoch, so that it can go on from the very batch."""
    position = session.position
    position.batch, position.meter = epoch.batch, epoch.meter.state()
    position.seconds += epoch.seconds
    save_checkpoint(session.checkpoint(folder.history_length()), folder.checkpoint_file)
    yield CheckpointSaved(str(folder.checkpoint_file), position.epoch)
    if not position.best_epoch:
        _save_best(session, folder)


def _save_best(session: Session, folder: RunFolder, test: Figures | None = None) -> None:
    """Write the module's weights as the trained model, with the history so far."""
    history = [event for event in folder.history() if event.get("event") == "epoch"]
    best_epoch = session.position.best_epoch
    best = next((event for event in history if event["epoch"] == best_epoch), {})
    figures: dict[str, Any] = {part: best[part] for part in ("train", "val") if best.get(part)}
    if test is not None:
        figures["test"] = test.as_json()
    save_model(
        folder.model_file,
        session.learner.module,
        session.project,
        session.preprocessing,
        figures,
        history,
        best_epoch,
    )


def _measured(session: Session, samples: ResidentSamples, control: RunControl) -> Figures | None:
    """Figures on a part, or None where it is empty.

    Raises:
        StopRequested: Between two batches, when the control says so.
    """
    if not len(samples):
        return None
    learner = session.learner
    steps = evaluate(learner.module, learner.loss, session.metrics, session.preprocess, samples)
    while True:
        if control.stop_now:
            raise StopRequested
        control.wait_while_paused()
        try:
            next(steps)
        except StopIteration as end:
            figures: Figures = end.value
            return figures


def _steered(job: Job[T], control: RunControl) -> Job[T]:
    """Pass on a job's progress until it ends or the control says stop."""
    while True:
        if control.stop_now:
            job.close()
            raise StopRequested
        control.wait_while_paused()
        try:
            event = next(job)
        except StopIteration as end:
            result: T = end.value
            return result
        yield event


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
