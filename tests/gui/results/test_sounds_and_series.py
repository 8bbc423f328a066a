"""A model is given sounds, series and sequences on the Use page."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import soundfile
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from netstudio.core.project import DataChoice, Project, Selected
from netstudio.core.values import Fields
from netstudio.engine.training.control import RunControl
from netstudio.engine.training.trainer import Trainer
from netstudio.gui.background import Lane
from netstudio.gui.current_model import CurrentModel
from netstudio.gui.probability_bars import ProbabilityBars
from netstudio.gui.results.series import SequenceInput, SeriesInput
from netstudio.gui.results.sounds import SoundInput
from netstudio.gui.theme.appearance import Appearance
from netstudio.gui.use.page import UsePage
from netstudio.tasks.templates import project_from_template
from tests.engine.data import examples
from tests.gui.sound.fake_card import install, take_out
from tests.sounds import tone

TEMPLATES = {
    "sound_folder": "spoken-digits-cnn",
    "series_file": "forecast-gru",
    "sequence_file": "sequence-cnn",
}


def trained(folder: Path, source: str) -> Path:
    """The file of the template's network after an epoch on a small example."""
    made = examples.MAKERS[source](folder)
    project: Project = project_from_template(TEMPLATES[source], "trial")
    data = DataChoice(Selected(made.type, made.written()))
    options = Fields(epochs=1, batch_size=8, seed=0)
    project = replace(project, data=data, training=replace(project.training, options=options))
    events = list(Trainer(project, "cpu", out=folder / "runs").run(RunControl()))
    assert events[-1].event == "finished", events[-1]
    return next((folder / "runs").glob("*/best.safetensors"))


@pytest.fixture(scope="module", params=[*TEMPLATES])
def model(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return trained(tmp_path_factory.mktemp("model"), request.param)


@pytest.fixture
def page(lane: Lane, dressed: Appearance, qtbot: QtBot, model: Path) -> UsePage:
    current = CurrentModel(lane, lane)
    page = UsePage(current)
    qtbot.addWidget(page)
    page.resize(1280, 640)
    page.show()
    with qtbot.waitSignal(current.loaded, timeout=20_000):
        current.set(model)
    return page


def sound_input(page: UsePage) -> SoundInput:
    view = page._input.view
    assert isinstance(view, SoundInput)
    return view


def series_input(page: UsePage) -> SeriesInput:
    view = page._input.view
    assert isinstance(view, SeriesInput)
    return view


def press(page: UsePage, name: str) -> None:
    button = page.findChild(QPushButton, name)
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def settle(page: UsePage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: page._deck._task is None, timeout=20_000)
    qtbot.wait(50)
    qtbot.waitUntil(lambda: page._looker._task is None, timeout=20_000)
    qtbot.wait(150)


def answer(page: UsePage) -> str:
    bars = page.findChild(ProbabilityBars, "probabilityBars")
    assert bars is not None
    if bars.isVisible() and bars.rows:
        return str(bars.rows[0])
    label = page.findChild(QLabel, "predictionText")
    assert label is not None
    return label.text()


def test_a_test_sample_is_shown_and_answered(page: UsePage, qtbot: QtBot) -> None:
    press(page, "tryTestSample")
    settle(page, qtbot)
    assert answer(page)
    view = page._input.view
    if isinstance(view, SoundInput):
        qtbot.waitUntil(lambda: view.view._look is not None, timeout=10_000)
    elif isinstance(view, SeriesInput):
        assert view._future is not None
        assert len(view._future.forecast) == len(view._future.truth) == 2
    else:
        assert isinstance(view, SequenceInput)
        assert view.chart._look is not None


@pytest.mark.parametrize("model", ["sound_folder"], indirect=True)
class TestSounds:
    def test_a_dropped_file_is_shown_and_answered(
        self, page: UsePage, qtbot: QtBot, tmp_path: Path
    ) -> None:
        view = sound_input(page)
        soundfile.write(tmp_path / "new.flac", tone(2_000, 0.4, 16_000), 16_000)
        page.use_paths([tmp_path / "new.flac"])
        qtbot.waitUntil(lambda: view.view._look is not None, timeout=10_000)
        settle(page, qtbot)
        assert view.view._look is not None
        assert view.view._look.wave.rate == 16_000
        assert answer(page)

    def test_what_is_no_sound_is_told_where_the_answer_would_be(
        self, page: UsePage, qtbot: QtBot, tmp_path: Path
    ) -> None:
        (tmp_path / "no.wav").write_text("no sound")
        page.use_paths([tmp_path / "no.wav"])
        settle(page, qtbot)
        texts = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
        assert any("cannot be read as a sound" in text for text in texts)

    def test_a_recording_is_shown_and_answered(
        self, page: UsePage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        view = sound_input(page)
        card = install(monkeypatch)
        press(page, "recordSound")
        assert view._record.text() == "Stop recording"
        qtbot.waitUntil(lambda: card.open == 1)
        qtbot.wait(120)
        with qtbot.waitSignal(view.recorder.recorded):
            press(page, "recordSound")
        assert view._record.text() == "Record"
        settle(page, qtbot)
        assert answer(page)
        assert page._subject == "Your recording"

    def test_without_portaudio_recording_says_what_to_install(
        self, page: UsePage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        view = sound_input(page)
        take_out(monkeypatch)
        with qtbot.waitSignal(view.recorder.failed):
            press(page, "recordSound")
        assert "PortAudio is missing" in view._problem.text()
        assert view._record.text() == "Record"

    def test_another_page_lets_go_of_the_microphone(
        self, page: UsePage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        view = sound_input(page)
        card = install(monkeypatch)
        press(page, "recordSound")
        qtbot.waitUntil(lambda: card.open == 1)
        page.hide()
        assert card.open == 0
        assert not view.recorder.is_recording


@pytest.mark.parametrize("model", ["series_file"], indirect=True)
class TestSeries:
    def test_a_dropped_table_is_gone_on_with(
        self, page: UsePage, qtbot: QtBot, model: Path
    ) -> None:
        view = series_input(page)
        page.use_paths([model.parents[2] / "hours.csv"])
        qtbot.waitUntil(lambda: view._future is not None, timeout=10_000)
        settle(page, qtbot)
        assert view._future is not None
        assert view._future.past == (2.0, 3.0, 4.0, 5.0, 6.0, 7.0)
        assert len(view._future.forecast) == 2
        assert view._future.truth == ()

    def test_a_table_without_the_columns_is_told(
        self, page: UsePage, qtbot: QtBot, tmp_path: Path
    ) -> None:
        view = series_input(page)
        rows = "\n".join(f"2024-01-{day:02},{day}" for day in range(1, 20))
        (tmp_path / "other.csv").write_text("when,cold\n" + rows)
        page.use_paths([tmp_path / "other.csv"])
        qtbot.waitUntil(lambda: "no column called" in view._hint.text(), timeout=10_000)
