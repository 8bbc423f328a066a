"""The tab with the steps by which training samples are varied, and what they do to some of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from netstudio.core.document import Change
from netstudio.core.translate import Message
from netstudio.gui.background import Task
from netstudio.gui.buttons import small_button
from netstudio.gui.forms.form import FieldsForm
from netstudio.gui.samples.augmentation import steps
from netstudio.gui.samples.augmentation.step_list import StepList
from netstudio.gui.samples.augmentation.variation_view import VariationView
from netstudio.gui.samples.augmentation.variations import Variations, make_variations
from netstudio.gui.samples.section import Bench, Section
from netstudio.gui.scrolling import scrolled
from netstudio.gui.texts import translate, words
from netstudio.gui.theme.icons import icon
from netstudio.tasks.augmentations import AUGMENTATIONS, AugmentationDef, augmentations_for
from netstudio.tasks.settings import read_settings
from netstudio.tasks.task import TASKS

if TYPE_CHECKING:
    from netstudio.gui.data.content import LoadedData

_STEPS_WIDTH = 264
_LIST_HEIGHT = 170
_GAP = 16
# So long, in ms, the preview waits for the next change.
_PATIENCE = 60


class AugmentationSection(Section):
    """Edits the steps and shows what they make of real samples."""

    name = "augmentation"

    @staticmethod
    def title() -> str:
        return translate("netstudio", "Augmentation")

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench)
        self._data: LoadedData | None = None
        self._seed = 0
        self._task: Task | None = None
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._patience.timeout.connect(self._make)
        self.steps = StepList(bench.document)
        self.steps.chosen.connect(self._show_step)
        self.menu = QMenu(self)
        self.menu.setToolTipsVisible(True)
        self._add = QPushButton(translate("netstudio", "Add step"))
        self._add.setObjectName("addAugmentation")
        self._add.setIcon(icon("plus"))
        self._add.setMenu(self.menu)
        self._up = _tool("arrow-up", translate("netstudio", "Move up"))
        self._down = _tool("arrow-down", translate("netstudio", "Move down"))
        self._remove = _tool("trash", translate("netstudio", "Remove"))
        self._up.clicked.connect(lambda: self.steps.move_current(-1))
        self._down.clicked.connect(lambda: self.steps.move_current(1))
        self._remove.clicked.connect(self.steps.remove_current)
        self._settings = _StepSettings(bench)
        self.view = VariationView()
        self._others = small_button(translate("netstudio", "Other samples"), "otherSamples")
        self._others.clicked.connect(self._look_elsewhere)
        self._said = _note("")
        self._states = QStackedWidget()
        self._arrange()
        self._disconnect = bench.document.connect(self._follow)
        self.destroyed.connect(self._disconnect)
        self.steps.follow()

    def show_data(self, data: LoadedData | None) -> None:
        if data is self._data:
            return
        self._data = data
        self._offer()
        self._preview()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._preview()

    def hideEvent(self, event: QHideEvent) -> None:
        self._patience.stop()
        super().hideEvent(event)

    def _follow(self, change: Change) -> None:
        if change.after.data.augmentation != change.before.data.augmentation:
            self.steps.follow()
            self._preview()
        elif change.after.task != change.before.task:
            self._offer()

    def _show_step(self, row: int) -> None:
        count = len(self.bench.document.project.data.augmentation)
        self._up.setEnabled(row > 0)
        self._down.setEnabled(0 <= row < count - 1)
        self._remove.setEnabled(row >= 0)
        self._settings.show_step(row)

    def _offer(self) -> None:
        """Have an entry for each step that suits the task."""
        self.menu.clear()
        task = TASKS.get(self.bench.document.project.task.type)
        offered = augmentations_for(task.content, task.aim) if task else ()
        for step in offered:
            entry = self.menu.addAction(words(step.label))
            entry.setToolTip(words(step.help))
            entry.triggered.connect(lambda _, name=step.type: self._add_step(name))
        self._add.setEnabled(bool(offered))

    def _add_step(self, type_name: str) -> None:
        steps.add(self.bench.document, type_name)
        self.steps.choose(self.steps.count() - 1)

    def _look_elsewhere(self) -> None:
        self._seed += 1
        self._preview()

    def _preview(self) -> None:
        if self._data is not None and self.isVisible():
            self._patience.start()

    def _make(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._task = None
        data, seed = self._data, self._seed
        # What does not suit the task, or is wrong, is told among the problems.
        wanted = _fitting(self.bench)
        self._others.setEnabled(bool(wanted))
        if data is None or not wanted:
            self._states.setCurrentIndex(1)
            return
        content = data.wish.task.content
        self._task = self.bench.lane.start(
            lambda: make_variations(wanted, data.dataset, content, seed)
        )
        self._task.succeeded.connect(self._take)
        self._task.failed.connect(self._fail)

    def _take(self, variations: Variations) -> None:
        if self.sender() is self._task:
            self._task = None
            self._said.hide()
            self.view.show_variations(variations)
            self._states.setCurrentIndex(0)

    def _fail(self, text: Message, detail: str) -> None:
        if self.sender() is self._task:
            self._task = None
            self._said.setText(words(text))
            self._said.show()

    def _arrange(self) -> None:
        tools = QHBoxLayout()
        tools.setSpacing(4)
        tools.addWidget(self._add, 1)
        for tool in (self._up, self._down, self._remove):
            tools.addWidget(tool)
        self.steps.setFixedHeight(_LIST_HEIGHT)
        left = QVBoxLayout()
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(8)
        left.addLayout(tools)
        left.addWidget(self.steps)
        left.addWidget(scrolled(self._settings), 1)
        holder = QWidget()
        holder.setFixedWidth(_STEPS_WIDTH)
        holder.setLayout(left)
        only = translate(
            "netstudio", "Only the training part is varied, anew in every epoch; nothing is stored."
        )
        head = QHBoxLayout()
        head.addWidget(_note(only), 1)
        head.addWidget(self._others)
        nothing = QLabel(
            translate(
                "netstudio",
                "Add a step to show the network each training sample a little differently every "
                "time. That helps against over-fitting, most of all where samples are few.",
            ),
            alignment=Qt.AlignmentFlag.AlignCenter,
        )
        nothing.setProperty("role", "secondary")
        nothing.setWordWrap(True)
        self._states.addWidget(scrolled(self.view, translate("netstudio", "Preview")))
        self._states.addWidget(nothing)
        self._states.setCurrentIndex(1)
        self._said.hide()
        right = QVBoxLayout()
        right.setSpacing(10)
        right.addLayout(head)
        right.addWidget(self._said)
        right.addWidget(self._states, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        row.addWidget(holder)
        row.addLayout(right, 1)


class _StepSettings(QWidget):
    """What the chosen step does, and its settings."""

    def __init__(self, bench: Bench) -> None:
        super().__init__()
        self._document = bench.document
        self._at = -1
        self._type = ""
        self._form: FieldsForm | None = None
        self._help = _note("")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 8, 0)
        self._column.setSpacing(6)
        self._column.addWidget(self._help)
        self._column.addStretch()

    def show_step(self, at: int) -> None:
        """Show the settings of the step with this number, or none."""
        chosen = self._document.project.data.augmentation
        step = chosen[at] if 0 <= at < len(chosen) else None
        declared = AUGMENTATIONS.get(step.type) if step else None
        if (step.type if step else "") != self._type or at != self._at:
            self._type, self._at = step.type if step else "", at
            self._leave()
            self._help.setText(words(declared.help) if declared else "")
            if declared and step and declared.fields():
                self._form = FieldsForm(declared.fields(), step.fields, self)
                self._form.edited.connect(self._edit)
                self._column.insertWidget(1, self._form)
        if self._form is not None and step is not None:
            self._form.show_values(step.fields)

    def _leave(self) -> None:
        if self._form is not None:
            self._column.removeWidget(self._form)
            self._form.hide()
            self._form.deleteLater()
            self._form = None

    def _edit(self, name: str, value: object) -> None:
        steps.change(self._document, self._at, name, value)


def _fitting(bench: Bench) -> tuple[AugmentationDef, ...]:
    """The document's steps that suit its task and are switched on."""
    settings, _ = read_settings(bench.document.project)
    task = settings.task
    offered = augmentations_for(task.content, task.aim) if task else ()
    return tuple(step for step in settings.augmentation if type(step) in offered)


def _tool(icon_name: str, text: str) -> QToolButton:
    button = QToolButton()
    button.setIcon(icon(icon_name))
    button.setIconSize(QSize(16, 16))
    button.setToolTip(text)
    button.setAccessibleName(text)
    return button


def _note(text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", "secondary")
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
