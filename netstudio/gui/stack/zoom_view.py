"""A scene that can be shown larger and smaller."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QTransform, QWheelEvent
from PySide6.QtWidgets import QFrame, QGraphicsView, QWidget

_ZOOMS = (0.25, 0.33, 0.5, 0.67, 0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0)
_AIR = 20


class ZoomView(QGraphicsView):
    """Zooms with Ctrl and the wheel, in steps, or so that something fits.

    Signals:
        zoom_changed: The new zoom; 1.0 is the natural size.
    """

    zoom_changed = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._zoom = 1.0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)

    @property
    def zoom(self) -> float:
        """How large everything is; 1.0 is the natural size."""
        return self._zoom

    def set_zoom(self, zoom: float) -> None:
        """Show everything larger or smaller, from 0.25 to 2."""
        zoom = min(max(zoom, _ZOOMS[0]), _ZOOMS[-1])
        if zoom != self._zoom:
            self._zoom = zoom
            self.setTransform(QTransform.fromScale(zoom, zoom))
            self._rescaled()
            self.zoom_changed.emit(zoom)

    def zoom_by(self, steps: int) -> None:
        """Zoom in by some steps, or out."""
        nearest = min(range(len(_ZOOMS)), key=lambda at: abs(_ZOOMS[at] - self._zoom))
        self.set_zoom(_ZOOMS[min(max(nearest + steps, 0), len(_ZOOMS) - 1)])

    def fit(self, rect: QRectF) -> None:
        """Show this part of the scene as large as it fits, but never larger than naturally."""
        across = self.viewport().width() / (rect.width() + 2 * _AIR)
        down = self.viewport().height() / (rect.height() + 2 * _AIR)
        self.set_zoom(min(1.0, across, down))
        self.centerOn(rect.center())

    def _rescaled(self) -> None:
        """The zoom has changed."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
            return
        if turned := event.angleDelta().y():
            self._zoom_around(event.position(), 1 if turned > 0 else -1)
        event.accept()

    def _zoom_around(self, position: QPointF, steps: int) -> None:
        """Zoom, and keep what is under the pointer there."""
        before = self.mapToScene(position.toPoint())
        self.zoom_by(steps)
        after = self.mapToScene(position.toPoint())
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + round((before.y() - after.y()) * self._zoom))
