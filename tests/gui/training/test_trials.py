"""Finding a learning rate and tuning, from the training panel's buttons to the project."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from netstudio.core.document import Document
from netstudio.core.project import Selected
from netstudio.core.values import Fields
from netstudio.gui.analysis import Analyser
from netstudio.gui.background import Lane, Task, Work
from netstudio.gui.main_window import MainWindow
from netstudio.gui.run_controller import RunController
from netstudio.gui.theme.appearance import Appearance
from netstudio.gui.training.panel import TrainingPanel
from netstudio.gui.training.trials.rate_dialog import RateDialog
from netstudio.gui.training.trials.rate_plot import RatePlot
from netstudio.gui.training.trials.speed_bars import SpeedBars
from netstudio.gui.training.trials.trials import Trials
from netstudio.gui.training.trials.tuning_dialog import TuningDialog
from netstudio.tasks.templates import project_from_template
from tests.gui.forms import show

RATES = tuple(10.0 ** (power / 4) for power in range(-20, 1))
LOSSES = tuple(2.0 - 0.08 * place if place < 16 else 4.0 for place in range(len(RATES)))


class Bench(QObject):
    """The training panel and what its trials need."""

    def __init__(self, qtbot: QtBot, document: Document, analyser: Analyser, lane: Lane) -> None:
        super().__init__()
        self.qtbot = qtbot
        self.document = document
        self.analyser = analyser
        self.window = QWidget()
        show(qtbot, self.window)
        self.panel = TrainingPanel(document, analyser, self.window)
        self.controller = RunController(self)
        self.device = "cpu"
        self.trials = Trials(
            document,
            analyser,
            self.panel,
            self.controller,
            lane,
            lambda: self.device,
            self.window,
        )

    def dialog(self, kind: type[QWidget]) -> QWidget | None:
        return self.window.findChild(kind)

    def find_rate(self) -> RateDialog:
        self.panel.rate_search_wanted.emit()
        dialog = self.dialog(RateDialog)
        assert isinstance(dialog, RateDialog)
        return dialog


@pytest.fixture
def document() -> Document:
    return Document(project_from_template("digits-mlp", "digits"))


@pytest.fixture
def bench(
    qtbot: QtBot, document: Document, analyser: Analyser, lane: Lane, dressed: Appearance
) -> Iterator[Bench]:
    bench = Bench(qtbot, document, analyser, lane)
    yield bench
    bench.controller.close()


def words_in(widget: QWidget) -> str:
    return " ".join(one.text() for one in widget.findChildren(QLabel) if one.isVisible())


def test_the_rate_that_is_found_is_used_in_one_step(bench: Bench) -> None:
    dialog = bench.find_rate()
    assert dialog.isVisible()
    assert dialog.isModal()
    assert not dialog.use.isVisible()
    bench.qtbot.waitUntil(dialog.use.isVisible, timeout=120_000)
    assert "the loss falls most steeply" in words_in(dialog)
    assert bench.document.project.training.optimizer.fields["lr"] == 0.001
    offered = float(dialog.use.text().removeprefix("Use "))
    dialog.use.click()
    assert bench.document.project.training.optimizer.fields["lr"] == offered
    assert 0.0005 < offered < 0.2
    bench.document.undo()
    assert bench.document.project.training.optimizer.fields["lr"] == 0.001
    bench.qtbot.waitUntil(lambda: bench.dialog(RateDialog) is None)


def test_a_search_that_is_cancelled_ends_at_once_and_changes_nothing(
    bench: Bench, lane: Lane, monkeypatch: pytest.MonkeyPatch
) -> None:
    cancelled: list[bool] = []
    start = lane.start

    def watched(work: Work) -> Task:
        task = start(work)
        task.cancelled.connect(lambda: cancelled.append(True))
        return task

    monkeypatch.setattr(lane, "start", watched)
    dialog = bench.find_rate()
    plot = dialog.findChild(RatePlot)
    assert isinstance(plot, RatePlot)
    before = plot.grab().toImage()
    bench.qtbot.waitUntil(lambda: plot.grab().toImage() != before, timeout=120_000)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    bench.qtbot.waitUntil(lambda: cancelled == [True], timeout=60_000)
    assert bench.document.history.past == ()
    bench.qtbot.waitUntil(lambda: bench.dialog(RateDialog) is None)


def test_a_search_that_fails_says_why(bench: Bench) -> None:
    source = Selected("image_folder", Fields(folder="/nowhere"))
    project = bench.document.project
    bench.document.edit("", lambda p: replace(p, data=replace(project.data, source=source)))
    bench.trials._analyser = Unanalysed()  # type: ignore[assignment]  # faults come from the data
    dialog = bench.find_rate()
    bench.qtbot.waitUntil(lambda: "/nowhere" in words_in(dialog), timeout=60_000)
    assert not dialog.use.isVisible()
    dialog.reject()


class Unanalysed(QObject):
    current = None


def test_a_project_with_errors_is_refused(bench: Bench) -> None:
    refused = []
    bench.trials.refused.connect(lambda: refused.append(True))
    training = replace(bench.document.project.training, optimizer=Selected("lion"))
    with bench.qtbot.waitSignal(bench.analyser.analysed, timeout=60_000):
        bench.document.edit("", lambda p: replace(p, training=training))
    bench.panel.rate_search_wanted.emit()
    bench.panel.tuning_wanted.emit()
    assert refused == [True, True]
    assert bench.dialog(RateDialog) is None


def test_another_rate_can_be_marked_with_mouse_and_keys(qtbot: QtBot, dressed: Appearance) -> None:
    plot = RatePlot()
    plot.resize(560, 300)
    show(qtbot, plot)
    heard: list[float] = []
    plot.marked.connect(heard.append)
    plot.show_curve(RATES, LOSSES)
    QTest.mouseClick(plot, Qt.MouseButton.LeftButton, pos=QPoint(300, 100))
    assert heard == [], "it is still growing"
    plot.let_mark(0.01)
    assert plot.mark == pytest.approx(0.01)
    plot.setFocus()
    QTest.keyClick(plot, Qt.Key.Key_Left)
    assert heard[-1] == pytest.approx(0.01 / 10**0.25)
    QTest.mouseClick(plot, Qt.MouseButton.LeftButton, pos=QPoint(2, 100))
    assert plot.mark == pytest.approx(1e-5)
    QTest.keyClick(plot, Qt.Key.Key_Left)
    assert plot.mark == pytest.approx(1e-5)
    QTest.mouseClick(plot, Qt.MouseButton.LeftButton, pos=QPoint(558, 100))
    assert plot.mark == pytest.approx(1.0)


def test_what_diverges_does_not_squeeze_the_curve(qtbot: QtBot, dressed: Appearance) -> None:
    plot = RatePlot()
    plot.resize(560, 300)
    show(qtbot, plot)
    plot.show_curve(RATES, LOSSES)
    usual = plot.grab().toImage()
    plot.show_curve(RATES, (*LOSSES[:16], *[1e6] * 5))
    high = plot.grab().toImage()
    left = 300
    assert usual.copy(0, 0, left, 250) == high.copy(0, 0, left, 250)


def test_with_all_gpus_the_first_is_tried(bench: Bench) -> None:
    assert bench.trials._one_device == "cpu"
    bench.device = "all"
    assert bench.trials._one_device == "auto"


def test_tuning_shows_what_was_tried_and_remembers_the_best(bench: Bench) -> None:
    from netstudio.engine.training.tuning.memory import all_remembered

    bench.panel.tuning_wanted.emit()
    dialog = bench.dialog(TuningDialog)
    assert isinstance(dialog, TuningDialog)
    bars = dialog.findChild(SpeedBars)
    assert isinstance(bars, SpeedBars)
    bench.qtbot.waitUntil(lambda: bool(bars.accessibleDescription()), timeout=120_000)
    assert "samples/s" in bars.accessibleDescription()
    assert "usual choice" in words_in(dialog)
    assert all_remembered()[-1].name == "digits"
    dialog.reject()


def test_in_the_window_the_buttons_rest_while_a_network_is_trained(
    open_window: Callable[..., MainWindow], qtbot: QtBot
) -> None:
    window = open_window(project_from_template("digits-mlp", "digits"))
    find = window.findChild(QPushButton, "findRate")
    assert isinstance(find, QPushButton)
    assert find.isEnabled()
    window.parts.actions.train.trigger()
    qtbot.waitUntil(lambda: window.run_controller.is_busy, timeout=60_000)
    assert not find.isEnabled()
    window.run_controller.stop()
    qtbot.waitUntil(lambda: not window.run_controller.is_busy, timeout=60_000)
    assert find.isEnabled()
