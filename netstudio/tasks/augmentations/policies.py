"""Augmentation that is drawn from a list of operations."""

from __future__ import annotations

from netstudio.core.declare import field
from netstudio.core.kinds import Choice, Integer
from netstudio.core.translate import QT_TRANSLATE_NOOP
from netstudio.tasks.augmentations.augmentation import AUGMENTATIONS, AugmentationDef
from netstudio.tasks.content import Content


@AUGMENTATIONS.register
class TrivialAugment(AugmentationDef):
    """One random operation of random strength."""

    type = "trivial_augment"
    label = QT_TRANSLATE_NOOP("netstudio", "TrivialAugment")
    help = QT_TRANSLATE_NOOP(
        "netstudio", "One random change of random strength for each picture; nothing to set."
    )
    source = "Müller and Hutter, TrivialAugment, 2021"
    search = ("TrivialAugmentWide",)
    target = "data.augmentation.policies.TrivialAugment"
    contents = (Content.IMAGES,)


@AUGMENTATIONS.register
class RandAugment(AugmentationDef):
    """A few random operations of one strength."""

    type = "rand_augment"
    label = QT_TRANSLATE_NOOP("netstudio", "RandAugment")
    help = QT_TRANSLATE_NOOP("netstudio", "A few random changes of the same strength.")
    source = "Cubuk et al., RandAugment, 2019"
    target = "data.augmentation.policies.RandAugment"
    contents = (Content.IMAGES,)

    operations: int = field(
        Integer(1, 8),
        default=2,
        label=QT_TRANSLATE_NOOP("netstudio", "Changes"),
        help=QT_TRANSLATE_NOOP("netstudio", "How many changes each picture goes through."),
    )
    strength: int = field(
        Integer(0, 30),
        default=9,
        label=QT_TRANSLATE_NOOP("netstudio", "Strength"),
        help=QT_TRANSLATE_NOOP("netstudio", "How strong each change is; 30 is the most."),
    )


@AUGMENTATIONS.register
class AutoAugment(AugmentationDef):
    """Pairs of operations that were learned."""

    type = "auto_augment"
    label = QT_TRANSLATE_NOOP("netstudio", "AutoAugment")
    help = QT_TRANSLATE_NOOP(
        "netstudio", "Changes that were found to help most on a well-known set of pictures."
    )
    source = "Cubuk et al., AutoAugment: learning augmentation strategies from data, 2018"
    target = "data.augmentation.policies.AutoAugment"
    contents = (Content.IMAGES,)

    policy: str = field(
        Choice(
            ("imagenet", "cifar10", "svhn"),
            labels=(
                QT_TRANSLATE_NOOP("netstudio", "ImageNet (photographs)"),
                QT_TRANSLATE_NOOP("netstudio", "CIFAR-10 (small pictures)"),
                QT_TRANSLATE_NOOP("netstudio", "SVHN (numbers)"),
            ),
        ),
        default="imagenet",
        label=QT_TRANSLATE_NOOP("netstudio", "Found on"),
        help=QT_TRANSLATE_NOOP("netstudio", "The pictures that are most like yours."),
    )
