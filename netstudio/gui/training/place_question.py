"""Asks where a run goes on that cannot be written any more."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from netstudio.gui.run_controller import RunController, RunState
from netstudio.gui.texts import translate, words

if TYPE_CHECKING:
    from netstudio.engine.events import Event, PlaceWanted


class PlaceQuestion(QObject):
    """Offers another place as long as the run waits for one; nothing is lost meanwhile."""

    def __init__(self, controller: RunController, window: QWidget) -> None:
        super().__init__(window)
        self._controller = controller
        self._window = window
        self._wanted: PlaceWanted | None = None
        self._box: QMessageBox | None = None
        controller.received.connect(self._take)
        controller.state_changed.connect(self._follow)

    def take_over(self, before: PlaceQuestion) -> None:
        """Ask what another one has asked."""
        self._wanted = before._wanted
        if self._controller.state is RunState.WAITING:
            self._ask()

    def _take(self, events: tuple[Event, ...]) -> None:
        from netstudio.engine.events import PlaceWanted

        for event in events:
            if isinstance(event, PlaceWanted):
                self._wanted = event
                self._ask()

    def _follow(self, state: RunState) -> None:
        if state is not RunState.WAITING and self._box is not None:
            self._box.close()

    def _ask(self) -> None:
        assert self._wanted is not None
        self._box = box = QMessageBox(self._window)
        box.setObjectName("placeBox")
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle("netstudio")
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(words(self._wanted.message))
        box.setInformativeText(
            translate(
                "netstudio",
                "Nothing is lost: the training waits until there is a place to write to.",
            )
        )
        role = QMessageBox.ButtonRole
        elsewhere = box.addButton(
            translate("netstudio", "Save the run elsewhere…"), role.AcceptRole
        )
        again = box.addButton(translate("netstudio", "Try again"), role.ActionRole)
        stop = box.addButton(translate("netstudio", "Stop the training"), role.DestructiveRole)
        box.setDefaultButton(elsewhere)
        elsewhere.clicked.connect(self._choose)
        again.clicked.connect(self._try_again)
        stop.clicked.connect(self._controller.stop)
        box.finished.connect(self._closed)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()

    def _closed(self) -> None:
        self._box = None

    def _choose(self) -> None:
        dialog = QFileDialog(self._window, translate("netstudio", "Where the run is saved"))
        dialog.setObjectName("placeDialog")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(lambda chosen: self._controller.go_on_in(Path(chosen)))
        dialog.rejected.connect(self._ask_again)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _ask_again(self) -> None:
        if self._controller.state is RunState.WAITING:
            self._ask()

    def _try_again(self) -> None:
        assert self._wanted is not None
        self._controller.go_on_in(Path(self._wanted.place))
