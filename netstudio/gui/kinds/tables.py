"""How rows of tables are shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
)

from netstudio.core.translate import shorten
from netstudio.gui.kinds.contract import Detail, Place, SampleView
from netstudio.gui.texts import translate
from netstudio.gui.theme.colours import colours

if TYPE_CHECKING:
    from netstudio.engine.data.dataset import Dataset
    from netstudio.engine.data.records import Records
    from netstudio.engine.data.tables.inputs import Rows

# A line has room for few columns, the large view for some hundred.
_ON_A_LINE = 16
_IN_DETAIL = 500
_LONGEST = 60
_MARGIN, _GAP, _BETWEEN = 8, 5, 16
_ROW_HEIGHT = 26

# The name of a column and its value in words; None where it is missing.
Cell = tuple[str, str | None]


@dataclass(frozen=True)
class RowLook:
    """The cells of a row: those that are learned from, and the others."""

    used: tuple[Cell, ...]
    others: tuple[Cell, ...]


class TableView(SampleView):
    """Rows as the names and values of the columns that are learned from."""

    def glance(self, records: Records, number: int) -> tuple[Cell, ...]:
        rows = _rows(records)
        return _cells(rows, number, rows.used[:_ON_A_LINE])

    def paint(self, painter: QPainter, room: QRect, glance: object) -> None:
        assert isinstance(glance, tuple)
        worn, metrics = colours(), painter.fontMetrics()
        painter.save()
        painter.setClipRect(room)
        x, last = room.left() + _MARGIN, room.right()
        for name, value in glance:
            if x > last:
                break
            for text, colour in ((name, worn.text_faint), (value or "–", worn.text)):
                painter.setPen(QColor(colour))
                place = QRect(x, room.top(), max(0, last - x), room.height())
                shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, place.width())
                painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, shown)
                x += metrics.horizontalAdvance(text) + _GAP
            x += _BETWEEN - _GAP
        painter.restore()

    def words(self, records: Records, number: int) -> str:
        rows = _rows(records)
        cells = _cells(rows, number, tuple(rows.frame.columns[:_IN_DETAIL]))
        return "  ".join(f"{name} {value or '–'}" for name, value in cells)

    def look(self, dataset: Dataset, place: Place) -> RowLook:
        rows = _rows(place.records(dataset))
        used = rows.used[:_IN_DETAIL]
        known = frozenset(rows.used)
        others = [name for name in rows.frame.columns if name not in known][:_IN_DETAIL]
        return RowLook(_cells(rows, place.number, used), _cells(rows, place.number, tuple(others)))

    def detail(self) -> Detail:
        return RowDetail()


class RowDetail(Detail):
    """The columns of a row below each other; those that are not learned from are pale."""

    def __init__(self) -> None:
        super().__init__()
        self._look: RowLook | None = None
        self.table = QTableWidget(0, 2)
        self.table.setAccessibleName(translate("netstudio", "Columns of the row"))
        self.table.setHorizontalHeaderLabels(
            [translate("netstudio", "Column"), translate("netstudio", "Value")]
        )
        self.table.setShowGrid(False)
        self.table.setTabKeyNavigation(False)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(_ROW_HEIGHT)
        header = self.table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.table)

    def show_sample(self, look: object) -> None:
        assert isinstance(look, RowLook)
        self._look = look
        self._fill(look)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._look is not None:
            self._fill(self._look)

    def _fill(self, look: RowLook) -> None:
        worn = colours()
        lines = [(cell, worn.text) for cell in look.used]
        lines += [(cell, worn.text_faint) for cell in look.others]
        self.table.setRowCount(len(lines))
        for at, ((name, value), colour) in enumerate(lines):
            shown = translate("netstudio", "missing") if value is None else value
            for place, text in enumerate((name, shown)):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                faint = worn.text_faint if place and value is None else colour
                item.setForeground(QColor(faint))
                self.table.setItem(at, place, item)


def _cells(rows: Rows, number: int, names: tuple[str, ...]) -> tuple[Cell, ...]:
    if not names:
        return ()
    values = rows.frame.select(names).row(number)
    return tuple((name, _written(value)) for name, value in zip(names, values, strict=True))


def _written(value: object) -> str | None:
    if value is None:
        return None
    if isinstance(value, float):
        return f"{value:.6g}"
    text = str(value)
    return shorten(text.removesuffix(" 00:00:00"), _LONGEST)


def _rows(records: Records) -> Rows:
    from netstudio.engine.data.tables.inputs import Rows

    assert isinstance(records.inputs, Rows)
    return records.inputs
