"""The training panel: loss, optimizer and how long the network learns."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from netstudio.core.declare import Declared, Unreadable
from netstudio.core.document import Change, Document
from netstudio.core.problems import TRAINING, Fix, Problem, Severity
from netstudio.core.project import Project, Selected, TrainingChoice
from netstudio.core.translate import QT_TRANSLATE_NOOP, message, shorten
from netstudio.core.values import Fields
from netstudio.gui.analysis import Analyser
from netstudio.gui.forms.disclosure import Disclosure
from netstudio.gui.forms.problem_list import ProblemList
from netstudio.gui.forms.tab_order import tab_as_laid_out
from netstudio.gui.scrolling import scrolled
from netstudio.gui.texts import translate, words
from netstudio.gui.theme import metrics
from netstudio.gui.training.choices import Picker, SettingsRows, place_for_rows
from netstudio.tasks.losses import LOSSES
from netstudio.tasks.optimizers import OPTIMIZERS
from netstudio.tasks.task import TASKS
from netstudio.tasks.training.options import TrainingOptions

if TYPE_CHECKING:
    from netstudio.engine.network.analyse import Analysis

LOSS, OPTIMIZER, OPTIONS = "loss", "optimizer", "options"


class TrainingPanel(QWidget):
    """Shows and edits how the document's project is trained."""

    def __init__(
        self, document: Document, analyser: Analyser, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("trainingPanel")
        self._document = document
        self._page = page = QWidget(self)
        self._problems = ProblemList(document, page)
        self._pickers = {
            LOSS: Picker(translate("netstudio", "Loss"), "lossCombo", page),
            OPTIMIZER: Picker(translate("netstudio", "Optimizer"), "optimizerCombo", page),
        }
        places = {part: place_for_rows(page) for part in (LOSS, OPTIMIZER, OPTIONS)}
        hidden = QWidget(page)
        below = QVBoxLayout(hidden)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(0)
        self._rows: dict[str, SettingsRows] = {}
        for part, place in places.items():
            advanced = place_for_rows(hidden)
            below.addWidget(advanced)
            self._rows[part] = SettingsRows(place, advanced, self)
        self._more = Disclosure(translate("netstudio", "More"), hidden, page)
        column = QVBoxLayout(page)
        padding = metrics.PANEL_PADDING
        column.setContentsMargins(padding, 6, padding, padding)
        column.setSpacing(0)
        column.addWidget(self._problems)
        for part in (LOSS, OPTIMIZER):
            column.addWidget(self._pickers[part])
            column.addWidget(places[part])
        column.addWidget(places[OPTIONS])
        column.addWidget(self._more)
        column.addStretch(1)
        self._area = scrolled(page, translate("netstudio", "Training settings"))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._area)
        for part, picker in self._pickers.items():
            picker.chosen.connect(partial(self._choose, part))
            picker.fix_chosen.connect(self._problems.apply)
        for part, rows in self._rows.items():
            rows.edited.connect(partial(self._set_field, part))
            rows.fix_chosen.connect(self._problems.apply)
        self._show_project(document.project)
        self.destroyed.connect(document.connect(self._document_changed))
        analyser.analysed.connect(self._show_analysis)
        if analyser.current is not None:
            self._show_analysis(analyser.current)

    def _document_changed(self, change: Change) -> None:
        if change.after.training != change.before.training or (
            change.after.task != change.before.task
        ):
            self._show_project(change.after)

    def _show_project(self, project: Project) -> None:
        training = project.training
        task = TASKS.get(project.task.type)
        names = task.losses if task else LOSSES.names()
        self._pickers[LOSS].offer(LOSSES[name] for name in names)
        self._pickers[OPTIMIZER].offer(OPTIMIZERS)
        for part, selected in ((LOSS, training.loss), (OPTIMIZER, training.optimizer)):
            cls = _declaration(part, selected)
            self._pickers[part].show_selected(selected, cls)
            self._pickers[part].show_problem(None if cls else _unknown(part, selected))
            self._rows[part].show_values(cls, selected.fields)
        self._rows[OPTIONS].show_values(TrainingOptions, training.options)
        self._tidy()

    def _show_analysis(self, analysis: Analysis) -> None:
        found = [problem for problem in analysis.problems if problem.target == TRAINING]
        by_field = {problem.field: problem for problem in reversed(found) if problem.field}
        training = self._document.project.training
        if _declaration(LOSS, training.loss) is not None:
            self._pickers[LOSS].show_problem(by_field.get(LOSS))
        for rows in self._rows.values():
            rows.show_problems(by_field)
        shown = {LOSS, "type"}.union(*(rows.names for rows in self._rows.values()))
        self._problems.show_problems(
            _with_removal(problem, training) for problem in found if problem.field not in shown
        )
        self._tidy()

    def _tidy(self) -> None:
        """Bring problems into view, and what was made anew into the order of the Tab key."""
        if any(rows.needs_advanced for rows in self._rows.values()):
            self._more.open()
        tab_as_laid_out(self._area, self._page)

    def _set_field(self, part: str, name: str, value: object) -> None:
        cls = _declaration(part, getattr(self._document.project.training, part))
        assert cls is not None
        setting = next(words(spec.label) for spec in cls.fields() if spec.name == name)
        label = translate("netstudio", "Change {setting}").format(
            setting=setting[:1].lower() + setting[1:]
        )
        self._document.edit(
            label,
            _changing(part, lambda fields: fields.replace(**{name: value})),
            merge_key=f"{TRAINING}.{part}.{name}",
        )

    def _choose(self, part: str, type_name: str) -> None:
        before: Selected = getattr(self._document.project.training, part)
        old, new = _declaration(part, before), _declaration(part, Selected(type_name))
        assert new is not None
        if before.type == type_name:
            return
        kept = before.fields if old is None else _set_by_hand(old, before.fields)
        fields = Fields({name: kept.get(name, value) for name, value in new.defaults().items()})
        label = translate("netstudio", "Train with {choice}").format(choice=words(new.label))
        self._document.edit(
            label, lambda project: _with(project, part, Selected(type_name, fields))
        )


