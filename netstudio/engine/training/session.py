"""A run that is open: network, optimizer and data on the device, and where the run stands."""

from __future__ import annotations

import gc
from dataclasses import dataclass

import torch
from torch import Tensor

from netstudio.core.project import Project
from netstudio.core.translate import QT_TRANSLATE_NOOP, Message, UserError
from netstudio.core.tree import walk
from netstudio.engine.data.dataset import Dataset
from netstudio.engine.data.job import Job
from netstudio.engine.data.parts.balance import oversampled, oversampled_length
from netstudio.engine.data.storage.batches import (
    BatchedSamples,
    Finish,
    batch_sizes,
    order_generator,
)
from netstudio.engine.evaluation.meter import Meter
from netstudio.engine.evaluation.metrics import Metrics
from netstudio.engine.events import Noticed, Preparing
from netstudio.engine.network.analyse import Analysis
from netstudio.engine.ranks import ALONE, Ranks
from netstudio.engine.resolve import build
from netstudio.engine.training.averaging import (
    ENOUGH_SAMPLES,
    has_batch_statistics,
    renew_statistics,
)
from netstudio.engine.training.batches import finish_of, makes_up_by
from netstudio.engine.training.distributed.shares import Share, share_of_epoch
from netstudio.engine.training.execution import Execution
from netstudio.engine.training.faults.failures import memory_full
from netstudio.engine.training.keeping.checkpoints import Position
from netstudio.engine.training.learner import Learner
from netstudio.engine.training.stopping import Goal, why_to_end
from netstudio.engine.watching import Sight
from netstudio.layers import LAYERS
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

    def finish_for(self, epoch: int) -> Finish:
        """Makes the batches that an epoch learns from."""
        return finish_of(
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
        return makes_up_by(self.analysis.settings, "oversampling")

    def new_meter(self) -> Meter:
        """A meter of the task's metrics."""
        return Meter(self.metrics)
