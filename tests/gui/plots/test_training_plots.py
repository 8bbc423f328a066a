from __future__ import annotations

import csv
import functools
import time
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from netstudio.core.document import Document
from netstudio.engine.events import EpochEnded
from netstudio.gui.background import Lane
from netstudio.gui.plots.canvas import Canvas
from netstudio.gui.plots.compared import ComparedRun
from netstudio.gui.plots.figures import figure
from netstudio.gui.plots.legend import LegendEntry
from netstudio.gui.plots.lines import Role
from netstudio.gui.plots.panel import PlotPanel
from netstudio.gui.plots.settings import PlotSettings
from netstudio.gui.plots.training_plots import TrainingPlots
from netstudio.gui.run_controller import Run, RunController
from netstudio.gui.theme.appearance import Appearance
from tests.gui.plots.made_up import ended, progress, started, whole_run


@pytest.fixture
def controller(qtbot: QtBot) -> RunController:
    return RunController()


@pytest.fixture
def plots(
    qtbot: QtBot, controller: RunController, lane: Lane, dressed: Appearance
) -> TrainingPlots:
    plots = TrainingPlots(controller, lane)
    qtbot.addWidget(plots)
    plots.resize(900, 200)
    plots.show()
    plots.create_plots()
    return plots


def panel(plots: TrainingPlots, name: str) -> PlotPanel:
    found = plots.findChild(PlotPanel, name)
    assert isinstance(found, PlotPanel)
    return found


def test_a_run_draws_its_loss_and_its_accuracy(
    plots: TrainingPlots, controller: RunController, document: Document, qtbot: QtBot
) -> None:
    controller.started.emit(Run(document.project, datetime.now(), "cpu"))
    controller.received.emit(whole_run(3))
    loss, accuracy = panel(plots, "lossPlot"), panel(plots, "accuracyPlot")
    qtbot.waitUntil(lambda: "0.061" in loss.accessibleName())
    qtbot.waitUntil(lambda: "97.9" in accuracy.accessibleName())
    assert accuracy.accessibleName().startswith("Accuracy")


def test_a_new_run_clears_the_curves_of_the_last(
    plots: TrainingPlots, controller: RunController, document: Document, qtbot: QtBot
) -> None:
    run = Run(document.project, datetime.now(), "cpu")
    controller.started.emit(run)
    controller.received.emit(whole_run(3))
    loss = panel(plots, "lossPlot")
    qtbot.waitUntil(lambda: "0.061" in loss.accessibleName())
    controller.started.emit(run)
    qtbot.waitUntil(lambda: loss.accessibleName() == "Loss")


def test_the_history_of_a_model_is_shown_and_cleared(plots: TrainingPlots, qtbot: QtBot) -> None:
    history = [event.as_json() for event in whole_run(5) if isinstance(event, EpochEnded)]
    plots.show_history(history)
    accuracy = panel(plots, "accuracyPlot")
    qtbot.waitUntil(lambda: "98.3" in accuracy.accessibleName())
    plots.clear()
    qtbot.waitUntil(lambda: accuracy.accessibleName() == "Accuracy")


def test_a_metric_that_is_unknown_here_is_plotted_under_its_own_name(
    plots: TrainingPlots, qtbot: QtBot
) -> None:
    event = ended(1).as_json()
    event["train"] = {"loss": 1.0, "error": 12.5, "samples": 3}
    event["val"] = None
    plots.show_history([event])
    plot = panel(plots, "accuracyPlot")
    qtbot.waitUntil(lambda: plot.accessibleName() == "error: train 12.500")


def test_expanding_one_plot_hides_the_other_until_it_is_pressed_again(
    plots: TrainingPlots, qtbot: QtBot
) -> None:
    loss, accuracy = panel(plots, "lossPlot"), panel(plots, "accuracyPlot")
    expand = next(
        one for one in loss.findChildren(QPushButton) if "all the room" in one.accessibleName()
    )
    QTest.mouseClick(expand, Qt.MouseButton.LeftButton)
    assert not accuracy.isVisible()
    qtbot.waitUntil(lambda: loss.width() > 0.9 * plots.width())
    QTest.mouseClick(expand, Qt.MouseButton.LeftButton)
    assert accuracy.isVisible()


