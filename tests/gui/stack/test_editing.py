from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDrag, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from netstudio.core import edits
from netstudio.core.document import Document
from netstudio.core.tree import Location
from netstudio.gui.stack.geometry import INPUT
from netstudio.gui.stack.layer_chooser import LayerChooser
from netstudio.gui.stack.mime import read_uids
from netstudio.gui.stack.view import StackView
from tests.gui.stack.conftest import Build
from tests.gui.stack.hands import (
    ALT,
    CTRL,
    PLAIN,
    SHIFT,
    card,
    click,
    layer,
    middle,
    names,
    press,
    tree,
    types,
)

Key = Qt.Key


def test_a_click_selects_one_card_and_ctrl_and_shift_more(view: StackView, nested: None) -> None:
    heard: list[tuple[str, ...]] = []
    view.selection_changed.connect(heard.append)
    click(view, card(view, "b"))
    click(view, card(view, "d"), CTRL)
    click(view, card(view, "d"), CTRL)
    click(view, card(view, "a"))
    click(view, card(view, "c"), SHIFT)
    click(view, QPoint(20, 400))
    assert heard == [("b",), ("b", "d"), ("b",), ("a",), ("a", "box", "b", "c"), ()]


def test_a_click_on_one_of_several_selected_cards_selects_it_alone(
    view: StackView, nested: None
) -> None:
    view.select(("a", "d"))
    click(view, card(view, "d"))
    assert view.selected == ("d",)


def test_arrow_keys_walk_the_cards_as_they_stand(view: StackView, nested: None) -> None:
    walked = []
    for key in [Key.Key_Down] * 6 + [Key.Key_Home, Key.Key_End, Key.Key_Up]:
        press(view, key)
        walked.append(view.selection.current)
    assert walked == ["a", "box", "b", "c", "d", "d", INPUT, "d", "c"]
    selected = []
    for key, modifiers in ((Key.Key_Up, SHIFT), (Key.Key_A, CTRL), (Key.Key_Escape, PLAIN)):
        press(view, key, modifiers)
        selected.append(view.selected)
    assert selected == [("b", "c"), ("a", "box", "b", "c", "d"), ()]


def test_left_closes_a_container_and_right_opens_it(view: StackView, nested: None) -> None:
    click(view, card(view, "c"))
    press(view, Key.Key_Left)
    assert view.selected == ("box",)
    press(view, Key.Key_Left)
    assert view.order == ["a", "box", "d"]
    press(view, Key.Key_Right)
    assert view.order == ["a", "box", "b", "c", "d"]
    press(view, Key.Key_Right)
    assert view.selected == ("b",)


def test_closing_a_container_is_no_step_and_selects_it_for_what_it_hides(
    document: Document, view: StackView, nested: None
) -> None:
    view.select(("b",))
    chevron = view.stack_layout.cards["box"].chevron
    assert chevron is not None
    click(view, middle(view, chevron))
    assert view.selected == ("box",)
    assert view.collapsed == {"box"}
    assert not document.history.past


def test_delete_selects_what_follows_and_undo_selects_what_comes_back(
    document: Document, view: StackView, nested: None
) -> None:
    click(view, card(view, "b"))
    press(view, Key.Key_Delete)
    assert tree(document) == "a box(c) d"
    assert view.selected == ("c",)
    press(view, Key.Key_Backspace)
    assert view.selected == ("box",)
    document.undo()
    assert view.selected == ("c",)
    document.undo()
    assert tree(document) == "a box(b c) d"
    assert view.selected == ("b",)
    document.redo()
    assert view.order == ["a", "box", "c", "d"]


def test_undo_opens_a_container_that_hides_what_comes_back(
    document: Document, view: StackView, nested: None
) -> None:
    click(view, card(view, "b"))
    press(view, Key.Key_Delete)
    view.toggle_collapsed("box")
    document.undo()
    assert view.selected == ("b",)
    assert "b" in view.order


def test_ctrl_d_duplicates_and_selects_the_copies(
    document: Document, view: StackView, nested: None
) -> None:
    view.select(("a", "d"))
    press(view, Key.Key_D, CTRL)
    assert len(document.project.network) == 5
    assert view.selected == tuple(node.uid for node in document.project.network.nodes[3:])


def test_plus_adds_a_layer_and_with_ctrl_it_zooms(view: StackView, qtbot: QtBot) -> None:
    press(view, Key.Key_Plus, CTRL | SHIFT)
    press(view, Key.Key_Plus, CTRL)
    assert view.zoom == 1.25
    press(view, Key.Key_0, CTRL)
    assert view.zoom == 1.0
    with qtbot.waitSignal(view.choose_layer) as asked:
        press(view, Key.Key_Plus, SHIFT)
    assert asked.args == [Location(None, "", 5)]
    chooser = view.findChild(LayerChooser)
    assert chooser is not None
    chooser.close()


