"""Finds its way about in the table of runs."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from netstudio.gui.runs.columns import Column
from netstudio.gui.runs.store import RunsStore
from netstudio.gui.runs.view import RunsView


def settle(store: RunsStore, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: store.has_read and not store.is_busy)


def cell(view: RunsView, row: int, column: Column) -> QModelIndex:
    return view.sorted.index(row, column)


def texts(view: RunsView, column: Column) -> list[str]:
    return [str(cell(view, row, column).data()) for row in range(view.sorted.rowCount())]


def select(view: RunsView, *rows: int) -> None:
    view.select([view.listed[row].path for row in rows])


def action(widget: QWidget, text: str) -> QAction:
    return next(one for one in widget.findChildren(QAction) if one.text() == text)


def press(widget: QWidget, text: str) -> None:
    button = next(one for one in widget.findChildren(QPushButton) if one.text() == text)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