def test_narrow_plots_lie_below_each_other(plots: TrainingPlots, qtbot: QtBot) -> None:
    loss, accuracy = panel(plots, "lossPlot"), panel(plots, "accuracyPlot")
    assert loss.y() == accuracy.y()
    plots.resize(450, 400)
    qtbot.waitUntil(lambda: accuracy.y() > loss.y())


def test_the_curves_of_a_run_that_is_resumed_go_on(
    plots: TrainingPlots, controller: RunController, document: Document, qtbot: QtBot
) -> None:
    run = Run(document.project, datetime.now(), "cpu")
    controller.started.emit(run)
    controller.received.emit((started(), progress(1, 100), ended(1), progress(2, 50)))
    for folder, epochs in (("/runs/one", [1, 1.2]), ("/runs/two", [1.2])):
        controller.started.emit(run)
        controller.received.emit((started(epoch=2, run=folder), progress(2, 20)))
        canvas = panel(plots, "lossPlot").canvas
        assert canvas is not None
        qtbot.waitUntil(functools.partial(draws, canvas, epochs))


def draws(canvas: Canvas, epochs: list[float]) -> bool:
    """Whether the measurements that are drawn lie at these epochs."""
    item = canvas._items.get(("in view", Role.RAW))
    return item is not None and [round(float(x), 6) for x in item.getData()[0]] == epochs


def test_each_fold_of_a_cross_validation_has_curves_of_its_own(
    plots: TrainingPlots, controller: RunController, document: Document, qtbot: QtBot
) -> None:
    controller.started.emit(Run(document.project, datetime.now(), "cpu"))
    first = (started(3, fold=1, folds=2), *whole_run(3)[1:])
    second = started(3, run="/runs/two", fold=2, folds=2)
    controller.received.emit((*first, second, progress(1, 100, (0.9,), 0.25, 3_200, 3)))
    loss, accuracy = panel(plots, "lossPlot"), panel(plots, "accuracyPlot")
    qtbot.waitUntil(lambda: "0.900" in loss.accessibleName())
    assert "validation" not in loss.accessibleName()
    assert "25.0" in accuracy.accessibleName()


