"""What a way of varying training samples declares about itself."""

from __future__ import annotations

from typing import ClassVar

from netstudio.core.declare import Declared, Registry
from netstudio.core.translate import QT_TRANSLATE_NOOP
from netstudio.tasks.content import Content


class AugmentationDef(Declared):
    """Base of every augmentation; ``target`` names the engine's class that does it.

    Attributes:
        contents: Which kinds of samples it varies.
    """

    contents: ClassVar[tuple[Content, ...]]


AUGMENTATIONS: Registry[AugmentationDef] = Registry(QT_TRANSLATE_NOOP("netstudio", "augmentation"))
