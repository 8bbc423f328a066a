"""The layers that are seen, for Qt's views."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from netstudio.core.values import Fields
from netstudio.gui.layer_words import describe
from netstudio.gui.texts import percent, translate

if TYPE_CHECKING:
    from netstudio.engine.insight.layers import NetworkSeen
    from netstudio.gui.insight.strips import LayerCourse, Strip

Index = QModelIndex | QPersistentModelIndex
COURSE_ROLE = Qt.ItemDataRole.UserRole


class Column(IntEnum):
    """What is told of a layer, from left to right."""

    LAYER = 0
    WEIGHTS = 1
    GRADIENTS = 2
    OUTPUTS = 3
    UNITS = 4


STRIPS = (Column.WEIGHTS, Column.GRADIENTS, Column.OUTPUTS)


class InsightModel(QAbstractTableModel):
    """A row for every layer that learns, and for every activation that can fail."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._courses: dict[str, LayerCourse] = {}
        self._order: list[str] = []

    def clear(self) -> None:
        """Forget all layers."""
        self.beginResetModel()
        self._courses, self._order = {}, []
        self.endResetModel()

    def add(self, seen: NetworkSeen) -> None:
        """Take in one more look at a network."""
        from netstudio.gui.insight.strips import LayerCourse

        telling = [layer for layer in seen.layers if _tells(layer)]
        order = [layer.uid for layer in telling]
        is_new = order != self._order
        if is_new:
            self.beginResetModel()
            self._order = order
        for layer in telling:
            if layer.uid not in self._courses:
                self._courses[layer.uid] = LayerCourse(layer)
            self._courses[layer.uid].add(layer)
        if is_new:
            self.endResetModel()
        elif order:
            self.dataChanged.emit(self.index(0, 0), self.index(len(order) - 1, len(Column) - 1))

    def row_of(self, uid: str) -> int | None:
        """Where a layer is."""
        return self._order.index(uid) if uid in self._courses else None

    def uid_at(self, row: int) -> str:
        """Which layer a row shows."""
        return self._order[row]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's)
        return 0 if parent.isValid() else len(self._order)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's)
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation != Qt.Orientation.Horizontal:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return _titles()[section]
            case Qt.ItemDataRole.ToolTipRole:
                return _explanations()[section]
            case Qt.ItemDataRole.TextAlignmentRole:
                return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        course, column = self._courses[self._order[index.row()]], Column(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return text_of(course, column)
            case _ if role == COURSE_ROLE:
                return course
        return None


def strip_of(course: LayerCourse, column: Column) -> Strip | None:
    """What a column draws of a layer; None where it draws nothing."""
    match column:
        case Column.WEIGHTS:
            strip = course.weights
        case Column.GRADIENTS:
            strip = course.gradients
        case Column.OUTPUTS:
            strip = course.outputs
        case _:
            return None
    return strip if strip.is_filled else None


def text_of(course: LayerCourse, column: Column) -> str:
    """A cell in words; empty where there is nothing to tell."""
    seen = course.latest
    match column:
        case Column.LAYER:
            label = describe(seen.type, Fields()).label
            return translate("netstudio", "{layer} ({type})").format(layer=seen.name, type=label)
        case Column.UNITS:
            return units_text(course)
    strip = strip_of(course, column)
    if strip is None:
        return ""
    if not seen.finite:
        return translate("netstudio", "not finite")
    if column is Column.GRADIENTS:
        return translate("netstudio", "size {rms:.1e}").format(rms=strip.rms)
    text = translate("netstudio", "size {rms:.2g}, within ±{reach:g}")
    return text.format(rms=strip.rms, reach=strip.reach[1])


def units_text(course: LayerCourse) -> str:
    """How the units of a layer are; empty where that says nothing."""
    seen = course.latest
    if not seen.finite:
        return translate("netstudio", "not finite")
    if seen.dead is not None:
        return translate("netstudio", "{share} dead").format(share=percent(seen.dead, 0))
    if seen.saturated is not None:
        return translate("netstudio", "{share} saturated").format(share=percent(seen.saturated, 0))
    return ""


def _tells(layer: object) -> bool:
    from netstudio.engine.insight.layers import LayerSeen

    assert isinstance(layer, LayerSeen)
    told = (layer.weights, layer.dead, layer.saturated)
    return not layer.finite or any(each is not None for each in told)


def _titles() -> tuple[str, ...]:
    return (
        translate("netstudio", "Layer"),
        translate("netstudio", "Weights"),
        translate("netstudio", "Gradients"),
        translate("netstudio", "Output"),
        translate("netstudio", "Units"),
    )


def _explanations() -> tuple[str, ...]:
    return (
        translate("netstudio", "Layers that learn, and activations, from the input to the output"),
        translate(
            "netstudio",
            "How the weights lie around zero, from the start of the run to now: where many are, "
            "the colour is dense.",
        ),
        translate(
            "netstudio",
            "How large the gradients of the weights are, from the start of the run to now, by "
            "powers of ten: if they sink from the last layer to the first, gradients vanish.",
        ),
        translate(
            "netstudio",
            "How what the layer puts out lies around zero, on the same samples all the time.",
        ),
        translate(
            "netstudio",
            "Dead units put out 0 for every sample; saturated ones stay at a limit. Neither "
            "learns any more.",
        ),
    )
