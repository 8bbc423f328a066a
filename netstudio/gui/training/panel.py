"""The training panel: loss, optimizer, schedule, and how long the network learns."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from netstudio.core.declare import Unreadable
from netstudio.core.document import Change, Document
from netstudio.core.problems import TRAINING, Problem
from netstudio.core.project import Project, Selected
from netstudio.gui.analysis import Analyser
from netstudio.gui.buttons import small_button
from netstudio.gui.forms.disclosure import Disclosure
from netstudio.gui.forms.problem_list import ProblemList
from netstudio.gui.forms.tab_order import tab_as_laid_out
from netstudio.gui.scrolling import scrolled
from netstudio.gui.texts import translate, words
from netstudio.gui.theme import metrics
from netstudio.gui.training.choices import Picker
from netstudio.gui.training.parts import (
    CHOSEN,
    LOSS,
    OPTIMIZER,
    OPTIONS,
    PARTS,
    SCHEDULE,
    carried_over,
    changing,
    declaration,
    fields_of,
    idle_fields,
    offered_fields,
    place_of,
    selected,
    unknown,
    with_removal,
    with_selected,
)
from netstudio.gui.training.schedule_curve import ScheduleCurve
from netstudio.gui.training.sections import SettingsRows, place_for_rows
from netstudio.tasks.optimizers import OPTIMIZERS
from netstudio.tasks.schedules import SCHEDULES
from netstudio.tasks.task import TASKS
from netstudio.tasks.training.options import TrainingOptions

if TYPE_CHECKING:
    from netstudio.engine.network.analyse import Analysis

# Rarely used settings are listed in this order: those of what is chosen first.
_BEHIND_MORE = (OPTIMIZER, SCHEDULE, LOSS, OPTIONS)

_ABOVE_BUTTON = 10


class TrainingPanel(QWidget):
    """Shows and edits how the document's project is trained.

    Signals:
        rate_search_wanted: The learning rate is to be found.
        tuning_wanted: The fastest way of training on this machine is to be measured.
    """

    rate_search_wanted = Signal()
    tuning_wanted = Signal()

    def __init__(
        self, document: Document, analyser: Analyser, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("trainingPanel")
        self._document = document
        self._found: tuple[Problem, ...] = ()
        self._advice: tuple[Problem, ...] = ()
        self._page = page = QWidget(self)
        self._problems = ProblemList(document, page)
        self._pickers = {
            LOSS: Picker(translate("netstudio", "Loss"), "lossCombo", page),
            OPTIMIZER: Picker(translate("netstudio", "Optimizer"), "optimizerCombo", page),
            SCHEDULE: Picker(translate("netstudio", "Schedule"), "scheduleCombo", page),
        }
        self._curve = ScheduleCurve(page)
        self._find = small_button(translate("netstudio", "Find…"), "findRate")
        self._find.setAccessibleName(translate("netstudio", "Find a learning rate"))
        self._tune = small_button(translate("netstudio", "Tune for this computer…"), "tune")
        self.set_ready(True)
        places = {part: place_for_rows(page) for part in PARTS}
        hidden = place_for_rows(page)
        behind = {part: place_for_rows(hidden) for part in _BEHIND_MORE}
        self._rows = {part: SettingsRows(places[part], behind[part], self) for part in PARTS}
        self._more = Disclosure(translate("netstudio", "More"), hidden, page)
        self._lay_out(places, hidden, behind)
        self._connect()
        self._show_project(document.project)
        self.destroyed.connect(document.connect(self._document_changed))
        analyser.analysed.connect(self._show_analysis)
        if analyser.current is not None:
            self._show_analysis(analyser.current)

    def add_note(self, note: QWidget) -> None:
        """Put what is to be said of the settings where it is seen though the rare ones are not."""
        column = self._page.layout()
        assert isinstance(column, QVBoxLayout)
        column.insertWidget(column.indexOf(self._more), note)

    def set_ready(self, is_ready: bool) -> None:
        """Say whether something can be tried now: not while a network is trained."""
        busy = translate("netstudio", "Not while a network is trained: it needs the machine.")
        find = translate("netstudio", "Try learning rates for a moment, and see the best")
        tune = translate("netstudio", "Measure for some seconds how this network trains fastest")
        for button, what in ((self._find, find), (self._tune, tune)):
            button.setEnabled(is_ready)
            button.setToolTip(what if is_ready else busy)

    def _lay_out(
        self, places: dict[str, QWidget], hidden: QWidget, behind: dict[str, QWidget]
    ) -> None:
        column = QVBoxLayout(self._page)
        padding = metrics.PANEL_PADDING
        column.setContentsMargins(padding, 6, padding, padding)
        column.setSpacing(0)
        column.addWidget(self._problems)
        for part, picker in self._pickers.items():
            column.addWidget(picker)
            if part == SCHEDULE:
                column.addWidget(self._curve)
            column.addWidget(places[part])
        column.addWidget(places[OPTIONS])
        column.addWidget(self._more)
        column.addStretch(1)
        below = hidden.layout()
        assert isinstance(below, QVBoxLayout)
        for place in behind.values():
            below.addWidget(place)
        button = QHBoxLayout()
        button.setContentsMargins(0, _ABOVE_BUTTON, 0, 0)
        button.addWidget(self._tune)
        button.addStretch(1)
        below.addLayout(button)
        self._area = scrolled(self._page, translate("netstudio", "Training settings"))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._area)

    def _connect(self) -> None:
        self._find.clicked.connect(self.rate_search_wanted)
        self._tune.clicked.connect(self.tuning_wanted)
        for part, picker in self._pickers.items():
            picker.chosen.connect(partial(self._choose, part))
            picker.fix_chosen.connect(self._problems.apply)
        for part, rows in self._rows.items():
            rows.edited.connect(partial(self._set_field, part))
            rows.fix_chosen.connect(self._problems.apply)

    def _document_changed(self, change: Change) -> None:
        if change.after.training != change.before.training or (
            change.after.task != change.before.task
        ):
            self._show_project(change.after)

    def _show_project(self, project: Project) -> None:
        training, task = project.training, TASKS.get(project.task.type)
        for part, registry in CHOSEN.items():
            names = task.losses if part == LOSS and task else registry.names()
            chosen, cls = selected(training, part), declaration(training, part)
            self._pickers[part].offer(registry[name] for name in names)
            self._pickers[part].show_selected(chosen, cls)
            self._pickers[part].show_problem(None if cls else unknown(part, chosen))
        for part, rows in self._rows.items():
            cls = declaration(training, part)
            specs = offered_fields(cls, task) if cls else ()
            # Options are in sections; what belongs to a choice is called after it.
            title = "" if cls is None or part == OPTIONS else words(cls.label)
            if part == OPTIMIZER:
                self._find.setParent(self)  # or it would go with its row
                self._find.hide()
            rows.show_values(title, specs, fields_of(training, part))
            rows.show_idle(idle_fields(cls, fields_of(training, part)) if cls else ())
            if part == OPTIMIZER and (rate := rows.common_row("lr")) is not None:
                rate.put_beside(self._find)
                self._find.show()
        self._show_curve(project)
        self._tidy()

    def _show_curve(self, project: Project) -> None:
        training = project.training
        try:
            schedule = SCHEDULES.make(training.schedule.type, training.schedule.fields)
            optimizer = OPTIMIZERS.make(training.optimizer.type, training.optimizer.fields)
            options = TrainingOptions.read(training.options)
        except Unreadable:
            return  # the last curve stays until what is typed makes sense again
        self._curve.show_schedule(schedule, optimizer.lr, options.epochs)

    def show_advice(self, advice: Problem | None) -> None:
        """Show beside the analysis' problems what the chosen device says of the settings."""
        self._advice = () if advice is None else (advice,)
        self._show_problems()

    def _show_analysis(self, analysis: Analysis) -> None:
        self._found = tuple(each for each in analysis.problems if each.target == TRAINING)
        self._show_problems()

    def _show_problems(self) -> None:
        training = self._document.project.training
        found = (*self._found, *self._advice)
        at_rows: dict[str, dict[str, Problem]] = {part: {} for part in PARTS}
        apart = []
        for problem in found:
            part = place_of(problem, training)
            if part is not None and problem.field is not None:
                at_rows[part].setdefault(problem.field, problem)
            elif problem.field not in (LOSS, "type"):
                apart.append(with_removal(problem, training))
        if declaration(training, LOSS) is not None:
            losses = [problem for problem in found if problem.field == LOSS]
            self._pickers[LOSS].show_problem(losses[0] if losses else None)
        for part, rows in self._rows.items():
            rows.show_problems(at_rows[part])
        self._problems.show_problems(apart)
        self._tidy()

    def _tidy(self) -> None:
        """Bring problems into view, and what was made anew into the order of the Tab key."""
        if any(rows.needs_advanced for rows in self._rows.values()):
            self._more.open()
        tab_as_laid_out(self._area, self._page)

    def _set_field(self, part: str, name: str, value: object) -> None:
        cls = declaration(self._document.project.training, part)
        assert cls is not None
        setting = next(words(spec.label) for spec in cls.fields() if spec.name == name)
        label = translate("netstudio", "Change {setting}").format(
            setting=setting[:1].lower() + setting[1:]
        )
        self._document.edit(
            label,
            changing(part, lambda fields: fields.replace(**{name: value})),
            merge_key=f"{TRAINING}.{part}.{name}",
        )

    def _choose(self, part: str, type_name: str) -> None:
        training = self._document.project.training
        before = selected(training, part)
        new = CHOSEN[part][type_name]
        if before.type == type_name:
            return
        fields = carried_over(declaration(training, part), before.fields, new)
        label = translate("netstudio", "Train with {choice}").format(choice=words(new.label))
        self._document.edit(
            label, lambda project: with_selected(project, part, Selected(type_name, fields))
        )
