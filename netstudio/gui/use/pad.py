"""The pad that one draws on: white ink on black, as the digits of MNIST are."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from netstudio.gui.texts import translate
from netstudio.gui.theme.colours import blend, colours
from netstudio.gui.theme.metrics import RADIUS_CARD

SIDE = 280
# Twice as fine as it is shown, so that strokes stay smooth on a dense screen.
_FINE = 2 * SIDE
# The brush's softness: rings of rising brightness, the widths as shares of the side.
_RINGS = tuple((round(255 * step / 6), 0.104 - 0.006 * step) for step in range(1, 7))
# Pictures are shown in their own colours, whatever the theme.
_BLACK = QColor(Qt.GlobalColor.black)

Stroke = list[QPointF]


class DrawingPad(QWidget):
    """A black square for drawing with the mouse or a pen; Ctrl+Z takes back the last stroke.

    A tablet's events arrive as those of a mouse.

    Signals:
        drawn: The drawing has changed, or was wiped.
    """

    drawn = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("drawingPad")
        self.setAccessibleName(translate("netstudio", "Drawing pad"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._strokes: list[Stroke] = []
        self._is_drawing = False
        self._ink = _black_field()
        self._shown: QImage | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing is drawn."""
        return not self._strokes

    @property
    def is_wiped(self) -> bool:
        """Whether there is nothing to see, neither a drawing nor a picture."""
        return self.is_empty and self._shown is None

    def drawing(self) -> QImage:
        """The drawing as 8-bit grey, 280 pixels square."""
        smaller = self._ink.scaled(
            SIDE,
            SIDE,
            Qt.AspectRatioMode.IgnoreAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        return smaller.convertToFormat(QImage.Format.Format_Grayscale8)

    def take_over(self, before: DrawingPad) -> None:
        """Go on with the drawing of another pad."""
        if not before.is_empty:
            self._strokes, self._ink = before._strokes, before._ink
            self.update()
            self.drawn.emit()

    def show_picture(self, picture: QImage | None) -> None:
        """Show a picture instead of a drawing, until the next stroke; None shows neither."""
        self._forget()
        self._shown = picture
        self.update()

    def clear(self) -> None:
        """Wipe the pad."""
        self._forget()
        self.update()
        self.drawn.emit()

    def undo(self) -> None:
        """Take back the last stroke."""
        if not self._strokes or self._is_drawing:
            return
        self._strokes.pop()
        self._ink = _black_field()
        for stroke in self._strokes:
            # Piece by piece, as it was drawn: soft edges depend on where a piece ends.
            for count in range(1, len(stroke) + 1):
                self._paint_ink(_last_piece(stroke[:count]))
        self.update()
        self.drawn.emit()

    def sizeHint(self) -> QSize:
        return QSize(SIDE, SIDE)

    def event(self, event: QEvent) -> bool:
        # Said before shortcuts are looked for: the window has an undo of its own.
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.matches(QKeySequence.StandardKey.Undo)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undo()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.clear()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        if self._shown is not None:
            self._forget()
        self._is_drawing = True
        self._strokes.append([])
        self._go_on(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._is_drawing:
            self._go_on(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._is_drawing = False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        outline = QPainterPath()
        outline.addRoundedRect(room, RADIUS_CARD, RADIUS_CARD)
        painter.setClipPath(outline)
        painter.fillRect(room, _BLACK)
        if self._shown is not None:
            painter.drawImage(room, self._shown)
        else:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(room, self._ink)
        if self.is_wiped:
            self._paint_hint(painter)
        painter.setClipping(False)
        edge = colours().accent if self.hasFocus() else colours().border
        painter.setPen(QPen(QColor(edge), 1.5 if self.hasFocus() else 1))
        painter.drawPath(outline)

    def _paint_hint(self, painter: QPainter) -> None:
        painter.setPen(blend("#FFFFFF", "#000000", 0.6))
        painter.drawText(
            self.rect(),
            int(Qt.AlignmentFlag.AlignCenter),
            translate("netstudio", "Draw here"),
        )

    def _forget(self) -> None:
        self._strokes, self._is_drawing = [], False
        self._ink, self._shown = _black_field(), None

    def _go_on(self, position: QPointF) -> None:
        """Lead the stroke under way to ``position``."""
        stroke = self._strokes[-1]
        stroke.append(QPointF(position.x() / self.width(), position.y() / self.height()))
        self._paint_ink(_last_piece(stroke))
        self.update()
        self.drawn.emit()

    def _paint_ink(self, path: QPainterPath) -> None:
        painter = QPainter(self._ink)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        # Where strokes overlap the brighter one counts, so that their soft edges do not add up.
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Lighten)
        painter.scale(_FINE, _FINE)
        for brightness, width in _RINGS:
            pen = QPen(QColor(brightness, brightness, brightness), width)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            painter.drawPath(path)
        painter.end()


def _black_field() -> QImage:
    field = QImage(_FINE, _FINE, QImage.Format.Format_ARGB32_Premultiplied)
    field.fill(_BLACK)
    return field


def _last_piece(stroke: Stroke) -> QPainterPath:
    """What the newest point adds: a curve that bends at the point before it.

    Curves run between the middles of the segments, so that they continue each other without a
    corner; a straight piece leads to the newest point itself.
    """
    end = stroke[-1]
    if len(stroke) == 1:
        # A path of no length would not be drawn.
        path = QPainterPath(end)
        path.lineTo(end + QPointF(1e-4, 0))
        return path
    bend = stroke[-2]
    path = QPainterPath(_middle(stroke[-3], bend) if len(stroke) > 2 else bend)
    path.quadTo(bend, _middle(bend, end))
    path.lineTo(end)
    return path


def _middle(a: QPointF, b: QPointF) -> QPointF:
    return (a + b) / 2
