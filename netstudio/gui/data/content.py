"""A data set in memory with what the window shows of it."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

from netstudio.gui.data.names import source_label
from netstudio.gui.data.preview import Tiles, class_counts, make_picture, make_tiles
from netstudio.tasks.options import DataOptions
from netstudio.tasks.sources import SourceDef

if TYPE_CHECKING:
    from netstudio.engine.data.dataset import Dataset, RawData
    from netstudio.engine.events import Preparing


@dataclass(frozen=True)
class Wish:
    """Which data a document wants, and how divided."""

    source: SourceDef
    options: DataOptions


@dataclass(frozen=True)
class ClassCounts:
    """How many samples of each class each part has, by class number."""

    train: tuple[int, ...]
    validation: tuple[int, ...]
    test: tuple[int, ...]


@dataclass(frozen=True)
class LoadedData:
    """A data set that was read and divided.

    Attributes:
        wish: What it is the answer to.
        raw: The samples as the source has them.
        dataset: The samples divided into parts.
        counts: The balance of the classes.
        tiles: A few training pictures of each class, by class number.
        sample: The first training picture.
    """

    wish: Wish
    raw: RawData
    dataset: Dataset
    counts: ClassCounts
    tiles: Tiles
    sample: QImage

    @property
    def label(self) -> str:
        """What people call its source."""
        return source_label(self.wish.source)


def load_data(
    wish: Wish, data_root: Path | None, raw: RawData | None
) -> Generator[Preparing, None, LoadedData]:
    """Read a source, unless its samples are there as ``raw``, and divide it; a background job."""
    from netstudio.engine.data.load import read_source
    from netstudio.engine.data.splits import divide

    if raw is None:
        raw = yield from read_source(wish.source, data_root)
    dataset = yield from divide(raw, wish.options)
    classes = len(dataset.classes)
    return LoadedData(
        wish=wish,
        raw=raw,
        dataset=dataset,
        counts=ClassCounts(
            *(
                class_counts(part.targets, classes)
                for part in (dataset.train, dataset.validation, dataset.test)
            )
        ),
        tiles=make_tiles(dataset.train, classes),
        sample=make_picture(dataset.train.inputs[0]),
    )
