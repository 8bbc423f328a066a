from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from netstudio.core.document import Document
from netstudio.core.tree import Location
from netstudio.gui.stack.layer_chooser import LayerChooser
from netstudio.gui.stack.notes import note_shape
from netstudio.gui.stack.view import StackView
from tests.gui.stack.conftest import Build
from tests.gui.stack.hands import (
    SHIFT,
    click,
    layer,
    middle,
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
