"""The command palette: a line to type in, and what it finds."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QIcon, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from netstudio.gui.command_palette.entries import Entry, matching
from netstudio.gui.texts import translate
from netstudio.gui.theme import metrics
from netstudio.gui.theme.colours import colours
from netstudio.gui.theme.fonts import text_font

Index = QModelIndex | QPersistentModelIndex

_SIZE = QSize(560, 420)
_FROM_TOP = 56
_ROW = 32
_ICON = 16
_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ENTRY = Qt.ItemDataRole.UserRole


class CommandPalette(QFrame):
    """Finds what can be done by a few letters; Enter does it.

    Args:
        parent: The window it lies over.
        entries: What can be done.
        lately: The keys of what was done lately, the newest first.

    Signals:
        chosen: The key of what is being done.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget, entries: Sequence[Entry], lately: Sequence[str]) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("commandPalette")
        self.setAccessibleName(translate("netstudio", "Command palette"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("role", "popup")
        self.setFixedSize(_SIZE)
        self._entries = entries
        self._lately = lately
        self._model = _Found(self)
        self._line = QLineEdit(self)
        self._line.setObjectName("commandLine")
        hint = translate("netstudio", "Type what to do: “train”, “add conv”, “undo”…")
        self._line.setPlaceholderText(hint)
        self._line.setAccessibleName(translate("netstudio", "What to do"))
        self._line.textChanged.connect(self._search)
        self._line.installEventFilter(self)
        self._list = QListView(self)
        self._list.setAccessibleName(translate("netstudio", "Commands"))
        self._list.setModel(self._model)
        self._list.setItemDelegate(_EntryDelegate(self._list))
        self._list.setUniformItemSizes(True)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.clicked.connect(self._run)
        self._nothing = QLabel(translate("netstudio", "Nothing is called so."), self)
        self._nothing.setProperty("role", "faint")
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(self._line)
        column.addWidget(self._nothing)
        column.addWidget(self._list, 1)
        self._search("")

    def open_over(self, window: QWidget) -> None:
        """Show it in the upper middle of a window."""
        left = (window.width() - self.width()) // 2
        self.move(window.mapToGlobal(QPoint(left, _FROM_TOP)))
        self.show()
        self._line.setFocus(Qt.FocusReason.PopupFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in _MOVES:
                self._list.event(event)
                return True
            if event.key() in _ENTER:
                self._run(self._list.currentIndex())
                return True
        return super().eventFilter(watched, event)

    def _search(self, query: str) -> None:
        found = matching(self._entries, query, self._lately)
        self._model.show_entries(found)
        self._list.setVisible(bool(found))
        self._nothing.setVisible(not found)
        self._list.setCurrentIndex(self._model.index(0))
        self._list.scrollToTop()

    def _run(self, index: QModelIndex) -> None:
        entry = index.data(_ENTRY)
        if isinstance(entry, Entry) and entry.is_enabled:
            self.close()
            self.chosen.emit(entry.key)
            entry.run()


class _Found(QAbstractListModel):
    """What was found, the best first."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._entries: list[Entry] = []

    def show_entries(self, entries: list[Entry]) -> None:
        self.beginResetModel()
        self._entries = entries
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (as Qt has it)
        return 0 if parent.isValid() else len(self._entries)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or not self._entries[index.row()].is_enabled:
            return Qt.ItemFlag.ItemIsSelectable  # it can be walked to, and says why it is pale
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        entry = self._entries[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return entry.label
            case Qt.ItemDataRole.DecorationRole:
                return entry.icon
            case Qt.ItemDataRole.AccessibleDescriptionRole:
                return entry.detail
            case Qt.ItemDataRole.ToolTipRole if not entry.is_enabled:
                return translate("netstudio", "This cannot be done now.")
        return entry if role == _ENTRY else None


class _EntryDelegate(QStyledItemDelegate):
    """Paints an entry: its icon, its label, and its keys at the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(super().sizeHint(option, index).width(), _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        self.initStyleOption(option, index)
        option.text = ""
        option.icon = QIcon()
        style = option.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        entry = index.data(_ENTRY)
        worn = colours()
        rect = option.rect.adjusted(8, 0, -10, 0)
        mode = QIcon.Mode.Normal if entry.is_enabled else QIcon.Mode.Disabled
        entry.icon.paint(
            painter, QRect(rect.left(), rect.center().y() - _ICON // 2, _ICON, _ICON), mode=mode
        )
        painter.save()
        painter.setFont(text_font(metrics.TEXT_SMALL))
        painter.setPen(QColor(worn.text_faint))
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(rect, int(right), entry.detail)
        rect.setLeft(rect.left() + _ICON + 10)
        rect.setRight(rect.right() - painter.fontMetrics().horizontalAdvance(entry.detail) - 12)
        painter.setFont(text_font())
        painter.setPen(QColor(worn.text if entry.is_enabled else worn.text_faint))
        shown = painter.fontMetrics().elidedText(
            entry.label, Qt.TextElideMode.ElideRight, rect.width()
        )
        left = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(rect, int(left), shown)
        painter.restore()
