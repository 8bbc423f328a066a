"""Opening and saving: which file the document belongs to, and nothing lost on the way."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from netstudio.core.document import Document
from netstudio.core.files import SUFFIX, read_project, write_project
from netstudio.core.project import Project
from netstudio.core.safe_write import replacing
from netstudio.core.translate import Message
from netstudio.core.tree import Stack
from netstudio.gui.background import Lane, Task
from netstudio.gui.memory import Memory, RecentFile
from netstudio.gui.messages import ask_whether_to_save, show_error
from netstudio.gui.texts import percent, translate, words
from netstudio.tasks.sources import SOURCES
from netstudio.tasks.templates import TEMPLATES, project_from_template

if TYPE_CHECKING:
    from netstudio.engine.trained_model import TrainedModel

MODEL_SUFFIX = ".safetensors"

# Called with nothing, once what was asked for is done; never where the user has changed their mind.
Then = Callable[[], object]


@dataclass(frozen=True)
class OpenedModel:
    """A trained model that was opened, and its file."""

    path: Path
    model: TrainedModel


class ProjectFiles(QObject):
    """Opens, makes and saves projects and models for one window.

    Signals:
        chosen: The user has chosen this path to be opened.
        opened: The document holds another project now.
        reading: This path is about to be opened, which may take a while.
        model_opened: A trained model was opened (``OpenedModel``); its project is the document's.
        renamed: The file, or whether there is one, has changed.
        saved: The document or a model was saved to this path.
        recent_changed: The list of recent files is another.
    """

    chosen = Signal(object)
    opened = Signal()
    reading = Signal(object)
    model_opened = Signal(object)
    renamed = Signal()
    saved = Signal(object)
    recent_changed = Signal()

    def __init__(
        self,
        document: Document,
        file_lane: Lane,
        model_lane: Lane,
        memory: Memory,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._document = document
        self._lane = file_lane
        self._model_lane = model_lane
        self._memory = memory
        self._window = window
        self._path: Path | None = None
        # What is being read; only the newest is wanted.
        self._reading: Task | None = None
        # How often the document was given another project.
        self._changes = 0

    @property
    def path(self) -> Path | None:
        """The project's file; None while it has none."""
        return self._path

    def make_from_template(self, name: str, then: Then = lambda: None) -> None:
        """Replace the document by a new project, once nothing is lost by it."""
        label = next(words(template.label) for template in TEMPLATES if template.name == name)

        def make() -> None:
            self._replace(project_from_template(name, label), None)
            then()

        self.when_safe(make)

    def make(self, project: Project) -> None:
        """Replace the document by a new project that no file holds, once nothing is lost by it."""
        self.when_safe(lambda: self._replace(project, None, saved=False))

    def make_empty(self) -> None:
        """Replace the document by a project without layers, once nothing is lost by it."""
        self.when_safe(lambda: self._replace(empty_project(), None))

    def ask_to_open(self, suffixes: Iterable[str]) -> None:
        """Let the user choose a file with one of these endings; ``chosen`` tells which."""
        pattern = translate("netstudio", "Projects, trained models and code ({patterns})")
        self._ask_for_file(
            translate("netstudio", "Open"),
            pattern.format(patterns=" ".join(f"*{one}" for one in suffixes)),
            self.chosen.emit,
        )

    def ask_to_open_model(self) -> None:
        """Let the user choose a trained model to open."""
        pattern = translate("netstudio", "Trained models ({patterns})")
        self._ask_for_file(
            translate("netstudio", "Open a trained model"),
            pattern.format(patterns=f"*{MODEL_SUFFIX}"),
            self.open,
        )

    def open(self, path: Path) -> None:
        """Open a project or a trained model, once nothing is lost by it."""
        self.when_safe(lambda: self._read(path))

    def recover(self, project: Project, path: Path | None) -> None:
        """Take back an unsaved project after a crash."""
        self._replace(project, path, saved=False)

    def save(self, then: Then = lambda: None) -> None:
        """Save to the project's file; asks for one where there is none."""
        if self._path is None:
            self.save_as(then)
        else:
            self._write(self._document.project, self._path, then)

    def save_as(self, then: Then = lambda: None) -> None:
        """Save to a file that the user chooses; the project takes its name."""
        suggestion = Path(self._memory.folder) / f"{_file_name(self._document.project.name)}"

        def write(path: Path) -> None:
            named = replace(self._document.project, name=path.stem)
            self._write(named, path, then)

        self._ask_for_new_file(
            translate("netstudio", "Save the project"),
            translate("netstudio", "Projects ({patterns})").format(patterns=f"*{SUFFIX}"),
            suggestion,
            SUFFIX,
            write,
        )

    def save_model(self, model: Path) -> None:
        """Copy a trained model to a file that the user chooses."""
        name = f"{_file_name(self._document.project.name)}"

        def copy(path: Path) -> None:
            task = self._lane.start(lambda: _copy(model, path))
            task.failed.connect(self._tell)
            task.succeeded.connect(self._model_saved)

        self._ask_for_new_file(
            translate("netstudio", "Save the trained model"),
            translate("netstudio", "Trained models ({patterns})").format(
                patterns=f"*{MODEL_SUFFIX}"
            ),
            Path(self._memory.folder) / name,
            MODEL_SUFFIX,
            copy,
        )

    def when_safe(self, then: Then) -> None:
        """Call ``then`` at once, or after the user has saved or given up unsaved changes."""
        if not self._document.is_modified:
            then()
            return

        def decide(answer: QMessageBox.StandardButton) -> None:
            if answer is QMessageBox.StandardButton.Save:
                self.save(then)
            elif answer is QMessageBox.StandardButton.Discard:
                then()

        ask_whether_to_save(self._window, self._document.project.name, decide)

    def _read(self, path: Path) -> None:
        self._leave_reading()
        if path.suffix.lower() == MODEL_SUFFIX:
            task = self._model_lane.start(lambda: _load_model(path))
            take: Callable[[Any], None] = self._take_model
        else:
            task = self._lane.start(lambda: (read_project(path), path))
            take = self._take_project
        before = self._document.project

        def finish(read: object) -> None:
            self._reading = None
            if self._document.project is before:
                take(read)
            else:  # it was edited while the file was read
                self.when_safe(lambda: take(read))

        self._reading = task
        task.succeeded.connect(finish)
        task.failed.connect(self._tell)
        self.reading.emit(path)

    def _leave_reading(self) -> None:
        if self._reading is not None:
            self._reading.cancel()
        self._reading = None

    def _take_project(self, read: tuple[Project, Path]) -> None:
        project, path = read
        self._replace(project, path)
        self._remember(path, "")

    def _take_model(self, opened: OpenedModel) -> None:
        # The model's file is no project file: saving asks for one.
        self._replace(opened.model.project, None)
        self._remember(opened.path, _result_of(opened.model))
        self.model_opened.emit(opened)

    def _replace(self, project: Project, path: Path | None, saved: bool = True) -> None:
        self._leave_reading()
        self._changes += 1
        self._document.replace(project, saved)
        self._set_path(path)
        self.opened.emit()

    def _write(self, project: Project, path: Path, then: Then) -> None:
        revision, changes = self._document.revision, self._changes

        def finish(written: Path) -> None:
            if self._changes != changes:
                return  # another project is open by now, which this file is not for
            if self._document.revision == revision:
                self._document.amend(lambda current: replace(current, name=project.name))
                self._document.mark_saved()
            self._set_path(written)
            self._remember(written, "")
            self.saved.emit(written)
            self.when_safe(then)

        task = self._lane.start(lambda: _write(project, path))
        task.succeeded.connect(finish)
        task.failed.connect(self._tell)

    def _model_saved(self, path: Path) -> None:
        self._remember(path, "")
        self.saved.emit(path)

    def _set_path(self, path: Path | None) -> None:
        self._path = path
        self.renamed.emit()

    def _remember(self, path: Path, result: str) -> None:
        project = self._document.project
        source = SOURCES.get(project.data.source.type)
        about = words(source.label) if source is not None else ""
        when = datetime.now().isoformat(timespec="seconds")
        self._memory.add_recent(RecentFile(str(path), about, result, when))
        self._memory.folder = str(path.parent)
        self.recent_changed.emit()

    def _tell(self, text: Message, detail: str) -> None:
        show_error(self._window, text, detail)

    def _ask_for_file(self, title: str, pattern: str, then: Callable[[Path], None]) -> None:
        dialog = QFileDialog(self._window, title, self._memory.folder, pattern)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        _open_dialog(dialog, then)

    def _ask_for_new_file(
        self,
        title: str,
        pattern: str,
        suggestion: Path,
        suffix: str,
        then: Callable[[Path], None],
    ) -> None:
        dialog = QFileDialog(self._window, title, str(suggestion.parent), pattern)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(suffix.removeprefix("."))
        dialog.selectFile(suggestion.name + suffix)
        _open_dialog(dialog, then)


def empty_project() -> Project:
    """A project with data and training chosen, and no layers."""
    return replace(
        project_from_template("mnist-mlp", translate("netstudio", "Untitled")), network=Stack()
    )


def _open_dialog(dialog: QFileDialog, then: Callable[[Path], None]) -> None:
    dialog.fileSelected.connect(lambda chosen: then(Path(chosen)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def _write(project: Project, path: Path) -> Path:
    write_project(project, path)
    return path


def _copy(model: Path, path: Path) -> Path:
    with replacing(path) as temporary:
        shutil.copyfile(model, temporary)
    return path


def _load_model(path: Path) -> OpenedModel:
    from netstudio.engine.model_file import load_model

    return OpenedModel(path, load_model(path))


def _result_of(model: TrainedModel) -> str:
    """The model's first metric on the test part, in words; "" where it has none."""
    from netstudio.tasks.task import TASKS

    test = model.figures.get("test") or {}
    metric = TASKS[model.project.task.type].metrics[0]
    return percent(float(test[metric])) if metric in test else ""


def _file_name(project_name: str) -> str:
    """A project's name without what a file's name cannot hold."""
    return "".join("-" if letter in '\\/:*?"<>|' else letter for letter in project_name)
