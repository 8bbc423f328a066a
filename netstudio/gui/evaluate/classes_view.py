"""Samples with one class each: what is taken for what."""

from __future__ import annotations

from collections.abc import Generator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from netstudio.gui.background import Lane
from netstudio.gui.evaluate.assessment import AssessmentView
from netstudio.gui.evaluate.figures_row import Figure, figures_of
from netstudio.gui.evaluate.gallery_card import GalleryCard
from netstudio.gui.evaluate.matrix_card import MatrixCard
from netstudio.gui.texts import translate

if TYPE_CHECKING:
    from netstudio.engine.evaluation.confusion import Confusion
    from netstudio.engine.evaluation.measure import Part
    from netstudio.engine.events import Preparing
    from netstudio.engine.trained_model import TrainedModel


class ClassesView(AssessmentView):
    """The confusion matrix, and the samples of the cell that is chosen."""

    def __init__(self, lane: Lane, parent: QObject) -> None:
        super().__init__(lane, parent)
        self.main = self.matrix = MatrixCard(lane)
        self.side = self.gallery = GalleryCard()
        self._confusion: Confusion | None = None
        self.matrix.matrix.chosen.connect(self._show_cell)

    def take_model(self, model: TrainedModel) -> None:
        self.gallery.show_content(model.task.content)

    @staticmethod
    def assess(model: TrainedModel, part: Part) -> Generator[Preparing, None, Confusion]:
        from netstudio.engine.evaluation.confusion import confuse

        return confuse(model, part)

    def figures(self, result: Confusion) -> tuple[Figure, ...]:
        return figures_of(result)

    def show_result(self, result: Confusion) -> None:
        self._confusion = result
        self.matrix.show_confusion(result)
        if (cell := result.most_confused()) is not None:
            self.matrix.matrix.choose(*cell)
        else:
            self.gallery.show_nothing(
                translate("netstudio", "No errors. Choose a cell to see its samples.")
            )

    def show_nothing(self, why: str) -> None:
        self._confusion = None
        self.matrix.show_nothing(why)
        self.gallery.show_nothing(
            translate("netstudio", "The samples of the cell that you choose appear here.")
            if why
            else ""
        )

    def _show_cell(self, true: int, predicted: int) -> None:
        if self._confusion is not None:
            self.gallery.show_cell(self._confusion, true, predicted)
