"""The window speaks Chinese, and changes its language while it is open."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QFont, QFontDatabase, QImage, QTextLayout
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QLabel,
    QMenu,
    QMessageBox,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from netstudio.core.project import Project
from netstudio.core.tree import Stack, walk
from netstudio.gui.language import LanguageChoice, language_for, speak, spoken
from netstudio.gui.layer_search import search
from netstudio.gui.main_window import MainWindow
from netstudio.gui.memory import Memory
from netstudio.gui.stack.commands import new_layer
from netstudio.gui.stack.view import StackView
from netstudio.gui.texts import translate
from netstudio.gui.theme.fonts import load_fonts, mono_font, text_font
from netstudio.layers import LAYERS
from netstudio.tasks.losses import LOSSES
from netstudio.tasks.optimizers import OPTIMIZERS
from netstudio.tasks.schedules import SCHEDULES
from netstudio.tasks.sources import SOURCES
from netstudio.tasks.templates import TEMPLATES, project_from_template
from tests.gui.shown_texts import english_texts, is_chinese
from tests.gui.windows import LONG, Open, analysis_of, digits, part, trigger, wait_for_end

# Words of PyTorch, of data sets and of this computer.
_NAMES = (
    *(*LAYERS.names(), *LOSSES.names(), *OPTIMIZERS.names(), *(one.name for one in TEMPLATES)),
    *("netstudio", "MNIST", "Fashion", "CPU", "GPU", "CSV", "FLOPs", "Alpha", "Beta", "Epsilon"),
    *("CIFAR", "STL", "EuroSAT", "Food", "kB", "MB", "GB"),
    *("auto", "valid", "same", "nearest", "tanh", "English", "CC BY"),
    "Export",  # in a menu of pyqtgraph's that is never shown
    *(one.source for one in (*LAYERS, *LOSSES, *OPTIMIZERS, *SCHEDULES, *SOURCES) if one.source),
)


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    yield
    speak(LanguageChoice.ENGLISH)


def choose(window: MainWindow, language: str) -> None:
    """Choose a language in the menu, and let the window hear of it."""
    actions = [one for menu in window.findChildren(QMenu) for one in menu.actions()]
    next(action for action in actions if action.text() == language).trigger()
    hear_of_it()


def hear_of_it() -> None:
    """Let the windows change their language, and Qt delete what spoke another."""
    QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def one_of_each_layer() -> Project:
    """A project whose network holds every layer once; not all of them fit."""
    nodes = [new_layer(cls.type) for cls in LAYERS]
    return replace(digits(), network=Stack(tuple(node for node in nodes if node is not None)))


def train_text(window: MainWindow) -> str:
    return part(window, QPushButton, "trainButton").text()


@pytest.mark.parametrize(
    ("system", "language"),
    [
        (["zh-Hans-CN", "zh-CN", "zh"], LanguageChoice.CHINESE),
        (["en-US", "en", "zh-CN"], LanguageChoice.ENGLISH),
        (["fr-FR", "fr", "zh-Hans-CN"], LanguageChoice.CHINESE),
        (["fr-FR", "fr"], LanguageChoice.ENGLISH),
        ([], LanguageChoice.ENGLISH),
    ],
)
def test_the_system_has_its_first_language_that_there_is(
    system: list[str], language: LanguageChoice
) -> None:
    assert language_for(LanguageChoice.SYSTEM, system) is language
    assert language_for(LanguageChoice.ENGLISH, system) is LanguageChoice.ENGLISH


def test_the_first_start_is_in_the_systems_language(
    open_window: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    assert train_text(open_window()) == "训练"


def test_a_language_is_spoken_at_once_and_after_the_next_start(open_window: Open) -> None:
    window = open_window()
    assert train_text(window) == "Train"
    choose(window, "简体中文")
    assert train_text(window) == "训练"
    assert Memory().language is LanguageChoice.CHINESE
    speak(LanguageChoice.ENGLISH)
    another = open_window()
    assert train_text(another) == "训练"
    choose(another, "English")
    assert train_text(another) == "Train"


def test_all_windows_change_their_language(open_window: Open) -> None:
    first, second = open_window(), open_window()
    choose(first, "简体中文")
    assert train_text(second) == "训练"


def test_what_is_looked_at_stays_when_the_language_changes(open_window: Open) -> None:
    project = project_from_template("mnist-cnn", "numbers")
    window = open_window(project)
    before = part(window, StackView, "stackView")
    uid = project.network.nodes[2].uid
    before.select((uid,))
    before.delete_selected()
    before.select((project.network.nodes[3].uid,))
    before.set_zoom(1.5)
    window.show_page("evaluate")
    choose(window, "简体中文")
    after = part(window, StackView, "stackView")
    assert after is not before
    assert not shiboken6.isValid(before)
    assert after.selected == (project.network.nodes[3].uid,)
    assert after.zoom == 1.5
    assert part(window, QPushButton, "evaluateSegment").isChecked()
    trigger(window, "undo")
    assert window.document.project == project


def test_a_training_goes_on_when_the_language_changes(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(digits(epochs=40))  # it has to outlast the change
    trigger(window, "train")
    plots = window.parts.design.plots
    qtbot.waitUntil(lambda: plots._curves is not None and len(plots._curves.loss) > 0, timeout=LONG)
    choose(window, "简体中文")
    assert window.run_controller.is_busy
    assert window.parts.design.plots is not plots
    assert "轮" in window.parts.status._state.text()
    wait_for_end(window, qtbot)
    curves = window.parts.design.plots._curves
    assert curves is not None
    assert len(curves.loss.validation) == 40
    assert "完成" in window.parts.status._sentence


def test_an_evaluation_stays_when_the_language_changes(
    open_window: Open, qtbot: QtBot, digits_model: Path
) -> None:
    window = open_window()
    window.open(digits_model)
    page = window.parts.evaluate
    qtbot.waitUntil(lambda: page.has_model, timeout=LONG)
    window.show_page("evaluate")
    qtbot.waitUntil(lambda: page.assessment is not None, timeout=LONG)
    known = page.assessment
    choose(window, "简体中文")
    assert window.parts.evaluate is not page
    assert window.parts.evaluate.assessment is known


def test_a_drawing_and_files_stay_when_the_language_changes(
    open_window: Open, qtbot: QtBot, digits_model: Path, tmp_path: Path
) -> None:
    window = open_window()
    window.open(digits_model)
    window.show_page("use")
    page = window.parts.use
    qtbot.waitUntil(lambda: page.has_model, timeout=LONG)
    files = [tmp_path / f"{number}.png" for number in range(30)]
    for file in files:
        QImage(8, 8, QImage.Format.Format_Grayscale8).save(str(file))
    drawn = QPoint(80, 80)
    QTest.mousePress(page._card.pad, Qt.MouseButton.LeftButton, pos=drawn)
    QTest.mouseRelease(page._card.pad, Qt.MouseButton.LeftButton, pos=drawn)
    page.use_paths(files)
    choose(window, "简体中文")
    assert window.parts.use is not page
    assert not window.parts.use._card.pad.is_empty
    qtbot.waitUntil(lambda: len(window.parts.use._files.results) == len(files), timeout=LONG)
    assert sorted(result.path for result in window.parts.use._files.results) == sorted(files)


def test_qts_own_buttons_speak_chinese() -> None:
    speak(LanguageChoice.CHINESE)
    box = QMessageBox(QMessageBox.Icon.Question, "", "", QMessageBox.StandardButton.Cancel)
    assert box.button(QMessageBox.StandardButton.Cancel).text() == "取消"
    box.deleteLater()


def test_qts_file_dialog_speaks_chinese_too(qtbot: QtBot, tmp_path: Path) -> None:
    speak(LanguageChoice.CHINESE)
    dialog = QFileDialog(directory=str(tmp_path))
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    qtbot.addWidget(dialog)
    texts = [label.text() for label in dialog.findChildren(QLabel)]
    assert texts
    assert [text for text in texts if not is_chinese(text)] == []


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("二维卷积", "Conv2d"),
        ("全连接", "Linear"),
        ("丢弃", "Dropout"),
        ("dense", "Linear"),
    ],
)
def test_layers_are_found_by_their_names_in_both_languages(query: str, first: str) -> None:
    speak(LanguageChoice.CHINESE)
    assert search(LAYERS, query)[0][1][0].type == first


@pytest.mark.parametrize("font", [text_font, mono_font])
def test_chinese_is_not_drawn_as_it_is_in_japan(
    qapp: QApplication, font: Callable[[], QFont]
) -> None:
    load_fonts()
    layout = QTextLayout("直骨门 learning", font())
    layout.beginLayout()
    line = layout.createLine()  # which the layout owns
    layout.endLayout()
    families = [run.rawFont().familyName() for run in line.glyphRuns()]
    assert set(families) & {"Inter", "JetBrains Mono"}
    if not any(_is_for_simplified_chinese(family) for family in QFontDatabase.families()):
        pytest.skip("this computer has no font for Simplified Chinese")
    assert any(_is_for_simplified_chinese(family) for family in families), families


def _is_for_simplified_chinese(family: str) -> bool:
    return family.startswith(("Noto Sans", "Source Han Sans", "PingFang")) and family.endswith("SC")


def test_what_is_spoken_can_be_asked() -> None:
    assert spoken() is LanguageChoice.ENGLISH
    speak(LanguageChoice.CHINESE)
    assert spoken() is LanguageChoice.CHINESE
    assert translate("netstudio", "Train") == "训练"


def test_nothing_in_the_window_stays_english(open_window: Open, qtbot: QtBot) -> None:
    Memory().language = LanguageChoice.CHINESE
    window = open_window()
    window.document.replace(one_of_each_layer())
    window.show_page("design")
    analysis_of(window, qtbot)
    nodes = tuple(walk(window.document.project.network))
    english = english_texts(window, (*_NAMES, *(node.name for node in nodes)))
    stack = part(window, StackView, "stackView")
    for node in nodes:
        stack.select((node.uid,))
        QApplication.processEvents()  # the inspector makes its page after the stack was painted
        english |= english_texts(part(window, QWidget, "inspector"), (*_NAMES, node.name))
    assert english == {}


def test_a_run_and_its_model_are_told_in_chinese(
    open_window: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    Memory().language = LanguageChoice.CHINESE
    window = open_window(digits(epochs=2))
    trigger(window, "train")
    wait_for_end(window, qtbot)
    names = (*_NAMES, str(tmp_path), window.parts.status._device.toolTip())
    english = english_texts(window, names)
    for page in ("evaluate", "use"):
        window.show_page(page)
        qtbot.waitUntil(lambda: window._backstage.model.model is not None, timeout=LONG)
        qtbot.wait(500)
        english |= english_texts(window, names)
    assert english == {}