def test_cut_and_paste_take_layers_elsewhere_and_again(
    document: Document, view: StackView, nested: None
) -> None:
    view.select(("box", "b"))
    press(view, Key.Key_X, CTRL)
    assert tree(document) == "a d"
    view.select(("d",))
    press(view, Key.Key_V, CTRL)
    assert tree(document) == "a d box(b c)"
    assert view.selected == ("box",)
    press(view, Key.Key_C, CTRL)
    press(view, Key.Key_V, CTRL)
    assert types(document)[2:] == ["Group", "ReLU", "ReLU"] * 2
    assert len(set(names(document))) == 8
    assert [step.label for step in document.history.past] == [
        "Cut Group",
        "Paste Group",
        "Paste Group",
    ]


def test_what_is_pasted_goes_below_the_selected_layer(
    document: Document, view: StackView, nested: None
) -> None:
    view.select(("d",))
    press(view, Key.Key_C, CTRL)
    view.select(("b",))
    press(view, Key.Key_V, CTRL)
    pasted = document.project.network.nodes[1].slot("body").nodes
    assert [node.uid for node in pasted][::2] == ["b", "c"]
    assert view.selected == (pasted[1].uid,)


def test_alt_arrows_move_a_layer_through_containers(
    document: Document, view: StackView, nested: None
) -> None:
    click(view, card(view, "a"))
    seen = []
    for _ in range(5):
        press(view, Key.Key_Down, ALT)
        seen.append(tree(document))
    assert seen == [
        "box(a b c) d",
        "box(b a c) d",
        "box(b c a) d",
        "box(b c) a d",
        "box(b c) d a",
    ]
    for expected in [*reversed(seen[:-1]), "a box(b c) d", "a box(b c) d"]:
        press(view, Key.Key_Up, ALT)
        assert tree(document) == expected
    assert view.selected == ("a",)


def test_alt_arrows_step_over_a_closed_container(
    document: Document, view: StackView, nested: None
) -> None:
    view.toggle_collapsed("box")
    click(view, card(view, "d"))
    press(view, Key.Key_Up, ALT)
    assert tree(document) == "a d box(b c)"


def test_enter_and_a_double_click_activate_a_card(
    view: StackView, nested: None, qtbot: QtBot
) -> None:
    heard: list[str] = []
    view.activated.connect(heard.append)
    click(view, card(view, "a"))
    press(view, Key.Key_Return)
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=card(view, "d"))
    assert heard == ["a", "d"]


def test_the_input_is_activated_by_a_click_and_by_enter(view: StackView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.input_activated):
        click(view, card(view, INPUT))
    with qtbot.waitSignal(view.input_activated):
        press(view, Key.Key_Return)
    assert view.selected == ()


def test_a_type_is_inserted_after_the_selection_into_an_empty_container_or_at_the_end(
    document: Document, view: StackView, build: Build
) -> None:
    build(layer("a", "ReLU"), layer("box", "Residual"))
    view.insert_type("Flatten")
    assert types(document) == ["ReLU", "Residual", "Flatten"]
    view.select(("a",))
    view.insert_type("Dropout")
    assert types(document) == ["ReLU", "Dropout", "Residual", "Flatten"]
    view.select(("box",))
    view.insert_type("Conv2d")
    assert [node.type for node in document.project.network.nodes[2].slot("body")] == ["Conv2d"]


def test_opening_another_project_forgets_the_view_of_the_old_one(
    document: Document, view: StackView, nested: None
) -> None:
    view.select(("b",))
    view.toggle_collapsed("box")
    document.replace(document.project)
    assert view.selected == ()
    assert view.collapsed == frozenset()


def test_reveal_opens_containers_and_scrolls(view: StackView, build: Build) -> None:
    many = [layer(f"n{number}", "ReLU") for number in range(40)]
    build(*many, layer("box", "Group", layer("deep", "ReLU")))
    view.toggle_collapsed("box")
    view.reveal("deep")
    assert view.selected == ("deep",)
    assert view.viewport().rect().contains(card(view, "deep"))


def test_a_drag_takes_all_selected_cards_along(
    view: StackView, nested: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    dragged: list[tuple[str, ...] | None] = []

    def exec_(drag: QDrag, actions: Qt.DropAction, default: Qt.DropAction) -> Qt.DropAction:
        dragged.append(read_uids(drag.mimeData()))
        assert not drag.pixmap().isNull()
        return Qt.DropAction.IgnoreAction

    monkeypatch.setattr(QDrag, "exec", exec_)
    view.select(("a", "d"))
    start = card(view, "a")
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=start)
    _move_pressed(view, start + QPoint(1, 1))
    assert dragged == []
    _move_pressed(view, start + QPoint(40, 40))
    _move_pressed(view, start + QPoint(50, 50))
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=start)
    assert dragged == [("a", "d")]
    assert view.selected == ("a", "d")


def test_changes_from_elsewhere_keep_the_selection(
    document: Document, view: StackView, nested: None
) -> None:
    view.select(("b", "d"))
    document.edit(
        "Rename", lambda project: project.with_network(edits.rename(project.network, "b", "other"))
    )
    document.edit(
        "Delete", lambda project: project.with_network(edits.remove(project.network, ["d"]))
    )
    assert view.selected == ("b",)


def _move_pressed(view: StackView, at: QPoint) -> None:
    event = QMouseEvent(
        QMouseEvent.Type.MouseMove,
        QPointF(at),
        QPointF(view.viewport().mapToGlobal(at)),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.LeftButton,
        PLAIN,
    )
    QApplication.sendEvent(view.viewport(), event)