def _declaration(part: str, chosen: Selected | Fields) -> type[Declared] | None:
    """What is declared of the chosen loss or optimizer, or of the options."""
    match part, chosen:
        case "loss", Selected(type_name):
            return LOSSES.get(type_name)
        case "optimizer", Selected(type_name):
            return OPTIMIZERS.get(type_name)
    return TrainingOptions


def _unknown(part: str, selected: Selected) -> Problem | None:
    """Why there is no such loss or optimizer."""
    try:
        (LOSSES if part == LOSS else OPTIMIZERS).make(selected.type, Fields())
    except Unreadable as error:
        return Problem("unknown-type", Severity.ERROR, TRAINING, error.faults[0].text, part)
    return None


def _set_by_hand(cls: type[Declared], fields: Fields) -> Fields:
    """The settings that are not the default: another type has defaults of its own."""
    defaults = cls.defaults()
    return Fields(
        {
            name: value
            for name, value in fields.items()
            if name not in defaults or Fields(value=value) != Fields(value=defaults[name])
        }
    )


def _with(project: Project, part: str, chosen: Selected | Fields) -> Project:
    if isinstance(chosen, Fields):
        training = replace(project.training, options=chosen)
    elif part == LOSS:
        training = replace(project.training, loss=chosen)
    else:
        training = replace(project.training, optimizer=chosen)
    return replace(project, training=training)


def _changing(part: str, change: Callable[[Fields], Fields]) -> Callable[[Project], Project]:
    """The edit that changes the settings of a part."""

    def apply(project: Project) -> Project:
        chosen: Selected | Fields = getattr(project.training, part)
        if isinstance(chosen, Selected):
            return _with(project, part, replace(chosen, fields=change(chosen.fields)))
        return _with(project, part, change(chosen))

    return apply


def _with_removal(problem: Problem, training: TrainingChoice) -> Problem:
    """A setting that a choice does not have can be removed with one click."""
    name = problem.field
    written = {
        LOSS: training.loss.fields,
        OPTIMIZER: training.optimizer.fields,
        OPTIONS: training.options,
    }
    part = next((part for part, fields in written.items() if name in fields), None)
    if name is None or part is None or problem.fix is not None:
        return problem
    label = message(QT_TRANSLATE_NOOP("netstudio", "Remove {setting}"), setting=shorten(name))
    return replace(problem, fix=Fix(label, _changing(part, lambda fields: fields.without(name))))
