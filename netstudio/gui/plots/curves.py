"""The curves of a run, built from its events."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

import numpy as np

from netstudio.gui.metric_words import is_mean
from netstudio.gui.plots.series import Series

if TYPE_CHECKING:
    from netstudio.engine.events import EpochEnded, Event, Figures, Progress, Started

# The smooth curve is the mean over about this share of what was seen so far: a fixed number of
# batches would hide the start of a short run or leave the noise of a long one.
_SMOOTHED_SHARE = 0.04
_LOSSES_AT_LEAST = 10
# Those of a metric are means over many batches already: a few of them need no smoothing.
_METRICS_AT_LEAST = 1


class Smoother:
    """A running mean that forgets what is long past.

    Args:
        at_least: Over how many values it goes even at the start.
    """

    def __init__(self, at_least: int) -> None:
        self._at_least = at_least
        self._mean = 0.0
        self._seen = 0.0

    def add(self, value: float, weight: float = 1.0) -> float:
        """Take in a value; returns the mean."""
        self._seen += weight
        memory = max(self._at_least * weight, _SMOOTHED_SHARE * self._seen)
        self._mean += (value - self._mean) * weight / min(memory, self._seen)
        return self._mean


class Curves:
    """One figure of a run, such as its loss; x is in epochs.

    Attributes:
        raw: Every measurement while training: of a batch, or of the batches between two reports.
        train: The same, smoothed; one point an epoch where no more is known.
        validation: On the validation part, one point an epoch.
        train_now: The newest figure on training data, as reported; None before the first.
        validation_now: The newest figure on the validation part.
    """

    def __init__(self, smoothed_at_least: int = 1) -> None:
        self.raw = Series()
        self.train = Series()
        self.validation = Series()
        self.train_now: float | None = None
        self.validation_now: float | None = None
        self._smoother = Smoother(smoothed_at_least)

    def __len__(self) -> int:
        return len(self.train) + len(self.validation)

    def measure(self, x: Iterable[float], values: Iterable[float], weight: float = 1.0) -> None:
        """Add measurements on training data."""
        places = np.fromiter(x, float)
        measured = np.fromiter(values, float)
        if len(places):  # a resumed run may go through the last batches once more
            self.raw.cut(places[0])
            self.train.cut(places[0])
        smoothed = [
            self._smoother.add(value, weight) if np.isfinite(value) else np.nan
            for value in measured.tolist()
        ]
        self.raw.extend(places, measured)
        self.train.extend(places, np.array(smoothed))

    def end_epoch(self, epoch: int, train: float, validation: float | None) -> None:
        """Take the figures of a whole epoch."""
        self.train_now = train
        if not len(self.train) or self.train.x[-1] < epoch - 1e-9:
            self.train.append(epoch, train)
        if validation is not None:
            self.validation_now = validation
            self.validation.cut(epoch)
            self.validation.append(epoch, validation)


class RunCurves:
    """The curves of all figures of a run.

    Attributes:
        run: The run's folder; None before it has begun.
        epochs: How many epochs it will have.
        loss: The loss.
        metrics: Each metric by its name.
    """

    def __init__(self, metrics: Iterable[str]) -> None:
        self.run: str | None = None
        self.epochs = 1
        self.loss = Curves(_LOSSES_AT_LEAST)
        self.metrics = {name: Curves(_METRICS_AT_LEAST) for name in metrics}
        # The epoch's sums at the last report, from which those of the batches since follow.
        self._epoch = 0
        self._sums: dict[str, tuple[float, int]] = {}

    @classmethod
    def of_history(cls, history: Iterable[Mapping[str, Any]]) -> RunCurves:
        """The curves of a trained model's history: one event, as JSON, for each epoch."""
        epochs = list(history)
        names = [name for name in (epochs[0]["train"] if epochs else ()) if name not in _NO_METRICS]
        curves = cls(names)
        for event in epochs:
            curves.epochs = max(int(event["epochs"]), int(event["epoch"]))
            curves._end_epoch(int(event["epoch"]), event["train"], event.get("val"))
        return curves

    def feed(self, events: Iterable[Event]) -> bool:
        """Take in events; says whether they changed anything."""
        from netstudio.engine.events import EpochEnded, Progress, Started

        changed = False
        for event in events:
            match event:
                case Started():
                    self._start(event)
                case Progress():
                    self._progress(event)
                case EpochEnded():
                    self._epoch_ended(event)
                case _:
                    continue
            changed = True
        return changed

    def _start(self, event: Started) -> None:
        self.run, self.epochs = event.run, event.epochs

    def _progress(self, event: Progress) -> None:
        self.epochs = event.epochs
        begun = event.epoch - 1
        first = event.batch - len(event.losses) + 1
        places = (begun + batch / event.batches for batch in range(first, event.batch + 1))
        self.loss.measure(places, event.losses)
        self.loss.train_now = event.train.loss
        if event.epoch != self._epoch:
            self._epoch, self._sums = event.epoch, {}
        for name, value in event.train.metrics.items():
            if name in self.metrics:
                self._measure_metric(name, value, event.train, begun + event.batch / event.batches)

    def _measure_metric(self, name: str, value: float, train: Figures, x: float) -> None:
        """Figures run over the whole epoch; the curve shows the batches since the last report.

        That can be told of a mean only; other figures are shown as they run.
        """
        curves = self.metrics[name]
        curves.train_now = value
        if not is_mean(name):
            curves.measure((x,), (value,))
            return
        past_sum, past_samples = self._sums.get(name, (0.0, 0))
        total, samples = value * train.samples, train.samples - past_samples
        self._sums[name] = (total, train.samples)
        if samples > 0:
            curves.measure((x,), ((total - past_sum) / samples,), samples)

    def _epoch_ended(self, event: EpochEnded) -> None:
        self.epochs = event.epochs
        self._end_epoch(
            event.epoch, event.train.as_json(), event.val.as_json() if event.val else None
        )

    def _end_epoch(
        self, epoch: int, train: Mapping[str, float], validation: Mapping[str, float] | None
    ) -> None:
        for name, curves in (("loss", self.loss), *self.metrics.items()):
            if name in train:
                curves.end_epoch(epoch, train[name], validation.get(name) if validation else None)


_NO_METRICS = ("loss", "samples")
