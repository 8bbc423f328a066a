"""The Use page with a model that reads digits."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from netstudio.gui.background import Lane
from netstudio.gui.current_model import CurrentModel
from netstudio.gui.theme.appearance import Appearance
from netstudio.gui.use.page import UsePage
from tests.gui.trained import trained_on_digits


@pytest.fixture(scope="session")
def digits_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return trained_on_digits(tmp_path_factory.mktemp("digits"))


@pytest.fixture(autouse=True)
def clipboard(qapp: QApplication) -> Iterator[None]:
    """Empties the clipboard: data from Python that outlive the interpreter crash its exit."""
    yield
    qapp.clipboard().clear()


@pytest.fixture
def current(lane: Lane) -> CurrentModel:
    return CurrentModel(lane, lane)


@pytest.fixture
def empty_page(current: CurrentModel, dressed: Appearance, qtbot: QtBot) -> UsePage:
    page = UsePage(current)
    qtbot.addWidget(page)
    page.resize(1280, 640)
    page.show()
    return page


@pytest.fixture
def page(empty_page: UsePage, current: CurrentModel, digits_file: Path, qtbot: QtBot) -> UsePage:
    with qtbot.waitSignal(current.loaded, timeout=20_000):
        current.set(digits_file)
    return empty_page
