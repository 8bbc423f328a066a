"""The task on points in the plane."""

from __future__ import annotations

from netstudio.core.translate import QT_TRANSLATE_NOOP
from netstudio.tasks.content import Aim, Content
from netstudio.tasks.losses import CLASS_LOSSES
from netstudio.tasks.preparation.points import PointPreparation
from netstudio.tasks.task import TASKS, TaskDef


@TASKS.register
class PointClassification(TaskDef):
    """Points in the plane into classes."""

    type = "point_classification"
    label = QT_TRANSLATE_NOOP("netstudio", "Points in the plane")
    help = QT_TRANSLATE_NOOP(
        "netstudio", "Says which class a point belongs to; the boundary is drawn as it is learned."
    )
    search = ("playground", "decision boundary", "toy", "2d")
    content = Content.POINTS
    aim = Aim.CLASS
    losses = CLASS_LOSSES
    metrics = ("accuracy",)
    noun = QT_TRANSLATE_NOOP("netstudio", "points")
    preparation = PointPreparation
    preprocessing = "data.points.preprocessing.PointPreprocessing"
    decoder = "predictions.ranked_classes"
