"""The pad is drawn on with the mouse, and strokes are taken back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from netstudio.gui.theme.appearance import Appearance
from netstudio.gui.use.pad import DrawingPad

CONTROL = Qt.KeyboardModifier.ControlModifier

PLAIN = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def pad(dressed: Appearance, qtbot: QtBot) -> DrawingPad:
    pad = DrawingPad()
    qtbot.addWidget(pad)
    pad.show()
    pad.resize(280, 280)
    return pad


def draw(pad: DrawingPad, qtbot: QtBot, *places: tuple[int, int]) -> None:
    QTest.mousePress(pad, Qt.MouseButton.LeftButton, PLAIN, QPoint(*places[0]))
    for place in places[1:]:
        QTest.mouseMove(pad, QPoint(*place))
    QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, PLAIN, QPoint(*places[-1]))


def grey(pad: DrawingPad, x: int, y: int) -> int:
    return pad.drawing().pixelColor(x, y).red()


def test_a_stroke_is_white_where_the_mouse_went_and_black_elsewhere(
    pad: DrawingPad, qtbot: QtBot
) -> None:
    draw(pad, qtbot, (40, 60), (120, 60), (240, 60))
    assert pad.drawing().format() == QImage.Format.Format_Grayscale8
    assert grey(pad, 120, 60) == 255
    assert grey(pad, 235, 60) == 255
    assert grey(pad, 120, 120) == 0
    edges = {grey(pad, 120, y) for y in range(40, 60)}
    assert len(edges) > 4  # the brush is soft


def test_a_click_leaves_a_dot(pad: DrawingPad, qtbot: QtBot) -> None:
    draw(pad, qtbot, (100, 100))
    assert grey(pad, 100, 100) == 255
    assert grey(pad, 130, 100) == 0


def test_a_stroke_has_no_gaps_however_fast_the_mouse_is(pad: DrawingPad, qtbot: QtBot) -> None:
    draw(pad, qtbot, (20, 20), (140, 140), (260, 20))
    for at in (40, 80):
        assert grey(pad, at, at) > 0
    assert grey(pad, 255, 25) == 255


def test_undo_takes_back_the_last_stroke_only(pad: DrawingPad, qtbot: QtBot) -> None:
    draw(pad, qtbot, (40, 60), (240, 60))
    before = pad.drawing()
    draw(pad, qtbot, (40, 200), (240, 200))
    with qtbot.waitSignal(pad.drawn):
        QTest.keyClick(pad, Qt.Key.Key_Z, CONTROL)
    assert pad.drawing() == before
    QTest.keyClick(pad, Qt.Key.Key_Z, CONTROL)
    assert pad.is_empty
    QTest.keyClick(pad, Qt.Key.Key_Z, CONTROL)


def test_delete_wipes_the_pad(pad: DrawingPad, qtbot: QtBot) -> None:
    draw(pad, qtbot, (40, 60), (240, 60))
    QTest.keyClick(pad, Qt.Key.Key_Delete)
    assert pad.is_wiped


def test_a_stroke_replaces_a_picture_that_was_shown(pad: DrawingPad, qtbot: QtBot) -> None:
    picture = QImage(8, 8, QImage.Format.Format_Grayscale8)
    picture.fill(200)
    pad.show_picture(picture)
    assert pad.grab().toImage().pixelColor(140, 140).red() == 200
    assert pad.is_empty
    draw(pad, qtbot, (40, 60), (240, 60))
    assert pad.grab().toImage().pixelColor(140, 140).red() == 0


def test_another_button_does_not_draw(pad: DrawingPad, qtbot: QtBot) -> None:
    QTest.mousePress(pad, Qt.MouseButton.RightButton, PLAIN, QPoint(100, 100))
    QTest.mouseMove(pad, QPoint(150, 100))
    assert pad.is_empty
