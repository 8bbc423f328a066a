"""A failed write leaves the old file whole and nothing else behind."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from netstudio.core.safe_write import replacing, write_text
from netstudio.core.translate import UserError


def disk_is_full(*_: object) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "project.netstudio"
    path.write_text("old")
    return path


def assert_untouched(path: Path) -> None:
    assert path.read_text() == "old"
    assert [*path.parent.iterdir()] == [path]


def test_the_new_text_takes_the_place_of_the_old(path: Path) -> None:
    write_text(path, "größer\n")
    assert path.read_bytes() == "größer\n".encode()
    assert [*path.parent.iterdir()] == [path]


@pytest.mark.parametrize("step", ["os.fsync", "pathlib.Path.write_bytes", "pathlib.Path.replace"])
def test_a_full_disk_leaves_the_old_file_whole(
    path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(step, disk_is_full)
        with pytest.raises(UserError, match=r"project\.netstudio .*No space left") as caught:
            write_text(path, "new")
    assert "\n" not in str(caught.value)
    assert_untouched(path)


def test_the_text_is_on_the_disk_before_it_takes_the_old_ones_place(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []

    def fsync(_: int) -> None:
        seen.extend(file.read_text() for file in path.parent.iterdir())

    monkeypatch.setattr(os, "fsync", fsync)
    write_text(path, "new")
    assert sorted(seen) == ["new", "old"]


def test_an_error_of_the_writer_leaves_the_old_file_whole(path: Path) -> None:
    def write_half() -> None:
        with replacing(path) as temporary:
            temporary.write_text("half")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        write_half()
    assert_untouched(path)


def test_text_that_no_file_can_hold_is_an_error_and_leaves_the_old_file_whole(path: Path) -> None:
    with pytest.raises(UserError, match=r"project\.netstudio"):
        write_text(path, "a lone surrogate: \ud800")
    assert_untouched(path)


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"nowhere.*No such file"):
        write_text(tmp_path / "nowhere" / "project.netstudio", "new")
    assert [*tmp_path.iterdir()] == []


def test_a_file_in_the_place_of_the_folder_is_an_error(path: Path) -> None:
    with pytest.raises(UserError, match="could not be written"):
        write_text(path / "inside", "new")
    assert_untouched(path)


def test_a_folder_in_the_place_of_the_file_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(UserError, match="could not be written"):
        write_text(tmp_path / "folder", "new")
    assert [*tmp_path.iterdir()] == [tmp_path / "folder"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_without_the_right_to_write_is_an_error(path: Path) -> None:
    path.parent.chmod(0o500)
    try:
        with pytest.raises(UserError, match="Permission denied"):
            write_text(path, "new")
        assert_untouched(path)
    finally:
        path.parent.chmod(0o700)


def test_a_name_of_the_longest_length_can_be_written(tmp_path: Path) -> None:
    path = tmp_path / ("a" * 255)
    write_text(path, "new")
    assert path.read_text() == "new"
