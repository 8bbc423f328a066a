"""The values under the mouse, in a small box beside it."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QWidget

from netstudio.gui.theme.fonts import tabular

if TYPE_CHECKING:
    from netstudio.gui.plots.reading import Reading

_BESIDE = 14
_WIDEST = 320


class Readout(QLabel):
    """Shows what is read at a place; it never covers the mouse.

    Args:
        around: The widget in which it stays.
    """

    def __init__(self, around: QWidget) -> None:
        super().__init__(around)
        self._around = around
        self.setProperty("role", "readout")
        self.setFont(tabular(self.font()))
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_at(self, mouse: QPoint, reading: Reading) -> None:
        """Show it to the right of the mouse, or to its left where there is no room."""
        self.setText(_html(reading))
        self.setWordWrap(False)
        self.adjustSize()
        if self.width() > _WIDEST:
            self.setWordWrap(True)
            self.resize(_WIDEST, self.heightForWidth(_WIDEST))
        room = self._around.rect().adjusted(2, 2, -2, -2)
        x = mouse.x() + _BESIDE
        if x + self.width() > room.right():
            x = mouse.x() - _BESIDE - self.width()
        y = min(mouse.y() - self.height() // 2, room.bottom() - self.height())
        self.move(max(room.left(), x), max(room.top(), y))
        self.raise_()
        self.show()


def _html(reading: Reading) -> str:
    rows = "".join(
        f'<tr><td style="color: {colour}">━&nbsp;</td><td>{escape(name)}&nbsp;&nbsp;</td>'
        f'<td align="right">{escape(value)}</td></tr>'
        for colour, name, value in reading.values
    )
    remarks = "".join(f"<div>{escape(remark)}</div>" for remark in reading.remarks)
    return f"<b>{escape(reading.when)}</b><table cellspacing=0>{rows}</table>{remarks}"
