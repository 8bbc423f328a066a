"""How a part is evaluated and shown, for each aim that a task can have: the one place."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Generator, Mapping
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from netstudio.gui.background import Lane
from netstudio.gui.evaluate.figures_row import Figure
from netstudio.tasks.content import Aim

if TYPE_CHECKING:
    from netstudio.core.translate import Message
    from netstudio.engine.evaluation.measure import Part
    from netstudio.engine.events import Figures, Preparing
    from netstudio.engine.trained_model import TrainedModel


class Assessment(Protocol):
    """What is known of one part: a frozen result of the engine."""

    @property
    def figures(self) -> Figures:
        """Loss and metrics."""
        ...

    @property
    def notes(self) -> tuple[Message, ...]:
        """What the user should know about the data."""
        ...


class AssessmentView(QObject):
    """Shows assessments of one aim in two areas beside each other.

    Attributes:
        main: The large area.
        side: The area below the figures.
        widths: How the page's width is shared between the large area and the other.
    """

    main: QWidget
    side: QWidget
    widths: tuple[int, int] = (2, 3)

    def __init__(self, lane: Lane, parent: QObject) -> None:
        """Make the areas, empty.

        Args:
            lane: Where long work is done.
            parent: Whom it belongs to.
        """
        super().__init__(parent)

    def take_model(self, model: TrainedModel) -> None:
        """Show assessments of this model from now on."""

    @staticmethod
    def assess(model: TrainedModel, part: Part) -> Generator[Preparing, None, Assessment]:
        """Evaluate a part; a background job."""
        raise NotImplementedError

    @abstractmethod
    def figures(self, result: Any) -> tuple[Figure, ...]:
        """What it says in a few figures."""

    @abstractmethod
    def show_result(self, result: Any) -> None:
        """Show it."""

    @abstractmethod
    def show_nothing(self, why: str) -> None:
        """There is nothing to show."""


def assessment_views() -> Mapping[Aim, type[AssessmentView]]:
    """The view for each aim."""
    from netstudio.gui.evaluate.classes_view import ClassesView
    from netstudio.gui.evaluate.labels_view import LabelsView
    from netstudio.gui.evaluate.reconstructions_view import ReconstructionsView
    from netstudio.gui.evaluate.values_view import ValuesView

    return {
        Aim.CLASS: ClassesView,
        Aim.LABELS: LabelsView,
        Aim.VALUES: ValuesView,
        Aim.ITSELF: ReconstructionsView,
    }
