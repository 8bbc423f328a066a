"""Training runs for tests: small, fast, and using everything that a resume could get wrong."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

import pytest
import torch
from safetensors.torch import load_file
from torch import Tensor

from netstudio.core.project import DataChoice, Project, Selected, TrainingChoice
from netstudio.core.values import Fields
from netstudio.engine.events import Event
from netstudio.engine.training.control import RunControl
from netstudio.engine.training.keeping.run_folder import RunFolder
from netstudio.engine.training.steps.opening import open_step
from netstudio.engine.training.steps.step import Step
from netstudio.engine.training.trainer import Trainer
from tests.projects import network, node


def digits_project(epochs: int = 3, **training: object) -> Project:
    """Dropout draws random numbers, batch norm keeps buffers, Adam keeps moments."""
    return Project(
        name="digits",
        task=Selected("image_classification"),
        data=DataChoice(Selected("digits")),
        training=TrainingChoice(
            Selected("cross_entropy"),
            Selected("adam", Fields(lr=0.003)),
            Fields({"epochs": epochs, "batch_size": 64, **training}),
        ),
        network=network(
            node("Conv2d", out_channels=4),
            node("BatchNorm2d"),
            node("ReLU"),
            node("Flatten"),
            node("Dropout", p=0.2),
            node("Linear", out_features="auto"),
        ),
    )


def one_cycle_project(epochs: int = 3) -> Project:
    """A mean that moves, momentum and rate that cycle, updates over batches, varied samples."""
    project = digits_project(epochs, averaging="ema", accumulate=3, clip_norm=1.0, l2=1e-4)
    training = replace(project.training, schedule=Selected("one_cycle"))
    steps = (Selected("affine"), Selected("mix_up"))
    return replace(project, training=training, data=replace(project.data, augmentation=steps))


def plateau_project(epochs: int = 3) -> Project:
    """A mean over epochs, a rate that falls by what was learned, checkpoints now and then."""
    project = digits_project(
        epochs, averaging="swa", swa_start=0.5, checkpoint_every=3, monitor="accuracy"
    )
    schedule = Selected("plateau", Fields(plateau_patience=1, gamma=0.5))
    optimizer = Selected("sgd", Fields(lr=0.05, momentum=0.9, nesterov=True))
    training = replace(project.training, schedule=schedule, optimizer=optimizer)
    return replace(project, training=training)


# The ways of training that a resume could get wrong, by name.
WAYS: Mapping[str, Callable[[int], Project]] = {
    "plain": digits_project,
    "one cycle": one_cycle_project,
    "plateau": plateau_project,
}


def run(
    project: Project,
    out: Path,
    control: RunControl | None = None,
    resume: RunFolder | None = None,
) -> list[Event]:
    """All events of a run on the CPU."""
    trainer = Trainer(project, "cpu", out=out, resume=resume)
    return list(trainer.run(control or RunControl()))


def only_run(out: Path) -> RunFolder:
    """The one run in ``out``."""
    (path,) = out.iterdir()
    return RunFolder(path)


def last_weights(folder: RunFolder) -> dict[str, Tensor]:
    """The weights of the last checkpoint."""
    content = torch.load(folder.checkpoint_file, weights_only=True)
    weights: dict[str, Tensor] = content["learner"]["module"]
    return weights


def best_weights(folder: RunFolder) -> dict[str, Tensor]:
    """The weights of the trained model."""
    return load_file(folder.model_file)


def identical(left: dict[str, Tensor], right: dict[str, Tensor]) -> bool:
    """Whether two sets of weights are equal bit for bit."""
    return left.keys() == right.keys() and all(
        torch.equal(left[name].reshape(-1), right[name].reshape(-1)) for name in left
    )


E = TypeVar("E", bound=Event)


def of_type(stream: list[Event], kind: type[E]) -> list[E]:
    """The events of one kind."""
    return [event for event in stream if isinstance(event, kind)]


class StopAtBatch(RunControl):
    """Stops a run when it has asked ``checks`` times whether to stop."""

    def __init__(self, checks: int) -> None:
        super().__init__()
        self._left = checks

    @property
    def stop_now(self) -> bool:
        self._left -= 1
        return self._left < 0


def without_recording(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every step ask the layers; those that are replayed from a recording ask none."""

    def executed(*arguments: Any, **options: Any) -> Step:
        return open_step(*arguments, **{**options, "replayed": False})

    monkeypatch.setattr("netstudio.engine.training.learner.open_step", executed)
