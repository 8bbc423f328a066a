from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QInputDialog, QMenu
from pytestqt.qtbot import QtBot

from netstudio.core.document import Document
from netstudio.core.tree import Location
from netstudio.gui.analysis import Analyser
from netstudio.gui.stack.layer_chooser import LayerChooser
from netstudio.gui.stack.notes import note_shape
from netstudio.gui.stack.view import StackView
from tests.gui.stack.conftest import Build
from tests.gui.stack.hands import (
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


def _fix_button(view: StackView, uid: str, number: int = 0) -> QPoint:
    rect = view.stack_layout.cards[uid].notes[number]
    button = note_shape(view.problems_of(uid)[number], rect.width).button
    assert button is not None
    return middle(view, button._replace(x=button.x + rect.x, y=button.y + rect.y))


def test_the_plus_offers_all_types_and_inserts_the_chosen_one(
    document: Document, view: StackView, qtbot: QtBot
) -> None:
    places: list[Location] = []
    view.choose_layer.connect(places.append)
    gap = view.stack_layout.gaps[Location(None, "", 1)]
    click(view, middle(view, gap.plus))
    chooser = view.findChild(LayerChooser)
    assert places == [Location(None, "", 1)]
    assert chooser is not None
    QTest.keyClicks(chooser._search, "dense")
    assert [chooser._list.item(row).text() for row in range(chooser._list.count())] == [
        "Linear",
        "Linear",
    ]
    QTest.keyClick(chooser._search, Key.Key_Return)
    assert types(document)[:2] == ["Flatten", "Linear"]
    assert document.history.past[-1].label == "Add Linear"
    assert not chooser.isVisible()


def test_the_chooser_is_walked_with_arrow_keys_past_its_headings(
    document: Document, view: StackView, qtbot: QtBot
) -> None:
    press(view, Key.Key_Insert)
    chooser = view.findChild(LayerChooser)
    assert chooser is not None
    QTest.keyClick(chooser._search, Key.Key_Down)
    QTest.keyClick(chooser._search, Key.Key_Return)
    assert types(document)[-1] == "Conv1d"


def test_the_chooser_says_that_nothing_is_found(view: StackView, qtbot: QtBot) -> None:
    press(view, Key.Key_Insert)
    chooser = view.findChild(LayerChooser)
    assert chooser is not None
    QTest.keyClicks(chooser._search, "quux")
    assert chooser._nothing.isVisible()
    QTest.keyClick(chooser._search, Key.Key_Return)
    QTest.keyClick(chooser._search, Key.Key_Escape)
    qtbot.waitUntil(lambda: view.findChild(LayerChooser) is None)


def _menu(view: StackView) -> dict[str, object]:
    press(view, Key.Key_F10, SHIFT)
    menu = view.findChildren(QMenu, "cardMenu")[-1]
    return {action.text().partition("\t")[0]: action for action in menu.actions()} | {"": menu}


def _choose(view: StackView, text: str, inner: str = "") -> None:
    found = _menu(view)
    menu, action = found[""], found[text]
    assert isinstance(menu, QMenu)
    if inner:
        sub = action.menu()  # type: ignore[attr-defined]
        action = next(one for one in sub.actions() if one.text() == inner)
    action.trigger()  # type: ignore[attr-defined]
    menu.close()


def test_the_menu_wraps_unwraps_moves_and_duplicates(
    document: Document, view: StackView, nested: None
) -> None:
    view.select(("b", "c"))
    _choose(view, "Wrap in", "Residual")
    assert types(document) == ["ReLU", "Group", "Residual", "ReLU", "ReLU", "ReLU"]
    _choose(view, "Unwrap")
    assert tree(document) == "a box(b c) d"
    view.select(("d",))
    _choose(view, "Move up")
    assert tree(document) == "a box(b c d)"
    _choose(view, "Duplicate")
    assert len(document.project.network.nodes[1].slot("body")) == 4
    _choose(view, "Delete")
    assert len(document.project.network.nodes[1].slot("body")) == 3


def test_the_menu_offers_the_fixes(document: Document, view: StackView, build: Build) -> None:
    build(layer("a", "Conv2d"), layer("b", "Linear", out_features="auto"))
    view.select(("b",))
    _choose(view, "Insert Flatten")
    assert types(document) == ["Conv2d", "Flatten", "Linear"]


def test_a_click_on_the_fix_mends_the_network(
    document: Document, analyser: Analyser, view: StackView, build: Build, qtbot: QtBot
) -> None:
    build(layer("a", "Conv2d"), layer("b", "Linear", out_features="auto"))
    with qtbot.waitSignal(analyser.analysed):
        click(view, _fix_button(view, "b"))
    assert types(document) == ["Conv2d", "Flatten", "Linear"]
    assert document.history.past[-1].label == "Insert Flatten"
    assert view.problems_of("b") == ()


def test_a_second_click_on_a_fix_does_not_mend_twice(
    document: Document, view: StackView, build: Build
) -> None:
    build(layer("a", "Conv2d"), layer("b", "Linear", out_features="auto"))
    click(view, _fix_button(view, "b"))
    view.fix("b", 0)
    assert types(document) == ["Conv2d", "Flatten", "Linear"]


def test_what_cannot_be_wrapped_is_told_and_nothing_changes(
    document: Document, view: StackView, nested: None
) -> None:
    said: list[str] = []
    view.message.connect(said.append)
    view.select(("a", "d"))
    view.wrap_selected("Residual")
    assert said == ["Only neighbouring layers can be wrapped."]
    assert tree(document) == "a box(b c) d"


def test_a_layer_is_renamed_in_a_dialog(document: Document, view: StackView, nested: None) -> None:
    said: list[str] = []
    view.message.connect(said.append)
    for name in ("stem", "1st"):
        view.ask_name("a")
        dialog = view.findChildren(QInputDialog)[-1]
        dialog.setTextValue(name)
        dialog.accept()
    assert names(document)[0] == "stem"
    assert said[0].startswith("'1st' cannot name a layer")


def test_a_right_click_selects_the_card_it_is_about(view: StackView, nested: None) -> None:
    view.select(("a",))
    at = card(view, "d")
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, view.mapToGlobal(at))
    QApplication.sendEvent(view.viewport(), event)
    menu = view.findChild(QMenu, "cardMenu")
    assert menu is not None
    menu.close()
    assert view.selected == ("d",)
