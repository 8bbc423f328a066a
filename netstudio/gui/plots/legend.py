"""What a plot's curves are called and where they stand; a press hides a curve or shows it again."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from netstudio.gui.texts import translate
from netstudio.gui.theme import metrics
from netstudio.gui.theme.colours import Colours, colours
from netstudio.gui.theme.fonts import tabular, text_font

_LINE = 12
_GAP = 4
_HEIGHT = 20
_LONGEST_NAME = 150


class LegendEntry(QAbstractButton):
    """A curve's line, its name and its newest value.

    Args:
        name: What the curve is called; "" where there is nothing to tell it from.
        colour: Gives its colour in the theme that is worn.
    """

    def __init__(self, name: str, colour: Callable[[], QColor]) -> None:
        super().__init__()
        self._name = name
        self._value = ""
        self._colour = colour
        self._is_name_shown = True
        self._is_under_mouse = False
        # Not the widget's own, which the style sheet sets.
        self._font = tabular(text_font(metrics.TEXT_SMALL))
        self._metrics = QFontMetrics(self._font)
        self.setCheckable(True)
        self.setChecked(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.toggled.connect(self._tell)
        self._tell()

    @property
    def name(self) -> str:
        """What the curve is called."""
        return self._name

    @property
    def value(self) -> str:
        """The value as it is shown; "" where there is none."""
        return self._value

    def set_value(self, text: str) -> None:
        """Show a value; without one there is no curve, and nothing to explain."""
        if text == self._value:
            return
        is_as_broad = len(text) == len(self._value)
        self._value = text
        if is_as_broad:  # several times a second: nothing has to be laid out anew
            self._name_it()
            self.update()
        else:
            self.setVisible(bool(text))
            self._tell()

    @property
    def name_width(self) -> int:
        """How much room the curve's name takes."""
        return self._text_width(self._elided_name()) + _GAP if self._name else 0

    def set_name_shown(self, is_shown: bool) -> None:
        """Show the curve's name, or leave it to the colour where there is little room."""
        if is_shown is not self._is_name_shown:
            self._is_name_shown = is_shown
            self._tell()

    def sizeHint(self) -> QSize:
        texts = [_LINE, *(self._text_width(text) for text in self._texts())]
        return QSize(sum(texts) + _GAP * (len(texts) - 1) + 2 * _GAP, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def enterEvent(self, event: QEnterEvent) -> None:
        self._is_under_mouse = True
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._is_under_mouse = False
        super().leaveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        worn = colours()
        self._paint_back(painter, worn)
        line, text = self._colour(), QColor(worn.text_secondary)
        font = QFont(self._font)
        font.setStrikeOut(not self.isChecked())
        painter.setFont(font)
        if not self.isChecked():
            line.setAlphaF(0.3)
            text = QColor(worn.text_faint)
        middle = self.height() // 2
        painter.setPen(QPen(line, 2))
        painter.drawLine(_GAP, middle, _GAP + _LINE, middle)
        painter.setPen(text)
        left = 2 * _GAP + _LINE
        for part in self._texts():
            width = self._text_width(part)
            room = QRect(left, 0, width + 1, self.height())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, part)
            left += width + _GAP

    def _paint_back(self, painter: QPainter, worn: Colours) -> None:
        if self._is_under_mouse:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(worn.control))
            painter.drawRoundedRect(self.rect(), 4, 4)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(worn.accent), 1))
            painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 4, 4)

    def _texts(self) -> list[str]:
        name = self._elided_name() if self._is_name_shown else ""
        return [text for text in (name, self._value) if text]

    def _elided_name(self) -> str:
        end = Qt.TextElideMode.ElideRight
        return self._metrics.elidedText(self._name, end, _LONGEST_NAME)

    def _text_width(self, text: str) -> int:
        return self._metrics.horizontalAdvance(text)

    def _name_it(self) -> None:
        told = f"{self._name} {self._value}".strip()
        self.setAccessibleName(translate("netstudio", "Curve: {name}").format(name=told))

    def _tell(self) -> None:
        self._name_it()
        hint = translate("netstudio", "Click to hide the curve or to show it again")
        is_whole = self._is_name_shown and self._elided_name() == self._name
        self.setToolTip(hint if is_whole or not self._name else f"{self._name}\n{hint}")
        self.updateGeometry()
        self.update()


def theme_colour(name: str) -> Callable[[], QColor]:
    """Gives the theme's colour of this name, as it is worn at the time."""
    return lambda: QColor(getattr(colours(), name))
