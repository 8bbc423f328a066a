"""Sets of picture files are read from torchvision's folders, brought to one size."""

from __future__ import annotations

import csv
import json
from hashlib import md5
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torchvision
from PIL import Image
from scipy.io import savemat

from netstudio.core.translate import UserError
from netstudio.engine.data.job import finish
from netstudio.engine.data.reading import Reading
from netstudio.engine.data.records import RawData, Records
from netstudio.engine.resolve import resolve
from netstudio.tasks.images import ImageClassification
from netstudio.tasks.sources import SOURCES

RED, GREEN, BLUE = (255, 0, 0), (0, 255, 0), (0, 0, 255)


def read(name: str, root: Path, **fields: Any) -> RawData:
    source = SOURCES[name](**fields)
    job = resolve(source.target)(Reading(source, ImageClassification(), data_root=root))
    raw: RawData = finish(job)
    return raw


def paint(path: Path, color: tuple[int, int, int], size: tuple[int, int] = (30, 20)) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.new("RGB", size, color).save(path)


def colors(part: Records | None, raw: RawData) -> list[tuple[str, str]]:
    """Which class each picture has, and which colour it mostly is."""
    assert part is not None
    assert part.targets is not None
    pixels = part.inputs.pixels.float().mean((2, 3)).argmax(1)  # type: ignore[attr-defined]
    names = [raw.classes[number] for number in part.targets.tolist()]
    return list(zip(names, [["red", "green", "blue"][at] for at in pixels.tolist()], strict=True))


def write_gtsrb(root: Path) -> None:
    folder = root / "gtsrb"
    for number in range(43):
        paint(folder / "GTSRB" / "Training" / f"{number:05}" / "1.ppm", RED)
    paint(folder / "GTSRB" / "Training" / "00007" / "1.ppm", GREEN, (50, 60))
    paint(folder / "GTSRB" / "Final_Test" / "Images" / "00000.ppm", BLUE)
    with (folder / "GT-final_test.csv").open("w", newline="") as file:
        rows = csv.writer(file, delimiter=";")
        rows.writerows([("Filename", "Width", "ClassId"), ("00000.ppm", 30, 16)])


def test_gtsrb(tmp_path: Path) -> None:
    write_gtsrb(tmp_path)
    raw = read("gtsrb", tmp_path, image_size=24)
    assert raw.train.inputs.pixels.shape == (43, 3, 24, 24)  # type: ignore[attr-defined]
    assert ("07", "green") in colors(raw.train, raw)
    assert colors(raw.test, raw) == [("16", "blue")]


def test_oxford_pets(tmp_path: Path) -> None:
    folder = tmp_path / "oxford-iiit-pet"
    (folder / "annotations").mkdir(parents=True)
    lines = "Abyssinian_1 1 1 1\ngreat_pyrenees_2 2 2 1\n"
    for part in ("trainval", "test"):
        (folder / "annotations" / f"{part}.txt").write_text(lines)
    paint(folder / "images" / "Abyssinian_1.jpg", RED)
    paint(folder / "images" / "great_pyrenees_2.jpg", BLUE)
    raw = read("oxford_pets", tmp_path)
    expected = [("Abyssinian", "red"), ("Great Pyrenees", "blue")]
    assert colors(raw.train, raw) == colors(raw.test, raw) == expected


def test_food101(tmp_path: Path) -> None:
    folder = tmp_path / "food-101"
    (folder / "meta").mkdir(parents=True)
    listed = {"waffles": ["waffles/1"], "apple_pie": ["apple_pie/2"]}
    for part in ("train", "test"):
        (folder / "meta" / f"{part}.json").write_text(json.dumps(listed))
    paint(folder / "images" / "waffles" / "1.jpg", GREEN)
    paint(folder / "images" / "apple_pie" / "2.jpg", RED)
    raw = read("food101", tmp_path)
    assert raw.classes == ("apple_pie", "waffles")
    assert sorted(colors(raw.test, raw)) == [("apple_pie", "red"), ("waffles", "green")]


def test_flowers_keep_their_three_parts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "flowers-102"
    for number, color in enumerate((RED, GREEN, BLUE), start=1):
        paint(folder / "jpg" / f"image_{number:05}.jpg", color)
    savemat(folder / "imagelabels.mat", {"labels": np.array([[1, 2, 102]])})
    savemat(folder / "setid.mat", {"trnid": [[1, 2]], "valid": [[3, 1]], "tstid": [[2, 3]]})
    sums = {
        key: (name, md5((folder / name).read_bytes()).hexdigest())
        for key, name in (("label", "imagelabels.mat"), ("setid", "setid.mat"))
    }
    flowers = torchvision.datasets.Flowers102
    monkeypatch.setattr(flowers, "_file_dict", {**flowers._file_dict, **sums})
    raw = read("flowers102", tmp_path)
    assert [color for _, color in colors(raw.train, raw)] == ["red", "green"]
    assert [color for _, color in colors(raw.validation, raw)] == ["blue", "red"]
    assert colors(raw.test, raw)[1] == (flowers.classes[101], "blue")


def test_eurosat_has_one_part(tmp_path: Path) -> None:
    paint(tmp_path / "eurosat" / "2750" / "Forest" / "1.jpg", GREEN)
    paint(tmp_path / "eurosat" / "2750" / "River" / "1.jpg", BLUE)
    raw = read("eurosat", tmp_path)
    assert colors(raw.train, raw) == [("Forest", "green"), ("River", "blue")]
    assert raw.test is None


def test_files_that_cannot_be_read_are_named(tmp_path: Path) -> None:
    write_gtsrb(tmp_path)
    (tmp_path / "gtsrb" / "GTSRB" / "Training" / "00003" / "1.ppm").write_text("no picture")
    raw = read("gtsrb", tmp_path)
    assert len(raw.train) == 42
    assert "1.ppm" in str(raw.findings[0].text)


def test_lists_that_are_damaged_are_said_to_be(tmp_path: Path) -> None:
    write_gtsrb(tmp_path)
    (tmp_path / "gtsrb" / "GT-final_test.csv").write_text("nothing;here\n1;2\n")
    with pytest.raises(UserError, match=r"GTSRB .* are damaged"):
        read("gtsrb", tmp_path)
