"""What a way of varying training samples declares about itself."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from netstudio.core.declare import Declared, Registry
from netstudio.core.kinds import Real
from netstudio.core.translate import QT_TRANSLATE_NOOP
from netstudio.tasks.content import Aim, Content


class Stage(StrEnum):
    """Where a step stands beside the preprocessing."""

    BEFORE = "before"  # on pixels from 0 to 1, on waveforms from −1 to 1, on token ids
    AFTER = "after"  # on what the network receives


class AugmentationDef(Declared):
    """Base of every step of augmentation; ``target`` names the engine's class.

    Attributes:
        contents: The kinds of samples that it can vary.
        stage: Where it stands beside the preprocessing.
        only_moves: Whether it only moves numbers, so that it can work on stored ones as they are.
        mixes: Whether it mixes samples, and their targets with them; such a step stands after.
    """

    contents: ClassVar[tuple[Content, ...]]
    stage: ClassVar[Stage] = Stage.BEFORE
    only_moves: ClassVar[bool] = False
    mixes: ClassVar[bool] = False


AUGMENTATIONS: Registry[AugmentationDef] = Registry(QT_TRANSLATE_NOOP("netstudio", "augmentation"))

SHARE = Real(0.0, 1.0)
SHARE_LABEL = QT_TRANSLATE_NOOP("netstudio", "Share")
SHARE_HELP = QT_TRANSLATE_NOOP("netstudio", "The share of samples that it changes.")


def augmentations_for(content: Content, aim: Aim) -> tuple[type[AugmentationDef], ...]:
    """What can vary samples of this kind; a sample that is its own target is not mixed."""
    return tuple(
        step
        for step in AUGMENTATIONS
        if content in step.contents and not (step.mixes and aim is Aim.ITSELF)
    )
