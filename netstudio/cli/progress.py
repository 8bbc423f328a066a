"""The engine's events as text on standard error."""

from __future__ import annotations

from collections.abc import Iterator
from math import isfinite
from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskID, TextColumn
from rich.text import Text

from netstudio.engine import events
from netstudio.engine.events import (
    CrossValidated,
    EpochEnded,
    Event,
    Figures,
    Finished,
    FoldEnded,
    Noticed,
    Preparing,
    Started,
)
from netstudio.engine.stages import stage_text
from netstudio.engine.training.optimizing.rate_curve import RatesTried
from netstudio.tasks.metrics import METRICS


class ProgressText:
    """A bar on a terminal, and a line for each epoch everywhere."""

    def __init__(self) -> None:
        self._console = Console(stderr=True, highlight=False, soft_wrap=True)
        self._bar = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            TextColumn("{task.fields[figures]}"),
            console=self._console,
            transient=True,
            disable=not self._console.is_terminal,
        )
        self._task: TaskID | None = None
        # Which fold of a cross-validation is trained, in words.
        self._fold = ""
        self._told: set[str] = set()

    def __enter__(self) -> Self:
        self._bar.start()
        return self

    def __exit__(
        self,
        type: type[BaseException] | None,
        value: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._bar.stop()

    def show_all(self, stream: Iterator[Event]) -> Event | None:
        """Show every event; returns the last."""
        last = None
        for event in stream:
            self.show(event)
            last = event
        return last

    def show(self, event: Event) -> None:
        """Show one event."""
        match event:
            case Preparing():
                self._update(str(stage_text(event.stage)), event.done, event.total, "")
            case RatesTried():
                self._update("learning rate", event.done, event.total, _rate_text(event))
            case Started():
                self._fold = f"fold {event.fold}/{event.folds}, " if event.folds else ""
                self._say(_started_text(event))
                for note in map(str, event.notes):
                    if note not in self._told:  # every fold has the same
                        self._told.add(note)
                        self._say(f"Note: {note}")
            case events.Progress():
                title = f"{self._fold}epoch {event.epoch}/{event.epochs}"
                self._update(title, event.batch, event.batches, _progress_text(event))
            case EpochEnded():
                self._say(self._fold + _epoch_text(event))
            case events.Noticed():
                self._say(f"Notice: {event.text}")
            case FoldEnded():
                self._say(f"{self._fold}test: {_figures_text(event.test)}")
            case CrossValidated():
                self._say(_cross_validation_text(event))
            case Noticed():
                self._say(f"Note: {event.text}")
            case Finished():
                if event.reason is not None:
                    self._say(f"Ended before its last epoch: {event.reason}")
                if event.test is not None and event.best_epoch:
                    weights = f"weights of epoch {event.best_epoch}"
                    self._say(f"test: {_figures_text(event.test)}, {weights}")

    def _say(self, text: str) -> None:
        # As plain text: names in brackets are no markup.
        self._console.print(Text(text))

    def _update(self, title: str, done: int, total: int, figures: str) -> None:
        if self._task is None:
            self._task = self._bar.add_task(title, figures=figures)
        self._bar.update(
            self._task, description=title, completed=done, total=total, figures=figures
        )


def _started_text(event: Started) -> str:
    parts = f"{event.train_samples:,} training, {event.validation_samples:,} validation"
    return (
        f"Training {_parameters_text(event)} on {event.device}; {parts} and "
        f"{event.test_samples:,} test samples; run folder {event.run}"
    )


def _parameters_text(event: Started) -> str:
    learning = f"{event.parameters - event.frozen:,} of " if event.frozen else ""
    return f"{learning}{event.parameters:,} parameters"


def _rate_text(event: RatesTried) -> str:
    return f"{event.rates[-1]:.1e}, loss {_decimal(event.losses[-1])}"


def _progress_text(event: events.Progress) -> str:
    left = "" if event.seconds_left is None else f", {_clock(event.seconds_left)} left"
    return f"{_figures_text(event.train)}, {event.samples_per_second:,.0f} samples/s{left}"


def _epoch_text(event: EpochEnded) -> str:
    validation = f"; validation: {_figures_text(event.val)}" if event.val else ""
    best = ", best so far" if event.is_best and event.val else ""
    return (
        f"epoch {event.epoch}/{event.epochs}: {_figures_text(event.train)}{validation}{best}; "
        f"{event.samples_per_second:,.0f} samples/s, {event.seconds:.1f} s"
    )


def _cross_validation_text(event: CrossValidated) -> str:
    figures = (
        f"{name} {_metric_text(name, mean)} ± {_metric_text(name, event.deviations[name])}"
        for name, mean in event.means.items()
    )
    return (
        f"{event.folds} folds, mean ± standard deviation of the tests: {', '.join(figures)}; "
        f"the model with the best validation loss is that of fold {event.best_fold}"
    )


def _figures_text(figures: Figures) -> str:
    metrics = (f"{name} {_metric_text(name, value)}" for name, value in figures.metrics.items())
    return ", ".join((f"loss {_decimal(figures.loss)}", *metrics))


def _metric_text(name: str, value: float) -> str:
    metric = METRICS.get(name)
    return f"{value:.2%}" if metric is not None and metric.is_share else _decimal(value)


def _decimal(value: float) -> str:
    """Four decimals, or as a power of ten where these would be all zeros or a row of digits."""
    is_plain = value == 0 or 5e-5 <= abs(value) < 1e6 or not isfinite(value)
    return f"{value:.4f}" if is_plain else f"{value:.2e}"


def _clock(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
