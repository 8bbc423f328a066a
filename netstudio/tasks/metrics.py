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
        is_mean: Whether it is the mean of what each sample gives by itself.
    """

    is_share: ClassVar[bool] = True
    higher_is_better: ClassVar[bool] = True
    is_mean: ClassVar[bool] = True


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
class MacroF1(MetricDef):
    """Mean over classes of the harmonic mean of precision and recall."""

    type = "f1"
    label = QT_TRANSLATE_NOOP("netstudio", "F1")
    help = QT_TRANSLATE_NOOP(
        "netstudio",
        "The harmonic mean of precision and recall, mean over classes; rare classes count as much "
        "as frequent ones.",
    )
    formula = "F1 = mean 2 · right / (predicted + true)"
    search = ("F-score", "macro F1")
    target = "metrics.F1"
    is_mean = False


@METRICS.register
class MacroPrecision(MetricDef):
    """Mean over classes of the share of what is taken for a class that is of it."""

    type = "precision"
    label = QT_TRANSLATE_NOOP("netstudio", "Precision")
    help = QT_TRANSLATE_NOOP(
        "netstudio", "Which share of what is taken for a class is of it, mean over classes."
    )
    formula = "precision = mean right / predicted"
    search = ("positive predictive value",)
    target = "metrics.Precision"
    is_mean = False


@METRICS.register
class MacroRecall(MetricDef):
    """Mean over classes of the share of a class that is recognised."""

    type = "recall"
    label = QT_TRANSLATE_NOOP("netstudio", "Recall")
    help = QT_TRANSLATE_NOOP(
        "netstudio", "Which share of a class is recognised, mean over classes."
    )
    formula = "recall = mean right / true"
    search = ("sensitivity", "balanced accuracy")
    target = "metrics.Recall"
    is_mean = False


@METRICS.register
class TopFive(MetricDef):
    """Share of samples whose true class is among the five most probable."""

    type = "top5"
    label = QT_TRANSLATE_NOOP("netstudio", "Top-5 accuracy")
    help = QT_TRANSLATE_NOOP(
        "netstudio",
        "The share of samples for which the right class is among the five most probable; telling "
        "with many classes.",
    )
    formula = "top-5 = correct in five / all"
    search = ("top-k",)
    target = "metrics.TopFive"


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
class LabelF1(MetricDef):
    """Mean over labels of the harmonic mean of precision and recall."""

    type = "label_f1"
    label = QT_TRANSLATE_NOOP("netstudio", "Label F1")
    help = QT_TRANSLATE_NOOP(
        "netstudio",
        "The harmonic mean of precision and recall of each label, mean over labels; unlike "
        "accuracy, it is not lifted by labels that are rare.",
    )
    formula = "F1 = mean 2 · right / (given + true)"
    search = ("F-score", "macro F1")
    target = "metrics.LabelF1"
    is_mean = False


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
class StructuralSimilarity(MetricDef):
    """How alike two pictures are in light, contrast and structure."""

    type = "ssim"
    label = QT_TRANSLATE_NOOP("netstudio", "SSIM")
    help = QT_TRANSLATE_NOOP(
        "netstudio",
        "How alike pictures look: whether light, contrast and structure agree; 1 for equal ones.",
    )
    formula = "SSIM = mean (2μμ′ + c₁)(2σ″ + c₂) / ((μ² + μ′² + c₁)(σ² + σ′² + c₂))"
    source = "Wang et al., Image quality assessment, 2004"
    search = ("structural similarity",)
    target = "ssim.StructuralSimilarity"
    is_share = False


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
class RootMeanSquaredDistance(MetricDef):
    """Root of the mean squared error in the values' own units."""

    type = "rmse"
    label = QT_TRANSLATE_NOOP("netstudio", "RMSE")
    help = QT_TRANSLATE_NOOP(
        "netstudio",
        "Like the mean absolute error, but large errors count more; in the values' own units.",
    )
    formula = "RMSE = √ mean (p − t)²"
    search = ("root mean squared error",)
    target = "metrics.RootMeanSquaredError"
    is_mean = False
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
    is_mean = False
    is_share = False
