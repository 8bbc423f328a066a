"""Training from the command line as one of several processes that ``torchrun`` has started."""

from __future__ import annotations

import argparse
from collections import deque
from collections.abc import Iterator

from netstudio.cli.output import print_json
from netstudio.cli.progress import ProgressText
from netstudio.core.project import Project
from netstudio.core.translate import QT_TRANSLATE_NOOP, UserError
from netstudio.engine.devices import choose_device
from netstudio.engine.events import Event, Finished, Started, Stopped
from netstudio.engine.ranks import Ranks, device_of_rank, joined
from netstudio.engine.training.control import RunControl
from netstudio.engine.training.distributed.restarts import Job
from netstudio.engine.training.keeping.run_folder import RunFolder
from netstudio.engine.training.trainer import Trainer
from netstudio.tasks.settings import read_settings


def train_together(
    arguments: argparse.Namespace,
    project: Project,
    folder: RunFolder | None,
    control: RunControl,
) -> Event | None:
    """Train as one of the processes; only the first one prints. Returns the last event.

    Args:
        arguments: Those of ``netstudio train``.
        project: What to train.
        folder: The run to go on with.
        control: What this process hears.

    Raises:
        UserError: The project, the run or an option cannot be used.
    """
    _refuse_folds(project)
    device = choose_device(device_of_rank(arguments.device))
    job = Job(arguments.out.expanduser())
    if folder is None and job.is_restarted and (begun := job.run()) is not None:
        project, folder = begun.project(), begun
    with joined(device) as ranks:
        trainer = Trainer(
            project,
            str(device),
            out=arguments.out.expanduser(),
            data_root=arguments.data_root,
            resume=folder,
            longer=arguments.epochs is not None,
            ranks=ranks,
        )
        return _follow(trainer.run(control), ranks, job, as_json=arguments.json)


def _follow(events: Iterator[Event], ranks: Ranks, job: Job, *, as_json: bool) -> Event | None:
    last: Event | None = None
    if ranks.rank:
        return deque(events, maxlen=1).pop()
    with ProgressText() as text:
        for last in events:
            match last:
                case Started():
                    job.begin(last.run)
                case Finished() | Stopped():
                    job.end()
            if as_json:
                print_json(last.as_json())
            else:
                text.show(last)
    return last


def _refuse_folds(project: Project) -> None:
    options = read_settings(project)[0].training
    if options is not None and options.folds > 1:
        raise UserError(
            QT_TRANSLATE_NOOP(
                "netstudio",
                "Several processes cannot cross-validate together. Leave --folds out, or start "
                "netstudio without torchrun.",
            )
        )
