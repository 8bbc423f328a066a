"""Samples that may have several labels: how well each is given."""

from __future__ import annotations

from collections.abc import Generator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QLabel

from netstudio.gui.background import Lane
from netstudio.gui.evaluate.assessment import AssessmentView
from netstudio.gui.evaluate.classes_table import ClassesTable
from netstudio.gui.evaluate.figures_row import Figure, plain_figures
from netstudio.gui.texts import percent, translate

if TYPE_CHECKING:
    from netstudio.engine.evaluation.label_scores import LabelScores
    from netstudio.engine.evaluation.measure import Part
    from netstudio.engine.events import Preparing
    from netstudio.engine.trained_model import TrainedModel


class LabelsView(AssessmentView):
    """A table of all labels."""

    def __init__(self, lane: Lane, parent: QObject) -> None:
        super().__init__(lane, parent)
        self.main = self.table = ClassesTable()
        self.table.setObjectName("labelsTable")
        self.side = self._said = QLabel(alignment=Qt.AlignmentFlag.AlignTop)
        self._said.setProperty("role", "faint")
        self._said.setWordWrap(True)

    @staticmethod
    def assess(model: TrainedModel, part: Part) -> Generator[Preparing, None, LabelScores]:
        from netstudio.engine.evaluation.label_scores import score_labels

        return score_labels(model, part)

    def figures(self, result: LabelScores) -> tuple[Figure, ...]:
        all_right = Figure(
            percent(result.all_right),
            translate("netstudio", "all labels right"),
            translate("netstudio", "The share of samples that got exactly the true labels."),
        )
        return (all_right, *plain_figures(result.figures))

    def show_result(self, result: LabelScores) -> None:
        self.table.show_scores(result.scores)
        self._said.setText(
            translate("netstudio", "A label is given where its probability is above 50 %.")
        )

    def show_nothing(self, why: str) -> None:
        self.table.show_scores(())
        self._said.setText(why)
