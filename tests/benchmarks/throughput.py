"""The engine's training speed against the best bare PyTorch loop, interleaved in one run.

    python -m tests.benchmarks.throughput [--pairs 9] [mnist-mlp] [cifar-cnn]

Each round trains one epoch with the engine and one with every variant of the bare loop, in changing
order. The best variant is the one with the highest median; the ratio is the median over the rounds
of the engine's rate to that variant's in the same round.
"""

from __future__ import annotations

import argparse
import os
import random
import statistics
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import torch

from netstudio.core.project import Project
from netstudio.core.values import Fields
from netstudio.engine.data.job import finish
from netstudio.engine.data.load import load_dataset
from netstudio.engine.training.control import RunControl
from netstudio.engine.training.epoch import Epoch
from netstudio.engine.training.session import Session, open_session, with_facts
from netstudio.tasks.settings import read_settings
from netstudio.tasks.templates import project_from_template
from tests.benchmarks.bare import BareLoop, Variant
from tests.data import in_memory

USUAL_THREADS = torch.get_num_threads()
TEST_DATA = Path(os.environ.get("NETSTUDIO_TEST_DATA", "../shared/data"))


def project_called(name: str, batch_size: int) -> Project:
    """A template, with its data where the tests have them."""
    project = project_from_template(name, name)
    options = project.training.options.replace(batch_size=batch_size)
    project = replace(project, training=replace(project.training, options=options))
    if project.data.source.type != "image_folder":
        return project
    folder = str(TEST_DATA / "cifar10-png-5k")
    source = replace(project.data.source, fields=Fields(project.data.source.fields, folder=folder))
    return replace(project, data=replace(project.data, source=source))


def open_project(project: Project) -> tuple[Session, torch.Tensor, torch.Tensor]:
    """The engine's session, and the same training samples for the bare loop."""
    settings, _ = read_settings(project)
    dataset = finish(load_dataset(settings))
    session = open_session(with_facts(project, dataset), dataset, torch.device("cpu"), None)
    ready = dataset.preprocessing.on(torch.device("cpu"), session.execution.channels_last)
    return session, ready(in_memory(dataset.train.inputs)), dataset.train.targets


def engine_epoch(session: Session) -> float:
    """Train one epoch with the engine; returns samples per second."""
    torch.set_num_threads(session.execution.threads)
    epoch = Epoch(session)
    for _ in epoch.run(RunControl()):
        pass
    session.position.epoch += 1
    return epoch.samples_per_second


def compare(name: str, batch_size: int, pairs: int) -> None:
    """Print the rates and the ratio for one project."""
    # The engine's rule starts from the number that torch had before any variant changed it.
    torch.set_num_threads(USUAL_THREADS)
    session, inputs, targets = open_project(project_called(name, batch_size))
    network = session.analysis.call
    assert network is not None
    layouts = (False, True) if "cnn" in name else (False,)
    variants = [Variant(threads, layout) for layout in layouts for threads in (1, 2)]
    bare = [BareLoop(network, inputs, targets, batch_size, variant) for variant in variants]
    runs: dict[str, Callable[[], float]] = {str(loop.variant): loop.epoch for loop in bare}
    runs["netstudio"] = lambda: engine_epoch(session)
    rates: dict[str, list[float]] = {label: [] for label in runs}
    chance = random.Random(0)
    for at in range(pairs + 1):
        for label in chance.sample(list(runs), len(runs)):
            rate = runs[label]()
            if at:  # the first round warms up
                rates[label].append(rate)
    report(name, batch_size, rates)


def report(name: str, batch_size: int, rates: dict[str, list[float]]) -> None:
    """Print medians, spread and the ratio."""
    ours = rates["netstudio"]
    medians = {label: statistics.median(found) for label, found in rates.items()}
    best = max((label for label in rates if label != "netstudio"), key=lambda label: medians[label])
    ratios = [mine / other for mine, other in zip(ours, rates[best], strict=True)]
    print(f"{name}, batch {batch_size}, {len(ours)} rounds")
    for label, found in rates.items():
        low, high = min(found), max(found)
        print(f"  {label:26} {medians[label]:>10,.0f} samples/s  ({low:,.0f} to {high:,.0f})")
    print(
        f"  netstudio / best bare ({best}): {statistics.median(ratios):.3f} "
        f"({min(ratios):.3f} to {max(ratios):.3f})\n",
        flush=True,
    )


def main() -> None:
    """Parse the arguments and compare."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", default=["mnist-mlp", "cifar-cnn"])
    parser.add_argument("--pairs", type=int, default=9)
    parser.add_argument("--batch-size", type=int, default=32)
    arguments = parser.parse_args()
    for name in arguments.names:
        compare(name, arguments.batch_size, arguments.pairs)


if __name__ == "__main__":
    main()
