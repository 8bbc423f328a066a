"""The user's own remark on a layer."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from netstudio.gui.texts import translate

_MOST_LINES = 6


class NoteField(QPlainTextEdit):
    """As many lines as the remark has; told letter by letter, so that nothing is lost.

    Signals:
        edited: What the user has written.
    """

    edited = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("layerNote")
        self.setPlaceholderText(translate("netstudio", "Your own note"))
        self.setAccessibleName(translate("netstudio", "Note on this layer"))
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._shown = ""
        self.textChanged.connect(self._tell)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    def show_note(self, note: str) -> None:
        """Show another remark; the one it has disturbs no edit."""
        if note != self._shown:
            self._shown = note
            self.setPlainText(note)

    def sizeHint(self) -> QSize:
        return QSize(200, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _tell(self) -> None:
        note = self.toPlainText().strip()
        if note != self._shown:
            self._shown = note
            self.edited.emit(note)

    def _fit(self) -> None:
        lines = min(max(int(self.document().size().height()), 1), _MOST_LINES)
        margins = 2 * int(self.document().documentMargin()) + 2 * self.frameWidth() + 8
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + margins)
