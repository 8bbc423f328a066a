"""The tab in which columns get their roles, and how rows are shown."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from netstudio.core.document import Document
from netstudio.core.project import Selected
from netstudio.core.values import Fields
from netstudio.gui.background import Lane
from netstudio.gui.data.loader import DataLoader
from netstudio.gui.kinds.contract import Place
from netstudio.gui.kinds.parts import Part as DataPart
from netstudio.gui.kinds.tables import RowDetail, TableView
from netstudio.gui.samples.columns_section import ColumnsSection
from netstudio.gui.samples.columns_table import PREDICTED, Part
from netstudio.gui.samples.section import Bench
from netstudio.tasks.switching import with_source
from netstudio.tasks.templates import project_from_template
from tests.gui.conftest import grab
from tests.gui.samples.conftest import data_of

pytestmark = pytest.mark.usefixtures("dressed")

LONG = 60_000


@pytest.fixture
def bench(lane: Lane, sample_lane: Lane, qtbot: QtBot, tmp_path: Path) -> Iterator[Bench]:
    """A bench with a small table."""
    file = tmp_path / "table.csv"
    rows = [f"{at},{at % 9 if at % 4 else ''},{'xyz'[at % 3]},{'ab'[at % 2]}" for at in range(60)]
    file.write_text("\n".join(["id,size,kind,label", *rows]), encoding="utf-8")
    project = project_from_template("tabular-mlp", "demo")
    selected = Selected("table_file", Fields(file=str(file)))
    document = Document(with_source(project, selected))
    loader = DataLoader(document, lane, lane)
    qtbot.waitUntil(lambda: loader.content is not None, timeout=LONG)
    yield Bench(document, loader, sample_lane)
    loader.close()


@pytest.fixture
def section(bench: Bench, qtbot: QtBot) -> ColumnsSection:
    section = ColumnsSection(bench)
    qtbot.addWidget(section)
    section.resize(900, 400)
    section.show()
    section.show_data(data_of(bench))
    qtbot.waitUntil(lambda: section.table.columns.rowCount() == 4, timeout=LONG)
    return section


def texts(section: ColumnsSection, line: int) -> list[str]:
    model = section.table.columns
    return [str(model.index(line, part).data()) for part in Part]


def choose(section: ColumnsSection, line: int, role: str) -> None:
    """Choose a role in the list that opens by F2."""
    table = section.table
    table.setCurrentIndex(table.columns.index(line, Part.ROLE))
    QTest.keyClick(table, Qt.Key.Key_F2)
    box = table.findChild(QComboBox)
    assert box is not None
    box.hidePopup()
    box.setCurrentIndex(box.findData(role))
    box.activated.emit(box.currentIndex())


def test_columns_are_listed_with_role_values_and_what_is_missing(section: ColumnsSection) -> None:
    assert texts(section, 0) == ["label", "Target", "a  ·  b", "–", "2"]
    assert texts(section, 1) == ["id", "Ignore", "0  ·  1  ·  2  ·  3", "–", "60"]
    assert texts(section, 2)[1:] == ["Number", "1  ·  2  ·  3  ·  5", "15", "9"]
    assert texts(section, 3) == ["kind", "Category", "x  ·  y  ·  z", "–", "3"]
    grab(section, "columns")


def test_a_role_that_is_chosen_is_read_and_becomes_the_documents(
    section: ColumnsSection, bench: Bench, qtbot: QtBot
) -> None:
    choose(section, 1, "number")
    qtbot.waitUntil(
        lambda: bench.document.project.data.source.fields.get("columns") == Fields(id="number"),
        timeout=LONG,
    )
    qtbot.waitUntil(lambda: bench.loader.content is not None, timeout=LONG)
    section.show_data(data_of(bench))
    qtbot.waitUntil(lambda: texts(section, 1)[1] == "Number", timeout=LONG)
    assert bench.document.undo()
    assert not bench.document.project.data.source.fields.get("columns")


def test_another_target_replaces_the_one_that_was_guessed(
    section: ColumnsSection, bench: Bench, qtbot: QtBot
) -> None:
    choose(section, 3, PREDICTED)
    qtbot.waitUntil(
        lambda: bench.document.project.data.source.fields.get("target_columns") == ("kind",),
        timeout=LONG,
    )
    qtbot.waitUntil(lambda: bench.loader.content is not None, timeout=LONG)
    assert data_of(bench).dataset.classes == ("x", "y", "z")


def test_the_last_column_to_learn_from_cannot_be_ignored(
    section: ColumnsSection, bench: Bench, qtbot: QtBot
) -> None:
    choose(section, 2, "ignore")
    qtbot.waitUntil(
        lambda: bench.document.project.data.source.fields.get("columns") == Fields(size="ignore"),
        timeout=LONG,
    )
    before = bench.document.project.data.source
    with qtbot.waitSignal(bench.loader.refused, timeout=LONG) as refused:
        choose(section, 3, "ignore")
    assert "no column to learn from" in str(refused.args[0])
    assert bench.document.project.data.source == before


def test_a_row_is_shown_with_its_names_and_what_is_missing(bench: Bench, qtbot: QtBot) -> None:
    dataset = data_of(bench).dataset
    view = TableView()
    number = next(
        at
        for at in range(len(dataset.records.train))
        if "size –" in view.words(dataset.records.train, at)
    )
    assert view.glance(dataset.records.train, number)[0] == ("size", None)
    detail = view.detail()
    assert isinstance(detail, RowDetail)
    qtbot.addWidget(detail)
    detail.show_sample(view.look(dataset, Place(DataPart.TRAIN, number)))
    cells = detail.table.model()
    shown = {cells.index(at, 0).data(): cells.index(at, 1).data() for at in range(cells.rowCount())}
    assert list(shown) == ["size", "kind", "id"]
    assert shown["size"] == "missing"
