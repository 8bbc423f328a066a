"""What can be measured of pictures: their sizes in their files."""

from __future__ import annotations

from typing import cast

import numpy as np

from netstudio.core.translate import QT_TRANSLATE_NOOP, message
from netstudio.engine.data.images.inputs import Pictures
from netstudio.engine.data.measures import Measured, Measures
from netstudio.engine.data.records import Inputs


def measures(inputs: Inputs) -> Measures:
    """Width and height of every picture, before it was brought to the common size."""
    pictures = cast("Pictures", inputs)
    sizes = pictures.sizes
    if sizes is None:
        height, width = pictures.pixels.shape[-2:]
        sizes = np.tile((width, height), (len(pictures), 1))
    widths, heights = sizes.T.astype(np.float64)
    return (
        Measured(message(QT_TRANSLATE_NOOP("netstudio", "Width")), widths, "px"),
        Measured(message(QT_TRANSLATE_NOOP("netstudio", "Height")), heights, "px"),
    )
