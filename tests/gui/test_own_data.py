"""A file or folder is dropped on the window, and a network for it is begun."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QLabel,
    QMenu,
    QPushButton,
    QRadioButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from netstudio.core.project import Project
from netstudio.gui.data.arrival_dialog import ArrivalDialog
from netstudio.gui.main_window import MainWindow
from netstudio.tasks.templates import project_from_template
from tests.pictures import two_classes

Open = Callable[..., MainWindow]

_PATIENCE = 60_000


@pytest.fixture
def insects(tmp_path: Path) -> Path:
    return two_classes(tmp_path / "insects", count=6)


@pytest.fixture
def table(tmp_path: Path) -> Path:
    rows = [f"{at},{at * at % 7},{'yes' if at % 2 else 'no'}" for at in range(40)]
    path = tmp_path / "answers.csv"
    path.write_text("\n".join(["a,b,label", *rows]))
    return path


def digits() -> Project:
    return project_from_template("digits-mlp", "digits")


def drop(window: MainWindow, path: Path) -> bool:
    """Let go of a file or folder over the window; says whether it was wanted."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    how = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton)
    key = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(5, 5), *how, key)
    enter.ignore()
    QApplication.sendEvent(window, enter)
    if enter.isAccepted():
        QApplication.sendEvent(window, QDropEvent(QPointF(5, 5), *how, key))
    return enter.isAccepted()


def asked(window: MainWindow, qtbot: QtBot) -> ArrivalDialog:
    """The dialog, when it knows what the data are, or why it does not."""
    dialog = window.findChild(ArrivalDialog)
    assert dialog is not None

    def knows() -> bool:
        buttons = (part(dialog, QPushButton, name) for name in ("arrivalUse", "arrivalCancel"))
        return any(button.isVisible() for button in buttons)

    qtbot.waitUntil(knows, timeout=_PATIENCE)
    return dialog


def part(parent: QWidget, kind: type[QPushButton], name: str) -> QPushButton:
    found = parent.findChild(kind, name)
    assert found is not None
    return found


def answers(dialog: ArrivalDialog) -> list[str]:
    return [button.text() for button in dialog.findChildren(QRadioButton) if button.isVisible()]


def choose(dialog: ArrivalDialog, text: str) -> None:
    found = [each for each in dialog.findChildren(QRadioButton) if each.text().startswith(text)]
    QTest.mouseClick(found[-1], Qt.MouseButton.LeftButton, pos=QPoint(8, found[-1].height() // 2))


def use(dialog: ArrivalDialog) -> None:
    QTest.mouseClick(part(dialog, QPushButton, "arrivalUse"), Qt.MouseButton.LeftButton)


def texts(dialog: ArrivalDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())


def test_a_folder_dropped_on_the_start_page_becomes_a_project_that_suits_it(
    open_window: Open, insects: Path, qtbot: QtBot
) -> None:
    window = open_window()
    assert drop(window, insects)
    dialog = asked(window, qtbot)
    assert "2 folders of pictures, one for each class: ants, bees" in texts(dialog)
    use(dialog)
    qtbot.waitUntil(lambda: window.parts.page == "design")
    project = window.document.project
    assert project.name == "insects"
    assert project.task.type == "image_classification"
    assert project.data.source.fields["folder"] == str(insects)
    assert project.network
    qtbot.waitUntil(lambda: window.document.project.data.facts is not None, timeout=_PATIENCE)
    facts = window.document.project.data.facts
    assert facts is not None
    qtbot.waitUntil(
        lambda: _classes(window) == ("ants", "bees"),
        timeout=_PATIENCE,
    )


def _classes(window: MainWindow) -> tuple[str, ...]:
    facts = window.document.project.data.facts
    return facts.classes if facts is not None else ()


def test_a_folder_dropped_on_an_open_network_can_be_its_data(
    open_window: Open, insects: Path, qtbot: QtBot
) -> None:
    window = open_window(digits())
    network = window.document.project.network
    window.show_page("evaluate")
    assert drop(window, insects)
    dialog = asked(window, qtbot)
    assert answers(dialog)[-2:] == [
        "The one that is open: digits",
        "A new one that suits them: Small CNN",
    ]
    use(dialog)
    assert window.parts.page == "design"
    qtbot.waitUntil(lambda: _classes(window) == ("ants", "bees"), timeout=_PATIENCE)
    assert window.document.project.network == network
    assert window.document.project.data.source.type == "image_folder"


def test_another_task_can_be_chosen_than_the_one_that_was_guessed(
    open_window: Open, table: Path, qtbot: QtBot
) -> None:
    window = open_window()
    assert drop(window, table)
    dialog = asked(window, qtbot)
    assert answers(dialog)[:2] == ["Table classification", "Table regression"]
    choose(dialog, "Table regression")
    use(dialog)
    qtbot.waitUntil(lambda: window.parts.page == "design")
    project = window.document.project
    assert project.task.type == "table_regression"
    assert project.data.source.fields["file"] == str(table)


def test_a_network_for_another_task_is_not_offered_for_the_data(
    open_window: Open, table: Path, qtbot: QtBot
) -> None:
    window = open_window(digits())
    assert drop(window, table)
    assert not [each for each in answers(asked(window, qtbot)) if "open" in each]


def test_cancelling_changes_nothing(open_window: Open, insects: Path, qtbot: QtBot) -> None:
    window = open_window(digits())
    before = window.document.project
    assert drop(window, insects)
    dialog = asked(window, qtbot)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.findChild(ArrivalDialog) is None)
    assert window.document.project is before


def test_what_nothing_can_be_learned_from_is_said(
    open_window: Open, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "nothing").mkdir()
    window = open_window(digits())
    assert drop(window, tmp_path / "nothing")
    dialog = asked(window, qtbot)
    assert "holds nothing to learn from" in texts(dialog).replace("\u200b", "")
    assert not part(dialog, QPushButton, "arrivalUse").isVisible()
    QTest.mouseClick(part(dialog, QPushButton, "arrivalCancel"), Qt.MouseButton.LeftButton)


def test_projects_are_opened_and_not_taken_for_data(
    open_window: Open, tmp_path: Path, qtbot: QtBot
) -> None:
    window = open_window(digits())
    with qtbot.waitSignal(window._arrivals.file_dropped) as dropped:
        path = tmp_path / "some.py"
        path.write_text("x = 1")
        assert drop(window, path)
    assert dropped.args == [path]
    assert window.findChild(ArrivalDialog) is None


def test_own_data_can_be_looked_for(open_window: Open, insects: Path, qtbot: QtBot) -> None:
    window = open_window()
    QTest.mouseClick(part(window, QPushButton, "startOwnData"), Qt.MouseButton.LeftButton)
    menu = window.findChild(QMenu, "ownDataMenu")
    assert menu is not None
    menu.actions()[0].trigger()
    menu.close()
    dialog = window.findChild(QFileDialog, "ownDataDialog")
    assert dialog is not None
    dialog.fileSelected.emit(str(insects))
    dialog.close()
    assert "ants, bees" in texts(asked(window, qtbot))
