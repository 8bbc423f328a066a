from __future__ import annotations

from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from netstudio.gui.evaluate.figures_row import Figure, FiguresRow
from netstudio.gui.theme.appearance import Appearance

FIGURES = (
    Figure("96.1 %", "accuracy · 92.2–98.1"),
    Figure("0.962", "F1, mean of classes"),
    Figure("2.6 %", "calibration error"),
    Figure("10 000", "images"),
)


def test_captions_break_where_they_would_be_cut(qtbot: QtBot, dressed: Appearance) -> None:
    row = FiguresRow()
    qtbot.addWidget(row)
    row.show_figures(FIGURES)
    for width in (800, 380):
        row.setFixedWidth(width)
        row.show()
        QApplication.processEvents()
        for label in row.findChildren(QLabel):
            words = label.text().split() if label.wordWrap() else [label.text()]
            widest = max(label.fontMetrics().horizontalAdvance(word) for word in words)
            assert label.width() >= widest, label.text()
        assert row.childrenRect().right() <= width
