"""Metrics: figures that people read beside the loss."""

from __future__ import annotations

from typing import ClassVar

from netstudio.core.declare import Declared, Registry
from netstudio.core.translate import QT_TRANSLATE_NOOP


class MetricDef(Declared):
    """Base of every metric.

    Attributes:
        is_share: Whether it runs from 0 to 1 and is shown in percent.
        higher_is_better: In which direction it improves.
    """

    is_share: ClassVar[bool] = True
    higher_is_better: ClassVar[bool] = True


METRICS: Registry[MetricDef] = Registry(QT_TRANSLATE_NOOP("netstudio", "metric"))


@METRICS.register
class Accuracy(MetricDef):
    """Share of samples whose most probable class is the true one."""

    type = "accuracy"
    label = QT_TRANSLATE_NOOP("netstudio", "Accuracy")
    help = QT_TRANSLATE_NOOP(
        "netstudio", "The share of samples for which the most probable class is the right one."
    )
    formula = "accuracy = correct / all"
    search = ("acc",)
    target = "metrics.correct"
