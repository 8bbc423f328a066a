"""A model is evaluated when its page is looked at, and its errors are shown."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QFileDialog, QLabel, QPushButton, QTableView
from pytestqt.qtbot import QtBot

from netstudio.engine.evaluation.confusion import Confusion
from netstudio.gui.background import Lane
from netstudio.gui.current_model import CurrentModel
from netstudio.gui.evaluate.classes_table import Column
from netstudio.gui.evaluate.figures_row import FiguresRow
from netstudio.gui.evaluate.gallery import Gallery
from netstudio.gui.evaluate.matrix import ConfusionMatrix
from netstudio.gui.evaluate.page import EvaluatePage
from netstudio.gui.theme.appearance import Appearance
from tests.gui.trained import colour_model, on_folder


@pytest.fixture
def current(lane: Lane) -> CurrentModel:
    return CurrentModel(lane, lane)


@pytest.fixture
def hidden(current: CurrentModel, dressed: Appearance, qtbot: QtBot) -> EvaluatePage:
    page = EvaluatePage(current)
    qtbot.addWidget(page)
    page.resize(1280, 640)
    return page


@pytest.fixture
def page(hidden: EvaluatePage, current: CurrentModel, tmp_path: Path, qtbot: QtBot) -> EvaluatePage:
    """A page with a model that guesses, evaluated on six test pictures."""
    hidden.show()
    current.set(tmp_path / "m", colour_model(tmp_path))
    wait(hidden, qtbot)
    assert hidden.assessment is not None
    return hidden


def wait(page: EvaluatePage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: page._evaluator.under_way == "", timeout=20_000)


def figures(page: EvaluatePage) -> dict[str, str]:
    row = page.findChild(FiguresRow, "figuresRow")
    assert row is not None
    return {figure.caption.split(" ·")[0]: figure.value for figure in row.shown}


def choose_part(page: EvaluatePage, part: str) -> None:
    combo = page.findChild(QComboBox, "partCombo")
    assert combo is not None
    combo.setCurrentIndex(combo.findData(part))


def press(page: EvaluatePage, name: str, qtbot: QtBot) -> None:
    button = page.findChild(QPushButton, name)
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def matrix_of(page: EvaluatePage) -> ConfusionMatrix:
    matrix = page.findChild(ConfusionMatrix, "confusionMatrix")
    assert matrix is not None
    return matrix


def text_of(page: EvaluatePage, name: str) -> str:
    label = page.findChild(QLabel, name)
    assert label is not None
    return label.text()


def test_without_a_model_the_page_offers_to_train_or_to_open_one(
    hidden: EvaluatePage, qtbot: QtBot
) -> None:
    hidden.show()
    with qtbot.waitSignal(hidden.train_requested):
        press(hidden, "trainFirst", qtbot)
    with qtbot.waitSignal(hidden.open_requested):
        press(hidden, "openModel", qtbot)


def test_nothing_is_evaluated_before_the_page_is_looked_at(
    hidden: EvaluatePage, current: CurrentModel, tmp_path: Path, qtbot: QtBot
) -> None:
    current.set(tmp_path / "m", colour_model(tmp_path))
    assert hidden._evaluator.under_way == ""
    hidden.show()
    assert hidden._evaluator.under_way == "test"
    wait(hidden, qtbot)
    assert hidden.assessment is not None


def test_figures_and_matrix_are_those_of_the_engine(page: EvaluatePage) -> None:
    confusion = page.assessment
    assert isinstance(confusion, Confusion)
    shown = figures(page)
    accuracy = 100 * confusion.figures.metrics["accuracy"]
    assert shown["accuracy"].startswith(f"{accuracy:.1f}")
    assert shown["loss"] == f"{confusion.figures.loss:.3f}"
    assert shown["F1, mean of classes"] == f"{confusion.macro_f1:.3f}"
    assert shown["samples"] == str(confusion.figures.samples)
    assert matrix_of(page)._counts == confusion.matrix.tolist()


def test_the_most_frequent_error_is_shown_at_first(page: EvaluatePage) -> None:
    confusion = page.assessment
    assert isinstance(confusion, Confusion)
    assert matrix_of(page).current == confusion.most_confused()


def test_a_chosen_cell_shows_its_pictures(page: EvaluatePage) -> None:
    confusion = page.assessment
    gallery = page.findChild(Gallery, "gallery")
    assert isinstance(confusion, Confusion)
    assert gallery is not None
    for true in range(3):
        for predicted in range(3):
            matrix_of(page).choose(true, predicted)
            count = int(confusion.matrix[true, predicted])
            assert gallery.model().rowCount() == count
            assert gallery.isVisible() is bool(count)
            title = text_of(page, "galleryTitle")
            if true == predicted:
                assert title == f"class {true} recognised"
            else:
                assert title == f"class {true} taken for class {predicted}"


def test_another_part_is_evaluated_once_and_kept(page: EvaluatePage, qtbot: QtBot) -> None:
    test = page.assessment
    choose_part(page, "train")
    wait(page, qtbot)
    train = page.assessment
    assert train is not None
    assert test is not None
    assert train.figures.samples > test.figures.samples
    choose_part(page, "test")
    assert page._evaluator.under_way == ""
    assert page.assessment is test
    assert figures(page)["samples"] == str(test.figures.samples)


def test_evaluating_can_be_cancelled_and_begun_again(
    hidden: EvaluatePage, current: CurrentModel, tmp_path: Path, lane: Lane, qtbot: QtBot
) -> None:
    hidden.show()
    current.set(tmp_path / "m", colour_model(tmp_path))
    cancel = next(b for b in hidden.findChildren(QPushButton) if b.text() == "Cancel")
    assert cancel.isVisible()
    QTest.mouseClick(cancel, Qt.MouseButton.LeftButton)
    wait(hidden, qtbot)
    assert hidden.assessment is None
    press(hidden, "evaluateButton", qtbot)
    wait(hidden, qtbot)
    assert hidden.assessment is not None


def test_where_the_data_are_gone_the_stored_figures_are_shown(
    page: EvaluatePage, current: CurrentModel, tmp_path: Path, qtbot: QtBot
) -> None:
    assert current.model is not None
    gone = on_folder(current.model, tmp_path / "nowhere")
    current.set(tmp_path / "n", replace(gone, figures={"test": {"loss": 0.25, "accuracy": 0.75}}))
    wait(page, qtbot)
    assert "nowhere" in text_of(page, "evaluateNote")
    assert figures(page)["accuracy"].startswith("75.0")
    assert figures(page)["loss"] == "0.250"
    assert not matrix_of(page).isVisible()


def test_classes_are_sorted_by_a_figure(page: EvaluatePage) -> None:
    table = page.findChild(QTableView, "classesTable")
    confusion = page.assessment
    assert table is not None
    assert isinstance(confusion, Confusion)
    table.sortByColumn(Column.RECALL, Qt.SortOrder.DescendingOrder)
    shown = [table.model().index(row, Column.CLASS).data() for row in range(3)]
    recalls = {score.label: score.recall for score in confusion.scores}
    values = [recalls[label] or 0.0 for label in shown]
    assert values == sorted(values, reverse=True)


def test_the_matrix_is_copied_with_its_names(page: EvaluatePage, qtbot: QtBot) -> None:
    confusion = page.assessment
    assert isinstance(confusion, Confusion)
    press(page, "copyMatrix", qtbot)
    rows = list(csv.reader(QGuiApplication.clipboard().text().splitlines(), delimiter="\t"))
    assert rows[0][1:] == list(confusion.classes)
    assert [row[0] for row in rows[1:]] == list(confusion.classes)
    assert [[int(count) for count in row[1:]] for row in rows[1:]] == confusion.matrix.tolist()


def test_the_matrix_is_saved_as_csv(page: EvaluatePage, tmp_path: Path, qtbot: QtBot) -> None:
    confusion = page.assessment
    assert isinstance(confusion, Confusion)
    press(page, "saveMatrix", qtbot)
    dialog = page.findChild(QFileDialog, "saveDialog")
    assert dialog is not None
    dialog.fileSelected.emit(str(tmp_path / "confusion.csv"))
    dialog.close()
    qtbot.waitUntil((tmp_path / "confusion.csv").is_file, timeout=10_000)
    text = (tmp_path / "confusion.csv").read_bytes()
    assert text.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(text.decode("utf-8-sig").splitlines()))
    assert [int(count) for count in rows[2][1:]] == confusion.matrix[1].tolist()


def test_no_model_any_more_empties_the_page(page: EvaluatePage, current: CurrentModel) -> None:
    current.set(None)
    assert page.assessment is None
    assert not matrix_of(page).isVisible()
