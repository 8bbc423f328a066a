"""The runs that are compared, above the plots; a press hides one or shows it again."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from netstudio.gui.plots.compared import ComparedRun, compared_colour
from netstudio.gui.plots.legend import LegendEntry
from netstudio.gui.texts import translate
from netstudio.gui.theme import metrics
from netstudio.gui.theme.icons import icon


class ComparedStrip(QWidget):
    """Names the compared runs; hidden while there are none.

    Signals:
        changed: Another choice of them is shown.
        closed: None shall be compared any more.
    """

    changed = Signal()
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._runs: Sequence[ComparedRun] = ()
        self._entries: dict[str, LegendEntry] = {}
        close = QPushButton()
        close.setProperty("role", "small")
        close.setProperty("square", True)
        close.setIcon(icon("x", "text_secondary"))
        close.setIconSize(QSize(11, 11))
        close.setAccessibleName(translate("netstudio", "Compare no more"))
        close.setToolTip(translate("netstudio", "Compare no more"))
        close.clicked.connect(self.closed)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(metrics.PANEL_PADDING, 6, metrics.PANEL_PADDING, 0)
        self._row.setSpacing(4)
        self._row.addStretch(1)
        self._row.addWidget(close)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.hide()

    @property
    def shown(self) -> list[ComparedRun]:
        """The runs whose curves shall be drawn."""
        return [run for run in self._runs if self._entries[run.key].isChecked()]

    def show_runs(self, runs: Sequence[ComparedRun]) -> None:
        """Name these runs."""
        hidden = {key for key, entry in self._entries.items() if not entry.isChecked()}
        for entry in self._entries.values():
            self._row.removeWidget(entry)
            entry.hide()
            entry.deleteLater()
        self._runs, self._entries = runs, {}
        for place, run in enumerate(runs):
            entry = LegendEntry(run.name, partial(compared_colour, run.hue))
            entry.setChecked(run.key not in hidden)
            entry.toggled.connect(self.changed)
            self._entries[run.key] = entry
            self._row.insertWidget(place, entry)
        self.setVisible(bool(runs))
