from __future__ import annotations

import functools
from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from netstudio.core.document import Document
from netstudio.engine.events import EpochEnded
from netstudio.gui.background import Lane
from netstudio.gui.plots.canvas import Canvas
from netstudio.gui.plots.lines import Role
from netstudio.gui.plots.panel import PlotPanel
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
