"""How training samples are varied: one file for each kind of content."""

from netstudio.tasks.augmentations.augmentation import AUGMENTATIONS, AugmentationDef

__all__ = ["AUGMENTATIONS", "AugmentationDef"]
