"""Training speed on a GPU against a bare loop with the same options, and how busy the GPU is.

    python -m tests.benchmarks.gpu [--rounds 9] [--samples 50000] [--device cuda] [CASE…]

Two networks learn made-up pictures of CIFAR's size, so that nothing has to be downloaded:

- resnet-20: the template, batch 512, 32 bits, channels last, Adam;
- speedrun: a network as in the CIFAR-10 speed contests, batch 512, bfloat16, channels last, flips
  and shifted crops on the device, SGD with Nesterov's momentum under a one-cycle schedule with
  label smoothing.

The bare loop holds all pictures on the device and does the same in plain PyTorch. In each round
both train one epoch, in changing order. Needs neither Qt nor torchvision. With ``--device cpu`` and
few samples it only shows that the benchmark works.
"""

from __future__ import annotations

import argparse
import random
import statistics
import time
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional
from torch.profiler import ProfilerActivity, profile

from netstudio.core.project import DataChoice, Project, Selected, TrainingChoice
from netstudio.core.tree import Node, Stack
from netstudio.core.values import Fields
from netstudio.engine.data.images.inputs import Pictures
from netstudio.engine.data.job import finish
from netstudio.engine.data.load import load_dataset
from netstudio.engine.data.records import RawData, Records
from netstudio.engine.resolve import build
from netstudio.engine.training.control import RunControl
from netstudio.engine.training.epoch import Epoch
from netstudio.engine.training.execution import in_words
from netstudio.engine.training.opening import open_session, with_facts
from netstudio.engine.training.session import Session
from netstudio.tasks.settings import read_settings
from netstudio.tasks.templates import project_from_template
from tests.projects import network, node

_BATCH = 512
_MOST_EPOCHS = 100
_CLASSES = tuple("0123456789")


@dataclass(frozen=True)
class Case:
    """What is trained.

    Attributes:
        stack: The network.
        training: Loss, optimizer, schedule and options.
        augmentation: How pictures are varied.
    """

    stack: Stack
    training: TrainingChoice
    augmentation: tuple[Selected, ...] = ()

    @property
    def project(self) -> Project:
        """The case as a project on made-up pictures."""
        data = DataChoice(Selected("cifar10"), augmentation=self.augmentation)
        task = Selected("image_classification")
        return Project("benchmark", task, data, self.training, self.stack)


def _options(**more: object) -> Fields:
    return Fields(epochs=_MOST_EPOCHS, batch_size=_BATCH, **more)


def _speedrun_network() -> Stack:
    def block(filters: int) -> tuple[Node, ...]:
        convolution = node("Conv2d", out_channels=filters, padding=(1, 1), bias=False)
        return convolution, node("BatchNorm2d"), node("ReLU")

    def residual(filters: int) -> Node:
        return node("Residual", *block(filters), *block(filters))

    pool = {"kernel_size": (2, 2)}
    return network(
        *block(64),
        *block(128),
        node("MaxPool2d", **pool),
        residual(128),
        *block(256),
        node("MaxPool2d", **pool),
        *block(512),
        node("MaxPool2d", **pool),
        residual(512),
        node("MaxPool2d", kernel_size=(4, 4)),
        node("Flatten"),
        node("Linear", out_features="auto"),
    )


def cases() -> dict[str, Case]:
    """All cases by name."""
    plain = project_from_template("resnet-20", "resnet-20")
    adam = TrainingChoice(Selected("cross_entropy"), Selected("adam"), _options())
    speedrun = TrainingChoice(
        Selected("cross_entropy", Fields(label_smoothing=0.1)),
        Selected("sgd", Fields(lr=0.4, momentum=0.9, nesterov=True, weight_decay=5e-4)),
        _options(precision="bfloat16"),
        schedule=Selected("one_cycle", Fields(cycle_momentum=False)),
    )
    variations = (Selected("flip"), Selected("crop"))
    return {
        "resnet-20": Case(plain.network, adam),
        "speedrun": Case(_speedrun_network(), speedrun, variations),
    }


