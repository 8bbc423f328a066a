"""Noise, blur, and parts left out."""

from __future__ import annotations

from netstudio.core.declare import field
from netstudio.core.kinds import Real
from netstudio.core.translate import QT_TRANSLATE_NOOP
from netstudio.tasks.augmentations.augmentation import (
    AUGMENTATIONS,
    SHARE,
    SHARE_HELP,
    SHARE_LABEL,
    AugmentationDef,
    Stage,
)
from netstudio.tasks.content import Content

_STRENGTH_LABEL = QT_TRANSLATE_NOOP("netstudio", "Strength")


@AUGMENTATIONS.register
class Blur(AugmentationDef):
    """Pictures out of focus."""

    type = "blur"
    label = QT_TRANSLATE_NOOP("netstudio", "Blur")
    help = QT_TRANSLATE_NOOP("netstudio", "Puts some pictures out of focus, some more than others.")
    search = ("GaussianBlur", "RandomGaussianBlur")
    target = "data.augmentation.disturbance.Blur"
    contents = (Content.IMAGES,)

    strongest: float = field(
        Real(0.1, 10.0),
        default=1.5,
        label=QT_TRANSLATE_NOOP("netstudio", "Strongest blur"),
        help=QT_TRANSLATE_NOOP("netstudio", "The largest radius in pixels."),
    )
    share: float = field(SHARE, default=0.5, label=SHARE_LABEL, help=SHARE_HELP)


@AUGMENTATIONS.register
class PixelNoise(AugmentationDef):
    """Grainy pictures."""

    type = "pixel_noise"
    label = QT_TRANSLATE_NOOP("netstudio", "Pixel noise")
    help = QT_TRANSLATE_NOOP("netstudio", "Makes pictures grainy, some more than others.")
    search = ("GaussianNoise", "grain")
    target = "data.augmentation.disturbance.PixelNoise"
    contents = (Content.IMAGES,)

    strength: float = field(
        Real(0.0, 1.0),
        default=0.1,
        label=_STRENGTH_LABEL,
        help=QT_TRANSLATE_NOOP(
            "netstudio", "The largest standard deviation, for pixels from 0 to 1."
        ),
    )


@AUGMENTATIONS.register
class Erasing(AugmentationDef):
    """Pictures with a part covered."""

    type = "erasing"
    label = QT_TRANSLATE_NOOP("netstudio", "Erasing")
    help = QT_TRANSLATE_NOOP(
        "netstudio", "Covers a rectangle, so that the network does not rely on a single detail."
    )
    source = "Zhong et al., Random erasing data augmentation, 2017"
    search = ("RandomErasing", "cutout", "CutOut")
    target = "data.augmentation.disturbance.Erasing"
    contents = (Content.IMAGES,)
    stage = Stage.AFTER

    smallest: float = field(
        Real(0.0, 1.0),
        default=0.02,
        label=QT_TRANSLATE_NOOP("netstudio", "Smallest area"),
        help=QT_TRANSLATE_NOOP("netstudio", "The least that is covered, as a share of the area."),
    )
    largest: float = field(
        Real(0.0, 1.0),
        default=0.2,
        label=QT_TRANSLATE_NOOP("netstudio", "Largest area"),
        help=QT_TRANSLATE_NOOP("netstudio", "The most that is covered, as a share of the area."),
    )
    stretch: float = field(
        Real(1.0, 10.0),
        default=3.0,
        label=QT_TRANSLATE_NOOP("netstudio", "Stretch"),
        help=QT_TRANSLATE_NOOP(
            "netstudio", "How many times wider than high, or higher than wide, a part can be."
        ),
        advanced=True,
    )
    share: float = field(SHARE, default=0.5, label=SHARE_LABEL, help=SHARE_HELP)


@AUGMENTATIONS.register
class Noise(AugmentationDef):
    """Numbers that are not quite exact."""

    type = "noise"
    label = QT_TRANSLATE_NOOP("netstudio", "Noise")
    help = QT_TRANSLATE_NOOP(
        "netstudio", "Makes numbers a little larger or smaller; categories stay as they are."
    )
    search = ("GaussianNoise", "jitter")
    target = "data.augmentation.disturbance.Noise"
    contents = (Content.TABLE, Content.SEQUENCES, Content.SERIES, Content.POINTS)
    stage = Stage.AFTER

    strength: float = field(
        Real(0.0, 10.0),
        default=0.05,
        label=_STRENGTH_LABEL,
        help=QT_TRANSLATE_NOOP(
            "netstudio", "Its standard deviation, in standard deviations of the data."
        ),
    )
