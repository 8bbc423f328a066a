"""One pass over the training samples."""

from __future__ import annotations

import logging
import math
import time
from collections.abc import Iterator
from statistics import fmean

from torch import Tensor

from netstudio.engine.events import EpochEnded, Event, Figures, Noticed, Progress, Watched
from netstudio.engine.training.control import RunControl
from netstudio.engine.training.faults.failures import is_out_of_memory
from netstudio.engine.training.keeping.checkpoints import Position
from netstudio.engine.training.session import Session
from netstudio.engine.training.steering import REPORT_EVERY, StopRequested, Stopwatch
from netstudio.engine.training.steps.step import BatchShare, Learned
from netstudio.engine.watching import looking

_log = logging.getLogger(__name__)

# How often those who watch the network look at it, in seconds.
_LOOK_EVERY = 0.25


class Epoch:
    """An epoch that is being trained, from the session's position on.

    Attributes:
        number: Which epoch it is, from 1.
        meter: Its running figures.
        batch: How many of its batches are done.
        stopwatch: Measures the whole epoch, validation included.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._sizes = session.batch_sizes()
        self.stopwatch = Stopwatch(session.position.epoch_seconds)
        self.number = session.position.epoch + 1
        self.batch = session.position.batch
        self.meter = session.new_meter()
        if session.position.meter is not None and session.ranks.rank == 0:
            self.meter.load_state(session.position.meter)
        self._training_seconds: float | None = None
        # Gradient norms that are still on the device, and those that were read.
        self._measured: list[Tensor] = []
        self._norms: list[float] = []

    def run(self, control: RunControl) -> Iterator[Event]:
        """Train the remaining batches, reporting a few times a second.

        Raises:
            StopRequested: Before a batch, when the control says so.
            NotFinite: The loss is NaN or infinite.
        """
        session, learner, meter = self._session, self._session.learner, self.meter
        share = session.share(self.number)
        chunks = session.train.shuffled(
            session.finish_for(self.number),
            share.order.to(learner.device),
            share.sizes,
            self.batch,
        )
        batches = len(self._sizes)
        next_report = time.perf_counter() + REPORT_EVERY
        next_look = 0.0
        for chunk in chunks:
            for inputs, targets in chunk:
                if control.stop_before(self.batch) or control.paused:
                    yield self._report()
                    self._wait(control)
                if (learning_rate := control.take_learning_rate()) is not None:
                    learner.learning_rate = learning_rate
                learner.set_epoch(self.number - 1 + self.batch / batches)
                is_due = time.perf_counter() >= next_report
                measure = is_due or self.batch + 1 == batches
                part = share.of_batch(self.batch)
                while (learned := self._learn(inputs, targets, measure, part)) is None:
                    yield session.halve()
                if part is None or part.own:
                    meter.add(learned.loss, learned.outputs, targets)
                self.batch += 1
                if learned.gradient_norm is not None:
                    self._measured.append(learned.gradient_norm)
                if is_due:
                    yield self._report()
                    now = time.perf_counter()
                    next_report = now + REPORT_EVERY
                    if control.watches and now >= next_look:
                        yield from self.look(control)
                        next_look = time.perf_counter() + _LOOK_EVERY
            meter.fold()
        if (norm := learner.finish_epoch()) is not None:
            self._measured.append(norm)
        yield self._report()
        for note in learner.take_notes():
            yield Noticed("not-compiled", note, self.number)
        meter.exchange(session.ranks)
        self._training_seconds = self.stopwatch.seconds

    def look(self, control: RunControl) -> Iterator[Watched]:
        """Let everybody look who wants to."""
        session = self._session
        if not control.watches:
            return
        for name, watch in control.watches.items():
            try:
                # Never around the yield: the caller's gradients would be switched off, too.
                with looking(session.learner.evaluated):
                    seen = watch.look(session.sight)
            except Exception:  # noqa: BLE001 (who only looks must not end a run)
                _log.exception("%s could not look at the network", name)
                continue
            if seen is not None:
                yield Watched(name, self.number, self.batch, seen)

    def _learn(
        self, inputs: Tensor, targets: Tensor, measure: bool, share: BatchShare | None
    ) -> Learned | None:
        """Learn from a batch; None where the memory is full and smaller pieces may do."""
        try:
            return self._session.learner.learn(inputs, targets, measure, share)
        except (RuntimeError, MemoryError) as error:
            if not (is_out_of_memory(error) and self._session.may_halve):
                raise
        return None

    def leave(self, position: Position) -> None:
        """Note in ``position`` how far it got, so that a resumed run goes on from there."""
        self.meter.read()
        position.batch, position.meter = self.batch, self.meter.state()
        position.epoch_seconds = self.stopwatch.seconds

    def end(self, position: Position, validation: Figures | None) -> EpochEnded:
        """Note in ``position`` that it has ended, and whether its weights are the best so far."""
        # All processes that train together have to see a time limit pass at the same epoch.
        seconds = self._session.ranks.first(self.stopwatch.seconds)
        position.epoch, position.batch, position.meter = self.number, 0, None
        position.seconds, position.epoch_seconds = position.seconds + seconds, 0.0
        is_best = self._judge(position, validation)
        if is_best or not self._session.options.restore_best:
            position.best_epoch = self.number
        return EpochEnded(
            epoch=self.number,
            epochs=self._session.options.epochs,
            train=self.meter.figures(),
            val=validation,
            learning_rate=self._session.learner.learning_rate,
            gradient_norm=fmean(self._norms) if self._norms else None,
            samples_per_second=self.samples_per_second,
            seconds=seconds,
            is_best=is_best,
        )

    def _judge(self, position: Position, validation: Figures | None) -> bool:
        """Note what it has brought; returns whether it is the best so far."""
        goal, standing = self._session.goal, position.standing
        value = goal.figure(validation or self.meter.figures())
        position.standing = standing.after(value, goal)
        self._session.learner.take_figure(-value if goal.higher_is_better else value)
        is_first = position.best_epoch == 0
        return validation is None or is_first or goal.is_better(value, standing.best)

    @property
    def samples_per_second(self) -> float:
        """Of its training steps, pauses left out."""
        seconds = self._training_seconds or self.stopwatch.seconds
        return self.meter.samples / seconds if seconds else 0.0

    def _wait(self, control: RunControl) -> None:
        with self.stopwatch.stopped():
            control.wait_while_paused()
        if control.stop_now:
            self.meter.exchange(self._session.ranks)
            raise StopRequested

    def _report(self) -> Progress:
        session = self._session
        losses = self.meter.read()
        # Overflown gradients of 16 bits bring no update; they are nothing to be shown.
        norms = [norm for norm in map(float, self._measured) if math.isfinite(norm)]
        self._norms += norms
        self._measured.clear()
        rate = self.samples_per_second
        epochs = session.options.epochs
        remaining = (epochs - self.number + 1) * sum(self._sizes) - self.meter.samples
        return Progress(
            epoch=self.number,
            epochs=epochs,
            batch=self.batch,
            batches=len(self._sizes),
            losses=losses,
            train=self.meter.figures(),
            learning_rate=session.learner.learning_rate,
            gradient_norm=norms[-1] if norms else None,
            samples_per_second=rate,
            seconds_left=remaining / rate if rate else None,
        )
