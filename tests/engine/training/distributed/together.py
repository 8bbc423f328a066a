"""Train by several processes without ``torchrun``: forked, so that only one pays for torch.

Run as a program with the name of a scenario and a folder; what it leaves there is looked at by the
tests.
"""

from __future__ import annotations

import os
import socket
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import torch

from netstudio.core.project import Project
from netstudio.engine.events import Event, Finished, Progress, Stopped
from netstudio.engine.ranks import joined
from netstudio.engine.training.control import RunControl
from netstudio.engine.training.keeping.run_folder import RunFolder
from netstudio.engine.training.trainer import Trainer
from tests.engine.training.runs import digits_project, run
from tests.projects import network, node

OPTIONS: dict[str, dict[str, Any]] = {
    "plain": {},
    "options": {"accumulate": 3, "clip_norm": 0.5, "averaging": "ema", "l2": 0.001},
    "ragged": {"batch_size": 727},  # leaves one sample for the last batch, and none for a rank
}


def plain_project(epochs: int = 2, **training: Any) -> Project:
    """A network in which nothing depends on chance or on other samples of the batch."""
    layers = (node("Flatten"), node("Linear", out_features=24), node("ReLU"))
    return digits_project(epochs, **training).with_network(
        network(*layers, node("Linear", out_features="auto"))
    )


def compare(folder: Path) -> None:
    """Train with each set of options by one process and by two."""
    for name, options in OPTIONS.items():
        project = plain_project(**options)
        run(project, folder / name / "one")
        for_ranks(2, partial(_train, project, folder / name / "two"))


def chance(folder: Path) -> None:
    """Train a network with dropout and batch normalisation by three processes."""
    project = digits_project(epochs=2)
    run(project, folder / "warm-up")
    for_ranks(3, partial(_train, project, folder / "three"))


def stop(folder: Path) -> None:
    """Stop when one of two processes hears of it, and go on."""
    project = plain_project(epochs=3)
    run(project, folder / "one")
    for_ranks(2, lambda: _train(project, folder / "two", stops=os.environ["RANK"] == "1"))
    (begun,) = (folder / "two").iterdir()
    for_ranks(2, partial(_train, project, folder / "two", resume=begun))


def for_ranks(count: int, work: Callable[[], object]) -> None:
    """Let so many processes work together; fails where one of them does."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    children = []
    for rank in range(count):
        pid = os.fork()
        if pid == 0:
            os.environ.update(
                RANK=str(rank),
                LOCAL_RANK=str(rank),
                WORLD_SIZE=str(count),
                MASTER_ADDR="127.0.0.1",
                MASTER_PORT=str(port),
            )
            with _exiting():
                work()
        children.append(pid)
    assert [os.waitpid(pid, 0)[1] for pid in children] == [0] * count


@contextmanager
def _exiting() -> Iterator[None]:
    """End the process after this, and tell by its status whether all was well."""
    status = 1
    try:
        yield
        status = 0
    except BaseException as error:
        print(f"{type(error).__name__}: {error}", file=sys.stderr)
    finally:
        os._exit(status)


def _train(project: Project, out: Path, *, stops: bool = False, resume: Path | None = None) -> None:
    control = RunControl()
    with joined(torch.device("cpu")) as ranks:
        folder = RunFolder(resume) if resume else None
        trainer = Trainer(project, "cpu", out=out, resume=folder, ranks=ranks)
        last: Event | None = None
        for last in trainer.run(control):
            if stops and isinstance(last, Progress):
                control.stop()
        wanted = Stopped if ranks.any(stops) else Finished
        assert isinstance(last, wanted), last


SCENARIOS = {"compare": compare, "chance": chance, "stop": stop}


if __name__ == "__main__":
    for scenario in sys.argv[2:]:
        SCENARIOS[scenario](Path(sys.argv[1]) / scenario)
