"""A run that is open: network, optimizer and data on the device, and where the run stands."""

from __future__ import annotations

import gc
from dataclasses import dataclass, replace

import torch
from torch import Tensor

from netstudio.core.project import Project
from netstudio.core.translate import QT_TRANSLATE_NOOP, Message, UserError
from netstudio.core.tree import walk
from netstudio.engine.data.dataset import Dataset, Samples
from netstudio.engine.data.job import Job
from netstudio.engine.data.parts.balance import class_weights, oversampled, oversampled_length
from netstudio.engine.data.storage.batches import (
    BatchedSamples,
    Finish,
    batch_sizes,
    derived_seed,
    evaluation_batch,
    order_generator,
)
from netstudio.engine.data.storage.finishing import Augmented, OfItself, Plain
from netstudio.engine.data.storage.memory import batched
from netstudio.engine.evaluation.meter import Meter
from netstudio.engine.evaluation.metrics import Measuring, Metrics, open_metrics
from netstudio.engine.events import Noticed, Preparing
from netstudio.engine.network.analyse import Analysis, analyse, require_sound
from netstudio.engine.precision import require_sensible, why_not
from netstudio.engine.ranks import ALONE, Ranks
from netstudio.engine.resolve import build
from netstudio.engine.training.averaging import (
    ENOUGH_SAMPLES,
    has_batch_statistics,
    renew_statistics,
)
from netstudio.engine.training.beginning.start import Start, start
from netstudio.engine.training.distributed.shares import Share, share_of_epoch, share_of_part
from netstudio.engine.training.execution import Execution, usual_execution
from netstudio.engine.training.faults.failures import memory_full
from netstudio.engine.training.keeping.checkpoints import Checkpoint, Position, digest
from netstudio.engine.training.learner import Learner
from netstudio.engine.training.stopping import Goal, why_to_end
from netstudio.engine.training.tuning.memory import recall, tuning_key
from netstudio.engine.watching import Sight
from netstudio.layers import LAYERS
from netstudio.tasks.content import Aim
from netstudio.tasks.settings import Settings
from netstudio.tasks.training.options import TrainingOptions

# Batch normalisation needs two samples at least.
_SMALLEST_PIECE = 2


