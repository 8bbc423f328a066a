"""Pictures that are decoded once, and found again."""

from __future__ import annotations

import os
from collections import namedtuple
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image

from netstudio.core.translate import UserError
from netstudio.engine.data.images import decoding
from netstudio.engine.data.images.inputs import Pictures
from netstudio.engine.data.images.pictures import PictureError, read_picture
from netstudio.engine.data.job import finish
from netstudio.engine.data.records import RawData
from netstudio.engine.data.storage import cache
from netstudio.engine.data.storage.rows import StoredRows
from tests.pictures import assert_one_sentence, colour, encoded, noise, read, write_class


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two classes, and a damaged file; all of it worth keeping."""
    monkeypatch.setattr(decoding, "_WORTH_KEEPING", 0)
    write_class(tmp_path / "pictures" / "ants", 5)
    write_class(tmp_path / "pictures" / "bees", 4, size=(12, 9), seed=1)
    (tmp_path / "pictures" / "bees" / "002a.png").write_bytes(b"broken")
    return tmp_path / "pictures"


def of(raw: RawData) -> Pictures:
    assert isinstance(raw.train.inputs, Pictures)
    return raw.train.inputs


def never_decoding(monkeypatch: pytest.MonkeyPatch) -> None:
    def refusing(*_: object) -> None:
        raise AssertionError("a file was decoded")

    monkeypatch.setattr(decoding, "see_picture", refusing)
    monkeypatch.setattr(decoding, "inspect_picture", refusing)


def test_a_second_reading_decodes_nothing_and_tells_the_same(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = read(folder)
    never_decoding(monkeypatch)
    second = read(folder)
    assert torch.equal(of(second).pixels[:], of(first).pixels[:])
    assert first.train.targets is not None
    assert second.train.targets is not None
    assert torch.equal(second.train.targets, first.train.targets)
    assert second.train.origins == first.train.origins
    assert [str(each.text) for each in second.findings] == [
        str(each.text) for each in first.findings
    ]
    assert "002a.png (it is no picture)" in str(second.findings[0].text)
    assert finish(of(second).keys()) == finish(of(first).keys())


def test_pixels_are_those_that_memory_would_hold(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = read(folder, keep="disk")
    monkeypatch.setattr(decoding, "_WORTH_KEEPING", 2**30)
    monkeypatch.setattr(cache, "find", lambda *_: None)
    held = read(folder)
    assert isinstance(of(kept).pixels, StoredRows)
    assert isinstance(of(held).pixels, torch.Tensor)
    assert torch.equal(of(kept).pixels[:], of(held).pixels[:])
    chosen = np.array([7, 0, 3])
    assert torch.equal(of(kept).select(chosen).pixels[:], of(held).pixels[torch.tensor(chosen)])


def test_keys_are_those_of_the_pixels(folder: Path) -> None:
    pictures = of(read(folder, keep="disk"))
    assert finish(pictures.keys()) == finish(Pictures(pictures.pixels[:]).keys())


def test_the_sizes_of_the_files_are_known(folder: Path) -> None:
    sizes = of(read(folder)).sizes
    assert sizes is not None
    assert sizes.tolist() == [[6, 8]] * 5 + [[9, 12]] * 4


@pytest.mark.parametrize("change", ["content", "time", "new file", "rights"])
def test_files_that_changed_are_decoded_again(folder: Path, change: str) -> None:
    before = read(folder)
    path = folder / "ants" / "001.png"
    if change == "content":
        Image.fromarray(noise(8, 6, 3, seed=99)).save(path)
    elif change == "time":
        os.utime(path, (1, 1))
    elif change == "rights":
        path.chmod(0o640)
    else:
        write_class(folder / "wasps", 1, seed=7)
    after = read(folder)
    assert len(cache.entries()) == 2
    assert torch.equal(of(before).pixels[:1], of(after).pixels[:1])
    assert torch.equal(of(before).pixels[1], of(after).pixels[1]) == (change != "content")


def test_other_options_have_entries_of_their_own(folder: Path) -> None:
    shapes = {
        tuple(of(read(folder, **options)).pixels.shape)
        for options in ({"image_size": 9}, {"image_size": 9, "color": "grey"}, {"image_size": 7})
    }
    assert shapes == {(9, 3, 9, 9), (9, 1, 9, 9), (9, 3, 7, 7)}
    read(folder, image_size=9, fit="stretch")
    assert len(cache.entries()) == 4
    assert {entry.name for entry in cache.entries()} == {str(folder)}


def test_what_is_removed_is_decoded_again(folder: Path) -> None:
    first = read(folder)
    (entry,) = cache.entries()
    cache.remove(entry.key)
    assert cache.entries() == ()
    assert torch.equal(of(read(folder)).pixels[:], of(first).pixels[:])


def test_quick_work_is_not_kept(tmp_path: Path) -> None:
    write_class(tmp_path / "ants", 3)
    write_class(tmp_path / "bees", 3, seed=1)
    read(tmp_path)
    assert cache.entries() == ()


def test_more_than_fits_into_memory_stays_on_the_disk(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("netstudio.engine.data.storage.memory.MOST_IN_MEMORY", 9 * 64 * 64 * 3 - 1)
    assert isinstance(of(read(folder)).pixels, StoredRows)
    assert isinstance(of(read(folder, keep="memory")).pixels, torch.Tensor)
    monkeypatch.setattr("netstudio.engine.data.storage.memory.MOST_IN_MEMORY", 9 * 64 * 64 * 3)
    assert isinstance(of(read(folder)).pixels, torch.Tensor)


def test_a_full_disk_is_said_before_the_work_begins(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr("shutil.disk_usage", lambda _: usage(0, 0, 1))
    monkeypatch.setattr(decoding, "see_picture", lambda *_: pytest.fail("it began"))
    with pytest.raises(UserError) as caught:
        read(folder, keep="disk")
    assert_one_sentence(caught.value, "Free some space")


def test_what_fits_is_read_where_nothing_can_be_kept(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("NETSTUDIO_CACHE", str(tmp_path / "file"))
    assert len(read(folder).train) == 9
    with pytest.raises(UserError):
        read(folder, keep="disk")


@pytest.mark.parametrize(
    ("fit", "column", "row"),
    [("crop", [1, 1, 1, 1], [1, 1, 1, 1]), ("pad", [1, 1, 1, 1], [0, 1, 1, 0])],
)
def test_a_tall_picture_is_fitted_as_wished(
    tmp_path: Path, fit: str, column: list[int], row: list[int]
) -> None:
    path = encoded(Image.fromarray(np.full((8, 4), 200, np.uint8)), tmp_path / "a.png")
    found = read_picture(path, colour(4, 4), fit)[0] > 100
    assert found[:, 1].tolist() == column
    assert found[2].tolist() == row


def test_a_stretched_picture_is_seen_whole(tmp_path: Path) -> None:
    halves = np.repeat(np.array([[0, 200]], np.uint8), 8, axis=1).repeat(4, axis=0)
    path = encoded(Image.fromarray(halves), tmp_path / "a.png")
    assert (read_picture(path, colour(4, 4), "stretch")[0, 1] > 100).tolist() == [0, 0, 1, 1]
    wide = encoded(Image.fromarray(halves[:, 5:11]), tmp_path / "b.png")
    assert (read_picture(wide, colour(4, 4), "stretch")[0, 1] > 100).tolist() == [0, 0, 1, 1]


def test_a_phone_s_picture_needs_its_library_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("netstudio.engine.data.images.pictures._reads_heif", lambda: False)
    (tmp_path / "a.HEIC").write_bytes(b"\0\0\0\x18ftypheic")
    with pytest.raises(PictureError, match="pillow-heif"):
        read_picture(tmp_path / "a.HEIC", colour(4, 4))


@pytest.mark.parametrize(("largest", "expected"), [(1.0, 255), (200.0, 200)])
def test_grey_of_floating_point_is_scaled(tmp_path: Path, largest: float, expected: int) -> None:
    values = np.linspace(0, largest, 16, dtype=np.float32).reshape(4, 4)
    path = encoded(Image.fromarray(values), tmp_path / "a.tiff")
    assert read_picture(path, colour(4, 4)).max() == expected
