"""How training samples can be varied, declared; one file for each kind of change."""

from netstudio.tasks.augmentations import (
    colours,
    disturbance,
    geometry,
    mixing,
    policies,
    sequences,
    sounds,
    texts,
)
from netstudio.tasks.augmentations.augmentation import (
    AUGMENTATIONS,
    AugmentationDef,
    Stage,
    augmentations_for,
)

__all__ = [
    "AUGMENTATIONS",
    "AugmentationDef",
    "Stage",
    "augmentations_for",
    "colours",
    "disturbance",
    "geometry",
    "mixing",
    "policies",
    "sequences",
    "sounds",
    "texts",
]
