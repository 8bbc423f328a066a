"""Training speed: this engine, a bare tuned PyTorch loop, the tutorial loop and other frameworks.

    python -m tests.benchmarks.throughput [--rounds 9] [--memory] [CASE…]

In each round every contender trains one epoch, in changing order, so that whatever else the machine
does meets all of them. The first round warms up. The ratio to a contender is the median, over the
rounds, of the engine's rate to that contender's in the same round; processor time is given beside
the clock's, because it says more on a machine that is shared. Nothing but training is measured: no
validation, no checkpoints, no reading of data.

Other frameworks take part where they are installed (see ``frameworks.py``). CIFAR-10 is looked for
in ``$NETSTUDIO_TEST_DATA``, by default ``../shared/data``.
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache, partial
from pathlib import Path

import torch

from netstudio.core.project import Project
from netstudio.core.values import Fields
from netstudio.engine.data.dataset import Dataset
from netstudio.engine.data.job import finish
from netstudio.engine.data.load import load_dataset
from netstudio.engine.network.analyse import analyse
from netstudio.engine.training.control import RunControl
from netstudio.engine.training.epoch import Epoch
from netstudio.engine.training.execution import Execution, in_words
from netstudio.engine.training.opening import open_session, with_facts
from netstudio.engine.training.session import Session
from netstudio.tasks.settings import read_settings
from netstudio.tasks.templates import project_from_template
from tests.benchmarks.bare import BareLoop, Task, TutorialLoop, Variant
from tests.benchmarks.frameworks import FRAMEWORKS
from tests.data import in_memory

USUAL_THREADS = torch.get_num_threads()
TEST_DATA = Path(os.environ.get("NETSTUDIO_TEST_DATA", "../shared/data"))
OURS = "netstudio"


@dataclass(frozen=True)
class Case:
    """One comparison.

    Attributes:
        template: The project.
        batch_size: Samples for each update.
        samples: How many samples an epoch has: about a second's work.
    """

    template: str
    batch_size: int
    samples: int

    def __str__(self) -> str:
        return f"{self.template}-{self.batch_size}"


CASES = {
    str(case): case
    for case in (
        Case("mnist-mlp", 32, 16_000),
        Case("mnist-mlp", 512, 51_200),
        Case("cifar-cnn", 32, 1_600),
        Case("cifar-cnn", 512, 2_048),
        Case("resnet-20", 32, 320),
        Case("resnet-20", 512, 1_024),
    )
}


def project_called(template: str, batch_size: int, samples: int = 0) -> Project:
    """A template, with its data where the tests have them."""
    project = project_from_template(template, template)
    options = project.training.options.replace(batch_size=batch_size)
    project = replace(project, training=replace(project.training, options=options))
    data = replace(project.data, options=project.data.options.replace(use_samples=samples))
    if data.source.type in ("image_folder", "cifar10"):
        folder = str(TEST_DATA / "cifar10-png-5k")
        fields = Fields(folder=folder, image_size=32)
        data = replace(data, source=replace(data.source, type="image_folder", fields=fields))
    return replace(project, data=data)


@dataclass(frozen=True)
class Prepared:
    """A project whose data are read."""

    project: Project
    dataset: Dataset

    def session(self) -> Session:
        """The engine's session."""
        # Its rule starts from the number that torch had before any contender changed it.
        torch.set_num_threads(USUAL_THREADS)
        return open_session(self.project, self.dataset, torch.device("cpu"), None)

    def task(self) -> Task:
        """The same network and training samples for the others."""
        analysis = analyse(self.project)
        assert analysis.call is not None
        assert analysis.settings.training is not None
        ready = self.dataset.preprocessing.on(torch.device("cpu"))
        inputs = ready(in_memory(self.dataset.train.inputs).contiguous())
        batch_size = analysis.settings.training.batch_size
        return Task(analysis.call, inputs, self.dataset.train.targets, batch_size)


def prepare(project: Project) -> Prepared:
    """Read the project's data."""
    dataset = finish(load_dataset(read_settings(project)[0]))
    return Prepared(with_facts(project, dataset), dataset)


