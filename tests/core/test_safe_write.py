"""A failed write leaves the old file whole and nothing else behind."""

from __future__ import annotations

import errno
import os
import stat
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
        wanted = r"project\.netstudio .*No space left.*Free some space"
        with pytest.raises(UserError, match=wanted) as caught:
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
    with pytest.raises(UserError, match=r"nowhere.*No such file.*\. Choose another place"):
        write_text(tmp_path / "nowhere" / "project.netstudio", "new")
    assert [*tmp_path.iterdir()] == []


def test_a_file_in_the_place_of_the_folder_is_an_error(path: Path) -> None:
    with pytest.raises(UserError, match="could not be written"):
        write_text(path / "inside", "new")
    assert_untouched(path)


def test_a_folder_in_the_place_of_the_file_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(UserError, match=r"could not be written.*\. Choose another place"):
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


def test_a_link_stays_and_the_file_that_it_leads_to_is_replaced(
    path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    link = tmp_path_factory.mktemp("desk") / "link.netstudio"
    link.symlink_to(path)
    write_text(link, "new")
    assert link.is_symlink()
    assert path.read_text() == "new"
    assert [*link.parent.iterdir()] == [link]
    assert [*path.parent.iterdir()] == [path]


def test_a_link_to_a_file_that_is_not_there_yet_makes_it(tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to("file")
    write_text(link, "new")
    assert (tmp_path / "file").read_text() == "new"
    assert link.is_symlink()


def test_a_circle_of_links_is_replaced_itself(tmp_path: Path) -> None:
    circle = tmp_path / "circle"
    circle.symlink_to(circle)
    write_text(circle, "new")
    assert circle.read_text() == "new"


@pytest.mark.parametrize("mode", [0o600, 0o644, 0o660, 0o444])
def test_a_file_keeps_its_rights(path: Path, mode: int) -> None:
    path.chmod(mode)
    write_text(path, "new")
    assert stat.S_IMODE(path.stat().st_mode) == mode
    assert path.read_text() == "new"


def test_a_new_file_has_the_rights_of_the_users_new_files(tmp_path: Path) -> None:
    (tmp_path / "plain").touch()
    with replacing(tmp_path / "new") as temporary:
        temporary.chmod(0o600)
    assert (tmp_path / "new").stat().st_mode == (tmp_path / "plain").stat().st_mode
