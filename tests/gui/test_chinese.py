"""The window speaks Chinese, and changes its language while it is open."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
import shiboken6
from PySide6.QtCore import QEvent
from PySide6.QtGui import QFont, QTextLayout
from PySide6.QtWidgets import QApplication, QMenu, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from netstudio.gui.language import LanguageChoice, language_for, speak, spoken
from netstudio.gui.main_window import MainWindow
from netstudio.gui.memory import Memory
from netstudio.gui.stack.view import StackView
from netstudio.gui.texts import translate
from netstudio.gui.theme.fonts import load_fonts, mono_font, text_font
from netstudio.tasks.templates import project_from_template
from tests.gui.windows import LONG, Open, digits, part, trigger, wait_for_end


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
    window = open_window(digits(epochs=6))
    trigger(window, "train")
    plots = window._design.plots
    qtbot.waitUntil(lambda: plots._curves is not None and len(plots._curves.loss) > 0, timeout=LONG)
    choose(window, "简体中文")
    assert window.run_controller.is_busy
    assert window._design.plots is not plots
    wait_for_end(window, qtbot)
    curves = window._design.plots._curves
    assert curves is not None
    assert len(curves.loss.validation) == 6
    assert "完成" in window._status._sentence


def test_qts_own_buttons_speak_chinese() -> None:
    speak(LanguageChoice.CHINESE)
    box = QMessageBox(QMessageBox.Icon.Question, "", "", QMessageBox.StandardButton.Cancel)
    assert box.button(QMessageBox.StandardButton.Cancel).text() == "取消"
    box.deleteLater()


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
    if not any("SC" in family or "YaHei" in family for family in families):
        pytest.skip(f"this computer has no font for Simplified Chinese: {families}")
    assert set(families) & {"Inter", "JetBrains Mono"}


def test_what_is_spoken_can_be_asked() -> None:
    assert spoken() is LanguageChoice.ENGLISH
    speak(LanguageChoice.CHINESE)
    assert spoken() is LanguageChoice.CHINESE
    assert translate("netstudio", "Train") == "训练"
