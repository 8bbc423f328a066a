"""The layers are seen while they learn, over the time of the run."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QTableView
from pytestqt.qtbot import QtBot

from netstudio.engine.events import Watched
from netstudio.engine.insight.histograms import BINS, spread
from netstudio.engine.insight.layers import LayerSeen, NetworkSeen, Numbers
from netstudio.gui.insight.model import Column
from netstudio.gui.insight.strips import MOST_COLUMNS, Strip
from netstudio.gui.insight.view import LAYERS, InsightView
from netstudio.gui.run_controller import RunController
from netstudio.gui.stack.view import StackView
from netstudio.gui.theme.appearance import Appearance
from tests.gui.conftest import grab
from tests.gui.windows import LONG, Open, digits, part, trigger, wait_for_end


def numbers(size: float) -> Numbers:
    values = np.linspace(-size, size, 100, dtype=np.float32)
    return Numbers(spread(values), size)


def seen(dead: float = 0.1, size: float = 0.1, finite: bool = True) -> NetworkSeen:
    some = numbers(size)
    return NetworkSeen(
        (
            LayerSeen("f", "flatten_1", "Flatten", outputs=some, units=64),
            LayerSeen("l", "linear_1", "Linear", some, some, some, 16, finite=finite),
            LayerSeen("r", "relu_1", "ReLU", outputs=some, units=16, dead=dead),
        ),
        128,
    )


@pytest.fixture
def controller(qtbot: QtBot) -> RunController:
    return RunController()


@pytest.fixture
def view(controller: RunController, qtbot: QtBot, dressed: Appearance) -> InsightView:
    view = InsightView(controller)
    qtbot.addWidget(view)
    view.resize(800, 300)
    view.show()
    return view


def tell(controller: RunController, *looks: NetworkSeen) -> None:
    controller.received.emit(tuple(Watched(LAYERS, 1, 1, look) for look in looks))


def cell(view: InsightView, row: int, column: Column) -> str:
    return str(view.model.index(row, column).data())


def test_layers_that_learn_and_activations_have_a_row(
    view: InsightView, controller: RunController
) -> None:
    table = view.findChild(QTableView, "insightTable")
    assert table is not None
    assert not table.isVisible()
    tell(controller, seen(), seen(dead=0.6))
    grab(view, "insight")
    assert table.isVisible()
    assert [cell(view, row, Column.LAYER) for row in (0, 1)] == [
        "linear_1 (Linear)",
        "relu_1 (ReLU)",
    ]
    assert view.model.rowCount() == 2
    assert cell(view, 1, Column.UNITS).startswith("60")
    assert cell(view, 0, Column.WEIGHTS) == "size 0.1, within ±0.125"
    assert cell(view, 1, Column.WEIGHTS) == ""


def test_numbers_that_are_not_finite_are_told(view: InsightView, controller: RunController) -> None:
    tell(controller, seen(), seen(finite=False))
    assert cell(view, 0, Column.UNITS) == "not finite"


def test_a_strip_keeps_the_whole_run_in_few_columns() -> None:
    strip = Strip()
    for _ in range(5 * MOST_COLUMNS):
        strip.add(numbers(0.1), is_symmetric=True)
    assert MOST_COLUMNS / 2 <= strip.length <= MOST_COLUMNS
    picture = strip.image(QColor("#ff0000"))
    assert (picture.width(), picture.height()) == (strip.length, BINS)


def test_time_runs_evenly_through_a_strip() -> None:
    strip, looks = Strip(), MOST_COLUMNS * 3 // 2
    for number in range(looks):
        strip.add(numbers(0.9 if number >= looks // 2 else 0.1), is_symmetric=True)
    picture = strip.image(QColor("#ff0000"))
    reaches_high = [picture.pixelColor(x, 4).alpha() > 0 for x in range(strip.length)]
    assert sum(reaches_high) == pytest.approx(strip.length / 2, abs=1)


def test_a_strip_widens_as_its_numbers_grow() -> None:
    strip = Strip()
    strip.add(numbers(0.1), is_symmetric=True)
    strip.add(numbers(0.9), is_symmetric=True)
    strip.add(numbers(0.1), is_symmetric=True)
    assert strip.reach == (-1.0, 1.0)
    picture = strip.image(QColor("#ff0000"))
    top = [picture.pixelColor(column, 4).alpha() for column in range(3)]
    assert top[1] > 0
    assert (top[0], top[2]) == (0, 0)


def test_the_network_is_looked_at_only_while_the_view_is_seen(
    view: InsightView, controller: RunController, tmp_path: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(controller.ended, timeout=LONG):
        controller.start(digits(4), "cpu", tmp_path)
    assert view.model.rowCount() > 0
    view.hide()
    with qtbot.waitSignal(controller.ended, timeout=LONG):
        controller.start(digits(2), "cpu", tmp_path)
    assert view.model.rowCount() == 0


def test_a_row_that_is_chosen_selects_the_card_and_the_other_way_round(
    open_window: Open, qtbot: QtBot
) -> None:
    window = open_window(digits(2))
    trigger(window, "insightView")
    trigger(window, "train")
    qtbot.waitUntil(lambda: window.run_controller.is_busy, timeout=LONG)
    wait_for_end(window, qtbot)
    table, stack = part(window, QTableView, "insightTable"), part(window, StackView, "stackView")
    assert table.isVisible()
    grab(window, "insight-window")
    table.selectRow(1)
    chosen = stack.selected
    assert len(chosen) == 1
    first = window.parts.design.understanding.views
    assert first.shown == "insight"
    stack.select((window.document.project.network.nodes[1].uid,))
    assert table.currentIndex().row() == 0
    assert stack.selected != chosen


def test_narrow_views_leave_the_outputs_out(view: InsightView, controller: RunController) -> None:
    tell(controller, seen())
    table = view.findChild(QTableView, "insightTable")
    assert table is not None
    assert not table.isColumnHidden(Column.OUTPUTS)
    view.resize(420, 300)
    assert table.isColumnHidden(Column.OUTPUTS)


def test_a_layer_that_is_new_in_a_look_gets_a_row(
    view: InsightView, controller: RunController
) -> None:
    tell(controller, replace(seen(), layers=seen().layers[:2]))
    assert view.model.rowCount() == 1
    tell(controller, seen())
    assert view.model.rowCount() == 2
