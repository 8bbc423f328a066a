"""A run that is open: network, optimizer and data on the device, and where the run stands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import torch
from torch import Tensor

from netstudio.core.layer import Family
from netstudio.core.project import Project
from netstudio.core.translate import QT_TRANSLATE_NOOP, UserError
from netstudio.core.tree import walk
from netstudio.engine.data.batches import ResidentSamples, batch_sizes, evaluation_batch
from netstudio.engine.data.dataset import Dataset, Samples
from netstudio.engine.data.preprocessing import ImagePreprocessing
from netstudio.engine.evaluation.evaluate import metric_sums
from netstudio.engine.evaluation.meter import Meter, MetricSums
from netstudio.engine.network.analyse import Analysis, analyse, require_sound
from netstudio.engine.resolve import resolve
from netstudio.engine.training.checkpoints import Checkpoint, Position, digest
from netstudio.engine.training.execution import Execution, choose_execution
from netstudio.engine.training.learner import Learner
from netstudio.layers import LAYERS
from netstudio.tasks.options import TrainingOptions


@dataclass(frozen=True)
class Session:
    """Everything that a run works with once its data are read.

    Attributes:
        data_digest: Tells whether the data are still the same when the run is resumed.
        preprocess: Turns stored inputs on the device into the network's.
        position: Where the run stands; the only part that changes, beside the learner's weights.
    """

    project: Project
    data_digest: str
    analysis: Analysis
    options: TrainingOptions
    execution: Execution
    learner: Learner
    preprocessing: ImagePreprocessing
    preprocess: Callable[[Tensor], Tensor]
    metrics: MetricSums
    evaluation_batch: int
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
        UserError: The project has a problem that stops training, or the data are not those of the
            checkpoint.
    """
    data_digest = digest(dataset)
    if checkpoint is not None and checkpoint.data_digest != data_digest:
        raise UserError(
            QT_TRANSLATE_NOOP(
                "netstudio",
                "The data are not those that the run was trained on so far. Bring them back as "
                "they were, or start a new run.",
            )
        )
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
        position = checkpoint.position

    def resident(samples: Samples) -> ResidentSamples:
        return ResidentSamples(samples, device, execution.channels_last)

    return Session(
        project=project,
        data_digest=data_digest,
        analysis=analysis,
        options=settings.training,
        execution=execution,
        learner=learner,
        preprocessing=preprocessing,
        preprocess=preprocessing.on(device, execution.channels_last),
        metrics=metric_sums(settings.metrics),
        evaluation_batch=evaluation_batch(analysis.widest_output),
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
