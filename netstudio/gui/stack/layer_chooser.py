"""A small searchable list of layer types that pops up at a "+"."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from netstudio.core.layer import Family
from netstudio.gui.layer_search import Layer, by_family, search
from netstudio.gui.layer_words import describe
from netstudio.gui.texts import translate, words
from netstudio.gui.theme import metrics
from netstudio.gui.theme.colours import colours
from netstudio.gui.theme.fonts import text_font
from netstudio.gui.theme.icons import icon
from netstudio.layers import LAYERS

_SIZE = QSize(250, 330)
_TYPE = Qt.ItemDataRole.UserRole
_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class LayerChooser(QFrame):
    """Offers layer types by family; typing narrows them down, Enter takes one.

    Args:
        parent: Where it belongs.
        layers: What there is to choose from.

    Signals:
        chosen: The type's name.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget, layers: Iterable[Layer] = LAYERS) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._layers = tuple(layers)
        self.setObjectName("layerChooser")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("role", "popup")
        self.setFixedSize(_SIZE)
        self._search = QLineEdit()
        self._search.setPlaceholderText(translate("netstudio", "Search layers…"))
        self._search.setAccessibleName(translate("netstudio", "Search layers"))
        self._search.setClearButtonEnabled(True)
        self._search.textChanged.connect(self._fill)
        self._search.installEventFilter(self)
        self._list = QListWidget()
        self._list.setAccessibleName(translate("netstudio", "Layers"))
        self._list.setIconSize(QSize(16, 16))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setMouseTracking(True)
        self._list.itemEntered.connect(self._list.setCurrentItem)
        self._list.itemClicked.connect(self._take)
        self._nothing = QLabel(translate("netstudio", "No layer is called so."))
        self._nothing.setProperty("role", "faint")
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(self._search)
        column.addWidget(self._nothing)
        column.addWidget(self._list, 1)
        self._fill("")

    def open_at(self, place: QPoint) -> None:
        """Show it at a point of the screen, or as near as there is room."""
        screen = QGuiApplication.screenAt(place) or QGuiApplication.primaryScreen()
        room = screen.availableGeometry()
        x = min(max(place.x(), room.left()), room.right() - self.width())
        y = min(max(place.y() + 4, room.top()), room.bottom() - self.height())
        self.move(x, y)
        self.show()
        self._search.setFocus(Qt.FocusReason.PopupFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in _MOVES:
                self._list.event(event)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                if (item := self._list.currentItem()) is not None:
                    self._take(item)
                return True
        return super().eventFilter(watched, event)

    def _fill(self, searched: str) -> None:
        self._list.clear()
        is_searching = bool(searched.strip())
        groups = search(self._layers, searched) if is_searching else by_family(self._layers)
        for family, members in groups:
            self._add_heading(family)
            for definition in members:
                self._add(definition)
        is_found = self._list.count() > 0
        self._list.setVisible(is_found)
        self._nothing.setVisible(not is_found)
        if is_found:
            self._list.setCurrentRow(1)
            self._list.scrollToTop()

    def _add_heading(self, family: Family) -> None:
        item = QListWidgetItem(words(family.label))
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        item.setFont(text_font(metrics.TEXT_TINY, strong=True))
        item.setForeground(QColor(colours().text_secondary))
        self._list.addItem(item)

    def _add(self, definition: Layer) -> None:
        told = describe(definition.type, definition.defaults())
        hue = colours().families[definition.family]
        item = QListWidgetItem(icon(told.icon, hue), told.label)
        item.setData(_TYPE, definition.type)
        item.setToolTip(words(definition.help))
        self._list.addItem(item)

    def _take(self, item: QListWidgetItem) -> None:
        type_name = item.data(_TYPE)
        if type_name is not None:
            self.close()
            self.chosen.emit(type_name)
