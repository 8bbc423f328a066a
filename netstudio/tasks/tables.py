"""Tasks on tables."""

from __future__ import annotations

from netstudio.core.translate import QT_TRANSLATE_NOOP
from netstudio.tasks.content import Aim, Content
from netstudio.tasks.losses import CLASS_LOSSES, VALUE_LOSSES
from netstudio.tasks.preparation.tables import TablePreparation
from netstudio.tasks.task import TASKS, TaskDef

_NOUN = QT_TRANSLATE_NOOP("netstudio", "rows")
_PREPROCESSING = "data.tables.preprocessing.TablePreprocessing"


@TASKS.register
class TableClassification(TaskDef):
    """Rows of a table into classes."""

    type = "table_classification"
    label = QT_TRANSLATE_NOOP("netstudio", "Table classification")
    help = QT_TRANSLATE_NOOP(
        "netstudio", "Says which class a row of a table belongs to, from its other columns."
    )
    search = ("tabular", "csv", "structured data")
    content = Content.TABLE
    aim = Aim.CLASS
    losses = CLASS_LOSSES
    metrics = ("accuracy",)
    noun = _NOUN
    preparation = TablePreparation
    preprocessing = _PREPROCESSING
    decoder = "predictions.ranked_classes"


@TASKS.register
class TableRegression(TaskDef):
    """Rows of a table to numbers, such as a price."""

    type = "table_regression"
    label = QT_TRANSLATE_NOOP("netstudio", "Table regression")
    help = QT_TRANSLATE_NOOP(
        "netstudio", "Predicts a number, such as a price, from the other columns of a table."
    )
    search = ("tabular", "csv", "structured data", "predict a number")
    content = Content.TABLE
    aim = Aim.VALUES
    losses = VALUE_LOSSES
    metrics = ("r2", "mae", "rmse")
    noun = _NOUN
    preparation = TablePreparation
    preprocessing = _PREPROCESSING
    decoder = "predictions.values"
