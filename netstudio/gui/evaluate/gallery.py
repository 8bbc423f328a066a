"""The samples of one cell of the matrix, as tiles or lines."""

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
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPainterPath, QPen, QResizeEvent
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from netstudio.gui.kinds.contract import SampleView, Shape
from netstudio.gui.kinds.registry import view_of
from netstudio.gui.texts import percent, translate
from netstudio.gui.theme.colours import colours
from netstudio.gui.theme.fonts import text_font
from netstudio.gui.theme.metrics import TEXT_SMALL
from netstudio.tasks.content import Content

if TYPE_CHECKING:
    from netstudio.engine.evaluation.confusion import Confusion

Index = QModelIndex | QPersistentModelIndex

_GAP = 8
_PICTURE = 56
_LINE = 16
# What a tile holds beside the sample: margins and two lines of text.
_AROUND = QSize(48, 56)
_LINE_HEIGHT = 52
_ITEM_ROLE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True)
class GalleryItem:
    """A sample with what it is and what it was taken for."""

    number: int
    glance: object
    true: str
    predicted: str
    probability: float

    @property
    def is_right(self) -> bool:
        """Whether it was recognised."""
        return self.true == self.predicted


class GalleryModel(QAbstractListModel):
    """The samples with these numbers; what is painted of them is made when they are looked at.

    Attributes:
        view: How samples of this kind are shown.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.view: SampleView = view_of(Content.IMAGES)
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
            self.view.glance(confusion.records, number),
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
    """The samples in rows; one can be chosen.

    Signals:
        chosen: The number of the sample that was chosen.
    """

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("gallery")
        self.setAccessibleName(translate("netstudio", "Samples of the chosen cell"))
        self._model = GalleryModel(self)
        self.setModel(self._model)
        self.setItemDelegate(_TileDelegate(self))
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.show_content(Content.IMAGES)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.selectionModel().currentChanged.connect(self._tell)

    def show_content(self, content: Content) -> None:
        """Show samples of this kind from now on."""
        self._model.view = view_of(content)
        in_lines = self._model.view.shape is Shape.LINE
        mode = QListView.ViewMode.ListMode if in_lines else QListView.ViewMode.IconMode
        self.setViewMode(mode)
        self.setMovement(QListView.Movement.Static)
        self.setGridSize(QSize() if in_lines else self.tile + QSize(_GAP, _GAP))

    @property
    def tile(self) -> QSize:
        """The room of one sample."""
        shape = self._model.view.shape
        if shape is Shape.LINE:
            return QSize(self.viewport().width(), _LINE_HEIGHT)
        width, height = shape.value
        return QSize(width, min(height, _PICTURE)) + _AROUND

    @property
    def is_tiled(self) -> bool:
        """Whether samples stand beside each other."""
        return self.view.shape is not Shape.LINE

    @property
    def view(self) -> SampleView:
        """How samples are shown."""
        return self._model.view

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
        step = self.tile + QSize(_GAP, _GAP)
        in_lines = self._model.view.shape is Shape.LINE
        columns = 1 if in_lines else max(1, self.viewport().width() // step.width())
        rows = -(-self._model.rowCount() // columns)
        self.setMaximumHeight(max(1, rows) * step.height())

    def _tell(self, current: QModelIndex) -> None:
        if current.isValid():
            self.chosen.emit(self._model.item(current.row()).number)


class _TileDelegate(QStyledItemDelegate):
    """Paints a sample as a card: the sample, what it was taken for, and what it is."""

    def __init__(self, gallery: Gallery) -> None:
        super().__init__(gallery)
        self._gallery = gallery

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return self._gallery.tile

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        item: GalleryItem = index.data(_ITEM_ROLE)
        room = QRect(option.rect.topLeft(), self._gallery.tile)
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
        height = room.height() - 2 * _GAP - 2 * _LINE if self._gallery.is_tiled else _LINE + 8
        place = QRect(room.x() + _GAP, room.y() + _GAP, room.width() - 2 * _GAP, height)
        self._gallery.view.paint(painter, place, item.glance)
        line = QRect(room.x() + 6, place.bottom() + 2, room.width() - 12, _LINE)
        worn = colours()
        said = QColor(worn.text if item.is_right else worn.error)
        if self._gallery.is_tiled:
            _write(painter, line, _first_line(item), said)
            line.translate(0, _LINE)
            _write(painter, line, _second_line(item), QColor(worn.text_secondary))
        else:
            half = line.width() // 2
            _write(painter, line.adjusted(0, 0, -half, 0), _first_line(item), said)
            true = line.adjusted(half, 0, 0, 0)
            _write(painter, true, _second_line(item), QColor(worn.text_secondary))
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
