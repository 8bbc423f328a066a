"""What each event of a run's history becomes for TensorBoard."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from tensorboard.compat.proto.event_pb2 import Event as Record
from tensorboard.compat.proto.summary_pb2 import Summary
from tensorboard.plugins.hparams.api_pb2 import Status
from tensorboard.plugins.hparams.plugin_data_pb2 import HParamsPluginData
from torch.utils.tensorboard.summary import hparams, scalar, text

from netstudio.core.files import read_project
from netstudio.core.project import Project
from netstudio.core.translate import UserError
from netstudio.core.values import Fields, Value
from netstudio.tasks.optimizers import OPTIMIZERS
from netstudio.tasks.training.options import TrainingOptions

Json = Mapping[str, Any]
Setting = float | str | bool


def beginning(wall_time: float) -> bytes:
    """The record that a file begins with."""
    written: bytes = Record(wall_time=wall_time, file_version="brain.Event:2").SerializeToString()
    return written


def record_of(event: Json, project: Path, wall_time: float) -> bytes:
    """One record for one event.

    Args:
        event: The event, as JSON.
        project: The run's project file.
        wall_time: When it was, in seconds since 1970.
    """
    step, summaries = _measured(event, project)
    summary = Summary()
    for each in summaries:
        summary.MergeFrom(each)
    record = Record(wall_time=wall_time, step=step, summary=summary)
    written: bytes = record.SerializeToString()
    return written


def _measured(event: Json, project: Path) -> tuple[int, Iterable[Summary]]:
    """At which step, and what."""
    match event.get("event"):
        case "started":
            return 0, _beginning_of_run(event, project)
        case "progress":
            return _step(event), _progress(event)
        case "epoch":
            return event["epoch"], _epoch(event)
        case "fold":
            return event["fold"], _scalars("fold/{}", event["test"])
        case "finished":
            return 0, [*_scalars("final/{}", event.get("test")), _end("STATUS_SUCCESS")]
        case "failed":
            return 0, [_end("STATUS_FAILURE")]
    return 0, ()


def _beginning_of_run(event: Json, path: Path) -> Iterable[Summary]:
    """The settings of the run, and its project as it can be read."""
    try:
        project = read_project(path)
    except UserError:
        return
    settings = {**settings_of(project), "parameters": float(event.get("parameters", 0))}
    _, begun, _ = hparams(settings, {})
    yield begun
    indented = "".join(f"    {line}\n" for line in path.read_text("utf-8").splitlines())
    yield text("project", indented)


def _end(status: str) -> Summary:
    """How the run has ended."""
    summary: Summary = hparams({}, {})[2]
    plugin_data = summary.value[0].metadata.plugin_data
    content = HParamsPluginData.FromString(plugin_data.content)
    content.session_end_info.status = Status.Value(status)
    plugin_data.content = content.SerializeToString()
    return summary


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


def _progress(event: Json) -> Iterable[Summary]:
    if losses := event["losses"]:
        yield scalar("batch/loss", sum(losses) / len(losses))
    yield scalar("batch/learning_rate", event["learning_rate"])
    yield scalar("batch/samples_per_second", event["samples_per_second"])
    if (norm := event.get("gradient_norm")) is not None:
        yield scalar("batch/gradient_norm", norm)


def _epoch(event: Json) -> Iterable[Summary]:
    yield from _scalars("{}/train", event["train"])
    yield from _scalars("{}/validation", event.get("val"))
    for name in ("learning_rate", "samples_per_second", "gradient_norm"):
        if (value := event.get(name)) is not None:
            yield scalar(name, value)


def _scalars(tag: str, figures: Json | None) -> list[Summary]:
    """The figures of a part, if there are any, each with its name in the tag."""
    return [
        scalar(tag.format(name), value)
        for name, value in (figures or {}).items()
        if name != "samples"
    ]
