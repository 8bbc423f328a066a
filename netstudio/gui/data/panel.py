"""The panel in which the data set is chosen, seen and divided."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from netstudio import paths
from netstudio.core.document import Change, Document
from netstudio.core.project import Selected
from netstudio.core.translate import Message
from netstudio.gui.background import Task
from netstudio.gui.busy import BusyBar
from netstudio.gui.data.drop_mark import DropMark
from netstudio.gui.data.loader import DataLoader, Fault
from netstudio.gui.data.notice import Notice, Remedy
from netstudio.gui.data.overview import Overview
from netstudio.gui.data.picker import FOLDER_SOURCE, SourcePicker
from netstudio.gui.data.settings_form import DataSettingsForm
from netstudio.gui.drops import dropped_folder
from netstudio.gui.forms.disclosure import Disclosure
from netstudio.gui.messages import show_error
from netstudio.gui.scrolling import scrolled
from netstudio.gui.texts import translate, words
from netstudio.gui.theme import metrics

_GAP = 8
# Room for samples, figures and balance; the rest may be scrolled to.
_LEAST_HEIGHT = 236


class DataPanel(QWidget):
    """Chooses the document's data set and shows what is in it.

    A folder of pictures that is dropped here is chosen.
    """

    def __init__(
        self, document: Document, loader: DataLoader, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._loader = loader
        self._refusal: Fault | None = None
        self.setAcceptDrops(True)
        self._picker = SourcePicker()
        self._busy = BusyBar()
        self._notice = Notice()
        self._overview = Overview()
        self._settings = DataSettingsForm(document)
        disclosure = Disclosure(translate("netstudio", "Split and options"), self._settings)
        self._content = _column(self._picker, self._busy, self._notice, self._overview, disclosure)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled(self._content))
        self._drop_mark = DropMark(self)

        self._picker.chosen.connect(self._choose)
        self._picker.folder_wanted.connect(self.look_for_folder)
        loader.busy.connect(self._follow_task)
        loader.refused.connect(self._take_refusal)
        loader.loaded.connect(self._show_state)
        loader.failed.connect(self._show_state)
        loader.cleared.connect(self._show_state)
        self._disconnect = document.connect(self._document_changed)
        self.destroyed.connect(self._disconnect)
        if loader.task is not None:
            self._follow_task(loader.task)
        self._show_state()

    def choose_folder(self, path: Path) -> None:
        """Choose a folder of pictures; the size and colour that are set for folders stay."""
        source = self._document.project.data.source
        fields = FOLDER_SOURCE.defaults()
        if source.type == FOLDER_SOURCE.type:
            fields = source.fields
        fields = fields.replace(folder=str(path.absolute()), test_folder="")
        self._choose(Selected(FOLDER_SOURCE.type, fields))

    def look_for_folder(self) -> None:
        """Let the user look for a folder of pictures."""
        dialog = QFileDialog(self, translate("netstudio", "Choose a folder of pictures"))
        dialog.setObjectName("folderDialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        folder = str(self._loader.choice.fields.get("folder", ""))
        if folder and paths.is_folder(paths.expanded(folder)):
            dialog.setDirectory(str(paths.expanded(folder)))
        dialog.fileSelected.connect(self._choose_named_folder)
        dialog.finished.connect(self._show_state)
        dialog.open()

    def sizeHint(self) -> QSize:
        content = self._content.sizeHint()
        return QSize(max(content.width(), 264), content.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, _LEAST_HEIGHT)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if (folder := dropped_folder(event.mimeData())) is not None:
            event.acceptProposedAction()
            self._drop_mark.show_for(folder)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._drop_mark.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        self._drop_mark.hide()
        if (folder := dropped_folder(event.mimeData())) is not None:
            event.acceptProposedAction()
            self.choose_folder(folder)

    def _choose(self, selected: Selected) -> None:
        self._refusal = None
        self._loader.choose(selected)
        self._show_state()

    def _choose_named_folder(self, name: str) -> None:
        self.choose_folder(Path(name))

    def _document_changed(self, change: Change) -> None:
        if change.after.data.source != change.before.data.source:
            self._refusal = None
        if change.after.data != change.before.data:
            self._show_state()

    def _follow_task(self, task: Task) -> None:
        self._busy.follow(task, translate("netstudio", "Reading the data"))
        task.ended.connect(self._show_state)
        self._show_state()

    def _take_refusal(self, text: Message, detail: str) -> None:
        self._refusal = Fault(text, detail)
        self._show_state()

    def _show_state(self) -> None:
        self._picker.show_source(self._loader.choice)
        self._settings.follow()
        self._overview.show_data(self._document.project, self._loader)
        self._show_notice()

    def _show_notice(self) -> None:
        dismiss = Remedy(translate("netstudio", "Dismiss"), self._dismiss)
        if self._refusal is not None:
            self._say(self._refusal, dismiss)
        elif self._loader.fault is not None:
            self._say(self._loader.fault, *self._remedies())
        elif self._loader.is_given_up:
            self._notice.say(
                translate("netstudio", "The data are not loaded."),
                False,
                Remedy(translate("netstudio", "Load"), self._loader.reload),
            )
        else:
            self._notice.be_silent()

    def _say(self, fault: Fault, *remedies: Remedy) -> None:
        if fault.detail:
            remedies = (Remedy(translate("netstudio", "Details…"), self._show_details), *remedies)
        self._notice.say(words(fault.text), True, *remedies)

    def _remedies(self) -> tuple[Remedy, ...]:
        """What can be done about data that cannot be read."""
        look = Remedy(translate("netstudio", "Choose folder…"), self.look_for_folder)
        retry = Remedy(translate("netstudio", "Try again"), self._loader.reload)
        source = self._document.project.data.source
        if source.type != FOLDER_SOURCE.type:
            return (retry,)
        return (retry, look) if source.fields.get("folder") else (look,)

    def _show_details(self) -> None:
        fault = self._refusal or self._loader.fault
        if fault is not None:
            show_error(self, fault.text, fault.detail)

    def _dismiss(self) -> None:
        self._refusal = None
        self._show_state()


def _column(*parts: QWidget) -> QWidget:
    content = QWidget()
    column = QVBoxLayout(content)
    column.setContentsMargins(metrics.PANEL_PADDING, 4, metrics.PANEL_PADDING, 10)
    column.setSpacing(_GAP)
    for part in parts:
        column.addWidget(part)
    column.addStretch()
    return content
