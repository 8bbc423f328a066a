"""Lists that open over the window are windows of their own: nothing shines through."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QStringListModel
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from netstudio.gui.theme.appearance import Appearance, ThemeChoice
from netstudio.gui.theme.colours import colours, shades
from tests.gui.forms import show


def test_what_a_path_is_completed_to_can_be_read(qtbot: QtBot, dressed: Appearance) -> None:
    dressed.choose(ThemeChoice.DARK)
    line = QLineEdit()
    completer = QCompleter(QStringListModel(["pictures"]), line)
    line.setCompleter(completer)
    show(qtbot, line)
    popup = completer.popup()
    assert popup is not None
    popup.resize(200, 80)
    popup.show()
    qtbot.waitUntil(popup.isVisible)
    picture = popup.grab().toImage()
    assert picture.pixelColor(196, 76) == QColor(colours().raised)
    popup.hide()


def test_the_list_of_a_choice_opens_below_it_in_the_colours_of_the_theme(
    qtbot: QtBot, dressed: Appearance
) -> None:
    page = QWidget()
    combo = QComboBox(page)
    combo.addItems(["valid", "same"])
    show(qtbot, page)
    combo.showPopup()
    frame = combo.view().window()
    qtbot.waitUntil(frame.isVisible)
    assert frame.mapToGlobal(QPoint(0, 0)).y() >= combo.mapToGlobal(combo.rect().bottomLeft()).y()
    first = combo.view().visualRect(combo.model().index(0, 0))
    picture = combo.view().viewport().grab().toImage()
    selected = picture.pixelColor(first.right() - 4, first.center().y())
    assert selected == QColor(shades(colours())["selected_back"])
    combo.hidePopup()
