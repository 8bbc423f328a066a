"""Opening a run: network, optimizer and data are put on the device."""

from __future__ import annotations

from dataclasses import replace

import torch

from netstudio.core.project import Project
from netstudio.core.translate import QT_TRANSLATE_NOOP, Message, UserError
from netstudio.engine.data.dataset import Dataset, Samples
from netstudio.engine.data.parts.balance import class_weights
from netstudio.engine.data.storage.batches import (
    BatchedSamples,
    derived_seed,
    evaluation_batch,
)
from netstudio.engine.data.storage.memory import batched
from netstudio.engine.evaluation.metrics import Measuring, open_metrics
from netstudio.engine.network.analyse import Analysis, analyse, require_sound
from netstudio.engine.precision import require_sensible, why_not
from netstudio.engine.ranks import ALONE, Ranks
from netstudio.engine.training.batches import finish_of, makes_up_by
from netstudio.engine.training.beginning.start import Start, start
from netstudio.engine.training.distributed.shares import share_of_part
from netstudio.engine.training.execution import Execution, usual_execution
from netstudio.engine.training.keeping.checkpoints import Checkpoint, Position, digest
from netstudio.engine.training.learner import Learner
from netstudio.engine.training.session import Session
from netstudio.engine.training.stopping import Goal
from netstudio.engine.training.tuning.memory import recall, tuning_key
from netstudio.tasks.settings import Settings


def open_session(
    project: Project,
    dataset: Dataset,
    device: torch.device,
    checkpoint: Checkpoint | None,
    ranks: Ranks = ALONE,
) -> Session:
    """Build the network and put it and the data on the device.

    Args:
        project: What to train; its facts are those of ``dataset``.
        dataset: The divided samples.
        device: Where to compute.
        checkpoint: Where to go on, for a run that is resumed.
        ranks: The processes that train together.

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
    require_sensible(settings.training.precision, device)
    execution = _execution(project, analysis, device, checkpoint)
    torch.set_num_threads(execution.threads)
    begun = start(project, analysis, is_resumed=checkpoint is not None)
    learner = _open_learner(begun, settings, dataset, device, execution, ranks)
    measuring = Measuring(len(dataset.classes), dataset.scaling, settings.loss.expects_logits)
    position = Position()
    if checkpoint is not None:
        learner.load_state(checkpoint.learner)
        position = checkpoint.position

    if ranks.rank:  # or dropout would leave out the same everywhere
        torch.manual_seed(
            derived_seed(settings.training.seed, ranks.rank, position.epoch, position.batch)
        )

    def on_device(samples: Samples) -> BatchedSamples:
        return batched(samples, device, execution.channels_last)

    def measured_here(samples: Samples) -> BatchedSamples:
        part = share_of_part(len(samples), ranks.rank, ranks.size)
        own = samples if ranks.size == 1 else samples.select(torch.tensor(part, dtype=torch.int64))
        return on_device(own)

    return Session(
        project=project,
        data_digest=data_digest,
        analysis=analysis,
        options=settings.training,
        execution=execution,
        learner=learner,
        dataset=dataset,
        finish=finish_of(settings, dataset, device, execution),
        metrics=open_metrics(settings.metrics, measuring),
        goal=Goal.of(settings),
        evaluation_batch=evaluation_batch(analysis.widest_output),
        train=on_device(dataset.train),
        validation=measured_here(dataset.validation),
        test=measured_here(dataset.test),
        position=position,
        ranks=ranks,
        notes=(*dataset.notes, *begun.notes, *_on_precision(settings, device)),
    )


def learner_at(session: Session, checkpoint: Checkpoint | None) -> Learner:
    """Another learner like the session's, as it was at a checkpoint, or at the beginning."""
    settings, device = session.analysis.settings, session.learner.device
    begun = start(session.project, session.analysis, is_resumed=checkpoint is not None)
    learner = _open_learner(begun, settings, session.dataset, device, session.execution)
    if checkpoint is not None:
        learner.load_state(checkpoint.learner)
    return learner


def _open_learner(
    begun: Start,
    settings: Settings,
    dataset: Dataset,
    device: torch.device,
    execution: Execution,
    ranks: Ranks = ALONE,
) -> Learner:
    weights = None
    if makes_up_by(settings, "class_weights"):
        weights = class_weights(dataset.train.targets, len(dataset.classes))
    return Learner(
        begun.module,
        settings,
        device,
        execution,
        weights,
        known=begun.learnings,
        ranks=ranks,
    )


def _on_precision(settings: Settings, device: torch.device) -> tuple[Message, ...]:
    assert settings.training is not None
    advice = why_not(settings.training.precision, device)
    return () if advice is None else (advice,)


def with_facts(project: Project, dataset: Dataset) -> Project:
    """The project with the facts of the data that were read."""
    return replace(project, data=replace(project.data, facts=dataset.facts))


def _execution(
    project: Project, analysis: Analysis, device: torch.device, checkpoint: Checkpoint | None
) -> Execution:
    if checkpoint is not None:
        return Execution.from_json(checkpoint.execution)
    measured = recall(tuning_key(project, analysis, device))
    return measured.execution if measured else usual_execution(project, analysis, device)
