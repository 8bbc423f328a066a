"""Stored samples as Qt's pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from torch import Tensor

    from netstudio.engine.data.records import Records


def picture_of(sample: Tensor) -> QImage:
    """A stored sample, bytes (channels, height, width), as a picture of that size."""
    return picture_of_bytes(sample.numpy())


def picture_of_bytes(sample: NDArray[np.uint8]) -> QImage:
    """Bytes (channels, height, width) as a picture of that size."""
    channels, height, width = sample.shape
    layout = QImage.Format.Format_Grayscale8 if channels == 1 else QImage.Format.Format_RGB888
    pixels = sample.transpose(1, 2, 0).tobytes()
    # A copy, because a QImage does not keep the bytes that it was given alive.
    return QImage(pixels, width, height, width * channels, layout).copy()


def pixels_of(records: Records, number: int) -> Tensor:
    """The stored picture of one of the records, bytes (channels, height, width)."""
    from netstudio.engine.data.images.inputs import Pictures

    assert isinstance(records.inputs, Pictures)
    return records.inputs.pixels[number]
