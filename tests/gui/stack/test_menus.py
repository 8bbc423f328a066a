from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from netstudio.core.document import Document
from netstudio.core.problems import Severity
from netstudio.core.tree import Location, find, walk
from netstudio.gui.analysis import Analyser
from netstudio.gui.stack.layer_chooser import LayerChooser
from netstudio.gui.stack.notes import note_shape
from netstudio.gui.stack.text_popups import NamePopup, NotePopup
from netstudio.gui.stack.view import StackView
from tests.gui.forms import texts
from tests.gui.stack.conftest import Build
from tests.gui.stack.hands import (
    CTRL,
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
    assert [chooser._list.item(row).text() for row in range(2)] == ["Linear layers", "Linear"]
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
    rows = [chooser._list.item(row) for row in range(chooser._list.count())]
    heading = next(at for at, row in enumerate(rows) if at and not row.flags())
    for _ in range(heading - 1):
        QTest.keyClick(chooser._search, Key.Key_Down)
    QTest.keyClick(chooser._search, Key.Key_Return)
    assert types(document)[-1] == rows[heading + 1].data(Qt.ItemDataRole.UserRole)


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
    assert not [one for one in view.problems_of("b") if one.severity is Severity.ERROR]


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


def test_f2_renames_a_layer_in_its_place_and_keeps_what_cannot_be_a_name_in_view(
    document: Document, view: StackView, nested: None
) -> None:
    view.select(("a",))
    press(view, Key.Key_F2)
    popup = view.findChild(NamePopup)
    assert popup is not None
    QTest.keyClicks(popup._line, "1st")
    QTest.keyClick(popup._line, Key.Key_Return)
    assert popup.isVisible()
    assert texts(popup, "error")[0].startswith("'1st' cannot name a layer")
    popup._line.selectAll()
    QTest.keyClicks(popup._line, "stem")
    QTest.keyClick(popup._line, Key.Key_Return)
    assert names(document)[0] == "stem"
    assert document.history.past[-1].label == "Rename to stem"


def test_escape_leaves_a_name_as_it_was(document: Document, view: StackView, nested: None) -> None:
    view.select(("a",))
    press(view, Key.Key_F2)
    popup = view.findChild(NamePopup)
    assert popup is not None
    QTest.keyClicks(popup._line, "stem")
    QTest.keyClick(popup._line, Key.Key_Escape)
    assert names(document)[0] == "relu_a"


def test_a_note_is_written_from_the_menu_and_emptied_away(
    document: Document, view: StackView, nested: None
) -> None:
    for typed, label in (
        ("Why ReLU?", "Write a note on ReLU"),
        ("", "Remove the note on ReLU"),
    ):
        view.select(("b",))
        _choose(view, "Note…")
        popup = view.findChildren(NotePopup)[-1]
        assert not popup.geometry().intersects(view._card_on_screen("b"))
        QTest.keyClick(popup._lines, Key.Key_Delete)
        QTest.keyClicks(popup._lines, typed)
        QTest.keyClick(popup._lines, Key.Key_Return)
        node = find(document.project.network, "b")
        assert node is not None
        assert node.note == typed
        assert document.history.past[-1].label == label


def test_selected_layers_are_switched_off_and_on_together(
    document: Document, view: StackView, nested: None
) -> None:
    def off() -> list[str]:
        return [node.uid for node in walk(document.project.network) if not node.enabled]

    view.select(("b",))
    _choose(view, "Switch off")
    view.select(("a", "b"))
    _choose(view, "Switch off")
    assert off() == ["a", "b"]
    assert document.history.past[-1].label == "Switch off 2 layers"
    _choose(view, "Switch on")
    assert off() == []


def test_another_type_is_chosen_from_those_that_can_hold_what_the_layer_holds(
    document: Document, view: StackView, nested: None
) -> None:
    view.select(("box",))
    _choose(view, "Change type…")
    chooser = view.findChildren(LayerChooser)[-1]
    shown = {chooser._list.item(row).text() for row in range(chooser._list.count())}
    assert {"Residual", "Parallel"} < shown
    assert not {"ReLU", "Group"} & shown
    QTest.keyClicks(chooser._search, "resid")
    QTest.keyClick(chooser._search, Key.Key_Return)
    assert types(document) == ["ReLU", "Residual", "ReLU", "ReLU", "ReLU"]
    assert document.history.past[-1].label == "Change Group to Residual"


def test_only_what_makes_sense_for_the_selection_can_be_chosen(
    view: StackView, nested: None
) -> None:
    def possible() -> set[str]:
        every = view.layer_actions.all()
        return {one.objectName().removesuffix("Action") for one in every if one.isEnabled()}

    view.select(())
    assert possible() == {"paste", "selectAll"}
    view.select(("a",))
    assert "unwrap" not in possible()
    assert {"rename", "changeType", "wrapInResidual", "delete"} < possible()
    view.select(("a", "d"))
    assert not {"rename", "annotate", "changeType", "unwrap"} & possible()
    view.select(("box",))
    assert "unwrap" in possible()


def test_ctrl_g_groups_what_is_selected_and_ctrl_shift_g_takes_the_group_away(
    document: Document, view: StackView, nested: None
) -> None:
    view.activateWindow()
    view.select(("b", "c"))
    press(view, Key.Key_G, CTRL)
    assert types(document) == ["ReLU", "Group", "Group", "ReLU", "ReLU", "ReLU"]
    press(view, Key.Key_G, CTRL | SHIFT)
    assert tree(document) == "a box(b c) d"


def test_pasting_what_is_no_layer_says_so(view: StackView, nested: None) -> None:
    said: list[str] = []
    view.message.connect(said.append)
    QGuiApplication.clipboard().setText("some words")
    view.paste()
    assert said == ["The clipboard holds no layers."]


def test_a_right_click_selects_the_card_it_is_about(view: StackView, nested: None) -> None:
    view.select(("a",))
    at = card(view, "d")
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, view.mapToGlobal(at))
    QApplication.sendEvent(view.viewport(), event)
    menu = view.findChild(QMenu, "cardMenu")
    assert menu is not None
    menu.close()
    assert view.selected == ("d",)
