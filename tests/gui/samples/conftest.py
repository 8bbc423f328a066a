"""Benches with loaded data that the tests of the Data page share."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from netstudio.core.document import Document
from netstudio.core.project import Selected
from netstudio.gui.background import Lane
from netstudio.gui.data.content import LoadedData
from netstudio.gui.data.loader import DataLoader
from netstudio.gui.samples.section import Bench
from netstudio.tasks.switching import with_source
from netstudio.tasks.templates import project_from_template


@pytest.fixture
def sample_lane(qtbot: QtBot) -> Iterator[Lane]:
    """The background thread of single samples."""
    owner = QObject()
    lane = Lane("samples", owner)
    yield lane
    lane.close()


@pytest.fixture
def make_bench(lane: Lane, sample_lane: Lane, qtbot: QtBot) -> Iterator[Callable[..., Bench]]:
    """Makes a bench with a built-in set that is loaded."""
    loaders: list[DataLoader] = []

    def make(source: str = "digits") -> Bench:
        project = project_from_template("digits-mlp", "demo")
        document = Document(with_source(project, Selected(source)))
        loader = DataLoader(document, lane, lane)
        loaders.append(loader)
        qtbot.waitUntil(lambda: loader.content is not None, timeout=120_000)
        return Bench(document, loader, sample_lane)

    yield make
    for loader in loaders:
        loader.close()


@pytest.fixture
def bench(make_bench: Callable[..., Bench]) -> Bench:
    """A bench with the small digits."""
    return make_bench()


def data_of(bench: Bench) -> LoadedData:
    """The data that lie on a bench."""
    content = bench.loader.content
    assert content is not None
    return content
