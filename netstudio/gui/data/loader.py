"""Keeps the data set of the document's choice in memory."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

from netstudio.core.declare import Unreadable
from netstudio.core.document import Change, Document, Origin
from netstudio.core.problems import DATA
from netstudio.core.project import DataFacts, Project, Selected
from netstudio.core.translate import QT_TRANSLATE_NOOP, Message, message
from netstudio.gui.background import Lane, Task
from netstudio.gui.data.content import LoadedData, Wish, load_data
from netstudio.gui.data.downloader import Downloader
from netstudio.gui.texts import translate, words
from netstudio.tasks.images import ImageClassification
from netstudio.tasks.options import DataOptions
from netstudio.tasks.settings import read_settings
from netstudio.tasks.sources import SOURCES
from netstudio.tasks.switching import with_source
from netstudio.tasks.task import TASKS, TaskDef

if TYPE_CHECKING:
    from netstudio.engine.data.dataset import Dataset

# Edits that follow each other within this time, in ms, are waited for.
_PATIENCE = 300

_NO_FOLDER = QT_TRANSLATE_NOOP("netstudio", "No folder is chosen yet. Choose one, or drop it here.")
_NO_FILE = QT_TRANSLATE_NOOP("netstudio", "No file is chosen yet. Choose one, or drop it here.")


@dataclass(frozen=True)
class Fault:
    """Why data are not there: the sentence for the user, and a traceback or ""."""

    text: Message
    detail: str = ""


@dataclass(frozen=True)
class _Choice:
    """What the user has chosen: data and, perhaps, what they are for."""

    source: Selected
    task: type[TaskDef] | None

    def in_project(self, project: Project, facts: DataFacts | None = None) -> Project:
        """The project with this choice."""
        project = with_source(project, self.source, self.task)
        return replace(project, data=replace(project.data, facts=facts))


@dataclass(frozen=True)
class _Reading:
    """What is being read, for the document or, where ``chosen`` is given, to become its choice."""

    task: Task
    wish: Wish
    chosen: _Choice | None


class DataLoader(QObject):
    """Reads and divides the data of the document's choice, in the background.

    Only one data set is kept. When only the division changes, the samples are not read again. What
    is found out about the data is written into the document without an undo step.

    Attributes:
        downloader: Brings data sets that have to be downloaded first.

    Signals:
        loaded: The ``LoadedData`` of the document's choice are there.
        failed: The document's data cannot be read: the sentence, and a traceback or "".
        refused: What the user chose cannot be read, and the document keeps its choice.
        dismissed: There is no refusal to speak of any more.
        busy: The ``Task`` that reads or divides now.
        cleared: The document wants other data than those that were there.
        sample_changed: ``sample_image`` gives another picture.
    """

    loaded = Signal(object)
    failed = Signal(object, str)
    refused = Signal(object, str)
    dismissed = Signal()
    busy = Signal(object)
    cleared = Signal()
    sample_changed = Signal()

    def __init__(
        self, document: Document, lane: Lane, parent: QObject, data_root: Path | None = None
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._lane = lane
        self._data_root = data_root
        self.downloader = Downloader(self, data_root)
        self.downloader.done.connect(self._take_download)
        self.downloader.failed.connect(self._tell_refusal)
        self._content: LoadedData | None = None
        self._is_announced = False
        self._reading: _Reading | None = None
        self._given_up: Wish | None = None
        self._fault: Fault | None = None
        self._wanted: Selected | None = None
        self._refusal: Fault | None = None
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(self._read_for_document)
        self._disconnect = document.connect(self._document_changed)
        self._follow()

    @property
    def content(self) -> LoadedData | None:
        """The document's data; None while they are being read, or cannot be."""
        return self._content if self._is_announced else None

    @property
    def dataset(self) -> Dataset | None:
        """The document's divided samples; None while they are being read, or cannot be."""
        return self.content.dataset if self.content else None

    @property
    def task(self) -> Task | None:
        """The task that reads or divides now."""
        return self._reading.task if self._reading else None

    @property
    def choice(self) -> Selected:
        """The source that is being read to become the document's, or else the document's own."""
        if self._reading and self._reading.chosen:
            return self._reading.chosen.source
        return self._document.project.data.source

    @property
    def task_choice(self) -> type[TaskDef] | None:
        """What the data are for: of those that are being read, or else of the document."""
        if self._reading and self._reading.chosen:
            return type(self._reading.wish.task)
        return TASKS.get(self._document.project.task.type)

    @property
    def fault(self) -> Fault | None:
        """Why the document's data are not there, where they cannot be read."""
        return self._fault

    @property
    def refusal(self) -> Fault | None:
        """Why what the user chose last did not become the document's data."""
        return self._refusal

    @property
    def missing(self) -> Selected:
        """The data of which it is said that they cannot be read."""
        if self._refusal is not None and self._wanted is not None:
            return self._wanted
        return self._document.project.data.source

    @property
    def is_given_up(self) -> bool:
        """Whether the reading of the document's data was cancelled."""
        return self._given_up is not None and self._fault is None

    def sample_image(self) -> QImage | None:
        """A small picture of the first training sample, where samples are pictures."""
        first = self._content.first if self._content else None
        return first if isinstance(first, QImage) else None

    def choose(self, selected: Selected, task: type[TaskDef] | None = None) -> None:
        """Make other data the document's, once they have been read; see ``refused``.

        Args:
            selected: The source.
            task: What the data are for; left out, what the document's are for where they serve
                that, and what they usually serve where not.
        """
        self._wanted = selected
        self.dismiss()
        try:
            SOURCES.make(selected.type, selected.fields)
        except Unreadable as error:
            self._refuse(Fault(error.faults[0].text))
            return
        choice = _Choice(selected, task)
        wish = _wish(choice.in_project(self._document.project))
        if isinstance(wish, Message):
            self._refuse(Fault(wish))
        elif wish != _wish(self._document.project):
            self._drop_reading()
            self._patience.stop()
            self._begin(wish, choice)
        elif self._given_up or self._fault:
            self.reload()
        else:
            self._drop_choice()
            self._follow()

    def dismiss(self) -> None:
        """Speak no more of a choice that was refused."""
        if self._refusal is not None:
            self._refusal = None
            self.dismissed.emit()

    def reload(self) -> None:
        """Read the document's data anew, such as after a failure or when files have changed."""
        self._drop_reading()
        self._forget()
        self._given_up = self._fault = None
        self._follow()

    def close(self) -> None:
        """Hear of no more changes, and leave off what is being read."""
        self._disconnect()
        self._patience.stop()
        self._drop_reading()
        self.downloader.close()

    def _document_changed(self, change: Change) -> None:
        if change.origin is Origin.REPLACE or change.after.data.source != change.before.data.source:
            self._drop_reading()
            self.dismiss()
        if change.origin is Origin.REPLACE:
            self._given_up = None
        self._follow(_PATIENCE if change.origin is Origin.EDIT else 0)

    def _follow(self, patience: int = 0) -> None:
        """Go after the document's wish, unless that is fulfilled, under way or given up."""
        wish = _wish(self._document.project)
        if isinstance(wish, Message):
            self._patience.stop()
            self._drop_reading_for_document()
            self._forget()
            self._fail(Fault(wish))
        elif self._content and self._content.wish == wish:
            self._patience.stop()
            self._drop_reading_for_document()
            self._announce(self._content)
        elif wish != self._given_up:
            self._want(wish, patience)

    def _want(self, wish: Wish, patience: int) -> None:
        self._given_up = self._fault = None
        self._is_announced = False
        if self._content and not self._content.wish.reads_like(wish):
            self._forget()
        if self._reading and (self._reading.chosen or self._reading.wish == wish):
            return  # after a choice, this is looked at again
        self._drop_reading_for_document()
        if patience:
            self._patience.start(patience)
        else:
            self._patience.stop()
            self._read_for_document()

    def _read_for_document(self) -> None:
        wish = _wish(self._document.project)
        if isinstance(wish, Wish):
            self._begin(wish, None)

    def _begin(self, wish: Wish, chosen: _Choice | None) -> None:
        if self._lane.is_closed:
            return
        content = self._content
        known = content.raw if content and content.wish.reads_like(wish) else None
        root = self._data_root
        task = self._lane.start(lambda: load_data(wish, root, known))
        task.succeeded.connect(self._take)
        task.failed.connect(self._task_failed)
        task.cancelled.connect(self._task_cancelled)
        self._reading = _Reading(task, wish, chosen)
        self.busy.emit(task)

    def _take(self, content: LoadedData) -> None:
        reading = self._end_reading()
        if reading is None:
            return
        self._content, self._is_announced = content, False
        if reading.chosen:
            chosen, facts = reading.chosen, content.dataset.facts
            label = self._label(chosen, content)
            self._document.edit(label, lambda project: chosen.in_project(project, facts))
        self._follow()

    def _task_failed(self, text: Message, detail: str) -> None:
        reading = self._end_reading()
        if reading is None:
            return
        if reading.chosen:
            self._refuse(Fault(text, detail))
        else:
            self._given_up = reading.wish
            self._fail(Fault(text, detail))

    def _task_cancelled(self) -> None:
        reading = self._end_reading()
        if reading is None:
            return
        if reading.chosen:
            self._follow()
        else:
            self._given_up = reading.wish

    def _end_reading(self) -> _Reading | None:
        """What was being read by the task that speaks; None where it was dropped."""
        reading = self._reading
        if reading is None or self.sender() is not reading.task:
            return None
        self._reading = None
        return reading

    def _label(self, chosen: _Choice, content: LoadedData) -> str:
        """What the step is called that makes this choice."""
        is_same = chosen.source == self._document.project.data.source
        name = words(content.wish.task.label) if is_same else content.label
        return translate("netstudio", "Choose {source}").format(source=name)

    def _announce(self, content: LoadedData) -> None:
        facts = content.dataset.facts
        self._document.amend(lambda project: _with_facts(project, facts))
        if not self._is_announced:
            self._is_announced = True
            self._given_up = self._fault = None
            self.loaded.emit(content)
            self.sample_changed.emit()

    def _fail(self, fault: Fault) -> None:
        if fault != self._fault:
            self._fault = fault
            self.failed.emit(fault.text, fault.detail)

    def _refuse(self, fault: Fault) -> None:
        self._drop_choice()
        self._tell_refusal(fault.text, fault.detail)
        self._follow()

    def _tell_refusal(self, text: Message, detail: str) -> None:
        self._refusal = Fault(text, detail)
        self.refused.emit(text, detail)

    def _take_download(self, selected: Selected) -> None:
        """Read what has arrived, unless the user has gone on to other data meanwhile."""
        if selected == self._document.project.data.source:
            self.reload()
        elif selected == self._wanted:
            self.choose(selected)

    def _forget(self) -> None:
        self._is_announced = False
        if self._content is not None:
            self._content = None
            self.cleared.emit()
            self.sample_changed.emit()

    def _drop_reading(self) -> None:
        if self._reading is not None:
            self._reading.task.cancel()
            self._reading = None

    def _drop_choice(self) -> None:
        if self._reading and self._reading.chosen:
            self._drop_reading()

    def _drop_reading_for_document(self) -> None:
        if self._reading and not self._reading.chosen:
            self._drop_reading()


def _wish(project: Project) -> Wish | Message:
    """What the project wants, or why that cannot be read."""
    # How samples are varied later changes nothing about reading them.
    unvaried = replace(project, data=replace(project.data, augmentation=()))
    settings, problems = read_settings(unvaried)
    if settings.source and settings.source.path_field and not settings.source.path:
        return message(_NO_FOLDER if settings.source.is_folder else _NO_FILE)
    faults = [problem.text for problem in problems if problem.target == DATA]
    if faults or settings.source is None:
        return faults[0]
    task = settings.task or ImageClassification()
    return Wish(
        task,
        settings.source,
        settings.data or DataOptions(),
        settings.preparation or task.preparation(),
    )


def _with_facts(project: Project, facts: DataFacts) -> Project:
    return replace(project, data=replace(project.data, facts=facts))
