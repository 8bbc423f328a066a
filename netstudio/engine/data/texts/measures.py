"""What can be measured of texts: how long they are."""

from __future__ import annotations

from typing import cast

import numpy as np

from netstudio.core.translate import QT_TRANSLATE_NOOP, message
from netstudio.engine.data.measures import Measured, Measures
from netstudio.engine.data.records import Inputs
from netstudio.engine.data.texts.inputs import Texts


def measures(inputs: Inputs) -> Measures:
    """How many characters every text has."""
    texts = cast("Texts", inputs).texts
    lengths = np.array([len(text) for text in texts], dtype=np.float64)
    name = message(QT_TRANSLATE_NOOP("netstudio", "Length in characters"))
    return (Measured(name, lengths),)
