"""A plot's header: its title, what its curves are called and where they stand, and its switches."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from netstudio.gui.buttons import small_button
from netstudio.gui.texts import translate
from netstudio.gui.theme.colours import colours
from netstudio.gui.theme.fonts import tabular
from netstudio.gui.theme.icons import icon

_SPACING = 4


class LegendEntry(QWidget):
    """A curve's line, its name and its newest value.

    Args:
        name: What the curve is called.
        colour: Its colour, by its name in ``Colours``.
    """

    def __init__(self, name: str, colour: str) -> None:
        super().__init__()
        self._swatch = _Swatch(colour)
        self._name = QLabel(name)
        self._value = QLabel()
        self._value.setFont(tabular(self._value.font()))
        for label in (self._name, self._value):
            label.setProperty("role", "small")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_SPACING)
        for widget in (self._swatch, self._name, self._value):
            row.addWidget(widget)

    @property
    def value(self) -> str:
        """The value as it is shown; "" where there is none."""
        return self._value.text()

    def set_value(self, text: str) -> None:
        """Show a value; without one there is no curve, and nothing to explain."""
        self._value.setText(text)
        self.setVisible(bool(text))

    @property
    def name_width(self) -> int:
        """How much room the curve's name takes."""
        return self._name.sizeHint().width() + _SPACING

    def set_name_shown(self, is_shown: bool) -> None:
        """Show the curve's name, or leave it to the colour where there is little room."""
        self._name.setVisible(is_shown)
        self.setToolTip("" if is_shown else self._name.text())


class Header(QWidget):
    """One line above a plot.

    Attributes:
        train: The legend of the curve on training data.
        validation: That on validation data.
        log: The switch for the logarithmic scale.
        smooth: The switch for the smoothed curve.
        reset: Shows the whole plot again.
        expand: The switch that gives the plot all the room.
    """

    def __init__(self, title: str) -> None:
        super().__init__()
        self._title = QLabel(title)
        self._title.setProperty("role", "strong")
        self.train = LegendEntry(translate("netstudio", "train"), "curve_train")
        self.validation = LegendEntry(translate("netstudio", "validation"), "curve_validation")
        self.reset = small_button(translate("netstudio", "reset view"))
        self.reset.hide()
        self.log = _switch(translate("netstudio", "log"))
        self.smooth = _switch(translate("netstudio", "smooth"))
        self.smooth.setChecked(True)
        self.expand = _switch("")
        self.expand.setProperty("square", True)
        self.expand.setIcon(icon("corners-out", "text_secondary"))
        self.expand.setIconSize(QSize(13, 13))
        self._names_shown = True
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(9)
        for widget in (self._title, self.train, self.validation):
            row.addWidget(widget)
        row.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setSpacing(4)
        for button in (self.reset, self.log, self.smooth, self.expand):
            buttons.addWidget(button)
        row.addLayout(buttons)
        # Its legend gives way, so that it never keeps a plot from being narrow.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    @property
    def title(self) -> str:
        """The plot's title."""
        return self._title.text()

    def set_title(self, title: str) -> None:
        """Call the plot something else."""
        self._title.setText(title)

    def set_values(self, train: str, validation: str) -> None:
        """Show where the curves stand."""
        self.train.set_value(train)
        self.validation.set_value(validation)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        entries = (self.train, self.validation)
        needed = self._row.sizeHint().width()
        if not self._names_shown:
            needed += sum(entry.name_width for entry in entries if not entry.isHidden())
        self._names_shown = needed <= self.width()
        for entry in entries:
            entry.set_name_shown(self._names_shown)


class _Swatch(QWidget):
    def __init__(self, colour: str) -> None:
        super().__init__()
        self._colour = colour
        self.setFixedSize(12, 14)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(QPen(QColor(getattr(colours(), self._colour)), 2))
        painter.drawLine(0, 7, 12, 7)


def _switch(text: str) -> QPushButton:
    button = small_button(text)
    button.setCheckable(True)
    return button
