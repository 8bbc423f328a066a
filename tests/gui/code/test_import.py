"""Code becomes a network: shown first, then opened or put in the place of what is there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QPushButton, QTreeWidget
from pytestqt.qtbot import QtBot

from netstudio.core.tree import walk
from netstudio.gui.code.code_edit import CodeEdit
from netstudio.gui.code.import_dialog import ImportDialog
from netstudio.gui.code.remark_list import RemarkList
from netstudio.gui.main_window import MainWindow
from netstudio.gui.stack.view import StackView
from tests.gui.dialogs import answer, choose_file, no_dialogs, wait_for_dialog
from tests.gui.windows import LONG, Open, digits, trigger

ARTICLE = """\
from tensorflow import keras

model = keras.Sequential([
    keras.layers.Flatten(input_shape=(28, 28)),
    keras.layers.Dense(48, activation="tanh"),
    keras.layers.Frobnicate(3),
    keras.layers.Dense(10, activation="softmax"),
])
model.compile(optimizer="sgd", loss="sparse_categorical_crossentropy")
model.fit(x, y, epochs=7, batch_size=64)
"""
UNDERSTOOD = ["Flatten", "Linear", "Tanh", "Linear"]


@pytest.fixture
def window(open_window: Open) -> MainWindow:
    window: MainWindow = open_window(digits())
    return window


@pytest.fixture
def dialog(window: MainWindow, qtbot: QtBot) -> ImportDialog:
    """The dialog with the article pasted into it, and read."""
    trigger(window, "pasteCode")
    dialog = wait_for_dialog(qtbot, ImportDialog)
    QApplication.clipboard().setText(ARTICLE)
    code = dialog.findChild(CodeEdit)
    assert code is not None
    QTest.keyClick(code, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: button(dialog, "importOpen").isEnabled(), timeout=LONG)
    return dialog


def button(dialog: ImportDialog, name: str) -> QPushButton:
    found = dialog.findChild(QPushButton, name)
    assert found is not None
    return found


def test_code_can_be_pasted_right_into_the_stack(window: MainWindow, qtbot: QtBot) -> None:
    stack = window.findChild(StackView, "stackView")
    assert stack is not None
    QApplication.clipboard().setText(ARTICLE)
    QTest.keyClick(stack, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    dialog = wait_for_dialog(qtbot, ImportDialog)
    qtbot.waitUntil(lambda: button(dialog, "importReplace").isEnabled(), timeout=LONG)
    button(dialog, "importReplace").click()
    qtbot.waitUntil(
        lambda: [node.type for node in walk(window.document.project.network)] == UNDERSTOOD
    )


def press(dialog: ImportDialog, name: str) -> None:
    QTest.mouseClick(button(dialog, name), Qt.MouseButton.LeftButton)


def types(window: MainWindow) -> list[str]:
    return [node.type for node in walk(window.document.project.network)]


def test_what_was_understood_is_shown_and_what_was_not_is_named_by_line(
    dialog: ImportDialog,
) -> None:
    tree = dialog.findChild(QTreeWidget)
    remarks = dialog.findChild(RemarkList)
    training = dialog.findChild(QLabel, "understoodTraining")
    assert tree is not None
    assert remarks is not None
    assert training is not None
    items = [tree.topLevelItem(at) for at in range(tree.topLevelItemCount())]
    assert [item.text(0).split()[0] for item in items if item is not None] == UNDERSTOOD
    assert training.text().splitlines()[-2:] == ["Epochs: 7", "Batch size: 64"]
    assert remarks.item(0).text().startswith("Line 6: ")
    assert "Frobnicate" in remarks.item(0).text()
    dialog.reject()


def test_the_network_is_replaced_as_one_edit(window: MainWindow, dialog: ImportDialog) -> None:
    before = window.document.project
    press(dialog, "importReplace")
    assert types(window) == UNDERSTOOD
    assert window.document.project.data == before.data
    assert window.document.project.training.options["epochs"] == 7
    assert window.document.history.past[-1].label == "Import code"
    window.document.undo()
    assert window.document.project == before


def test_a_new_project_asks_for_unsaved_changes_first(
    window: MainWindow, dialog: ImportDialog, qtbot: QtBot
) -> None:
    window.document.edit("Empty", lambda project: project.with_network(type(project.network)()))
    press(dialog, "importOpen")
    answer(qtbot, QMessageBox.StandardButton.Discard)
    qtbot.waitUntil(lambda: types(window) == UNDERSTOOD)
    assert window.document.project.name == "Pasted network"
    assert window.document.is_modified
    assert not window.document.history.past


def test_cancelling_changes_nothing(window: MainWindow, dialog: ImportDialog) -> None:
    before = window.document.project
    press(dialog, "importCancel")
    assert window.document.project is before
    assert no_dialogs()


def test_code_without_a_network_cannot_be_taken(
    window: MainWindow, dialog: ImportDialog, qtbot: QtBot
) -> None:
    code = dialog.findChild(CodeEdit)
    assert code is not None
    code.setPlainText("x = 1")
    assert not button(dialog, "importOpen").isEnabled()
    remarks = dialog.findChild(RemarkList)
    assert remarks is not None
    qtbot.waitUntil(lambda: "no network" in remarks.item(0).text())
    assert not button(dialog, "importReplace").isEnabled()
    dialog.reject()


def drop(window: MainWindow, path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    how = (
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    entering = QDragEnterEvent(QPoint(300, 300), *how)
    QApplication.sendEvent(window, entering)
    assert entering.isAccepted()
    QApplication.sendEvent(window, QDropEvent(QPointF(300, 300), *how))


def by_menu(window: MainWindow, path: Path, qtbot: QtBot) -> None:
    trigger(window, "importCode")
    choose_file(qtbot, path)


def by_opening(window: MainWindow, path: Path, qtbot: QtBot) -> None:
    trigger(window, "open")
    choose_file(qtbot, path)


def by_dropping(window: MainWindow, path: Path, qtbot: QtBot) -> None:
    drop(window, path)


@pytest.mark.parametrize("way", [by_menu, by_opening, by_dropping])
def test_a_file_of_code_is_shown_whichever_way_it_comes(
    window: MainWindow,
    qtbot: QtBot,
    tmp_path: Path,
    way: Callable[[MainWindow, Path, QtBot], None],
) -> None:
    path = tmp_path / "article.py"
    path.write_text(ARTICLE, encoding="utf-8")
    way(window, path, qtbot)
    dialog = wait_for_dialog(qtbot, ImportDialog)
    qtbot.waitUntil(lambda: button(dialog, "importOpen").isEnabled(), timeout=LONG)
    press(dialog, "importOpen")
    qtbot.waitUntil(lambda: types(window) == UNDERSTOOD)
    assert window.document.project.name == "article"


def test_a_file_that_is_no_code_is_told(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "torn.ipynb"
    path.write_text("{", encoding="utf-8")
    window.open(path)
    assert "torn.ipynb" in answer(qtbot, QMessageBox.StandardButton.Ok)
