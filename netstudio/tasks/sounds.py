"""Tasks on sounds."""

from __future__ import annotations

from netstudio.core.translate import QT_TRANSLATE_NOOP
from netstudio.tasks.content import Aim, Content
from netstudio.tasks.losses import CLASS_LOSSES
from netstudio.tasks.preparation.sounds import SoundPreparation
from netstudio.tasks.task import TASKS, TaskDef


@TASKS.register
class SoundClassification(TaskDef):
    """Sounds into classes, by their spectrograms."""

    type = "sound_classification"
    label = QT_TRANSLATE_NOOP("netstudio", "Sound classification")
    help = QT_TRANSLATE_NOOP("netstudio", "Says which class a sound belongs to.")
    content = Content.SOUNDS
    aim = Aim.CLASS
    losses = CLASS_LOSSES
    metrics = ("accuracy",)
    noun = QT_TRANSLATE_NOOP("netstudio", "sounds")
    preparation = SoundPreparation
    preprocessing = "data.sounds.preprocessing.SoundPreprocessing"
    decoder = "predictions.ranked_classes"
