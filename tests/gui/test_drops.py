"""What is recognised among things that are dragged."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QUrl

from netstudio.gui.drops import dropped_path, dropped_paths, has_paths


def dragged(*things: Path | str) -> QMimeData:
    data = QMimeData()
    urls = [QUrl.fromLocalFile(str(t)) if isinstance(t, Path) else QUrl(t) for t in things]
    data.setUrls(urls)
    return data


def test_files_are_told_from_addresses(tmp_path: Path) -> None:
    assert has_paths(dragged("https://example.org/a.png", tmp_path / "a.png"))
    assert not has_paths(dragged("https://example.org/a.png"))
    assert dropped_paths(dragged("https://example.org/a.png", tmp_path)) == [tmp_path]


def test_a_file_or_folder_counts_only_when_it_comes_alone(tmp_path: Path) -> None:
    file = tmp_path / "a.png"
    file.touch()
    assert dropped_path(dragged(tmp_path)) == tmp_path
    assert dropped_path(dragged(file)) == file
    assert dropped_path(dragged(tmp_path / "gone")) is None
    assert dropped_path(dragged(tmp_path, file)) is None
    assert dropped_path(dragged("https://example.org/folder")) is None
    assert dropped_path(QMimeData()) is None
