"""Decoded samples that are kept on disk."""

from __future__ import annotations

import os
import time
from collections import namedtuple
from contextlib import AbstractContextManager
from pathlib import Path

import numpy as np
import pytest
import torch
from numpy.typing import NDArray

from netstudio.core.translate import UserError
from netstudio.engine.data.storage import cache
from tests.engine.data.stored import keep, numbered, only_file
from tests.pictures import assert_one_sentence


def begin(key: str = "key", most: int = 1) -> AbstractContextManager[cache.Writing]:
    """A new entry of rows of four bytes."""
    return cache.writing(key, "x", (4,), most)


def one_row() -> NDArray[np.uint8]:
    return numbered(1, 4)[0].numpy()


def test_what_is_kept_is_found_again_with_what_is_known_of_it() -> None:
    with cache.writing("key", "my pictures", (2, 2), 3) as writing:
        for row in numbered(3, 2, 2):
            writing.append(row.numpy())
        writing.columns["sizes"] = np.array([[1, 2], [3, 4], [5, 6]])
        writing.notes["names"] = ["蚂蚁.jpg"]
    kept = cache.find("key")
    assert kept is not None
    assert torch.equal(kept.rows[:], numbered(3, 2, 2))
    assert kept.columns["sizes"].tolist() == [[1, 2], [3, 4], [5, 6]]
    assert kept.notes == {"names": ["蚂蚁.jpg"]}


def test_nothing_is_found_under_another_key() -> None:
    keep(numbered(3, 4), "key")
    assert cache.find("other") is None


def interrupted() -> None:
    """Writing that fails in the middle."""
    with begin() as writing:
        writing.append(one_row())
        raise RuntimeError


def test_work_that_fails_leaves_nothing(cache_folder: Path) -> None:
    with pytest.raises(RuntimeError):
        interrupted()
    assert list((cache_folder / "decoded").iterdir()) == []
    assert cache.find("key") is None


def test_until_it_is_complete_it_is_not_listed() -> None:
    with begin() as writing:
        writing.append(one_row())
        assert cache.entries() == ()
        assert cache.find("key") is None
    assert [entry.key for entry in cache.entries()] == ["key"]


def test_entries_tell_name_and_size_and_the_last_used_is_first(cache_folder: Path) -> None:
    for key, count in (("a", 2), ("b", 3)):
        keep(numbered(count, 1_000), key)
    for key in "ab":
        os.utime(cache_folder / "decoded" / key / "about.json", (100, 100))
    assert cache.find("b")
    first, second = cache.entries()
    assert (first.key, first.name, first.samples) == ("b", "numbers", 3)
    assert 3_000 < first.bytes < 4_000
    assert abs(first.used - time.time()) < 60
    assert (second.key, second.used) == ("a", 100)


def test_a_removed_entry_is_gone_and_the_others_stay(cache_folder: Path) -> None:
    keep(numbered(2, 4), "a")
    keep(numbered(2, 4), "b")
    cache.remove("a")
    cache.remove("never there")
    assert [entry.key for entry in cache.entries()] == ["b"]
    assert [path.name for path in (cache_folder / "decoded").iterdir()] == ["b"]


@pytest.mark.parametrize(
    "about", ["", "{}", "[]", '{"format": 99}', '{"format": 1, "name": 5, "rows": "x"}', "5"]
)
def test_a_damaged_entry_is_none_and_is_replaced(cache_folder: Path, about: str) -> None:
    keep(numbered(2, 4), "key")
    (cache_folder / "decoded" / "key" / "about.json").write_text(about)
    assert cache.find("key") is None
    assert cache.entries() == ()
    assert torch.equal(keep(numbered(3, 4), "key")[:], numbered(3, 4))


def test_rows_that_are_missing_are_noticed(cache_folder: Path) -> None:
    keep(numbered(3, 4), "key")
    only_file(cache_folder).write_bytes(b"12345678")
    assert cache.find("key") is None


def test_what_a_crash_left_behind_goes_when_it_is_old(cache_folder: Path) -> None:
    for name, age in (("old", 7_200), ("new", 60)):
        left = cache_folder / "decoded" / f".unfinished-{name}"
        left.mkdir(parents=True)
        (left / "rows.bin").write_bytes(b"x")
        for path in (left / "rows.bin", left):
            os.utime(path, (time.time() - age, time.time() - age))
    keep(numbered(1, 4), "key")
    names = sorted(path.name for path in (cache_folder / "decoded").iterdir())
    assert names == [".unfinished-new", "key"]
    assert [entry.key for entry in cache.entries()] == ["key"]


@pytest.mark.parametrize("content", [b"", b"PK and no more"])
def test_columns_that_are_damaged_are_noticed(cache_folder: Path, content: bytes) -> None:
    keep(numbered(3, 4), "key")
    (cache_folder / "decoded" / "key" / "columns.npz").write_bytes(content)
    assert cache.find("key") is None


def test_too_little_space_is_said_before_anything_is_written(
    cache_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr("shutil.disk_usage", lambda _: usage(0, 0, 300 * 2**20))
    with pytest.raises(UserError) as caught, begin(most=25 * 2**20):
        pytest.fail("it began to write")
    assert_one_sentence(caught.value, "100 MB", "300 MB", str(cache_folder))
    with begin(most=2 * 2**20):
        pass


def test_a_folder_that_nobody_may_write_to_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("NETSTUDIO_CACHE", str(tmp_path / "file"))
    with pytest.raises(UserError) as caught, begin():
        pass
    assert_one_sentence(caught.value, str(tmp_path / "file"))
    assert cache.entries() == ()


def test_two_that_write_the_same_do_not_disturb_each_other() -> None:
    with begin() as slow:
        keep(numbered(2, 4), "key")
        slow.append(one_row())
    kept = cache.find("key")
    assert kept is not None
    assert len(kept.rows) == 1
