"""Courses of numbers varied."""

from __future__ import annotations

from netstudio.core.declare import field
from netstudio.core.kinds import Real
from netstudio.core.translate import QT_TRANSLATE_NOOP
from netstudio.tasks.augmentations.augmentation import AUGMENTATIONS, AugmentationDef, Stage
from netstudio.tasks.content import Content


@AUGMENTATIONS.register
class Scaling(AugmentationDef):
    """Courses stretched in height."""

    type = "scaling"
    label = QT_TRANSLATE_NOOP("netstudio", "Scaling")
    help = QT_TRANSLATE_NOOP(
        "netstudio", "Multiplies each feature of a sequence by a factor of its own."
    )
    target = "data.augmentation.sequences.Scaling"
    contents = (Content.SEQUENCES,)
    stage = Stage.AFTER

    factor: float = field(
        Real(1.0, 10.0),
        default=1.1,
        label=QT_TRANSLATE_NOOP("netstudio", "Factor"),
        help=QT_TRANSLATE_NOOP("netstudio", "How many times larger or smaller at most."),
    )


@AUGMENTATIONS.register
class SequenceShift(AugmentationDef):
    """Courses that start earlier or later."""

    type = "sequence_shift"
    label = QT_TRANSLATE_NOOP("netstudio", "Shift in time")
    help = QT_TRANSLATE_NOOP("netstudio", "Lets each sequence start a little earlier or later.")
    target = "data.augmentation.sequences.SequenceShift"
    contents = (Content.SEQUENCES,)
    stage = Stage.AFTER

    largest: float = field(
        Real(0.0, 1.0),
        default=0.1,
        label=QT_TRANSLATE_NOOP("netstudio", "Largest shift"),
        help=QT_TRANSLATE_NOOP("netstudio", "To either side, as a share of the whole length."),
    )
