"""Tasks on texts."""

from __future__ import annotations

from netstudio.core.translate import QT_TRANSLATE_NOOP
from netstudio.tasks.content import Aim, Content
from netstudio.tasks.losses import CLASS_LOSSES
from netstudio.tasks.preparation.texts import TextPreparation
from netstudio.tasks.task import TASKS, TaskDef


@TASKS.register
class TextClassification(TaskDef):
    """Texts into classes."""

    type = "text_classification"
    label = QT_TRANSLATE_NOOP("netstudio", "Text classification")
    help = QT_TRANSLATE_NOOP("netstudio", "Says which class a text belongs to.")
    search = ("NLP", "sentiment", "spam", "reviews")
    content = Content.TEXTS
    aim = Aim.CLASS
    losses = CLASS_LOSSES
    metrics = ("accuracy",)
    noun = QT_TRANSLATE_NOOP("netstudio", "texts")
    preparation = TextPreparation
    preprocessing = "data.texts.preprocessing.TextPreprocessing"
    decoder = "predictions.ranked_classes"
