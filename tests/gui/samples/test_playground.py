"""The tab in which points are drawn, moved by sliders and clicked into the plane."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from netstudio.gui.samples.playground_section import PlaygroundSection
from netstudio.gui.samples.section import Bench
from netstudio.gui.samples.sections import sections_for
from netstudio.tasks.content import Content
from netstudio.tasks.sources.points import ClickedPoints
from tests.gui.conftest import grab
from tests.gui.samples.conftest import data_of

pytestmark = pytest.mark.usefixtures("dressed")

LONG = 60_000


@pytest.fixture
def bench(make_bench: Callable[..., Bench]) -> Bench:
    return make_bench("moons")


@pytest.fixture
def section(bench: Bench, qtbot: QtBot) -> PlaygroundSection:
    section = PlaygroundSection(bench)
    qtbot.addWidget(section)
    section.resize(900, 600)
    section.show()
    section.show_data(data_of(bench))
    return section


def press(section: PlaygroundSection, name: str) -> None:
    button = section.findChild(QPushButton, name)
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def click(
    section: PlaygroundSection,
    x: float,
    y: float,
    button: Qt.MouseButton = Qt.MouseButton.LeftButton,
) -> None:
    QTest.mouseClick(section.plane, button, pos=section.plane.place_of(x, y).toPoint())


def points_of(bench: Bench) -> tuple[tuple[float, float, int], ...]:
    """The user's own points in the document."""
    source = ClickedPoints.read(bench.document.project.data.source.fields)
    return source.points


def test_points_have_the_playground_first() -> None:
    assert sections_for(Content.POINTS)[0] is PlaygroundSection
    assert PlaygroundSection not in sections_for(Content.IMAGES)


def test_all_points_are_shown_with_the_settings_of_their_shape(
    section: PlaygroundSection,
) -> None:
    assert len(section.plane.spots) == 400
    assert section.sliders["count"].bar.value() == 400
    assert section.sliders["noise"].bar.value() == 10
    assert section.sliders["arms"].isHidden()
    grab(section, "playground")


def test_a_slider_changes_the_document_in_one_step(
    section: PlaygroundSection, bench: Bench, qtbot: QtBot
) -> None:
    before = bench.document.project
    for value in (20, 30, 40):
        section.sliders["noise"].bar.setValue(value)
    assert bench.document.project.data.source.fields["noise"] == 0.4
    assert bench.document.undo()
    assert bench.document.project == before
    assert section.sliders["noise"].bar.value() == 10


def test_another_shape_keeps_how_many_points_there_are(
    section: PlaygroundSection, bench: Bench
) -> None:
    section.sliders["count"].bar.setValue(200)
    press(section, "spiralsShape")
    source = bench.document.project.data.source
    assert (source.type, source.fields["count"]) == ("spirals", 200)
    assert not section.sliders["arms"].isHidden()
    button = section.findChild(QPushButton, "spiralsShape")
    assert button is not None
    assert button.isChecked()


def test_drawing_anew_gives_other_points(
    section: PlaygroundSection, bench: Bench, qtbot: QtBot
) -> None:
    before = section.plane.spots
    press(section, "drawAnew")
    qtbot.waitUntil(
        lambda: (
            bench.loader.content is not None
            and bench.loader.content.wish.source.written().get("seed") == 1
        ),
        timeout=LONG,
    )
    section.show_data(data_of(bench))
    assert len(section.plane.spots) == len(before)
    assert section.plane.spots != before


def test_a_click_adds_a_point_of_the_chosen_class_to_those_that_are_there(
    section: PlaygroundSection, bench: Bench
) -> None:
    press(section, "classC")
    click(section, 4.0, 4.0)
    points = points_of(bench)
    assert len(points) == 401
    x, y, number = points[-1]
    assert (x, y) == pytest.approx((4.0, 4.0), abs=0.05)
    assert number == 2


def test_the_right_button_takes_the_nearest_point_and_no_other(
    section: PlaygroundSection, bench: Bench
) -> None:
    press(section, "classA")
    click(section, 5.5, 5.5)
    click(section, 5.5, 5.5, Qt.MouseButton.RightButton)
    points = points_of(bench)
    assert len(points) == 400
    click(section, 5.5, 5.5, Qt.MouseButton.RightButton)
    assert points_of(bench) == points


def test_an_empty_plane_reaches_the_document_when_two_classes_are_there(
    section: PlaygroundSection, bench: Bench
) -> None:
    before = bench.document.project
    press(section, "clearPoints")
    assert section.plane.spots == ()
    click(section, -2.0, 0.0)
    assert bench.document.project is before
    press(section, "classB")
    click(section, 2.0, 0.0)
    assert [number for _, _, number in points_of(bench)] == [0, 1]
