"""Metrics: figures that people read beside the loss."""

from __future__ import annotations

from typing import ClassVar

from netstudio.core.declare import Declared, Registry
from netstudio.core.translate import QT_TRANSLATE_NOOP


class MetricDef(Declared):
    """Base of every metric.

    ``target`` names the engine's class that adds it up (see ``evaluation.metrics.Metric``).

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
    target = "metrics.Accuracy"


@METRICS.register
class LabelAccuracy(MetricDef):
    """Share of labels that are rightly given or rightly left out."""

    type = "label_accuracy"
    label = QT_TRANSLATE_NOOP("netstudio", "Label accuracy")
    help = QT_TRANSLATE_NOOP(
        "netstudio", "The share of all yes-or-no answers, over all labels, that are right."
    )
    formula = "accuracy = correct / (samples · labels)"
    target = "metrics.LabelAccuracy"


@METRICS.register
class PixelError(MetricDef):
    """Mean squared difference between pixels, which run from 0 to 1."""

    type = "pixel_error"
    label = QT_TRANSLATE_NOOP("netstudio", "Pixel error")
    help = QT_TRANSLATE_NOOP(
        "netstudio", "The mean squared difference between pixels, which run from 0 to 1."
    )
    formula = "MSE = mean (p − t)²"
    search = ("MSE", "reconstruction error")
    target = "metrics.PixelError"
    is_share = False
    higher_is_better = False


@METRICS.register
class MeanAbsoluteDistance(MetricDef):
    """Mean absolute error in the values' own units."""

    type = "mae"
    label = QT_TRANSLATE_NOOP("netstudio", "MAE")
    help = QT_TRANSLATE_NOOP(
        "netstudio", "How far predictions are from the truth on average, in the values' own units."
    )
    formula = "MAE = mean |p − t|"
    search = ("mean absolute error",)
    target = "metrics.MeanAbsoluteError"
    is_share = False
    higher_is_better = False


@METRICS.register
class RSquared(MetricDef):
    """How much of the values' spread is explained."""

    type = "r2"
    label = QT_TRANSLATE_NOOP("netstudio", "R²")
    help = QT_TRANSLATE_NOOP(
        "netstudio",
        "How much of the values' spread the predictions explain: 1 is perfect, 0 is no better "
        "than always saying the mean.",
    )
    formula = "R² = 1 − Σ (p − t)² / Σ (t − t̄)²"
    search = ("coefficient of determination",)
    target = "metrics.RSquared"
    is_share = False
