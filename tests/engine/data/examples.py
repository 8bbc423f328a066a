"""A small example of every data source that reads what is not shipped."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from netstudio.tasks.sources import SOURCES, ImageFolder, SourceDef
from netstudio.tasks.task import TASKS, TaskDef
from tests.pictures import write_class


def image_folder(folder: Path) -> SourceDef:
    """Mixed sizes, and more files than are worked on at a time."""
    write_class(folder / "ants", 150)
    write_class(folder / "bees", 70, size=(12, 9), seed=1)
    return ImageFolder(folder=str(folder))


# How an example of a source is made in an empty folder, by the source's type.
MAKERS: Mapping[str, Callable[[Path], SourceDef]] = {"image_folder": image_folder}

# What has to be downloaded has tests of its own, on local copies in the same layout.
DOWNLOADED = "downloads"


def uses() -> Iterator[tuple[type[SourceDef], type[TaskDef]]]:
    """Every source that needs no download, with every task that it serves."""
    for source in SOURCES:
        if DOWNLOADED in source.target:
            continue
        for task in TASKS:
            if source.serves(task.content, task.aim):
                yield source, task