class Engine:
    """This engine, as the command line runs it."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.execution = session.execution

    def __call__(self) -> None:
        """Train one epoch."""
        torch.set_num_threads(self.execution.threads)
        for _ in Epoch(self._session).run(RunControl()):
            pass
        self._session.position.epoch += 1


@dataclass(frozen=True)
class Rates:
    """Samples a second, by the clock and by processor time."""

    clock: float
    processor: float


def contenders(prepared: Prepared, convolves: bool) -> dict[str, Callable[[], Callable[[], None]]]:
    """How all that may take part are opened."""
    task = cache(prepared.task)
    layouts = (False, True) if convolves else (False,)
    variants = [Variant(threads, layout) for layout in layouts for threads in (1, 2)]
    variants.append(Variant(1, layouts[-1], fused=False))
    opened: dict[str, Callable[[], Callable[[], None]]] = {
        OURS: lambda: Engine(prepared.session()),
        **{str(variant): partial(_bare, task, variant) for variant in variants},
        "tutorial loop": lambda: TutorialLoop(task(), USUAL_THREADS),
    }
    return opened | {name: partial(_framework, task, name) for name in FRAMEWORKS}


def _bare(task: Callable[[], Task], variant: Variant) -> Callable[[], None]:
    return BareLoop(task(), variant)


def _framework(task: Callable[[], Task], name: str) -> Callable[[], None]:
    return FRAMEWORKS[name](task())


def prepare_case(case: Case) -> Prepared:
    """A case's project with its data."""
    return prepare(project_called(case.template, case.batch_size, case.samples))


def compare(case: Case, rounds: int) -> None:
    """Print the rates and the ratios of one case."""
    prepared = prepare_case(case)
    runs: dict[str, Callable[[], None]] = {}
    for name, opened in contenders(prepared, "mlp" not in case.template).items():
        try:
            runs[name] = opened()
        except ImportError:
            print(f"{name} is not installed and left out.", file=sys.stderr)
        except KeyError as error:
            print(f"{name} has no counterpart of {error} here and is left out.", file=sys.stderr)
    samples = len(prepared.dataset.train)
    rates: dict[str, list[Rates]] = {name: [] for name in runs}
    chance = random.Random(0)
    for number in range(rounds + 1):
        for name in chance.sample(list(runs), len(runs)):
            torch.set_num_threads(USUAL_THREADS)
            clock, processor = time.perf_counter(), time.process_time()
            runs[name]()
            clock, processor = time.perf_counter() - clock, time.process_time() - processor
            if number:  # the first round warms up
                rates[name].append(Rates(samples / clock, samples / processor))
    engine = runs[OURS]
    assert isinstance(engine, Engine)
    report(case, rates, engine.execution)


def report(case: Case, rates: dict[str, list[Rates]], execution: Execution) -> None:
    """Print medians, spread and the engine's ratio to each."""
    ours = rates[OURS]
    print(f"{case}: {len(ours)} rounds; netstudio uses {in_words(execution)}")
    print(f"  {'':42}{'images/s':>10}  {'(spread)':19}{'ours/its':>9}{'by processor time':>19}")
    for name, found in rates.items():
        speeds = [each.clock for each in found]
        spread = f"({min(speeds):,.0f}–{max(speeds):,.0f})"
        pairs = list(zip(ours, found, strict=True))
        by_clock = statistics.median(mine.clock / its.clock for mine, its in pairs)
        by_processor = statistics.median(mine.processor / its.processor for mine, its in pairs)
        speed = statistics.median(speeds)
        print(f"  {name:42}{speed:10,.0f}  {spread:19}{by_clock:9.2f}{by_processor:19.2f}")
    print(flush=True)


def report_memory(case: Case) -> None:
    """Print the peak memory of each contender, each in a process of its own."""
    print(f"{case}: peak memory of a process that trains one epoch")
    for name in contenders(prepare_case(case), "mlp" not in case.template):
        command = [sys.executable, "-m", __spec__.name, str(case), "--only", name]
        child = subprocess.run(command, capture_output=True, text=True)
        print(f"  {name:42}{child.stdout.strip() or 'takes no part':>14}", flush=True)


def print_peak(case: Case, name: str) -> None:
    """Train one epoch and print this process's peak memory."""
    contenders(prepare_case(case), "mlp" not in case.template)[name]()()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(f"{peak / 1024:,.0f} MiB")


def main() -> None:
    """Parse the arguments and compare."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("cases", nargs="*", choices=[*CASES, []], metavar="CASE", default=[])
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--memory", action="store_true", help="measure peak memory instead")
    parser.add_argument("--only", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    for name in arguments.cases or CASES:
        if arguments.only:
            print_peak(CASES[name], arguments.only)
        elif arguments.memory:
            report_memory(CASES[name])
        else:
            compare(CASES[name], arguments.rounds)


if __name__ == "__main__":
    main()
