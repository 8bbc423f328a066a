"""The small curve of the learning rate."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from netstudio.gui.theme.appearance import Appearance
from netstudio.gui.theme.colours import colours
from netstudio.gui.training.schedule_curve import ScheduleCurve
from netstudio.tasks.schedules import Constant, Cosine, CosineRestarts, OneCycle, Plateau, Step
from tests.gui.forms import show

WIDTH, HEIGHT = 260, 92


@pytest.fixture
def curve(qtbot: QtBot, dressed: Appearance) -> ScheduleCurve:
    curve = ScheduleCurve()
    curve.resize(WIDTH, HEIGHT)
    show(qtbot, curve)
    return curve


def heights(image: QImage) -> list[float]:
    """How high the line is from left to right, from 0 at the bottom to 1 at the top."""
    line, found = QColor(colours().accent), []
    for x in range(12, WIDTH - 12):
        rows = [y for y in range(HEIGHT) if image.pixelColor(x, y) == line]
        if rows:
            found.append(1.0 - min(rows) / HEIGHT)
    return found


def test_a_constant_rate_needs_no_curve(curve: ScheduleCurve) -> None:
    for schedule in (Constant(), Plateau(), None):
        curve.show_schedule(schedule, 0.1, 10)
        assert not curve.isVisible()
    curve.show_schedule(Constant(warmup_epochs=2.0), 0.1, 10)
    assert curve.isVisible()


def test_the_line_goes_as_the_rate_does(curve: ScheduleCurve) -> None:
    curve.show_schedule(Cosine(), 0.1, 10)
    drawn = heights(curve.grab().toImage())
    assert len(drawn) > WIDTH / 3
    assert drawn == sorted(drawn, reverse=True)
    curve.show_schedule(OneCycle(), 0.1, 10)
    drawn = heights(curve.grab().toImage())
    peak = drawn.index(max(drawn)) / len(drawn)
    assert 0.2 < peak < 0.4


def test_the_rate_is_told_where_the_mouse_is(curve: ScheduleCurve) -> None:
    curve.show_schedule(Step(step_size=5, gamma=0.1), 0.1, 10)
    before = curve.grab().toImage()
    QTest.mouseMove(curve, QPoint(WIDTH * 3 // 4, HEIGHT // 2))
    QApplication.processEvents()
    assert curve.grab().toImage() != before
    QApplication.sendEvent(curve, QEvent(QEvent.Type.Leave))
    assert curve.grab().toImage() == before


def test_it_is_said_in_words_too(curve: ScheduleCurve) -> None:
    curve.show_schedule(Cosine(warmup_epochs=1.0, end_factor=0.1), 0.02, 10)
    said = curve.accessibleDescription()
    assert said == "Begins at 0.0002, is 0.02 at most, ends at 0.002"


def test_a_peak_between_two_points_of_the_line_is_told_exactly(curve: ScheduleCurve) -> None:
    curve.show_schedule(CosineRestarts(warmup_epochs=2.0), 0.001, 200)
    assert "is 0.001 at most" in curve.accessibleDescription()
