"""How pictures become numbers."""

from __future__ import annotations

from netstudio.core.declare import field
from netstudio.core.kinds import Choice, Real
from netstudio.core.translate import QT_TRANSLATE_NOOP
from netstudio.tasks.preparation.preparation import PreparationDef

_NORMALISATION = QT_TRANSLATE_NOOP("netstudio", "Normalisation")
_NORMALISATION_HELP = QT_TRANSLATE_NOOP(
    "netstudio",
    "The scale on which the network sees pixels: centred by the mean and spread of these data, or "
    "of ImageNet, or from 0 to 1.",
)
_SCALES = Choice(
    ("dataset", "imagenet", "zero_one"),
    labels=(
        QT_TRANSLATE_NOOP("netstudio", "These data's"),
        QT_TRANSLATE_NOOP("netstudio", "ImageNet's"),
        QT_TRANSLATE_NOOP("netstudio", "0 to 1"),
    ),
)


class ImagePreparation(PreparationDef):
    """Standardised pixels."""

    type = "image_preparation"
    label = QT_TRANSLATE_NOOP("netstudio", "Pictures")
    help = QT_TRANSLATE_NOOP("netstudio", "How pictures become numbers.")

    normalisation: str = field(
        _SCALES, default="dataset", label=_NORMALISATION, help=_NORMALISATION_HELP
    )


class AutoencodingPreparation(PreparationDef):
    """Pixels from 0 to 1, which the network gives back; noise may be laid over its input."""

    type = "autoencoding_preparation"
    label = QT_TRANSLATE_NOOP("netstudio", "Pictures")
    help = QT_TRANSLATE_NOOP("netstudio", "How pictures become numbers.")

    noise: float = field(
        Real(0.0, 2.0),
        default=0.0,
        label=QT_TRANSLATE_NOOP("netstudio", "Noise"),
        help=QT_TRANSLATE_NOOP(
            "netstudio",
            "The standard deviation of noise laid over the network's input, for pixels from 0 to "
            "1: the network learns to take it away. 0 for a plain autoencoder.",
        ),
    )
