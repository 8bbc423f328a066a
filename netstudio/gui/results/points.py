"""A place in the plane that the model judges; what it says of all places lies beneath."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout

from netstudio.gui.background import Task
from netstudio.gui.plane.plane import Plane
from netstudio.gui.results.contract import InputView
from netstudio.gui.texts import translate
from netstudio.tasks.sources.points import REACH

if TYPE_CHECKING:
    from netstudio.engine.data.records import Records
    from netstudio.engine.evaluation.watched_boundary import Boundary
    from netstudio.engine.trained_model import TrainedModel

_FIELD = 1.3 * REACH
# Of what class the place is, is for the model to say; it has the colour of text.
_NEUTRAL = -1


class PointInput(InputView):
    """The plane, in which a click gives the place to the model."""

    def __init__(self) -> None:
        super().__init__()
        self._task: Task | None = None
        self.plane = Plane(_FIELD)
        self.plane.open_for_clicks()
        self.plane.put.connect(self._put)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.plane)

    def prepare(self, model: TrainedModel) -> None:
        self.plane.show_spots(())
        self.plane.show_boundary(None)
        if self._task is not None:
            self._task.cancel()
            self._task = None
        self._task = self.lane.start(lambda: _boundary(model))
        self._task.succeeded.connect(self._show)

    def show_record(self, records: Records, number: int, name: str) -> None:
        from netstudio.engine.data.points.inputs import Points

        assert isinstance(records.inputs, Points)
        x, y = records.inputs.places[number].tolist()
        self._give(x, y, name)

    def _put(self, x: float, y: float) -> None:
        self._give(x, y, translate("netstudio", "Your point"))

    def _give(self, x: float, y: float, name: str) -> None:
        self.plane.show_spots((), (x, y, _NEUTRAL))
        self.given.emit(f"{x}, {y}", name)

    def _show(self, boundary: Boundary) -> None:
        if self.sender() is self._task:
            self.plane.show_boundary(boundary)


def _boundary(model: TrainedModel) -> Boundary:
    from netstudio.engine.evaluation.watched_boundary import boundary_of

    return boundary_of(model, _FIELD)