@dataclass(frozen=True)
class Session:
    """Everything that a run works with once its data are read.

    Attributes:
        data_digest: Tells whether the data are still the same when the run is resumed.
        finish: Makes batches of samples that are not learned from.
        goal: Which epoch is the best, and when the run ends before its last.
        validation: What this process measures of the validation part.
        test: What it measures of the test part.
        position: Where the run stands; the only part that changes, beside the learner's weights.
        notes: What the user should know about the data, and about the weights it starts from.
        ranks: The processes that train together.
    """

    project: Project
    data_digest: str
    analysis: Analysis
    options: TrainingOptions
    execution: Execution
    learner: Learner
    dataset: Dataset
    finish: Finish
    metrics: Metrics
    goal: Goal
    evaluation_batch: int
    train: BatchedSamples
    validation: BatchedSamples
    test: BatchedSamples
    position: Position
    notes: tuple[Message, ...] = ()
    ranks: Ranks = ALONE

    @property
    def goes_on(self) -> bool:
        """Whether there is another epoch to train."""
        return self.position.epoch < self.options.epochs and self.why_to_end() is None

    def why_to_end(self) -> Message | None:
        """Why the run ends where it stands, before its last epoch; None for going on."""
        position = self.position
        minutes = (position.seconds - position.limited_from) / 60
        return why_to_end(self.goal, position.standing, minutes, self.options.time_limit)

    def go_on(self) -> None:
        """Go on although the run had come to an end of its own, with all patience and time.

        Raises:
            UserError: There is no epoch left to train.
        """
        if self.position.epoch >= self.options.epochs:
            raise UserError(
                QT_TRANSLATE_NOOP(
                    "netstudio",
                    "The run has had {epochs} epochs already. Ask for more than {epochs}, or start "
                    "a new run.",
                ),
                epochs=self.position.epoch,
            )
        self.position.standing = self.position.standing.going_on(self.goal)
        self.position.limited_from = self.position.seconds

    @property
    def may_halve(self) -> bool:
        """Whether batches may be computed in pieces half as large, should the memory be full."""
        smallest = self.options.batch_size // (2 * self.learner.pieces)
        # One of several processes cannot go back to a batch without the others.
        is_alone = self.ranks.size == 1
        return is_alone and self.options.halve_when_full and smallest >= _SMALLEST_PIECE

    def halve(self) -> Noticed:
        """Compute batches in pieces half as large from now on, as the memory was full."""
        learner, size = self.learner, self.options.batch_size
        learner.pieces *= 2
        gc.collect()
        if learner.device.type == "cuda":
            torch.cuda.empty_cache()
        return memory_full(size, size // learner.pieces, self.position.epoch + 1)

    def learner_at(self, checkpoint: Checkpoint | None) -> Learner:
        """Another learner of the same, as it was at a checkpoint, or at the beginning."""
        settings, old = self.analysis.settings, self.learner
        begun = start(self.project, self.analysis, is_resumed=checkpoint is not None)
        learner = _open_learner(begun, settings, self.dataset, old.device, self.execution)
        if checkpoint is not None:
            learner.load_state(checkpoint.learner)
        return learner

    def finish_for(self, epoch: int) -> Finish:
        """Makes the batches that an epoch learns from."""
        return _finish(
            self.analysis.settings,
            self.dataset,
            self.learner.device,
            self.execution,
            epoch,
            self.ranks.rank,
        )

    def settle(self) -> Job[None]:
        """Make the network ready to be measured, where its weights are an average."""
        learner = self.learner
        # Each process has seen other batches: the statistics in the network differ.
        self.ranks.spread(learner.evaluated)
        if not (learner.renews_statistics and has_batch_statistics(learner.evaluated)):
            return
        order = self.train.order(self.options.seed, self.position.epoch + 1)[:ENOUGH_SAMPLES]
        sizes = batch_sizes(len(order), self.options.batch_size, join_single=True)
        chunks = self.train.shuffled(self.finish, order.to(learner.device), sizes)
        batches = (inputs for chunk in chunks for inputs, _ in chunk)
        done = 0
        for count in renew_statistics(learner.evaluated, batches):
            done += count
            yield Preparing("renew statistics", done, len(order))

    @property
    def sight(self) -> Sight:
        """What those who watch the network may look at."""
        settings, device = self.analysis.settings, self.learner.device
        assert settings.task is not None
        assert settings.loss is not None
        return Sight(
            module=self.learner.evaluated,
            device=device,
            dataset=self.dataset,
            preprocess=self.dataset.preprocessing.on(device),
            answer=build(settings.task.answer(settings.loss)).to(device),
            network=self.project.network,
            finish=self.finish,
            loss=self.learner.loss,
            flops=self.analysis.flops,
            learning=self.learner.module,
        )

    def order(self, epoch: int) -> Tensor:
        """The order in which an epoch goes through the training samples."""
        if self._oversamples:
            generator = order_generator(self.options.seed, epoch)
            return oversampled(self.dataset.train.targets, generator)
        return self.train.order(self.options.seed, epoch)

    def share(self, epoch: int) -> Share:
        """What this process learns of an epoch."""
        ranks = self.ranks
        return share_of_epoch(self.order(epoch), self.batch_sizes(), ranks.rank, ranks.size)

    def batch_sizes(self) -> list[int]:
        """The sizes of an epoch's batches."""
        targets = self.dataset.train.targets
        count = oversampled_length(targets) if self._oversamples else len(self.train)
        types = {node.type for node in walk(self.project.network)}
        join_single = any(LAYERS[name].mixes_batch for name in types)
        return batch_sizes(count, self.options.batch_size, join_single)

    @property
    def _oversamples(self) -> bool:
        return _makes_up_by(self.analysis.settings, "oversampling")

    def new_meter(self) -> Meter:
        """A meter of the task's metrics."""
        return Meter(self.metrics)


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
        finish=_finish(settings, dataset, device, execution),
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


def _open_learner(
    begun: Start,
    settings: Settings,
    dataset: Dataset,
    device: torch.device,
    execution: Execution,
    ranks: Ranks = ALONE,
) -> Learner:
    weights = None
    if _makes_up_by(settings, "class_weights"):
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


def _finish(
    settings: Settings,
    dataset: Dataset,
    device: torch.device,
    execution: Execution,
    epoch: int | None = None,
    rank: int = 0,
) -> Finish:
    """Makes a rank's batches of an epoch; without one, those that are not learned from."""
    assert settings.training is not None
    assert settings.task is not None
    preprocessing, seed = dataset.preprocessing, settings.training.seed
    if rank:
        seed = derived_seed(seed, rank)
    preprocess = preprocessing.on(device, execution.channels_last)
    finish: Finish = Plain(preprocess)
    if epoch is not None and settings.augmentation:
        from netstudio.engine.data.augmentation.pipeline import Pipeline

        augment = Pipeline.build(
            settings.augmentation, settings.task.content, preprocess, len(dataset.classes)
        )
        finish = Augmented(augment, seed, epoch)
    if settings.task.aim is Aim.ITSELF:
        return OfItself(finish, preprocessing.noise, seed, epoch or 0)
    return finish


def _makes_up_by(settings: Settings, means: str) -> bool:
    """Whether that is how training makes up for classes of unequal size."""
    assert settings.task is not None
    assert settings.data is not None
    return settings.task.aim is Aim.CLASS and settings.data.imbalance == means


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
