"""The list from which the data set is chosen."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

from netstudio.core.declare import Unreadable
from netstudio.core.project import Selected
from netstudio.gui.data.names import folder_of, source_label, source_tip
from netstudio.gui.texts import translate
from netstudio.tasks.sources import SOURCES, SourceDef

# The source that reads a folder of the user's.
FOLDER_SOURCE = next(source for source in SOURCES if source.is_folder)

_SELECTED = Qt.ItemDataRole.UserRole + 1


class SourcePicker(QComboBox):
    """The built-in sets, the folders that were used, and at last the way to another folder.

    The data of each item are the source's type.

    Signals:
        chosen: The user wants this source (``Selected``).
        folder_wanted: The user wants to look for a folder.
    """

    chosen = Signal(object)
    folder_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("datasetPicker")
        self.setAccessibleName(translate("netstudio", "Data set"))
        self.setPlaceholderText(translate("netstudio", "Choose data"))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        for source in SOURCES:
            if not source.is_folder:
                self._insert(self.count(), Selected(source.type), source())
        self.addItem(translate("netstudio", "Image folder…"), FOLDER_SOURCE.type)
        self.setItemData(self.count() - 1, source_tip(FOLDER_SOURCE), Qt.ItemDataRole.ToolTipRole)
        self.currentIndexChanged.connect(self._choose)

    def show_source(self, selected: Selected) -> None:
        """Show what is chosen; a folder that is not in the list yet is put there."""
        with QSignalBlocker(self):
            self.setCurrentIndex(self._place_of(selected))
        self.setToolTip(str(self.currentData(Qt.ItemDataRole.ToolTipRole) or ""))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the panel scroll: each step of the wheel would read another data set."""
        event.ignore()

    def _place_of(self, selected: Selected) -> int:
        """Where in the list it is; -1 where it cannot be there."""
        try:
            source = SOURCES.make(selected.type, selected.fields)
        except Unreadable:
            return -1
        if not source.is_folder:
            return self.findData(source.type)
        if not folder_of(source):
            return -1
        last = self.count() - 1
        for place in range(last):
            kept = self.itemData(place, _SELECTED)
            if kept.type == selected.type and kept.fields.get("folder") == folder_of(source):
                self.setItemData(place, selected, _SELECTED)
                return place
        self._insert(last, selected, source)
        return last

    def _insert(self, place: int, selected: Selected, source: SourceDef) -> None:
        self.insertItem(place, source_label(source), source.type)
        self.setItemData(place, selected, _SELECTED)
        tip = folder_of(source) or source_tip(source)
        self.setItemData(place, tip, Qt.ItemDataRole.ToolTipRole)

    def _choose(self, place: int) -> None:
        selected = self.itemData(place, _SELECTED)
        if selected is not None:
            self.chosen.emit(selected)
        elif place >= 0:
            self.folder_wanted.emit()
