"""Small pictures of a few samples of each class; made in the background."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from netstudio.gui.pictures import picture_of

if TYPE_CHECKING:
    from torch import Tensor

    from netstudio.engine.data.dataset import Samples

# What one class fills the panel with.
MOST_OF_A_CLASS = 14
# However many classes there are, so that previews stay a few megabytes.
_MOST_IN_ALL = 1400
_LONGEST_SIDE = 64

Tiles = tuple[tuple[QImage, ...], ...]


def make_tiles(samples: Samples, classes: int) -> Tiles:
    """Pictures of the first samples of each class, by class number."""
    wanted = max(1, min(MOST_OF_A_CLASS, _MOST_IN_ALL // max(classes, 1)))
    by_class = samples.targets.argsort(stable=True)
    tiles = []
    begin = 0
    for count in class_counts(samples.targets, classes):
        chosen = by_class[begin : begin + min(wanted, count)]
        tiles.append(tuple(make_picture(samples.inputs[at]) for at in chosen.tolist()))
        begin += count
    return tuple(tiles)


def make_picture(sample: Tensor) -> QImage:
    """A stored sample, bytes (channels, height, width), as a picture; a large one made small."""
    image = picture_of(sample)
    if max(image.width(), image.height()) <= _LONGEST_SIDE:
        return image
    return image.scaled(
        _LONGEST_SIDE,
        _LONGEST_SIDE,
        Qt.AspectRatioMode.KeepAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )


def class_counts(targets: Tensor, classes: int) -> tuple[int, ...]:
    """How many samples there are of each class."""
    return tuple(int(count) for count in targets.bincount(minlength=classes).tolist())
