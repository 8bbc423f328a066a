"""The list of samples: only what is in view is asked for, however many there are."""

from __future__ import annotations

import time
from typing import ClassVar

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from netstudio.gui.kinds.contract import Detail, SampleView, Shape
from netstudio.gui.kinds.parts import Part
from netstudio.gui.kinds.plain import PlainView
from netstudio.gui.samples.grid import Entry, SampleGrid

pytestmark = pytest.mark.usefixtures("dressed")

MILLIONS = 3_000_000


class Tiles(SampleView):
    """Tiles that say nothing."""

    shape: ClassVar[Shape] = Shape.TILE

    def glance(self, records: object, number: int) -> object:
        return number

    def paint(self, painter: QPainter, room: QRect, glance: object) -> None:
        painter.drawText(room, str(glance))

    def detail(self) -> Detail:
        raise NotImplementedError


class Asked:
    """Gives entries and remembers of which rows."""

    def __init__(self) -> None:
        self.rows: list[int] = []

    def __call__(self, row: int) -> Entry:
        self.rows.append(row)
        return Entry(f"class {row % 3}", Part.TRAIN, str(row))


@pytest.fixture
def asked() -> Asked:
    return Asked()


@pytest.fixture
def grid(asked: Asked, qtbot: QtBot) -> SampleGrid:
    grid = SampleGrid(asked)
    qtbot.addWidget(grid)
    grid.resize(660, 400)
    grid.show()
    return grid


def test_millions_are_listed_at_once_and_only_those_in_view_are_asked_for(
    grid: SampleGrid, asked: Asked
) -> None:
    begin = time.perf_counter()
    grid.show_samples(Tiles(), MILLIONS)
    grid.grab()
    assert time.perf_counter() - begin < 1
    assert set(asked.rows) <= set(grid.rows_in_view)
    assert len(grid.rows_in_view) < 100


def test_keys_walk_through_the_samples_and_bring_them_into_view(grid: SampleGrid) -> None:
    grid.show_samples(Tiles(), MILLIONS)
    across = grid.columns
    assert across > 3
    for key, row in (
        (Qt.Key.Key_Right, 1),
        (Qt.Key.Key_Down, 1 + across),
        (Qt.Key.Key_Left, across),
        (Qt.Key.Key_Up, 0),
        (Qt.Key.Key_Up, 0),
        (Qt.Key.Key_End, MILLIONS - 1),
        (Qt.Key.Key_Right, MILLIONS - 1),
    ):
        QTest.keyClick(grid, key)
        assert grid.current == row
        assert grid.viewport().rect().contains(grid.rect_of(row))
    QTest.keyClick(grid, Qt.Key.Key_PageUp)
    assert MILLIONS - 100 < grid.current < MILLIONS - across
    QTest.keyClick(grid, Qt.Key.Key_Home)
    assert grid.current == 0


def test_a_click_chooses_the_sample_under_it(grid: SampleGrid, qtbot: QtBot) -> None:
    grid.show_samples(Tiles(), 50)
    with qtbot.waitSignal(grid.current_changed) as told:
        place = grid.rect_of(9).center()
        QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert told.args == [9]
    assert grid.accessibleDescription() == "class 0, Training, sample 10 of 50"


def test_tiles_fill_the_width_and_keep_their_proportions(grid: SampleGrid) -> None:
    grid.show_samples(Tiles(), 50)
    right = grid.rect_of(grid.columns - 1).right()
    assert grid.viewport().width() - 20 < right < grid.viewport().width()
    first, below = grid.rect_of(0), grid.rect_of(grid.columns)
    assert below.left() == first.left()
    assert below.top() > first.bottom()


def test_lines_are_as_wide_as_the_list(grid: SampleGrid) -> None:
    grid.show_samples(PlainView(), 500)
    assert grid.columns == 1
    assert grid.rect_of(3).width() == grid.viewport().width()


def test_what_comes_into_view_is_told(grid: SampleGrid, qtbot: QtBot) -> None:
    grid.show_samples(Tiles(), 5_000)
    with qtbot.waitSignal(grid.seen) as told:
        grid.verticalScrollBar().setValue(grid.verticalScrollBar().maximum())
    assert told.args is not None
    assert told.args[0].stop == 5_000


def test_nothing_is_chosen_of_nothing(grid: SampleGrid) -> None:
    grid.show_samples(Tiles(), 5)
    grid.clear()
    assert grid.current == -1
    QTest.keyClick(grid, Qt.Key.Key_Down)
    assert grid.current == -1
    assert list(grid.rows_in_view) == []
