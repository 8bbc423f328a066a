from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from netstudio.gui.plots.canvas import Canvas, DrawnRun
from netstudio.gui.plots.curves import RunCurves
from netstudio.gui.plots.figures import figure
from netstudio.gui.plots.legend import LegendEntry
from netstudio.gui.plots.lines import Look, Role
from netstudio.gui.plots.panel import PlotPanel
from netstudio.gui.theme.appearance import Appearance, ThemeChoice
from netstudio.gui.theme.colours import theme
from tests.gui.plots.made_up import ended, progress, started, whole_run


@pytest.fixture
def panel(qtbot: QtBot, dressed: Appearance) -> PlotPanel:
    panel = PlotPanel(figure("loss"))
    qtbot.addWidget(panel)
    panel.resize(450, 190)
    panel.show()
    return panel


def draw(panel: PlotPanel, qtbot: QtBot, curves: RunCurves) -> Canvas:
    """Show the loss and wait until it is drawn."""
    panel.create_plot()
    show(panel, curves)
    settle(panel, qtbot)
    assert panel.canvas is not None
    return panel.canvas


def show(panel: PlotPanel, curves: RunCurves) -> None:
    panel.show_runs([DrawnRun("one", curves)], Look())


def points(canvas: Canvas, role: Role) -> int:
    """How many points of a line are drawn."""
    item = canvas._items.get(("one", role))
    return len(item.getData()[0]) if item is not None else 0


def legend(panel: PlotPanel) -> dict[str, str]:
    """The curves in the legend, with their values."""
    return {one.name: one.value for one in panel.findChildren(LegendEntry) if one.isVisible()}


def settle(panel: PlotPanel, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not panel._timer.isActive())


def curves_of(*events: object) -> RunCurves:
    curves = RunCurves(["accuracy"])
    curves.feed(events or whole_run(10))  # type: ignore[arg-type]
    return curves


def button(panel: PlotPanel, text: str) -> QPushButton:
    return next(one for one in panel.findChildren(QPushButton) if text in one.accessibleName())


def readout(panel: PlotPanel) -> QLabel:
    return next(
        label for label in panel.findChildren(QLabel) if label.property("role") == "readout"
    )


def shown(canvas: Canvas) -> list[list[float]]:
    """The horizontal and the vertical range."""
    return [[round(end, 6) for end in ends] for ends in canvas.getViewBox().viewRange()]


def test_before_any_data_there_is_a_hint_and_no_timer(panel: PlotPanel, qtbot: QtBot) -> None:
    panel.create_plot()
    settle(panel, qtbot)
    assert any("Curves appear here" in label.text() for label in visible_labels(panel))
    assert panel.canvas is not None
    assert not panel.canvas.isVisible()


def visible_labels(panel: PlotPanel) -> list[QLabel]:
    return [label for label in panel.findChildren(QLabel) if label.isVisible()]


def test_data_that_came_before_the_plot_are_drawn_once_it_is_there(
    panel: PlotPanel, qtbot: QtBot
) -> None:
    curves = curves_of()
    show(panel, curves)
    settle(panel, qtbot)
    assert not panel.findChildren(Canvas)
    panel.create_plot()
    settle(panel, qtbot)
    assert [canvas.isVisible() for canvas in panel.findChildren(Canvas)] == [True]


def test_the_range_is_that_of_all_epochs_and_of_round_values(
    panel: PlotPanel, qtbot: QtBot
) -> None:
    canvas = draw(panel, qtbot, curves_of())
    assert shown(canvas) == [[0, 10.1], [0, 1]]


def test_legend_and_accessible_name_tell_the_current_values(panel: PlotPanel, qtbot: QtBot) -> None:
    draw(panel, qtbot, curves_of())
    assert panel.accessibleName() == "Loss: train 0.061, validation 0.078"
    assert legend(panel) == {"train": "0.061", "validation": "0.078"}


def test_a_run_without_validation_has_no_legend_for_it(panel: PlotPanel, qtbot: QtBot) -> None:
    draw(panel, qtbot, curves_of(started(), ended(1, val_loss=None)))
    assert "validation" not in legend(panel)


