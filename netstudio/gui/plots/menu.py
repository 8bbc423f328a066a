"""What can be done with a plot, as a menu."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from netstudio.core.translate import QT_TRANSLATE_NOOP
from netstudio.gui.plots.figures import Figure
from netstudio.gui.plots.settings import STRENGTHS, PlotSettings
from netstudio.gui.texts import translate, words

_UNITS = {
    "epochs": QT_TRANSLATE_NOOP("netstudio", "Epochs"),
    "steps": QT_TRANSLATE_NOOP("netstudio", "Steps"),
    "seconds": QT_TRANSLATE_NOOP("netstudio", "Time"),
}


@dataclass(frozen=True)
class Offer:
    """A plot that can be shown or hidden.

    Attributes:
        slot: Its place among the plots.
        title: What people call it.
        is_shown: Whether it is shown now.
        is_alone: Whether it is the only one shown, which stays.
    """

    slot: str
    title: str
    is_shown: bool
    is_alone: bool = False


class PlotMenu(QMenu):
    """The menu of one plot, made when it is asked for.

    Signals:
        log_chosen: Whether the scale shall be logarithmic.
        smooth_chosen: Whether the smooth curve shall be drawn.
        smoothing_chosen: How much is smoothed, as a share.
        unit_chosen: What the horizontal axis shall count.
        plot_toggled: The slot of a plot, and whether it shall be shown.
        picture_asked: The plot shall be saved as a picture.
        table_asked: The values of all plots shall be saved.
    """

    log_chosen = Signal(bool)
    smooth_chosen = Signal(bool)
    smoothing_chosen = Signal(float)
    unit_chosen = Signal(str)
    plot_toggled = Signal(str, bool)
    picture_asked = Signal()
    table_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("plotMenu")
        self.aboutToHide.connect(self.deleteLater)

    def offer_plots(self, offers: Iterable[Offer]) -> None:
        """List the plots that can be shown."""
        _add_plots(self, self, offers)

    def offer_all(
        self,
        plotted: Figure,
        settings: PlotSettings,
        is_log: bool,
        is_smooth: bool,
        units: Sequence[str],
        offers: Sequence[Offer],
        can_save: bool,
    ) -> None:
        """List everything that can be done with a plot.

        Args:
            plotted: What it shows.
            settings: How all plots are looked at.
            is_log: Whether its scale is logarithmic.
            is_smooth: Whether its smooth curve is drawn.
            units: What its horizontal axis can count.
            offers: The plots that can be shown.
            can_save: Whether there is anything to save.
        """
        log = self._switch(translate("netstudio", "Logarithmic scale"), is_log)
        log.toggled.connect(self.log_chosen)
        smooth = self._switch(translate("netstudio", "Smooth curve"), is_smooth)
        smooth.toggled.connect(self.smooth_chosen)
        smooth.setEnabled(plotted.is_noisy)
        strengths = self.addMenu(translate("netstudio", "Smoothing"))
        group = QActionGroup(strengths)
        for share, label in STRENGTHS.items():
            action = _choice(strengths, group, words(label), share == settings.smoothing)
            action.triggered.connect(lambda _, share=share: self.smoothing_chosen.emit(share))
        strengths.setEnabled(plotted.is_noisy and is_smooth)
        axis = self.addMenu(translate("netstudio", "Horizontal axis"))
        group = QActionGroup(axis)
        for unit, label in _UNITS.items():
            action = _choice(axis, group, words(label), unit == settings.unit)
            action.setEnabled(unit in units)
            action.triggered.connect(lambda _, unit=unit: self.unit_chosen.emit(unit))
        _add_plots(self, self.addMenu(translate("netstudio", "Plots")), offers)
        self.addSeparator()
        picture = self.addAction(translate("netstudio", "Save as a picture…"))
        picture.triggered.connect(self.picture_asked)
        table = self.addAction(translate("netstudio", "Save the values as a table…"))
        table.triggered.connect(self.table_asked)
        for action in (picture, table):
            action.setEnabled(can_save)

    def _switch(self, text: str, is_on: bool) -> QAction:
        action = self.addAction(text)
        action.setCheckable(True)
        action.setChecked(is_on)
        return action


def _add_plots(menu: PlotMenu, into: QMenu, offers: Iterable[Offer]) -> None:
    for offer in offers:
        action = into.addAction(offer.title)
        action.setCheckable(True)
        action.setChecked(offer.is_shown)
        action.setEnabled(not offer.is_alone)
        action.toggled.connect(lambda on, slot=offer.slot: menu.plot_toggled.emit(slot, on))


def _choice(menu: QMenu, group: QActionGroup, text: str, is_chosen: bool) -> QAction:
    action = menu.addAction(text)
    action.setCheckable(True)
    action.setChecked(is_chosen)
    group.addAction(action)
    return action
