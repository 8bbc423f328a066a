"""The whole circle in the real window: build, train, watch, save, open again, use."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from netstudio import paths
from netstudio.core.files import read_project, write_project
from netstudio.core.problems import Problem
from netstudio.core.tree import Stack
from netstudio.engine.model_file import load_model
from netstudio.gui.main_window import MainWindow
from netstudio.gui.palette.model import FITS
from netstudio.gui.run_controller import RunState
from netstudio.gui.stack.view import StackView
from netstudio.tasks.templates import project_from_template
from tests.gui.conftest import grab
from tests.gui.dialogs import answer, choose_file, no_dialogs
from tests.gui.stack.hands import drop, gap
from tests.gui.windows import LONG, Open, analysis_of, digits, part, trigger, wait_for_end


def palette_index(window: MainWindow, label: str) -> QModelIndex:
    model = part(window, QAbstractItemView, "paletteView").model()
    start = model.index(0, 0)
    flags = Qt.MatchFlag.MatchRecursive | Qt.MatchFlag.MatchExactly
    found = model.match(start, Qt.ItemDataRole.DisplayRole, label, -1, flags)
    # A family may be called like one of its layers.
    return next(index for index in found if index.parent().isValid())


def drop_layer(window: MainWindow, label: str) -> None:
    """Drag a layer from the palette to the end of the stack."""
    palette = part(window, QAbstractItemView, "paletteView")
    data = palette.model().mimeData([palette_index(window, label)])
    view = part(window, StackView, "stackView")
    place = gap(view, len(window.document.project.network))
    view.ensureVisible(view.mapToScene(place).x(), view.mapToScene(place).y(), 1, 1)
    assert drop(view, data, gap(view, len(window.document.project.network)))


def test_the_whole_circle(open_window: Open, qtbot: QtBot, tmp_path: Path) -> None:
    window = open_window()
    QTest.mouseClick(part(window, QPushButton, "startEmpty"), Qt.MouseButton.LeftButton)

    # The small digits are picked; they are read in the background.
    picker = part(window, QComboBox, "datasetPicker")
    picker.setCurrentIndex(picker.findData("digits"))
    picker.activated.emit(picker.currentIndex())
    source = "digits"
    qtbot.waitUntil(lambda: window.document.project.data.source.type == source, timeout=LONG)
    assert window.document.project.data.facts is not None
    assert window.document.project.data.facts.sample.sizes == (1, 8, 8)

    # An MLP is built by drops.
    for label in ("Flatten", "Linear", "ReLU", "Linear"):
        drop_layer(window, label)
    assert [node.type for node in window.document.project.network] == [
        "Flatten",
        "Linear",
        "ReLU",
        "Linear",
    ]
    qtbot.waitUntil(lambda: window._backstage.analyser.current is not None, timeout=LONG)

    # The last layer gives 64 numbers where ten classes are wanted; the fix is one click.
    (problem,) = analysis_of(window, qtbot).errors
    grab(window, "wrong output")
    QTest.mouseClick(_fix_button(window, problem), Qt.MouseButton.LeftButton)
    assert analysis_of(window, qtbot).errors == ()

    # It is trained and gets through.
    trigger(window, "train")
    assert window.run_controller.state is RunState.PREPARING
    wait_for_end(window, qtbot)
    model = window._backstage.model.path
    assert model is not None
    qtbot.waitUntil(lambda: part(window, QProgressBar, "epochProgress").value() > 0)
    grab(window, "trained")

    # Project and model are saved.
    trigger(window, "save")
    choose_file(qtbot, tmp_path / "七班.netstudio")
    qtbot.waitUntil(lambda: not window.document.is_modified)
    trigger(window, "saveModel")
    choose_file(qtbot, tmp_path / "七班.safetensors")
    qtbot.waitUntil((tmp_path / "七班.safetensors").exists)
    saved = read_project(tmp_path / "七班.netstudio")
    assert [node.type for node in saved.network] == ["Flatten", "Linear", "ReLU", "Linear"]
    accuracy = load_model(tmp_path / "七班.safetensors").figures["test"]["accuracy"]
    assert accuracy > 0.8
    window.close()
    assert not window.isVisible()


def test_a_saved_model_brings_stack_curves_and_figures_back(
    open_window: Open, qtbot: QtBot, digits_model: Path
) -> None:
    window = open_window()
    window.open(digits_model)
    qtbot.waitUntil(lambda: window._backstage.model.model is not None, timeout=LONG)
    assert window.document.project.data.source.type == "digits"
    assert len(window.document.project.network) == 4
    loss = part(window, QWidget, "lossPlot")
    assert "0." in loss.accessibleName() + loss.accessibleDescription()
    window.show_page("evaluate")
    qtbot.waitUntil(
        lambda: any("%" in text for text in _texts(part(window, QWidget, "evaluatePage"))),
        timeout=LONG,
    )
    grab(window, "evaluate")
    window.show_page("use")
    qtbot.wait(200)
    grab(window, "use")


def test_a_run_can_be_paused_stopped_and_started_again(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(digits(epochs=100_000))
    controller = window.run_controller
    states: list[RunState] = []
    controller.state_changed.connect(states.append)
    for _ in range(2):
        trigger(window, "train")
        qtbot.waitUntil(lambda: controller.state == RunState.RUNNING, timeout=LONG)
        trigger(window, "pause")
        assert states[-1:] == [RunState.PAUSED]
        trigger(window, "pause")
        assert states[-1:] == [RunState.RUNNING]
        trigger(window, "stop")
        wait_for_end(window, qtbot)
    assert len(list(paths.user_runs().iterdir())) == 2


def test_train_waits_for_the_engine_and_says_so(qtbot: QtBot, open_window: Open) -> None:
    window = MainWindow(digits(epochs=1))
    window.show()
    trigger(window, "train")
    assert "loading" in window.statusBar().currentMessage()
    qtbot.waitUntil(lambda: window.run_controller.is_busy, timeout=LONG)
    wait_for_end(window, qtbot)
    window.close()
    window.deleteLater()


def test_enter_presses_the_button_where_the_keyboard_is(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(None)
    button = window.findChild(QPushButton, "startEmpty")
    assert button is not None
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Return)
    assert not button.isVisible()
    assert window.document.project.network.nodes == ()


def test_errors_keep_train_from_starting_and_are_listed(open_window: Open, qtbot: QtBot) -> None:
    project = project_from_template("mnist-mlp", "no output")
    window = open_window(project.with_network(Stack(project.network.nodes[:-1])))
    trigger(window, "train")
    assert not window.run_controller.is_busy
    assert window.statusBar().currentMessage()
    problems = part(window, QAbstractItemView, "problemsView")
    assert problems.isVisible()
    assert problems.model().rowCount() > 0
    grab(window, "problems")


def test_a_run_trains_its_snapshot_while_the_stack_is_edited(
    open_window: Open, qtbot: QtBot
) -> None:
    window = open_window(digits(epochs=100_000))
    trigger(window, "train")
    qtbot.waitUntil(lambda: window.run_controller.state == RunState.RUNNING, timeout=LONG)
    view = part(window, StackView, "stackView")
    view.insert_type("Dropout")
    assert any("edited since" in text for text in _texts(window.statusBar()))
    run = window.run_controller.run
    assert run is not None
    assert len(run.project.network) == len(window.document.project.network) - 1
    trigger(window, "undo")
    assert not any("edited since" in text for text in _texts(window.statusBar()))
    trigger(window, "stop")
    wait_for_end(window, qtbot)


def test_closing_while_training_asks_stops_and_saves_the_run(
    open_window: Open, qtbot: QtBot
) -> None:
    window = open_window(digits(epochs=100_000))
    trigger(window, "train")
    qtbot.waitUntil(lambda: window.run_controller.state == RunState.RUNNING, timeout=LONG)
    window.close()
    assert window.isVisible()
    assert "Stop" in answer(qtbot, "Stop and close")
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=LONG)
    assert len(list(paths.user_runs().glob("*/last.ckpt"))) == 1


def test_closing_while_training_can_be_called_off(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(digits(epochs=100_000))
    trigger(window, "train")
    window.close()
    answer(qtbot, QMessageBox.StandardButton.Cancel)
    qtbot.waitUntil(no_dialogs)
    assert window.isVisible()
    assert window.run_controller.is_busy


def test_closing_with_unsaved_changes_asks(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(digits())
    part(window, StackView, "stackView").insert_type("Dropout")
    window.close()
    assert window.isVisible()
    answer(qtbot, QMessageBox.StandardButton.Discard)
    qtbot.waitUntil(lambda: not window.isVisible())


def test_undo_and_redo_say_what_they_do(open_window: Open) -> None:
    window = open_window(digits())
    undo, redo = part(window, QAction, "undoAction"), part(window, QAction, "redoAction")
    assert not undo.isEnabled()
    part(window, StackView, "stackView").insert_type("Dropout")
    assert "Dropout" in undo.text()
    undo.trigger()
    assert "Dropout" in redo.text()
    assert not undo.isEnabled()


def test_a_project_named_on_the_command_line_is_opened(
    open_window: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "p.netstudio"
    write_project(digits(), path)
    window = open_window()
    window.open(path)
    qtbot.waitUntil(lambda: window.windowTitle().startswith("digits"))
    assert part(window, StackView, "stackView").isVisible()


def test_what_nobody_caught_is_shown_and_logged(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(digits())
    window.show_error("Something went wrong: planted.", "Traceback: planted")
    assert "planted" in answer(qtbot, QMessageBox.StandardButton.Ok)
    assert "planted" in part(window, QPlainTextEdit, "logView").toPlainText()


def test_fifty_projects_leave_nothing_behind(
    open_window: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    window = open_window()
    names = ("digits-mlp", "mnist-mlp")
    for name in names:
        write_project(project_from_template(name, name), tmp_path / f"{name}.netstudio")

    def open_projects(count: int) -> int:
        """Open so many projects; gives the number of objects in the window then."""
        for at in range(count):
            name = names[at % 2]
            window.open(tmp_path / f"{name}.netstudio")
            qtbot.waitUntil(partial(_is_named, window, name))
        analysis_of(window, qtbot)
        qtbot.waitUntil(lambda: window._backstage.data.task is None, timeout=LONG)
        found, before = len(window.findChildren(QObject)), -1
        while found != before:  # what is told late is told
            qtbot.wait(1000)
            found, before = len(window.findChildren(QObject)), found
        return found

    children = open_projects(10)
    assert open_projects(50) <= children


@pytest.mark.parametrize(
    "name",
    [
        "paletteView",
        "paletteSearch",
        "stackView",
        "inspector",
        "datasetPicker",
        "datasetPreview",
        "deviceCombo",
        "trainingPanel",
        "lossPlot",
        "accuracyPlot",
        "epochProgress",
        "problemsView",
        "runsView",
        "logView",
        "evaluatePage",
        "usePage",
        "runsPage",
    ],
)
def test_widgets_have_the_names_that_others_look_for(shared_window: MainWindow, name: str) -> None:
    assert shared_window.findChild(QWidget, name) is not None


@pytest.mark.parametrize(
    "name",
    ["new", "open", "save", "saveAs", "undo", "redo", "train", "pause", "stop", "saveModel"],
)
def test_actions_have_the_names_that_others_look_for(shared_window: MainWindow, name: str) -> None:
    assert shared_window.findChild(QAction, f"{name}Action") is not None


def test_controls_have_names_that_screen_readers_say(shared_window: MainWindow) -> None:
    nameless = [
        f"{type(widget).__name__} {widget.objectName()} in {type(widget.parent()).__name__}"
        for kind in (QPushButton, QComboBox, QLineEdit, QAbstractItemView, QPlainTextEdit)
        for widget in shared_window.findChildren(kind)
        if not (widget.accessibleName() or _own_text(widget) or _has_label(widget))
        and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and not _is_within_a_combo(widget)
        and not widget.isHidden()  # what has nothing to say yet
        and not widget.objectName().startswith("qt_")
    ]
    assert nameless == []


@pytest.fixture
def shared_window(qtbot: QtBot) -> Iterator[MainWindow]:
    """A window that is not shown, with all its pages; nothing is loaded."""
    window = MainWindow(digits())
    while window.parts.make_another_page():
        pass
    yield window
    window.close()
    window.deleteLater()


def _fix_button(window: MainWindow, problem: Problem) -> QPushButton:
    assert problem.fix is not None
    label = str(problem.fix.label)
    panel = part(window, QWidget, "problemsView")
    # Those of an earlier analysis are hidden, and gone a moment later.
    shown = (button for button in panel.findChildren(QPushButton) if button.isVisible())
    return next(button for button in shown if button.text() == label)


def _is_named(window: MainWindow, name: str) -> bool:
    return window.document.project.name == name


def _has_label(widget: QWidget) -> bool:
    """Whether a text beside it names it, for screen readers too."""
    return any(label.buddy() is widget for label in widget.window().findChildren(QLabel))


def _is_within_a_combo(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    return isinstance(parent, QComboBox) or (
        parent is not None and isinstance(parent.parentWidget(), QComboBox)
    )


def _own_text(widget: QWidget) -> str:
    return widget.text() if isinstance(widget, QPushButton) else ""


def _texts(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel)]


def test_enter_on_a_card_leads_to_its_settings(open_window: Open) -> None:
    window = open_window(digits())
    stack = window.parts.design.stack
    linear = next(one for one in window.document.project.network if one.type == "Linear")
    stack.select((linear.uid,))
    stack.activate(linear.uid)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert part(window, QWidget, "inspector").isAncestorOf(focused)


def test_layers_that_do_not_fit_are_dimmed_while_a_place_is_selected(open_window: Open) -> None:
    window = open_window(project_from_template("mnist-cnn", "digits"))
    stack = part(window, StackView, "stackView")
    conv = palette_index(window, "Conv2d")
    assert conv.data(FITS)
    *_, last = window.document.project.network
    stack.select((last.uid,))
    assert not conv.data(FITS)
    stack.select(())
    assert conv.data(FITS)
