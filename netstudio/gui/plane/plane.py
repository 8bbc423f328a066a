"""A square of the plane that shows points, and where a network changes its mind."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLineF, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from netstudio.gui.plane.picture import boundary_image, class_colours, zero_line
from netstudio.gui.texts import translate
from netstudio.gui.theme.colours import colours

if TYPE_CHECKING:
    from netstudio.engine.evaluation.watched_boundary import Boundary, UnitField

# x, y and the number of the class; below zero where that is not known.
Spot = tuple[float, float, int]

_LEAST = QSize(180, 180)
_USUAL = QSize(420, 420)
_CORNER = 6
_DOT = 3.2
_MOST_DOTS = 3_000
# How far an arrow key moves the cross, and with Shift, in shares of the reach.
_STEP, _LEAP = 0.02, 0.1

_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, 1),
    Qt.Key.Key_Down: (0, -1),
}


class Plane(QWidget):
    """Shows points over the field that a network sees.

    Signals:
        put: A place was clicked, or chosen with the keyboard.
        taken: A place was clicked with the right button, or Delete was pressed there.
    """

    put = Signal(float, float)
    taken = Signal(float, float)

    def __init__(self, reach: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.reach = reach
        self._spots: tuple[Spot, ...] = ()
        self._chosen: Spot | None = None
        self._boundary: Boundary | None = None
        self._field: QImage | None = None
        self._line: list[QLineF] = []
        self._unit: UnitField | None = None
        self._cross = QPointF(0.0, 0.0)
        self._dots: QPixmap | None = None
        self._is_open = False
        self.setObjectName("plane")
        self.setAccessibleName(translate("netstudio", "Points in the plane"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def boundary(self) -> Boundary | None:
        """What is shown of a network."""
        return self._boundary

    @property
    def spots(self) -> tuple[Spot, ...]:
        """The points that are shown."""
        return self._spots

    def open_for_clicks(self) -> None:
        """Let the user put points there, with the mouse or the keyboard."""
        self._is_open = True
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_spots(self, spots: Sequence[Spot], chosen: Spot | None = None) -> None:
        """Show these points, one of them marked."""
        self._spots, self._chosen = tuple(spots), chosen
        self._forget_dots()

    def show_boundary(self, boundary: Boundary | None) -> None:
        """Lay under the points what a network says of every place."""
        self._boundary = boundary
        self._field = None if boundary is None else boundary_image(boundary)
        self.update()

    def show_unit(self, unit: UnitField | None) -> None:
        """Draw where one hidden unit changes its sign."""
        self._unit = unit
        self._line = [] if unit is None else zero_line(unit.outputs)
        self.update()

    def sizeHint(self) -> QSize:
        return _USUAL

    def minimumSizeHint(self) -> QSize:
        return _LEAST

    def square(self) -> QRectF:
        """The square in which the plane is drawn."""
        side = min(self.width(), self.height()) - 2
        return QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)

    def place_of(self, x: float, y: float) -> QPointF:
        """Where in the widget a point of the plane is."""
        square = self.square()
        scale = square.width() / (2 * self.reach)
        return square.center() + QPointF(x * scale, -y * scale)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        square, worn = self.square(), colours()
        shape = QPainterPath()
        shape.addRoundedRect(square, _CORNER, _CORNER)
        painter.fillPath(shape, QColor(worn.canvas))
        painter.save()
        painter.setClipPath(shape)
        if self._field is not None and self._boundary is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            reach = self._boundary.reach
            corner, end = self.place_of(-reach, reach), self.place_of(reach, -reach)
            painter.drawImage(QRectF(corner, end), self._field)
        self._paint_axes(painter)
        self._paint_line(painter)
        painter.drawPixmap(0, 0, self._dots_pixmap())
        painter.restore()
        self._paint_chosen(painter)
        painter.setPen(QPen(QColor(worn.accent if self.hasFocus() else worn.border), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(shape)
        if self.hasFocus():
            self._paint_cross(painter)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._is_open or not self.square().contains(event.position()):
            super().mousePressEvent(event)
            return
        self._cross = self._plane_place(event.position())
        signal = self.taken if event.button() == Qt.MouseButton.RightButton else self.put
        signal.emit(self._cross.x(), self._cross.y())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _ARROWS:
            leap = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            step = (_LEAP if leap else _STEP) * self.reach
            x, y = (part * step for part in _ARROWS[key])
            self._cross = self._within(self._cross + QPointF(x, y))
            self.update()
        elif key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.put.emit(self._cross.x(), self._cross.y())
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.taken.emit(self._cross.x(), self._cross.y())
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._forget_dots()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self._forget_dots()
            self.show_boundary(self._boundary)

    def _plane_place(self, position: QPointF) -> QPointF:
        scale = 2 * self.reach / self.square().width()
        away = (position - self.square().center()) * scale
        return self._within(QPointF(away.x(), -away.y()))

    def _within(self, place: QPointF) -> QPointF:
        return QPointF(
            max(-self.reach, min(self.reach, place.x())),
            max(-self.reach, min(self.reach, place.y())),
        )

    def _forget_dots(self) -> None:
        self._dots = None
        self.update()

    def _dots_pixmap(self) -> QPixmap:
        """The points, painted once for many boundaries behind them."""
        if self._dots is None:
            ratio = self.devicePixelRatioF()
            self._dots = QPixmap(self.size() * ratio)
            self._dots.setDevicePixelRatio(ratio)
            self._dots.fill(Qt.GlobalColor.transparent)
            painter = QPainter(self._dots)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(colours().canvas), 0.8))
            hues = [QColor(hue) for hue in class_colours()]
            for x, y, number in self._spots[:_MOST_DOTS]:
                painter.setBrush(hues[number % len(hues)])
                painter.drawEllipse(self.place_of(x, y), _DOT, _DOT)
            painter.end()
        return self._dots

    def _paint_axes(self, painter: QPainter) -> None:
        painter.setPen(QPen(QColor(colours().border), 1))
        for line in (
            QLineF(self.place_of(-self.reach, 0), self.place_of(self.reach, 0)),
            QLineF(self.place_of(0, -self.reach), self.place_of(0, self.reach)),
        ):
            painter.drawLine(line)

    def _paint_line(self, painter: QPainter) -> None:
        if not self._line or self._boundary is None:
            return
        reach = self._boundary.reach
        room = QRectF(self.place_of(-reach, reach), self.place_of(reach, -reach))
        painter.setPen(QPen(QColor(colours().text), 2))
        for piece in self._line:
            painter.drawLine(_in_room(piece.p1(), room), _in_room(piece.p2(), room))

    def _paint_chosen(self, painter: QPainter) -> None:
        if self._chosen is None:
            return
        x, y, number = self._chosen
        hue = class_colours()[number] if number >= 0 else colours().panel
        painter.setPen(QPen(QColor(colours().text), 2))
        painter.setBrush(QColor(hue))
        painter.drawEllipse(self.place_of(x, y), 2 * _DOT, 2 * _DOT)

    def _paint_cross(self, painter: QPainter) -> None:
        if not self._is_open:
            return
        painter.setPen(QPen(QColor(colours().text), 1.2))
        place = self.place_of(self._cross.x(), self._cross.y())
        for arm in (QPointF(7, 0), QPointF(0, 7)):
            painter.drawLine(place - arm, place + arm)


def _in_room(place: QPointF, room: QRectF) -> QPointF:
    return QPointF(room.left() + place.x() * room.width(), room.top() + place.y() * room.height())
