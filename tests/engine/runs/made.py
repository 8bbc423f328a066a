"""Run folders as training leaves them, made up or real."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from netstudio.core.files import write_project
from netstudio.core.project import Project
from netstudio.engine.events import EpochEnded, Event, Figures, Finished, Started
from netstudio.engine.runs.reading import Known, Seen, read_runs
from netstudio.engine.runs.record import RunRecord
from tests.projects import node, project

PROJECT = replace(project(node("Linear"), epochs=2), name="digits")


def started(epochs: int = 2, run: str = "r") -> Started:
    execution = {"threads": 1}
    return Started(run, "cpu (one core)", 1, epochs, 32, 650, 80, 10, 10, execution)


def ended(epoch: int, accuracy: float = 0.9, is_best: bool = True, epochs: int = 2) -> EpochEnded:
    train = Figures(0.2, {"accuracy": accuracy + 0.05}, 80)
    val = Figures(0.3, {"accuracy": accuracy}, 10)
    return EpochEnded(epoch, epochs, train, val, 0.001, 800.0, 1.5, is_best)


def finished(accuracy: float = 0.8, best_epoch: int = 2) -> Finished:
    return Finished("m", "r", best_epoch, Figures(0.4, {"accuracy": accuracy}, 10), 3.0)


def write_run(
    path: Path,
    *events: Event,
    project: Project = PROJECT,
    files: Iterable[str] = ("best.safetensors", "last.ckpt"),
    time: int | None = None,
) -> Path:
    """A run's folder with this history."""
    path.mkdir(parents=True)
    write_project(project, path / "project.netstudio")
    history = path / "history.jsonl"
    history.write_text("".join(json.dumps(event.as_json()) + "\n" for event in events))
    for name in files:
        (path / name).write_bytes(b"12345")
    if time is not None:
        for written in (history, path / "project.netstudio"):
            os.utime(written, (time, time))
    return path


def append(run: Path, *events: Event) -> None:
    """Let the history of a run go on."""
    with (run / "history.jsonl").open("a") as file:
        file.writelines(json.dumps(event.as_json()) + "\n" for event in events)


def look(folder: Path, known: Known | None = None) -> dict[Path, Seen]:
    """All runs in a folder."""
    job = read_runs(folder, known or {})
    while True:
        try:
            next(job)
        except StopIteration as end:
            found: dict[Path, Seen] = end.value
            return found


def records(folder: Path) -> list[RunRecord]:
    """The records of all runs in a folder, the newest first."""
    return [seen.record for seen in look(folder).values()]
