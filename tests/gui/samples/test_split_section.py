from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from netstudio.core.document import Document
from netstudio.core.project import Selected
from netstudio.engine.data.job import finish
from netstudio.gui.data.content import LoadedData, Wish, load_data
from netstudio.gui.forms.rows import FieldRow
from netstudio.gui.samples.parts_bar import PartsBar
from netstudio.gui.samples.section import Bench
from netstudio.gui.samples.split_section import SplitSection
from netstudio.gui.theme.appearance import Appearance
from netstudio.tasks.options import DataOptions
from netstudio.tasks.sources import SOURCES
from netstudio.tasks.task import TASKS
from tests.gui.forms import enter, pick

if TYPE_CHECKING:
    from PySide6.QtWidgets import QComboBox

    from netstudio.gui.background import Lane
    from netstudio.gui.data.loader import DataLoader

pytestmark = pytest.mark.usefixtures("dressed")


def loaded(source: str, task: str) -> LoadedData:
    chosen = TASKS[task]()
    wish = Wish(chosen, SOURCES[source](), DataOptions(), chosen.preparation())
    return finish(load_data(wish, None, None))


@pytest.fixture(scope="module")
def digits() -> LoadedData:
    return loaded("digits", "image_classification")


@pytest.fixture
def section(qtbot: QtBot, document: Document, dressed: Appearance) -> SplitSection:
    # The tab needs neither loader nor background.
    bench = Bench(document, cast("DataLoader", None), cast("Lane", None))
    section = SplitSection(bench)
    qtbot.addWidget(section)
    section.resize(900, 700)
    section.show()
    return section


def rows(section: SplitSection) -> dict[str, FieldRow]:
    """The settings in view."""
    QApplication.processEvents()
    return {row.spec.name: row for row in section.findChildren(FieldRow) if row.isVisible()}


def press(section: SplitSection, text: str) -> None:
    QApplication.processEvents()
    buttons = section.findChildren(QPushButton)
    button = next(one for one in buttons if one.text() == text and one.isVisible())
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_the_parts_are_told_with_their_sizes(section: SplitSection, digits: LoadedData) -> None:
    section.show_data(digits)
    (bar,) = section.findChildren(PartsBar)
    told = bar.accessibleName()
    assert "Training 1\u2009455 (81\u2009%)" in told
    assert "Test 180 (10\u2009%)" in told


def test_choices_go_to_their_places_in_the_project(
    section: SplitSection, digits: LoadedData, document: Document
) -> None:
    section.show_data(digits)
    pick(cast("QComboBox", rows(section)["imbalance"].editor.control), "Oversampling")
    enter(rows(section)["folds"].editor.control, "5")
    assert document.project.data.options["imbalance"] == "oversampling"
    assert document.project.training.options["folds"] == 5
    assert "folds" not in document.project.data.options


def test_over_fitting_takes_one_press_and_is_taken_back_by_another(
    section: SplitSection, digits: LoadedData, document: Document
) -> None:
    section.show_data(digits)
    before = document.project
    press(section, "Use 100 samples")
    press(section, "Spoil 30\u2009% of the labels")
    assert document.project.data.options["use_samples"] == 100
    assert document.project.data.options["spoiled_labels"] == 0.3
    assert [step.label for step in document.history.past] == [
        "Use 100 samples",
        "Spoil 30\u2009% of the labels",
    ]
    press(section, "Take back")
    options = document.project.data.options
    assert (options["use_samples"], options["spoiled_labels"]) == (0, 0.0)
    for _ in range(3):
        document.undo()
    assert document.project == before


def test_it_follows_undo(section: SplitSection, digits: LoadedData, document: Document) -> None:
    section.show_data(digits)
    enter(rows(section)["test_share"].editor.control, "0.25")
    document.undo()
    shown = rows(section)["test_share"].editor.control
    assert shown.property("text") == "0.1"


@pytest.mark.parametrize(
    ("source", "task", "there", "missing"),
    [
        ("digits", "image_autoencoding", {"near_duplicates"}, {"spoiled_labels", "imbalance"}),
        ("penguins", "table_classification", {"group_column", "imbalance"}, {"near_duplicates"}),
        ("diabetes", "table_regression", {"time_column", "spoiled_labels"}, {"label_spelling"}),
        ("beijing_air", "forecasting", {"test_share", "folds"}, {"duplicates", "split_by"}),
    ],
)
def test_only_what_matters_for_the_task_is_offered(
    section: SplitSection,
    document: Document,
    source: str,
    task: str,
    there: set[str],
    missing: set[str],
) -> None:
    def other(project: object) -> object:
        data = replace(document.project.data, source=Selected(source))
        return replace(document.project, task=Selected(task), data=data)

    document.edit("Other data", other)  # type: ignore[arg-type]
    section.show_data(loaded(source, task))
    assert there <= rows(section).keys()
    assert not missing & rows(section).keys()
