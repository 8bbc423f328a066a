"""The palette: every layer there is, to be dragged or put into the network."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QEvent,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QDrag,
    QKeyEvent,
    QPainter,
    QPixmap,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLabel,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from netstudio.core.layer import LAYERS, Family
from netstudio.gui.layer_search import Groups, Layer, by_family, other_names, search
from netstudio.gui.stack.mime import LAYER_TYPE, type_mime
from netstudio.gui.texts import translate, words
from netstudio.gui.theme import metrics
from netstudio.gui.theme.colours import colours
from netstudio.gui.theme.families import FAMILY_ICONS
from netstudio.gui.theme.fonts import glyph, text_font
from netstudio.gui.theme.icons import paint_glyph
from netstudio.gui.tool_tips import about

Index = QModelIndex | QPersistentModelIndex

_TYPE = Qt.ItemDataRole.UserRole
_FAMILY = Qt.ItemDataRole.UserRole + 1
_ASIDE = Qt.ItemDataRole.UserRole + 2

_ROW_HEIGHT = 27
_ROWS_IN_VIEW = 8
_ICON = 16
_CARD = QSize(180, 36)


class PalettePanel(QWidget):
    """All layers by family, with a search.

    Signals:
        chosen: The type name of a layer that shall be put into the network.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._collapsed: set[Family] = set()
        self._model = _LayerModel(self)
        self._view = _LayerTree(self._model, self)
        self._search = QLineEdit(self)
        self._search.setObjectName("paletteSearch")
        self._search.setPlaceholderText(translate("netstudio", "Search layers…"))
        self._search.setAccessibleName(translate("netstudio", "Search layers"))
        self._search.setClearButtonEnabled(True)
        self._search.installEventFilter(self)
        self._nothing = QLabel(self)
        self._nothing.setProperty("role", "small")
        self._nothing.setWordWrap(True)
        self._nothing.setTextFormat(Qt.TextFormat.PlainText)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._lay_out()
        self._search.textChanged.connect(self._show_matches)
        self._search.returnPressed.connect(self._choose_first)
        self._view.chosen.connect(self.chosen)
        self._view.family_toggled.connect(self._remember)
        self._show_matches("")

    def focus_search(self) -> None:
        """Let the user type what they look for."""
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    def state(self) -> list[str]:
        """The families that are collapsed, ready to be stored."""
        return sorted(self._collapsed)

    def restore(self, state: Sequence[str]) -> None:
        """Collapse the families of a stored state; names that are unknown are passed over."""
        self._collapsed = {family for family in Family if family in state}
        self._show_matches(self._search.text())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Down and (first := self._model.first()).isValid():
                self._view.setCurrentIndex(first)
                self._view.setFocus(Qt.FocusReason.TabFocusReason)
                return True
            if event.key() == Qt.Key.Key_Escape and self._search.text():
                self._search.clear()
                return True
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        line = QVBoxLayout()
        line.setContentsMargins(metrics.PANEL_PADDING, 0, metrics.PANEL_PADDING, 0)
        line.addWidget(self._search)
        line.addWidget(self._nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 4)
        column.setSpacing(8)
        column.addLayout(line)
        column.addWidget(self._view, 1)

    def _show_matches(self, query: str) -> None:
        is_searching = bool(query.strip())
        groups = search(LAYERS, query) if is_searching else by_family(LAYERS)
        self._model.show_groups(groups)
        for row, (family, _) in enumerate(groups):
            self._view.setExpanded(
                self._model.index(row, 0), is_searching or family not in self._collapsed
            )
        self._view.scrollToTop()
        self._nothing.setVisible(not groups)
        self._nothing.setText(
            translate("netstudio", "No layer is called or does “{query}”.").format(
                query=query.strip()
            )
        )

    def _choose_first(self) -> None:
        first = self._model.first()
        if self._search.text().strip() and first.isValid():
            self.chosen.emit(first.data(_TYPE))

    def _remember(self, family: str, is_open: bool) -> None:
        if not self._search.text().strip():
            change = self._collapsed.discard if is_open else self._collapsed.add
            change(Family(family))


class _LayerModel(QStandardItemModel):
    """Families and, below them, their layers; layers can be dragged."""

    def show_groups(self, groups: Groups) -> None:
        self.clear()
        for family, layers in groups:
            group = QStandardItem(words(family.label))
            group.setData(family.value, _FAMILY)
            group.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            group.appendRows([_layer_item(cls) for cls in layers])
            self.appendRow(group)

    def first(self) -> QModelIndex:
        """The first layer; invalid where there is none."""
        return self.index(0, 0, self.index(0, 0))

    def mimeTypes(self) -> list[str]:
        return [LAYER_TYPE]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        types = [index.data(_TYPE) for index in indexes if index.data(_TYPE)]
        return type_mime(types[0]) if types else QMimeData()

    def supportedDragActions(self) -> Qt.DropAction:
        return Qt.DropAction.CopyAction


