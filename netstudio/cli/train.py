"""Training from the command line."""

from __future__ import annotations

import argparse
import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from netstudio.cli.choices import with_data, with_training
from netstudio.cli.output import print_json, say
from netstudio.cli.progress import ProgressText
from netstudio.cli.together import train_together
from netstudio.cli.training_choices import with_choices
from netstudio.core.files import read_project
from netstudio.core.project import Project
from netstudio.core.translate import QT_TRANSLATE_NOOP, UserError
from netstudio.core.tree import alike
from netstudio.engine.events import Event, Failed, Finished, Stopped
from netstudio.engine.ranks import speaks, started_together
from netstudio.engine.training.control import RunControl
from netstudio.engine.training.folds.cross_validation import open_training
from netstudio.engine.training.keeping.run_folder import RunFolder


def train(arguments: argparse.Namespace) -> int:
    """Train a project, or go on with a run; the last line printed is the model's path.

    Raises:
        UserError: The project, the run or an option cannot be used.
    """
    project, folder = _what_to_train(arguments)
    control = RunControl()
    with _interrupts(control) as received:
        if started_together():
            last = train_together(arguments, project, folder, control)
        else:
            last = _train_alone(arguments, project, folder, control)
    return _exit_status(last, received, as_json=arguments.json or not speaks())


def _train_alone(
    arguments: argparse.Namespace,
    project: Project,
    folder: RunFolder | None,
    control: RunControl,
) -> Event | None:
    training = open_training(
        project,
        arguments.device,
        out=arguments.out.expanduser(),
        data_root=arguments.data_root,
        resume=folder,
        longer=arguments.epochs is not None,
    )
    if arguments.json:
        return _print_events(training.run(control))
    with ProgressText() as text:
        return text.show_all(training.run(control))


def _what_to_train(arguments: argparse.Namespace) -> tuple[Project, RunFolder | None]:
    if arguments.resume is None:
        project = with_data(
            read_project(arguments.project),
            arguments.data,
            arguments.test_data,
            arguments.target,
            arguments.data_root,
        )
        project = with_choices(
            project,
            arguments.loss,
            arguments.optimizer,
            arguments.schedule,
            arguments.set or (),
        )
        changed = with_training(
            project,
            arguments.epochs,
            arguments.batch_size,
            arguments.lr,
            arguments.seed,
            arguments.folds,
            arguments.start_from,
        )
        return changed, None
    folder = RunFolder(arguments.resume.expanduser())
    project = folder.project()
    _refuse_changes(arguments, project)
    return with_training(project, epochs=arguments.epochs), folder


def _refuse_changes(arguments: argparse.Namespace, project: Project) -> None:
    """A run goes on as it began; only more epochs can be asked for."""
    options = (
        *("batch_size", "lr", "loss", "optimizer", "schedule", "set", "seed", "start_from"),
        *("folds", "data", "test_data", "target"),
    )
    changed = [name for name in options if getattr(arguments, name) is not None]
    if changed:
        raise UserError(
            QT_TRANSLATE_NOOP(
                "netstudio",
                "--{option} cannot change a run that is resumed. Leave it out, or start a new run.",
            ),
            option=changed[0].replace("_", "-"),
        )
    if arguments.project is not None:
        given = read_project(arguments.project)
        if not alike(given.network, project.network):
            raise UserError(
                QT_TRANSLATE_NOOP(
                    "netstudio",
                    "The run {run} trains another network than {project}. Leave the project out "
                    "to go on with the run, or start a new one without --resume.",
                ),
                run=arguments.resume,
                project=arguments.project,
            )


def _print_events(events: Iterator[Event]) -> Event | None:
    last = None
    for event in events:
        print_json(event.as_json())
        last = event
    return last


def _exit_status(last: Event | None, received: list[int], as_json: bool) -> int:
    match last:
        case Finished():
            if not as_json:
                print(last.model)
            return 0
        case Stopped():
            if last.run is not None:
                say(f"Stopped. Go on with: netstudio train --resume {last.run}")
            return 128 + received[0] if received else 0
        case Failed():
            kept = f" The best weights so far are in {last.model}." if last.model else ""
            say(f"netstudio: {last.message}{kept}")
            if last.detail and os.environ.get("NETSTUDIO_DEBUG"):
                say(last.detail)
    return 1


@contextmanager
def _interrupts(control: RunControl) -> Iterator[list[int]]:
    """Let Ctrl-C stop the run with a checkpoint; a second one ends the program at once.

    Yields:
        The signals that were received.
    """
    received: list[int] = []
    if threading.current_thread() is not threading.main_thread():
        yield received
        return

    def stop(number: int, _: FrameType | None) -> None:
        # torchrun hands on the signals that its processes have got already.
        if received and not started_together():
            raise KeyboardInterrupt
        received.append(number)
        control.stop()
        if started_together():
            return
        # Not print: the signal may have come in the middle of one.
        os.write(2, b"Stopping; press Ctrl-C again to quit at once.\n")

    before = {number: signal.signal(number, stop) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield received
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
