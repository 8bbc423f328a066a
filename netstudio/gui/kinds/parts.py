"""The parts of a data set."""

from __future__ import annotations

from enum import StrEnum

from netstudio.gui.texts import translate
from netstudio.gui.theme.colours import colours


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


def part_colour(part: Part) -> str:
    """The colour that marks a part, here and in charts."""
    worn = colours()
    return {
        Part.TRAIN: worn.curve_train,
        Part.VALIDATION: worn.curve_validation,
        Part.TEST: worn.ok,
    }[part]
