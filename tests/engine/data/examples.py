"""A small example of every data source that reads what is not shipped."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime, timedelta
from pathlib import Path

import numpy as np

from netstudio.tasks.sources import SOURCES, ImageFolder, SourceDef
from netstudio.tasks.sources.images import ImageArrays, LabelledImages
from netstudio.tasks.sources.points import ClickedPoints
from netstudio.tasks.sources.series import SequenceFile, SeriesFile
from netstudio.tasks.sources.sounds import SoundFolder
from netstudio.tasks.sources.tables import TableFile
from netstudio.tasks.sources.texts import TextFolder, TextTable
from netstudio.tasks.task import TASKS, TaskDef
from tests.pictures import write_class
from tests.sounds import two_pitches


def image_folder(folder: Path) -> SourceDef:
    """Mixed sizes, and more files than are worked on at a time."""
    write_class(folder / "ants", 150)
    write_class(folder / "bees", 70, size=(12, 9), seed=1)
    return ImageFolder(folder=str(folder))


def labelled_images(folder: Path) -> SourceDef:
    write_class(folder / "pictures", 120)
    rows = [f"{number:03}.png,{'abc'[number % 3]}" for number in range(120)]
    (folder / "labels.csv").write_text("\n".join(["name,label", *rows]), encoding="utf-8")
    return LabelledImages(folder=str(folder))


def image_arrays(folder: Path) -> SourceDef:
    pictures = np.random.default_rng(0).integers(0, 256, (80, 8, 6), np.uint8)
    np.savez(folder / "pictures.npz", images=pictures, labels=np.arange(80) % 4)
    return ImageArrays(file=str(folder / "pictures.npz"))


def table_file(folder: Path) -> SourceDef:
    """Numbers, words and dates, some of them missing; its last column may be class or value."""
    chance = np.random.default_rng(0)
    rows = [
        f"{number},{chance.normal():.3f},{'abc'[number % 3] if number % 7 else ''},"
        f"2024-{number % 12 + 1:02}-{number % 28 + 1:02},{number % 5}"
        for number in range(150)
    ]
    file = folder / "table.csv"
    file.write_text("\n".join(["id,width,kind,day,label", *rows]), encoding="utf-8")
    return TableFile(file=str(file))


def clicked_points(folder: Path) -> SourceDef:
    chance = np.random.default_rng(0)
    places = chance.uniform(-5, 5, (60, 2)).round(3).tolist()
    return ClickedPoints(points=tuple((x, y, int(x > 0)) for x, y in places))


def _sentences(count: int) -> list[str]:
    words = (
        "this",
        "was",
        "good",
        "bad",
        "long",
        "warm",
        "cold",
        "day",
        "with",
        "rain",
        "and",
        "tea",
    )
    chance = np.random.default_rng(0)
    return [f"{number}: " + " ".join(chance.choice(words, 9)) for number in range(count)]


def text_table(folder: Path) -> SourceDef:
    rows = [f'"{text}",{"yn"[at % 2]}' for at, text in enumerate(_sentences(120))]
    file = folder / "texts.csv"
    file.write_text("\n".join(["review,opinion", *rows]), encoding="utf-8")
    return TextTable(file=str(file))


def text_folder(folder: Path) -> SourceDef:
    for at, text in enumerate(_sentences(150)):
        file = folder / ("good" if at % 3 else "bad") / f"{at}.txt"
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return TextFolder(folder=str(folder))


def sound_folder(folder: Path) -> SourceDef:
    return SoundFolder(folder=str(two_pitches(folder, count=30)))


def series_file(folder: Path) -> SourceDef:
    """Hours with words and a missing value."""
    start = datetime(2024, 3, 1, 22)
    rows = [
        f"{start + timedelta(hours=at)},{at % 24 if at != 50 else 'NA'},{'NS'[at % 3 % 2]}"
        for at in range(200)
    ]
    file = folder / "hours.csv"
    file.write_text("\n".join(["when,heat,wind", *rows]), encoding="utf-8")
    return SeriesFile(file=str(file), window=6, horizon=2)


def sequence_file(folder: Path) -> SourceDef:
    chance = np.random.default_rng(0)
    np.savez(folder / "walks.npz", x=chance.normal(size=(80, 9, 3)), y=np.arange(80) % 2)
    return SequenceFile(file=str(folder / "walks.npz"))


# How an example of a source is made in an empty folder, by the source's type.
MAKERS: Mapping[str, Callable[[Path], SourceDef]] = {
    "image_folder": image_folder,
    "labelled_images": labelled_images,
    "image_arrays": image_arrays,
    "sound_folder": sound_folder,
    "series_file": series_file,
    "sequence_file": sequence_file,
    "table_file": table_file,
    "clicked_points": clicked_points,
    "text_table": text_table,
    "text_folder": text_folder,
}

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
