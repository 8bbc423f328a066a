"""One line above a plot: its title, its legend and its switches."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from netstudio.gui.buttons import small_button
from netstudio.gui.plots.legend import LegendEntry, theme_colour
from netstudio.gui.texts import translate
from netstudio.gui.theme.icons import icon

_SPACING = 6
_ICON = QSize(13, 13)


class Header(QWidget):
    """Title, legend and switches of a plot; what has no room is left out, the least needed first.

    Attributes:
        train: The legend of the curve on training data.
        validation: That on validation data.
        log: The switch for the logarithmic scale.
        smooth: The switch for the smoothed curve.
        reset: Shows the whole plot again.
        add: Asks which plots are shown.
        more: Asks for everything else that can be done with the plot.
        expand: The switch that gives the plot all the room.
    """

    def __init__(self, title: str, has_parts: bool) -> None:
        super().__init__()
        self._title = QLabel(title)
        self._title.setProperty("role", "strong")
        name = translate("netstudio", "train") if has_parts else ""
        self.train = LegendEntry(name, theme_colour("curve_train"))
        self.validation = LegendEntry(
            translate("netstudio", "validation"), theme_colour("curve_validation")
        )
        for entry in (self.train, self.validation):
            entry.hide()
        self.reset = small_button(translate("netstudio", "reset view"))
        self.reset.hide()
        self.log = _switch(translate("netstudio", "log"))
        self.smooth = _switch(translate("netstudio", "smooth"))
        self.smooth.setChecked(True)
        self.add = _square("plus")
        self.more = _square("dots-three")
        self.expand = _square("corners-out")
        self.expand.setCheckable(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_SPACING)
        for widget in (self._title, self.train, self.validation):
            row.addWidget(widget)
        row.addStretch(1)
        for button in self._buttons:
            row.addWidget(button)
        # Its legend gives way, so that it never keeps a plot from being narrow.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    @property
    def title(self) -> str:
        """The plot's title."""
        return self._title.text()

    def set_title(self, title: str) -> None:
        """Call the plot something else."""
        self._title.setText(title)
        self._fit()

    def set_values(self, train: str, validation: str) -> None:
        """Show where the curves stand."""
        before = len(self.train.value), len(self.validation.value)
        self.train.set_value(train)
        self.validation.set_value(validation)
        if before != (len(train), len(validation)):  # figures are all equally broad
            self._fit()

    def show_reset(self, is_shown: bool) -> None:
        """Offer to show the whole plot again, or not."""
        self.reset.setVisible(is_shown)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @property
    def _buttons(self) -> tuple[QPushButton, ...]:
        return self.reset, self.log, self.smooth, self.add, self.more, self.expand

    def _fit(self) -> None:
        """Leave out the curves' names, then the switches, which the menu has, too, then values."""
        entries = [one for one in (self.train, self.validation) if one.value]
        switches = [self.log, self.smooth]
        others = [one for one in self._buttons if one not in switches and not one.isHidden()]
        room = self.width() - self._title.sizeHint().width() - _room_of(others)
        for entry in entries:
            entry.set_name_shown(True)
        names = sum(entry.name_width for entry in entries)
        legend, buttons = _room_of(entries), _room_of(switches)
        has_names = legend + buttons <= room
        for entry in entries:
            entry.set_name_shown(has_names)
            entry.setVisible(legend - names <= room)
        for switch in switches:
            switch.setVisible(has_names or legend - names + buttons <= room)


def _room_of(widgets: Sequence[QWidget]) -> int:
    return sum(widget.sizeHint().width() + _SPACING for widget in widgets)


def _switch(text: str) -> QPushButton:
    button = small_button(text)
    button.setCheckable(True)
    return button


def _square(glyph: str) -> QPushButton:
    button = small_button("")
    button.setProperty("square", True)
    button.setIcon(icon(glyph, "text_secondary"))
    button.setIconSize(_ICON)
    return button
