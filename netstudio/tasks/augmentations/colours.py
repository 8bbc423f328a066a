"""Pictures in other light and other colours."""

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
)
from netstudio.tasks.content import Content

_AMOUNT = Real(0.0, 1.0)


@AUGMENTATIONS.register
class ColourJitter(AugmentationDef):
    """Pictures in other light."""

    type = "colour_jitter"
    label = QT_TRANSLATE_NOOP("netstudio", "Colour jitter")
    help = QT_TRANSLATE_NOOP(
        "netstudio", "Changes brightness, contrast, saturation and hue at random."
    )
    search = ("ColorJitter", "RandomBrightness", "RandomContrast", "RandomSaturation", "RandomHue")
    target = "data.augmentation.colours.ColourJitter"
    contents = (Content.IMAGES,)

    brightness: float = field(
        _AMOUNT,
        default=0.2,
        label=QT_TRANSLATE_NOOP("netstudio", "Brightness"),
        help=QT_TRANSLATE_NOOP("netstudio", "How much lighter or darker; 0.2 is up to 20 %."),
    )
    contrast: float = field(
        _AMOUNT,
        default=0.2,
        label=QT_TRANSLATE_NOOP("netstudio", "Contrast"),
        help=QT_TRANSLATE_NOOP("netstudio", "How much more or less contrast; 0.2 is up to 20 %."),
    )
    saturation: float = field(
        _AMOUNT,
        default=0.2,
        label=QT_TRANSLATE_NOOP("netstudio", "Saturation"),
        help=QT_TRANSLATE_NOOP("netstudio", "How much stronger or fainter colours become."),
    )
    hue: float = field(
        Real(0.0, 0.5),
        default=0.05,
        label=QT_TRANSLATE_NOOP("netstudio", "Hue"),
        help=QT_TRANSLATE_NOOP(
            "netstudio", "How far colours move around the colour wheel; 0.5 is half a turn."
        ),
    )


@AUGMENTATIONS.register
class Greyscale(AugmentationDef):
    """Pictures without their colours."""

    type = "greyscale"
    label = QT_TRANSLATE_NOOP("netstudio", "Greyscale")
    help = QT_TRANSLATE_NOOP("netstudio", "Takes the colours out of some pictures.")
    search = ("RandomGrayscale", "gray")
    target = "data.augmentation.colours.Greyscale"
    contents = (Content.IMAGES,)

    share: float = field(SHARE, default=0.1, label=SHARE_LABEL, help=SHARE_HELP)
