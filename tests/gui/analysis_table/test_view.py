"""All layers in a table: sorted, filtered, selected, exported."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QTableView
from pytestqt.qtbot import QtBot

from netstudio.core import edits
from netstudio.core.document import Document
from netstudio.core.tree import Node, Stack
from netstudio.core.values import Fields
from netstudio.gui.analysis import Analyser
from netstudio.gui.analysis_table.model import COSTLIEST_ROLE, ROW_ROLE, SHARE_ROLE
from netstudio.gui.analysis_table.rows import Column
from netstudio.gui.analysis_table.view import AnalysisView
from netstudio.gui.background import Lane
from netstudio.gui.theme.appearance import Appearance
from tests.gui.dialogs import choose_file


def node(name: str, kind: str, *body: Node, **fields: object) -> Node:
    slots = (("body", Stack(body)),) if body else ()
    return Node(f"uid-{name}", kind, name, Fields(fields), slots)


SHOWN = Qt.ItemDataRole.DisplayRole

# On 28×28 pictures: each convolution of the block has 8·8·9 weights.
NETWORK = Stack(
    (
        node("first", "Conv2d", out_channels=8, kernel_size=(3, 3), padding="same"),
        node(
            "block",
            "Residual",
            node("inner", "Conv2d", out_channels=8, kernel_size=(3, 3), padding="same", bias=False),
        ),
        node("flatten", "Flatten"),
        node("last", "Linear", out_features="auto"),
    )
)
PARAMETERS = {"first": 80, "block": 576, "inner": 576, "flatten": 0, "last": 62_730}


@pytest.fixture
def view(
    document: Document, analyser: Analyser, lane: Lane, dressed: Appearance, qtbot: QtBot
) -> AnalysisView:
    view = AnalysisView(document, analyser, lane)
    qtbot.addWidget(view)
    view.resize(800, 400)
    view.show()
    with qtbot.waitSignal(analyser.analysed):
        document.edit("Build", lambda project: project.with_network(NETWORK))
    return view


@pytest.fixture
def table(view: AnalysisView) -> QTableView:
    found = view.findChild(QTableView, "analysisView")
    assert found is not None
    return found


def names(table: QTableView) -> list[str]:
    model = table.model()
    return [str(model.index(row, Column.LAYER).data()) for row in range(model.rowCount())]


def cell(
    table: QTableView, name: str, column: Column, role: int = Qt.ItemDataRole.DisplayRole
) -> Any:
    return table.model().index(names(table).index(name), column).data(role)


def test_every_layer_has_a_row_with_its_figures_and_the_totals_are_last(table: QTableView) -> None:
    assert names(table) == [*PARAMETERS, "Total"]
    for name, count in PARAMETERS.items():
        row = cell(table, name, Column.LAYER, ROW_ROLE)
        assert row.cost(Column.PARAMETERS) == count
    assert cell(table, "inner", Column.LAYER, ROW_ROLE).depth == 1
    assert cell(table, "first", Column.OUTPUT) == "8 × 28 × 28"
    assert cell(table, "inner", Column.FIELD) == "5 × 5"
    assert cell(table, "last", Column.FIELD) == "whole input"
    assert cell(table, "flatten", Column.PARAMETERS) == "–"
    total = cell(table, "Total", Column.LAYER, ROW_ROLE)
    assert total.cost(Column.PARAMETERS) == 80 + 576 + 62_730
    assert total.cost(Column.MEMORY) == sum(
        cell(table, name, Column.LAYER, ROW_ROLE).cost(Column.MEMORY)
        for name in ("first", "block", "flatten", "last")
    )


def test_the_costliest_layer_stands_out_and_shares_are_of_the_whole(table: QTableView) -> None:
    assert cell(table, "last", Column.PARAMETERS, COSTLIEST_ROLE)
    assert not cell(table, "last", Column.FLOPS, COSTLIEST_ROLE)
    assert cell(table, "inner", Column.FLOPS, COSTLIEST_ROLE)
    assert cell(table, "first", Column.PARAMETERS, SHARE_ROLE) == pytest.approx(80 / 63_386)


@pytest.mark.parametrize("order", list(Qt.SortOrder))
def test_sorting_leaves_the_totals_at_the_end(table: QTableView, order: Qt.SortOrder) -> None:
    table.sortByColumn(Column.PARAMETERS, order)
    *layers, last = names(table)
    assert last == "Total"
    counts = [PARAMETERS[name] for name in layers]
    assert counts == sorted(counts, reverse=order is Qt.SortOrder.DescendingOrder)


def test_a_filter_keeps_what_has_that_name_or_type(view: AnalysisView, table: QTableView) -> None:
    field = view.findChild(QLineEdit, "analysisFilter")
    assert field is not None
    QTest.keyClicks(field, "conv")
    assert names(table) == ["first", "inner", "Total"]
    field.clear()
    QTest.keyClicks(field, "LAST")
    assert names(table) == ["last", "Total"]


def test_a_click_on_a_row_selects_the_layer(
    view: AnalysisView, table: QTableView, qtbot: QtBot
) -> None:
    place = table.visualRect(table.model().index(2, Column.TYPE)).center()
    with qtbot.waitSignal(view.layer_chosen) as chosen:
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert chosen.args == ["uid-inner"]
    with qtbot.waitSignal(view.layer_chosen) as chosen:
        QTest.keyClick(table, Qt.Key.Key_Down)
    assert chosen.args == ["uid-flatten"]


def test_the_selected_layer_is_marked_and_stays_so(
    view: AnalysisView, table: QTableView, document: Document, analyser: Analyser, qtbot: QtBot
) -> None:
    def marked() -> list[str]:
        return [str(index.data()) for index in table.selectionModel().selectedRows()]

    with qtbot.assertNotEmitted(view.layer_chosen):
        view.show_selected(("uid-inner",))
        assert marked() == ["inner"]
        table.sortByColumn(Column.PARAMETERS, Qt.SortOrder.DescendingOrder)
        assert marked() == ["inner"]
        with qtbot.waitSignal(analyser.analysed):
            document.undo()
            document.redo()
        assert marked() == ["inner"]
        view.show_selected(("uid-first", "uid-last"))
        assert sorted(marked()) == ["first", "last"]


def test_the_rows_in_sight_stay_there_when_the_figures_change(
    view: AnalysisView, table: QTableView, document: Document, analyser: Analyser, qtbot: QtBot
) -> None:
    view.resize(800, 140)
    view.show_selected(("uid-first",))
    bar = table.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert bar.value() > 0
    before = bar.value()
    with qtbot.waitSignal(analyser.analysed):
        document.edit("Rename", lambda project: replace(project, name="another"))
    assert bar.value() == before


def test_a_hidden_view_shows_the_newest_when_it_comes_back(
    view: AnalysisView, table: QTableView, document: Document, analyser: Analyser, qtbot: QtBot
) -> None:
    view.hide()
    with qtbot.waitSignal(analyser.analysed):
        document.edit("Empty", lambda project: project.with_network(Stack()))
    view.show()
    assert names(table) == ["Total"]


def test_the_rows_are_exported_with_plain_figures(
    view: AnalysisView, qtbot: QtBot, tmp_path: Path
) -> None:
    button = view.findChild(QPushButton, "analysisExport")
    assert button is not None
    button.click()
    choose_file(qtbot, tmp_path / "layers.csv")
    qtbot.waitUntil((tmp_path / "layers.csv").exists)
    with (tmp_path / "layers.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["layer"] for row in rows] == [
        *("first", "block", "block.body.inner", "flatten", "last", "total"),
    ]
    assert [int(row["parameters"]) for row in rows] == [*PARAMETERS.values(), 63_386]
    assert rows[0]["output"] == "8x28x28"
    # a multiply-add is two operations
    assert int(rows[4]["flops_per_sample"]) == 2 * 6272 * 10


def test_the_rows_are_copied_as_they_are_shown(view: AnalysisView, table: QTableView) -> None:
    table.sortByColumn(Column.PARAMETERS, Qt.SortOrder.DescendingOrder)
    button = view.findChild(QPushButton, "analysisCopy")
    assert button is not None
    button.click()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[1].startswith("last\tLinear\t10\t62730\t")
    assert lines[-1].startswith("total\t\t10\t63386\t")


def test_what_is_frozen_is_told_in_its_row_and_in_the_totals(
    table: QTableView, document: Document, analyser: Analyser, qtbot: QtBot
) -> None:
    before = picture_of(table, "first")
    with qtbot.waitSignal(analyser.analysed):
        document.edit(
            "Freeze",
            lambda project: project.with_network(
                edits.set_frozen(project.network, ("uid-first", "uid-block"), True)
            ),
        )
    assert [cell(table, name, Column.TYPE) for name in PARAMETERS] == [
        *("Conv2d, frozen", "Residual, frozen", "Conv2d, frozen", "Flatten", "Linear")
    ]
    tip = Qt.ItemDataRole.ToolTipRole
    assert cell(table, "first", Column.PARAMETERS, tip) == "80, frozen"
    assert cell(table, "Total", Column.TYPE) == "62.7\u2009k trainable"
    assert cell(table, "Total", Column.PARAMETERS, tip) == ("63\u2009386, 62\u2009730 trainable")
    assert picture_of(table, "first") != before  # a snowflake


def picture_of(table: QTableView, name: str) -> QImage:
    """The cell with a layer's number of parameters."""
    index = table.model().index(names(table).index(name), Column.PARAMETERS)
    return table.viewport().grab(table.visualRect(index)).toImage()
