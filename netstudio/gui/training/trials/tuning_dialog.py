"""Measures how a network trains fastest on this machine."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from netstudio.core.translate import grouped
from netstudio.gui.texts import translate, words
from netstudio.gui.training.trials.dialog import TrialDialog
from netstudio.gui.training.trials.speed_bars import Speed, SpeedBars

if TYPE_CHECKING:
    from netstudio.engine.training.tuning.tune import Tuned

_WIDTH = 560
_MOST_SHOWN = 6


class TuningDialog(TrialDialog):
    """Shows the ways that were tried; the fastest is used from then on."""

    def __init__(self, parent: QWidget) -> None:
        self._bars = SpeedBars()
        super().__init__(
            "tuningDialog",
            translate("netstudio", "Tune for this computer"),
            translate(
                "netstudio",
                "Tries for some seconds how steps of this network are executed fastest: results "
                "differ by rounding only.",
            ),
            self._bars,
            parent,
        )
        self._bars.setAccessibleName(translate("netstudio", "Speeds that were measured"))
        self.setMinimumWidth(_WIDTH)

    def take(self, event: object) -> None:
        from netstudio.engine.events import Preparing
        from netstudio.engine.stages import stage_text

        if isinstance(event, Preparing):
            is_racing = event.done == event.total
            self.show_progress(*((0, 0) if is_racing else (event.done, event.total)))
            self.say(words(stage_text(event.stage)))

    def conclude(self, found: Tuned) -> None:
        from netstudio.engine.training.execution import in_words

        fastest = max(each.samples_per_second for each in found.tried)
        chosen = replace(found.best.execution, measured="")
        self._bars.show_speeds(
            tuple(
                Speed(
                    words(in_words(each.execution)),
                    translate("netstudio", "{count} samples/s").format(
                        count=grouped(round(each.samples_per_second))
                    ),
                    each.samples_per_second / fastest,
                    is_chosen=each.execution == chosen,
                )
                for each in found.tried[:_MOST_SHOWN]
            )
        )
        best = words(in_words(found.best.execution))
        if found.is_usual:
            text = translate("netstudio", "The usual choice is as fast as any, and stays: {how}.")
            self.say(text.format(how=best))
        else:
            text = translate(
                "netstudio",
                "Used from now on for this network, batch size and device: {how}. It is {gain} "
                "times as fast as the usual choice.",
            )
            self.say(text.format(how=best, gain=f"{found.gain:.2g}"))
        self.adjustSize()
