"""Forecasts beside the truth, in the order of time."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QScrollBar
from pytestqt.qtbot import QtBot

from netstudio.gui.evaluate.time_chart import TimeChart
from netstudio.gui.theme.appearance import Appearance


@pytest.fixture
def chart(qtbot: QtBot, dressed: Appearance) -> TimeChart:
    chart = TimeChart()
    qtbot.addWidget(chart)
    chart.resize(600, 400)
    chart.show()
    truth = np.sin(np.arange(1_000) / 9)
    chart.show_values(truth, truth * 0.9, [f"day {at}" for at in range(1_000)])
    return chart


def said(chart: TimeChart) -> str:
    (label,) = chart.findChildren(QLabel)
    return label.text()


def bar(chart: TimeChart) -> QScrollBar:
    (found,) = chart.findChildren(QScrollBar)
    return found


def test_some_samples_are_seen_and_named(chart: TimeChart) -> None:
    assert chart.seen == range(200)
    assert "day 0 to day 199" in said(chart)


def test_one_scrolls_through_the_others(chart: TimeChart) -> None:
    QTest.keyClick(bar(chart), Qt.Key.Key_PageDown)
    assert chart.seen == range(200, 400)
    assert "day 200 to day 399" in said(chart)
    QTest.keyClick(bar(chart), Qt.Key.Key_End)
    assert chart.seen == range(800, 1_000)


def test_a_marked_sample_comes_into_view(chart: TimeChart) -> None:
    chart.mark(500)
    assert 500 in chart.seen
    before = chart.seen
    chart.mark(510)
    assert chart.seen == before


def test_a_few_samples_need_no_scrolling(chart: TimeChart) -> None:
    chart.show_values(np.array([1.0, 2.0, 3.0]), np.array([1.0, 2.5, 2.0]), ())
    assert not bar(chart).isVisible()
    assert "1 to 3" in said(chart)
    chart.show_values(np.empty(0), np.empty(0), ())
    assert not said(chart)
    chart.grab()
