"""A row of a table that the model reads while it is filled in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from netstudio.core.translate import shorten
from netstudio.gui.results.contract import InputView
from netstudio.gui.scrolling import scrolled
from netstudio.gui.texts import translate

if TYPE_CHECKING:
    from netstudio.engine.data.records import Records
    from netstudio.engine.data.tables.columns import Column
    from netstudio.engine.trained_model import TrainedModel

_PAUSE_MS = 200
# A form with more fields than these is none; the others are missing values.
_MOST_FIELDS = 200
_LONGEST_NAME = 28


class RowInput(InputView):
    """A form with a field for each column; what is filled in is given when the typing pauses."""

    def __init__(self) -> None:
        super().__init__()
        self.fields: dict[str, QLineEdit | QComboBox] = {}
        self._columns: tuple[Column, ...] = ()
        self._name = ""
        self._is_filling = False
        self._area: QScrollArea | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._give)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def prepare(self, model: TrainedModel) -> None:
        from netstudio.engine.data.tables.preprocessing import TablePreprocessing

        assert isinstance(model.preprocessing, TablePreprocessing)
        self._pause.stop()
        if model.preprocessing.columns != self._columns:
            self._columns = model.preprocessing.columns
            self._make()
        self._fill({})

    def show_record(self, records: Records, number: int, name: str) -> None:
        from netstudio.engine.data.tables.inputs import Rows

        assert isinstance(records.inputs, Rows)
        self._fill(records.inputs.frame.row(number, named=True))
        self._name = name
        self._give()

    def row(self) -> dict[str, str]:
        """The columns as they are filled in; empty where a value is missing."""
        return {column.name: self._text(column.name) for column in self._columns}

    def _text(self, name: str) -> str:
        field = self.fields.get(name)
        if isinstance(field, QComboBox):
            return field.currentText()
        return field.text() if field is not None else ""

    def _fill(self, cells: Mapping[str, object]) -> None:
        self._is_filling = True
        for name, field in self.fields.items():
            value = cells.get(name)
            text = "" if value is None else str(value).removesuffix(" 00:00:00")
            if isinstance(field, QComboBox):
                field.setEditText(text)
            else:
                field.setText(text)
                field.setCursorPosition(0)
        self._is_filling = False
        self._pause.stop()

    def _changed(self) -> None:
        if not self._is_filling:
            self._name = translate("netstudio", "Your row")
            self._pause.start()

    def _give(self) -> None:
        row = self.row()
        if any(text.strip() for text in row.values()):
            self.given.emit(row, self._name)
        else:
            self.emptied.emit()

    def _make(self) -> None:
        """Have a field for each of the columns."""
        if self._area is not None:
            self._column.removeWidget(self._area)
            self._area.hide()
            self._area.deleteLater()
        holder = QWidget()
        form = QFormLayout(holder)
        form.setContentsMargins(0, 0, 10, 0)
        form.setVerticalSpacing(6)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        self.fields = {column.name: self._field(column) for column in self._columns[:_MOST_FIELDS]}
        for name, field in self.fields.items():
            form.addRow(shorten(name, _LONGEST_NAME), field)
        self._area = scrolled(holder)
        self._column.addWidget(self._area)

    def _field(self, column: Column) -> QLineEdit | QComboBox:
        from netstudio.engine.data.tables.columns import CategoryColumn, DateColumn

        missing = translate("netstudio", "missing")
        if isinstance(column, CategoryColumn):
            box = QComboBox()
            box.setEditable(True)
            box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
            box.addItems(["", *column.categories])
            line = box.lineEdit()
            assert line is not None
            line.setPlaceholderText(missing)
            box.setAccessibleName(column.name)
            box.setObjectName(f"{column.name}Field")
            box.currentTextChanged.connect(lambda _: self._changed())
            return box
        line = QLineEdit()
        line.setObjectName(f"{column.name}Field")
        line.setAccessibleName(column.name)
        is_date = isinstance(column, DateColumn)
        line.setPlaceholderText(translate("netstudio", "2024-12-31") if is_date else missing)
        line.textChanged.connect(lambda _: self._changed())
        return line
