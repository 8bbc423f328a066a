"""The list from which the data set is chosen."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

from netstudio.core.declare import Unreadable
from netstudio.core.project import Selected
from netstudio.gui.data.names import source_detail, source_label, source_tip
from netstudio.gui.data.picker_popup import Offer, PickerPopup
from netstudio.gui.texts import translate, words
from netstudio.tasks.content import Content
from netstudio.tasks.sources import SOURCES, SourceDef

_SELECTED = Qt.ItemDataRole.UserRole + 1


class SourcePicker(QComboBox):
    """The built-in sets, files and folders that were used, and ways to others, by content.

    The data of each item are the source's type.

    Signals:
        chosen: The user wants this source (``Selected``).
        path_wanted: The user wants to look for a file or folder for this source (its class).
    """

    chosen = Signal(object)
    path_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("datasetPicker")
        self.setAccessibleName(translate("netstudio", "Data set"))
        self.setPlaceholderText(translate("netstudio", "Choose data"))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        for content in Content:
            for source in _sources_of(content):
                self._offer(source)
        self.currentIndexChanged.connect(self._choose)

    def show_source(self, selected: Selected) -> None:
        """Show what is chosen; a file or folder that is not in the list yet is put there."""
        with QSignalBlocker(self):
            self.setCurrentIndex(self._place_of(selected))
        self.setToolTip(str(self.currentData(Qt.ItemDataRole.ToolTipRole) or ""))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the panel scroll: each step of the wheel would read another data set."""
        event.ignore()

    def showPopup(self) -> None:
        popup = PickerPopup(self, [self._row(place) for place in range(self.count())])
        popup.chosen.connect(self.setCurrentIndex)
        popup.open(self.currentIndex())

    def _row(self, place: int) -> Offer:
        """What the list says of an item."""
        cls = SOURCES[self.itemData(place)]
        own = self.itemData(place, _SELECTED) is not None and bool(cls.path_field)
        return Offer(
            place=place,
            content=cls.content,
            label=self.itemText(place),
            detail="" if own else source_detail(cls),
            tip=str(self.itemData(place, Qt.ItemDataRole.ToolTipRole)),
            search=(words(cls.label), cls.type, *cls.search),
        )

    def _offer(self, cls: type[SourceDef]) -> None:
        """Offer a built-in set, or the way to a file or folder of the user's."""
        if not cls.path_field:
            self._insert(self.count(), Selected(cls.type), cls())
            return
        self.addItem(translate("netstudio", "{source}…").format(source=words(cls.label)), cls.type)
        self.setItemData(self.count() - 1, source_tip(cls), Qt.ItemDataRole.ToolTipRole)

    def _place_of(self, selected: Selected) -> int:
        """Where in the list it is; -1 where it cannot be there."""
        try:
            source = SOURCES.make(selected.type, selected.fields)
        except Unreadable:
            return -1
        if not source.path_field:
            return self.findData(source.type)
        if not source.path:
            return -1
        for place in range(self.count()):
            kept = self.itemData(place, _SELECTED)
            if (
                kept is not None
                and kept.type == selected.type
                and kept.fields.get(source.path_field) == source.path
            ):
                self.setItemData(place, selected, _SELECTED)
                return place
        way = next(
            place
            for place in range(self.count())
            if self.itemData(place) == source.type and self.itemData(place, _SELECTED) is None
        )
        self._insert(way, selected, source)
        return way

    def _insert(self, place: int, selected: Selected, source: SourceDef) -> None:
        self.insertItem(place, source_label(source), source.type)
        self.setItemData(place, selected, _SELECTED)
        tip = source.path or source_tip(source)
        self.setItemData(place, tip, Qt.ItemDataRole.ToolTipRole)

    def _choose(self, place: int) -> None:
        selected = self.itemData(place, _SELECTED)
        if selected is not None:
            self.chosen.emit(selected)
        elif place >= 0:
            self.path_wanted.emit(SOURCES[self.itemData(place)])


def _sources_of(content: Content) -> list[type[SourceDef]]:
    """The sources of one kind: shipped ones, downloads, and at last the user's own."""
    found = [source for source in SOURCES if source.content is content]
    return sorted(found, key=lambda source: (bool(source.path_field), bool(source.download)))
