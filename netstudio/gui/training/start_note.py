"""What the network takes over from the file that it starts from, told before it is trained."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from netstudio import paths
from netstudio.core import edits
from netstudio.core.document import Change, Document
from netstudio.core.learning import frozen_uids
from netstudio.core.project import Project
from netstudio.core.translate import Message
from netstudio.core.tree import Stack
from netstudio.gui.analysis import Analyser
from netstudio.gui.background import Lane, Task
from netstudio.gui.buttons import small_button
from netstudio.gui.labels import breakable, text_label
from netstudio.gui.texts import translate, words

if TYPE_CHECKING:
    from netstudio.engine.training.beginning.transfer import Preview

OPTION = "start_from"

# While a path is typed, nobody reads what each of its beginnings would give.
_AFTER_TYPING_MS = 300


class StartNote(QWidget):
    """Says which weights fit and which do not; follows the document.

    Args:
        document: The project.
        analyser: Tells when the network has another shape.
        lane: Where files are read.
    """

    def __init__(
        self, document: Document, analyser: Analyser, lane: Lane, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("startNote")
        self._document = document
        self._lane = lane
        self._task: Task | None = None
        self._told: tuple[str, object, Stack] | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 2, 0, 8)
        self._column.setSpacing(4)
        self._lines: list[QLabel] = []
        self._layers: frozenset[str] = frozenset()
        self._is_partial = False
        self._freeze = small_button(
            translate("netstudio", "Freeze what is taken over"), "freezeTaken"
        )
        self._freeze.clicked.connect(self._freeze_taken)
        self._column.addWidget(self._freeze, 0, Qt.AlignmentFlag.AlignLeft)
        self._later = QTimer(self, singleShot=True, interval=_AFTER_TYPING_MS)
        self._later.timeout.connect(self._ask)
        analyser.analysed.connect(self._look_again)
        self.destroyed.connect(document.connect(self._document_changed))
        self.hide()
        self._look_again()

    def _document_changed(self, change: Change) -> None:
        if change.after.training.options != change.before.training.options:
            self._look_again()
        elif change.after.network is not change.before.network:
            self._offer_freezing()

    def _look_again(self, _: object = None) -> None:
        """Ask anew where something has changed that the answer depends on."""
        project = self._document.project
        path = _path(project)
        if not path:
            self._told = None
            self._forget()
            self._later.stop()
            self.hide()
            return
        asked = (path, project.data.facts, project.network)
        if asked != self._told:
            self._told = asked
            self._forget()
            self._show([(translate("netstudio", "Reading the weights…"), "small")])
            self._later.start()

    def _forget(self) -> None:
        """Drop the answer that is on its way."""
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _ask(self) -> None:
        project = self._document.project
        path = paths.expanded(_path(project))
        self._task = self._lane.start(lambda: _preview(project, path))
        self._task.succeeded.connect(self._tell)
        self._task.failed.connect(self._tell_failure)

    def _tell(self, seen: Preview) -> None:
        self._task = None
        first, *others = (_between_names(words(text)) for text in seen.found.in_words())
        self._show([(first, "small"), *((text, "warning") for text in others)])
        self._layers = seen.layers
        # Where everything is taken over, nothing would be left to learn.
        self._is_partial = seen.found.taken < seen.found.total
        self._offer_freezing()

    def _tell_failure(self, text: Message, _detail: str) -> None:
        self._task = None
        self._show([(breakable(words(text)), "error")])

    def _offer_freezing(self) -> None:
        learning = self._layers - frozen_uids(self._document.project.network)
        self._freeze.setVisible(bool(learning) and self._is_partial)

    def _freeze_taken(self) -> None:
        layers = self._layers
        self._document.edit(
            self._freeze.text(),
            lambda project: project.with_network(edits.set_frozen(project.network, layers, True)),
        )

    def _show(self, lines: list[tuple[str, str]]) -> None:
        self._layers = frozenset()
        self._freeze.hide()
        for line in self._lines:
            line.hide()
            line.deleteLater()
        self._lines = [text_label(text, role, self) for text, role in lines]
        for at, line in enumerate(self._lines):
            self._column.insertWidget(at, line)
            line.show()
        self.setVisible(bool(_path(self._document.project)))


def _path(project: Project) -> str:
    path = project.training.options.get(OPTION, "")
    return path if isinstance(path, str) else ""


def _between_names(text: str) -> str:
    """The text with places in the long names of weights where a line may end."""
    return text.replace(".", ".\u200b")


def _preview(project: Project, path: Path) -> Preview:
    from netstudio.engine.training.beginning.transfer import preview

    return preview(project, path)
