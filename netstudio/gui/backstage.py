"""What works behind the window: the document, the engine, files, and every thread."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from netstudio import paths
from netstudio.core.document import Document
from netstudio.core.project import Project
from netstudio.gui.analysis import Analyser
from netstudio.gui.current_model import CurrentModel
from netstudio.gui.data.loader import DataLoader
from netstudio.gui.engine_loader import EngineLoader
from netstudio.gui.files.autosave import Autosave
from netstudio.gui.files.project_files import ProjectFiles, empty_project
from netstudio.gui.lanes import Lanes
from netstudio.gui.language import speak
from netstudio.gui.memory import Memory
from netstudio.gui.run_controller import RunController
from netstudio.gui.runs.store import RunsStore


class Backstage:
    """Everything of one window that is not seen.

    Args:
        project: What to begin with; None for an empty project.
        window: Who owns it.

    Attributes:
        memory: What is remembered from one start to the next.
        document: The project that is edited.
        engine: Loads torch.
        lanes: The background threads.
        analyser: Keeps shapes and problems up to date.
        data: Keeps the data set up to date.
        model: The trained model that is evaluated and used.
        run_controller: Owns the training thread.
        runs: All runs that are kept.
        files: Opens and saves.
    """

    def __init__(self, project: Project | None, window: QWidget) -> None:
        self.memory = Memory()
        speak(self.memory.language)  # before anything has a name
        self.document = Document(project or empty_project())
        self.engine = EngineLoader(window)
        self.lanes = Lanes(self.engine, window)
        self.analyser = Analyser(self.document, self.lanes.analysis, window)
        self.data = DataLoader(self.document, self.lanes.data, window)
        self.model = CurrentModel(self.lanes.model, window)
        self.run_controller = RunController(window)
        self.runs = RunsStore(paths.user_runs(), self.lanes.lookup, self.run_controller, window)
        self.runs.refresh()
        self.files = ProjectFiles(
            self.document, self.lanes.files, self.lanes.model, self.memory, window
        )
        self._autosave = Autosave(self.document, self.files, self.lanes.files, window)

    def close(self) -> None:
        """End every thread, waiting where one cannot be stopped at once."""
        self.memory.write()
        for part in (self.analyser, self.data, self.run_controller, self.runs):
            part.close()
        self.lanes.cancel()
        self.engine.close()
        self.lanes.close()
        self._autosave.close()
