"""The curves of a run, built from its events."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

import numpy as np

from netstudio.core.translate import message_from_json
from netstudio.gui.metric_words import is_mean
from netstudio.gui.plots.clock import Clock
from netstudio.gui.plots.figures import GRADIENT_NORM, LEARNING_RATE, LOSS, THROUGHPUT
from netstudio.gui.plots.marks import Mark, MarkKind, RateChanges
from netstudio.gui.plots.series import Floats, Series

if TYPE_CHECKING:
    from netstudio.engine.events import Event

MOST_POINTS = 1 << 20
# Runs that are only compared; there may be several of them.
MOST_COMPARED_POINTS = 1 << 18
# Losses are of single batches; metrics are means over many of them already.
_LOSSES_AT_LEAST = 10
_ENDS = ("finished", "stopped", "failed")
_NO_METRICS = (LOSS, "samples")


class Curves:
    """One figure of a run, such as its loss; x is in epochs.

    Args:
        most: How many points of each curve are kept.
        at_least: Over how many measurements a smooth curve goes even at the start.

    Attributes:
        raw: Every measurement while training: of a batch, or of the batches between two reports.
        train: One point an epoch, where no more is known.
        validation: On the validation part, one point an epoch.
        train_now: The newest figure on training data, as reported; None before the first.
        validation_now: The newest figure on the validation part.
    """

    def __init__(self, most: int = MOST_POINTS, at_least: int = 1) -> None:
        self.raw = Series(most)
        self.train = Series(most)
        self.validation = Series(most)
        self.train_now: float | None = None
        self.validation_now: float | None = None
        self._at_least = at_least

    def __len__(self) -> int:
        return len(self.raw) + len(self.train) + len(self.validation)

    @property
    def nbytes(self) -> int:
        """How much memory the points take."""
        return self.raw.nbytes + self.train.nbytes + self.validation.nbytes

    def measure(self, x: Floats, values: Floats, weight: float = 1.0) -> None:
        """Add measurements on training data."""
        if len(x):  # a resumed run may go through the last batches once more
            self.raw.cut(x[0])
        self.raw.extend(x, values, weight)

    def end_epoch(self, epoch: int, train: float | None, validation: float | None) -> None:
        """Take the figures of a whole epoch."""
        if train is not None:
            self.train_now = train
            if not len(self.raw) or self.raw.x[-1] < epoch - 1e-9:
                self.train.cut(epoch)
                self.train.append(epoch, train)
        if validation is not None:
            self.validation_now = validation
            self.validation.cut(epoch)
            self.validation.append(epoch, validation)

    def smooth(
        self, limit: int, share: float, low: float = -np.inf, high: float = np.inf
    ) -> tuple[Floats, Floats]:
        """The curve of training: whole epochs where no more is known, then smooth measurements.

        Args:
            limit: About how many points.
            share: Over which share of what was seen a mean goes.
            low: Where the curve begins.
            high: Where it ends.
        """
        smooth = self.raw.smoothed(limit, share, self._at_least, low, high)
        return _joined(self.train.thinned(limit, low, high), smooth)

    def plain(
        self, limit: int, low: float = -np.inf, high: float = np.inf
    ) -> tuple[Floats, Floats]:
        """The same with the measurements as they are."""
        return _joined(self.train.thinned(limit, low, high), self.raw.thinned(limit, low, high))

    def training_at(self, x: float, share: float) -> float | None:
        """Where the training curve stands at ``x``; smooth where a share is given."""
        value = self.raw.mean_at(x, share, self._at_least) if share else self.raw.value_at(x)
        return self.train.value_at(x) if value is None else value


class RunCurves:
    """The curves of all figures of a run, with its clock and its marked moments.

    Args:
        metrics: The names of its task's metrics.
        most: How many points of each curve are kept.

    Attributes:
        run: The run's folder; None before it has begun.
        epochs: How many epochs it will have.
        now: How far it is, in epochs with fractions.
        has_ended: Whether nothing more will come.
        metrics: The names of its task's metrics.
        figures: The curves of each figure by its name.
        clock: How many steps and seconds had passed when.
        changes: Where the learning rate was changed, and notices.
    """

    def __init__(self, metrics: Iterable[str], most: int = MOST_POINTS) -> None:
        self.run: str | None = None
        self.epochs = 1
        self.now = 0.0
        self.has_ended = False
        self.metrics = tuple(metrics)
        self.clock = Clock(most)
        self.changes: list[Mark] = []
        self.figures = {LOSS: Curves(most, _LOSSES_AT_LEAST)}
        self.figures.update({name: Curves(most) for name in self.metrics})
        for name in (LEARNING_RATE, GRADIENT_NORM, THROUGHPUT):
            self.figures[name] = Curves(most)
        self._best: float | None = None
        self._rates = RateChanges()
        # The epoch's sums at the last report, from which those of the batches since follow.
        self._epoch = 0
        self._sums: dict[str, tuple[float, int]] = {}

    @classmethod
    def of_history(cls, history: Iterable[Mapping[str, Any]], most: int = MOST_POINTS) -> RunCurves:
        """The curves of a run's history: its events as JSON, all of them or those of the epochs."""
        events = list(history)
        first = next((event for event in events if "train" in event), None)
        names = [name for name in (first["train"] if first else ()) if name not in _NO_METRICS]
        curves = cls(names, most)
        for event in events:
            curves.take(event)
        curves.has_ended = True
        return curves

    @property
    def loss(self) -> Curves:
        """The curves of the loss."""
        return self.figures[LOSS]

    @property
    def marks(self) -> tuple[Mark, ...]:
        """All marked moments."""
        best = () if self._best is None else (Mark(MarkKind.BEST, self._best),)
        return (*best, *self.changes)

    @property
    def nbytes(self) -> int:
        """How much memory the points take."""
        return sum(curves.nbytes for curves in self.figures.values())

    def feed(self, events: Iterable[Event]) -> bool:
        """Take in events; says whether they changed anything."""
        from netstudio.engine.events import Watched

        changed = False
        for event in events:
            if not isinstance(event, Watched):
                changed |= self.take(event.as_json())
        return changed

    def take(self, event: Mapping[str, Any]) -> bool:
        """Take in one event, as JSON; says whether it changed anything."""
        match event.get("event", "epoch"):
            case "started":
                self.run, self.epochs = event["run"], event["epochs"]
                self.has_ended = False
            case "progress":
                self._progress(event)
            case "epoch":
                self._end_epoch(event)
            case "noticed":
                text = message_from_json(event.get("message"), event["text"])
                self._note(MarkKind.NOTICE, self.now, text)
            case kind if kind in _ENDS:
                self.has_ended = True
            case _:
                return False
        return True

    def _progress(self, event: Mapping[str, Any]) -> None:
        epoch, batch, batches = event["epoch"], event["batch"], event["batches"]
        train, losses = event["train"], event["losses"]
        self.epochs = event["epochs"]
        begun = epoch - 1
        if epoch != self._epoch:
            self._epoch, self._sums = epoch, {}
        x = self._go_to(begun + batch / batches)
        rate = event["samples_per_second"]
        seconds = self.clock.seconds_at(begun) + train["samples"] / rate if rate else None
        self.clock.note(x, begun * batches + batch, seconds)
        numbers = np.arange(batch - len(losses) + 1, batch + 1)
        self.loss.measure(begun + numbers / batches, np.array(losses, float))
        self.loss.train_now = train["loss"]
        for name in self.metrics:
            if name in train:
                self._measure_metric(name, train[name], train["samples"], x)
        for name in (LEARNING_RATE, GRADIENT_NORM, THROUGHPUT):
            self._measure(name, event.get(name), x)
        self._watch_rate(x, event["learning_rate"])

    def _end_epoch(self, event: Mapping[str, Any]) -> None:
        epoch = int(event["epoch"])
        train, validation = event["train"], event.get("val") or {}
        self.epochs = max(int(event["epochs"]), epoch)
        self._go_to(float(epoch))
        if event.get("is_best"):
            self._best = float(epoch)
        if "seconds" in event:
            self.clock.note(epoch, None, self.clock.seconds_at(epoch - 1) + event["seconds"])
        for name in (LOSS, *self.metrics):
            self.figures[name].end_epoch(epoch, train.get(name), validation.get(name))
        for name in (LEARNING_RATE, GRADIENT_NORM, THROUGHPUT):
            self.figures[name].end_epoch(epoch, event.get(name), None)
        if "learning_rate" in event:
            self._watch_rate(float(epoch), event["learning_rate"])

    def _measure(self, name: str, value: float | None, x: float, weight: float = 1.0) -> None:
        if value is not None:
            self.figures[name].measure(np.array([x]), np.array([value], float), weight)
            self.figures[name].train_now = value

    def _measure_metric(self, name: str, value: float, seen: int, x: float) -> None:
        """Figures run over the whole epoch; the curve shows the batches since the last report.

        That can be told of a mean only; other figures are shown as they run.
        """
        if not is_mean(name):
            self._measure(name, value, x)
            return
        past_sum, past_samples = self._sums.get(name, (0.0, 0))
        total, samples = value * seen, seen - past_samples
        self._sums[name] = (total, seen)
        if samples > 0:
            self._measure(name, (total - past_sum) / samples, x, samples)
        self.figures[name].train_now = value

    def _watch_rate(self, x: float, rate: float) -> None:
        changed = self._rates.note(x, rate)
        if changed is not None:
            self._note(MarkKind.RATE, changed)

    def _go_to(self, x: float) -> float:
        """Be at ``x`` now; where that is a step back, what came after it did not happen."""
        if x < self.now:
            self.changes = [mark for mark in self.changes if mark.epoch <= x]
        self.now = x
        return x

    def _note(self, kind: MarkKind, epoch: float, text: Any = "") -> None:
        self.changes.append(Mark(kind, epoch, text))


def _joined(
    epochs: tuple[Floats, Floats], measured: tuple[Floats, Floats]
) -> tuple[Floats, Floats]:
    """Figures of whole epochs up to the first measurement, then these."""
    x, y = measured
    if not len(x):
        return epochs
    before = epochs[0] < x[0]
    return np.concatenate((epochs[0][before], x)), np.concatenate((epochs[1][before], y))
