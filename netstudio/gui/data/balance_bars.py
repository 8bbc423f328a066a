"""How many training samples each class has, as bars."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from netstudio.gui.data.content import ClassCounts
from netstudio.gui.texts import grouped, translate
from netstudio.gui.theme.colours import blend, colours

_HEIGHT = 30
_GAP = 3
# Bars narrower than this stand without gaps.
_NARROW = 6
_LOWEST = 2


class BalanceBars(QWidget):
    """A bar for each class; one can be chosen with the mouse or the arrow keys.

    Signals:
        class_chosen: The chosen class's number, or None.
    """

    class_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("classBalance")
        self.setFixedHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(translate("netstudio", "Training samples of each class"))
        self._names: tuple[str, ...] = ()
        self._counts: ClassCounts | None = None
        self._chosen: int | None = None

    @property
    def chosen(self) -> int | None:
        """The number of the chosen class."""
        return self._chosen

    def show_counts(self, names: tuple[str, ...], counts: ClassCounts) -> None:
        """Show other data, of which no class is chosen."""
        self._names, self._counts = names, counts
        self._choose(None)
        self.update()

    def describe(self, number: int) -> str:
        """A class's name with its counts in the three parts."""
        assert self._counts is not None
        return translate(
            "netstudio", "{name}: {train} training, {validation} validation, {test} test"
        ).format(
            name=self._names[number],
            train=grouped(self._counts.train[number]),
            validation=grouped(self._counts.validation[number]),
            test=grouped(self._counts.test[number]),
        )

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            number = self._at(event.pos().x())
            QToolTip.showText(
                event.globalPos(), "" if number is None else self.describe(number), self
            )
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        number = self._at(round(event.position().x()))
        self._choose(None if number == self._chosen else number)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        last = len(self._names) - 1
        match event.key():
            case Qt.Key.Key_Escape if self._chosen is not None:
                self._choose(None)
            case Qt.Key.Key_Right if last >= 0:
                self._choose(0 if self._chosen is None else min(self._chosen + 1, last))
            case Qt.Key.Key_Left if last >= 0:
                self._choose(last if self._chosen is None else max(self._chosen - 1, 0))
            case Qt.Key.Key_Home if last >= 0:
                self._choose(0)
            case Qt.Key.Key_End if last >= 0:
                self._choose(last)
            case _:
                super().keyPressEvent(event)

    def choose(self, number: int) -> None:
        """Choose a class."""
        self._choose(number)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._counts is None or not self._names:
            return
        worn = colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        most = max(*self._counts.train, 1)
        for number, count in enumerate(self._counts.train):
            height = max(_LOWEST, round(count / most * (self.height() - 2)))
            begin, end = self._span(number)
            bar = QRectF(begin, self.height() - height, end - begin, height)
            painter.setBrush(self._colour(number))
            corner = 2 if end - begin >= _NARROW else 0
            painter.drawRoundedRect(bar, corner, corner)
        if self.hasFocus():
            painter.setPen(QColor(worn.accent))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)

    def _colour(self, number: int) -> QColor:
        worn = colours()
        if number == self._chosen:
            return QColor(worn.accent)
        return blend(worn.accent, worn.panel, 0.55 if self._chosen is None else 0.25)

    def _choose(self, number: int | None) -> None:
        if number == self._chosen:
            return
        self._chosen = number
        self.setAccessibleDescription("" if number is None else self.describe(number))
        self.class_chosen.emit(number)
        self.update()

    def _span(self, number: int) -> tuple[float, float]:
        """From where to where a class's bar reaches."""
        each = self.width() / len(self._names)
        gap = _GAP if each >= _NARROW + _GAP else 0
        each = (self.width() + gap) / len(self._names)
        return number * each, (number + 1) * each - gap

    def _at(self, x: int) -> int | None:
        if not self._names:
            return None
        return min(max(x, 0) * len(self._names) // max(self.width(), 1), len(self._names) - 1)
