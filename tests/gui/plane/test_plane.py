"""The plane: clicks and keys, points, boundaries and the lines of units."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from netstudio.engine.evaluation.watched_boundary import Boundary, UnitField
from netstudio.gui.plane.picture import class_colours, zero_line
from netstudio.gui.plane.plane import Plane
from netstudio.gui.plane.units import UnitGrid

pytestmark = pytest.mark.usefixtures("dressed")


@pytest.fixture
def plane(qtbot: QtBot) -> Plane:
    plane = Plane(5.0)
    qtbot.addWidget(plane)
    plane.resize(202, 202)
    plane.show()
    plane.open_for_clicks()
    return plane


def halves() -> Boundary:
    """Class A at the left, class B at the right, both sure."""
    classes = np.repeat(np.array([[0, 1]], np.uint8), 2, axis=0)
    return Boundary(5.0, classes, np.ones((2, 2), np.float32), ("A", "B"))


def unit(layer: str, number: int) -> UnitField:
    rising = np.linspace(-1, 1, 9, dtype=np.float32)
    return UnitField(layer, number, np.tile(rising, (9, 1)))


def colour_at(image: QImage, place: QPointF) -> QColor:
    return image.pixelColor(place.toPoint())


def test_a_click_gives_the_place_and_the_right_button_takes_it(plane: Plane, qtbot: QtBot) -> None:
    place = plane.place_of(2.0, -1.0).toPoint()
    with qtbot.waitSignal(plane.put) as put:
        QTest.mouseClick(plane, Qt.MouseButton.LeftButton, pos=place)
    assert put.args == pytest.approx([2.0, -1.0], abs=0.05)
    with qtbot.waitSignal(plane.taken) as taken:
        QTest.mouseClick(plane, Qt.MouseButton.RightButton, pos=place)
    assert taken.args == pytest.approx([2.0, -1.0], abs=0.05)


def test_a_click_beside_the_square_gives_nothing(plane: Plane, qtbot: QtBot) -> None:
    plane.resize(402, 202)
    with qtbot.assertNotEmitted(plane.put):
        QTest.mouseClick(plane, Qt.MouseButton.LeftButton, pos=QPoint(20, 100))


def test_the_keyboard_moves_a_cross_and_puts_points(plane: Plane, qtbot: QtBot) -> None:
    plane.setFocus()
    for _ in range(3):
        QTest.keyClick(plane, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(plane, Qt.Key.Key_Up)
    with qtbot.waitSignal(plane.put) as put:
        QTest.keyClick(plane, Qt.Key.Key_Space)
    assert put.args == pytest.approx([1.5, 0.1])
    with qtbot.waitSignal(plane.taken):
        QTest.keyClick(plane, Qt.Key.Key_Delete)
    for _ in range(20):
        QTest.keyClick(plane, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    with qtbot.waitSignal(plane.put) as put:
        QTest.keyClick(plane, Qt.Key.Key_Return)
    assert put.args[0] == -5.0


def test_points_have_the_colours_of_their_classes(plane: Plane) -> None:
    plane.show_spots([(-2.0, 0.5, 0), (2.0, 0.5, 1)])
    image = plane.grab().toImage()
    for x, number in ((-2.0, 0), (2.0, 1)):
        assert colour_at(image, plane.place_of(x, 0.5)) == QColor(class_colours()[number])


def test_the_field_has_the_colours_of_the_classes(plane: Plane) -> None:
    plain = plane.grab().toImage()
    plane.show_boundary(halves())
    image = plane.grab().toImage()
    left, right = plane.place_of(-3.0, 2.0), plane.place_of(3.0, 2.0)
    assert colour_at(image, left) != colour_at(image, right)
    assert colour_at(image, left) != colour_at(plain, left)
    plane.show_boundary(None)
    assert plane.grab().toImage() == plain


def test_the_line_of_a_unit_runs_where_its_sign_changes() -> None:
    pieces = zero_line(unit("linear_1", 0).outputs + 0.25)
    ends = [end for piece in pieces for end in (piece.p1(), piece.p2())]
    assert [end.x() for end in ends] == pytest.approx([0.375] * 16)
    assert min(end.y() for end in ends) == 0
    assert max(end.y() for end in ends) == 1
    assert zero_line(np.ones((4, 4), np.float32)) == []


def test_a_unit_is_chosen_and_stays_chosen_while_it_changes(qtbot: QtBot) -> None:
    grid = UnitGrid(24)
    qtbot.addWidget(grid)
    grid.show_units([unit("linear_1", number) for number in range(6)])
    with qtbot.waitSignal(grid.chosen) as chosen:
        QTest.mouseClick(grid._buttons[4], Qt.MouseButton.LeftButton)
    assert chosen.args[0] is grid.units[4]
    later = [unit("linear_1", number) for number in range(6)]
    with qtbot.waitSignal(grid.chosen) as chosen:
        grid.show_units(later)
    assert chosen.args[0] is later[4]
    assert grid._buttons[4].isChecked()
    with qtbot.waitSignal(grid.chosen) as chosen:
        QTest.mouseClick(grid._buttons[4], Qt.MouseButton.LeftButton)
    assert chosen.args[0] is None
    grid.show_units([])
    assert not grid._buttons
