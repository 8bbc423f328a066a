"""A table whose lines are the columns of another table."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from netstudio.gui.texts import grouped, translate
from netstudio.gui.theme.colours import colours

if TYPE_CHECKING:
    from netstudio.engine.data.tables.overview import ColumnLook

Index = QModelIndex | QPersistentModelIndex

# The role of what is to be predicted.
PREDICTED = ""
_UNUSED = ("text", "ignore")
_LINE_HEIGHT = 32
_ROLE_WIDTH, _FIGURE_WIDTH = 150, 90


class Part(IntEnum):
    """The columns, from the left."""

    NAME = 0
    ROLE = 1
    VALUES = 2
    MISSING = 3
    DIFFERENT = 4


class ColumnsModel(QAbstractTableModel):
    """One line for each column.

    Signals:
        chosen: The name of a column and the role that the user gives it.
    """

    chosen = Signal(str, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._looks: tuple[ColumnLook, ...] = ()
        self.can_predict = False

    def show_columns(self, looks: tuple[ColumnLook, ...], can_predict: bool) -> None:
        """Hold these columns."""
        self.beginResetModel()
        self._looks, self.can_predict = looks, can_predict
        self.endResetModel()

    def look_at(self, index: Index) -> ColumnLook:
        """The column of a line."""
        return self._looks[index.row()]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's)
        return 0 if parent.isValid() else len(self._looks)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's)
        return 0 if parent.isValid() else len(Part)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(Part(section))
        return _titles()[section] if role == Qt.ItemDataRole.DisplayRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        look = self.look_at(index)
        is_open = index.column() == Part.ROLE and (self.can_predict or look.role != PREDICTED)
        return flags | Qt.ItemFlag.ItemIsEditable if is_open else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        look, part = self.look_at(index), Part(index.column())
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(part)
        if role == Qt.ItemDataRole.ForegroundRole:
            return QColor(_colour(look, part))
        if role == Qt.ItemDataRole.EditRole and part is Part.ROLE:
            return look.role
        if role == Qt.ItemDataRole.ToolTipRole and part in (Part.NAME, Part.VALUES):
            return self._text(look, part)
        return self._text(look, part) if role == Qt.ItemDataRole.DisplayRole else None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        look = self.look_at(index)
        if value == look.role:
            return False
        # Only when the editor is closed: the model is filled anew for what is chosen.
        self.chosen.emit(look.name, str(value))
        return True

    def _text(self, look: ColumnLook, part: Part) -> str:
        match part:
            case Part.NAME:
                return look.name
            case Part.ROLE:
                return role_name(look.role)
            case Part.VALUES:
                return "  ·  ".join(look.examples)
            case Part.MISSING:
                return grouped(look.missing) if look.missing else "–"
            case Part.DIFFERENT:
                return grouped(look.different)


class ColumnsTable(QTableView):
    """Shows columns; their roles are changed by a double click, or with F2.

    Signals:
        chosen: The name of a column and the role that the user gives it.
    """

    chosen = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("columnsTable")
        self.setAccessibleName(translate("netstudio", "Columns"))
        self.columns = ColumnsModel(self)
        self.columns.chosen.connect(self.chosen)
        self.setModel(self.columns)
        self.setItemDelegateForColumn(Part.ROLE, _RoleDelegate(self.columns))
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.SelectedClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_LINE_HEIGHT)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(Part.NAME, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(Part.VALUES, QHeaderView.ResizeMode.Stretch)
        header.resizeSection(Part.ROLE, _ROLE_WIDTH)
        for part in (Part.MISSING, Part.DIFFERENT):
            header.resizeSection(part, _FIGURE_WIDTH)

    def show_columns(self, looks: tuple[ColumnLook, ...], can_predict: bool) -> None:
        """Show these columns, the same line current as before."""
        line = self.currentIndex().row()
        self.columns.show_columns(looks, can_predict)
        self.setCurrentIndex(self.columns.index(max(0, min(line, len(looks) - 1)), Part.ROLE))


class _RoleDelegate(QStyledItemDelegate):
    """Edits a role by a list of all of them."""

    def __init__(self, model: ColumnsModel) -> None:
        super().__init__(model)
        self._model = model

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        box = QComboBox(parent)
        box.setAccessibleName(translate("netstudio", "Role"))
        for role in role_names():
            if role != PREDICTED or self._model.can_predict:
                box.addItem(role_name(role), role)
        box.activated.connect(lambda _: self._finish(box))
        return box

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        assert isinstance(editor, QComboBox)
        editor.setCurrentIndex(editor.findData(index.data(Qt.ItemDataRole.EditRole)))
        editor.showPopup()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        assert isinstance(editor, QComboBox)
        model.setData(index, editor.currentData())

    def _finish(self, box: QComboBox) -> None:
        self.commitData.emit(box)
        self.closeEditor.emit(box)


def role_names() -> dict[str, str]:
    """What people call each role."""
    return {
        PREDICTED: translate("netstudio", "Target"),
        "number": translate("netstudio", "Number"),
        "category": translate("netstudio", "Category"),
        "date": translate("netstudio", "Date"),
        "text": translate("netstudio", "Text (not used)"),
        "ignore": translate("netstudio", "Ignore"),
    }


def role_name(role: str) -> str:
    """What people call a role."""
    return role_names().get(role, role)


def _titles() -> tuple[str, ...]:
    return (
        translate("netstudio", "Column"),
        translate("netstudio", "Role"),
        translate("netstudio", "Values"),
        translate("netstudio", "Missing"),
        translate("netstudio", "Different"),
    )


def _alignment(part: Part) -> Qt.AlignmentFlag:
    is_figure = part in (Part.MISSING, Part.DIFFERENT)
    side = Qt.AlignmentFlag.AlignRight if is_figure else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


def _colour(look: ColumnLook, part: Part) -> str:
    worn = colours()
    if look.role in _UNUSED:
        return worn.text_faint
    if look.role == PREDICTED and part in (Part.NAME, Part.ROLE):
        return worn.accent
    return worn.text if part in (Part.NAME, Part.ROLE) else worn.text_secondary
