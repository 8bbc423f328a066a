"""The Evaluate page: how good the current model is, and where it fails."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from netstudio.gui.background import Task
from netstudio.gui.busy import BusyBar
from netstudio.gui.current_model import CurrentModel
from netstudio.gui.elided import ElidedLabel
from netstudio.gui.evaluate.assessment import Assessment, AssessmentView, assessment_views
from netstudio.gui.evaluate.evaluator import Evaluator
from netstudio.gui.evaluate.figures_row import FiguresRow, stored_figures
from netstudio.gui.model_page import MARGIN, ModelPage, surface
from netstudio.gui.model_words import describe_model
from netstudio.gui.texts import translate, words
from netstudio.gui.theme.roles import restyle
from netstudio.tasks.content import Aim

if TYPE_CHECKING:
    from netstudio.engine.trained_model import TrainedModel


class EvaluatePage(ModelPage):
    """Evaluates the current model when it is looked at for the first time."""

    def __init__(self, current_model: CurrentModel, parent: QWidget | None = None) -> None:
        super().__init__(current_model, parent)
        self.setObjectName("evaluatePage")
        lane = current_model.lane
        self._evaluator = Evaluator(lane, self)
        self._figures = FiguresRow()
        self._figures.setObjectName("figuresRow")
        self._about = ElidedLabel()
        self._about.setProperty("role", "faint")
        self._part = QComboBox()
        self._part.setObjectName("partCombo")
        self._part.setAccessibleName(translate("netstudio", "Part of the data"))
        for part, name in (
            ("test", translate("netstudio", "Test part")),
            ("val", translate("netstudio", "Validation part")),
            ("train", translate("netstudio", "Training part")),
        ):
            self._part.addItem(name, part)
        self._again = QPushButton(translate("netstudio", "Evaluate"))
        self._again.setObjectName("evaluateButton")
        self._busy = BusyBar()
        self._said = QLabel()
        self._said.setObjectName("evaluateNote")
        self._said.setTextFormat(Qt.TextFormat.PlainText)
        self._said.setWordWrap(True)
        # By aim, made when a model of that aim comes; the rooms show that of the current one.
        self._views: dict[Aim, AssessmentView] = {}
        self._main, self._side = QStackedWidget(), QStackedWidget()
        self._row = QHBoxLayout(self._content)
        self._arrange()
        self._view = self._view_for(Aim.CLASS)
        self._part.currentIndexChanged.connect(self._turn_to_part)
        self._again.clicked.connect(self._evaluate)
        self._evaluator.began.connect(self._follow)
        self._evaluator.settled.connect(self._show)
        self.take_model_at_hand()

    @property
    def part(self) -> str:
        """The part that is looked at: ``test``, ``val`` or ``train``."""
        part: str = self._part.currentData()
        return part

    @property
    def assessment(self) -> Assessment | None:
        """What is known of the part that is looked at."""
        return self._evaluator.result(self.part)

    def take_over(self, before: EvaluatePage) -> None:
        """Show what another page shows."""
        self._evaluator.take_over(before._evaluator)
        self._part.setCurrentIndex(before._part.currentIndex())
        self._show()

    def forget_model(self) -> None:
        self._evaluator.use(None, None)
        self._view.show_nothing("")
        self._figures.show_figures(())

    def take_model(self, model: TrainedModel) -> None:
        self._view = self._view_for(model.task.aim)
        self._view.take_model(model)
        self._evaluator.use(model, self._view.assess)
        self._about.show_text(describe_model(model))
        self._show()
        if self.isVisible():
            self._evaluate_once()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._evaluate_once()

    def _view_for(self, aim: Aim) -> AssessmentView:
        """The view that shows assessments of this aim, in its rooms."""
        view = self._views.get(aim)
        if view is None:
            view = self._views[aim] = assessment_views()[aim](self._current.lane, self)
            self._main.addWidget(view.main)
            self._side.addWidget(view.side)
        for at, width in enumerate(view.widths):
            self._row.setStretch(at, width)
        self._main.setCurrentWidget(view.main)
        self._side.setCurrentWidget(view.side)
        return view

    def _turn_to_part(self) -> None:
        self._show()
        self._evaluate_once()

    def _evaluate_once(self) -> None:
        if self.assessment is None and self._evaluator.fault(self.part) is None:
            self._evaluate()

    def _evaluate(self) -> None:
        self._evaluator.evaluate(self.part)

    def _follow(self, task: Task) -> None:
        self._busy.follow(task, translate("netstudio", "Evaluating"))
        self._show()

    def _show(self) -> None:
        """Show what is known of the part that is looked at."""
        result = self.assessment
        is_busy = self._evaluator.under_way == self.part
        self._again.setEnabled(not is_busy)
        if result is None:
            self._show_stored(is_busy)
            return
        self._figures.show_figures(self._view.figures(result))
        self._say(" ".join(words(note) for note in result.notes), "faint")
        self._view.show_result(result)

    def _show_stored(self, is_busy: bool) -> None:
        """What the model's file says, where its data were not read."""
        model = self._current.model
        fault = self._evaluator.fault(self.part)
        figures = stored_figures(model.figures.get(self.part) if model is not None else None)
        self._figures.show_figures(figures)
        told = [words(fault)] if fault is not None else []
        if figures:
            told.append(translate("netstudio", "These figures are from the end of training."))
        self._say(" ".join(told), "error" if fault is not None else "faint")
        waiting = translate("netstudio", "Evaluating…")
        missing = translate("netstudio", "There is no evaluation of this part.")
        self._view.show_nothing(waiting if is_busy else missing)

    def _say(self, text: str, role: str) -> None:
        self._said.setText(text)
        self._said.setVisible(bool(text))
        restyle(self._said, "role", role)

    def _arrange(self) -> None:
        choice = QHBoxLayout()
        choice.setSpacing(8)
        choice.addWidget(self._about, 1)
        choice.addWidget(self._part)
        choice.addWidget(self._again)
        right = QVBoxLayout()
        right.setSpacing(MARGIN)
        right.addWidget(surface(choice, self._figures, self._busy, self._said))
        right.addWidget(surface(self._side), 1)
        self._row.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        self._row.setSpacing(MARGIN)
        self._row.addWidget(surface(self._main))
        self._row.addLayout(right)