def _layer_item(cls: Layer) -> QStandardItem:
    item = QStandardItem(words(cls.label))
    item.setData(cls.type, _TYPE)
    item.setData(cls.family.value, _FAMILY)
    item.setData(other_names(cls), _ASIDE)
    item.setToolTip(about(cls))
    flag = Qt.ItemFlag
    item.setFlags(
        flag.ItemIsEnabled
        | flag.ItemIsSelectable
        | flag.ItemIsDragEnabled
        | flag.ItemNeverHasChildren
    )
    item.setData(words(cls.help), Qt.ItemDataRole.AccessibleDescriptionRole)
    return item


class _LayerTree(QTreeView):
    """The tree of layers.

    Signals:
        chosen: The type name of a layer that was double-clicked or got the Enter key.
        family_toggled: A family and whether it is open now.
    """

    chosen = Signal(str)
    family_toggled = Signal(str, bool)

    def __init__(self, model: QStandardItemModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("paletteView")
        self.setAccessibleName(translate("netstudio", "Layers"))
        self.setModel(model)
        self.setItemDelegate(_LayerDelegate(self))
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setIndentation(16)
        self.setMinimumHeight(_ROWS_IN_VIEW * _ROW_HEIGHT)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setExpandsOnDoubleClick(False)  # a single click does
        self.clicked.connect(self._toggle_family)
        self.doubleClicked.connect(self._choose)
        self.expanded.connect(self._tell_open)
        self.collapsed.connect(self._tell_closed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._toggle_family(self.currentIndex())
            self._choose(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def startDrag(self, actions: Qt.DropAction) -> None:
        layers = [index for index in self.selectedIndexes() if index.data(_TYPE)]
        if layers:
            drag = QDrag(self)
            drag.setMimeData(self.model().mimeData(layers))
            drag.setPixmap(_card(layers[0], self.devicePixelRatioF()))
            drag.setHotSpot(QPoint(20, _CARD.height() // 2))
            drag.exec(Qt.DropAction.CopyAction)

    def _choose(self, index: QModelIndex) -> None:
        if type_name := index.data(_TYPE):
            self.chosen.emit(type_name)

    def _toggle_family(self, index: QModelIndex) -> None:
        if self.model().hasChildren(index):
            self.setExpanded(index, not self.isExpanded(index))

    def _tell_open(self, index: QModelIndex) -> None:
        self.family_toggled.emit(index.data(_FAMILY), True)

    def _tell_closed(self, index: QModelIndex) -> None:
        self.family_toggled.emit(index.data(_FAMILY), False)


class _LayerDelegate(QStyledItemDelegate):
    """Paints a layer's icon, its name, and faintly what else it is called."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(super().sizeHint(option, index).width(), _ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        self.initStyleOption(option, index)
        option.text = ""
        style = option.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        rect = option.rect.adjusted(4, 0, -8, 0)
        painter.save()
        if index.data(_TYPE):
            _paint_icon(painter, QRect(rect.left(), rect.top(), _ICON, rect.height()), index)
            rect.setLeft(rect.left() + _ICON + 8)
        worn = colours()
        label = index.data(Qt.ItemDataRole.DisplayRole)
        painter.setFont(text_font())
        painter.setPen(QColor(worn.text if index.data(_TYPE) else worn.text_secondary))
        _paint_text(painter, rect, label)
        rect.setLeft(rect.left() + painter.fontMetrics().horizontalAdvance(label) + 8)
        painter.setFont(text_font(metrics.TEXT_TINY))
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.setPen(QColor(worn.text_secondary if is_selected else worn.text_faint))
        _paint_text(painter, rect, index.data(_ASIDE) or "")
        painter.restore()


def _paint_text(painter: QPainter, rect: QRect, text: str) -> None:
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)


def _paint_icon(painter: QPainter, room: QRect, index: Index) -> None:
    family = Family(index.data(_FAMILY))
    square = QRect(0, 0, _ICON, _ICON)
    square.moveCenter(room.center())
    colour = QColor(colours().families[family])
    paint_glyph(painter, square, glyph(FAMILY_ICONS[family]), colour)


def _card(index: Index, ratio: float) -> QPixmap:
    """What hangs on the mouse while a layer is dragged."""
    worn = colours()
    pixmap = QPixmap(_CARD * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QColor(worn.accent))
    painter.setBrush(QColor(worn.raised))
    frame = QRectF(0.5, 0.5, _CARD.width() - 1, _CARD.height() - 1)
    painter.drawRoundedRect(frame, metrics.RADIUS_CARD, metrics.RADIUS_CARD)
    inside = QRect(QPoint(0, 0), _CARD).adjusted(12, 0, -12, 0)
    _paint_icon(painter, QRect(inside.left(), 0, _ICON, _CARD.height()), index)
    painter.setFont(text_font(strong=True))
    painter.setPen(QColor(worn.text))
    _paint_text(painter, inside.adjusted(_ICON + 8, 0, 0, 0), index.data())
    painter.end()
    return pixmap
