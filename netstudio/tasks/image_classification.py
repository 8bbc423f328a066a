"""Image classification: one picture in, one class out."""

from __future__ import annotations

from netstudio.core.layer import LayerContext
from netstudio.core.project import DataFacts
from netstudio.core.spec import FEATURES, TensorSpec
from netstudio.core.translate import QT_TRANSLATE_NOOP
from netstudio.tasks.task import TASKS, TaskDef


@TASKS.register
class ImageClassification(TaskDef):
    """Pictures into classes, one logit for each class."""

    type = "image_classification"
    label = QT_TRANSLATE_NOOP("netstudio", "Image classification")
    help = QT_TRANSLATE_NOOP("netstudio", "Says which class a picture belongs to.")
    losses = ("cross_entropy", "mean_squared_error")
    metrics = ("accuracy",)
    noun = QT_TRANSLATE_NOOP("netstudio", "images")
    decoder = "predictions.ranked_classes"
    preprocessing = "preprocessing.ImagePreprocessing"

    def output_spec(self, facts: DataFacts) -> TensorSpec:
        return TensorSpec(FEATURES, (len(facts.classes),))

    def context(self, facts: DataFacts) -> LayerContext:
        return LayerContext(outputs=len(facts.classes) or None)
