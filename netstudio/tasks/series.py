"""Tasks on courses of numbers: forecasting one, and telling many apart."""

from __future__ import annotations

from netstudio.core.translate import QT_TRANSLATE_NOOP
from netstudio.tasks.content import Aim, Content
from netstudio.tasks.losses import CLASS_LOSSES, VALUE_LOSSES
from netstudio.tasks.preparation.series import SequencePreparation, SeriesPreparation
from netstudio.tasks.task import TASKS, TaskDef


@TASKS.register
class Forecasting(TaskDef):
    """The next values of a time series from its last ones."""

    type = "forecasting"
    label = QT_TRANSLATE_NOOP("netstudio", "Forecasting")
    help = QT_TRANSLATE_NOOP("netstudio", "Says how a time series goes on.")
    search = ("time series", "prediction", "regression")
    content = Content.SERIES
    aim = Aim.VALUES
    losses = VALUE_LOSSES
    metrics = ("mae", "rmse", "r2")
    noun = QT_TRANSLATE_NOOP("netstudio", "windows")
    preparation = SeriesPreparation
    preprocessing = "data.series.preprocessing.SeriesPreprocessing"
    decoder = "predictions.values"


@TASKS.register
class SequenceClassification(TaskDef):
    """Whole sequences into classes."""

    type = "sequence_classification"
    label = QT_TRANSLATE_NOOP("netstudio", "Sequence classification")
    help = QT_TRANSLATE_NOOP("netstudio", "Says which class a sequence of numbers belongs to.")
    search = ("time series classification",)
    content = Content.SEQUENCES
    aim = Aim.CLASS
    losses = CLASS_LOSSES
    metrics = ("accuracy",)
    noun = QT_TRANSLATE_NOOP("netstudio", "sequences")
    preparation = SequencePreparation
    preprocessing = "data.series.sequence_preprocessing.SequencePreprocessing"
    decoder = "predictions.ranked_classes"
