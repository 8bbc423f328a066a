"""The card with the confusion matrix and the figures of each class."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from netstudio.gui.background import Lane
from netstudio.gui.buttons import small_button
from netstudio.gui.evaluate.classes_table import ClassesTable
from netstudio.gui.evaluate.matrix import ConfusionMatrix
from netstudio.gui.save_text import TextSaver
from netstudio.gui.texts import translate

if TYPE_CHECKING:
    from netstudio.engine.evaluation.confusion import Confusion


class MatrixCard(QWidget):
    """Shows which classes are taken for which, as counts or shares, and can be copied."""

    def __init__(self, lane: Lane, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._confusion: Confusion | None = None
        self._saver = TextSaver(lane, self)
        title = QLabel(translate("netstudio", "Confusion matrix"))
        title.setProperty("role", "heading")
        self._counts = small_button(translate("netstudio", "Counts"), "showCounts")
        self._shares = small_button(translate("netstudio", "Shares"), "showShares")
        self._shares.setToolTip(translate("netstudio", "Percent of the samples of the true class"))
        self._copy = small_button(translate("netstudio", "Copy"), "copyMatrix")
        self._copy.setAccessibleName(translate("netstudio", "Copy the matrix"))
        self._save = small_button(translate("netstudio", "Save CSV…"), "saveMatrix")
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(title, 1)
        either = QButtonGroup(self)
        for button in (self._counts, self._shares):
            button.setCheckable(True)
            either.addButton(button)
            head.addWidget(button)
        self._counts.setChecked(True)
        head.addSpacing(8)
        head.addWidget(self._copy)
        head.addWidget(self._save)
        how = QLabel(translate("netstudio", "rows: true class, columns: predicted class"))
        how.setProperty("role", "faint")
        self.matrix = ConfusionMatrix()
        self.table = ClassesTable()
        self._nothing = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self._nothing.setObjectName("matrixHint")
        self._nothing.setProperty("role", "faint")
        self._nothing.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(how)
        column.addWidget(self._nothing, 1)
        column.addWidget(self.matrix, 5)
        column.addWidget(self.table, 2)
        self._shares.toggled.connect(self.matrix.show_shares)
        self._copy.clicked.connect(self._put_on_clipboard)
        self._save.clicked.connect(self._ask_where)
        self.show_nothing("")

    def show_confusion(self, confusion: Confusion) -> None:
        """Show this evaluation."""
        self._confusion = confusion
        self.matrix.show_confusion(confusion)
        self.table.show_scores(confusion.scores)
        self._set_filled(True)

    def show_nothing(self, why: str) -> None:
        """There is no evaluation."""
        self._confusion = None
        self.matrix.show_confusion(None)
        self.table.show_scores(())
        self._nothing.setText(why)
        self._set_filled(False)

    def _set_filled(self, is_filled: bool) -> None:
        self._nothing.setVisible(not is_filled)
        for widget in (self.matrix, self.table):
            widget.setVisible(is_filled)
        for button in (self._counts, self._shares, self._copy, self._save):
            button.setEnabled(is_filled)

    def _put_on_clipboard(self) -> None:
        if self._confusion is not None:
            QGuiApplication.clipboard().setText(as_text(self._confusion, "\t"))

    def _ask_where(self) -> None:
        if self._confusion is not None:
            # The mark tells Excel that it is UTF-8.
            text = "\ufeff" + as_text(self._confusion, ",")
            self._saver.ask(translate("netstudio", "Save the matrix"), "confusion.csv", text)


def as_text(confusion: Confusion, delimiter: str) -> str:
    """The counts with the classes' names, one true class a line."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=delimiter)
    writer.writerow((translate("netstudio", "true \\ predicted"), *confusion.classes))
    for label, row in zip(confusion.classes, confusion.matrix.tolist(), strict=True):
        writer.writerow((label, *row))
    return text.getvalue()
