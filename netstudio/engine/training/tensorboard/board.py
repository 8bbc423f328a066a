"""What a run writes for TensorBoard: one record for each event of its history."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from netstudio.core.files import read_project
from netstudio.core.project import Project
from netstudio.core.translate import UserError
from netstudio.core.values import Fields, Value
from netstudio.engine.training.tensorboard import messages
from netstudio.engine.training.tensorboard.messages import Setting
from netstudio.engine.training.tensorboard.records import ends_of_records, framed
from netstudio.tasks.optimizers import OPTIMIZERS
from netstudio.tasks.training.options import TrainingOptions

# Of a file's name, TensorBoard wants no more than that it holds "tfevents".
_NAME = "events.out.tfevents.netstudio"

Json = Mapping[str, Any]


class Board:
    """The file in a run's folder that TensorBoard reads.

    Its records belong to the lines of the history, one to each in their order, so that a run which
    is resumed forgets what its history forgets. Nothing that goes wrong here ends a run: the file
    is a convenience, and can be made anew from the history.

    Args:
        folder: The run's folder.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._path = folder / _NAME
        self._is_broken = False

    def write(self, event: Json) -> None:
        """Add an event of the history, as JSON."""
        self._try(lambda: self._append([event]))

    def begin(self, history: Callable[[], Iterable[Json]], count: int) -> None:
        """Make the file hold what the history holds.

        Args:
            history: Reads the events; called only where the file does not hold them all.
            count: How many there are.
        """
        self._try(lambda: self._begin(history, count))

    def _begin(self, history: Callable[[], Iterable[Json]], count: int) -> None:
        ends = list(ends_of_records(self._path)) if self._path.exists() else []
        if len(ends) > count:  # the first record is none of the history's
            with self._path.open("rb+") as file:
                file.truncate(ends[count])
        else:
            self._path.unlink(missing_ok=True)
            self._append(history())

    def _append(self, events: Iterable[Json]) -> None:
        now = time.time()
        with self._path.open("ab", buffering=0) as file:
            begun = [] if file.tell() else [framed(messages.beginning(now))]
            file.write(b"".join([*begun, *(framed(self._record(event, now)) for event in events)]))

    def _record(self, event: Json, now: float) -> bytes:
        match event.get("event"):
            case "started":
                return messages.event(now, 0, *self._start(event, now))
            case "progress":
                return messages.event(now, _step(event), *_progress(event))
            case "epoch":
                return messages.event(now, event["epoch"], *_epoch(event))
            case "fold":
                return messages.event(now, event["fold"], *_scalars("fold/{}", event["test"]))
            case "finished":
                values = _scalars("final/{}", event.get("test"))
                return messages.event(now, 0, *values, messages.settings_end(True, now))
            case "failed":
                return messages.event(now, 0, messages.settings_end(False, now))
        return messages.event(now, 0)

    def _start(self, event: Json, now: float) -> Iterable[bytes]:
        """The settings of the run, and its project as it can be read."""
        path = self._folder / "project.netstudio"
        try:
            project = read_project(path)
        except UserError:
            return
        settings = {**settings_of(project), "parameters": float(event.get("parameters", 0))}
        yield messages.settings_begin(settings, now)
        indented = "".join(f"    {line}\n" for line in path.read_text("utf-8").splitlines())
        yield messages.note("project", indented)

    def _try(self, act: Callable[[], None]) -> None:
        if not self._is_broken:
            try:
                act()
            except Exception:  # noqa: BLE001 (a convenience must not end a run)
                self._is_broken = True


def settings_of(project: Project) -> dict[str, Setting]:
    """The settings of a project that runs are compared by; those left out have their default."""
    training = project.training
    optimizer = OPTIMIZERS.get(training.optimizer.type)
    defaults = optimizer.defaults() if optimizer is not None else Fields()
    found: dict[str, Value] = {
        "data": project.data.source.type,
        "loss": training.loss.type,
        "optimizer": training.optimizer.type,
        "schedule": training.schedule.type,
        **Fields(defaults, **training.optimizer.fields),
        **Fields(TrainingOptions.defaults(), **training.options),
    }
    return {name: _setting(value) for name, value in found.items()}


def _setting(value: Value) -> Setting:
    match value:
        case bool() | str():
            return value
        case int() | float():
            return float(value)
    return json.dumps(None if value is None else str(value))


def _step(progress: Json) -> int:
    """How many batches were learned in the whole run."""
    return int((progress["epoch"] - 1) * progress["batches"] + progress["batch"])


def _progress(event: Json) -> Iterable[bytes]:
    if losses := event["losses"]:
        yield messages.scalar("batch/loss", sum(losses) / len(losses))
    yield messages.scalar("batch/learning_rate", event["learning_rate"])
    yield messages.scalar("batch/samples_per_second", event["samples_per_second"])
    if (norm := event.get("gradient_norm")) is not None:
        yield messages.scalar("batch/gradient_norm", norm)


def _epoch(event: Json) -> Iterable[bytes]:
    yield from _scalars("{}/train", event["train"])
    yield from _scalars("{}/validation", event.get("val"))
    for name in ("learning_rate", "samples_per_second", "gradient_norm"):
        if (value := event.get(name)) is not None:
            yield messages.scalar(name, value)


def _scalars(tag: str, figures: Json | None) -> list[bytes]:
    """The figures of a part, if there are any, each with its name in the tag."""
    return [
        messages.scalar(tag.format(name), value)
        for name, value in (figures or {}).items()
        if name != "samples"
    ]
