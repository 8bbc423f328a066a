"""How tests find their way about forms and enter what a person would."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QWidget
from pytestqt.qtbot import QtBot


def show(qtbot: QtBot, widget: QWidget) -> None:
    """Show a window of the test's own, ready for the keyboard."""
    qtbot.addWidget(widget)
    widget.show()
    widget.activateWindow()
    qtbot.waitUntil(widget.isActiveWindow)


def enter(control: QWidget, text: str) -> None:
    """Put ``text`` in place of what stands in a field, key by key."""
    control.setFocus()
    QTest.keyClick(control, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(control, Qt.Key.Key_Backspace)
    QTest.keyClicks(control, text)


def press(control: QWidget, key: Qt.Key) -> None:
    """Press a key in a field."""
    control.setFocus()
    QTest.keyClick(control, key)


def pick(combo: QComboBox, text: str) -> None:
    """Choose the entry called ``text`` from a list, as the keyboard does."""
    combo.setFocus()
    wanted = combo.findText(text)
    assert wanted >= 0, text
    while combo.currentIndex() != wanted:
        down = combo.currentIndex() < wanted
        QTest.keyClick(combo, Qt.Key.Key_Down if down else Qt.Key.Key_Up)


def paste(control: QWidget, text: str) -> None:
    """Put ``text`` in place of what stands in a field, all at once."""
    QGuiApplication.clipboard().setText(text)
    control.setFocus()
    QTest.keyClick(control, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(control, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def turn_wheel(control: QWidget) -> None:
    """Turn the mouse's wheel over a control by one notch, downwards."""
    window = control.window()
    handle = window.windowHandle()
    assert handle is not None
    QTest.wheelEvent(handle, control.mapTo(window, control.rect().center()), QPoint(0, -120))
    QCoreApplication.processEvents()


def texts(widget: QWidget, role: str | None = None) -> list[str]:
    """The texts that are in view, or those of them that play a role in the theme."""
    labels = [label for label in widget.findChildren(QLabel) if label.isVisible() and label.text()]
    return [label.text() for label in labels if role is None or label.property("role") == role]
