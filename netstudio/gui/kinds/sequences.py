"""How short courses of numbers are shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from netstudio.gui.axes import axes_in, paint_axes, widened
from netstudio.gui.kinds.contract import Detail, Place, SampleView, Shape
from netstudio.gui.kinds.painting import paint_curve
from netstudio.gui.kinds.series import paint_values
from netstudio.gui.texts import translate
from netstudio.gui.theme.colours import colours

if TYPE_CHECKING:
    from netstudio.engine.data.dataset import Dataset
    from netstudio.engine.data.records import Records
    from netstudio.engine.data.series.inputs import Sequences

_MOST_POINTS = 72
# More curves than these cannot be told apart.
_MOST_CURVES = 8

Curve = tuple[float, ...]


@dataclass(frozen=True)
class SequenceLook:
    """The first few features of a sequence, as curves over time."""

    names: tuple[str, ...]
    curves: tuple[Curve, ...]


class SequenceView(SampleView):
    """Sequences as curves, one for each of the first features."""

    shape = Shape.WIDE

    def glance(self, records: Records, number: int) -> tuple[Curve, ...]:
        course = _sequences(records).courses[number]
        thin = course[:: -(-len(course) // _MOST_POINTS), :_MOST_CURVES]
        return tuple(tuple(column) for column in thin.T.tolist())

    def paint(self, painter: QPainter, room: QRect, glance: object) -> None:
        assert isinstance(glance, tuple)
        known = [value for curve in glance for value in curve if value == value]
        if not known:
            return
        for colour, curve in zip(hues(), glance, strict=False):
            paint_curve(painter, room, curve, colour, least=min(known), most=max(known))

    def look(self, dataset: Dataset, place: Place) -> SequenceLook:
        return sequence_look(place.records(dataset), place.number)

    def detail(self) -> Detail:
        return SequenceDetail()


class SequenceDetail(Detail):
    """A sequence with axes."""

    def __init__(self) -> None:
        super().__init__()
        self.chart = SequenceChart()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.chart)

    def show_sample(self, look: object) -> None:
        assert isinstance(look, SequenceLook)
        self.chart.show_look(look)


class SequenceChart(QWidget):
    """Draws a curve for each feature."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look: SequenceLook | None = None
        self.setAccessibleName(translate("netstudio", "Sequence"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_look(self, look: SequenceLook | None) -> None:
        """Show another sequence, or none."""
        self._look = look
        self.setToolTip("" if look is None else "\n".join(look.names))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(280, 240)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._look is None:
            return
        known = [value for curve in self._look.curves for value in curve if value == value]
        if not known:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        steps = max(len(self._look.curves[0]), 2)
        span = widened(min(known), max(known))
        axes = axes_in(QRectF(self.rect()), (1.0, float(steps)), span)
        paint_axes(painter, axes, translate("netstudio", "step"))
        for colour, curve in zip(hues(), self._look.curves, strict=False):
            paint_values(painter, axes, 1, curve, colour)


def sequence_look(records: Records, number: int) -> SequenceLook:
    """The first few features of one record."""
    sequences = _sequences(records)
    shown = sequences.courses[number][:, :_MOST_CURVES]
    names = sequences.features[:_MOST_CURVES]
    return SequenceLook(names, tuple(tuple(column) for column in shown.T.tolist()))


def hues() -> tuple[str, ...]:
    """Colours for curves beside each other, in their order."""
    worn = colours()
    return (
        worn.accent,
        worn.curve_validation,
        worn.ok,
        worn.curve_train,
        worn.error,
        *(QColor(hue).name() for hue in list(worn.families.values())[:3]),
    )


def _sequences(records: Records) -> Sequences:
    from netstudio.engine.data.series.inputs import Sequences

    assert isinstance(records.inputs, Sequences)
    return records.inputs
