"""A data set in memory with what the window shows of it."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from netstudio.gui.data.names import source_label
from netstudio.gui.data.preview import Glances, make_glances
from netstudio.gui.kinds.contract import SampleView
from netstudio.gui.kinds.registry import view_of
from netstudio.tasks.options import DataOptions
from netstudio.tasks.preparation import PreparationDef
from netstudio.tasks.settings import Settings
from netstudio.tasks.sources import SourceDef
from netstudio.tasks.task import TaskDef

if TYPE_CHECKING:
    from netstudio.engine.data.dataset import Dataset, Divided
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
            schedule=None,
            training=None,
        )

    def reads_like(self, other: Wish) -> bool:
        """Whether the same samples are read for both."""
        return (self.task, self.source, _columns_read(self.options)) == (
            other.task,
            other.source,
            _columns_read(other.options),
        )


def _columns_read(options: DataOptions) -> tuple[str, str]:
    """The columns that tables are read for only because of how they are divided."""
    return options.group_column, options.time_column if options.split_by == "time" else ""


@dataclass(frozen=True)
class ClassCounts:
    """How many samples of each class or label each part has, by its number."""

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
        counts: The balance of the classes; empty where there are none.
        glances: A few training samples of each class at a glance.
    """

    wish: Wish
    raw: RawData
    dataset: Dataset
    counts: ClassCounts
    glances: Glances

    @property
    def label(self) -> str:
        """What people call its source."""
        return source_label(self.wish.source)

    @property
    def view(self) -> SampleView:
        """How its samples are shown."""
        return view_of(self.wish.task.content)

    @property
    def first(self) -> object:
        """The first training sample at a glance; None where there is none."""
        return next((group[0] for group in self.glances if group), None)


def load_data(
    wish: Wish, data_root: Path | None, raw: RawData | None
) -> Generator[Preparing, None, LoadedData]:
    """Read a source, unless its samples are there as ``raw``, and divide it; a background job."""
    from netstudio.engine.data.load import divide_for, prepare, read_source

    settings = wish.settings
    if raw is None:
        raw = yield from read_source(settings, data_root)
    divided = yield from divide_for(settings, raw)
    dataset = yield from prepare(settings, divided)
    return LoadedData(
        wish=wish,
        raw=raw,
        dataset=dataset,
        counts=_class_counts(divided),
        glances=make_glances(view_of(wish.task.content), divided.train, len(divided.classes)),
    )


def _class_counts(divided: Divided) -> ClassCounts:
    from netstudio.engine.data.parts.labels import class_counts

    classes = len(divided.classes)
    return ClassCounts(*(tuple(class_counts(part, classes).tolist()) for part in divided.parts))
