"""What has to be settled before the window may close."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from netstudio.core.document import Document
from netstudio.gui.files.project_files import ProjectFiles
from netstudio.gui.messages import ask
from netstudio.gui.run_controller import RunController
from netstudio.gui.texts import translate


class Closing(QObject):
    """Asks what becomes of a run and of unsaved changes, then closes the window."""

    def __init__(
        self, document: Document, controller: RunController, files: ProjectFiles, window: QWidget
    ) -> None:
        super().__init__(window)
        self._document = document
        self._controller = controller
        self._files = files
        self._window = window
        self._follows_run = False
        self._is_settled = False
        controller.ended.connect(self._run_ended)

    def is_settled(self) -> bool:
        """Whether the window may close now; where not, it asks, and closes it when it may."""
        if self._is_settled:
            return True
        if self._controller.is_busy:
            self._ask_to_stop()
            return False
        if self._document.is_modified:
            self._files.when_safe(self._settle)
            return False
        return True

    def _ask_to_stop(self) -> None:
        ask(
            self._window,
            "stopBox",
            translate("netstudio", "Stop the training and close?"),
            translate("netstudio", "The run is saved; you can resume it later."),
            translate("netstudio", "Stop and close"),
            self._stop,
        )

    def _stop(self) -> None:
        if self._controller.is_busy:
            self._follows_run = True
            self._controller.stop()
        else:
            self._window.close()

    def _run_ended(self) -> None:
        if self._follows_run:
            self._follows_run = False
            self._window.close()

    def _settle(self) -> None:
        self._is_settled = True
        self._window.close()
