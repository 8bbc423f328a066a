"""What can be measured of sounds: how long and how loud they are."""

from __future__ import annotations

from typing import cast

import numpy as np

from netstudio.core.translate import QT_TRANSLATE_NOOP, message
from netstudio.engine.data.measures import Measured, Measures
from netstudio.engine.data.records import Inputs
from netstudio.engine.data.sounds.inputs import Sounds


def measures(inputs: Inputs) -> Measures:
    """How long every sound is."""
    sounds = cast("Sounds", inputs)
    lengths = np.array([len(wave) for wave in sounds.waves], dtype=np.float64) / sounds.rate
    return (Measured(message(QT_TRANSLATE_NOOP("netstudio", "Length")), lengths, "s"),)
