"""The table of runs: its order, what is left out, and how it follows what happens."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from netstudio.engine.runs.notes import read_note
from netstudio.engine.runs.removal import delete_run
from netstudio.gui.runs.columns import MANY, WIDTHS, Column, as_csv
from netstudio.gui.runs.sorting import Wanted
from netstudio.gui.runs.store import RunsStore
from netstudio.gui.runs.view import RunsView
from netstudio.gui.theme.appearance import Appearance
from tests.engine.runs.made import append, ended, finished, started, write_run
from tests.gui.runs.found import cell, select, texts


@pytest.fixture
def view(three_runs: Path, store: RunsStore, qtbot: QtBot, dressed: Appearance) -> RunsView:
    view = RunsView(store, MANY, WIDTHS)
    view.tester = QAbstractItemModelTester(view._model)  # type: ignore[attr-defined]
    qtbot.addWidget(view)
    view.resize(700, 300)
    view.show()
    return view


def test_runs_are_listed_newest_first_with_their_figures(view: RunsView) -> None:
    assert texts(view, Column.NAME) == ["wide", "folds", "digits"]
    assert texts(view, Column.EPOCHS) == ["1 / 10", "1 / 3 folds", "2 / 2"]
    assert texts(view, Column.VALIDATION) == ["70.0\u2009%", "–", "97.9\u2009%"]
    assert texts(view, Column.TEST) == ["–", "80.0\u2009%", "98.2\u2009%"]


@pytest.mark.parametrize(
    ("order", "names"),
    [
        (Qt.SortOrder.AscendingOrder, ["wide", "digits", "folds"]),
        (Qt.SortOrder.DescendingOrder, ["digits", "wide", "folds"]),
    ],
)
def test_what_is_not_there_comes_last_in_every_order(
    view: RunsView, order: Qt.SortOrder, names: list[str]
) -> None:
    view.sortByColumn(Column.VALIDATION, order)
    assert texts(view, Column.NAME) == names


@pytest.mark.parametrize("column", Column)
def test_every_column_sorts(view: RunsView, column: Column) -> None:
    view.sortByColumn(column, Qt.SortOrder.AscendingOrder)
    rising = texts(view, column)
    view.sortByColumn(column, Qt.SortOrder.DescendingOrder)
    assert sorted(texts(view, column)) == sorted(rising)


def test_folds_are_below_their_cross_validation(view: RunsView) -> None:
    parent = cell(view, 1, Column.NAME)
    assert view.sorted.rowCount(parent) == 1
    assert view.sorted.index(0, Column.NAME, parent).data() == "Fold 1"
    assert view.sorted.index(0, Column.TEST, parent).data() == "80.0\u2009%"
    assert view.sorted.rowCount(cell(view, 0, Column.NAME)) == 0


def test_a_text_filters_by_all_its_words(view: RunsView) -> None:
    view.sorted.want_text("small DIGITS adam")
    assert len(view.listed) == 3
    view.sorted.want_text("wide")
    assert texts(view, Column.NAME) == ["wide"]
    view.sorted.want_text("wide sgd")
    assert view.listed == []


def test_runs_are_filtered_by_how_they_ended(view: RunsView) -> None:
    view.sorted.want_state(Wanted.FINISHED)
    assert texts(view, Column.NAME) == ["digits"]
    view.sorted.want_state(Wanted.UNFINISHED)
    assert texts(view, Column.NAME) == ["wide", "folds"]
    view.sorted.want_state(Wanted.FAILED)
    assert view.listed == []


def test_a_run_that_grows_is_shown_and_stays_selected(
    view: RunsView, store: RunsStore, three_runs: Path, qtbot: QtBot
) -> None:
    select(view, 0)
    new = three_runs / "2026-01-03_10-00-00-new"
    append(new, started(10), ended(2, 0.75, epochs=10))
    with qtbot.waitSignal(store.changed):
        store.refresh()
    assert texts(view, Column.EPOCHS)[0] == "2 / 10"
    assert [record.path for record in view.selected] == [new]
    assert view.selected[0].epochs == 2


def test_a_run_that_grows_takes_its_new_place(
    view: RunsView, store: RunsStore, three_runs: Path, qtbot: QtBot
) -> None:
    view.sortByColumn(Column.EPOCHS, Qt.SortOrder.DescendingOrder)
    assert texts(view, Column.NAME)[0] == "digits"
    append(three_runs / "2026-01-03_10-00-00-new", started(10), ended(5, 0.75, epochs=10))
    with qtbot.waitSignal(store.changed):
        store.refresh()
    assert texts(view, Column.NAME)[0] == "wide"


def test_new_and_deleted_runs_leave_the_selection_alone(
    view: RunsView, store: RunsStore, three_runs: Path, qtbot: QtBot
) -> None:
    select(view, 2)
    write_run(three_runs / "2026-02-01_10-00-00-newer", started())
    delete_run(three_runs / "2026-01-03_10-00-00-new")
    with qtbot.waitSignal(store.changed):
        store.refresh()
    assert texts(view, Column.NAME) == ["digits", "folds", "digits"]
    assert [record.path.name for record in view.selected] == ["2026-01-01_10-00-00-old"]


def test_another_fold_appears_below_the_others(
    view: RunsView, store: RunsStore, three_runs: Path, qtbot: QtBot
) -> None:
    view.expand(cell(view, 1, Column.NAME))
    write_run(three_runs / "2026-01-02_10-00-00-cv" / "fold-2", started(), finished())
    with qtbot.waitSignal(store.changed):
        store.refresh()
    parent = cell(view, 1, Column.NAME)
    assert view.sorted.rowCount(parent) == 2
    assert view.isExpanded(parent)


def test_the_run_that_goes_on_says_so(
    view: RunsView, store: RunsStore, three_runs: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(store.changed):
        store.set_active(three_runs / "2026-01-03_10-00-00-new")
    assert texts(view, Column.STATE) == ["goes on", "stopped", "finished"]
    with qtbot.waitSignal(store.changed):
        store.set_active(None)
    assert texts(view, Column.STATE)[0] == "stopped"


def test_a_run_is_named_in_its_cell(
    view: RunsView, store: RunsStore, three_runs: Path, qtbot: QtBot
) -> None:
    select(view, 2)
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_F2)
    editor = view.findChild(QLineEdit)
    assert editor is not None
    editor.setText("baseline")
    with qtbot.waitSignal(store.changed):
        QTest.keyClick(editor, Qt.Key.Key_Return)
    assert texts(view, Column.NAME) == ["wide", "folds", "baseline"]
    assert read_note(three_runs / "2026-01-01_10-00-00-old").name == "baseline"


def test_enter_chooses_and_delete_deletes(view: RunsView, qtbot: QtBot) -> None:
    select(view, 0)
    with qtbot.waitSignal(view.chosen):
        QTest.keyClick(view, Qt.Key.Key_Return)
    with qtbot.waitSignal(view.delete_wanted):
        QTest.keyClick(view, Qt.Key.Key_Delete)


def test_columns_are_chosen_and_remembered(view: RunsView, store: RunsStore, qtbot: QtBot) -> None:
    menu = view.column_menu()
    size = next(one for one in menu.actions() if one.text() == "Size")
    assert not size.isChecked()
    size.trigger()
    assert not view.isColumnHidden(Column.SIZE)
    other = RunsView(store, MANY, WIDTHS)
    qtbot.addWidget(other)
    other.restore(view.header().saveState())
    assert not other.isColumnHidden(Column.SIZE)


def test_the_exported_table_tells_everything_in_full(view: RunsView) -> None:
    header, first, *_ = as_csv(view.listed).splitlines()
    assert header.split(",")[:3] == ["Run", "When", "State"]
    cells = first.split(",")
    assert cells[Column.BEGAN] == "2026-01-03 10:00:00"
    assert cells[Column.VALIDATION] == "0.7"
    assert cells[Column.TEST] == ""


def test_hundreds_of_runs_are_shown_and_sorted_at_once(
    folder: Path, store: RunsStore, qtbot: QtBot, dressed: Appearance
) -> None:
    for number in range(300):
        write_run(folder / f"{number}", started(), ended(1, number / 1000), time=number)
    view = RunsView(store, MANY, WIDTHS)
    qtbot.addWidget(view)
    with qtbot.waitSignal(store.changed):
        store.refresh()
    assert len(view.listed) == 300
    view.sortByColumn(Column.VALIDATION, Qt.SortOrder.DescendingOrder)
    assert texts(view, Column.VALIDATION)[:2] == ["29.9\u2009%", "29.8\u2009%"]
