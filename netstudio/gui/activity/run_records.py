"""What the runs folder tells of earlier runs; read in the background."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from statistics import fmean
from typing import Any

from netstudio import paths
from netstudio.core.files import read_project
from netstudio.core.translate import QT_TRANSLATE_NOOP, UserError

# The losses of single batches make up nearly all of a history, and tell nothing here.
_SKIPPED = b'{"event": "progress"'
_NO_METRICS = ("loss", "samples")


class RunEnd(StrEnum):
    """How a run has ended, if it has."""

    FINISHED = "finished"
    STOPPED = "stopped"
    FAILED = "failed"
    OPEN = "open"


@dataclass(frozen=True)
class RunRecord:
    """One earlier run.

    Attributes:
        path: Its folder.
        name: Its project's name.
        when: When it was last written to.
        end: How it has ended; open where it goes on, or was torn off.
        epochs: How many epochs have ended; of a cross-validation, folds.
        planned: How many there were to be.
        metric: The metric that its figures are of; "" where there is none.
        validation: That metric on the validation part in the best epoch.
        test: That metric on the test part.
        model: The trained model's file, where there is one.
        can_resume: Whether there is a checkpoint, and epochs are left.
        has_folds: Whether it is a cross-validation.
    """

    path: Path
    name: str
    when: datetime
    end: RunEnd
    epochs: int
    planned: int
    metric: str
    validation: float | None
    test: float | None
    model: Path | None
    can_resume: bool
    has_folds: bool = False


# What is known of a history file that has not changed since: (time, size) and the record.
Known = Mapping[Path, tuple[tuple[int, int], RunRecord]]


def read_runs(folder: Path, known: Known) -> dict[Path, tuple[tuple[int, int], RunRecord]]:
    """All runs in ``folder``, the newest first; those that are no runs are left out."""
    found = {}
    for path in _folders(folder):
        try:
            stat = (path / "history.jsonl").stat()
            stamp = (stat.st_mtime_ns, stat.st_size)
            before = known.get(path)
            record = before[1] if before and before[0] == stamp else _read(path)
        except (OSError, UserError):
            continue
        found[path] = (stamp, record)
    return dict(sorted(found.items(), key=lambda item: item[1][1].when, reverse=True))


def delete_run(path: Path) -> None:
    """Delete a run's folder with all that is in it.

    Raises:
        UserError: It cannot be deleted.
    """
    try:
        shutil.rmtree(path)
    except OSError as error:
        raise UserError(
            QT_TRANSLATE_NOOP(
                "netstudio",
                "The run {path} could not be deleted ({reason}). Close what uses its files, then "
                "try again.",
            ),
            path=path,
            reason=error.strerror or error,
        ) from error


def _folders(folder: Path) -> list[Path]:
    if not paths.is_folder(folder):
        return []
    return [path for path in folder.iterdir() if not path.name.startswith(".") and path.is_dir()]


def _read(path: Path) -> RunRecord:
    project = read_project(path / "project.netstudio")
    folds = project.training.options.get("folds", 0)
    if isinstance(folds, int) and folds > 1:
        return _read_folds(path, project.name, folds)
    history = path / "history.jsonl"
    started: dict[str, Any] = {}
    epochs: list[dict[str, Any]] = []
    last: dict[str, Any] = {}
    for event in _events(history):
        last = event
        if event["event"] == "started":
            started = event
        elif event["event"] == "epoch":
            epochs.append(event)
    best: dict[str, Any] = next((event for event in reversed(epochs) if event.get("is_best")), {})
    validation, test = best.get("val") or {}, last.get("test") or {}
    metric = next((name for name in (validation or test) if name not in _NO_METRICS), "")
    planned = int(started.get("epochs", len(epochs)))
    model = path / "best.safetensors"
    return RunRecord(
        path=path,
        name=project.name,
        when=datetime.fromtimestamp(history.stat().st_mtime),
        end=_end(last),
        epochs=len(epochs),
        planned=planned,
        metric=metric,
        validation=validation.get(metric),
        test=test.get(metric),
        model=model if model.is_file() else None,
        can_resume=len(epochs) < planned and (path / "last.ckpt").is_file(),
    )


def _read_folds(path: Path, name: str, folds: int) -> RunRecord:
    """What a cross-validation tells: its folds stand for epochs, their mean for the test figure."""
    history = path / "history.jsonl"
    ended: dict[int, dict[str, Any]] = {}
    last: dict[str, Any] = {}
    for event in _events(history):
        last = event
        if event["event"] == "fold":
            ended[int(event["fold"])] = event["test"]
    figures = list(ended.values())
    metric = next((key for key in (figures[0] if figures else ()) if key not in _NO_METRICS), "")
    model = path / "best.safetensors"
    return RunRecord(
        path=path,
        name=name,
        when=datetime.fromtimestamp(history.stat().st_mtime),
        end=_end(last),
        epochs=len(ended),
        planned=folds,
        metric=metric,
        validation=None,
        test=fmean(test[metric] for test in figures) if metric else None,
        model=model if model.is_file() else None,
        can_resume=len(ended) < folds,
        has_folds=True,
    )


def _events(history: Path) -> Iterator[dict[str, Any]]:
    """The events but those of single batches; torn lines are left out."""
    with history.open("rb") as file:
        for line in file:
            if line.startswith(_SKIPPED):
                continue
            try:
                event = json.loads(line)
            except ValueError:
                continue
            if isinstance(event, dict) and "event" in event:
                yield event


def _end(last: Mapping[str, Any]) -> RunEnd:
    name = str(last.get("event"))
    return RunEnd(name) if name in (RunEnd.FINISHED, RunEnd.STOPPED, RunEnd.FAILED) else RunEnd.OPEN
