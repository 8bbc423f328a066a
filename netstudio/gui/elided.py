"""A text that is cut to the room there is."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget


class ElidedLabel(QLabel):
    """One line as wide as its room; its whole text is its tooltip where it is cut.

    Args:
        mode: Where it is cut.
    """

    def __init__(
        self,
        mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._mode = mode
        self._whole = ""
        self._kept = ""

    def show_text(self, text: str, kept: str = "") -> None:
        """Show ``text``, and ``kept`` behind it, which is never cut."""
        self._whole, self._kept = text, kept
        self.setAccessibleName(text + kept)
        self._fit()

    def sizeHint(self) -> QSize:
        whole = self.fontMetrics().horizontalAdvance(self._whole + self._kept) + 1
        margins = self.contentsMargins()
        return QSize(whole + margins.left() + margins.right(), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._fit()

    def _fit(self) -> None:
        metrics = self.fontMetrics()
        room = self.contentsRect().width() - metrics.horizontalAdvance(self._kept)
        shown = metrics.elidedText(self._whole, self._mode, room)
        self.setText(shown + self._kept)
        self.setToolTip(self._whole if shown != self._whole else "")