def made_up(samples: int) -> RawData:
    """Pictures of chance, with classes of chance."""
    generator = torch.Generator().manual_seed(0)

    def records(count: int) -> Records:
        pixels = torch.randint(0, 256, (count, 3, 32, 32), dtype=torch.uint8, generator=generator)
        return Records(Pictures(pixels), torch.randint(0, 10, (count,), generator=generator))

    few = max(64, samples // 100)
    return RawData(records(samples), records(few), records(few), _CLASSES)


class Engine:
    """This engine."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def __call__(self) -> None:
        """Train one epoch."""
        for _ in Epoch(self._session).run(RunControl()):
            pass
        self._session.position.epoch += 1


class Bare:
    """A script that does the same, as an expert writes it."""

    def __init__(self, name: str, session: Session) -> None:
        torch.manual_seed(0)
        self._device = session.learner.device
        call = session.analysis.call
        assert call is not None
        samples = session.dataset.train
        assert isinstance(samples.inputs, Tensor)
        module: nn.Module = build(call).to(self._device)
        self._module = module.to(memory_format=torch.channels_last)
        ready = session.dataset.preprocessing.on(self._device, channels_last=True)
        pictures = samples.inputs.to(self._device)
        self._pictures = ready(pictures.contiguous(memory_format=torch.channels_last))
        self._targets = samples.targets.to(self._device)
        self._is_speedrun = name == "speedrun"
        weights = self._module.parameters()
        self._schedule: torch.optim.lr_scheduler.LRScheduler | None = None
        if not self._is_speedrun:
            self._optimizer: torch.optim.Optimizer = torch.optim.Adam(weights, 0.001, fused=True)
            return
        self._optimizer = torch.optim.SGD(
            weights, 0.4, momentum=0.9, nesterov=True, weight_decay=5e-4, fused=True
        )
        steps = _MOST_EPOCHS * -(-len(self._targets) // _BATCH)
        self._schedule = torch.optim.lr_scheduler.OneCycleLR(
            self._optimizer, 0.4, steps, cycle_momentum=False
        )

    def __call__(self) -> None:
        """Train one epoch."""
        smoothing = 0.1 if self._is_speedrun else 0.0
        order = torch.randperm(len(self._targets), device=self._device)
        for index in torch.split(order, _BATCH):
            inputs, targets = self._pictures[index], self._targets[index]
            if self._is_speedrun:
                inputs = _varied(inputs)
            with self._autocast():
                outputs = self._module(inputs)
            loss = functional.cross_entropy(outputs.float(), targets, label_smoothing=smoothing)
            torch.autograd.backward(loss)
            self._optimizer.step()
            self._optimizer.zero_grad()
            if self._schedule is not None:
                self._schedule.step()

    def _autocast(self) -> AbstractContextManager[object]:
        if self._is_speedrun:
            return torch.autocast(self._device.type, torch.bfloat16)
        return nullcontext()


def _varied(pictures: Tensor, padding: int = 4) -> Tensor:
    """Flipped by chance, and shifted by up to ``padding`` pixels in each direction."""
    count, _, height, width = pictures.shape
    device = pictures.device
    is_flipped = torch.rand(count, device=device)[:, None, None, None] < 0.5
    pictures = torch.where(is_flipped, pictures.flip(3), pictures)
    padded = functional.pad(pictures, (padding,) * 4)
    top, left = torch.randint(0, 2 * padding + 1, (2, count, 1), device=device)
    rows = (top + torch.arange(height, device=device))[:, None, :, None]
    columns = (left + torch.arange(width, device=device))[:, None, None, :]
    batch = torch.arange(count, device=device)[:, None, None, None]
    channels = torch.arange(pictures.shape[1], device=device)[None, :, None, None]
    shifted = padded[batch, channels, rows, columns]
    return shifted.contiguous(memory_format=torch.channels_last)


def compare(name: str, case: Case, device: torch.device, samples: int, rounds: int) -> None:
    """Print rates, ratio and how busy the device is."""
    settings, problems = read_settings(case.project)
    assert not problems, [str(problem.text) for problem in problems]
    dataset = finish(load_dataset(settings, None, made_up(samples)))
    session = open_session(with_facts(case.project, dataset), dataset, device, None)
    runs: dict[str, Callable[[], None]] = {
        "netstudio": Engine(session),
        "bare": Bare(name, session),
    }
    count = len(dataset.train)
    rates: dict[str, list[float]] = {label: [] for label in runs}
    chance = random.Random(0)
    for number in range(rounds + 1):
        for label in chance.sample(list(runs), len(runs)):
            seconds = _timed(runs[label], device)
            if number:  # the first round warms up
                rates[label].append(count / seconds)
    print(f"{name} on {device}: {rounds} rounds; netstudio uses {in_words(session.execution)}")
    for label, found in rates.items():
        spread = f"({min(found):,.0f}–{max(found):,.0f})"
        busy = _busy(runs[label], device)
        told = "" if busy is None else f"  device busy {busy:.0%}"
        print(f"  {label:10}{statistics.median(found):12,.0f} images/s  {spread:22}{told}")
    ratios = [mine / its for mine, its in zip(*rates.values(), strict=True)]
    print(f"  ours/bare {statistics.median(ratios):.3f} ({min(ratios):.3f}–{max(ratios):.3f})\n")


def _timed(run: Callable[[], None], device: torch.device) -> float:
    _wait(device)
    start = time.perf_counter()
    run()
    _wait(device)
    return time.perf_counter() - start


def _busy(run: Callable[[], None], device: torch.device) -> float | None:
    """Which share of an epoch's time at least one kernel runs; None on the CPU."""
    if device.type != "cuda":
        return None
    with profile(activities=[ProfilerActivity.CUDA]) as profiler:
        seconds = _timed(run, device)
    spans = sorted(
        (event.time_range.start, event.time_range.end)
        for event in profiler.events() or ()
        if event.device_type.name == "CUDA"
    )
    busy, reached = 0.0, 0.0
    for start, end in spans:
        busy += max(0.0, end - max(start, reached))
        reached = max(reached, end)
    return busy / 1e6 / seconds


def _wait(device: torch.device) -> None:
    if device.type == "cuda":
        torch.cuda.synchronize(device)


def main() -> None:
    """Parse the arguments and compare."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("names", nargs="*", metavar="CASE", default=[])
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--samples", type=int, default=50_000)
    parser.add_argument("--device", default="cuda")
    arguments = parser.parse_args()
    device = torch.device(arguments.device)
    if device.type == "cuda" and not torch.cuda.is_available():
        parser.error("there is no CUDA device here; --device cpu only shows that all of it works")
    for name, case in cases().items():
        if not arguments.names or name in arguments.names:
            compare(name, case, device, arguments.samples, arguments.rounds)


if __name__ == "__main__":
    main()
