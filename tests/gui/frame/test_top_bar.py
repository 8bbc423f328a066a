"""The top bar of the real window, at every width that the window may have."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from netstudio.gui.main_window import MainWindow
from netstudio.tasks.templates import project_from_template

WIDTHS = (960, 1100, 1280, 1440)


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    window = MainWindow(project_from_template("digits-mlp", "digits"))
    window.show()
    yield window
    window.close()
    window.deleteLater()


def centre(window: MainWindow, part: QWidget) -> int:
    return part.mapTo(window, part.rect().center()).x()


@pytest.mark.parametrize("width", WIDTHS)
def test_the_page_switch_stays_in_the_middle(window: MainWindow, width: int) -> None:
    window.resize(width, 720)
    switch = window.findChild(QFrame, "pageSwitch")
    assert switch is not None
    for text, starts in (("Train", True), ("Train again", True), ("Preparing…", False)):
        for name in ("digits", "手写数字识别 " * 20):
            window.parts.bar.show_train(text, starts)
            window.parts.bar.show_project(name, is_modified=True)
            for page in ("start", "design", "use"):
                window.show_page(page)
                QApplication.processEvents()
                assert abs(centre(window, switch) - width / 2) <= 1


@pytest.mark.parametrize("width", WIDTHS)
def test_all_of_the_bar_has_room(window: MainWindow, width: int) -> None:
    window.resize(width, 720)
    QApplication.processEvents()
    parts = [
        *window.parts.bar.findChildren(QToolButton),
        *window.parts.bar.findChildren(QPushButton),
    ]
    shown = [part for part in parts if part.isVisible()]
    assert len(shown) == 14
    for part in shown:
        assert part.width() >= part.minimumSizeHint().width(), part.accessibleName()
        right = part.mapTo(window, part.rect().topRight()).x()
        assert right < width, part.accessibleName()


def test_a_long_name_is_cut_and_keeps_the_mark_of_changes(window: MainWindow) -> None:
    window.parts.bar.show_project("a name " * 20, is_modified=True)
    name = window.findChild(QLabel, "projectName")
    assert name is not None
    assert "…" in name.text()
    assert name.text().endswith("•")


@pytest.mark.parametrize("width", WIDTHS)
def test_the_train_button_has_room_for_all_that_it_says(window: MainWindow, width: int) -> None:
    window.resize(width, 720)
    QApplication.processEvents()
    button = window.findChild(QPushButton, "trainButton")
    assert button is not None
    for text, starts in (
        ("Train", True),
        ("Train again", True),
        ("Preparing…", False),
        ("Training…", False),
        ("Stopping…", False),
    ):
        window.parts.bar.show_train(text, starts)
        assert button.sizeHint().width() <= button.width(), text
