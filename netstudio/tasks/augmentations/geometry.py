"""Pictures moved, turned, cut and bent."""

from __future__ import annotations

from netstudio.core.declare import field
from netstudio.core.kinds import Choice, Integer, Real
from netstudio.core.translate import QT_TRANSLATE_NOOP
from netstudio.tasks.augmentations.augmentation import (
    AUGMENTATIONS,
    SHARE,
    SHARE_HELP,
    SHARE_LABEL,
    AugmentationDef,
)
from netstudio.tasks.content import Content

_OUTSIDE = Choice(
    ("black", "edge", "mirror"),
    labels=(
        QT_TRANSLATE_NOOP("netstudio", "Black"),
        QT_TRANSLATE_NOOP("netstudio", "Edge pixels"),
        QT_TRANSLATE_NOOP("netstudio", "Mirror image"),
    ),
)
_OUTSIDE_LABEL = QT_TRANSLATE_NOOP("netstudio", "Outside")
_OUTSIDE_HELP = QT_TRANSLATE_NOOP(
    "netstudio", "What shows where the picture has been moved away from."
)
_ANGLES = Real(0.0, 180.0)


@AUGMENTATIONS.register
class Flip(AugmentationDef):
    """Mirrored pictures."""

    type = "flip"
    label = QT_TRANSLATE_NOOP("netstudio", "Flip")
    help = QT_TRANSLATE_NOOP(
        "netstudio", "Mirrors pictures; not for digits and letters, which change their meaning."
    )
    search = ("RandomHorizontalFlip", "RandomVerticalFlip", "RandomFlip", "mirror")
    target = "data.augmentation.geometry.Flip"
    contents = (Content.IMAGES,)
    only_moves = True

    direction: str = field(
        Choice(
            ("horizontal", "vertical", "both"),
            labels=(
                QT_TRANSLATE_NOOP("netstudio", "Left and right"),
                QT_TRANSLATE_NOOP("netstudio", "Top and bottom"),
                QT_TRANSLATE_NOOP("netstudio", "Both"),
            ),
        ),
        default="horizontal",
        label=QT_TRANSLATE_NOOP("netstudio", "Direction"),
        help=QT_TRANSLATE_NOOP(
            "netstudio", "What changes places; with both, each happens by itself."
        ),
    )
    share: float = field(SHARE, default=0.5, label=SHARE_LABEL, help=SHARE_HELP)


@AUGMENTATIONS.register
class Crop(AugmentationDef):
    """Pictures shifted by whole pixels."""

    type = "crop"
    label = QT_TRANSLATE_NOOP("netstudio", "Random crop")
    help = QT_TRANSLATE_NOOP(
        "netstudio", "Shifts pictures by a few pixels: pads them and cuts the old size out again."
    )
    search = ("RandomCrop", "padding", "shift", "translate")
    target = "data.augmentation.geometry.Crop"
    contents = (Content.IMAGES,)
    only_moves = True

    padding: int = field(
        Integer(1, 256),
        default=4,
        label=QT_TRANSLATE_NOOP("netstudio", "Padding"),
        help=QT_TRANSLATE_NOOP("netstudio", "How many pixels are added on each side."),
    )
    outside: str = field(_OUTSIDE, default="black", label=_OUTSIDE_LABEL, help=_OUTSIDE_HELP)


@AUGMENTATIONS.register
class ResizedCrop(AugmentationDef):
    """Parts of pictures, enlarged."""

    type = "resized_crop"
    label = QT_TRANSLATE_NOOP("netstudio", "Resized crop")
    help = QT_TRANSLATE_NOOP("netstudio", "Cuts a part out of each picture and enlarges it.")
    source = "Szegedy et al., Going deeper with convolutions, 2014"
    search = ("RandomResizedCrop", "zoom", "RandomZoom")
    target = "data.augmentation.geometry.ResizedCrop"
    contents = (Content.IMAGES,)

    smallest: float = field(
        Real(0.01, 1.0),
        default=0.5,
        label=QT_TRANSLATE_NOOP("netstudio", "Smallest part"),
        help=QT_TRANSLATE_NOOP("netstudio", "The smallest share of a picture's area that is kept."),
    )
    stretch: float = field(
        Real(1.0, 4.0),
        default=1.33,
        label=QT_TRANSLATE_NOOP("netstudio", "Stretch"),
        help=QT_TRANSLATE_NOOP(
            "netstudio", "How many times wider than high, or higher than wide, a part can be."
        ),
    )


