"""Metrics by their names in files and events, as people read them."""

from __future__ import annotations

from netstudio.gui.texts import percent, words
from netstudio.tasks.metrics import METRICS

# Names this short are abbreviations: R², F1.
_SHORT = 3


def metric_label(name: str) -> str:
    """What people call a metric, as a title; its name where it is unknown."""
    metric = METRICS.get(name)
    return words(metric.label) if metric is not None else name


def metric_word(name: str) -> str:
    """What people call a metric within a line: accuracy, but MAE and R²."""
    label = metric_label(name)
    return label if label[1:2].isupper() or len(label) < _SHORT else label.lower()


def is_share(name: str) -> bool:
    """Whether a metric runs from 0 to 1 and is written in percent."""
    metric = METRICS.get(name)
    return metric is not None and metric.is_share


def is_mean(name: str) -> bool:
    """Whether a metric is the mean of what each sample gives; unknown ones are taken for it."""
    metric = METRICS.get(name)
    return metric is None or metric.is_mean


def metric_text(name: str, value: float, digits: int = 1) -> str:
    """A metric's value: 97.9 %, or 0.123 for one that is no share.

    Args:
        name: The metric.
        value: Its value.
        digits: How many of them a percentage has behind its point; other values have two more.
    """
    return percent(value, digits) if is_share(name) else f"{value:.{digits + 2}f}"
