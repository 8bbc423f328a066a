"""Steering a run of several processes: whatever one of them hears, all do at the same batch."""

from __future__ import annotations

from netstudio.engine.ranks import Ranks
from netstudio.engine.training.control import RunControl

# How many batches pass between two questions whether to stop: asking costs an exchange.
_ASK_EVERY = 8


class AgreedControl(RunControl):
    """A control that says the same to every rank, between the same two batches.

    Such a run can be stopped; there is nobody to pause it or to watch it.

    Args:
        control: What this rank hears by itself.
        ranks: All that train together.
    """

    def __init__(self, control: RunControl, ranks: Ranks) -> None:
        super().__init__()
        self._heard = control
        self._ranks = ranks

    def stop_before(self, batch: int) -> bool:
        if batch % _ASK_EVERY == 0 and self._ranks.any(self._heard.stop_now):
            self.stop()
        return self.stop_now


def agreed(control: RunControl, ranks: Ranks) -> RunControl:
    """The control that all processes follow which train together."""
    return AgreedControl(control, ranks) if ranks.size > 1 else control
