"""Finding a learning rate: a short training in which it rises with each step."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import count, islice
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from netstudio.core.project import CONSTANT, Project
from netstudio.core.translate import UserError
from netstudio.engine.data.load import load_dataset
from netstudio.engine.data.records import RawData
from netstudio.engine.devices import choose_device
from netstudio.engine.events import Event
from netstudio.engine.network.analyse import require_sound
from netstudio.engine.training.faults.failures import is_out_of_memory, out_of_memory
from netstudio.engine.training.opening import open_session, with_facts
from netstudio.engine.training.optimizing.rate_curve import (
    RateCurve,
    RatesTried,
    Smoothed,
    rates_between,
)
from netstudio.engine.training.session import Session
from netstudio.tasks.settings import read_settings

# So many steps over so many times the optimizer's usual rate: 20 for each ten times.
_STEPS = 160
_LOWEST, _HIGHEST = 1e-4, 1e4


RateJob = Generator[Event, None, RateCurve]


def find_rate(
    project: Project,
    device: str = "auto",
    data_root: Path | None = None,
    raw: RawData | None = None,
) -> RateJob:
    """Try learning rates on a network of its own; nothing is kept of it, and no file is written.

    It draws from torch's global generator and sets the number of threads, which it puts back: not
    to be run beside a training.

    Args:
        project: What to find a rate for.
        device: ``auto``, ``cpu``, ``cuda``, ``cuda:N`` or ``mps``.
        data_root: Where downloaded data sets live; the user's data folder when left out.
        raw: What the project's source reads, where that was done before.

    Raises:
        UserError: The project, its data or the memory are not fit for it.
    """
    settings, problems = read_settings(project)
    require_sound(project, problems)
    dataset = yield from load_dataset(settings, data_root, raw)
    with _put_back():
        plain = with_facts(_without_what_takes_time(project), dataset)
        session = open_session(plain, dataset, choose_device(device), None)
        try:
            curve = yield from _sweep(session)
        except (RuntimeError, MemoryError) as error:
            if not is_out_of_memory(error):
                raise
            text = out_of_memory(session.options.batch_size)
            raise UserError(text.template, **text.values) from error
    return curve


def _without_what_takes_time(project: Project) -> Project:
    """The project without schedule, and without compiling what runs for a moment only."""
    training = project.training
    options = training.options.replace(compile=False)
    return replace(project, training=replace(training, schedule=CONSTANT, options=options))


def _sweep(session: Session) -> RateJob:
    """Learn with rising rates until the loss diverges."""
    learner, smoothed = session.learner, Smoothed()
    optimizer = session.analysis.settings.optimizer
    assert optimizer is not None
    usual = type(optimizer)().lr
    rates: list[float] = []
    losses: list[float] = []
    batches = _batches(session)
    for rate in rates_between(_LOWEST * usual, min(_HIGHEST * usual, 1_000.0), _STEPS):
        learner.learning_rate = rate
        # With accumulation it takes several batches to make an update.
        taken = islice(batches, session.options.accumulate)
        each = [learner.learn(inputs, targets).loss for inputs, targets in taken]
        mean = smoothed.add(float(torch.stack(each).mean()))
        if smoothed.has_diverged(mean):
            break
        rates.append(rate)
        losses.append(mean)
        yield RatesTried(tuple(rates), tuple(losses), len(rates), _STEPS)
    return RateCurve(tuple(rates), tuple(losses))


def _batches(session: Session) -> Iterator[tuple[Tensor, Tensor]]:
    """Batches as an epoch has them, epoch after epoch."""
    device, sizes = session.learner.device, session.batch_sizes()
    for epoch in count(1):
        order = session.order(epoch).to(device)
        for chunk in session.train.shuffled(session.finish_for(epoch), order, sizes):
            yield from chunk


@contextmanager
def _put_back() -> Iterator[None]:
    """Leaves torch's generators and number of threads as they were."""
    threads = torch.get_num_threads()
    devices: list[Any] = list(range(torch.cuda.device_count()))
    with torch.random.fork_rng(devices):
        try:
            yield
        finally:
            torch.set_num_threads(threads)
