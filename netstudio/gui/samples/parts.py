"""The parts of a data set."""

from __future__ import annotations

from enum import StrEnum

from netstudio.gui.texts import translate


class Part(StrEnum):
    """A part of a data set, called like the engine's field that holds it."""

    TRAIN = "train"
    VALIDATION = "validation"
    TEST = "test"


def part_name(part: Part) -> str:
    """What people call it."""
    match part:
        case Part.TRAIN:
            return translate("netstudio", "Training")
        case Part.VALIDATION:
            return translate("netstudio", "Validation")
        case Part.TEST:
            return translate("netstudio", "Test")
