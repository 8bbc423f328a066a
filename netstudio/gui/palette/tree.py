"""The palette's tree: what keys and drags do in it, and how its lines look."""

from __future__ import annotations

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QDrag,
    QHoverEvent,
    QKeyEvent,
    QPainter,
    QPixmap,
    QStandardItemModel,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from netstudio.core.layer import Family
from netstudio.gui.palette.model import ASIDE, BLOCKS, FAMILY, FITS, TYPE
from netstudio.gui.stack.mime import BLOCK
from netstudio.gui.texts import translate
from netstudio.gui.theme import metrics
from netstudio.gui.theme.colours import colours
from netstudio.gui.theme.families import FAMILY_ICONS
from netstudio.gui.theme.fonts import glyph, text_font
from netstudio.gui.theme.icons import paint_glyph

Index = QModelIndex | QPersistentModelIndex

_ROW_HEIGHT = 27
_ROWS_IN_VIEW = 8
_ICON = 16
_DIM = 0.5
_LEAST_NAME = 48
_CARD = QSize(180, 36)
# There it leaves the mark of the place to be read.
_BESIDE_THE_POINTER = QPoint(-14, -22)


class LayerTree(QTreeView):
    """The tree of layers.

    Signals:
        chosen: The type name of a layer that was double-clicked or got the Enter key.
        family_toggled: A family and whether it is open now.
        block_deleted: The name of a block that shall be forgotten.
    """

    chosen = Signal(str)
    family_toggled = Signal(str, bool)
    block_deleted = Signal(str)

    def __init__(self, model: QStandardItemModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("paletteView")
        self.setAccessibleName(translate("netstudio", "Layers"))
        self.setModel(model)
        self.setItemDelegate(LayerDelegate(self))
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setIndentation(16)
        self.setMinimumHeight(_ROWS_IN_VIEW * _ROW_HEIGHT)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
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
        elif event.key() == Qt.Key.Key_Delete and self._block(self.currentIndex()):
            self.block_deleted.emit(self._block(self.currentIndex()))
        else:
            super().keyPressEvent(event)

    def startDrag(self, actions: Qt.DropAction) -> None:
        layers = [index for index in self.selectedIndexes() if index.data(TYPE)]
        if layers:
            drag = QDrag(self)
            drag.setMimeData(self.model().mimeData(layers))
            drag.setPixmap(_card(layers[0], self.devicePixelRatioF()))
            drag.setHotSpot(_BESIDE_THE_POINTER)
            drag.exec(Qt.DropAction.CopyAction)
            self._forget_pointer()

    def _forget_pointer(self) -> None:
        """Light no line up: in a drag, the tree is not told that the pointer has left."""
        away = QPointF(-1, -1)
        QApplication.sendEvent(
            self.viewport(), QHoverEvent(QEvent.Type.HoverLeave, away, away, away)
        )

    def _choose(self, index: QModelIndex) -> None:
        if type_name := index.data(TYPE):
            self.chosen.emit(type_name)

    @staticmethod
    def _block(index: QModelIndex) -> str:
        """The name of the block in a line; empty where there is none."""
        type_name = str(index.data(TYPE) or "")
        return type_name.removeprefix(BLOCK) if type_name.startswith(BLOCK) else ""

    def _toggle_family(self, index: QModelIndex) -> None:
        if self.model().hasChildren(index):
            self.setExpanded(index, not self.isExpanded(index))

    def _tell_open(self, index: QModelIndex) -> None:
        self.family_toggled.emit(index.data(FAMILY), True)

    def _tell_closed(self, index: QModelIndex) -> None:
        self.family_toggled.emit(index.data(FAMILY), False)


class LayerDelegate(QStyledItemDelegate):
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
        if index.data(TYPE):
            _paint_icon(painter, QRect(rect.left(), rect.top(), _ICON, rect.height()), index)
            rect.setLeft(rect.left() + _ICON + 8)
        worn = colours()
        label = index.data(Qt.ItemDataRole.DisplayRole)
        painter.setFont(text_font())
        is_dim = not index.data(TYPE) or index.data(FITS) is False
        painter.setPen(QColor(worn.text_faint if is_dim else worn.text))
        _paint_text(painter, rect, label)
        rect.setLeft(rect.left() + painter.fontMetrics().horizontalAdvance(label) + 8)
        painter.setFont(text_font(metrics.TEXT_TINY))
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.setPen(QColor(worn.text_secondary if is_selected else worn.text_faint))
        _paint_text(painter, rect, _whole_names(painter, index.data(ASIDE) or "", rect.width()))
        painter.restore()


def _paint_text(painter: QPainter, rect: QRect, text: str) -> None:
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)


def _whole_names(painter: QPainter, listed: str, room: int) -> str:
    """As many of a list's names as there is room for, or the beginning of one that says enough."""
    separator = translate("netstudio", ", ")
    names = listed.split(separator)
    while len(names) > 1 and painter.fontMetrics().horizontalAdvance(separator.join(names)) > room:
        names.pop()
    return separator.join(names) if room >= _LEAST_NAME else ""


def _paint_icon(painter: QPainter, room: QRect, index: Index) -> None:
    name = index.data(FAMILY)
    square = QRect(0, 0, _ICON, _ICON)
    square.moveCenter(room.center())
    is_block = name == BLOCKS
    family = Family.CONTAINER if is_block else Family(name)
    sign = "package" if is_block else FAMILY_ICONS[family]
    painter.save()
    if index.data(FITS) is False:
        painter.setOpacity(_DIM)
    paint_glyph(painter, square, glyph(sign), QColor(colours().families[family]))
    painter.restore()


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
