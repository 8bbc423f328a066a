"""The network is looked at as a stack, as code, as a table or in words."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from netstudio.core.tree import Stack
from netstudio.gui.code.code_edit import CodeEdit
from netstudio.gui.code.source_view import SourceView
from netstudio.gui.main_window import MainWindow
from netstudio.gui.stack.view import StackView
from tests.gui.dialogs import answer
from tests.gui.windows import LONG, Open, analysis_of, digits, part, trigger

WIDGETS = {
    "stack": "stackView",
    "source": "sourceView",
    "analysis": "analysisView",
    "explanation": "explainView",
    "insight": "insightView",
}


def shown(window: MainWindow) -> set[str]:
    return {name for name, widget in WIDGETS.items() if part(window, QWidget, widget).isVisible()}


@pytest.mark.parametrize("name", WIDGETS)
def test_each_view_has_a_tab_and_an_action(open_window: Open, name: str) -> None:
    window = open_window(digits())
    assert shown(window) == {"stack"}
    tab = part(window, QPushButton, f"{name}Segment")
    QTest.mouseClick(tab, Qt.MouseButton.LeftButton)
    assert shown(window) == {name}
    trigger(window, "stackView")
    assert shown(window) == {"stack"}
    window.show_page("evaluate")
    trigger(window, f"{name}View")
    assert shown(window) == {name}
    assert tab.isChecked()


def test_the_stack_stands_beside_another_view_if_wanted(open_window: Open) -> None:
    window = open_window(digits())
    trigger(window, "sourceView")
    trigger(window, "beside")
    assert shown(window) == {"stack", "source"}
    widths = [part(window, QWidget, WIDGETS[name]).width() for name in ("stack", "source")]
    assert min(widths) > 0.8 * max(widths)
    trigger(window, "analysisView")
    assert shown(window) == {"stack", "analysis"}
    QTest.mouseClick(part(window, QToolButton, "besideButton"), Qt.MouseButton.LeftButton)
    assert shown(window) == {"analysis"}
    assert not part(window, QAction, "besideAction").isChecked()


def test_what_is_selected_in_one_view_is_selected_in_all(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(digits())
    source = part(window, SourceView, "sourceView")
    stack = part(window, StackView, "stackView")
    trigger(window, "sourceView")
    qtbot.waitUntil(lambda: "nn.Linear" in source.text, timeout=LONG)
    node = window.document.project.network.nodes[1]
    source.layer_chosen.emit(node.uid)
    assert stack.selected == (node.uid,)
    assert len(source._code.extraSelections()) == 1
    stack.select(())
    assert not source._code.extraSelections()


def test_a_problem_that_is_clicked_is_shown_on_the_stack(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(digits())
    window.document.edit(
        "Remove", lambda project: project.with_network(Stack(project.network.nodes[1:]))
    )
    problem = analysis_of(window, qtbot).errors[0]
    trigger(window, "explanationView")
    window.parts.design.activity.problem_activated.emit(problem.target)
    assert shown(window) == {"stack"}
    assert part(window, StackView, "stackView").selected == (problem.target,)


def test_the_view_is_remembered(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(digits())
    trigger(window, "analysisView")
    trigger(window, "beside")
    window.close()
    other = open_window(digits())
    assert shown(other) == {"analysis", "stack"}


def test_edited_code_is_not_lost_when_the_window_closes(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(digits())
    source = part(window, SourceView, "sourceView")
    trigger(window, "sourceView")
    qtbot.waitUntil(lambda: "nn.Linear" in source.text, timeout=LONG)
    source.edit()
    trigger(window, "stackView")
    QTest.keyClicks(part(window, CodeEdit, "sourceText"), "# mine")
    assert not window.close()
    answer(qtbot, QMessageBox.StandardButton.Cancel)
    assert "# mine" in source.text
    assert shown(window) == {"source"}
    assert not window.close()
    with qtbot.waitSignal(window.closed):
        answer(qtbot, "Close")
