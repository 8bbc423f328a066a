"""The page of runs: what is told of those that are selected."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from netstudio.core.document import Document
from netstudio.core.project import Project
from netstudio.engine.events import EpochEnded, Figures, FoldEnded, Started
from netstudio.engine.runs.notes import read_note
from netstudio.gui.run_controller import RunController
from netstudio.gui.runs.columns import Column
from netstudio.gui.runs.comparing import lines_of
from netstudio.gui.runs.page import RunsPage
from netstudio.gui.runs.store import RunsStore
from netstudio.gui.theme.appearance import Appearance
from tests.engine.runs.made import append, ended, started
from tests.gui.runs.found import cell, select, settle

NEW, CV, OLD = "2026-01-03_10-00-00-new", "2026-01-02_10-00-00-cv", "2026-01-01_10-00-00-old"


@pytest.fixture
def page(
    three_runs: Path, store: RunsStore, edited: Document, qtbot: QtBot, dressed: Appearance
) -> RunsPage:
    page = RunsPage(store, edited)
    qtbot.addWidget(page)
    page.resize(1280, 620)
    page.show()
    return page


def look_at(page: RunsPage, qtbot: QtBot, *rows: int) -> dict[str, tuple[str, ...]]:
    """Select runs; gives the lines that tell of them."""
    select(page.view, *rows)
    qtbot.waitUntil(lambda: page.pane.is_settled)
    return told(page)


def told(page: RunsPage) -> dict[str, tuple[str, ...]]:
    return {line.label: line.values for line in page.pane.table.lines}


def visible_texts(page: RunsPage) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def test_nothing_selected_says_what_to_do(page: RunsPage) -> None:
    assert "Select a run to look at it, or several to compare them" in visible_texts(page)


def test_one_run_is_told_with_what_has_changed_in_the_editor_since(
    page: RunsPage, edited: Document, qtbot: QtBot
) -> None:
    lines = look_at(page, qtbot, 2)
    assert lines["Accuracy, validation"] == ("97.90\u2009%",)
    assert "Network, data and training are the same" in lines

    def shorter(project: Project) -> Project:
        options = project.training.options.replace(epochs=1)
        return replace(project, training=replace(project.training, options=options))

    edited.edit("epochs", shorter)
    assert told(page)["Epochs"] in [("2", "1"), ("2 / 2",)]
    assert ("2", "1") in [line.values for line in page.pane.table.lines]


def test_several_runs_stand_beside_each_other_with_the_best_marked(
    page: RunsPage, qtbot: QtBot
) -> None:
    lines = look_at(page, qtbot, 0, 2)
    assert lines["Accuracy, validation"] == ("70.00\u2009%", "97.90\u2009%")
    assert lines["Batch size"] == ("64", "32")
    best = next(line for line in page.pane.table.lines if line.label == "Accuracy, validation")
    assert best.best == (False, True)
    assert [run.name for run in page.pane.plots.compared] == ["wide", "digits"]


def test_three_runs_are_compared_with_the_first(page: RunsPage, qtbot: QtBot) -> None:
    lines = look_at(page, qtbot, 0, 1, 2)
    assert lines["Batch size"] == ("64", "32", "32")
    assert lines["Folds"] == ("0", "3", "0")


def test_a_cross_validation_is_told_with_its_folds(page: RunsPage, qtbot: QtBot) -> None:
    lines = look_at(page, qtbot, 1)
    assert lines["Accuracy, test"] == ("80.00\u2009%", "80.00\u2009%")
    assert [run.name for run in page.pane.plots.compared] == ["folds", "Fold 1"]
    assert page.pane.note.isVisible()


def test_a_fold_can_be_looked_at_by_itself(page: RunsPage, qtbot: QtBot) -> None:
    fold = page.view.sorted.index(0, 0, cell(page.view, 1, Column.NAME))
    page.view.expandAll()
    page.view.setCurrentIndex(fold)
    qtbot.waitUntil(lambda: page.pane.is_settled)
    assert told(page)["Epochs"] == ("2 / 2",)
    assert not page.pane.note.isVisible()
    assert not page.actions_of_runs.use.isEnabled()


def test_a_page_that_nobody_sees_reads_nothing(
    page: RunsPage, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: page.pane.is_settled)
    page.hide()
    asked: list[object] = []
    monkeypatch.setattr(page.pane._loader, "load", asked.append)
    select(page.view, 2)
    assert not page.pane._load_later.isActive()
    page.show()
    qtbot.waitUntil(lambda: bool(asked))


def test_the_newest_selection_counts(page: RunsPage, qtbot: QtBot) -> None:
    select(page.view, 0)
    select(page.view, 1)
    lines = look_at(page, qtbot, 2)
    assert lines["Started"] == ("2026-01-01 10:00",)


def test_a_run_that_goes_on_is_told_anew(
    page: RunsPage, store: RunsStore, three_runs: Path, qtbot: QtBot
) -> None:
    assert look_at(page, qtbot, 0)["Accuracy, validation"] == ("70.00\u2009%",)
    assert told(page)["State"] == ("stopped",)
    store.set_active(three_runs / NEW)
    settle(store, qtbot)
    append(three_runs / NEW, started(10), ended(2, 0.8, epochs=10))
    with qtbot.waitSignal(store.changed):
        store.refresh()
    qtbot.waitUntil(lambda: page.pane.is_settled)
    assert told(page)["Accuracy, validation"] == ("80.00\u2009%",)
    assert told(page)["State"] == ("goes on",)


def test_a_note_is_kept_when_something_else_gets_the_focus(
    page: RunsPage, store: RunsStore, three_runs: Path, qtbot: QtBot
) -> None:
    look_at(page, qtbot, 2)
    note = page.pane.note
    assert note.isVisible()
    page.activateWindow()
    note.setFocus()
    QTest.keyClicks(note, "twice as wide")
    with qtbot.waitSignal(store.changed):
        page.view.setFocus()
    assert read_note(three_runs / OLD).text == "twice as wide"
    assert page.view.listed[2].note == "twice as wide"


def test_a_note_that_was_begun_is_kept_when_another_run_is_selected(
    page: RunsPage, store: RunsStore, three_runs: Path, qtbot: QtBot
) -> None:
    look_at(page, qtbot, 2)
    page.pane.note.setFocus()
    QTest.keyClicks(page.pane.note, "begun")
    with qtbot.waitSignal(store.changed):
        select(page.view, 0)
    assert read_note(three_runs / OLD).text == "begun"
    assert read_note(three_runs / NEW).text == ""
    assert page.pane.note.toPlainText() == ""
    qtbot.waitUntil(lambda: page.pane.is_settled)


def test_comparing_no_more_selects_nothing(page: RunsPage, qtbot: QtBot) -> None:
    look_at(page, qtbot, 0, 2)
    page.pane.plots.compare(())
    assert page.view.selected == ()
    qtbot.waitUntil(lambda: page.pane.is_settled)


def test_several_runs_have_no_note_field(page: RunsPage, qtbot: QtBot) -> None:
    look_at(page, qtbot, 0, 2)
    assert not page.pane.note.isVisible()


def test_the_filter_says_how_many_runs_it_leaves(page: RunsPage, qtbot: QtBot) -> None:
    search = page.findChild(QLineEdit, "runsFilter")
    assert search is not None
    QTest.keyClicks(search, "wide")
    assert any(text.startswith("1 of 3 runs") for text in visible_texts(page))
    QTest.keyClicks(search, " nonsense")
    assert "No run is like that. Clear the filter to see all." in visible_texts(page)


def test_states_are_chosen_from_a_list(page: RunsPage) -> None:
    states = page.findChild(QComboBox, "runsStates")
    assert states is not None
    QTest.keyClick(states, Qt.Key.Key_Down)
    assert states.currentText() == "Finished"
    assert [record.name for record in page.view.listed] == ["digits"]


def test_a_page_in_another_language_shows_what_was_selected(
    page: RunsPage, store: RunsStore, edited: Document, qtbot: QtBot
) -> None:
    look_at(page, qtbot, 2)
    other = RunsPage(store, edited)
    qtbot.addWidget(other)
    other.take_over(page)
    assert [record.path.name for record in other.view.selected] == [OLD]
    qtbot.waitUntil(lambda: other.pane.is_settled)


def test_the_store_follows_a_run_by_its_events(
    page: RunsPage,
    store: RunsStore,
    controller: RunController,
    three_runs: Path,
    qtbot: QtBot,
) -> None:
    begun: Started = started(10, run=str(three_runs / NEW))
    with qtbot.waitSignal(store.changed):
        controller.received.emit((begun,))
    assert store.active == three_runs / NEW
    append(three_runs / NEW, begun, ended(2, 0.8, epochs=10))
    over: EpochEnded = ended(2, 0.8, epochs=10)
    with qtbot.waitSignal(store.changed):
        controller.received.emit((over,))
    assert page.view.listed[0].epochs == 2
    with qtbot.waitSignal(store.changed):
        controller.ended.emit(None)
    assert store.active is None


def test_a_fold_that_goes_on_marks_its_cross_validation(
    store: RunsStore, controller: RunController, three_runs: Path, qtbot: QtBot
) -> None:
    begun = replace(started(2, run=str(three_runs / CV / "fold-2")), fold=2, folds=3)
    controller.received.emit((begun,))
    assert store.active == three_runs / CV
    settle(store, qtbot)
    controller.received.emit((FoldEnded(2, 3, Figures(0.1, {}, 1), None, "m", 1.0),))
    assert store._follow_later.isActive()
    controller.ended.emit(None)
    assert not store._follow_later.isActive()
    settle(store, qtbot)


def test_figures_that_are_equal_have_no_best(page: RunsPage) -> None:
    record = page.view.listed[2]
    lines = lines_of([record, record], ())
    figures = [line for line in lines if line.best]
    assert figures
    assert not any(any(line.best) for line in figures)
