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
from netstudio.tasks.preparation import PreparationDef
from netstudio.tasks.settings import Settings
from netstudio.tasks.sources import SourceDef
from netstudio.tasks.task import TaskDef

if TYPE_CHECKING:
    from netstudio.engine.data.dataset import Dataset
    from netstudio.engine.data.records import RawData
    from netstudio.engine.events import Preparing


@dataclass(frozen=True)
class Wish:
    """Which data a document wants, what for, how divided and how prepared."""

    task: TaskDef
    source: SourceDef
    options: DataOptions
    preparation: PreparationDef

    @property
    def settings(self) -> Settings:
        """The same as the engine takes it."""
        return Settings(
            task=self.task,
            source=self.source,
            data=self.options,
            preparation=self.preparation,
            augmentation=(),
            loss=None,
            optimizer=None,
            training=None,
        )

    def reads_like(self, other: Wish) -> bool:
        """Whether the same samples are read for both."""
        return (self.task, self.source) == (other.task, other.source)


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
        tiles: A few training pictures of each class, by class number; none of other samples.
        sample: The first training picture; None of other samples.
    """

    wish: Wish
    raw: RawData
    dataset: Dataset
    counts: ClassCounts
    tiles: Tiles
    sample: QImage | None

    @property
    def label(self) -> str:
        """What people call its source."""
        return source_label(self.wish.source)


def load_data(
    wish: Wish, data_root: Path | None, raw: RawData | None
) -> Generator[Preparing, None, LoadedData]:
    """Read a source, unless its samples are there as ``raw``, and divide it; a background job."""
    from netstudio.engine.data.images.inputs import Pictures
    from netstudio.engine.data.load import divide_for, prepare, read_source

    settings = wish.settings
    if raw is None:
        raw = yield from read_source(settings, data_root)
    divided = yield from divide_for(settings, raw)
    dataset = yield from prepare(settings, divided)
    classes = len(dataset.classes)
    has_classes = dataset.train.targets.dim() == 1
    has_pictures = has_classes and isinstance(divided.train.inputs, Pictures)
    return LoadedData(
        wish=wish,
        raw=raw,
        dataset=dataset,
        counts=ClassCounts(
            *(
                class_counts(part.targets, classes) if has_classes else ()
                for part in (dataset.train, dataset.validation, dataset.test)
            )
        ),
        tiles=make_tiles(dataset.train, classes) if has_pictures else (),
        sample=make_picture(dataset.train.inputs[0]) if has_pictures else None,
    )
