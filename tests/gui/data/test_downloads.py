"""A data set that is not there yet is downloaded from the panel in which it is chosen."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton
from pytestqt.qtbot import QtBot

from netstudio.core.document import Document
from netstudio.core.project import Selected
from netstudio.engine.data.downloads.catalogue import FILES
from netstudio.gui.data.chooser import DataChooser
from netstudio.gui.data.loader import DataLoader
from netstudio.gui.data.notice import Notice
from tests.engine.data.downloads.copies import idx, pixels
from tests.engine.data.downloads.server import Server, serving
from tests.gui.conftest import grab

KMNIST = Selected("kmnist")
_PATIENCE = 30_000


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    """A server with a tiny KMNIST."""
    monkeypatch.setenv("no_proxy", "*")
    images = pixels(30, 28, 28)
    labels = np.arange(30, dtype=np.uint8) % 10
    with serving() as state:
        files = []
        for at, file in enumerate(FILES["kmnist"]):
            values = labels if "labels" in file.name else np.roll(images, at, axis=2)
            md5 = state.add(f"/{file.name}", gzip.compress(idx(values)))
            files.append(replace(file, url=f"{state.url}/{file.name}", md5=md5))
        monkeypatch.setitem(FILES, "kmnist", tuple(files))
        yield state


@pytest.fixture
def loader(make_loader: Callable[..., DataLoader], tmp_path: Path, qtbot: QtBot) -> DataLoader:
    """A loader with a data folder of its own, in which there is nothing."""
    made = make_loader(tmp_path / "data")
    qtbot.waitUntil(lambda: made.content is not None, timeout=60_000)
    return made


@pytest.fixture
def chooser(document: Document, loader: DataLoader, qtbot: QtBot) -> DataChooser:
    chooser = DataChooser(document, loader)
    qtbot.addWidget(chooser)
    chooser.resize(300, 400)
    chooser.show()
    return chooser


def want(chooser: DataChooser, loader: DataLoader, qtbot: QtBot) -> None:
    """Choose KMNIST, which is not there."""
    with qtbot.waitSignal(loader.refused, timeout=_PATIENCE):
        chooser.choose(KMNIST)


def buttons(chooser: DataChooser) -> dict[str, QPushButton]:
    return {
        each.text().replace("\u2009", " "): each
        for each in chooser.findChildren(QPushButton)
        if each.isVisible()
    }


def press(chooser: DataChooser, text: str) -> None:
    QTest.mouseClick(buttons(chooser)[text], Qt.MouseButton.LeftButton)


def notice(chooser: DataChooser) -> str:
    found = chooser.findChild(Notice)
    assert found is not None
    return found.text


def test_what_is_not_there_is_said_with_the_size_of_the_download(
    chooser: DataChooser, loader: DataLoader, server: Server, qtbot: QtBot
) -> None:
    want(chooser, loader, qtbot)
    assert "KMNIST characters is not in" in notice(chooser)
    assert set(buttons(chooser)) == {"Download 21.2 MB", "Dismiss"}
    grab(chooser, "data-download-offered")


def test_it_is_downloaded_and_becomes_the_documents(
    chooser: DataChooser, loader: DataLoader, document: Document, server: Server, qtbot: QtBot
) -> None:
    want(chooser, loader, qtbot)
    with qtbot.waitSignal(loader.loaded, timeout=_PATIENCE):
        press(chooser, "Download 21.2 MB")
    assert document.project.data.source == KMNIST
    assert document.project.data.facts is not None
    assert document.project.data.facts.classes[0] == "o"
    assert notice(chooser) == ""
    assert not loader.downloader.size(KMNIST)


def test_its_progress_is_told_and_it_can_be_cancelled(
    chooser: DataChooser, loader: DataLoader, document: Document, server: Server, qtbot: QtBot
) -> None:
    before = document.project.data.source
    server.holds_after = 1_000
    want(chooser, loader, qtbot)
    press(chooser, "Download 21.2 MB")

    def tells() -> bool:
        return any("1.00 kB of" in text for text in _labels(chooser))

    qtbot.waitUntil(tells, timeout=_PATIENCE)
    bar = next(each for each in chooser.findChildren(QProgressBar) if each.isVisible())
    assert 0 < bar.value() < bar.maximum()
    grab(chooser, "data-downloading")
    press(chooser, "Cancel")
    qtbot.waitUntil(lambda: loader.downloader.task is None, timeout=_PATIENCE)
    assert not any(each.isVisible() for each in chooser.findChildren(QProgressBar))
    assert document.project.data.source == before
    server.release.set()
    assert loader.downloader.size(KMNIST)


def _labels(chooser: DataChooser) -> list[str]:
    found = [each.text() for each in chooser.findChildren(QLabel) if each.isVisible()]
    return [text.replace("\u2009", " ") for text in found]


def test_a_failure_is_said_and_can_be_tried_again(
    chooser: DataChooser, loader: DataLoader, document: Document, server: Server, qtbot: QtBot
) -> None:
    kept = dict(server.files)
    server.files.clear()
    want(chooser, loader, qtbot)
    with qtbot.waitSignal(loader.downloader.failed, timeout=_PATIENCE):
        press(chooser, "Download 21.2 MB")
    assert "answer 404" in notice(chooser)
    server.files.update(kept)
    qtbot.waitUntil(lambda: "Download 21.2 MB" in buttons(chooser), timeout=_PATIENCE)
    with qtbot.waitSignal(loader.loaded, timeout=_PATIENCE):
        press(chooser, "Download 21.2 MB")
    assert document.project.data.source == KMNIST


def test_who_has_gone_on_to_other_data_keeps_them(
    chooser: DataChooser, loader: DataLoader, document: Document, server: Server, qtbot: QtBot
) -> None:
    server.holds_after = 1_000
    want(chooser, loader, qtbot)
    press(chooser, "Download 21.2 MB")
    with qtbot.waitSignal(loader.loaded, timeout=60_000):
        chooser.choose(Selected("moons"))
    with qtbot.waitSignal(loader.downloader.done, timeout=_PATIENCE):
        server.holds_after = None
        server.release.set()
    assert document.project.data.source.type == "moons"
    assert not loader.downloader.size(KMNIST)


def test_the_documents_own_data_are_downloaded_too(
    chooser: DataChooser, loader: DataLoader, document: Document, server: Server, qtbot: QtBot
) -> None:
    project = document.project
    missing = replace(project, data=replace(project.data, source=KMNIST))
    with qtbot.waitSignal(loader.failed, timeout=_PATIENCE):
        document.replace(missing)
    with qtbot.waitSignal(loader.loaded, timeout=_PATIENCE):
        press(chooser, "Download 21.2 MB")
    assert document.project.data.source == KMNIST
