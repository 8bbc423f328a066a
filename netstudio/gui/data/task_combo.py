"""The list of what the chosen data can be for."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

from netstudio.core.project import Selected
from netstudio.gui.texts import translate, words
from netstudio.tasks.sources import SOURCES
from netstudio.tasks.switching import tasks_of
from netstudio.tasks.task import TaskDef


class TaskCombo(QComboBox):
    """The tasks that a source serves; hidden where there is no choice.

    Signals:
        chosen: The class of the task that the user wants.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("taskCombo")
        self.setAccessibleName(translate("netstudio", "Task"))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.activated.connect(self._choose)

    def show_tasks(self, source: Selected, task: type[TaskDef] | None) -> None:
        """Offer what the source serves, with ``task`` as the choice."""
        cls = SOURCES.get(source.type)
        served = tasks_of(cls) if cls is not None else ()
        with QSignalBlocker(self):
            if tuple(self.itemData(place) for place in range(self.count())) != served:
                self.clear()
                for each in served:
                    self.addItem(words(each.label), each)
                    help_role = Qt.ItemDataRole.ToolTipRole
                    self.setItemData(self.count() - 1, words(each.help), help_role)
            self.setCurrentIndex(served.index(task) if task in served else -1)
        self.setToolTip(str(self.currentData(Qt.ItemDataRole.ToolTipRole) or ""))
        self.setVisible(len(served) > 1 or (bool(served) and task not in served))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the panel scroll: each step of the wheel would change the project."""
        event.ignore()

    def _choose(self) -> None:
        self.chosen.emit(self.currentData())
