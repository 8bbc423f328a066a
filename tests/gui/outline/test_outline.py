"""The outline: lines of layers, selected and edited like the cards."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from netstudio.core import edits
from netstudio.core.document import Document
from netstudio.core.tree import Node, Stack
from netstudio.gui.analysis import Analyser
from netstudio.gui.outline.model import NAME, OUTPUT, PARAMETERS, PROBLEMS, TYPE
from netstudio.gui.outline.view import OutlineView
from netstudio.gui.theme.appearance import Appearance
from tests.gui.forms import press, show
from tests.gui.stack.hands import layer


@pytest.fixture
def outline(
    document: Document, analyser: Analyser, dressed: Appearance, qtbot: QtBot
) -> OutlineView:
    view = OutlineView(document, analyser)
    view.resize(560, 400)
    show(qtbot, view)
    return view


@pytest.fixture
def nested(document: Document, analyser: Analyser, outline: OutlineView, qtbot: QtBot) -> None:
    """flat, box(b, c), fork(d | nothing), e."""
    fork = layer("fork", "Parallel")
    fork = replace(
        fork, slots=(("branch_1", Stack((layer("d", "Linear", out_features=7),))), fork.slots[1])
    )
    show_network(
        document,
        analyser,
        qtbot,
        layer("flat", "Flatten"),
        layer("box", "Group", layer("b", "ReLU"), layer("c", "ReLU")),
        fork,
        layer("e", "Conv2d"),
    )


def show_network(document: Document, analyser: Analyser, qtbot: QtBot, *nodes: Node) -> None:
    with qtbot.waitSignal(analyser.analysed, timeout=30_000):
        document.edit("other layers", lambda project: project.with_network(Stack(nodes)))


def lines(view: OutlineView, column: int = NAME) -> list[str]:
    """All lines in view, from top to bottom, indented."""
    found = []
    index = view.model().index(0, 0)
    while index.isValid():
        deep, above = 0, index.parent()
        while above.isValid():
            deep, above = deep + 1, above.parent()
        found.append("  " * deep + str(index.siblingAtColumn(column).data() or ""))
        index = view.indexBelow(index)
    return found


def at(view: OutlineView, name: str) -> QModelIndex:
    flags = Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive
    model = view.model()
    return model.match(model.index(0, 0), Qt.ItemDataRole.DisplayRole, name, 1, flags)[0]


def click(
    view: OutlineView, name: str, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    place = view.visualRect(at(view, name)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, modifier, place)


def test_every_layer_and_branch_has_a_line(outline: OutlineView, nested: None) -> None:
    QAbstractItemModelTester(outline.model(), QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert lines(outline) == [
        "flatten_flat",
        "group_box",
        "  relu_b",
        "  relu_c",
        "parallel_fork",
        "  Branch 1",
        "    linear_d",
        "  Branch 2",
        "conv2d_e",
    ]
    line = at(outline, "linear_d")
    told = [line.siblingAtColumn(column).data() for column in (TYPE, OUTPUT, PARAMETERS)]
    assert told == ["Linear", "7", "5\u2009495"]
    assert "receives" in at(outline, "conv2d_e").siblingAtColumn(PROBLEMS).data()


def test_a_line_says_to_screen_readers_what_the_card_shows(
    outline: OutlineView, nested: None
) -> None:
    spoken = at(outline, "linear_d").data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("linear_d: Linear")
    assert "output 7" in spoken


def test_the_selection_goes_both_ways(outline: OutlineView, nested: None) -> None:
    picked: list[tuple[str, ...]] = []
    outline.picked.connect(picked.append)
    click(outline, "relu_b")
    click(outline, "conv2d_e", Qt.KeyboardModifier.ControlModifier)
    assert [set(one) for one in picked] == [{"b"}, {"b", "e"}]
    outline.show_selection(("c", "d"))
    assert len(picked) == 2, "what is shown is not told again"
    rows = outline.selectionModel().selectedRows()
    assert {row.data() for row in rows} == {"relu_c", "linear_d"}


def test_an_edit_of_a_setting_keeps_the_lines_and_the_selection(
    document: Document, outline: OutlineView, nested: None
) -> None:
    click(outline, "linear_d")
    index = outline.currentIndex()
    document.edit("", lambda p: p.with_network(edits.set_fields(p.network, "d", out_features=9)))
    assert outline.currentIndex() == index
    outline.collapse(at(outline, "group_box"))
    document.edit("", lambda p: p.with_network(edits.remove(p.network, ("flat",))))
    assert lines(outline)[:2] == ["group_box", "parallel_fork"], "what was closed stays closed"


def test_a_layer_is_renamed_in_its_line_and_a_bad_name_is_told(
    document: Document, outline: OutlineView, nested: None
) -> None:
    said: list[str] = []
    outline.message.connect(said.append)
    for name in ("stem", "1st"):
        click(outline, "flatten_flat" if name == "stem" else "stem")
        press(outline, Qt.Key.Key_F2)
        editor = QApplication.focusWidget()
        assert isinstance(editor, QLineEdit)
        editor.selectAll()
        QTest.keyClicks(editor, name)
        QTest.keyClick(editor, Qt.Key.Key_Return)
        QApplication.processEvents()
    assert document.project.network.nodes[0].name == "stem"
    assert document.history.past[-1].label == "Rename to stem"
    assert said[0].startswith("'1st' cannot name a layer")


def test_a_name_that_is_being_typed_is_left_alone(
    document: Document, analyser: Analyser, outline: OutlineView, nested: None, qtbot: QtBot
) -> None:
    click(outline, "flatten_flat")
    press(outline, Qt.Key.Key_F2)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    QTest.keyClicks(editor, "stem")
    with qtbot.waitSignal(analyser.analysed, timeout=30_000):
        document.edit(
            "", lambda p: p.with_network(edits.set_fields(p.network, "d", out_features=9))
        )
    outline.show_selection(("flat",))
    assert editor.isVisible()
    assert editor.text() == "stem"
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert document.project.network.nodes[0].name == "stem"


def test_a_layer_that_is_renamed_elsewhere_is_painted_anew(
    document: Document, outline: OutlineView, nested: None
) -> None:
    renewed: list[str] = []

    def hear(first: QModelIndex, last: QModelIndex) -> None:
        if first.column() == NAME:
            renewed.append(first.data())

    outline.model().dataChanged.connect(hear)
    document.edit("", lambda p: p.with_network(edits.rename(p.network, "flat", "stem")))
    assert renewed == ["stem"]


def test_undo_brings_the_lines_back(document: Document, outline: OutlineView, nested: None) -> None:
    before = lines(outline)
    document.edit("", lambda p: p.with_network(edits.remove(p.network, ("box", "e"))))
    assert lines(outline) != before
    document.undo()
    assert lines(outline) == before
