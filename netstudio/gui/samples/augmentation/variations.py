"""Samples and their variations as they are painted; made in the background."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

from netstudio.gui.pictures import picture_of
from netstudio.gui.sound.look import heat_picture
from netstudio.tasks.augmentations import AugmentationDef
from netstudio.tasks.content import Content

if TYPE_CHECKING:
    from torch import Tensor

    from netstudio.engine.data.dataset import Dataset
    from netstudio.engine.data.preprocessing import Preprocessing
    from netstudio.engine.events import Preparing

# Curves of a sequence: one for each of the first features, by its heights.
Curves = tuple[tuple[float, ...], ...]
Shown = QImage | Curves | str

_MOST_CURVES = 4
_MOST_NUMBERS = 12
_MOST_SIGNS = 400
_UNKNOWN = "▢"


class Room(Enum):
    """How samples are laid out: width and height of one, and how many there are of what.

    The values are (width, height, samples, variations); a line is as wide as the view.
    """

    TILE = (88, 88, 6, 7)
    WIDE = (140, 70, 6, 4)
    LINE = (0, 26, 3, 5)
    TEXT = (0, 42, 3, 4)


@dataclass(frozen=True)
class Variations:
    """Some samples, each with its variations.

    Attributes:
        room: How they are laid out.
        rows: The original first, then its variations.
    """

    room: Room
    rows: tuple[tuple[Shown, ...], ...]


def room_of(content: Content) -> Room:
    """How samples of this kind are laid out."""
    match content:
        case Content.IMAGES:
            return Room.TILE
        case Content.SOUNDS | Content.SEQUENCES | Content.SERIES:
            return Room.WIDE
        case Content.TEXTS:
            return Room.TEXT
        case _:
            return Room.LINE


def make_variations(
    steps: Sequence[AugmentationDef], dataset: Dataset, content: Content, seed: int
) -> Generator[Preparing, None, Variations]:
    """Vary some samples of the training part; a background job."""
    import torch

    from netstudio.engine.data.augmentation.preview import preview

    room = room_of(content)
    _, _, samples, variations = room.value
    made = yield from preview(steps, dataset, content, samples, variations, seed)
    columns = torch.stack((made.originals, *made.variations), dim=1)
    show = _shown_as(content, dataset.preprocessing, columns)
    return Variations(room, tuple(tuple(map(show, row)) for row in columns))


def _shown_as(
    content: Content, preprocessing: Preprocessing, columns: Tensor
) -> Callable[[Tensor], Shown]:
    """What makes something to be painted of one sample.

    Args:
        content: What the samples are.
        preprocessing: How they were prepared.
        columns: All that is shown: (samples, original and variations, …).
    """
    match content:
        case Content.IMAGES:
            return picture_of
        case Content.SOUNDS:
            return lambda bands: heat_picture(bands[0].flip(0).numpy())
        case Content.SEQUENCES | Content.SERIES:
            return lambda course: tuple(map(tuple, course[:, :_MOST_CURVES].T.tolist()))
        case Content.TEXTS:
            return lambda ids: _text(ids.tolist(), preprocessing)
        case _:
            names = getattr(preprocessing, "features", ("x", "y"))
            varied = (columns != columns[:, :1]).flatten(0, 1).any(0).tolist()
            kept = [at for at, varies in enumerate(varied) if varies] or list(range(len(names)))
            return lambda numbers: "   ".join(
                f"{names[at]} {numbers[at]:.2f}" for at in kept[:_MOST_NUMBERS]
            )


def _text(ids: Sequence[int], preprocessing: Preprocessing) -> str:
    from netstudio.engine.data.texts.preprocessing import TextPreprocessing
    from netstudio.engine.data.texts.tokens import BEGINS, PADDING, SUBWORD, UNKNOWN, WORD

    assert isinstance(preprocessing, TextPreprocessing)
    cutting = preprocessing.cutting
    tokens = [
        _UNKNOWN if number == UNKNOWN else cutting.vocabulary[number]
        for number in ids
        if number != PADDING
    ]
    joined = (" " if cutting.kind == WORD else "").join(tokens)
    text = joined.replace(BEGINS, " ") if cutting.kind == SUBWORD else joined
    return text.strip()[:_MOST_SIGNS]
