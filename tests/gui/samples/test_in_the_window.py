"""The Data page in the window: how one gets there, and that a change of language keeps it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QPushButton
from pytestqt.qtbot import QtBot

from netstudio.gui.language import LanguageChoice
from netstudio.gui.main_window import MainWindow
from netstudio.tasks.templates import project_from_template
from tests.gui.conftest import grab


def test_from_the_panel_to_the_samples_and_the_tab_outlives_a_change_of_language(
    open_window: Callable[..., MainWindow], qtbot: QtBot
) -> None:
    window = open_window(project_from_template("digits-mlp", "digits"))
    qtbot.waitUntil(lambda: window._backstage.data.content is not None, timeout=60_000)
    look = window.parts.design.data.findChild(QPushButton, "lookAtData")
    assert look is not None
    QTest.mouseClick(look, Qt.MouseButton.LeftButton)
    page = window.parts.data
    assert page.isVisible()
    assert page.section is not None
    assert page.section.name == "samples"
    grab(window, "window-data")
    statistics = page.findChild(QPushButton, "statisticsTab")
    assert statistics is not None
    QTest.mouseClick(statistics, Qt.MouseButton.LeftButton)
    window._choose_language(LanguageChoice.CHINESE)
    qtbot.waitUntil(lambda: window.parts.data is not page, timeout=10_000)
    assert window.parts.page == "data"
    qtbot.waitUntil(lambda: window.parts.data.section is not None, timeout=10_000)
    assert window.parts.data.section is not None
    assert window.parts.data.section.name == "statistics"
    window._choose_language(LanguageChoice.ENGLISH)
    qtbot.waitUntil(lambda: not window._backstage.lanes.samples._tasks, timeout=30_000)


def test_keys_turn_to_each_page(open_window: Callable[..., MainWindow]) -> None:
    window = open_window(project_from_template("digits-mlp", "digits"))
    window.activateWindow()
    for key, name in (
        (Qt.Key.Key_2, "data"),
        (Qt.Key.Key_3, "evaluate"),
        (Qt.Key.Key_4, "use"),
        (Qt.Key.Key_1, "design"),
    ):
        QTest.keyClick(window, key, Qt.KeyboardModifier.AltModifier)
        assert window.parts.page == name


def test_the_window_has_one_data_set_picker_of_that_name(
    open_window: Callable[..., MainWindow],
) -> None:
    window = open_window(project_from_template("digits-mlp", "digits"))
    assert len(window.findChildren(QComboBox, "datasetPicker")) == 1
    assert len(window.findChildren(QComboBox, "page-datasetPicker")) == 1
