"""The panel in which the data set is chosen, seen and divided."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from netstudio.core.document import Document
from netstudio.core.project import Selected
from netstudio.gui.data.chooser import DataChooser
from netstudio.gui.data.drop_mark import DropMark
from netstudio.gui.data.loader import DataLoader
from netstudio.gui.data.overview import Overview
from netstudio.gui.data.settings import Group
from netstudio.gui.data.settings_form import DataSettingsForm
from netstudio.gui.drops import dropped_path
from netstudio.gui.forms.disclosure import Disclosure
from netstudio.gui.scrolling import scrolled
from netstudio.gui.texts import translate
from netstudio.gui.theme import metrics
from netstudio.tasks.sources import ImageFolder
from netstudio.tasks.task import TaskDef

_GAP = 8
# Room for samples, figures and balance; the rest may be scrolled to.
_LEAST_HEIGHT = 236


class DataPanel(QWidget):
    """Chooses the document's data set and shows what is in it.

    Signals:
        data_dropped: This file or folder (a ``Path``) was dropped here.
        page_wanted: The user wants to see more of the data: the name of the Data page's tab.
    """

    data_dropped = Signal(object)
    page_wanted = Signal(str)

    def __init__(
        self, document: Document, loader: DataLoader, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._loader = loader
        self.setAcceptDrops(True)
        self.chooser = DataChooser(document, loader)
        self._overview = Overview()
        self._settings = DataSettingsForm(document, (Group.SOURCE, Group.OPTIONS))
        disclosure = Disclosure(translate("netstudio", "Split and options"), self._settings)
        self._content = _column(self.chooser, self._overview, disclosure)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled(self._content))
        self._drop_mark = DropMark(self)
        self._overview.samples_wanted.connect(lambda: self.page_wanted.emit("samples"))
        self._overview.findings_wanted.connect(lambda: self.page_wanted.emit("report"))
        self.chooser.changed.connect(self._show_state)
        self._show_state()

    def choose(self, selected: Selected, task: type[TaskDef] | None = None) -> None:
        """Make other data the document's, once they are read; see ``DataLoader.choose``."""
        self.chooser.choose(selected, task)

    def choose_folder(self, path: Path) -> None:
        """Choose a folder of pictures; the size and colour that are set for folders stay."""
        self.chooser.choose_path(ImageFolder, path)

    def sizeHint(self) -> QSize:
        content = self._content.sizeHint()
        return QSize(max(content.width(), 264), content.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, _LEAST_HEIGHT)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if (path := dropped_path(event.mimeData())) is not None:
            event.acceptProposedAction()
            self._drop_mark.show_for(path)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._drop_mark.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        self._drop_mark.hide()
        if (path := dropped_path(event.mimeData())) is not None:
            event.acceptProposedAction()
            self.data_dropped.emit(path)

    def _show_state(self) -> None:
        self._settings.follow()
        self._overview.show_data(self._document.project, self._loader)


def _column(*parts: QWidget) -> QWidget:
    content = QWidget()
    column = QVBoxLayout(content)
    column.setContentsMargins(metrics.PANEL_PADDING, 4, metrics.PANEL_PADDING, 10)
    column.setSpacing(_GAP)
    for part in parts:
        column.addWidget(part)
    column.addStretch()
    return content