def test_a_plot_that_is_made_is_never_a_window_of_its_own(
    qtbot: QtBot, dressed: Appearance
) -> None:
    shown: list[QWidget] = []

    class Guard(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() is QEvent.Type.Show and isinstance(watched, QWidget):
                shown.extend([watched] if watched.isWindow() else [])
            return False

    guard = Guard()
    application = QApplication.instance()
    assert application is not None
    application.installEventFilter(guard)
    panel = PlotPanel(figure("loss"))
    application.removeEventFilter(guard)
    qtbot.addWidget(panel)
    assert not shown


def start(plots: TrainingPlots, controller: RunController, document: Document) -> None:
    """A run of three epochs that has ended."""
    controller.started.emit(Run(document.project, datetime.now(), "cpu"))
    controller.received.emit(whole_run(3))


def earlier(name: str, hue: int, epochs: int = 4) -> ComparedRun:
    history = [event.as_json() for event in whole_run(epochs)]
    return ComparedRun.of_history(name, name, hue, history)


def lines(plots: TrainingPlots) -> set[tuple[str, str]]:
    """The lines of the loss: whose, and which."""
    canvas = panel(plots, "lossPlot").canvas
    assert canvas is not None
    return {(key, role.value) for key, role in canvas._items}


def choose(plots: TrainingPlots, *path: str) -> None:
    """Choose something in the menu of the loss."""
    QTest.mouseClick(panel(plots, "lossPlot").header.more, Qt.MouseButton.LeftButton)
    menu = plots.findChild(QMenu, "plotMenu")
    assert isinstance(menu, QMenu)
    for name in path:
        action = next(one for one in menu.actions() if one.text() == name)
        if isinstance(below := action.menu(), QMenu):
            menu = below
    action.trigger()
    menu = plots.findChild(QMenu, "plotMenu")
    assert isinstance(menu, QMenu)
    menu.close()


MINE = {("in view", "raw"), ("in view", "train"), ("in view", "validation")}


def test_runs_that_are_compared_are_drawn_beside_the_one_in_view(
    plots: TrainingPlots, controller: RunController, document: Document, qtbot: QtBot
) -> None:
    start(plots, controller, document)
    plots.compare([earlier("a", 0), earlier("b", 1)])
    theirs = {(key, role) for key in "ab" for role in ("train", "validation")}
    qtbot.waitUntil(lambda: lines(plots) == MINE | theirs)
    names = {entry.name for entry in plots._strip.findChildren(LegendEntry)}
    assert names == {"a", "b"}
    plots.compare([])
    qtbot.waitUntil(lambda: lines(plots) == MINE)
    assert not plots._strip.isVisible()


def test_the_heading_tells_no_values_of_runs_that_are_only_compared(
    plots: TrainingPlots, qtbot: QtBot
) -> None:
    plots.compare([earlier("a", 0), earlier("b", 1)])
    qtbot.waitUntil(lambda: ("a", "train") in lines(plots))
    header = panel(plots, "lossPlot").header
    assert not header.train.value
    assert not header.validation.value


def test_a_press_in_the_legend_hides_a_curve_and_shows_it_again(
    plots: TrainingPlots, controller: RunController, document: Document, qtbot: QtBot
) -> None:
    start(plots, controller, document)
    plots.compare([earlier("a", 0)])
    qtbot.waitUntil(lambda: ("a", "train") in lines(plots))
    validation = panel(plots, "lossPlot").header.validation
    QTest.mouseClick(validation, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: lines(plots) == {*MINE, ("a", "train")} - {("in view", "validation")})
    entry = plots._strip.findChildren(LegendEntry)[0]
    QTest.mouseClick(entry, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: lines(plots) == MINE - {("in view", "validation")})
    for one in (validation, entry):
        QTest.keyClick(one, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: lines(plots) == {*MINE, ("a", "train"), ("a", "validation")})


def test_the_cross_of_the_strip_ends_the_comparison(
    plots: TrainingPlots, controller: RunController, document: Document, qtbot: QtBot
) -> None:
    start(plots, controller, document)
    plots.compare([earlier("a", 0)])
    close = next(
        one for one in plots.findChildren(QPushButton) if one.accessibleName() == "Compare no more"
    )
    with qtbot.waitSignal(plots.compared_changed) as told:
        QTest.mouseClick(close, Qt.MouseButton.LeftButton)
    assert told.args == [()]
    assert plots.compared == ()


def test_more_plots_are_shown_when_they_are_chosen(
    plots: TrainingPlots, controller: RunController, document: Document, qtbot: QtBot
) -> None:
    start(plots, controller, document)
    assert plots.findChild(PlotPanel, "learning_ratePlot") is None
    choose(plots, "Plots", "Learning rate")
    rate = panel(plots, "learning_ratePlot")
    qtbot.waitUntil(rate.isVisible)
    qtbot.waitUntil(lambda: rate.accessibleName() == "Learning rate: 0.0010")
    choose(plots, "Plots", "Learning rate")
    qtbot.waitUntil(lambda: not rate.isVisible())


def test_the_last_plot_cannot_be_hidden(plots: TrainingPlots) -> None:
    plots.apply(PlotSettings(("loss",)))
    choose(plots, "Plots", "Loss")
    assert panel(plots, "lossPlot").isVisible()


def test_a_plot_of_a_metric_that_the_task_lacks_waits_for_one_that_has_it(
    plots: TrainingPlots, qtbot: QtBot
) -> None:
    plots.apply(PlotSettings(("loss", "odd")))
    assert plots.findChild(PlotPanel, "oddPlot") is None
    event = ended(1).as_json()
    event["train"] = {"loss": 1.0, "accuracy": 0.5, "odd": 12.5, "samples": 3}
    event["val"] = None
    plots.show_history([event])
    qtbot.waitUntil(panel(plots, "oddPlot").isVisible)
    assert plots.settings.slots == ("loss", "odd")


@pytest.mark.parametrize(("unit", "end"), [("Steps", 300), ("Time", 6.3), ("Epochs", 3)])
def test_the_horizontal_axis_counts_what_is_chosen(
    plots: TrainingPlots,
    controller: RunController,
    document: Document,
    qtbot: QtBot,
    unit: str,
    end: float,
) -> None:
    start(plots, controller, document)
    plots._curves.take({"event": "finished"})  # type: ignore[union-attr]
    choose(plots, "Horizontal axis", unit)
    canvas = panel(plots, "lossPlot").canvas
    assert canvas is not None
    view = canvas.getViewBox()
    qtbot.waitUntil(lambda: view.viewRange()[0][1] == pytest.approx(end, rel=0.02))


def test_a_stronger_smoothing_draws_a_calmer_curve(
    plots: TrainingPlots, controller: RunController, document: Document, qtbot: QtBot
) -> None:
    start(plots, controller, document)
    canvas = panel(plots, "lossPlot").canvas
    assert canvas is not None

    def noise() -> float:
        item = canvas._items.get(("in view", Role.TRAIN))
        return float(abs(item.getData()[1][-1] - 0.25)) if item is not None else 0.0

    qtbot.waitUntil(lambda: noise() > 0)
    before = noise()
    choose(plots, "Smoothing", "Very strong")
    qtbot.waitUntil(lambda: noise() > 1.5 * before)  # a falling loss lags behind
    assert plots.settings.smoothing == 0.25


def test_what_is_shown_is_remembered_and_what_is_torn_is_not() -> None:
    settings = PlotSettings(("loss", "f1"), "steps", 0.1, ("loss",))
    assert PlotSettings.read(settings.written()) == settings
    for torn in ("", "{", "[]", '{"slots": [], "unit": "epochs"}', settings.written()[:-9]):
        assert PlotSettings.read(torn) == PlotSettings()


def answer(plots: TrainingPlots, path: Path) -> None:
    """Name the file that is asked for."""
    dialog = plots.findChild(QFileDialog, "saveDialog")
    assert isinstance(dialog, QFileDialog)
    dialog.fileSelected.emit(str(path))
    dialog.close()


@pytest.mark.parametrize(("suffix", "begins"), [("png", b"\x89PNG"), ("svg", b"<?xml")])
def test_a_plot_is_saved_as_a_picture(
    plots: TrainingPlots,
    controller: RunController,
    document: Document,
    qtbot: QtBot,
    tmp_path: Path,
    suffix: str,
    begins: bytes,
) -> None:
    start(plots, controller, document)
    qtbot.waitUntil(lambda: lines(plots) == MINE)
    choose(plots, "Save as a picture…")
    file = tmp_path / f"loss.{suffix}"
    answer(plots, file)
    qtbot.waitUntil(file.exists)
    assert file.read_bytes().startswith(begins)


def test_every_point_is_saved_as_a_table(
    plots: TrainingPlots,
    controller: RunController,
    document: Document,
    qtbot: QtBot,
    tmp_path: Path,
) -> None:
    start(plots, controller, document)
    plots.compare([earlier("a", 0, epochs=1)])
    qtbot.waitUntil(lambda: ("a", "train") in lines(plots))
    choose(plots, "Save the values as a table…")
    file = tmp_path / "curves.csv"
    answer(plots, file)
    qtbot.waitUntil(file.exists)
    with file.open(newline="") as text:
        rows = list(csv.DictReader(text))
    losses = [row for row in rows if (row["figure"], row["part"]) == ("loss", "train")]
    assert len([row for row in losses if row["run"] == "This run"]) == 300
    assert len([row for row in losses if row["run"] == "a"]) == 100
    assert losses[149]["epoch"] == "1.5"
    assert losses[149]["step"] == "150"
    validations = [row for row in rows if row["part"] == "validation" and row["run"] == "a"]
    assert {row["figure"]: row["value"] for row in validations} == {
        "loss": "0.078",
        "accuracy": "0.979",
    }


def test_plots_that_grow_together_are_drawn_one_after_the_other(
    plots: TrainingPlots,
    controller: RunController,
    document: Document,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    start(plots, controller, document)
    qtbot.waitUntil(lambda: lines(plots) == MINE)
    drawn: list[float] = []
    monkeypatch.setattr("netstudio.gui.plots.panel._APART", 0.5)
    for name in ("lossPlot", "accuracyPlot"):
        canvas = panel(plots, name).canvas
        monkeypatch.setattr(canvas, "draw", lambda *_: drawn.append(time.monotonic()))
    controller.received.emit((progress(3, 100),))
    qtbot.waitUntil(lambda: len(drawn) == 2)
    assert drawn[1] - drawn[0] >= 0.4
