from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray

from netstudio import paths
from netstudio.gui.memory import Memory, RecentFile
from netstudio.gui.theme.appearance import ThemeChoice


def recent(path: Path) -> RecentFile:
    path.touch()
    return RecentFile(str(path), "MNIST digits", "98 %", "2026-01-02T03:04:05")


def test_what_is_remembered_is_there_at_the_next_start(tmp_path: Path) -> None:
    memory = Memory()
    memory.theme = ThemeChoice.DARK
    memory.device = "cuda:1"
    memory.folder = str(tmp_path)
    memory.set_bytes("geometry", QByteArray(b"\x00\xff"))
    memory.add_recent(recent(tmp_path / "数字.netstudio"))
    memory.write()
    again = Memory()
    assert again.theme is ThemeChoice.DARK
    assert again.device == "cuda:1"
    assert again.folder == str(tmp_path)
    assert again.bytes("geometry") == QByteArray(b"\x00\xff")
    assert again.recent_files == (recent(tmp_path / "数字.netstudio"),)


def test_the_newest_file_comes_first_and_once(tmp_path: Path) -> None:
    memory = Memory()
    first, second = recent(tmp_path / "a.netstudio"), recent(tmp_path / "b.netstudio")
    for file in (first, second, first):
        memory.add_recent(file)
    assert memory.recent_files == (first, second)


def test_files_that_are_gone_are_not_listed(tmp_path: Path) -> None:
    memory = Memory()
    memory.add_recent(recent(tmp_path / "a.netstudio"))
    (tmp_path / "a.netstudio").unlink()
    assert memory.recent_files == ()


@pytest.mark.parametrize("content", ["", "theme=purple\nrecent=[1]\n", "\x00\xff[[["])
def test_a_damaged_settings_file_counts_as_none(content: str) -> None:
    file = paths.user_settings()
    file.parent.mkdir(parents=True)
    file.write_text(f"[General]\n{content}", encoding="latin-1")
    memory = Memory()
    assert memory.theme is ThemeChoice.SYSTEM
    assert memory.recent_files == ()
    assert memory.bytes("geometry").isEmpty()
