"""Selecting with a rubber band, zooming, folding: what changes the view and never the document."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QAction, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QRubberBand
from pytestqt.qtbot import QtBot

from netstudio.core import edits
from netstudio.core.document import Document
from netstudio.core.project import Project
from netstudio.core.tree import Location
from netstudio.gui.stack import gliding
from netstudio.gui.stack.faces import LayerFace
from netstudio.gui.stack.tiles import Cost
from netstudio.gui.stack.view import StackView
from tests.gui.stack.conftest import Build
from tests.gui.stack.hands import CTRL, PLAIN, card, click, layer, press

_LEFT = Qt.MouseButton.LeftButton
Key = Qt.Key


@pytest.fixture(autouse=True)
def nothing_edited(document: Document, view: StackView) -> Iterator[None]:
    """Whatever is looked at, there is nothing to undo."""
    yield
    assert not document.history.past


def band(
    view: StackView, start: QPoint, *way: QPoint, modifiers: Qt.KeyboardModifier = PLAIN
) -> None:
    """Press, and draw a rubber band."""
    QTest.mousePress(view.viewport(), _LEFT, modifiers, start)
    for point in way:
        QTest.mouseMove(view.viewport(), point)
        QApplication.processEvents()


def beside(view: StackView, uid: str, down: int = 0) -> QPoint:
    """A point on the empty ground to the left of a card."""
    at = card(view, uid)
    return QPoint(at.x() - 250, at.y() + down)


def test_a_rubber_band_selects_what_it_touches(view: StackView, nested: None) -> None:
    band(view, beside(view, "b", -2), beside(view, "c"), card(view, "c") - QPoint(200, 0))
    shape = view.viewport().findChild(QRubberBand)
    assert shape is not None
    assert shape.isVisible()
    assert view.selected == ("b", "c")
    QTest.mouseRelease(view.viewport(), _LEFT, PLAIN, card(view, "c"))
    assert not shape.isVisible()
    assert view.selected == ("b", "c")


def test_with_ctrl_a_rubber_band_adds_to_the_selection(view: StackView, nested: None) -> None:
    click(view, card(view, "a"))
    band(view, beside(view, "d", -4), card(view, "d") - QPoint(200, 0), modifiers=CTRL)
    assert view.selected == ("a", "d")
    QTest.mouseRelease(view.viewport(), _LEFT, CTRL, card(view, "d"))


def test_escape_gives_a_rubber_band_up(view: StackView, nested: None) -> None:
    click(view, card(view, "a"))
    band(view, beside(view, "d", -4), card(view, "d") - QPoint(200, 0))
    assert list(view.selected) == ["d"]
    press(view, Key.Key_Escape)
    assert list(view.selected) == ["a"]
    QTest.mouseMove(view.viewport(), card(view, "b"))
    QTest.mouseRelease(view.viewport(), _LEFT, PLAIN, card(view, "b"))
    assert list(view.selected) == ["a"]


def test_a_rubber_band_ends_where_the_release_of_the_button_went_elsewhere(
    view: StackView, nested: None
) -> None:
    band(view, beside(view, "b", -2), QPoint(card(view, "c").x() - 200, 2))
    shape = view.viewport().findChild(QRubberBand)
    assert shape is not None
    assert shape.isVisible()
    chosen = view.selected
    for at in (card(view, "d"), card(view, "a")):
        moved = QMouseEvent(
            QEvent.Type.MouseMove, QPointF(at), QPointF(at), *(Qt.MouseButton.NoButton,) * 2, PLAIN
        )
        QApplication.sendEvent(view.viewport(), moved)
    assert not shape.isVisible()
    assert view.selected == chosen
    assert not [timer for timer in view.findChildren(QTimer) if timer.isActive()]


def test_a_click_on_empty_ground_selects_nothing(view: StackView, nested: None) -> None:
    view.select_all()
    click(view, beside(view, "a"))
    assert view.selected == ()


def test_everything_is_shown_and_what_is_selected_too(view: StackView, build: Build) -> None:
    build(layer("f", "Flatten"), *(layer(f"n{at}", ("Linear", "ReLU")[at % 2]) for at in range(24)))
    view.view_actions.fit.trigger()
    assert 0.25 < view.zoom < 0.6
    assert view.verticalScrollBar().maximum() == 0
    view.select(("n20", "n21"))
    view.view_actions.fit_selected.trigger()
    assert view.zoom == 1.0
    assert view.viewport().rect().contains(card(view, "n20"))
    assert view.viewport().rect().contains(card(view, "n21"))


def test_pictures_are_as_sharp_as_the_zoom(view: StackView, nested: None) -> None:
    for zoom in (0.33, 1.0, 1.75):
        view.set_zoom(zoom)
        picture = view._scene._pixmaps["card", "a"].pixmap()
        assert picture.devicePixelRatio() == pytest.approx(zoom)


def test_all_containers_are_closed_and_opened(view: StackView, build: Build) -> None:
    build(layer("o", "Group", layer("i", "Group", layer("x", "ReLU"))))
    press(view, Key.Key_Left, CTRL)
    assert view.order == ["o"]
    press(view, Key.Key_Right, CTRL)
    assert view.order == ["o", "i", "x"]


def test_bars_compare_parameters_or_computation(view: StackView, build: Build) -> None:
    build(layer("a", "Conv2d"), layer("f", "Flatten"), layer("b", "Linear"))

    def share(uid: str) -> float:
        face = view._scene.face(("card", uid))
        assert isinstance(face, LayerFace)
        return face.share

    by_parameters = share("a")
    action = view.findChild(QAction, "barsFlopsAction")
    assert action is not None
    action.trigger()
    assert share("a") > 5 * by_parameters
    assert action.isChecked()
    view.set_cost(Cost.PARAMETERS)
    assert not action.isChecked()
    view.set_cost(Cost.FLOPS)
    assert share("a") + share("b") <= 1.0


def test_a_menu_on_the_ground_offers_the_view(view: StackView, nested: None) -> None:
    view.view_actions.show_menu(QPoint(10, 10))
    menu = view.findChild(QMenu, "groundMenu")
    assert menu is not None
    assert "Show the whole stack" in [action.text() for action in menu.actions()]
    menu.close()


def _with_relu(project: Project) -> Project:
    new = edits.new_node("ReLU", layer("x", "ReLU").fields)
    return project.with_network(edits.insert(project.network, Location(None, "", 0), [new]))


def test_cards_glide_to_their_place(
    document: Document,
    view: StackView,
    nested: None,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("netstudio.gui.stack.cards_view.wants_motion", lambda: True)
    item = view._scene._pixmaps["card", "a"]
    before = item.pos()
    document.edit("x", _with_relu)
    assert item.pos() == before
    view._take_analysis(view._analysis)  # type: ignore[arg-type]
    assert item.pos() == before, "what is found out meanwhile does not make it jump"
    place = view.stack_layout.cards["a"].head
    qtbot.waitUntil(lambda: abs(item.pos().y() + 5 - place.y) < 1, timeout=1000)
    document.undo()
    document.replace(document.project)


def test_a_card_that_is_put_elsewhere_while_it_glides_stays_there(
    document: Document,
    view: StackView,
    nested: None,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("netstudio.gui.stack.cards_view.wants_motion", lambda: True)
    item = view._scene._pixmaps["card", "a"]
    document.edit("x", _with_relu)
    monkeypatch.setattr("netstudio.gui.stack.cards_view.wants_motion", lambda: False)
    document.edit("x", _with_relu)
    qtbot.wait(200)
    assert item.pos().y() + 5 == pytest.approx(view.stack_layout.cards["a"].head.y)
    document.undo()
    document.undo()
    document.replace(document.project)


def test_nothing_moves_where_the_system_asks_for_that(
    document: Document, view: StackView, nested: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("netstudio.gui.stack.cards_view.wants_motion", lambda: False)
    item = view._scene._pixmaps["card", "a"]
    before = item.pos()
    document.edit("x", _with_relu)
    assert item.pos() != before
    document.undo()
    document.replace(document.project)
    assert isinstance(gliding.wants_motion(), bool)
