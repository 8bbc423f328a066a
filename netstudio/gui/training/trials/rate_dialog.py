"""Finds a learning rate: tries many for a moment, and shows at which the loss falls."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from netstudio.gui.texts import translate, words
from netstudio.gui.training.trials.dialog import TrialDialog
from netstudio.gui.training.trials.rate_plot import RatePlot

if TYPE_CHECKING:
    from netstudio.engine.training.optimizing.rate_curve import RateCurve

_SIZE = (640, 480)


class RateDialog(TrialDialog):
    """Shows the sweep while it goes on, then the rate that it suggests.

    Signals:
        chosen: The learning rate that shall be used.
    """

    chosen = Signal(float)

    def __init__(self, parent: QWidget) -> None:
        self._plot = RatePlot()
        super().__init__(
            "rateDialog",
            translate("netstudio", "Find a learning rate"),
            translate(
                "netstudio",
                "A copy of the network learns for a moment while the learning rate rises with each "
                "step. Your project stays as it is.",
            ),
            self._plot,
            parent,
        )
        self.resize(*_SIZE)
        self._plot.marked.connect(self._offer)
        self.accepted.connect(self._choose)

    def take(self, event: object) -> None:
        from netstudio.engine.events import Preparing
        from netstudio.engine.stages import stage_text
        from netstudio.engine.training.optimizing.rate_curve import RatesTried

        match event:
            case Preparing():
                self.show_progress(event.done, event.total)
                self.say(words(stage_text(event.stage)))
            case RatesTried():
                self.show_progress(event.done, event.total)
                self._plot.show_curve(event.rates, event.losses)
                text = translate("netstudio", "Trying a learning rate of {rate}")
                self.say(text.format(rate=f"{event.rates[-1]:.2g}"))

    def conclude(self, found: RateCurve) -> None:
        self._plot.show_curve(found.rates, found.losses)
        suggestion = found.suggestion
        self._plot.let_mark(suggestion)
        if suggestion is None:
            text = translate(
                "netstudio",
                "The loss does not fall at any learning rate. Look at the data, the network and "
                "the loss.",
            )
            self.say(text, is_fault=True)
            return
        text = translate(
            "netstudio",
            "At {rate} the loss falls most steeply. Click into the curve to take another rate.",
        )
        self.say(text.format(rate=f"{suggestion:g}"))
        self._offer(suggestion)

    def _offer(self, rate: float) -> None:
        self._rate = float(f"{rate:.2g}")
        self.use.setText(translate("netstudio", "Use {rate}").format(rate=f"{self._rate:g}"))
        self.use.show()
        self.use.setDefault(True)

    def _choose(self) -> None:
        self.chosen.emit(self._rate)
