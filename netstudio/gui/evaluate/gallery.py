"""The samples of one cell of the matrix as pictures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QImage, QPainter, QPainterPath, QPen, QResizeEvent
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from netstudio.gui.picture_view import paint_crisp
from netstudio.gui.pictures import picture_of, pixels_of
from netstudio.gui.texts import percent, translate
from netstudio.gui.theme.colours import colours
from netstudio.gui.theme.fonts import text_font
from netstudio.gui.theme.metrics import TEXT_SMALL

if TYPE_CHECKING:
    from netstudio.engine.evaluation.confusion import Confusion

Index = QModelIndex | QPersistentModelIndex

_TILE = QSize(120, 112)
_STEP = _TILE + QSize(8, 8)
_PICTURE = 56
_LINE = 16
_ITEM_ROLE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True)
class GalleryItem:
    """A sample with what it is and what it was taken for."""

    number: int
    picture: QImage
    true: str
    predicted: str
    probability: float

    @property
    def is_right(self) -> bool:
        """Whether it was recognised."""
        return self.true == self.predicted


class GalleryModel(QAbstractListModel):
    """The samples with these numbers; their pictures are made when they are looked at."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._confusion: Confusion | None = None
        self._numbers: list[int] = []

    def show_samples(self, confusion: Confusion | None, numbers: list[int]) -> None:
        """Hold these samples instead."""
        self.beginResetModel()
        self._confusion, self._numbers = confusion, numbers
        self.endResetModel()

    def item(self, row: int) -> GalleryItem:
        """The sample in this place."""
        confusion = self._confusion
        assert confusion is not None
        number = self._numbers[row]
        predicted = int(confusion.predicted[number])
        return GalleryItem(
            number,
            picture_of(pixels_of(confusion.records, number)),
            confusion.classes[int(confusion.targets[number])],
            confusion.classes[predicted],
            float(confusion.probabilities[number, predicted]),
        )

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's)
        return 0 if parent.isValid() else len(self._numbers)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role not in (Qt.ItemDataRole.AccessibleTextRole, _ITEM_ROLE):
            return None
        item = self.item(index.row())
        return item if role == _ITEM_ROLE else f"{_first_line(item)}, {_second_line(item)}"


class Gallery(QListView):
    """The pictures in rows; one can be chosen.

    Signals:
        chosen: The number of the sample that was chosen.
    """

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("gallery")
        self.setAccessibleName(translate("netstudio", "Pictures of the chosen cell"))
        self._model = GalleryModel(self)
        self.setModel(self._model)
        self.setItemDelegate(_TileDelegate(self))
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMovement(QListView.Movement.Static)
        self.setUniformItemSizes(True)
        self.setGridSize(_STEP)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.selectionModel().currentChanged.connect(self._tell)

    def show_samples(self, confusion: Confusion | None, numbers: list[int]) -> None:
        """Show these samples; the first is the chosen one."""
        self._model.show_samples(confusion, numbers)
        if numbers:
            self.setCurrentIndex(self._model.index(0, 0))
            self.scrollToTop()
        self._fit_height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_height()

    def _fit_height(self) -> None:
        """Be no higher than the pictures, so that what is below comes up to them."""
        columns = max(1, self.viewport().width() // _STEP.width())
        rows = -(-self._model.rowCount() // columns)
        self.setMaximumHeight(max(1, rows) * _STEP.height())

    def _tell(self, current: QModelIndex) -> None:
        if current.isValid():
            self.chosen.emit(self._model.item(current.row()).number)


class _TileDelegate(QStyledItemDelegate):
    """Paints a sample as a card: the picture, what it was taken for, and what it is."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return _TILE

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        item: GalleryItem = index.data(_ITEM_ROLE)
        room = QRect(option.rect.topLeft(), _TILE)
        state = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        outline = QPainterPath()
        outline.addRoundedRect(room.toRectF().adjusted(1, 1, -1, -1), 8, 8)
        painter.fillPath(outline, QColor(colours().control))
        if state & QStyle.StateFlag.State_Selected:
            painter.setPen(QPen(QColor(colours().accent), 2))
            painter.drawPath(outline)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(QPen(QColor(colours().connector), 1))
            painter.drawPath(outline)
        place = QRect(room.x(), room.y() + 10, room.width(), _PICTURE)
        paint_crisp(painter, place, item.picture)
        line = QRect(room.x() + 6, place.bottom() + 6, room.width() - 12, _LINE)
        colour = colours().text if item.is_right else colours().error
        _write(painter, line, _first_line(item), QColor(colour))
        line.translate(0, _LINE)
        _write(painter, line, _second_line(item), QColor(colours().text_secondary))
        painter.restore()


def _write(painter: QPainter, line: QRect, text: str, colour: QColor) -> None:
    font = text_font(TEXT_SMALL)
    painter.setFont(font)
    painter.setPen(colour)
    shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, line.width())
    painter.drawText(line, int(Qt.AlignmentFlag.AlignCenter), shown)


def _first_line(item: GalleryItem) -> str:
    return translate("netstudio", "predicted {label}").format(label=item.predicted)


def _second_line(item: GalleryItem) -> str:
    return translate("netstudio", "true {label} · {share}").format(
        label=item.true, share=percent(item.probability)
    )