@AUGMENTATIONS.register
class Rotate(AugmentationDef):
    """Turned pictures."""

    type = "rotate"
    label = QT_TRANSLATE_NOOP("netstudio", "Rotate")
    help = QT_TRANSLATE_NOOP("netstudio", "Turns pictures by a random angle.")
    search = ("RandomRotation", "turn")
    target = "data.augmentation.geometry.Affine"
    contents = (Content.IMAGES,)

    degrees: float = field(
        _ANGLES,
        default=15.0,
        label=QT_TRANSLATE_NOOP("netstudio", "Degrees"),
        help=QT_TRANSLATE_NOOP("netstudio", "The largest angle, to either side."),
    )
    outside: str = field(_OUTSIDE, default="black", label=_OUTSIDE_LABEL, help=_OUTSIDE_HELP)


@AUGMENTATIONS.register
class Affine(AugmentationDef):
    """Turned, shifted, scaled and slanted pictures."""

    type = "affine"
    label = QT_TRANSLATE_NOOP("netstudio", "Affine")
    help = QT_TRANSLATE_NOOP(
        "netstudio", "Turns, shifts, scales and slants pictures in a single step."
    )
    search = ("RandomAffine", "RandomTranslation", "translate", "scale", "shear")
    target = "data.augmentation.geometry.Affine"
    contents = (Content.IMAGES,)

    degrees: float = field(
        _ANGLES,
        default=10.0,
        label=QT_TRANSLATE_NOOP("netstudio", "Degrees"),
        help=QT_TRANSLATE_NOOP("netstudio", "The largest angle, to either side."),
    )
    shift: float = field(
        Real(0.0, 1.0),
        default=0.1,
        label=QT_TRANSLATE_NOOP("netstudio", "Shift"),
        help=QT_TRANSLATE_NOOP(
            "netstudio", "The longest way in each direction, as a share of the picture's size."
        ),
    )
    scale: float = field(
        Real(1.0, 4.0),
        default=1.1,
        label=QT_TRANSLATE_NOOP("netstudio", "Scale"),
        help=QT_TRANSLATE_NOOP("netstudio", "How many times larger or smaller a picture can be."),
    )
    shear: float = field(
        Real(0.0, 60.0),
        default=5.0,
        label=QT_TRANSLATE_NOOP("netstudio", "Slant"),
        help=QT_TRANSLATE_NOOP("netstudio", "The largest slant in degrees, to either side."),
    )
    outside: str = field(_OUTSIDE, default="black", label=_OUTSIDE_LABEL, help=_OUTSIDE_HELP)
    share: float = field(SHARE, default=1.0, label=SHARE_LABEL, help=SHARE_HELP)


@AUGMENTATIONS.register
class Perspective(AugmentationDef):
    """Pictures seen from the side."""

    type = "perspective"
    label = QT_TRANSLATE_NOOP("netstudio", "Perspective")
    help = QT_TRANSLATE_NOOP("netstudio", "Shows pictures as if they were seen from the side.")
    search = ("RandomPerspective",)
    target = "data.augmentation.geometry.Perspective"
    contents = (Content.IMAGES,)

    strength: float = field(
        Real(0.0, 0.5),
        default=0.2,
        label=QT_TRANSLATE_NOOP("netstudio", "Strength"),
        help=QT_TRANSLATE_NOOP(
            "netstudio", "How far a corner moves at most, as a share of half the picture's size."
        ),
    )
    outside: str = field(_OUTSIDE, default="black", label=_OUTSIDE_LABEL, help=_OUTSIDE_HELP)
    share: float = field(SHARE, default=0.5, label=SHARE_LABEL, help=SHARE_HELP)
