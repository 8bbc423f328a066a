"""Loaders and folders of pictures that the tests of the data panel share."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from netstudio.core.document import Document
from netstudio.core.project import Selected
from netstudio.gui.background import Lane
from netstudio.gui.data.loader import DataLoader
from netstudio.tasks.sources import ImageFolder
from netstudio.tasks.templates import project_from_template
from tests.pictures import two_classes

DIGITS = Selected("digits")
MNIST = Selected("mnist")
FASHION = Selected("fashion_mnist")


@pytest.fixture
def document() -> Document:
    """A document with the small digits."""
    return Document(project_from_template("digits-mlp", "digits"))


@pytest.fixture
def make_loader(document: Document, lane: Lane) -> Iterator[Callable[..., DataLoader]]:
    """Makes a loader of the document, which ends with the test."""
    made: list[DataLoader] = []

    def make(data_root: Path | None = None) -> DataLoader:
        made.append(DataLoader(document, lane, lane, data_root))
        return made[-1]

    yield make
    for loader in made:
        loader.close()


@pytest.fixture
def loader(make_loader: Callable[..., DataLoader], qtbot: QtBot) -> DataLoader:
    """A loader that has loaded the small digits."""
    loader = make_loader()
    until_loaded(loader, qtbot)
    return loader


@pytest.fixture
def insects(tmp_path: Path) -> Path:
    """A folder with four pictures each of ants and bees."""
    return two_classes(tmp_path / "insects", count=4)


def until_loaded(loader: DataLoader, qtbot: QtBot) -> None:
    """Wait until the document's data are there."""
    qtbot.waitUntil(lambda: loader.content is not None, timeout=60_000)


def folder(path: Path, **settings: object) -> Selected:
    """The choice of a folder of pictures."""
    fields = ImageFolder.defaults().replace(folder=str(path), **settings)
    return Selected("image_folder", fields)
