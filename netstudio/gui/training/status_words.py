"""Figures and devices in the words of the window's bottom line."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from netstudio.gui.metric_words import metric_text, metric_word
from netstudio.gui.texts import duration, grouped, translate, words

if TYPE_CHECKING:
    from netstudio.engine.events import CrossValidated, Figures, Finished, Started


def finished_text(event: Finished, concluded: CrossValidated | None) -> str:
    """What came of a run, in one sentence.

    Args:
        event: Its end.
        concluded: What came of all folds, for a cross-validation.
    """
    time = duration(event.seconds)
    if event.test is None:
        if event.reason is not None:
            text = translate("netstudio", "Ended early after {time}: {reason}")
            return text.format(time=time, reason=words(event.reason))
        return translate("netstudio", "Finished after {time}").format(time=time)
    name, value = telling_figure(event.test)
    if concluded is not None:
        text = translate(
            "netstudio", "Finished: {metric} {value} ± {deviation} over {folds} folds after {time}"
        )
        spread = deviation(concluded, event.test)
        return text.format(
            metric=name, value=value, deviation=spread, folds=concluded.folds, time=time
        )
    if event.reason is not None:
        text = translate("netstudio", "Ended early: {value} on test after {time}. {reason}")
        return text.format(value=value, time=time, reason=words(event.reason))
    return translate("netstudio", "Finished: {value} on test after {time}").format(
        value=value, time=time
    )


def strong(text: str) -> str:
    """A text that stands out."""
    return f'<span style="font-weight: 600">{escape(text)}</span>'


def calm(rate: float) -> str:
    """A rate in three digits: the others only flicker."""
    digits = 3 - len(str(int(rate)))
    return grouped(round(round(rate), min(0, digits)))


def device_text(event: Started) -> str:
    """``CPU · 2 threads``, or the name of the GPU."""
    kind, _, described = event.device.partition(" (")
    if kind != "cpu":
        return escape(described.partition(",")[0].rstrip(")") or kind)
    threads = int(event.execution.get("threads", 1))
    if threads == 1:
        return translate("netstudio", "CPU · 1 thread")
    return translate("netstudio", "CPU · {threads} threads").format(threads=threads)


def deviation(concluded: CrossValidated, test: Figures) -> str:
    """The deviation of the figure that is told."""
    for name in test.metrics:
        return metric_text(name, concluded.deviations[name])
    return f"{concluded.deviations['loss']:.3f}"


def telling_figure(figures: Figures) -> tuple[str, str]:
    """Name and value of the first metric, or of the loss where there is no metric."""
    for name, value in figures.metrics.items():
        return metric_word(name), metric_text(name, value)
    return translate("netstudio", "loss"), f"{figures.loss:.3f}"
