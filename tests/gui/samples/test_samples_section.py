"""The tab of samples: searched, filtered, and one of them large."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from netstudio.gui.kinds.images import PictureDetail
from netstudio.gui.samples.samples_section import SamplesSection
from netstudio.gui.samples.section import Bench
from tests.gui.conftest import grab
from tests.gui.samples.conftest import data_of

pytestmark = pytest.mark.usefixtures("dressed")


def open_section(bench: Bench, qtbot: QtBot) -> SamplesSection:
    section = SamplesSection(bench)
    qtbot.addWidget(section)
    section.resize(1000, 600)
    section.show()
    section.show_data(data_of(bench))
    wait_for(section, qtbot)
    return section


def wait_for(section: SamplesSection, qtbot: QtBot) -> None:
    """Wait until the search has ended."""
    qtbot.waitUntil(
        lambda: not section._patience.isActive() and section._task is None, timeout=30_000
    )


def count(section: SamplesSection) -> str:
    label = section.findChild(QLabel, "sampleCount")
    assert label is not None
    return str(label.text()).replace("\u2009", " ")


def combo(section: SamplesSection, name: str) -> QComboBox:
    found = section.findChild(QComboBox, name)
    assert found is not None
    return found


def search(section: SamplesSection, words: str, qtbot: QtBot) -> None:
    line = section.findChild(QLineEdit, "sampleSearch")
    assert line is not None
    line.clear()
    QTest.keyClicks(line, words)
    wait_for(section, qtbot)


def detail_texts(section: SamplesSection) -> list[str]:
    pane = section.findChild(QWidget, "sampleDetail")
    assert pane is not None
    return [label.text() for label in pane.findChildren(QLabel) if not label.isHidden()]


def glances(section: SamplesSection) -> list[object]:
    """What is painted of each sample in view."""
    return [section._entry(row).glance for row in section.grid.rows_in_view]


def test_all_samples_are_listed_and_painted_as_they_are(bench: Bench, qtbot: QtBot) -> None:
    section = open_section(bench, qtbot)
    assert count(section) == "1 797 samples"
    assert section.grid.count == 1797
    qtbot.waitUntil(lambda: None not in glances(section), timeout=30_000)
    grab(section, "samples-digits")
    first = glances(section)[0]
    assert isinstance(first, QImage)
    pixels = data_of(bench).dataset.train.inputs[0][0]
    assert [first.pixelColor(x, 3).red() for x in range(8)] == pixels[3].tolist()


def test_class_and_part_narrow_the_list(bench: Bench, qtbot: QtBot) -> None:
    section = open_section(bench, qtbot)
    combo(section, "sampleClass").setCurrentIndex(combo(section, "sampleClass").findText("3"))
    wait_for(section, qtbot)
    counts = data_of(bench).counts
    assert section.grid.count == counts.train[3] + counts.validation[3] + counts.test[3]
    part = combo(section, "samplePart")
    part.setCurrentIndex(part.findText("Test"))
    wait_for(section, qtbot)
    assert section.grid.count == counts.test[3]
    entries = [section._entry(row) for row in section.grid.rows_in_view]
    assert {(entry.answer, entry.part) for entry in entries} == {("3", "test")}


def test_the_chosen_sample_is_shown_large(bench: Bench, qtbot: QtBot) -> None:
    section = open_section(bench, qtbot)
    part = combo(section, "samplePart")
    part.setCurrentIndex(part.findText("Validation"))
    wait_for(section, qtbot)
    place = section.grid.rect_of(2).center()
    QTest.mouseClick(section.grid.viewport(), Qt.MouseButton.LeftButton, pos=place)
    dataset = data_of(bench).dataset
    name = dataset.classes[int(dataset.validation.targets[2])]
    assert detail_texts(section)[:2] == [name, "Validation part, number 3"]
    picture = section.findChild(PictureDetail)
    assert picture is not None
    pixels = dataset.validation.inputs[2][0]

    def is_shown() -> bool:
        shown = picture._picture
        return shown is not None and shown.pixelColor(4, 4).red() == int(pixels[4, 4])

    qtbot.waitUntil(is_shown, timeout=10_000)


def test_texts_are_found_by_their_words(make_bench: Callable[..., Bench], qtbot: QtBot) -> None:
    bench = make_bench("sms_spam")
    section = open_section(bench, qtbot)
    whole = section.grid.count
    search(section, "prize CLAIM", qtbot)
    grab(section, "samples-spam")
    assert 10 < section.grid.count < whole / 10
    answers = [section._entry(row).answer for row in range(section.grid.count)]
    assert answers.count("spam") > 0.9 * len(answers)
    search(section, "no text holds these words", qtbot)
    assert count(section) == "Nothing found"
    assert section.grid.current == -1


def test_other_data_take_the_place_of_those_that_were_shown(
    make_bench: Callable[..., Bench], qtbot: QtBot
) -> None:
    section = open_section(make_bench(), qtbot)
    section.show_data(data_of(make_bench("penguins")))
    wait_for(section, qtbot)
    assert count(section) == "344 samples"
    assert combo(section, "sampleClass").findText("Gentoo") > 0
    section.show_data(None)
    assert section.grid.count == 0


def test_what_was_seen_once_is_not_made_again(
    bench: Bench, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    from netstudio.gui.samples.collection import Collection

    made: list[int] = []
    whole = Collection.glance

    def once(collection: Collection, place: object) -> object:
        made.append(1)
        return whole(collection, place)  # type: ignore[arg-type]

    monkeypatch.setattr(Collection, "glance", once)
    section = open_section(bench, qtbot)
    qtbot.waitUntil(lambda: None not in glances(section), timeout=30_000)
    bar = section.grid.verticalScrollBar()
    bar.setValue(bar.maximum())
    qtbot.waitUntil(lambda: None not in glances(section), timeout=30_000)
    seen = len(made)
    bar.setValue(0)
    qtbot.wait(200)
    assert None not in glances(section)
    assert len(made) == seen
