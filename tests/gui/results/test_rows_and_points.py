"""Rows that are filled in and places that are clicked, for a model to judge."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from netstudio.core.project import Selected
from netstudio.engine.data.job import finish
from netstudio.engine.data.load import load_dataset
from netstudio.engine.data.records import Records
from netstudio.engine.trained_model import TrainedModel
from netstudio.gui.background import Lane
from netstudio.gui.results.points import PointInput
from netstudio.gui.results.registry import input_for
from netstudio.gui.results.tables import RowInput
from netstudio.tasks.content import Content
from netstudio.tasks.settings import read_settings
from tests.gui.conftest import grab
from tests.projects import node
from tests.tasks_projects import project_for, trained

pytestmark = pytest.mark.usefixtures("dressed")

LONG = 60_000


@pytest.fixture(scope="module")
def penguins(tmp_path_factory: pytest.TempPathFactory) -> TrainedModel:
    """A model that tells penguins apart."""
    layer = node("Linear", out_features="auto")
    project = project_for("table_classification", Selected("penguins"), layer, loss="cross_entropy")
    return trained(project, tmp_path_factory.mktemp("penguins"))


@pytest.fixture(scope="module")
def blobs(tmp_path_factory: pytest.TempPathFactory) -> TrainedModel:
    """A model that tells three heaps apart."""
    layer = node("Linear", out_features="auto")
    project = project_for("point_classification", Selected("blobs"), layer, loss="cross_entropy")
    return trained(project, tmp_path_factory.mktemp("blobs"))


def held_out(model: TrainedModel) -> Records:
    settings, _ = read_settings(model.project)
    return finish(load_dataset(settings)).records.test


@pytest.fixture
def rows(penguins: TrainedModel, qtbot: QtBot) -> RowInput:
    view = input_for(Content.TABLE)
    assert isinstance(view, RowInput)
    qtbot.addWidget(view)
    view.resize(360, 420)
    view.prepare(penguins)
    view.show()
    return view


@pytest.fixture
def place(blobs: TrainedModel, lane: Lane, qtbot: QtBot) -> PointInput:
    view = input_for(Content.POINTS)
    assert isinstance(view, PointInput)
    qtbot.addWidget(view)
    view.resize(320, 320)
    view.lane = lane
    view.prepare(blobs)
    view.show()
    qtbot.waitUntil(lambda: view.plane.boundary is not None, timeout=LONG)
    return view


def test_there_is_a_field_for_each_column_with_the_categories_that_are_known(
    rows: RowInput,
) -> None:
    assert list(rows.fields) == [
        "island",
        "bill_length_mm",
        "bill_depth_mm",
        "flipper_length_mm",
        "body_mass_g",
        "sex",
    ]
    box = rows.fields["island"]
    assert isinstance(box, QComboBox)
    assert [box.itemText(at) for at in range(box.count())] == ["", "Biscoe", "Dream", "Torgersen"]
    assert set(rows.row().values()) == {""}


def test_a_test_row_fills_the_form_and_is_given(
    rows: RowInput, penguins: TrainedModel, qtbot: QtBot
) -> None:
    records = held_out(penguins)
    with qtbot.waitSignal(rows.given) as given:
        rows.show_record(records, 0, "row 7")
    row, name = given.args
    assert name == "row 7"
    assert row["island"] in ("Biscoe", "Dream", "Torgersen")
    assert float(row["body_mass_g"]) > 2_000
    assert penguins.predict(row)[0].as_json()[0]["label"] in penguins.classes
    grab(rows, "row-input")


def test_what_is_typed_is_given_once_when_the_typing_pauses(rows: RowInput, qtbot: QtBot) -> None:
    line = rows.fields["bill_length_mm"]
    assert isinstance(line, QLineEdit)
    heard: list[object] = []
    rows.given.connect(lambda row, _: heard.append(row))
    with qtbot.waitSignal(rows.given, timeout=LONG):
        QTest.keyClicks(line, "45.1")
    assert len(heard) == 1
    assert rows.row()["bill_length_mm"] == "45.1"
    with qtbot.waitSignal(rows.emptied, timeout=LONG):
        line.clear()


def test_a_click_gives_a_place_and_what_the_model_says_of_all_lies_beneath(
    place: PointInput, blobs: TrainedModel, qtbot: QtBot
) -> None:
    target = place.plane.place_of(0.0, 3.2).toPoint()
    with qtbot.waitSignal(place.given) as given:
        QTest.mouseClick(place.plane, Qt.MouseButton.LeftButton, pos=target)
    text, name = given.args
    assert [float(part) for part in text.split(",")] == pytest.approx([0.0, 3.2], abs=0.1)
    assert name
    assert blobs.predict(text)[0].as_json()[0]["label"] in ("A", "B", "C")
    grab(place, "point-input")


def test_a_test_point_is_given(place: PointInput, blobs: TrainedModel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(place.given) as given:
        place.show_record(held_out(blobs), 0, "a point")
    assert given.args[1] == "a point"
