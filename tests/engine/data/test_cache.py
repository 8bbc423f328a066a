"""Decoded samples that are kept on disk."""

from __future__ import annotations

import json
import os
import time
from collections import namedtuple
from pathlib import Path

import pytest
import torch

from netstudio.core.translate import UserError
from netstudio.engine.data import cache
from tests.engine.data.stored import keep, numbered, only_file
from tests.pictures import assert_one_sentence


def test_what_is_kept_is_found_again_with_its_notes() -> None:
    notes = {"names": ["蚂蚁.jpg"]}
    with cache.writing("key", "my pictures", 12, notes) as rows:
        for row in numbered(3, 2, 2):
            rows.append(row.numpy())
        notes["names"].append("late.jpg")
    kept = cache.find("key", (2, 2))
    assert kept is not None
    assert torch.equal(kept.rows[:], numbered(3, 2, 2))
    assert kept.notes == {"names": ["蚂蚁.jpg", "late.jpg"]}


def test_nothing_is_found_under_another_key_or_with_rows_of_another_size() -> None:
    keep(numbered(3, 4), "key")
    assert cache.find("other", (4,)) is None
    assert cache.find("key", (5,)) is None


def test_work_that_fails_leaves_nothing(cache_folder: Path) -> None:
    with pytest.raises(RuntimeError), cache.writing("key", "x", 4, {}) as rows:
        rows.append(numbered(1, 4)[0].numpy())
        raise RuntimeError
    assert list((cache_folder / "decoded").iterdir()) == []
    assert cache.find("key", (4,)) is None


def test_until_it_is_complete_it_is_not_listed(cache_folder: Path) -> None:
    with cache.writing("key", "x", 4, {}) as rows:
        rows.append(numbered(1, 4)[0].numpy())
        assert cache.entries() == ()
        assert cache.find("key", (4,)) is None
    assert [entry.key for entry in cache.entries()] == ["key"]


def test_entries_tell_name_and_size_and_the_last_used_is_first(cache_folder: Path) -> None:
    for key, count in (("a", 2), ("b", 3)):
        keep(numbered(count, 1_000), key)
    for key in "ab":
        os.utime(cache_folder / "decoded" / key / "about.json", (100, 100))
    assert cache.find("b", (1_000,))
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
    "about", ["", "{}", "[]", '{"format": 99}', '{"format": 1, "name": 5, "rows": "x"}']
)
def test_a_damaged_entry_is_none_and_is_replaced(cache_folder: Path, about: str) -> None:
    keep(numbered(2, 4), "key")
    (cache_folder / "decoded" / "key" / "about.json").write_text(about)
    assert cache.find("key", (4,)) is None
    assert cache.entries() == ()
    assert torch.equal(keep(numbered(3, 4), "key")[:], numbered(3, 4))


def test_rows_that_are_missing_are_noticed(cache_folder: Path) -> None:
    keep(numbered(3, 4), "key")
    only_file(cache_folder).write_bytes(b"12345678")
    assert cache.find("key", (4,)) is None


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


def test_too_little_space_is_said_before_anything_is_written(
    cache_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr("shutil.disk_usage", lambda _: usage(0, 0, 300 * 2**20))
    with pytest.raises(UserError) as caught, cache.writing("key", "x", 100 * 2**20, {}):
        pytest.fail("it began to write")
    assert_one_sentence(caught.value, "100 MB", "300 MB", str(cache_folder))
    with cache.writing("key", "x", 10 * 2**20, {}):
        pass


def test_a_folder_that_nobody_may_write_to_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("NETSTUDIO_CACHE", str(tmp_path / "file"))
    with pytest.raises(UserError) as caught, cache.writing("key", "x", 1, {}):
        pass
    assert_one_sentence(caught.value, str(tmp_path / "file"))
    assert cache.entries() == ()


def test_two_that_write_the_same_do_not_disturb_each_other() -> None:
    with cache.writing("key", "slow", 4, {}) as slow:
        keep(numbered(2, 4), "key")
        slow.append(numbered(1, 4)[0].numpy())
    kept = cache.find("key", (4,))
    assert kept is not None
    assert len(kept.rows) == 1


def test_about_is_plain_json(cache_folder: Path) -> None:
    keep(numbered(2, 4), "key")
    about = json.loads((cache_folder / "decoded" / "key" / "about.json").read_text())
    assert (about["rows"], about["name"]) == (2, "numbers")
