"""Sounds, windows and sequences at a glance and large, and a whole series with its parts."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from netstudio.engine.data.dataset import Dataset
from netstudio.engine.data.job import finish
from netstudio.engine.data.load import load_dataset
from netstudio.gui.kinds.contract import Place, SampleView
from netstudio.gui.kinds.parts import Part, part_colour
from netstudio.gui.kinds.registry import view_of
from netstudio.gui.kinds.sequences import SequenceDetail, SequenceLook
from netstudio.gui.kinds.series import Future, FutureChart, SeriesDetail
from netstudio.gui.kinds.sounds import SoundDetail
from netstudio.gui.samples.course_section import CourseChart, draw_course
from netstudio.gui.sound.look import SoundLook
from netstudio.gui.theme.appearance import Appearance
from netstudio.gui.theme.colours import colours
from netstudio.tasks.content import Content
from netstudio.tasks.options import DataOptions
from netstudio.tasks.task import TASKS
from tests.data import settings_for
from tests.engine.data import examples


def dataset(folder: Path, source: str, task: str) -> Dataset:
    settings = settings_for(examples.MAKERS[source](folder), DataOptions(), TASKS[task]())
    return finish(load_dataset(settings))


@pytest.fixture
def sounds(tmp_path: Path) -> Dataset:
    return dataset(tmp_path, "sound_folder", "sound_classification")


@pytest.fixture
def series(tmp_path: Path) -> Dataset:
    return dataset(tmp_path, "series_file", "forecasting")


@pytest.fixture
def sequences(tmp_path: Path) -> Dataset:
    return dataset(tmp_path, "sequence_file", "sequence_classification")


def painted(view: SampleView, glance: object) -> QImage:
    """A tile of that kind on white."""
    image = QImage(*view.shape.value, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    view.paint(painter, QRect(0, 0, image.width(), image.height()), glance)
    painter.end()
    return image


def pixels(image: QImage) -> list[QColor]:
    return [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]


def shows(image: QImage, *hues: str) -> bool:
    """Whether all these colours are in a picture, but for the smoothness of lines."""
    found = np.array([_parts(one) for one in pixels(image)])
    return all(np.abs(found - _parts(QColor(hue))).max(1).min() < 12 for hue in hues)


def _parts(colour: QColor) -> tuple[int, int, int]:
    return colour.red(), colour.green(), colour.blue()


def shown(qtbot: QtBot, widget: QWidget, width: int = 300, height: int = 300) -> QImage:
    qtbot.addWidget(widget)
    widget.resize(width, height)
    widget.show()
    return widget.grab().toImage()


def test_a_sound_is_a_wave_and_is_seen_as_the_network_sees_it(
    sounds: Dataset, dressed: Appearance, qtbot: QtBot
) -> None:
    view = view_of(Content.SOUNDS)
    assert shows(painted(view, view.glance(sounds.records.train, 0)), colours().accent)
    look = view.look(sounds, Place(Part.TRAIN, 0))
    assert isinstance(look, SoundLook)
    assert look.spectrogram is not None
    bands, columns = sounds.preprocessing.sample.sizes[1:]
    assert (look.spectrogram.width(), look.spectrogram.height()) == (columns, bands)
    detail = view.detail()
    assert isinstance(detail, SoundDetail)
    detail.show_sample(look)
    assert len({one.name() for one in pixels(shown(qtbot, detail))}) > 50


def test_a_low_tone_is_bright_at_the_bottom_of_its_spectrogram(sounds: Dataset) -> None:
    view, records = view_of(Content.SOUNDS), sounds.records.train
    assert records.targets is not None
    low = int(np.flatnonzero(records.targets.numpy() == sounds.classes.index("low"))[0])
    look = view.look(sounds, Place(Part.TRAIN, low))
    assert isinstance(look, SoundLook)
    assert look.spectrogram is not None
    picture, middle = look.spectrogram, look.spectrogram.width() // 2
    brightness = [picture.pixelColor(middle, y).lightness() for y in range(picture.height())]
    assert int(np.argmax(brightness)) > picture.height() // 2


def test_a_window_is_a_curve_with_what_came_after_it(
    series: Dataset, dressed: Appearance, qtbot: QtBot
) -> None:
    view = view_of(Content.SERIES)
    glance = view.glance(series.records.train, 3)
    assert shows(painted(view, glance), colours().accent)
    look = view.look(series, Place(Part.TRAIN, 3))
    assert isinstance(look, Future)
    assert (look.name, len(look.past), len(look.truth)) == ("heat", 6, 2)
    assert series.records.train.targets is not None
    assert list(look.truth) == series.records.train.targets[3].tolist()
    detail = view.detail()
    assert isinstance(detail, SeriesDetail)
    detail.show_sample(look)
    assert shows(shown(qtbot, detail), colours().accent, colours().ok)


def test_gaps_leave_gaps_in_a_curve(dressed: Appearance, qtbot: QtBot) -> None:
    chart = FutureChart()
    nothing = float("nan")
    chart.show_future(Future("heat", (1.0, nothing, nothing, 2.0, 3.0), (4.0,), (2.5,)))
    assert shows(shown(qtbot, chart), colours().curve_validation)
    chart.show_future(Future("heat", (nothing, nothing)))
    chart.grab()
    chart.show_future(None)
    chart.grab()


def test_a_sequence_is_a_curve_for_each_feature(
    sequences: Dataset, dressed: Appearance, qtbot: QtBot
) -> None:
    view = view_of(Content.SEQUENCES)
    glance = view.glance(sequences.records.train, 0)
    assert isinstance(glance, tuple)
    assert len(glance) == 3
    look = view.look(sequences, Place(Part.TRAIN, 0))
    assert isinstance(look, SequenceLook)
    assert look.names == ("feature 1", "feature 2", "feature 3")
    detail = view.detail()
    assert isinstance(detail, SequenceDetail)
    detail.show_sample(look)
    assert shows(shown(qtbot, detail), colours().accent, colours().ok)


def test_each_part_of_a_series_has_its_colour_and_its_rows(
    series: Dataset, dressed: Appearance, qtbot: QtBot
) -> None:
    drawing = draw_course(series, "heat")
    assert [stretch.part for stretch in drawing.stretches] == [None, *Part]
    assert (drawing.rows, drawing.first) == (200, "2024-03-01 22:00")
    starts = [stretch.at[0] for stretch in drawing.stretches]
    assert starts == sorted(starts)
    assert drawing.stretches[-1].at[-1] == 200
    train = drawing.stretches[1]
    assert (min(train.low), max(train.high)) == (0, 23)
    chart = CourseChart()
    chart.show_drawing(drawing)
    assert shows(shown(qtbot, chart, 800, 300), *map(part_colour, Part))
