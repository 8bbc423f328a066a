"""The network as code: it follows the stack, and goes back to it."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from netstudio.core import edits
from netstudio.core.document import Document
from netstudio.core.tree import Node, Stack
from netstudio.gui.analysis import Analyser
from netstudio.gui.background import Lane, Task
from netstudio.gui.code.code_edit import CodeEdit
from netstudio.gui.code.remark_list import RemarkList
from netstudio.gui.code.source_view import SourceView
from netstudio.gui.theme.appearance import Appearance
from tests.gui.dialogs import choose_file
from tests.gui.windows import LONG

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def view(
    document: Document, analyser: Analyser, lane: Lane, dressed: Appearance, qtbot: QtBot
) -> SourceView:
    view = SourceView(document, analyser, lane)
    qtbot.addWidget(view)
    view.resize(700, 260)
    view.show()
    qtbot.waitUntil(lambda: "class Digits" in view.text)
    return view


@pytest.fixture
def code(view: SourceView) -> CodeEdit:
    found = view.findChild(CodeEdit)
    assert found is not None
    return found


def press(view: QWidget, name: str) -> None:
    button = view.findChild(QPushButton, name)
    assert button is not None
    assert button.isVisible()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def remarks_of(view: SourceView) -> RemarkList:
    found = view.findChild(RemarkList)
    assert found is not None
    return found


def line_of(view: SourceView, text: str) -> int:
    lines = view.text.splitlines()
    return next(number for number, line in enumerate(lines, 1) if text in line)


def replace_text(code: CodeEdit, old: str, new: str) -> None:
    """Select what is there, and type something else."""
    cursor = code.document().find(old)
    assert not cursor.isNull(), f"{old} is not in the code"
    code.setTextCursor(cursor)
    QTest.keyClicks(code, new)


def first_linear(document: Document) -> Node:
    return next(node for node in document.project.network if node.type == "Linear")


def lit_lines(code: CodeEdit) -> list[str]:
    return [light.cursor.block().text().strip() for light in code.extraSelections()]


def test_the_code_follows_the_stack(view: SourceView, document: Document, qtbot: QtBot) -> None:
    uid = first_linear(document).uid
    assert "nn.Linear(784, 32)" in view.text
    document.edit(
        "Change",
        lambda project: project.with_network(
            edits.set_fields(project.network, uid, out_features=48)
        ),
    )
    qtbot.waitUntil(lambda: "nn.Linear(784, 48)" in view.text)
    assert "nn.Linear(48, 10)" in view.text


def test_a_hidden_view_makes_no_code_and_shows_the_newest_when_it_comes_back(
    view: SourceView, document: Document, analyser: Analyser, qtbot: QtBot
) -> None:
    view.hide()
    before = view.text
    with qtbot.waitSignal(analyser.analysed):
        document.edit("Empty", lambda project: project.with_network(Stack()))
    qtbot.wait(50)
    assert view.text == before
    view.show()
    qtbot.waitUntil(lambda: "nn.Linear" not in view.text)


def test_the_lines_of_the_selected_layer_are_lit_and_scrolled_to(
    view: SourceView, code: CodeEdit, document: Document
) -> None:
    assert lit_lines(code) == []
    view.resize(700, 130)
    view.show_selected((document.project.network.nodes[-1].uid,))
    (lit,) = lit_lines(code)
    assert lit.endswith("nn.Linear(32, 10)")
    assert code.viewport().rect().contains(code.cursorRect(code.extraSelections()[0].cursor))
    view.show_selected(())
    assert lit_lines(code) == []


def test_a_click_on_a_line_selects_its_layer(
    view: SourceView, code: CodeEdit, document: Document, qtbot: QtBot
) -> None:
    block = code.document().findBlockByNumber(line_of(view, "nn.Linear(784") - 1)
    spot = code.cursorRect(QTextCursor(block)).center()
    with qtbot.waitSignal(view.layer_chosen) as chosen:
        QTest.mouseClick(code.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(120, spot.y()))
    assert chosen.args == [first_linear(document).uid]


def test_a_line_of_no_layer_selects_nothing(view: SourceView, code: CodeEdit, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(view.layer_chosen):
        QTest.mouseClick(code.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(40, 4))


def test_edited_code_goes_back_to_the_stack_as_one_edit(
    view: SourceView, code: CodeEdit, document: Document, qtbot: QtBot
) -> None:
    before = document.project
    press(view, "sourceEdit")
    replace_text(code, "nn.Linear(784, 32)", "nn.Linear(784, 64)")
    replace_text(code, "nn.ReLU()", "nn.Tanh()")
    QTest.keyClick(code, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: document.project != before)
    types = [node.type for node in document.project.network]
    assert types == ["Flatten", "Linear", "Tanh", "Dropout", "Linear"]
    linear = first_linear(document)
    assert linear.uid == first_linear_of(before.network).uid
    assert linear.fields["out_features"] == 64
    assert not view.is_editing
    assert document.history.past[-1].label == "Edit source"
    document.undo()
    assert document.project == before
    qtbot.waitUntil(lambda: "nn.Linear(784, 32)" in view.text)


def first_linear_of(stack: Stack) -> Node:
    return next(node for node in stack if node.type == "Linear")


def test_what_cannot_be_read_is_listed_by_line_and_changes_nothing(
    view: SourceView, code: CodeEdit, document: Document, qtbot: QtBot
) -> None:
    before = document.project
    press(view, "sourceEdit")
    replace_text(code, "nn.ReLU()", "nn.Reluuu()")
    text, line = view.text, line_of(view, "nn.Reluuu")
    remarks = remarks_of(view)
    press(view, "sourceApply")
    qtbot.waitUntil(remarks.isVisible)
    assert remarks.item(0).text().startswith(f"Line {line}: ")
    assert document.project == before
    assert view.text == text
    assert view.is_editing
    code.go_to(1)
    rect = remarks.visualItemRect(remarks.item(0))
    QTest.mouseClick(remarks.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert code.line == line


def test_code_is_checked_while_it_is_typed(view: SourceView, code: CodeEdit, qtbot: QtBot) -> None:
    press(view, "sourceEdit")
    replace_text(code, "nn.ReLU()", "nn.ReLU(")
    qtbot.waitUntil(remarks_of(view).isVisible)
    QTest.keyClicks(code, ")")
    qtbot.waitUntil(lambda: not remarks_of(view).isVisible())


def test_discarding_shows_the_stack_again(
    view: SourceView, code: CodeEdit, document: Document
) -> None:
    before, text = document.project, view.text
    press(view, "sourceEdit")
    replace_text(code, "nn.ReLU()", "nonsense")
    press(view, "sourceDiscard")
    assert view.text == text
    assert document.project is before
    assert code.isReadOnly()


def keep_busy(lane: Lane) -> threading.Event:
    """Let the lane do nothing else before this is set."""
    may_go_on = threading.Event()
    lane.start(lambda: may_go_on.wait(10))
    return may_go_on


def test_what_is_typed_while_the_code_is_applied_is_applied_too(
    view: SourceView,
    code: CodeEdit,
    document: Document,
    lane: Lane,
    qtbot: QtBot,
) -> None:
    press(view, "sourceEdit")
    replace_text(code, "nn.ReLU()", "nn.GELU()")
    busy = keep_busy(lane)
    press(view, "sourceApply")
    replace_text(code, "nn.GELU()", "nn.Tanh()")
    busy.set()
    qtbot.waitUntil(lambda: not view.is_editing)
    assert "Tanh" in {node.type for node in document.project.network}
    assert len(document.history.past) == 1


def test_code_that_is_discarded_while_it_is_applied_changes_nothing(
    view: SourceView,
    code: CodeEdit,
    document: Document,
    lane: Lane,
    qtbot: QtBot,
) -> None:
    before = document.project
    press(view, "sourceEdit")
    replace_text(code, "nn.ReLU()", "nn.GELU()")
    busy = keep_busy(lane)
    press(view, "sourceApply")
    press(view, "sourceDiscard")
    press(view, "sourceEdit")
    apply = view.findChild(QPushButton, "sourceApply")
    assert apply is not None
    assert apply.isEnabled()
    busy.set()
    qtbot.waitUntil(lambda: not lane.findChildren(Task))
    assert document.project is before
    assert view.is_editing


def test_a_view_that_is_gone_applies_nothing(
    document: Document, analyser: Analyser, lane: Lane, qtbot: QtBot
) -> None:
    before = document.project
    view = SourceView(document, analyser, lane)
    view.show()
    qtbot.waitUntil(lambda: "class Digits" in view.text)
    view.edit()
    code = view.findChild(CodeEdit)
    assert code is not None
    replace_text(code, "nn.ReLU()", "nn.GELU()")
    busy = keep_busy(lane)
    view.apply()
    shiboken6.delete(view)
    busy.set()
    qtbot.waitUntil(lambda: not lane.findChildren(Task))
    assert document.project is before


def test_there_is_nothing_to_edit_or_copy_before_there_is_code(
    document: Document, lane: Lane, qtbot: QtBot
) -> None:
    busy = keep_busy(lane)
    analyser = Analyser(document, lane, lane)
    view = SourceView(document, analyser, lane)
    qtbot.addWidget(view)
    view.show()
    buttons = [view.findChild(QPushButton, name) for name in ("sourceEdit", "sourceCopy")]
    assert [button is not None and button.isEnabled() for button in buttons] == [False, False]
    busy.set()
    qtbot.waitUntil(lambda: "class Digits" in view.text, timeout=LONG)
    assert [button is not None and button.isEnabled() for button in buttons] == [True, True]
    analyser.close()


def test_a_change_of_the_stack_leaves_edited_text_alone_and_is_told(
    view: SourceView, code: CodeEdit, document: Document, qtbot: QtBot
) -> None:
    notice = view.findChild(QWidget, "codeNotice")
    assert notice is not None
    press(view, "sourceEdit")
    replace_text(code, "nn.ReLU()", "nn.GELU()")
    text = view.text
    with qtbot.waitSignal(view._source.signals.made):
        document.edit("Empty", lambda project: project.with_network(Stack()))
    assert view.text == text
    assert notice.isVisible()
    press(view, "noticeSecond")
    assert not notice.isVisible()
    assert view.text == text
    press(view, "sourceApply")
    qtbot.waitUntil(lambda: len(document.project.network) == 5)
    assert "GELU" in {node.type for node in document.project.network}


def test_the_stacks_code_can_be_shown_instead_of_the_edited_one(
    view: SourceView, code: CodeEdit, document: Document, qtbot: QtBot
) -> None:
    press(view, "sourceEdit")
    replace_text(code, "nn.ReLU()", "nn.GELU()")
    document.edit("Empty", lambda project: project.with_network(Stack()))
    press(view, "noticeFirst")
    qtbot.waitUntil(lambda: "nn.Linear" not in view.text)
    assert not view.is_editing


def test_other_changes_of_the_project_are_nothing_to_edited_code(
    view: SourceView, code: CodeEdit, document: Document
) -> None:
    notice = view.findChild(QWidget, "codeNotice")
    assert notice is not None
    press(view, "sourceEdit")
    document.edit("Rename", lambda project: replace(project, name="another"))
    assert not notice.isVisible()


def test_a_line_without_an_indent_keeps_its_words(view: SourceView, code: CodeEdit) -> None:
    press(view, "sourceEdit")
    code.go_to(line_of(view, "class Digits"))
    before = view.text
    QTest.keyClick(code, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert view.text == before


def test_return_keeps_the_indent_and_tab_makes_one(view: SourceView, code: CodeEdit) -> None:
    press(view, "sourceEdit")
    code.selectAll()
    QTest.keyClicks(code, "def f():")
    QTest.keyClick(code, Qt.Key.Key_Return)
    QTest.keyClicks(code, "x")
    QTest.keyClick(code, Qt.Key.Key_Return)
    QTest.keyClick(code, Qt.Key.Key_Tab)
    QTest.keyClicks(code, "y")
    QTest.keyClick(code, Qt.Key.Key_Backtab)
    assert view.text == "def f():\n    x\n    y"


def test_code_of_one_layer_or_of_all_is_copied(
    view: SourceView, document: Document, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(view.copied):
        view.copy_layers((first_linear(document).uid,))
    line = f"self.{first_linear(document).name} = nn.Linear(784, 32)\n"
    assert QGuiApplication.clipboard().text() == line
    with qtbot.waitSignal(view.copied):
        view.copy_layers(())
    assert QGuiApplication.clipboard().text() == view.text
    QGuiApplication.clipboard().clear()
    press(view, "sourceCopy")
    assert QGuiApplication.clipboard().text() == view.text


def test_the_code_is_saved_as_a_file(view: SourceView, qtbot: QtBot, tmp_path: Path) -> None:
    press(view, "sourceSave")
    choose_file(qtbot, tmp_path / "net.py")
    qtbot.waitUntil((tmp_path / "net.py").exists)
    assert (tmp_path / "net.py").read_text(encoding="utf-8") == view.text


def test_another_language_goes_on_with_what_is_edited(
    view: SourceView,
    code: CodeEdit,
    document: Document,
    analyser: Analyser,
    lane: Lane,
    qtbot: QtBot,
) -> None:
    press(view, "sourceEdit")
    replace_text(code, "nn.ReLU()", "nn.GELU()")
    other = SourceView(document, analyser, lane)
    qtbot.addWidget(other)
    other.take_over(view)
    assert other.is_editing
    assert other.text == view.text


def test_a_layer_that_is_selected_already_is_seen_when_the_view_comes(
    document: Document, analyser: Analyser, lane: Lane, dressed: Appearance, qtbot: QtBot
) -> None:
    view = SourceView(document, analyser, lane)
    qtbot.addWidget(view)
    view.resize(500, 130)
    view.show_selected((document.project.network.nodes[-1].uid,))
    view.show()
    qtbot.waitUntil(lambda: "class Digits" in view.text)
    code = view.findChild(CodeEdit)
    assert code is not None
    assert code.viewport().rect().contains(code.cursorRect(code.extraSelections()[0].cursor))
