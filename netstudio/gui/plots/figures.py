"""What can be plotted of a run."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from netstudio.gui.metric_words import is_share, metric_label
from netstudio.gui.texts import grouped, percent, translate
from netstudio.gui.ticks import scientific

LOSS = "loss"
LEARNING_RATE = "learning_rate"
GRADIENT_NORM = "gradient_norm"
THROUGHPUT = "samples_per_second"

# Of the training itself rather than of its results; these have no validation part.
OF_THE_TRAINING = (LEARNING_RATE, GRADIENT_NORM, THROUGHPUT)


@dataclass(frozen=True)
class Figure:
    """One thing that is plotted.

    Attributes:
        name: Its name in events.
        title: What people call it.
        is_share: Whether it runs from 0 to 1 and is written in percent.
        has_parts: Whether there is one for training and one for validation data.
        is_noisy: Whether it is measured batch by batch, so that a smooth curve helps.
    """

    name: str
    title: str
    is_share: bool = False
    has_parts: bool = True
    is_noisy: bool = True

    def text(self, value: float | None) -> str:
        """A value as it is shown; "" where there is none."""
        if value is None:
            return ""
        if self.is_share:
            return percent(value)
        if self.name == THROUGHPUT:
            return grouped(round(value))
        if 0.001 <= abs(value) < 10_000 or not value:
            digits = 4 if self.name == LEARNING_RATE else 3
            return f"{value:.{digits}f}" if abs(value) < 100 else f"{value:.0f}"
        return scientific(value)


def figure(name: str) -> Figure:
    """The figure of this name; one that is unknown here is taken for a metric."""
    match name:
        case "loss":
            return Figure(name, translate("netstudio", "Loss"))
        case "learning_rate":
            title = translate("netstudio", "Learning rate")
            return Figure(name, title, has_parts=False, is_noisy=False)
        case "gradient_norm":
            return Figure(name, translate("netstudio", "Gradient norm"), has_parts=False)
        case "samples_per_second":
            return Figure(name, translate("netstudio", "Throughput"), has_parts=False)
        case _:
            return Figure(name, metric_label(name), is_share(name))


def choice(metrics: Sequence[str]) -> tuple[str, ...]:
    """The names of everything that can be plotted of a run with these metrics."""
    return (LOSS, *metrics, *OF_THE_TRAINING)
