"""One pass over the training samples."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager

from netstudio.engine.data.batches import epoch_order
from netstudio.engine.events import Progress
from netstudio.engine.training.control import RunControl
from netstudio.engine.training.session import Session

# How often a front end hears of progress, in seconds.
_REPORT_EVERY = 0.1


class StopRequested(Exception):
    """The user wants the run to stop now."""


class Epoch:
    """An epoch that is being trained, from the session's position on.

    Attributes:
        number: Which epoch it is, from 1.
        meter: Its running figures.
        batch: How many of its batches are done.
        training_seconds: How long its training steps took; known when it has been run.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._sizes = session.batch_sizes()
        self._stopwatch = Stopwatch()
        self.number = session.position.epoch + 1
        self.batch = session.position.batch
        self.meter = session.new_meter()
        if session.position.meter is not None:
            self.meter.load_state(session.position.meter)
        self._samples_before = self.meter.samples
        self.training_seconds = 0.0

    def run(self, control: RunControl) -> Iterator[Progress]:
        """Train the remaining batches, reporting a few times a second.

        Raises:
            StopRequested: Before a batch, when the control says so.
            NotFinite: The loss is NaN or infinite.
        """
        session, learner, meter = self._session, self._session.learner, self.meter
        order = epoch_order(len(session.train), session.options.seed, self.number)
        chunks = session.train.shuffled(
            session.preprocess, order.to(learner.device), self._sizes, self.batch
        )
        next_report = time.perf_counter() + _REPORT_EVERY
        for chunk in chunks:
            for inputs, targets in chunk:
                if control.stop_now or control.paused:
                    yield self._report()
                    self._wait(control)
                if (learning_rate := control.take_learning_rate()) is not None:
                    learner.learning_rate = learning_rate
                loss, outputs = learner.learn(inputs, targets)
                meter.add(loss, outputs, targets)
                self.batch += 1
                if time.perf_counter() >= next_report:
                    yield self._report()
                    next_report = time.perf_counter() + _REPORT_EVERY
            meter.fold()
        yield self._report()
        self.training_seconds = self._stopwatch.seconds

    @property
    def seconds(self) -> float:
        """How long it has taken so far, pauses left out."""
        return self._stopwatch.seconds

    @property
    def samples_per_second(self) -> float:
        """Of its training steps since it was begun or resumed."""
        seconds = self.training_seconds or self._stopwatch.seconds
        return (self.meter.samples - self._samples_before) / seconds if seconds else 0.0

    def _wait(self, control: RunControl) -> None:
        with self._stopwatch.stopped():
            control.wait_while_paused()
        if control.stop_now:
            raise StopRequested

    def _report(self) -> Progress:
        session = self._session
        losses = self.meter.read()
        rate = self.samples_per_second
        epochs = session.options.epochs
        remaining = (epochs - self.number + 1) * len(session.train) - self.meter.samples
        return Progress(
            epoch=self.number,
            epochs=epochs,
            batch=self.batch,
            batches=len(self._sizes),
            losses=losses,
            train=self.meter.figures(),
            learning_rate=session.learner.learning_rate,
            samples_per_second=rate,
            seconds_left=remaining / rate if rate else None,
        )


class Stopwatch:
    """Seconds since it was made, pauses left out."""

    def __init__(self) -> None:
        self._start = time.perf_counter()

    @property
    def seconds(self) -> float:
        """Seconds so far."""
        return time.perf_counter() - self._start

    @contextmanager
    def stopped(self) -> Iterator[None]:
        """Let no time pass."""
        before = time.perf_counter()
        try:
            yield
        finally:
            self._start += time.perf_counter() - before
