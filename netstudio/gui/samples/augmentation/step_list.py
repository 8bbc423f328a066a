"""The list of steps: in order, each with a switch, moved by drag or keys."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QWidget

from netstudio.core.document import Document
from netstudio.gui.samples.augmentation import steps
from netstudio.gui.texts import translate
from netstudio.gui.theme.colours import colours

_ROW = 32


class StepList(QListWidget):
    """Shows the document's steps and edits their order.

    Space switches a step on or off, Delete takes it out, Alt with an arrow moves it.

    Signals:
        chosen: The number of the step whose settings are wanted; −1 for none.
    """

    chosen = Signal(int)

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("augmentationSteps")
        self.setAccessibleName(translate("netstudio", "Steps of augmentation"))
        self.setToolTip(translate("netstudio", "Drag a step to move it; untick it to leave it out"))
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setUniformItemSizes(True)
        self._document = document
        self._is_showing = False
        self.currentRowChanged.connect(self._tell)
        self.itemChanged.connect(self._switch)
        self.model().rowsMoved.connect(self._move)

    def follow(self) -> None:
        """Show the steps as the document has them now; the chosen one stays chosen."""
        self.choose(self.currentRow())

    def choose(self, current: int) -> None:
        """Show the steps and choose the one with this number, or the last one before it."""
        wanted = self._document.project.data.augmentation
        self._is_showing = True
        while self.count() > len(wanted):
            self.takeItem(self.count() - 1)
        while self.count() < len(wanted):
            self.addItem(QListWidgetItem())
        for row, step in enumerate(wanted):
            item = self.item(row)
            item.setText(steps.step_name(step))
            item.setSizeHint(QSize(0, _ROW))
            item.setFlags(
                Qt.ItemFlag.ItemIsEnabled
                | Qt.ItemFlag.ItemIsSelectable
                | Qt.ItemFlag.ItemIsUserCheckable
                | Qt.ItemFlag.ItemIsDragEnabled
            )
            item.setCheckState(Qt.CheckState.Checked if step.enabled else Qt.CheckState.Unchecked)
            item.setForeground(QColor(colours().text if step.enabled else colours().text_faint))
        self.setCurrentRow(min(current, len(wanted) - 1))
        self._is_showing = False
        self.chosen.emit(self.currentRow())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentRow()
        with_alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        match event.key():
            case Qt.Key.Key_Delete | Qt.Key.Key_Backspace if row >= 0:
                self.remove_current()
            case Qt.Key.Key_Up if with_alt:
                self.move_current(-1)
            case Qt.Key.Key_Down if with_alt:
                self.move_current(1)
            case _:
                super().keyPressEvent(event)

    def remove_current(self) -> None:
        """Take the chosen step out; the one behind it is chosen."""
        row = self.currentRow()
        if row >= 0:
            steps.remove(self._document, row)
            self.choose(min(row, self.count() - 1))

    def move_current(self, by: int) -> None:
        """Move the chosen step up or down, where there is room."""
        row = self.currentRow()
        if row >= 0 and 0 <= row + by < self.count():
            steps.move(self._document, row, row + by)
            self.choose(row + by)

    def _tell(self, row: int) -> None:
        if not self._is_showing:
            self.chosen.emit(row)

    def _switch(self, item: QListWidgetItem) -> None:
        if not self._is_showing:
            enabled = item.checkState() == Qt.CheckState.Checked
            steps.switch(self._document, self.row(item), enabled)

    def _move(self, _: QModelIndex, start: int, end: int, __: QModelIndex, to: int) -> None:
        # Qt counts the place before the moved row has left its own.
        place = to if to < start else to - 1
        if not self._is_showing and place != start:
            steps.move(self._document, start, place)
            self.choose(place)
