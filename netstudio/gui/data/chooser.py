"""Chooses the document's data and what they are for; says how far they are and what is wrong."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from netstudio import paths
from netstudio.core.document import Change, Document
from netstudio.core.project import Selected
from netstudio.gui.background import Task
from netstudio.gui.busy import BusyBar
from netstudio.gui.data.loader import DataLoader, Fault
from netstudio.gui.data.notice import Notice, Remedy
from netstudio.gui.data.picker import SourcePicker
from netstudio.gui.data.task_combo import TaskCombo
from netstudio.gui.forms.path_editor import filters
from netstudio.gui.messages import show_error
from netstudio.gui.texts import size_text, translate, words
from netstudio.tasks.sources import SOURCES, SourceDef
from netstudio.tasks.task import TaskDef

_GAP = 8


class DataChooser(QWidget):
    """The picker of data sets, the task, progress, and what is wrong.

    Args:
        document: The project.
        loader: Its data.
        prefix: What the names of its parts begin with where there is another one already.

    Signals:
        changed: What is shown of the data may be another thing now.
    """

    changed = Signal()

    def __init__(
        self,
        document: Document,
        loader: DataLoader,
        prefix: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._loader = loader
        self._picker = SourcePicker()
        self._task = TaskCombo()
        for combo in (self._picker, self._task):
            combo.setObjectName(prefix + combo.objectName())
        self._busy = BusyBar()
        self._downloading = BusyBar()
        self._notice = Notice()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_GAP)
        for part in (self._picker, self._task, self._busy, self._downloading, self._notice):
            column.addWidget(part)
        self._picker.chosen.connect(self.choose)
        self._picker.path_wanted.connect(self.look_for)
        self._task.chosen.connect(self._choose_task)
        loader.busy.connect(self._follow_task)
        changes = (loader.loaded, loader.failed, loader.cleared, loader.refused, loader.dismissed)
        for signal in changes:
            signal.connect(self._show_state)
        self._downloader = downloader = loader.downloader
        downloader.started.connect(self._follow_download)
        if downloader.task is not None:
            self._follow_download(downloader.task)
        self._disconnect = document.connect(self._document_changed)
        self.destroyed.connect(self._disconnect)
        if loader.task is not None:
            self._follow_task(loader.task)
        self._show_state()

    def choose(self, selected: Selected, task: type[TaskDef] | None = None) -> None:
        """Make other data the document's, once they are read; see ``DataLoader.choose``."""
        self._loader.choose(selected, task)
        self._show_state()

    def choose_path(self, cls: type[SourceDef], path: Path) -> None:
        """Choose a file or folder; how those of this source are read stays as it is set."""
        source = self._document.project.data.source
        fields = source.fields if source.type == cls.type else cls.defaults()
        other = {name: "" for name in ("test_folder", "test_file") if name in cls.defaults()}
        self.choose(
            Selected(cls.type, fields.replace(**other, **{cls.path_field: str(path.absolute())}))
        )

    def look_for(self, cls: type[SourceDef]) -> None:
        """Let the user look for a file or folder for this source."""
        spec = next(spec for spec in cls.fields() if spec.name == cls.path_field)
        dialog = QFileDialog(self, words(cls.label))
        dialog.setObjectName("folderDialog" if cls.is_folder else "fileDialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if cls.is_folder:
            dialog.setFileMode(QFileDialog.FileMode.Directory)
            dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        else:
            dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
            dialog.setNameFilters(filters(spec.kind))
        if (folder := _folder_of(self._loader.choice)) is not None:
            dialog.setDirectory(str(folder))
        dialog.fileSelected.connect(lambda name: self.choose_path(cls, Path(name)))
        dialog.finished.connect(self._show_state)
        dialog.open()

    def _choose_task(self, task: type[TaskDef]) -> None:
        self.choose(self._loader.choice, task)

    def _document_changed(self, change: Change) -> None:
        before, after = change.before, change.after
        if (after.data, after.task) != (before.data, before.task):
            self._show_state()

    def _follow_download(self, task: Task) -> None:
        self._downloading.follow(task, translate("netstudio", "Downloading"))
        task.ended.connect(self._show_state)
        self._show_state()

    def _download(self) -> None:
        missing = self._loader.missing
        self._loader.dismiss()
        self._downloader.start(missing)

    def _follow_task(self, task: Task) -> None:
        self._busy.follow(task, translate("netstudio", "Reading the data"))
        task.ended.connect(self._show_state)
        self._show_state()

    def _show_state(self) -> None:
        self._picker.show_source(self._loader.choice)
        self._task.show_tasks(self._loader.choice, self._loader.task_choice)
        self._show_notice()
        self.changed.emit()

    def _show_notice(self) -> None:
        dismiss = Remedy(translate("netstudio", "Dismiss"), self._loader.dismiss)
        if (refusal := self._loader.refusal) is not None:
            self._say(refusal, *self._download_remedy(), dismiss)
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
        retry = Remedy(translate("netstudio", "Try again"), self._loader.reload)
        source = self._document.project.data.source
        if download := self._download_remedy():
            return download
        cls = SOURCES.get(source.type)
        if cls is None or not cls.path_field:
            return (retry,)
        text = translate("netstudio", "Choose file…")
        if cls.is_folder:
            text = translate("netstudio", "Choose folder…")
        look = Remedy(text, self._look_again)
        return (retry, look) if source.fields.get(cls.path_field) else (look,)

    def _download_remedy(self) -> tuple[Remedy, ...]:
        """The way to data that have to be downloaded first."""
        size = self._downloader.size(self._loader.missing)
        if not size or self._downloader.task is not None:
            return ()
        label = translate("netstudio", "Download {size}").format(size=size_text(size))
        return (Remedy(label, self._download),)

    def _look_again(self) -> None:
        self.look_for(SOURCES[self._document.project.data.source.type])

    def _show_details(self) -> None:
        fault = self._loader.refusal or self._loader.fault
        if fault is not None:
            show_error(self, fault.text, fault.detail)


def _folder_of(selected: Selected) -> Path | None:
    """The folder that is chosen, or in which the chosen file lies."""
    cls = SOURCES.get(selected.type)
    written = str(selected.fields.get(cls.path_field, "")) if cls and cls.path_field else ""
    if not written:
        return None
    path = paths.expanded(written)
    folder = path if cls is not None and cls.is_folder else path.parent
    return folder if paths.is_folder(folder) else None
