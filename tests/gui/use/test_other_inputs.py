"""Models that take no pictures are used on the same page: rows of tables, and what they answer."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from netstudio.engine.events import Finished
from netstudio.engine.model_file import load_model
from netstudio.engine.training.control import RunControl
from netstudio.engine.training.trainer import Trainer
from netstudio.gui.background import Lane
from netstudio.gui.current_model import CurrentModel
from netstudio.gui.picture_view import PictureView
from netstudio.gui.theme.appearance import Appearance
from netstudio.gui.use.files_model import as_csv, titles
from netstudio.gui.use.page import UsePage
from tests.tasks_projects import autoencoder, regression

HEADER = "age,sex,bmi,bp,s1,s2,s3,s4,s5,s6"
ROW = "59,2,32.1,101,157,93.2,38,4,4.8598,87"

Show = Callable[[Path], UsePage]


@pytest.fixture(scope="module")
def regressor(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _train(regression, tmp_path_factory.mktemp("regression"))


@pytest.fixture(scope="module")
def denoiser(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _train(autoencoder, tmp_path_factory.mktemp("pictures"))


def _train(project: Callable[[], object], folder: Path) -> Path:
    *_, last = Trainer(project(), "cpu", out=folder).run(RunControl())  # type: ignore[arg-type]
    assert isinstance(last, Finished)
    return Path(last.model)


@pytest.fixture
def show(lane: Lane, dressed: Appearance, qtbot: QtBot) -> Show:
    def make(model: Path) -> UsePage:
        current = CurrentModel(lane, lane)
        page = UsePage(current)
        qtbot.addWidget(page)
        page.resize(1280, 640)
        page.show()
        current.set(model, load_model(model))
        return page

    return make


def press(page: QWidget, name: str) -> None:
    button = page.findChild(QPushButton, name)
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def text_of(page: QWidget, name: str) -> str:
    label = page.findChild(QLabel, name)
    assert label is not None
    return label.text()


def test_every_row_of_a_table_is_predicted(
    regressor: Path, show: Show, tmp_path: Path, qtbot: QtBot
) -> None:
    page = show(regressor)
    (tmp_path / "patients.csv").write_text("\n".join((HEADER, ROW, ROW.replace("59", "30"))))
    (tmp_path / "broken.csv").write_text("nothing\n1\n")
    page._files.add([tmp_path / "patients.csv", tmp_path / "broken.csv"])
    qtbot.waitUntil(lambda: not page._run.is_running, timeout=20_000)
    first, second, *broken = page._files.results
    assert [first.origin, second.origin] == ["row 2", "row 3"]  # as a spreadsheet counts
    assert first.prediction is not None
    (predicted,) = load_model(regressor).predict(
        dict(zip(HEADER.split(","), ROW.split(","), strict=True))
    )
    assert first.prediction.as_json() == pytest.approx(predicted.as_json(), rel=1e-5)
    assert all(one.fault for one in broken)
    assert "row 2,progression" in as_csv(page._files.results, titles())


def test_a_test_sample_is_shown_with_its_truth(regressor: Path, show: Show, qtbot: QtBot) -> None:
    page = show(regressor)
    press(page, "tryTestSample")
    qtbot.waitUntil(lambda: "progression" in text_of(page, "predictionText"), timeout=20_000)
    assert "progression" in text_of(page, "inputCaption")
    assert "of 44" in text_of(page, "inputCaption")


def test_an_autoencoder_answers_with_a_picture(denoiser: Path, show: Show, qtbot: QtBot) -> None:
    page = show(denoiser)
    press(page, "tryTestImage")
    view = page.findChild(PictureView, "predictedPicture")
    assert view is not None
    qtbot.waitUntil(lambda: view.picture is not None, timeout=20_000)
    assert view.isVisible()
