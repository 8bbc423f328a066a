"""``Tune``: tries ways of executing steps on this machine and remembers the fastest."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from netstudio.core.project import Project
from netstudio.core.spec import TensorSpec
from netstudio.core.translate import Message, UserError
from netstudio.engine.data.job import Job
from netstudio.engine.data.load import load_dataset
from netstudio.engine.data.records import RawData
from netstudio.engine.devices import choose_device, describe
from netstudio.engine.events import Preparing
from netstudio.engine.network.analyse import Analysis, analyse, require_sound
from netstudio.engine.training.beginning.start import start
from netstudio.engine.training.execution import (
    Execution,
    can_be_channels_last,
    usual_execution,
)
from netstudio.engine.training.faults.failures import is_out_of_memory, out_of_memory
from netstudio.engine.training.learner import Learner
from netstudio.engine.training.tuning.memory import Remembered, remember, tuning_key
from netstudio.tasks.content import Aim
from netstudio.tasks.settings import Settings, read_settings

# How long all measurements together should take, in seconds, once the first steps are done.
_SECONDS = 4.0
# How long one candidate runs before the next one's turn, in seconds.
_TURN = 0.05
# So many turns each candidate has at least: the machine does other things in between.
_LEAST_TURNS = 3
# Candidates that are so many times as slow as the best are out.
_HOPELESS = 1.3
# Another choice than the usual one must be faster by so much: less is chance.
_WORTH_IT = 1.03
# The first steps are slower: memory is taken, operations are recorded.
_WARM_UP = 3


@dataclass(frozen=True)
class Measured:
    """A way of executing steps, and how fast it is.

    Attributes:
        execution: How steps were executed.
        samples_per_second: Training steps alone, at their best.
    """

    execution: Execution
    samples_per_second: float


@dataclass(frozen=True)
class Tuned:
    """What was measured.

    Attributes:
        device: Where, in words.
        batch_size: Samples in a batch.
        best: What will be used from now on.
        usual: What the fixed rule would use.
        tried: All that were measured, the fastest first.
    """

    device: Message
    batch_size: int
    best: Measured
    usual: Measured
    tried: tuple[Measured, ...]

    @property
    def is_usual(self) -> bool:
        """Whether nothing is faster than what the fixed rule would use."""
        return replace(self.best.execution, measured="") == self.usual.execution

    @property
    def gain(self) -> float:
        """How many times as fast the best is as the usual."""
        return self.best.samples_per_second / self.usual.samples_per_second


def tune(
    project: Project,
    device: str = "auto",
    data_root: Path | None = None,
    raw: RawData | None = None,
) -> Job[Tuned]:
    """Measure ways of executing the project's steps, and use the fastest from now on.

    It trains networks of its own on made-up samples. It draws from torch's global generator and
    sets the number of threads, which it puts back: not to be run beside a training.

    Args:
        project: What to train; its data are read only where their facts are not known yet.
        device: ``auto``, ``cpu``, ``cuda``, ``cuda:N`` or ``mps``.
        data_root: Where downloaded data sets live; the user's data folder when left out.
        raw: What the project's source reads, where that was done before.

    Raises:
        UserError: The project or the memory is not fit for it.
    """
    settings, problems = read_settings(project)
    require_sound(project, problems)
    if project.data.facts is None:
        dataset = yield from load_dataset(settings, data_root, raw)
        project = replace(project, data=replace(project.data, facts=dataset.facts))
    analysis = analyse(project)
    require_sound(project, analysis.problems)
    chosen = choose_device(device)
    with _put_back():
        try:
            tuned = yield from _measure(project, analysis, chosen)
        except (RuntimeError, MemoryError) as error:
            if not is_out_of_memory(error):
                raise
            text = out_of_memory(_batch_size(analysis.settings))
            raise UserError(text.template, **text.values) from error
    best, usual = tuned.best, tuned.usual
    found = Remembered(
        project.name,
        str(tuned.device),
        tuned.batch_size,
        best.execution,
        best.samples_per_second,
        usual.samples_per_second,
    )
    remember(tuning_key(project, analysis, chosen), found)
    return tuned


def _measure(project: Project, analysis: Analysis, device: torch.device) -> Job[Tuned]:
    """First threads and memory format together, then the other choices with the best of these."""

    def opened(executions: Sequence[Execution]) -> Job[list[_Runner]]:
        runners = []
        for number, execution in enumerate(executions):
            yield Preparing("tune", number, len(executions))
            runners.append(_Runner(project, analysis, device, execution))
        return runners

    usual, *others = yield from opened(_layouts(project, analysis, device))
    yield from _race([usual, *others])
    winner = min([usual, *others], key=_seconds)
    rest = yield from opened(_other_choices(winner.execution, device))
    yield from _race([usual, *({winner} - {usual}), *rest])
    best = min([winner, *rest], key=_seconds)
    if best.seconds * _WORTH_IT > usual.seconds:
        best = usual
    chosen = replace(best.execution, measured=date.today().isoformat())
    tried = sorted([usual, *others, *rest], key=_seconds)
    return Tuned(
        describe(device),
        _batch_size(analysis.settings),
        Measured(chosen, best.measured.samples_per_second),
        usual.measured,
        tuple(each.measured for each in tried),
    )


def _layouts(project: Project, analysis: Analysis, device: torch.device) -> list[Execution]:
    """The usual choice, and the same with other threads and memory formats."""
    usual, most = usual_execution(project, analysis, device), torch.get_num_threads()
    threads, layouts = [usual.threads], [usual.channels_last]
    if device.type == "cpu":
        threads += [count for count in (1, 2, 4, 8, 16, 32, most) if count <= most]
    if can_be_channels_last(project, device):
        layouts.append(not usual.channels_last)
    return [
        replace(usual, threads=count, channels_last=layout)
        for count in dict.fromkeys(threads)
        for layout in layouts
    ]


def _other_choices(best: Execution, device: torch.device) -> list[Execution]:
    found = [replace(best, fused=not best.fused)]
    if device.type in ("cpu", "cuda"):
        found.append(replace(best, replayed=not best.replayed))
    return found


def _race(runners: Sequence[_Runner]) -> Job[None]:
    """Let them run in turns; who is hopelessly slow drops out."""
    start, turns, running = time.perf_counter(), 0, list(runners)
    while turns < _LEAST_TURNS or time.perf_counter() - start < _SECONDS / 2:
        for runner in running:
            runner.take_turn()
            yield Preparing("tune", len(runners), len(runners))
        turns += 1
        if turns >= _LEAST_TURNS:
            best = min(map(_seconds, running))
            running = [each for each in running if each.seconds < _HOPELESS * best]


def _seconds(runner: _Runner) -> float:
    return runner.seconds


class _Runner:
    """One candidate: a network that learns made-up samples in its way.

    Attributes:
        execution: Its way.
        seconds: How long a step takes at best.
    """

    def __init__(
        self, project: Project, analysis: Analysis, device: torch.device, execution: Execution
    ) -> None:
        begun = start(project, analysis, is_resumed=True)  # any weights will do
        self.execution = execution
        self._device = device
        self._learner = Learner(
            begun.module, analysis.settings, device, execution, known=begun.learnings
        )
        self._inputs, self._targets = _made_up(
            project, analysis, self._learner, execution.channels_last
        )
        self._steps = 1
        self.seconds = float("inf")
        self._learn(_WARM_UP)

    @property
    def measured(self) -> Measured:
        """What is known so far."""
        return Measured(self.execution, len(self._inputs) / self.seconds)

    def take_turn(self) -> None:
        """Learn for a moment."""
        seconds = self._learn(self._steps)
        self.seconds = min(self.seconds, seconds)
        self._steps = max(1, int(_TURN / seconds))

    def _learn(self, steps: int) -> float:
        """Learn some steps; gives the seconds that one of them took."""
        torch.set_num_threads(self.execution.threads)
        self._wait()
        start = time.perf_counter()
        for _ in range(steps):
            self._learner.learn(self._inputs, self._targets)
        self._wait()
        return (time.perf_counter() - start) / steps

    def _wait(self) -> None:
        if self._device.type == "cuda":
            torch.cuda.synchronize(self._device)


def _made_up(
    project: Project, analysis: Analysis, learner: Learner, channels_last: bool
) -> tuple[Tensor, Tensor]:
    """A batch such as the project's, of chance."""
    facts, settings = project.data.facts, analysis.settings
    assert facts is not None
    assert settings.task is not None
    size, sample, device = _batch_size(settings), facts.sample, learner.device
    inputs = _samples(size, sample).to(device)
    if inputs.dim() == 4 and sample.dtype == "float32":
        layout = torch.channels_last if channels_last else torch.contiguous_format
        inputs = inputs.contiguous(memory_format=layout)
    match settings.task.aim:
        case Aim.CLASS:
            return inputs, torch.randint(len(facts.classes), (size,), device=device)
        case Aim.ITSELF:
            return inputs, inputs
    with torch.no_grad():
        outputs = learner.module(inputs)
    return inputs, torch.rand(outputs.shape, device=device)


def _samples(size: int, sample: TensorSpec) -> Tensor:
    if sample.dtype == "int64":
        return torch.randint(1, max(2, sample.vocabulary or 2), (size, *sample.sizes))
    return torch.randn(size, *sample.sizes)


def _batch_size(settings: Settings) -> int:
    assert settings.training is not None
    return settings.training.batch_size


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
