"""A run that is open: network, optimizer and data on the device, and where the run stands."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

import torch
from torch import Tensor

from netstudio.core.layer import Family
from netstudio.core.project import Project
from netstudio.core.tree import walk
from netstudio.engine.data.batches import ResidentSamples, batch_sizes
from netstudio.engine.data.dataset import Dataset, Samples
from netstudio.engine.data.preprocessing import ImagePreprocessing
from netstudio.engine.evaluation.evaluate import metric_sums
from netstudio.engine.evaluation.meter import Meter, MetricSums
from netstudio.engine.network.analyse import Analysis, analyse, require_sound
from netstudio.engine.resolve import resolve
from netstudio.engine.training.checkpoints import Checkpoint
from netstudio.engine.training.execution import Execution, choose_execution
from netstudio.engine.training.learner import Learner
from netstudio.layers import LAYERS
from netstudio.tasks.options import TrainingOptions


@dataclass
class Position:
    """Where a run stands.

    Attributes:
        epoch: How many epochs have ended.
        batch: How many batches of the next epoch are done.
        meter: That epoch's sums so far.
        best_epoch: The epoch with the best weights; 0 before the first.
        best_loss: Its validation loss; None where there is none.
        seconds: How long the run has trained.
    """

    epoch: int = 0
    batch: int = 0
    meter: Mapping[str, Any] | None = None
    best_epoch: int = 0
    best_loss: float | None = None
    seconds: float = 0.0


@dataclass(frozen=True)
class Session:
    """Everything that a run works with once its data are read."""

    project: Project
    analysis: Analysis
    options: TrainingOptions
    execution: Execution
    learner: Learner
    preprocessing: ImagePreprocessing
    preprocess: Callable[[Tensor], Tensor]
    metrics: MetricSums
    train: ResidentSamples
    validation: ResidentSamples
    test: ResidentSamples
    position: Position

    def batch_sizes(self) -> list[int]:
        """The sizes of an epoch's batches."""
        types = {node.type for node in walk(self.project.network)}
        join_single = any(LAYERS[name].mixes_batch for name in types)
        return batch_sizes(len(self.train), self.options.batch_size, join_single)

    def new_meter(self) -> Meter:
        """A meter of the task's metrics."""
        return Meter(self.metrics)

    def checkpoint(self, history_length: int) -> Checkpoint:
        """The state from which the run goes on."""
        return Checkpoint(
            **vars(self.position),
            history_length=history_length,
            execution=self.execution.as_json(),
            learner=self.learner.state(),
        )


def open_session(
    project: Project, dataset: Dataset, device: torch.device, checkpoint: Checkpoint | None
) -> Session:
    """Build the network and put it and the data on the device.

    Args:
        project: What to train; its facts are those of ``dataset``.
        dataset: The divided samples.
        device: Where to compute.
        checkpoint: Where to go on, for a run that is resumed.

    Raises:
        UserError: The project has a problem that stops training.
    """
    analysis = analyse(project)
    require_sound(project, analysis.problems)
    settings = analysis.settings
    assert analysis.call is not None
    assert settings.task is not None
    assert settings.loss is not None
    assert settings.optimizer is not None
    assert settings.training is not None
    execution = _execution(project, analysis, device, checkpoint)
    torch.set_num_threads(execution.threads)
    learner = Learner(
        analysis.call, settings.loss, settings.optimizer, settings.training.seed, device, execution
    )
    preprocessing: ImagePreprocessing = resolve(settings.task.preprocessing).fit(dataset.train)
    position = Position()
    if checkpoint is not None:
        learner.load_state(checkpoint.learner)
        position = Position(
            **{name: getattr(checkpoint, name) for name in vars(position)},
        )

    def resident(samples: Samples) -> ResidentSamples:
        return ResidentSamples(samples, device, execution.channels_last)

    return Session(
        project=project,
        analysis=analysis,
        options=settings.training,
        execution=execution,
        learner=learner,
        preprocessing=preprocessing,
        preprocess=preprocessing.on(device, execution.channels_last),
        metrics=metric_sums(settings.metrics),
        train=resident(dataset.train),
        validation=resident(dataset.validation),
        test=resident(dataset.test),
        position=position,
    )


def with_facts(project: Project, dataset: Dataset) -> Project:
    """The project with the facts of the data that were read."""
    return replace(project, data=replace(project.data, facts=dataset.facts))


def _execution(
    project: Project, analysis: Analysis, device: torch.device, checkpoint: Checkpoint | None
) -> Execution:
    if checkpoint is not None:
        return Execution.from_json(checkpoint.execution)
    assert analysis.settings.training is not None
    assert project.data.facts is not None
    families = {LAYERS[node.type].family for node in walk(project.network)}
    return choose_execution(
        device,
        project.data.facts.sample,
        analysis.settings.training.batch_size,
        analysis.flops,
        convolves=Family.CONVOLUTION in families,
    )
