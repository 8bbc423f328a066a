"""The list that opens below the data set picker: by content, with a search."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from netstudio.gui.data.names import content_label
from netstudio.gui.texts import translate
from netstudio.gui.theme import metrics
from netstudio.gui.theme.colours import colours
from netstudio.gui.theme.fonts import text_font
from netstudio.tasks.content import Content

Index = QModelIndex | QPersistentModelIndex

_WIDTH, _MOST_HEIGHT = 360, 520
_ROW, _HEAD = 28, 30
_FRAME = 8
_PLACE = Qt.ItemDataRole.UserRole
_DETAIL = Qt.ItemDataRole.UserRole + 1
_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True)
class Offer:
    """One line of the list.

    Attributes:
        place: Its number in the picker.
        content: What its samples are.
        label: What it is called.
        detail: What is said of it at the right: how large it is.
        tip: What else there is to know.
        search: Other names it is found by.
    """

    place: int
    content: Content
    label: str
    detail: str
    tip: str
    search: tuple[str, ...]

    def suits(self, wanted: str) -> bool:
        """Whether a search finds it."""
        known = " ".join((self.label, content_label(self.content), *self.search)).casefold()
        return all(word in known for word in wanted.casefold().split())


class PickerPopup(QFrame):
    """Offers data sets; a click elsewhere or Escape closes it.

    Signals:
        chosen: The place of what was chosen.
    """

    chosen = Signal(int)

    def __init__(self, below: QWidget, offers: Sequence[Offer]) -> None:
        # Not the picker's own child: it would wear the looks of the parts of a combo box.
        super().__init__(below.window(), Qt.WindowType.Popup)
        self.setObjectName("pickerPopup")
        self.setProperty("role", "popup")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._below = below
        self._offers = tuple(offers)
        self.line = QLineEdit()
        self.line.setObjectName("pickerSearch")
        self.line.setPlaceholderText(translate("netstudio", "Search data sets"))
        self.line.setAccessibleName(translate("netstudio", "Search data sets"))
        self.line.installEventFilter(self)
        self.line.textChanged.connect(self._search)
        self.list = QListWidget()
        self.list.setAccessibleName(translate("netstudio", "Data sets"))
        self.list.setItemDelegate(_Painter(self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemClicked.connect(self._choose)
        self._nothing = QLabel(translate("netstudio", "No data set is called so."))
        self._nothing.setProperty("role", "faint")
        column = QVBoxLayout(self)
        column.setContentsMargins(_FRAME, _FRAME, _FRAME, _FRAME)
        column.addWidget(self.line)
        column.addWidget(self._nothing)
        column.addWidget(self.list, 1)
        self._search("")

    def open(self, place: int) -> None:
        """Show it below the picker, with what stands at this place there as the choice."""
        for row in range(self.list.count()):
            if self.list.item(row).data(_PLACE) == place:
                self.list.setCurrentRow(row)
        below = self._below
        corner = below.mapToGlobal(QPoint(0, below.height() + 2))
        screen = below.screen().availableGeometry()
        rows = len(self._offers) * _ROW + len(self._contents(self._offers)) * _HEAD
        height = min(_MOST_HEIGHT, rows + 70, max(240, screen.bottom() - corner.y() - 8))
        self.setFixedSize(max(_WIDTH, below.width()), height)
        self.move(min(corner.x(), max(screen.left(), screen.right() - self.width())), corner.y())
        self.show()
        self.line.setFocus(Qt.FocusReason.PopupFocusReason)
        self.list.scrollToItem(self.list.currentItem(), QListWidget.ScrollHint.PositionAtCenter)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in _MOVES:
                self.list.event(event)
                return True
            if event.key() in _ENTER:
                self._choose(self.list.currentItem())
                return True
        return super().eventFilter(watched, event)

    def _search(self, wanted: str) -> None:
        found = [offer for offer in self._offers if offer.suits(wanted)]
        self.list.clear()
        for content in self._contents(found):
            self.list.addItem(_head(content))
            for offer in found:
                if offer.content is content:
                    self.list.addItem(_line(offer))
        self.list.setVisible(bool(found))
        self._nothing.setVisible(not found)
        if found:
            self.list.setCurrentRow(1)

    @staticmethod
    def _contents(offers: Sequence[Offer]) -> list[Content]:
        there = {offer.content for offer in offers}
        return [content for content in Content if content in there]

    def _choose(self, item: QListWidgetItem | None) -> None:
        if item is not None and (place := item.data(_PLACE)) is not None:
            self.close()
            self.chosen.emit(place)


def _head(content: Content) -> QListWidgetItem:
    item = QListWidgetItem(content_label(content))
    item.setFlags(Qt.ItemFlag.NoItemFlags)
    item.setSizeHint(QSize(0, _HEAD))
    return item


def _line(offer: Offer) -> QListWidgetItem:
    item = QListWidgetItem(offer.label)
    item.setData(_PLACE, offer.place)
    item.setData(_DETAIL, offer.detail)
    item.setToolTip(offer.tip)
    item.setSizeHint(QSize(0, _ROW))
    return item


class _Painter(QStyledItemDelegate):
    """Paints what is said of a data set at the right of its name; heads are small and faint."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        self.initStyleOption(option, index)
        label, option.text = option.text, ""
        is_head = index.data(_PLACE) is None
        style = option.widget.style()
        if not is_head:
            style.drawControl(style.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        worn = colours()
        painter.save()
        painter.setFont(text_font(metrics.TEXT_TINY if is_head else metrics.TEXT_SMALL))
        painter.setPen(QColor(worn.text_faint))
        room = option.rect.adjusted(8, 0, -10, 0)
        left = Qt.AlignmentFlag.AlignLeft
        if is_head:
            painter.drawText(
                room.adjusted(0, 0, 0, -4), int(left | Qt.AlignmentFlag.AlignBottom), label
            )
        else:
            middle = Qt.AlignmentFlag.AlignVCenter
            detail = index.data(_DETAIL) or ""
            painter.drawText(room, int(middle | Qt.AlignmentFlag.AlignRight), detail)
            room.setRight(room.right() - painter.fontMetrics().horizontalAdvance(detail) - 10)
            painter.setFont(text_font())
            painter.setPen(QColor(worn.text))
            mode = Qt.TextElideMode.ElideRight
            shown = painter.fontMetrics().elidedText(label, mode, room.width())
            painter.drawText(room, int(middle | left), shown)
        painter.restore()
