"""Tasks on pictures."""

from __future__ import annotations

from netstudio.core.translate import QT_TRANSLATE_NOOP
from netstudio.tasks.content import Aim, Content
from netstudio.tasks.losses import CLASS_LOSSES, LABEL_LOSSES
from netstudio.tasks.preparation.images import AutoencodingPreparation, ImagePreparation
from netstudio.tasks.task import TASKS, TaskDef

_NOUN = QT_TRANSLATE_NOOP("netstudio", "images")


@TASKS.register
class ImageClassification(TaskDef):
    """Pictures into classes, one logit for each class."""

    type = "image_classification"
    label = QT_TRANSLATE_NOOP("netstudio", "Image classification")
    help = QT_TRANSLATE_NOOP("netstudio", "Says which class a picture belongs to.")
    content = Content.IMAGES
    aim = Aim.CLASS
    losses = CLASS_LOSSES
    metrics = ("accuracy",)
    noun = _NOUN
    preparation = ImagePreparation
    preprocessing = "data.images.preprocessing.ImagePreprocessing"
    decoder = "predictions.ranked_classes"


@TASKS.register
class ImageLabels(TaskDef):
    """Pictures that may show several things at once, one logit for each."""

    type = "image_labels"
    label = QT_TRANSLATE_NOOP("netstudio", "Several labels per image")
    help = QT_TRANSLATE_NOOP("netstudio", "Says which of several things a picture shows.")
    content = Content.IMAGES
    aim = Aim.LABELS
    losses = LABEL_LOSSES
    metrics = ("label_accuracy", "label_f1")
    noun = _NOUN
    preparation = ImagePreparation
    preprocessing = "data.images.preprocessing.ImagePreprocessing"
    decoder = "predictions.chosen_labels"


@TASKS.register
class ImageAutoencoding(TaskDef):
    """Pictures through a narrow place and back; with noise on the input, without it."""

    type = "image_autoencoding"
    label = QT_TRANSLATE_NOOP("netstudio", "Image autoencoding")
    help = QT_TRANSLATE_NOOP(
        "netstudio", "Gives the picture back, through a narrow place or freed of noise."
    )
    search = ("autoencoder", "denoising", "reconstruction")
    content = Content.IMAGES
    aim = Aim.ITSELF
    losses = ("mean_squared_error", "binary_cross_entropy", "mean_absolute_error")
    metrics = ("pixel_error", "ssim")
    noun = _NOUN
    preparation = AutoencodingPreparation
    preprocessing = "data.images.preprocessing.ImagePreprocessing"
    decoder = "predictions.pictures"
