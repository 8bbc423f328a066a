"""What the user's file or folder seems to be, and what is begun with it."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from netstudio.core.project import Project
from netstudio.core.translate import Message, shorten
from netstudio.gui.background import Lane, Task
from netstudio.gui.busy import BusyBar
from netstudio.gui.data.radio_choice import Answer, RadioChoice
from netstudio.gui.labels import breakable, text_label
from netstudio.gui.texts import translate, words
from netstudio.tasks.sources import SOURCES
from netstudio.tasks.task import TASKS

if TYPE_CHECKING:
    from netstudio.engine.data.guessing.suit import Suggestion
    from netstudio.engine.events import Preparing

_WIDTH = 460
_MARGIN, _GAP = 18, 10
_LONGEST_NAME = 48


class ArrivalDialog(QDialog):
    """Looks at a file or folder, says what it seems to be, and lets the user change it.

    Args:
        path: What has arrived.
        lane: Where it is looked at.
        project: The open project; None where none is worth keeping.
        parent: The window.

    Signals:
        new_wanted: A new project (a ``Project``) with these data.
        data_wanted: These data (``Selected``, the task's class) for the network that is open.
    """

    new_wanted = Signal(object)
    data_wanted = Signal(object, object)

    def __init__(self, path: Path, lane: Lane, project: Project | None, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("arrivalDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(translate("netstudio", "Your data"))
        self._project = project
        self._suggestions: Sequence[Suggestion] = ()
        self._name = QLabel(shorten(path.name or str(path), _LONGEST_NAME))
        self._name.setTextFormat(Qt.TextFormat.PlainText)
        self._name.setProperty("role", "figure")
        self._name.setToolTip(str(path))
        self._said = text_label("", "error", self)
        self._said.hide()
        self._busy = BusyBar()
        self._purposes = RadioChoice(translate("netstudio", "What should the network learn?"))
        self._networks = RadioChoice(translate("netstudio", "Which network?"))
        self._cancel = QPushButton(translate("netstudio", "Cancel"))
        self._use = QPushButton(translate("netstudio", "Use these data"))
        self._lay_out()
        self._purposes.changed.connect(self._offer_networks)
        self._cancel.clicked.connect(self.reject)
        self._use.clicked.connect(self._take)
        self._task: Task = lane.start(lambda: _suggestions(path))
        self._task.succeeded.connect(self._show_suggestions)
        self._task.failed.connect(self._show_failure)
        self._task.cancelled.connect(self.reject)
        self._busy.follow(self._task, translate("netstudio", "Looking at your data"))

    def done(self, result: int) -> None:
        if not self._suggestions:
            self._task.cancel()
        super().done(result)

    def _lay_out(self) -> None:
        self._cancel.setObjectName("arrivalCancel")
        self._cancel.setAutoDefault(False)
        self._use.setObjectName("arrivalUse")
        self._use.setProperty("role", "primary")
        self._use.setDefault(True)
        for button in (self._cancel, self._use):
            button.hide()  # while it looks, the bar has a button of its own
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(self._cancel)
        buttons.addWidget(self._use)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        column.setSpacing(_GAP)
        column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)  # see _fit
        for part in (self._name, self._said, self._busy, self._purposes, self._networks):
            column.addWidget(part)
        column.addStretch()
        column.addLayout(buttons)
        self.setMinimumWidth(_WIDTH)

    def _show_suggestions(self, found: Sequence[Suggestion]) -> None:
        self._busy.hide()
        self._suggestions = found
        options = [
            Answer(
                words(TASKS[each.guess.task].label),
                (
                    words(each.guess.why),
                    translate("netstudio", "Read as: {source}").format(
                        source=words(SOURCES[each.guess.source.type].label)
                    ),
                ),
            )
            for each in found
        ]
        self._purposes.offer(options)
        for button in (self._cancel, self._use):
            button.show()
        self._use.setFocus()
        self._fit()

    def _offer_networks(self) -> None:
        chosen = self._suggestions[self._purposes.chosen]
        answers = [Answer(translate("netstudio", "A new one without layers"))]
        if (template := chosen.template) is not None:
            fitting = translate("netstudio", "A new one that suits them: {template}")
            label = fitting.format(template=words(template.label))
            answers = [Answer(label, (words(template.help),))]
        project = self._project
        if project is not None and project.task.type == chosen.guess.task:
            kept = translate("netstudio", "The one that is open: {name}").format(
                name=shorten(project.name, _LONGEST_NAME)
            )
            answers.insert(0, Answer(kept))
        self._networks.offer(answers)
        self._fit()

    def _show_failure(self, text: Message, detail: str) -> None:
        self._busy.hide()
        self._said.setText(breakable(words(text)))
        self._said.setToolTip(detail)
        self._said.show()
        self._cancel.show()
        self._cancel.setText(translate("netstudio", "Close"))
        self._cancel.setFocus()
        self._fit()

    def _fit(self) -> None:
        """Be as high as what is in it; texts that wrap ask for more by themselves."""
        layout = self.layout()
        assert layout is not None
        layout.activate()
        self.resize(self.width(), layout.totalHeightForWidth(self.width()))

    def _take(self) -> None:
        chosen = self._suggestions[self._purposes.chosen]
        keeps_network = self._networks.count > 1 and self._networks.chosen == 0
        self.accept()
        if not keeps_network:
            self.new_wanted.emit(chosen.project)
            return
        from netstudio.engine.data.guessing.suit import kept_settings

        assert self._project is not None
        source = kept_settings(self._project.data.source, chosen.guess.source)
        self.data_wanted.emit(source, TASKS[chosen.guess.task])


def _suggestions(path: Path) -> Generator[Preparing, None, tuple[Suggestion, ...]]:
    from netstudio.engine.data.guessing.guess import guess
    from netstudio.engine.data.guessing.suit import suggestions

    found = yield from guess(path)
    return suggestions(found, path.name.partition(".")[0] or path.name)