def test_many_changes_are_drawn_at_most_ten_times_a_second(
    panel: PlotPanel, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    curves = curves_of()
    canvas = draw(panel, qtbot, curves)
    drawn: list[object] = []
    monkeypatch.setattr(canvas, "draw", lambda *arguments: drawn.append(arguments))
    for _ in range(20):
        show(panel, curves)
        qtbot.wait(10)
    settle(panel, qtbot)
    assert 1 <= len(drawn) <= 4


def test_a_hidden_plot_is_drawn_when_it_is_shown_again(
    panel: PlotPanel, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    curves = curves_of()
    canvas = draw(panel, qtbot, curves)
    drawn: list[object] = []
    monkeypatch.setattr(canvas, "draw", lambda *arguments: drawn.append(arguments))
    panel.hide()
    show(panel, curves)
    qtbot.wait(150)
    assert not drawn
    panel.show()
    settle(panel, qtbot)
    assert len(drawn) == 1


def test_log_shows_decades(panel: PlotPanel, qtbot: QtBot) -> None:
    canvas = draw(panel, qtbot, curves_of())
    QTest.mouseClick(button(panel, "logarithmic"), Qt.MouseButton.LeftButton)
    settle(panel, qtbot)
    _, (low, high) = canvas.getViewBox().viewRange()
    assert low < -1
    assert high == pytest.approx(0, abs=0.1)


def test_without_smooth_only_the_measurements_are_drawn(panel: PlotPanel, qtbot: QtBot) -> None:
    canvas = draw(panel, qtbot, curves_of())
    assert points(canvas, Role.TRAIN) > 100
    assert points(canvas, Role.RAW) > 100
    QTest.mouseClick(button(panel, "smooth"), Qt.MouseButton.LeftButton)
    settle(panel, qtbot)
    assert points(canvas, Role.RAW) == 0
    assert points(canvas, Role.TRAIN) > 400


def test_never_more_than_about_800_points_are_drawn(panel: PlotPanel, qtbot: QtBot) -> None:
    losses = tuple(1.0 + (number % 13) / 20 for number in range(20_000))
    canvas = draw(panel, qtbot, curves_of(started(), progress(1, 20_000, losses, batches=20_000)))
    assert 400 <= points(canvas, Role.RAW) <= 810
    assert 200 <= points(canvas, Role.TRAIN) <= 810


def test_one_wild_batch_does_not_squeeze_the_curves(panel: PlotPanel, qtbot: QtBot) -> None:
    losses = (0.5,) * 500 + (400.0,) + (0.5,) * 499
    canvas = draw(panel, qtbot, curves_of(started(), progress(1, 1_000, losses, batches=1_000)))
    _, (_, high) = canvas.getViewBox().viewRange()
    assert high <= 50


def test_a_drag_zooms_and_a_double_click_shows_everything_again(
    panel: PlotPanel, qtbot: QtBot
) -> None:
    canvas = draw(panel, qtbot, curves_of())
    reset = button(panel, "reset")
    assert not reset.isVisible()
    drag(canvas, qtbot, QPointF(2, 0.2), QPointF(4, 0.6))
    assert reset.isVisible()
    across, _ = canvas.getViewBox().viewRange()
    assert across == pytest.approx([2, 4], abs=0.1)
    panel.show_runs(panel._runs, Look())
    settle(panel, qtbot)
    assert canvas.getViewBox().viewRange()[0] == pytest.approx([2, 4], abs=0.1)
    QTest.mouseDClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=place(canvas, 3, 0.4))
    assert shown(canvas) == [[0, 10.1], [0, 1]]
    assert not reset.isVisible()


def test_the_reset_button_shows_everything_again(panel: PlotPanel, qtbot: QtBot) -> None:
    canvas = draw(panel, qtbot, curves_of())
    drag(canvas, qtbot, QPointF(2, 0.2), QPointF(4, 0.6))
    QTest.mouseClick(button(panel, "reset"), Qt.MouseButton.LeftButton)
    settle(panel, qtbot)
    assert shown(canvas) == [[0, 10.1], [0, 1]]


def test_the_mouse_reads_out_the_nearest_epoch(panel: PlotPanel, qtbot: QtBot) -> None:
    canvas = draw(panel, qtbot, curves_of())
    hover(canvas, qtbot, 4.3)
    qtbot.waitUntil(readout(panel).isVisible)
    text = readout(panel).text()
    assert "<b>Epoch 4</b>" in text
    assert "validation" in text
    assert "0.078" in text
    canvas.pointed_at.emit(None)
    assert not readout(panel).isVisible()


def test_theme_changes_restyle_the_curves(
    panel: PlotPanel, qtbot: QtBot, dressed: Appearance
) -> None:
    canvas = draw(panel, qtbot, curves_of())
    dressed.choose(ThemeChoice.DARK)
    settle(panel, qtbot)
    pen = canvas._items["one", Role.TRAIN].opts["pen"]
    assert pen.color().name().upper() == theme("dark").curve_train
    assert canvas.backgroundBrush().color().name().upper() == theme("dark").panel


def test_expand_is_told(panel: PlotPanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.expand_toggled) as caught:
        QTest.mouseClick(button(panel, "all the room"), Qt.MouseButton.LeftButton)
    assert caught.args == [True]


def test_a_narrow_header_leaves_out_the_names_of_the_curves(panel: PlotPanel, qtbot: QtBot) -> None:
    draw(panel, qtbot, curves_of())
    panel.resize(300, 190)
    entry = panel.header.train
    qtbot.waitUntil(lambda: entry._texts() == ["0.061"])
    assert entry.isVisible()


def place(canvas: Canvas, x: float, y: float) -> QPoint:
    """Where a value lies in the widget."""
    scene = canvas.getViewBox().mapViewToScene(QPointF(x, y))
    point: QPoint = canvas.mapFromScene(scene)
    return point


def drag(canvas: Canvas, qtbot: QtBot, start: QPointF, end: QPointF) -> None:
    viewport = canvas.viewport()
    first, last = place(canvas, start.x(), start.y()), place(canvas, end.x(), end.y())
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=first)
    for step in (0.3, 0.6, 1.0):
        QTest.mouseMove(viewport, first + (last - first) * step)
        qtbot.wait(40)
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=last)


def hover(canvas: Canvas, qtbot: QtBot, x: float) -> None:
    QTest.mouseMove(canvas.viewport(), place(canvas, x, 0.5))
